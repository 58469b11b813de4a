"""Our own manuscripts, end to end: read as a careful person reads them, built, proved, the same bytes every time."""

import json
import re
import shutil
import sys
import unicodedata

import pytest

from fic2book import config, markup
from fic2book.assemble import assemble, word_count
from fic2book.inspection import look, manuscript
from fic2book.model import Place
from fic2book.reading import read_folder
from tests.tools import ROOT, run

FOLDER = ROOT / "manuscripts"
CASES = json.loads((ROOT / "tests" / "cases" / "manuscripts.json").read_text(encoding="utf-8"))["manuscripts"]
SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "..."})
BLANKS = re.compile(r"[\s\u00a0\u202f]+")


def plain(words):
    """Return words with quotes, dashes and white space as a keyboard has them."""
    straight = BLANKS.sub(" ", unicodedata.normalize("NFC", words).translate(SIGNS))
    return re.sub(r"-+", "-", straight).strip()


@pytest.fixture(scope="module")
def read():
    return {story.file: story for story in look([FOLDER]).stories}


@pytest.fixture(scope="module")
def gathered():
    settings = config.load(FOLDER, {})
    reading = read_folder(settings, lambda *_: None)
    return reading, assemble(reading.stories, settings)


def test_every_manuscript_has_its_expectation(read):
    assert sorted(read) == sorted(case["file"] for case in CASES)


def test_no_word_of_a_manuscript_ends_nowhere(gathered):
    reading, _ = gathered
    assert (reading.problems, reading.unreadable) == ((), ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_manuscript_is_read_as_a_careful_person_reads_it(read, case):
    story = read[case["file"]]
    facts = manuscript(story)
    for key in ("origin", "title", "authors", "scene_breaks", "pauses", "chapters"):
        assert facts[key] == case[key], key
    for key in case.keys() & {"collection", "rating", "published", "url", "language", "words_stated", "fandoms"}:
        assert facts[key] == case[key], key
    assert abs(word_count(story) - case["words"]) <= case["words"] / 100
    places = [note.place for note in story.notes]
    assert (places.count(Place.BEFORE), places.count(Place.AFTER)) == (case["notes_before"], case["notes_after"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_story_begins_and_ends_with_its_own_words(read, case):
    text = plain(markup.plain(read[case["file"]].body))
    assert plain(case["first_words"] or "?") in text[:200]
    assert plain(case["last_words"] or "?") in text[-600:]
    assert [line for line in case["not_in_story"] if plain(line) in text] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_anthology_toml_says_what_the_pastes_do_not_know(gathered, case):
    story = next(story for story in gathered[1].stories if story.file == case["file"])
    assert story.title == case["title_after_anthology_toml"]
    assert list(story.authors) == case["authors_after_anthology_toml"]


@pytest.mark.parametrize("to", [("epub",), pytest.param(("epub", "pdf"), marks=pytest.mark.slow)], ids=" ".join)
def test_the_same_folder_gives_the_same_bytes_copied_and_in_another_time_zone(tmp_path, to):
    copy = tmp_path / "elsewhere" / "manuscripts"
    shutil.copytree(FOLDER, copy)
    for place, zone, seed in ((FOLDER, "UTC", "1"), (copy, "Pacific/Auckland", "2")):
        out = tmp_path / zone.replace("/", "-")
        command = (sys.executable, "-m", "fic2book", "build", place, "-o", out, "-q", "--to", ",".join(to))
        made = run(*command, TZ=zone, PYTHONHASHSEED=seed, LANG="C")
        assert (made.returncode, made.stderr) == (0, "")
    first, second = (sorted((tmp_path / zone).iterdir()) for zone in ("UTC", "Pacific-Auckland"))
    books = sorted(["epub", "fic2book.json", *to[1:]])
    assert [book.name for book in first] == [*(f"lamp-letter-line.{suffix}" for suffix in books), "report.html"]
    assert [book.read_bytes() for book in first] == [book.read_bytes() for book in second]
