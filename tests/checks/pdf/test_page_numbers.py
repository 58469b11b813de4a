"""A page number that the book prints of itself is compared with the page where its link leads."""

from dataclasses import replace

import pytest

from fic2book import checks, themes
from fic2book.model import Note, Place
from fic2book.writers import pdf
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR, anthology, story

THANKS = Note(place=Place.AFTER, body='<p>Thank you. See <a href="https://example.org/2">part 2</a>.</p>')


def book():
    """Return a book in which numbers stand in titles, beside page numbers and alone."""
    return anthology(
        story("harbour", *HARBOUR, title="7 Lamps", rating="Mature", warnings=("Storms",), characters=("Marit 5",)),
        story("1984", *HARBOUR, authors=("Bo Quill",), rating="General Audiences", notes=(THANKS,)),
        story("tide", *HARBOUR * 3, title="第三章", authors=("Cass",), characters=("Marit 5",), notes=(THANKS,)),
        foreword="<p>These were told in one winter.</p>",
        show_notes="appendix",
        lengths=True,
        content_notes="back",
    )


def made(css="", theme="classic"):
    content = book()
    looks = themes.load(theme)
    plain = pdf_books.book(content)
    whole = replace(plain, theme=replace(looks, pdf_css=looks.pdf_css + css), page=themes.design(looks))
    return pdf_books.Printed(book=whole, data=pdf.write(whole).files[".pdf"])


def proved(printed):
    found = checks.prove({".pdf": printed.data}, printed.book.anthology)
    return [one.message for one in found if one.code == "page-number"]


@pytest.mark.parametrize("theme", ["classic", "clear", "adventure"])
def test_true_numbers_are_no_problem_wherever_the_contents_put_them(theme):
    assert proved(made(theme=theme)) == []


@pytest.mark.parametrize("theme", ["classic", "adventure"])
def test_every_wrong_number_is_told_with_its_section(theme):
    printed = made('.folio.folio::after { content: "77" }', theme)
    found, page = proved(printed), {name: printed.labels[start] for name, start in printed.starts.items()}
    for said in (
        f"the contents say that “7 Lamps” stands on page 77; in the PDF it is page {page['harbour']}.",
        f"the contents say that “1984” stands on page 77; in the PDF it is page {page['1984']}.",
        f"the contents say that “第三章” stands on page 77; in the PDF it is page {page['tide']}.",
        f"the contents say that “Foreword” stands on page 77; in the PDF it is page {page['foreword']}.",
        "the contents say that what “Ratings and warnings: see “Content notes” at the back of the book, page 77",
        "the content notes say that “1984” stands on page 77;",
        "the authors’ notes say that “第三章” stands on page 77;",
        f"the index says that what “77” leads to stands on page 77; in the PDF it is page {page['tide']}.",
    ):
        assert any(message.startswith(said) for message in found), (said, found)


def test_a_number_that_is_not_printed_is_told():
    printed = made('.contents [data-to="#harbour"].folio::after { content: none }')
    said = "the contents say no page for “7 Lamps”; in the PDF it is page 1."
    assert proved(printed) == [said]


def test_a_roman_number_before_a_title_that_goes_on_like_one_is_read_as_it_stands():
    content = anthology(
        story("harbour", *HARBOUR, warnings=("Storms",)), story("tide", *HARBOUR), content_notes="front"
    )
    before = ".contents-list .folio { order: -1; flex: 0 0 3em; text-align: left }"
    for css, wrong in ((before, []), (f'{before} .front .folio.folio::after {{ content: "ixc" }}', ["page-number"])):
        printed = pdf_books.printed(content, css)
        found = checks.prove({".pdf": printed.data}, printed.book.anthology)
        assert [one.code for one in found if "Content notes" in one.message][:1] == wrong
