"""Every line that the report prints does what it says: pasted, it brings the words or the mark back."""

import pytest

from fic2book.undoing import lines
from tests.tools import ROOT
from tests.undoing.ledgers import Entry, Manuscript, entries, is_back, read_with

MANUSCRIPTS = sorted(
    place for place in (ROOT / "manuscripts").iterdir() if place.suffix != ".toml" and place.name != "foreword.md"
)
SOURCES = sorted(place for place in (ROOT / "tests" / "cases" / "sources").rglob("*.*"))
FOUND = list(entries([*map(Manuscript.of, MANUSCRIPTS), *map(Manuscript.of_case, SOURCES)]))


@pytest.mark.parametrize("entry", FOUND, ids=lambda entry: f"{entry.file.name}-{entry.change.rule}-{entry.change.line}")
def test_pasting_the_line_brings_the_words_or_the_mark_back(entry, tmp_path):
    assert entry.said, entry.change
    stories, problems = read_with(entry.file, entry.said, tmp_path)
    after = next(story for story in stories if story.part == entry.story.part)
    assert is_back(entry, after), (entry.change, entry.said, after.body[:2000], after.ledger)
    assert not problems


@pytest.mark.slow
@pytest.mark.parametrize("shape", range(1, 16))
def test_it_does_so_in_real_pages_and_pastes_of_every_site(shape, shared, tmp_path):
    place = next((shared / "samples" / "web-shapes").glob(f"{shape:02}_*"))
    for number, entry in enumerate(entries([Manuscript.of(place)])):
        folder = tmp_path / str(number)
        folder.mkdir()
        stories, problems = read_with(entry.file, entry.said, folder)
        after = next(story for story in stories if story.part == entry.story.part)
        assert entry.said, entry.change
        assert is_back(entry, after), (entry.change, entry.said)
        assert not problems


SEVERAL = (
    '# The Glass Orchard\n\nby June Harrow\n\nThe apples rang.\n\n"Four," said Ash.\n\n# Cider\n\nby Linden Ash\n\n'
    "A/N: thank you for reading!\n\nThe press stood still.\n\nNobody spoke.\n"
)


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
