"""A page number that the book prints of itself is compared with the page where its link leads."""

from fic2book import checks
from fic2book.model import Note, Place
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


def proved(css=""):
    printed = pdf_books.printed(book(), css)
    return checks.prove({".pdf": printed.data}, printed.book.anthology)


def test_true_numbers_are_no_problem():
    assert [one for one in proved() if one.code == "page-number"] == []


def test_every_wrong_number_is_told_with_its_section():
    found = [one.message for one in proved('.folio.folio::after { content: "77" }') if one.code == "page-number"]
    for said in (
        "the contents say that “7 Lamps” stands on page 77; in the PDF it is page 1.",
        "the contents say that “1984” stands on page 77; in the PDF it is page 2.",
        "the contents say that “第三章” stands on page 77; in the PDF it is page 4.",
        "the contents say that “Foreword” stands on page 77; in the PDF it is page vii.",
        "the contents say that what “Ratings and warnings: see “Content notes” at the back of the book, page 77” leads",
        "the content notes say that “1984” stands on page 77;",
        "the authors’ notes say that “第三章” stands on page 77;",
        "the index says that what “77” leads to stands on page 77; in the PDF it is page 4.",
    ):
        assert any(message.startswith(said) for message in found), (said, found)


def test_a_number_that_is_not_printed_is_told():
    found = proved('.contents [data-to="#harbour"].folio::after { content: none }')
    said = "the contents say no page for “7 Lamps”; in the PDF it is page 1."
    assert [(one.code, one.message) for one in found] == [("page-number", said)]


def test_a_roman_number_before_a_title_that_goes_on_like_one_is_read_as_it_stands():
    content = anthology(
        story("harbour", *HARBOUR, warnings=("Storms",)), story("tide", *HARBOUR), content_notes="front"
    )
    before = ".contents-list .folio { order: -1; flex: 0 0 3em; text-align: left }"
    for css, wrong in ((before, []), (f'{before} .front .folio.folio::after {{ content: "ixc" }}', ["page-number"])):
        printed = pdf_books.printed(content, css)
        found = checks.prove({".pdf": printed.data}, printed.book.anthology)
        assert [one.code for one in found if "Content notes" in one.message][:1] == wrong
