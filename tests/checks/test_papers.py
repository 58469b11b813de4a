"""The pages that the book's maker wrote are in both books, word for word; one that lost words is named."""

from dataclasses import replace
from functools import cache

import pytest

from fic2book import checks, sections, themes
from fic2book.model import Book, Imprint
from fic2book.writers import WRITERS
from tests.sections.shelf import two_hands
from tests.writers.epub_books import plain_cover

LONG = "".join(
    f"<p>{'They came by post, one at a time, number ' + str(n) + ', and were read so. ' * 6}</p>" for n in range(20)
)
PAGES = {
    "dedication": "For the efficient office,\nwhich counted twice.",
    "foreword": f"<h1>Before the tide</h1>{LONG}",
    "afterword": "<p>Goodbye.</p>",
    "about": "<p><b>Ada Finch</b> keeps bees &amp; fiction.</p>",
}


@cache
def whole():
    return two_hands(**PAGES, imprint=Imprint(colophon="Waxed thread.\n\nA baking tray.", edition="1 of 3"))


@cache
def made(output: str, *, without: str = "") -> dict[str, bytes]:
    """Return the book's file; ``without`` is a page that is emptied behind the program's back."""
    content = whole()
    theme = themes.load("classic")
    laid = sections.lay_out(content)
    if without:
        laid = tuple(replace(one, body=spoilt(one.body)) if one.kind == without else one for one in laid)
    book = Book(anthology=content, sections=laid, theme=theme, cover=plain_cover(), page=themes.design(theme))
    return dict(WRITERS[output](book).files)


def spoilt(body: str) -> str:
    """Take the last word of the last paragraph away."""
    head, _, tail = body.rpartition("</p>")
    head = head.rstrip()
    return f"{head[: head.rindex(' ')]}</p>{tail}" if " " in head[head.rindex("<p") + 3 :] else f"{head[:-8]}</p>{tail}"


@pytest.mark.parametrize("output", ["epub", "pdf"])
def test_a_whole_book_has_all_of_them(output):
    assert checks.prove(made(output), whole()) == ()


@pytest.mark.parametrize("kind", [*PAGES, "press"])
@pytest.mark.parametrize("output", ["epub", "pdf"])
def test_a_page_that_lost_a_word_is_named(output, kind):
    content = whole()
    if kind == "press":
        content = replace(content, imprint=replace(content.imprint, colophon="Waxed thread.\n\nA baking tray, gilt."))
        found = checks.prove(made(output), content)
    else:
        found = checks.prove(made(output, without=kind), content)
    assert [problem.code for problem in found] == ["page-lost"]
    assert f"in the {output.upper()}" in found[0].message
