"""What `fic2book diff` tells: every kind of change once, nothing for nothing, and a reason for what is no book."""

import json
import shutil
import sys
import zipfile
from dataclasses import replace

import pytest

from fic2book import differing
from fic2book.differing.said import sentences
from fic2book.letters import words
from tests import tools
from tests.editions.shelf import built, shelf, tale, tell


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Two editions: two stories added, one removed, one edited, one renamed, one moved by that, one tagged."""
    place = tmp_path_factory.mktemp("editions")
    folder = shelf(place / "tales", "bo", "marit", "olin")
    tell(folder, "quill", text=tale("tove").replace("tove", "quill"), tags="dusk")
    old = shutil.copy(built(folder).place, place / "old.epub")
    (folder / "marit.md").unlink()
    text = tale("bo").replace("bo the 3th", "bo, the third of three,").replace("copper", "tin", 1)
    tell(folder, "bo", text=f"{text}\n\nAnd then the lamps went out.")
    tell(folder, "olin", title="Bells", text=tale("olin").replace(" and ", ", and "))
    tell(folder, "quill", text=tale("tove").replace("tove", "quill"), tags="dawn")
    tell(folder, "yrsa")
    tell(folder, "ice", text=tale("yrsa").replace("yrsa", "ice").replace("counted", "saw").replace("stood", "lay"))
    new = shutil.copy(built(folder, order="title").place, place / "new.epub")
    return differing.opened(old), differing.opened(new), old, new


@pytest.fixture(scope="module")
def found(books):
    return differing.difference(*books[:2])


def changed(found, name):
    return next(one for one in found.changed if one.id == name)


def test_what_came_and_what_went(found):
    assert [one.id for one in found.added] == ["ice", "yrsa"]
    assert [(one.title, one.authors) for one in found.removed] == [("Marit", ("Ada Finch",))]
    assert found.removed[0].words == words(tale("marit"))


def test_what_was_edited_with_its_words_and_where(found):
    bo = changed(found, "bo")
    assert (bo.words_added, bo.words_removed) == (11, 3)
    assert [(one.paragraph, one.paragraphs) for one in bo.passages][-1] == (13, 1)
    assert bo.passages[-1].after == "And then the lamps went out."
    assert bo.passages[-1].before == ""
    assert not bo.only_signs


def test_commas_alone_are_signs(found):
    bells = changed(found, "olin")
    assert bells.only_signs
    assert len(bells.passages) == 1
    assert bells.passages[0].paragraphs == 12


def test_a_new_title_and_another_tag(found):
    assert (changed(found, "olin").title_before, changed(found, "olin").title) == ("Olin", "Bells")
    (fact,) = changed(found, "quill").facts
    assert (fact.name, fact.before, fact.after) == ("tags", "dusk", "dawn")


def test_only_what_must_have_moved_has(found):
    """Bo, Olin, Quill became Bells (Olin), Bo, Quill: one move."""
    assert len([one.id for one in found.changed if one.moved]) == 1


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ("bo marit olin tove yrsa", {}),
        ("yrsa bo marit olin tove", {"yrsa": ""}),
        ("bo olin marit tove yrsa", {"olin": "Bo"}),
        ("bo yrsa olin tove marit", {"yrsa": "Bo", "marit": "Tove"}),
        ("marit olin x yrsa tove", {"yrsa": "X"}),
        ("tove olin bo marit", {"tove": "", "olin": "Tove"}),
    ],
)
def test_a_story_that_moved_is_told_by_the_one_before_it(books, order, moved):
    """Of two that changed places the one that came forward has moved; who came and went moves nobody."""

    def edition(names):
        record = books[0].manifest.stories[0]
        stories = tuple(
            replace(record, id=name, title=name.title(), sha256=name, file=name, sketch="") for name in names.split()
        )
        return replace(books[0], manifest=replace(books[0].manifest, stories=stories), stories={})

    told = differing.difference(edition("bo marit olin tove yrsa"), edition(order)).changed
    assert {one.id: one.behind for one in told if one.moved} == moved


def test_of_a_long_fact_the_words_that_differ_are_shown(books):
    def edition(*names):
        book = replace(books[0].manifest.book, authors=names)
        return replace(books[0], manifest=replace(books[0].manifest, book=book))

    many = [f"Writer Number {number}" for number in range(30)]
    (line,) = sentences(differing.difference(edition(*many, "Ada Finch"), edition(*many, "Ben Tallow")))[1:]
    assert line == "the book: authors was “… Writer Number 29; Ada Finch” and is now “… Writer Number 29; Ben Tallow”"


def test_authors_that_the_book_has_from_its_stories_are_no_fact_of_the_book(tmp_path):
    folder = shelf(tmp_path / "tales", "bo", "olin")
    old = shutil.copy(built(folder).place, tmp_path / "old.epub")
    tell(folder, "yrsa", author="Ben Tallow")
    said = differing.run(old, built(folder).place, as_json=False)
    assert said.lines == (
        "“Lamp Tales”: 1 story added, 2 unchanged.",
        f"added: “Yrsa” by Ben Tallow, {words(tale('yrsa'))} words",
    )


def test_nothing_is_said_of_nothing(books):
    same = differing.run(books[2], books[2], as_json=False)
    assert same == (("“Lamp Tales”: nothing has changed.",), 0)


def test_the_words_and_the_json_say_the_same(books, found):
    said = differing.run(books[2], books[3], as_json=False)
    assert said.exit_code == 1
    assert said.lines[0] == (
        "“Lamp Tales”: 2 stories added, 1 story removed, 2 stories edited, 1 story renamed, 1 story moved, "
        "1 story described otherwise, 0 unchanged."
    )
    assert "removed: “Marit” by Ada Finch, 192 words" in said.lines
    assert "renamed: “Olin” is now “Bells”" in said.lines
    assert "edited: “Olin”" not in "".join(said.lines)
    assert "described otherwise: “Quill”, tags was “dusk” and is now “dawn”" in said.lines
    assert "  paragraph 13, added: “And then the lamps went out.”" in said.lines
    told = json.loads(differing.run(books[2], books[3], as_json=True).lines[0])
    assert told["schema"] == 1
    assert [one["id"] for one in told["added"]] == [one.id for one in found.added]
    assert {one["id"]: one["words_added"] for one in told["changed"]}["bo"] == 11


def test_it_is_read_backwards_too(books):
    back = differing.difference(books[1], books[0])
    assert [one.id for one in back.added] == ["marit"]
    assert (changed(back, "bo").words_added, changed(back, "bo").words_removed) == (3, 11)
    assert changed(back, "bo").passages[-1].after == ""


def other_book(place, old):
    with zipfile.ZipFile(old) as whole, zipfile.ZipFile(place, "w") as part:
        for name in whole.namelist():
            if not name.endswith("fic2book.json"):
                part.writestr(name, whole.read(name))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda place, _: place.write_bytes(b"no book"), "this is no EPUB file"),
        (lambda place, old: place.write_bytes(old.read_bytes()[:900]), "the EPUB is cut off or damaged"),
        (other_book, "this EPUB was not made by fic2book. Only EPUBs that fic2book made can be compared"),
    ],
    ids=["no book", "half a book", "a stranger"],
)
@pytest.mark.parametrize("is_old", [True, False])
def test_what_cannot_be_compared_is_named_with_the_reason(books, tmp_path, make, reason, is_old):
    place = tmp_path / "torn.epub"
    make(place, books[2])
    pair = (place, books[2]) if is_old else (books[2], place)
    said = differing.run(*pair, as_json=False)
    assert said.exit_code == 2
    assert said.lines[0].startswith(f"fic2book: torn.epub: {reason}")


def test_the_command_prints_and_ends_as_it_says(books, tmp_path):
    (tmp_path / "torn.epub").write_bytes(b"no book")
    command = (sys.executable, "-m", "fic2book", "diff")
    other = tools.run(*command, books[2], books[3])
    torn = tools.run(*command, tmp_path / "torn.epub", books[3])
    assert (other.returncode, other.stderr) == (1, "")
    assert other.stdout.startswith("“Lamp Tales”: 2 stories added")
    assert (torn.returncode, torn.stdout) == (2, "")
    assert torn.stderr.startswith("fic2book: torn.epub: this is no EPUB file")
