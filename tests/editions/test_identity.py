"""A story is the same through edits, other titles and other files; names are never given twice, places are kept."""

import json
from itertools import pairwise

import pytest

from fic2book import proving
from fic2book.editions import identity
from fic2book.manifest import BESIDE
from fic2book.manifest.sketch import runs, sketch
from tests.editions.shelf import TALES, built, shelf, tale, tell

HALF_REWRITTEN = tale("bo", 12) + "\n\n" + tale("tove", 12).replace("tove", "bo")


@pytest.fixture
def folder(tmp_path):
    return shelf(tmp_path / "tales", "bo", "marit", "olin")


def renamed(folder, name, to):
    (folder / f"{name}.md").rename(folder / f"{to}.md")


@pytest.mark.parametrize(
    "change",
    [
        {"text": tale("bo", 11)},
        {"title": "Harbour Lights"},
        {"title": "Harbour Lights", "text": tale("bo", 9)},
        {"title": "Harbour Lights", "author": "A. Finch", "text": HALF_REWRITTEN},
    ],
    ids=["edited", "retitled", "edited and retitled", "half rewritten under another name and title"],
)
@pytest.mark.parametrize("file", ["bo", "a", "zz (final)"])
def test_a_changed_story_keeps_its_name(folder, change, file):
    before = built(folder)
    tell(folder, "bo", **change)
    renamed(folder, "bo", file)
    after = built(folder)
    assert sorted(after.ids) == sorted(before.ids) == ["bo", "marit", "olin"]
    assert after.marks[0] == []
    assert after.marks[1] == (["bo"] if "text" in change else [])


def test_a_rewritten_story_is_known_by_its_address(folder):
    tell(folder, "bo", url="https://example.org/7")
    built(folder)
    tell(folder, "bo", url="https://example.org/7", title="Harbour Lights", text=tale("tove"))
    renamed(folder, "bo", "another")
    assert built(folder).marks == ([], ["bo"])


def test_another_long_story_of_the_same_title_is_another_story(folder):
    built(folder)
    (folder / "bo.md").unlink()
    tell(folder, "yrsa", title="Bo")
    after = built(folder)
    assert after.marks == (["bo-ada-finch"], [])
    assert [one["id"] for one in after.said["gone"]] == ["bo"]


def test_a_story_in_the_file_of_another_is_another_story(folder):
    built(folder)
    tell(folder, "bo", title="Ice", text=tale("yrsa"))
    assert built(folder).marks == (["ice"], [])


def test_a_new_story_of_the_same_title_does_not_take_the_name(folder):
    before = built(folder)
    tell(folder, "a", title="Bo", text=tale("yrsa"))
    after = built(folder)
    assert after.ids == ["bo", "marit", "olin", "bo-ada-finch"]
    assert after.page("bo") == before.page("bo")
    assert b"glacier" in after.page("bo-ada-finch")


def test_without_a_memory_it_would_have_taken_it(tmp_path):
    folder = shelf(tmp_path / "tales", "bo")
    tell(folder, "a", title="Bo", text=tale("yrsa"))
    assert b"glacier" in built(folder).page("bo")


def test_a_story_keeps_its_longer_name_when_the_other_leaves(folder):
    tell(folder, "zoe", title="Bo", text=tale("yrsa"))
    before = built(folder)
    assert before.ids[-1] == "bo-ada-finch"
    (folder / "bo.md").unlink()
    after = built(folder)
    assert after.ids == ["marit", "olin", "bo-ada-finch"]
    assert after.page("bo-ada-finch") == before.page("bo-ada-finch")


def test_a_story_that_comes_back_has_its_name_again_and_is_new(folder):
    built(folder)
    (folder / "bo.md").unlink()
    built(folder)
    tell(folder, "yrsa", title="Bo")
    assert built(folder).marks == (["bo-ada-finch"], [])
    tell(folder, "bo", text=tale("bo", 11))
    after = built(folder)
    assert after.marks == (["bo"], [])
    assert after.said["gone"] == []


def test_of_a_story_that_has_left_no_word_is_kept(folder):
    tell(folder, "bo", title="Harbour Lights", author="Somebody Shy", url="https://example.org/7")
    built(folder)
    (folder / "bo.md").unlink()
    (gone,) = built(folder).said["gone"]
    told = json.dumps(gone).replace(gone["id"], "").lower()
    assert not [word for word in ("harbour", "somebody", "shy", "example.org", "bo.md") if word in told]


def test_new_stories_take_free_places_or_stand_at_the_end(folder):
    built(folder)
    (folder / "marit.md").unlink()
    tell(folder, "a", title="Ice", text=tale("yrsa"))
    tell(folder, "b", title="Loom", text=tale("tove"))
    assert built(folder).ids == ["bo", "ice", "olin", "loom"] == built(folder).ids


def test_authors_are_named_in_the_order_of_their_stories(folder):
    tell(folder, "bo", author="Ada Finch")
    built(folder)
    tell(folder, "a", title="Ice", text=tale("yrsa"), author="Ben Tallow")
    assert built(folder).said["book"]["authors"] == ["Ada Finch", "Ben Tallow"]


def test_an_order_that_is_asked_for_is_kept(folder):
    built(folder)
    tell(folder, "a", title="Ice", text=tale("yrsa"))
    assert built(folder, order="file").ids == ["ice", "bo", "marit", "olin"]


def test_files_that_are_numbered_anew_ask_for_their_order(folder):
    built(folder)
    for number, name in enumerate(("olin", "bo", "marit"), 1):
        renamed(folder, name, f"{number} {name}")
    assert built(folder).ids == ["olin", "bo", "marit"]


def test_a_title_and_a_language_that_were_guessed_stay(tmp_path):
    folder = shelf(tmp_path / "downloads", title="")
    tell(folder, "bo", collection="Harbour Week")
    tell(folder, "marit", collection="Harbour Week")
    before = built(folder)
    assert before.said["title"] == "Harbour Week"
    tell(folder, "olin", collection="Bell Week", language="fr")
    tell(folder, "yrsa", language="fr")
    tell(folder, "tove", language="fr")
    after = built(folder)
    assert [after.said[key] for key in ("title", "language", "identifier")] == [
        before.said[key] for key in ("title", "language", "identifier")
    ]
    assert after.place == before.place
    assert after.marks[0] == ["olin", "tove", "yrsa"]


def test_an_untitled_book_stays_the_same_book_when_it_grows(tmp_path):
    folder = shelf(tmp_path / "downloads", "bo", "marit", title="")
    before = built(folder)
    tell(folder, "olin")
    after = built(folder)
    assert after.said["identifier"] == before.said["identifier"]
    assert after.marks == (["olin"], [])


def test_a_story_that_was_the_books_authors_stays_theirs_when_a_guest_comes(tmp_path):
    folder = shelf(tmp_path / "tales", more='author = "Ada Finch"\n')
    tell(folder, "bo", author="")
    assert built(folder).said["stories"][0]["authors"] == ["Ada Finch"]
    tell(folder, "olin", author="Ben Tallow")
    assert [story["authors"] for story in built(folder).said["stories"]] == [["Ada Finch"], ["Ben Tallow"]]


def test_a_grown_book_is_proved_against_its_folder(folder):
    built(folder)
    tell(folder, "bo", title="Harbour Lights")
    tell(folder, "a", title="Bo", text=tale("yrsa"))
    book = built(folder)
    assert proving.prove([book.place], folder, strict=True).clean
    (folder / "a.md").unlink()
    assert not proving.prove([book.place], folder, strict=True).clean


def test_strangers_share_nothing_and_an_edited_text_much():
    sketches = {name: runs(sketch(tale(name, 40))) for name in TALES}
    assert all(not one & other for one, other in pairwise(sketches.values()))
    edited = runs(sketch(tale("bo", 40).replace("harbour", "haven")))
    assert len(edited & sketches["bo"]) >= 10
    assert sketch("") == ""


def test_a_sketch_of_a_growing_text_changes_step_by_step():
    """There is no length at which another way of taking it makes two strangers of it."""
    texts = [" ".join((tale("bo", 60) + tale("marit", 60)).split()[:count]) for count in range(60, 1000, 20)]
    sketches = [runs(sketch(text)) for text in texts]
    assert min(len(one & other) for one, other in pairwise(sketches)) >= 12


def test_a_book_without_sketches_is_known_by_words_and_names(folder):
    """An EPUB of an earlier version has none."""
    first = built(folder)
    place = folder / "book" / f"lamp-tales{BESIDE}"
    said = json.loads(place.read_text("utf-8"))
    for story in said["stories"]:
        del story["sketch"], story["manuscript"]
    place.write_text(json.dumps(said), encoding="utf-8")
    tell(folder, "bo", text=tale("bo", 9))
    after = built(folder)
    assert (after.ids, after.marks) == (first.ids, ([], ["bo"]))


def test_each_way_pairs_a_story_once():
    known = [identity.Known(f"s{n}", "name", "", ("", 0), 10, "same", frozenset({"aaaaaa"})) for n in range(3)]
    found = identity.pairs(known, [one._replace(id=f"t{one.id}") for one in known[:2]])
    assert found == {"s0": "ts0", "s1": "ts1"}
