"""Pictures, notes and parts are proved like words: a book that lacks or changes one does not pass."""

import re
from dataclasses import replace

import pikepdf
import pytest

from fic2book import checks
from fic2book.model import Severity
from tests.checks.illustrated import PICTURES, anthology, picture, without, written
from tests.checks.library import archive_name, edit, entry, mend, names, rezip, write
from tests.writers import pdf_books

WAYS = ("", "before", "after", "footnotes", "appendix", "hide")


def told(book: bytes, suffix: str = ".epub", how: str = "") -> dict[str, str]:
    problems = checks.prove({suffix: book}, anthology(how))
    return {one.code: one.message for one in problems if one.severity == Severity.ERROR}


def alone(**books: bytes) -> dict[str, str]:
    problems = checks.prove_alone({f"book.{suffix}": book for suffix, book in books.items()})
    return {one.code: one.message for one in problems if one.severity == Severity.ERROR}


@pytest.mark.parametrize("how", WAYS)
def test_a_sound_book_passes_wherever_its_notes_stand(how):
    epub, pdf = written("epub", how), written("pdf", how)
    assert told(epub, how=how) == {}
    assert told(pdf, ".pdf", how) == {}
    assert alone(epub=epub, pdf=pdf) == {}


EPUB = {
    "a picture that is gone": (
        ("boat.xhtml", '<img src="../images/boat.boat.png" alt="A boat, alone" class="plate"/>', ""),
        "picture-lost",
        "“The Boat”: the picture “A boat, alone” is missing from the EPUB at the very beginning.",
    ),
    "a picture without words": (
        ("boat.xhtml", 'alt="Gulls on the wall"', 'alt=""'),
        "picture-words",
        "a picture has no words in the EPUB after the words “Dnoc She rang the again, and waited.”",
    ),
    "a picture twice": (
        ("boat.xhtml", "again, and waited.", 'again, and waited.<img src="../images/boat.bell.png" alt="bell"/>'),
        "picture-foreign",
        "the picture “bell” stands in the EPUB after the words",
    ),
    "a picture that leads to another": (
        ("boat.xhtml", "boat.wall.jpg", "boat.boat.png"),
        "picture-lost",
        "the picture “Gulls on the wall” is missing",
    ),
    "a note that is gone": (
        ("boat.xhtml", ' class="note-text" id="boat-note-4"', ""),
        "note-lost",
        "“The Boat”: the author’s note “Thank you for waiting on the wall with …” is missing from the EPUB.",
    ),
    "a warning that is gone": (
        ("boat.xhtml", 'id="boat-note-2"', 'id="boat-note-22"'),
        "note-lost",
        "the author’s warning “There is deep water",
    ),
    "a note without its end": (
        ("boat.xhtml", "with them until the lamp was out", "with them"),
        "text-lost",
        "“The Boat”, the author’s note: after the words",
    ),
    "a note with a word more": (
        ("ferry.xhtml", "Thank you for", "Thank you all for"),
        "text-foreign",
        "“all”",
    ),
    "a title page without its title": (
        ("part-inland.xhtml", ">Inland</h1>", ">Outland</h1>"),
        "part-lost",
        "the part “Inland” has no title page before its first story",
    ),
    "contents that do not know a part": (
        ("nav.xhtml", "text/part-inland.xhtml", "text/market.xhtml"),
        "part-lost",
        "the part “Inland” is missing from the EPUB’s navigation",
    ),
}


@pytest.mark.parametrize(("change", "code", "words"), EPUB.values(), ids=EPUB)
def test_an_epub_that_is_broken_beside_its_words_does_not_pass(change, code, words):
    broken = edit(written("epub"), *change)
    assert words in told(broken).get(code, "")
    assert alone(epub=broken)


def test_a_note_that_should_be_hidden_and_is_there_is_told():
    assert "that should be hidden" in told(written("epub"), how="hide")["note-foreign"]


def test_a_hidden_note_is_told_by_the_manifest_and_by_nothing_else():
    book = written("epub", "hide")
    assert '"shown": "hide"' in entry(book, "fic2book.json").decode()
    assert b"missed a boat by a minute" not in b"".join(entry(book, name) for name in names(book) if "xhtml" in name)
    assert b"deep water" in entry(book, "boat.xhtml")


def test_other_bytes_for_a_picture_are_another_picture():
    other = {archive_name(names(written("epub")), "boat.bell.png"): picture("x", (21, 20)).data}
    assert told(rezip(written("epub"), other)).keys() == {"picture-lost", "picture-foreign"}


def test_pictures_in_another_order_are_told():
    book = written("epub")
    swapped = edit(book, "boat.xhtml", "boat.boat.png", "boat.x.png")
    swapped = edit(swapped, "boat.xhtml", "boat.wall.jpg", "boat.boat.png")
    assert "picture-lost" in told(edit(swapped, "boat.xhtml", "boat.x.png", "boat.wall.jpg"))


def test_every_picture_lies_in_the_epub_once_and_under_its_own_name():
    assert [name for name in names(written("epub")) if "images/boat" in name] == [
        "EPUB/images/boat.bell.png", "EPUB/images/boat.boat.png", "EPUB/images/boat.wall.jpg",
    ]  # fmt: skip
    assert entry(written("epub"), "boat.bell.png") == PICTURES[2].data


def test_a_pdf_without_a_picture_is_told():
    body = anthology().stories[0].body.replace('<p><img src="picture:boat" alt="A boat, alone"/></p>', "")
    found = told(write(without("boat", body=body), "pdf"), ".pdf")
    assert found == {"picture-lost": "“The Boat”: the picture “A boat, alone” is missing from the PDF."}


def test_a_picture_that_is_tagged_and_not_drawn_is_told():
    def undraw(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            content = pdf_books.content(page)
            page.Contents = pdf.make_stream(re.sub(rb"/i[0-9a-f]+ Do", b"", content))

    assert "is missing from the PDF" in told(mend(written("pdf"), undraw), ".pdf")["picture-lost"]


def test_a_picture_that_is_drawn_and_not_named_is_told():
    def silence(pdf: pikepdf.Pdf) -> None:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/Alt") == "A boat, alone":
                element.Alt = pikepdf.String("image1.png")

    found = told(mend(written("pdf"), silence), ".pdf")
    assert found == {"picture-words": "“The Boat”: the picture “A boat, alone” has not its words in the PDF."}


def test_a_picture_named_like_a_scene_break_is_none():
    body = anthology().stories[0].body.replace("A boat, alone", "Scene break")
    same = without("boat", body=body)
    problems = checks.prove({".pdf": write(same, "pdf")}, same)
    assert [one for one in problems if one.severity == Severity.ERROR] == []
    unbroken = without("boat", body=body.replace('<hr class="scene"/>', ""))
    assert checks.prove({".pdf": write(unbroken, "pdf")}, same)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>Thank you for waiting on the wall with them.</p>", "text-lost"),
        ("<p>Thanks.</p>", "note-lost"),
    ],
)
def test_a_pdf_that_lacks_words_of_a_note_is_told(body, code):
    notes = (*anthology().stories[0].notes[:3], replace(anthology().stories[0].notes[3], body=body))
    assert told(write(without("boat", notes=notes), "pdf"), ".pdf").keys() == {code}


def test_a_pdf_without_a_title_page_is_told():
    book = write(replace(anthology(), parts=anthology().parts[:1]), "pdf")
    assert "the part “Inland” has no title page in the PDF" in told(book, ".pdf")["part-lost"]


def test_a_pdf_whose_stories_do_not_begin_on_page_1_is_told():
    def relabel(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels.Nums[-1] = pikepdf.Dictionary(S=pikepdf.Name.D, St=3)

    assert "the stories begin on page 3" in told(mend(written("pdf"), relabel), ".pdf")["page-labels"]
