"""What is new and what was updated in an edition: told by the last build, and kept as long as the edition lasts."""

import os
import shutil

import pytest

from fic2book import config, pipeline
from fic2book.errors import SettingsError
from fic2book.manifest import BESIDE
from fic2book.reading import silent
from tests.editions.shelf import built, shelf, tale, tell

EDITED = tale("bo").replace("counted every", "weighed each", 1)


@pytest.fixture
def folder(tmp_path):
    return shelf(tmp_path / "tales", "marit", "bo")


def test_in_a_first_book_nothing_is_new(folder):
    first = built(folder)
    assert first.marks == ([], [])
    assert built(folder).data == first.data


def test_an_added_story_is_new_however_often_the_book_is_built(folder):
    built(folder)
    tell(folder, "olin")
    second = built(folder)
    assert second.marks == (["olin"], [])
    assert built(folder).data == second.data == built(folder).data


def test_an_edited_story_is_updated_however_often_the_book_is_built(folder):
    built(folder)
    tell(folder, "bo", text=EDITED)
    second = built(folder)
    assert second.marks == ([], ["bo"])
    assert built(folder).data == second.data


def test_marks_last_until_the_next_edition(folder):
    built(folder)
    tell(folder, "olin")
    built(folder)
    tell(folder, "bo", text=EDITED)
    assert built(folder).marks == ([], ["bo"])
    tell(folder, "yrsa")
    assert built(folder).marks == (["yrsa"], [])
    (folder / "bo.md").unlink()
    assert built(folder).marks == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another Title"},
        {"tags": "quiet"},
        {"summary": "A harbour."},
        {"text": tale("bo").replace(" and ", ", and ").replace("counted", "*counted*")},
    ],
    ids=["retitled", "tagged", "summed up", "commas and italics"],
)
def test_a_story_with_the_same_words_is_no_updated_one(folder, change):
    built(folder)
    tell(folder, "bo", **change)
    assert built(folder).marks == ([], [])


def test_dates_of_files_say_nothing(folder):
    first = built(folder)
    for place in folder.glob("*.md"):
        os.utime(place, (2_000_000_000, 2_000_000_000))
    assert built(folder).data == first.data


def test_a_program_that_reads_better_updates_nothing(folder):
    """The manuscript is the same, the words are others: as a later version leaves them."""
    built(folder)
    tell(folder, "marit", text=tale("marit") + "\n\nWord count: 7")
    first = built(folder)
    place = folder / "book" / f"lamp-tales{BESIDE}"
    marit = next(story for story in first.said["stories"] if story["id"] == "marit")
    assert first.marks == ([], ["marit"])
    place.write_text(place.read_text("utf-8").replace(marit["sha256"], "0" * 64), encoding="utf-8")
    assert built(folder).marks == ([], ["marit"])
    place.write_text(
        place.read_text("utf-8").replace(marit["sha256"], "0" * 64).replace(marit["manuscript"], "1" * 16), "utf-8"
    )
    tell(folder, "bo", text=EDITED)
    assert built(folder).marks == ([], ["bo", "marit"])


def test_without_an_epub_the_manifest_beside_remembers(folder):
    built(folder)
    (folder / "book" / "lamp-tales.epub").unlink()
    tell(folder, "olin")
    assert built(folder).marks == (["olin"], [])


def test_without_the_manifest_beside_the_epub_remembers(folder):
    built(folder)
    (folder / "book" / f"lamp-tales{BESIDE}").unlink()
    tell(folder, "olin")
    assert built(folder).marks == (["olin"], [])


def test_without_both_the_book_is_a_first_one(folder):
    built(folder)
    shutil.rmtree(folder / "book")
    tell(folder, "olin")
    assert built(folder).marks == ([], [])


def test_two_stories_of_one_title_at_two_addresses_are_two(folder):
    tell(folder, "marit", title="Lamps", url="https://example.org/1")
    built(folder)
    tell(folder, "olin", title="Lamps", url="https://example.org/2")
    assert built(folder).marks == (["lamps-ada-finch"], [])


def test_another_anthology_in_the_folder_is_no_edition_of_this_one(folder):
    built(folder)
    (folder / "anthology.toml").write_text('title = "Other Tales"\nto = "epub"\n', encoding="utf-8")
    tell(folder, "olin")
    assert built(folder).marks == ([], [])


def test_a_book_under_another_name_is_known_by_its_identifier(folder):
    said = 'title = "{}"\nidentifier = "urn:isbn:9780000000002"\nto = "epub"\n'
    (folder / "anthology.toml").write_text(said.format("Lamp Tales"), encoding="utf-8")
    built(folder)
    (folder / "anthology.toml").write_text(said.format("More Lamp Tales"), encoding="utf-8")
    tell(folder, "olin")
    assert built(folder).marks == (["olin"], [])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 torn", b"no book at all"])
def test_what_is_no_book_says_nothing(folder, data):
    (folder / "book").mkdir()
    for name in ("lamp-tales.epub", "a.epub", f"lamp-tales{BESIDE}", f"a{BESIDE}"):
        (folder / "book" / name).write_bytes(data)
    assert built(folder).marks == ([], [])


def test_marks_are_against_the_edition_that_a_person_names(folder):
    first = built(folder)
    kept = shutil.copy(first.place, folder.parent / "first.epub")
    tell(folder, "olin")
    built(folder, since=kept)
    tell(folder, "bo", text=EDITED)
    second = built(folder, since=kept)
    assert second.marks == (["olin"], ["bo"])
    assert built(folder, since=kept).data == second.data


def test_an_edition_before_is_named_in_anthology_toml_too(folder):
    shutil.copy(built(folder).place.with_suffix(BESIDE), folder / "first.json")
    with (folder / "anthology.toml").open("a", encoding="utf-8") as file:
        file.write('since = "first.json"\n')
    shutil.rmtree(folder / "book")
    tell(folder, "olin")
    assert built(folder).marks == (["olin"], [])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("torn.epub", b"PK\x03\x04 torn", "cannot be opened"),
        ("note.epub", b"no book", "cannot be opened"),
        ("other.json", b"{}", "no manifest of fic2book"),
        ("later.json", b'{"tool": "fic2book", "schema": 99, "version": "9.0"}', r"a later fic2book \(9.0\)"),
    ],
)
def test_what_is_no_earlier_edition_is_refused_with_a_way_out(folder, name, data, reason):
    place = folder.parent / name
    place.write_bytes(data)
    with pytest.raises(SettingsError, match=f"{name}: .*{reason}.*Name an EPUB that fic2book made"):
        pipeline.build(config.load(folder, {"output": folder / "book", "since": place}), silent)


def test_the_book_that_is_being_built_is_no_earlier_edition(folder):
    place = built(folder).place
    with pytest.raises(SettingsError, match="Put a copy of the edition before into another folder"):
        built(folder, since=place)
