"""Markdown as story writers type it: each case file is a manuscript, a line of ``=====``, and the markup it becomes.

A line ``ledger: …`` at the end names what was left out, as ``rule kind line words``.
"""

from pathlib import Path

import pytest

from fic2book import account, sources
from fic2book.readers import markdown
from fic2book.readers.given import Given

_CASES = sorted((Path(__file__).parents[1] / "cases" / "readers" / "markdown").glob("*.md"))


@pytest.mark.parametrize("case", _CASES, ids=[case.stem for case in _CASES])
def test_markdown_is_read_as_it_was_meant(case):
    manuscript, _, expected = case.read_text(encoding="utf-8").partition("\n=====\n")
    document = markdown.read(Given(case.name, manuscript.encode()))
    entries = [f"ledger: {c.rule} {c.kind} {c.line} {c.before or c.after}" for c in document.changes]
    told = "\n".join([document.body.replace("</p><", "</p>\n<"), *entries]).strip()
    assert [line for line in told.split("\n") if line] == [line for line in expected.split("\n") if line]
    assert account.unaccounted(document, sources.recognise(document)) == ()
