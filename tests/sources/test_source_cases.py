"""Origins: each case file is a manuscript, a line of ``=====``, and what must be found in it.

``field: value`` (several parted by `` | ``; nothing: must be empty), ``first:`` and ``last:`` for how the story begins
and ends, ``removed 3: words``, ``moved 3: words`` or ``flagged 3: reason`` for entries of the ledger. Of a file with
several stories a line of ``+++++`` parts what must be found in each.
"""

import re
from pathlib import Path

import pytest

from fic2book import account, markup, sources
from fic2book.model import Series
from fic2book.readers import READERS
from fic2book.readers.given import Given

_FOLDER = Path(__file__).parents[1] / "cases" / "sources"
_CASES = sorted(case for case in _FOLDER.rglob("*") if case.is_file())


@pytest.mark.parametrize("case", _CASES, ids=[str(case.relative_to(_FOLDER)) for case in _CASES])
def test_an_origin_is_recognised_and_its_words_sorted(case):
    manuscript, _, expected = case.read_text(encoding="utf-8").partition("\n=====\n")
    document = READERS[case.suffix](Given(case.name, manuscript.encode()))
    stories = sources.recognise(document)
    assert account.unaccounted(document, stories) == ()
    wanted = [part.strip("\n").split("\n") for part in expected.split("\n+++++\n")]
    assert len(stories) == len(wanted)
    told = [[_told(story, line) for line in lines] for story, lines in zip(stories, wanted, strict=True)]
    assert told == wanted


def _told(story, expected):
    entry = re.match(r"(removed|moved|flagged) (\d+): ", expected)
    if entry:
        entries = [f"{c.kind} {c.line}: {c.after if c.kind == 'flagged' else c.before}" for c in story.ledger]
        return expected if expected in entries else entries
    name, _, value = expected.partition(":")
    text = markup.plain(story.body).strip()
    if name in {"first", "last"}:
        found = text.startswith(value.strip()) if name == "first" else text.endswith(value.strip())
        return expected if found else f"{name}: {text[:60] if name == 'first' else text[-60:]}"
    return f"{name}: {_field(story, name)}".rstrip()


def _field(story, name):
    if name == "notes":
        return " / ".join(markup.plain(note.body).strip() for note in story.notes)
    value = getattr(story, name)
    if isinstance(value, tuple):
        return " | ".join(f"{item.name} {item.number}" if isinstance(item, Series) else item for item in value)
    return value
