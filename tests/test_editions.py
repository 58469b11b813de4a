"""What is new in an edition: told by the book that lies in the output folder, and kept as long as the edition lasts."""

import json
import zipfile

import pytest

from fic2book import config, pipeline
from fic2book.manifest import FILE
from fic2book.reading import silent

WORDS = "The lamps along the quay were lit by hand, and {} went round with the match until the last of them burned."


def tell(folder, name, title="", text="", url=""):
    head = f"---\ntitle: {title or name.title()}\nauthor: Ada Finch\n" + (f"url: {url}\n" if url else "") + "---\n\n"
    (folder / f"{name}.md").write_text(f"{head}{text or WORDS.format(name)}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "tales"
    place.mkdir()
    (place / "anthology.toml").write_text('title = "Lamp Tales"\nto = "epub"\n', encoding="utf-8")
    tell(place, "marit")
    tell(place, "bo")
    return place


def built(folder):
    """Build, and return what is new, what the edition before had, and the bytes."""
    done = pipeline.build(config.load(folder, {"output": folder / "book"}), silent)
    assert [one.code for one in done.problems if one.severity == "error"] == []
    data = done.books[".epub"].read_bytes()
    said = json.loads(zipfile.ZipFile(done.books[".epub"]).read(FILE))
    contents = zipfile.ZipFile(done.books[".epub"]).read("EPUB/text/contents.xhtml").decode()
    assert contents.count("new in this edition") == len(said["new"])
    return said["new"], said["before"], data


def test_in_a_first_book_nothing_is_new(folder):
    first = built(folder)
    assert first[:2] == ([], [])
    assert built(folder) == first


def test_an_added_story_is_new_however_often_the_book_is_built(folder):
    built(folder)
    tell(folder, "olin")
    second = built(folder)
    assert second[:2] == (["olin"], ["bo", "marit"])
    assert built(folder) == second == built(folder)


def test_it_is_new_until_the_next_edition(folder):
    built(folder)
    tell(folder, "olin")
    built(folder)
    tell(folder, "yrsa")
    assert built(folder)[:2] == (["yrsa"], ["bo", "marit", "olin"])
    (folder / "bo.md").unlink()
    assert built(folder)[:2] == ([], ["bo", "marit", "olin", "yrsa"])


@pytest.mark.parametrize(
    "change",
    [
        {"name": "bo", "text": WORDS.format("somebody else")},
        {"name": "bo", "title": "Another Title"},
        {"name": "marit", "title": "Hers", "text": WORDS.format("nobody"), "url": "https://example.org/1"},
    ],
    ids=["edited", "retitled", "both, at its address"],
)
def test_a_story_that_was_changed_is_no_new_one(folder, change):
    tell(folder, "marit", url="https://example.org/1")
    built(folder)
    tell(folder, **change)
    assert built(folder)[:2] == ([], [])


def test_two_stories_of_one_title_at_two_addresses_are_two(folder):
    tell(folder, "marit", title="Lamps", url="https://example.org/1")
    built(folder)
    tell(folder, "olin", title="Lamps", url="https://example.org/2")
    assert built(folder)[0] == ["lamps-ada-finch"]


def test_another_anthology_in_the_folder_is_no_edition_of_this_one(folder):
    built(folder)
    (folder / "anthology.toml").write_text('title = "Other Tales"\nto = "epub"\n', encoding="utf-8")
    tell(folder, "olin")
    assert built(folder)[:2] == ([], [])


def test_a_book_under_another_name_is_known_by_its_identifier(folder):
    said = 'title = "{}"\nidentifier = "urn:isbn:9780000000002"\nto = "epub"\n'
    (folder / "anthology.toml").write_text(said.format("Lamp Tales"), encoding="utf-8")
    built(folder)
    (folder / "anthology.toml").write_text(said.format("More Lamp Tales"), encoding="utf-8")
    tell(folder, "olin")
    assert built(folder)[0] == ["olin"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 torn", b"no book at all"])
def test_what_is_no_book_says_nothing(folder, data):
    (folder / "book").mkdir()
    (folder / "book" / "lamp-tales.epub").write_bytes(data)
    (folder / "book" / "a.epub").write_bytes(data)
    assert built(folder)[:2] == ([], [])
