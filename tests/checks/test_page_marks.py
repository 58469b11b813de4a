"""The marks of printed pages are proved against the PDF: moved, lost, doubled or misnamed ones are told."""

import re
from dataclasses import replace
from functools import cache

import pytest

from fic2book import checks, sections, themes
from fic2book.checks import page_marks
from fic2book.model import Anthology, Book, Note, Place, Severity
from fic2book.writers import WRITERS, with_pages
from tests.checks.library import anthology, archive_name, drawn_cover, entry, names, rezip
from tests.checks.pdf import test_page_numbers

MARK = r'<span [^>]*role="doc-pagebreak"[^>]*></span>'


def made(content: Anthology, looks: str) -> tuple[bytes, bytes]:
    """Return an anthology's EPUB and PDF."""
    theme = themes.load(looks)
    bound = Book(
        anthology=content,
        sections=sections.lay_out(content),
        theme=theme,
        cover=drawn_cover(),
        page=themes.design(theme),
    )
    printed = WRITERS["pdf"](bound)
    return WRITERS["epub"](with_pages(bound, printed)).files[".epub"], printed.files[".pdf"]


@cache
def both(looks: str = "classic") -> tuple[bytes, bytes]:
    return made(anthology(), looks)


def told(epub: bytes, pdf: bytes):
    return checks.prove_alone({"small.epub": epub, "small.pdf": pdf})


def changed(name: str, pattern: str, by: str, count: int = 1) -> bytes:
    book = both()[0]
    before = entry(book, name).decode()
    after = re.sub(pattern, by, before, count=count, flags=re.DOTALL)
    assert after != before
    return rezip(book, {archive_name(names(book), name): after.encode()})


@pytest.mark.parametrize("looks", ["classic", "gothic"])
def test_sound_books_have_no_problem(looks):
    epub, pdf = both(looks)
    assert told(epub, pdf) == ()
    assert checks.prove({".epub": epub, ".pdf": pdf}, anthology()) == ()


@pytest.mark.parametrize(("looks", "language"), [("classic", "en"), ("adventure", "de"), ("romance", "ja")])
def test_page_numbers_among_the_words_of_contents_notes_and_index_are_passed_over(looks, language):
    content = replace(test_page_numbers.book(), language=language)
    epub, pdf = made(content, looks)
    assert [one for one in checks.prove({".epub": epub, ".pdf": pdf}, content) if one.code == "page-mark"] == []


def test_the_label_of_a_note_at_the_head_which_paper_does_not_say_is_passed_over():
    note = Note(place=Place.BEFORE, body="<p>For the boy who sold string.</p>")
    stories = tuple(
        replace(story, title="Stay", authors=("Ada Quay",), notes=(note,), summary="") for story in anthology().stories
    )
    epub, pdf = made(replace(anthology(), stories=stories, authors=("Ada Quay",)), "classic")
    assert "Author’s note" in entry(epub, "clock.xhtml").decode()
    assert [one for one in told(epub, pdf) if one.code == "page-mark"] == []


@pytest.mark.parametrize(
    ("pattern", "by", "sentence"),
    [
        (rf"({MARK})(<h1.*?</h1>)", r"\2\1", "does not stand at that page’s first word"),
        (MARK, "", "is marked nowhere in the EPUB"),
        (rf"({MARK})", r"\1\1", "is out of order"),
        (r'(doc-pagebreak"[^>]*aria-label=")\d+"', r'\g<1>999"', "of a page that the PDF does not have"),
    ],
)
def test_a_mark_that_was_moved_lost_doubled_or_misnamed_is_told(pattern, by, sentence):
    found = told(changed("clock.xhtml", pattern, by), both()[1])
    assert any(problem.code == "page-mark" and sentence in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("page", "text", "begins"),
    [
        ("the island lay before them, quite still", "the sea lay before them, quite still", False),
        ("Foreword ix Ada Finch and friends", "Foreword Ada Finch and friends", True),
        ("Agnes, 15, 22 Odalys, 43 Pim, 7 Wick, 9", "Agnes: ; Odalys: Pim: Wick:", True),
        ("Agnes, 15, 22 Odalys, 43 Pim, 7 Wick, 9", "Agnes: ; Pim: Wick: Odalys:", False),
        ("Authors’ notes Tobermory, page 45 by", "Authors’ notes Tobermory by", True),
        ("Authors’ notes Tobermory, page 45 by", "Authors’ notes Gabriel-Ernest by", False),
        ("حارسة الينبوع ليلى by كان المصباح", "حارسة الينبوع by ليلى كان المصباح", True),
        ("حارسة الينبوع ليلى by كان المصباح", "الينبوع by ليلى كان المصباح يضيء", False),
    ],
)
def test_only_numbers_may_stand_between_the_words_of_a_page_and_lines_of_two_directions_be_turned(page, text, begins):
    assert page_marks.begins(page, text) is begins


def test_a_mark_with_the_number_of_another_page_is_told():
    found = told(changed("clock.xhtml", r'(doc-pagebreak"[^>]*aria-label=")\d+"', r'\g<1>2"'), both()[1])
    assert {problem.code for problem in found} == {"page-mark"}


def test_a_pdf_of_other_pages_is_told():
    epub = changed("content.opf", r'(pageBreakSource">)[^<]+', r"\1urn:uuid:00000000-0000-5000-8000-000000000000")
    (problem,) = told(epub, both()[1])
    assert (problem.code, problem.severity) == ("page-source", Severity.WARNING)
