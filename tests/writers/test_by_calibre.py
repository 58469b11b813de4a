"""EPUB → AZW3 → text and EPUB → kepub → text lose no word and no scene break, as calibre reads them."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fic2book import checks, config
from fic2book.checks.told import told
from fic2book.letters import letters
from fic2book.pipeline import gather
from fic2book.reading import read_folder, silent
from fic2book.walk import find, nothing_known
from fic2book.writers import FLAVOURS
from fic2book.writers.azw3.identity import facts
from tests import tools
from tests.finished import systems
from tests.tools import ROOT
from tests.writers import calibre, every_kind
from tests.writers.epub_books import written

pytestmark = pytest.mark.slow


def gathered(folder):
    settings = config.load(folder, {})
    return gather(read_folder(settings, silent), settings)


def east_asian():
    """Return a book of stories in Japanese and in both ways to write Chinese."""
    places = [ROOT / "tests" / "cases" / "languages" / f"{name}.md" for name in ("ja", "zh-Hans", "zh-Hant")]
    with TemporaryDirectory() as folder:
        for place in places:
            shutil.copy(place, folder)
        return gathered(Path(folder))


BOOKS = {
    "every kind, notes in place": every_kind.anthology,
    "every kind, notes as an appendix": lambda: every_kind.anthology("appendix"),
    "in Arabic": lambda: every_kind.anthology(language="ar"),
    "in Japanese and Chinese": east_asian,
    "manuscripts": lambda: gathered(ROOT / "manuscripts"),
    "stories in the shapes of the sites": lambda: gathered(tools.shared("samples", "web-shapes")),
}


def lost(content, text):
    """Return what calibre's text lacks of the stories, or has too much."""
    whole = letters(text)
    last = 0
    found = []
    for story in told(content).stories:
        for chapter in story.chapters:
            way = find(chapter.letters, whole, nothing_known, last)
            last = way.last
            found += [(story.title, chapter.letters[one.start : one.end][:40], one) for one in way.differences]
    return found


@pytest.mark.parametrize("flavour", ["azw3", "kepub"])
@pytest.mark.parametrize("which", BOOKS)
def test_no_word_and_no_break_is_lost_on_the_way(flavour, which, tmp_path):
    tools.tool("ebook-convert")
    content = BOOKS[which]()
    ((suffix, data),) = FLAVOURS[flavour](written(content)).files.items()
    place = tmp_path / f"book{suffix}"
    place.write_bytes(data)
    text = calibre.text(place)
    assert lost(content, text) == []
    breaks = sum(len(chapter.breaks) for story in told(content).stories for chapter in story.chapters)
    assert breaks > 1
    assert text.count(calibre.BREAK) == breaks


def test_a_word_that_is_gone_and_a_break_that_is_gone_are_seen(tmp_path):
    content = every_kind.anthology()
    place = tmp_path / "book.epub"
    place.write_bytes(written(content))
    text = calibre.text(place)
    assert lost(content, text) == []
    assert lost(content, text.replace("lemons", "", 1)) != []
    assert text.count(calibre.BREAK) > text.replace(calibre.BREAK, "", 1).count(calibre.BREAK)


@pytest.mark.parametrize("which", BOOKS)
def test_the_azw3_is_proved_by_the_builds_own_check_too(which):
    tools.tool("ebook-convert")
    content = BOOKS[which]()
    epub = written(content)
    book = FLAVOURS["azw3"](epub).files[".azw3"]
    assert book.count(str(facts(epub).identifier).encode()) == 2
    assert checks.prove({".azw3": book}, content) == ()


def test_a_reading_system_opens_the_azw3_without_a_complaint(tmp_path):
    tools.tool("ebook-convert")
    place = tmp_path / "book.azw3"
    place.write_bytes(FLAVOURS["azw3"](written(every_kind.anthology("footnotes"))).files[".azw3"])
    found = systems.opened(place, str(tmp_path / "page"), systems=("foliate",))["foliate"]
    assert found["problems"] == []
    places = [page for _, page, _ in found["info"]["contents"]]
    assert len(places) > 8
    assert places == sorted(set(places))
    assert places[0] > 0
