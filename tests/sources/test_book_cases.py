"""Downloaded books and pages: each case file holds its pages, a line of ``=====``, and what must be found in it.

As in ``test_source_cases``; several stories are parted by ``-----``. A book's case begins with what its package says
(``dc:title = …``), then its pages, each behind ``--- its/file.xhtml``. A page's case is one HTML file.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from fic2book import account, markup, readers, restoration, sources
from fic2book.model import Series
from fic2book.readers.given import Given
from tests.sources import bound

_FOLDER = Path(__file__).parents[1] / "cases" / "books"
_CASES = sorted(case for case in _FOLDER.rglob("*") if case.is_file())
_NAMES = [str(case.relative_to(_FOLDER)) for case in _CASES]


def _document(case, text):
    if case.suffix == ".book":
        return readers.understand(Given(f"{case.stem}.epub", bound.epub(text)))
    return readers.understand(Given(case.name, text.encode()))


def _parted(case):
    text, _, expected = case.read_text(encoding="utf-8").partition("\n=====\n")
    return text, [story.strip("\n").split("\n") for story in expected.split("\n-----\n")]


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_a_download_is_recognised_and_its_words_sorted(case):
    text, expected = _parted(case)
    document = _document(case, text)
    stories = sources.recognise(document)
    assert account.unaccounted(document, stories) == ()
    assert account.unaccounted(document, tuple(map(restoration.restore, stories))) == ()
    assert len(stories) == len(expected)
    assert [[_told(story, line) for line in lines] for story, lines in zip(stories, expected, strict=True)] == expected


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_a_download_whose_classes_were_renamed_is_read_the_same(case):
    text, _ = _parted(case)
    before, after = (sources.recognise(_document(case, shape)) for shape in (text, bound.renamed(text)))
    assert [_without_classes(story) for story in after] == [_without_classes(story) for story in before]


def _without_classes(story):
    notes = tuple(replace(note, body=_classless(note.body)) for note in story.notes)
    return replace(story, body=_classless(story.body), summary=_classless(story.summary), notes=notes)


def _classless(body):
    return re.sub(r' class="(?!chapter|scene|center|right)[^"]*"', "", body)


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
    if name == "not":
        return expected if value.strip() not in text else f"{name}: but it is"
    return f"{name}: {_field(story, name)}".rstrip()


def _field(story, name):
    if name == "notes":
        return " | ".join(
            f"{note.place} {note.chapter} {note.kind}: {' '.join(markup.plain(note.body).split())}"
            for note in story.notes
        )
    if name == "headings":
        return " | ".join(markup.text_of(heading) for heading in markup.parse(story.body).iter("h2"))
    if name == "summary":
        return " / ".join(markup.plain(story.summary).split("\n"))
    value = getattr(story, name)
    if isinstance(value, tuple):
        return " | ".join(f"{item.name} {item.number}" if isinstance(item, Series) else item for item in value)
    return value
