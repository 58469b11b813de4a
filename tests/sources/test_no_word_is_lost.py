"""Unknown pages, and files with several stories: what is taken away from their stories or ledgers is missed."""

from dataclasses import replace
from pathlib import Path

import pytest

from fic2book import account, markup, sources
from fic2book.model import Kind
from fic2book.readers import READERS
from fic2book.readers.given import Given

_FOLDER = Path(__file__).parents[1] / "cases" / "sources"
_CASES = [
    case
    for room in ("page", "saved", "several", "one_story", "livejournal", "tumblr")
    for case in sorted((_FOLDER / room).iterdir())
    if case.suffix != ".md"  # its syntax may stand for a word or not
]
_NAMES = [str(case.relative_to(_FOLDER)) for case in _CASES]


def read(case):
    manuscript = case.read_text(encoding="utf-8").partition("\n=====\n")[0]
    document = READERS[case.suffix](Given(case.name, manuscript.encode()))
    return document, sources.recognise(document)


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_an_entry_that_is_taken_out_of_the_ledger_is_missed(case):
    document, stories = read(case)
    first, *rest = stories
    taken = [entry for entry in first.ledger if entry.kind in {Kind.REMOVED, Kind.MOVED} and entry.before.strip("-* =")]
    for entry in taken[:3]:
        broken = replace(first, ledger=tuple(other for other in first.ledger if other is not entry))
        assert account.unaccounted(document, (broken, *rest))


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_a_paragraph_that_is_taken_out_of_a_story_is_missed(case):
    document, stories = read(case)
    *rest, last = stories
    root = markup.parse(last.body)
    markup.remove(list(root)[-1])
    broken = replace(last, body=markup.serialise(root, keep_lines=True))
    assert account.unaccounted(document, (*rest, broken))


@pytest.mark.parametrize("case", [case for case in _CASES if case.parent.name == "several"], ids=lambda case: case.name)
def test_stories_in_another_order_than_in_their_file_are_noticed(case):
    document, stories = read(case)
    assert len(stories) > 1
    assert account.unaccounted(document, stories[::-1])


def test_no_story_is_made_of_nothing():
    for case in _CASES:
        assert all(markup.plain(story.body).strip() for story in read(case)[1])
