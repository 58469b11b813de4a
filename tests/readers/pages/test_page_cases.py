"""Pages of all kinds: each case file is a page, a line of ``=====``, the rows that it becomes, and the story's markup.

Behind ``-----`` stand the blocks as ``markup.tidy`` makes them; lines of ``ledger: …`` name what was left out or
rewritten, as ``rule kind line words``, lines of ``picture: …`` what stands for a picture that is not at hand.
"""

from pathlib import Path

import pytest

from fic2book import markup
from fic2book.readers.pages import Around, normalise

_CASES = sorted((Path(__file__).parents[2] / "cases" / "readers" / "pages").iterdir())


@pytest.mark.parametrize("case", _CASES, ids=[case.stem for case in _CASES])
def test_a_page_becomes_rows_and_the_books_markup(case):
    source, _, expected = case.read_text(encoding="utf-8").partition("\n=====\n")
    assert told(source, xml=case.suffix == ".xhtml") == expected.strip("\n")


def told(source, *, xml=False):
    page = normalise(source, around=Around(xml=xml))
    blocks = list(markup.parse(page.body))
    tidied = markup.tidy(blocks)
    entries = [f"ledger: {c.rule} {c.kind} {c.line} {c.before}" + f" → {c.after}" * bool(c.after) for c in page.changes]
    pictures = [f"picture: {words}" for words in tidied.images]
    cleaned = [markup.serialise_block(block) for block in markup.parse(tidied.markup)]
    rows = [markup.serialise_block(block) for block in blocks]
    return "\n".join([*rows, "-----", *cleaned, *entries, *pictures])


@pytest.mark.parametrize("align", ["center", "right"])
def test_an_alignment_says_something_only_where_it_is_rare(align):
    some, many = f'<p align="{align}">one</p>', "<p>two</p>" * 30
    assert told(many + some).count(f'class="{align}"') == 1
    assert f'class="{align}"' not in told(f'<div align="{align}">{many}</div><p>plain</p>')
    assert told(f'<div align="{align}">{"<p>short</p>" * 6}</div>').count(f'class="{align}"') == 6


def test_right_is_no_alignment_for_what_runs_from_the_right():
    assert 'class="right"' not in told('<p dir="rtl" align="right">\u05e9\u05dc\u05d5\u05dd</p>')


@pytest.mark.parametrize(
    ("html", "tidied"),
    [
        ("one<b><img src=x></b> three", "one<b/> three"), ("one <img src=x> two", "one two"),
        ("<img src=x> two", "two"), ("one<img src=x>two", "onetwo"),
        ("one<b><img src=x> three</b>", "one<b> three</b>"),
        ("one <b>two <img src=x></b> three", "one <b>two </b>three"),
    ],
)  # fmt: skip
def test_a_missing_picture_neither_glues_nor_parts_words(html, tidied):
    (block,) = markup.parse(normalise(f"<p>{html}</p>").body)
    assert markup.serialise(markup.parse(markup.tidy([block]).markup)) == f"<p>{tidied}</p>"
