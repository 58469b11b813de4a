"""Real shapes of manuscripts, where the shared samples are at hand: titles, authors, origins, and no lost word."""

import json
from pathlib import Path

import pytest

from fic2book import account, markup, readers, restoration, sources

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_SAMPLES = _SHARED / "samples"
_READ = (".txt", ".md")


def _stories():
    facts = _SAMPLES / "short-fiction" / "FACTS.json"
    rows = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else []
    return [row for row in rows if row["file"].endswith(_READ)]


def _shapes():
    facts = _SAMPLES / "web-shapes" / "FACTS.json"
    rows = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else []
    wanted = ("06", "08", "09", "10", "11", "12")
    return [row for row in rows if row["file"].startswith(wanted)]


def _read(folder, file):
    if not (folder / file).exists():
        pytest.skip("the shared samples are not here")
    document = restoration.mend(readers.read(folder, file))
    (story,) = sources.recognise(document)
    assert account.unaccounted(document, (story,)) == ()
    restored = restoration.restore(story)
    assert account.unaccounted(document, (restored,)) == ()
    return restored


def _spoken(text):
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


@pytest.mark.parametrize("row", _stories() or [None], ids=lambda row: row["file"] if row else "none")
def test_short_fiction_has_its_title_and_author(row):
    if row is None:
        pytest.skip("the shared samples are not here")
    story = _read(_SAMPLES / "short-fiction", row["file"])
    assert story.title == row["title"]
    assert row["author"].replace("-", " ") in story.authors[0].replace(".", "").lower()


@pytest.mark.parametrize("row", _shapes() or [None], ids=lambda row: row["file"] if row else "none")
def test_a_web_shape_is_read(row):
    if row is None:
        pytest.skip("the shared samples are not here")
    story = _read(_SAMPLES / "web-shapes", row["file"])
    assert story.title.lower() == row["title"].lower()
    text = _spoken(markup.plain(story.body))
    assert text.startswith(_spoken(row["first"])[:30])
    assert not [words for words in row.get("must_drop", ()) if words in text]


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("h15_nul_bytes.txt", "Title"),
        ("h16_utf16le_bom.txt", "The Title"),
        ("h17_utf8_bom_crlf.txt", "The Title"),
        ("h18_old_mac_cr.txt", "The Title"),
    ],
)
def test_a_hostile_file_is_read(file, title):
    assert _read(_SAMPLES / "hostile", file).title == title


def test_the_two_seeds_come_out_as_they_were_meant():
    folder = _SHARED / "seeds"
    blog = _read(folder, "000_fca40d8d57b234ca.txt")
    wattpad = _read(folder, "001_c1059a5ddb532f32.txt")
    assert (blog.origin, wattpad.origin) == ("tumblr", "wattpad")
    assert [change.line for change in blog.ledger if change.kind == "removed"] == [1]
    assert len(blog.notes) == 1
    assert wattpad.collection
    assert next(change.line for change in wattpad.ledger if change.kind == "removed") == 3
