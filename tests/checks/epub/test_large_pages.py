"""A page that no e-reader turns quickly is told: one paragraph that is more than a whole file may be."""

from dataclasses import replace

from fic2book import checks
from fic2book.model import Severity
from fic2book.writers import kepub
from tests.checks.library import anthology, write

SENTENCE = "The tide went out as far as the second buoy, and nobody had ever seen the third. "


def told(body: str, *, for_kobo: bool = False) -> list:
    first, *others = anthology().stories
    content = replace(anthology(), stories=(replace(first, body=body), *others))
    epub = write(content, "epub")
    books = kepub.make(epub).files if for_kobo else {".epub": epub}
    return list(checks.prove(books, content))


def test_a_paragraph_above_the_limit_is_told_with_its_first_words():
    (problem,) = told(f"<p>{SENTENCE * 3100}</p>")
    assert (problem.code, problem.severity) == ("page-large", Severity.WARNING)
    assert "251 kB" in problem.message
    assert SENTENCE[:40] in problem.message


def test_as_many_words_in_paragraphs_are_parted_and_nothing_is_told():
    assert told(f"<p>{SENTENCE * 50}</p>" * 62) == []


def test_the_marks_of_a_kepub_make_no_page_large():
    assert told(f"<p>{SENTENCE}</p>" * 2600, for_kobo=True) == []
