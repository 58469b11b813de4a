"""The demo read by ear, from start to end: as foliate-js gives it to a screen reader, and as the PDF's tags do."""

import pikepdf
import pytest

from fic2book.inspection import manuscript
from fic2book.words import words_of
from tests.finished import ear, package, systems
from tests.finished.books import broken

pytestmark = pytest.mark.slow
FINDERS = (ear.torn_letters, ear.typed_ornaments, ear.nameless, ear.skipped_levels)


@pytest.fixture(scope="module")
def listened(finished):
    return systems.node("listen.mjs", finished("demo").epub)


@pytest.fixture(scope="module")
def spoken(finished, listened):
    return {".epub": list(ear.of_epub(listened["documents"])), ".pdf": ear.of_pdf(finished("demo").pdf)}


@pytest.mark.parametrize("suffix", [".epub", ".pdf"])
@pytest.mark.parametrize("finder", FINDERS)
def test_nothing_troubles_a_listener(spoken, suffix, finder):
    assert len(spoken[suffix]) > 1_000
    assert finder(spoken[suffix]) == []


@pytest.mark.parametrize("suffix", [".epub", ".pdf"])
def test_every_story_is_opened_by_a_heading_in_its_order(finished, spoken, suffix):
    heard = [ear.plain(one.words) for one in spoken[suffix] if one.role in {"heading 1", "H1"}]
    stories = [ear.plain(story.title) for story in finished("demo").anthology.stories]
    assert [words for words in heard if words in stories] == stories


@pytest.mark.parametrize("suffix", [".epub", ".pdf"])
def test_every_scene_break_is_said_in_the_language_of_its_story(finished, spoken, suffix):
    stories = finished("demo").anthology.stories
    wanted = [words_of(story.language).scene_break for story in stories for _ in range(scene_breaks(story))]
    said = [one.words for one in spoken[suffix] if one.role in {"separator", "image"} and one.words in set(wanted)]
    assert said == wanted
    assert len(set(wanted)) > 1


def scene_breaks(story) -> int:
    return manuscript(story)["scene_breaks"]


def test_every_note_is_reached_and_left_again(finished, listened):
    calls = [link for page in package.said(finished("demo").epub).documents for link in page.xpath(ear.CALLS)]
    assert listened["problems"] == []
    assert listened["notes"] == [{"there": True, "back": True}] * len(calls) != []


def test_the_pdfs_notes_are_reached_and_left_again(finished):
    with pikepdf.open(finished("demo").pdf) as pdf:
        calls, backs = ear.note_links(pdf)
    assert calls == backs != set()


SPOILED = (
    (r'(<p class="first[^>]*>(?:<span[^>]*>)?)([A-Z])([a-z])', r'\1<span style="float:left">\2</span>\3'),
    (r'<hr class="scene"[^>]*/>', '<p class="center">* * *</p>'),
    (r' alt="[^"]*"', ""),
    (r"(</?)h2", r"\1h4"),
    (r'class="backref" href="#[^"]*"', 'class="backref" href="#gone"'),
)
"""Initials apart from their words, typed breaks, pictures without words, a level left out, notes without a way back."""


@pytest.fixture(scope="module")
def spoiled(finished, tmp_path_factory):
    return systems.node("listen.mjs", broken(finished("demo").epub, tmp_path_factory.mktemp("s") / "b.epub", *SPOILED))


@pytest.mark.parametrize("finder", FINDERS)
def test_what_would_trouble_a_listener_is_found(spoiled, finder):
    assert finder(list(ear.of_epub(spoiled["documents"]))) != []


def test_a_note_that_cannot_be_left_is_found(spoiled):
    assert {"there": True, "back": False} in spoiled["notes"]
