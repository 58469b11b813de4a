"""Every line that the report prints does what it says: pasted, it brings the words or the mark back."""

import pytest

from fic2book.model import Kind
from fic2book.undoing import lines
from tests.tools import ROOT
from tests.undoing.ledgers import Entry, Manuscript, entries, is_back, read_with

MANUSCRIPTS = sorted(
    place
    for place in (ROOT / "manuscripts").iterdir()
    if place.suffix not in {".toml", ".svg"} and place.name != "foreword.md"
)
SOURCES = sorted(place for place in (ROOT / "tests" / "cases" / "sources").rglob("*.*") if place.is_file())
SEVERAL = (
    '# The Glass Orchard\n\nby June Harrow\n\nThe apples rang.\n\n"Four," said Ash.\n\n# Cider\n\nby Linden Ash\n\n'
    "A/N: thank you for reading!\n\nThe press stood still.\n\nNobody spoke.\n"
)


def proved(file, folder):
    """Paste the line of each kind of entry by itself, and count them."""
    number = 0
    for number, entry in enumerate(entries([file]), 1):
        place = folder / str(number)
        place.mkdir()
        assert entry.said, entry.change
        stories, problems = read_with(file, entry.said, place)
        after = next(story for story in stories if story.part == entry.story.part)
        assert not is_back(entry, entry.story)
        assert is_back(entry, after), (entry.change, entry.said, after.body[:2000], after.ledger)
        assert not problems, entry.said
    return number


@pytest.mark.parametrize("place", MANUSCRIPTS, ids=lambda place: place.name)
def test_pasting_the_line_brings_the_words_or_the_mark_of_a_manuscript_back(place, tmp_path):
    assert proved(Manuscript.of(place), tmp_path)


@pytest.mark.parametrize("place", SOURCES, ids=lambda place: f"{place.parent.name}-{place.name}")
def test_it_does_so_for_every_origin(place, tmp_path):
    assert proved(Manuscript.of_case(place), tmp_path) or place.parent.name == "leave_alone"


@pytest.mark.slow
@pytest.mark.parametrize("shape", range(1, 16))
def test_it_does_so_in_real_pages_and_pastes_of_every_site(shape, shared, tmp_path):
    assert proved(Manuscript.of(next((shared / "samples" / "web-shapes").glob(f"{shape:02}_*"))), tmp_path)


def test_in_a_file_of_several_stories_the_lines_name_the_story_and_leave_the_others_alone(tmp_path):
    file = Manuscript("two.md", SEVERAL.encode())
    parted = '[[story]]\nfile = "two.md"\nsplit = "h1"\n\n'
    stories, _ = read_with(file, parted, tmp_path)
    assert [story.title for story in stories] == ["The Glass Orchard", "Cider"]
    for story in stories:
        for change in story.ledger:
            said = lines.line(story, change, several=True)
            assert f"part = {story.part}\n" in said
            after, problems = read_with(file, parted + said, tmp_path)
            assert is_back(Entry(file, story, change, said), after[story.part - 1]), said
            assert after[2 - story.part] == stories[2 - story.part]
            assert not problems


@pytest.mark.parametrize("place", [*MANUSCRIPTS, *SOURCES], ids=lambda place: f"{place.parent.name}-{place.name}")
def test_all_that_was_taken_can_be_asked_for_at_once_and_not_a_word_is_lost_or_told_twice(place, tmp_path):
    case = place.parent != ROOT / "manuscripts"
    file = Manuscript.of_case(place) if case else Manuscript.of(place)
    stories, _ = read_with(file, "", tmp_path)
    said = f'[[story]]\nfile = "{file.name}"\ntext = "1-99999"\n'
    after, problems = read_with(file, said, tmp_path)
    assert not problems
    assert len(after) == len(stories)
    left = [change for story in after for change in story.ledger if change.kind in {Kind.REMOVED, Kind.MOVED}]
    assert all(lines.why_not(change) or not change.line for change in left), left
