"""Finished books without their manuscripts: the EPUB's manifest and the books beside each other are the proof."""

from dataclasses import replace

import pytest

from fic2book import checks, manifest
from fic2book.model import Severity
from tests.checks.library import anthology, archive_name, damaged, edit, entry, names, rezip, write, written


def told(**books: bytes):
    return checks.prove_alone({name.replace("_", "."): book for name, book in books.items()})


def test_sound_books_have_no_problem():
    assert told(small_epub=written("epub"), small_pdf=written("pdf")) == ()


def test_an_epub_alone_is_proved_by_its_manifest():
    assert told(small_epub=written("epub")) == ()


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        (("clock.xhtml", "butler", "btler"), "text-lost", "“The Clock That Was Sorry” has 1 letter fewer"),
        (("clock.xhtml", "butler", "buttler"), "text-foreign", "1 letter more"),
        (("clock.xhtml", "butler", "batler"), "text-changed", "as many letters, but other ones"),
        (("ferry.xhtml", "Then send", "Then end"), "text-lost", "“A Ferry for Small Things”, chapter “Outward”"),
        (("lamps.xhtml", '<hr class="scene"', "<hr"), "break-lost", "has 1 scene break, and was made with 2"),
        (("clock.xhtml", 'id="clock"', 'id="watch"'), "story-renamed", "under the name “watch”"),
    ],
)
def test_an_epub_that_was_changed_does_not_fit_its_manifest(change, code, sentence):
    problems = told(small_epub=edit(written("epub"), *change))
    assert any(problem.code == code and sentence in problem.message for problem in problems), problems


def test_a_pdf_that_differs_from_its_epub_is_told_with_the_words():
    other = write(damaged({"clock": lambda body: body.replace("Nobody had minded. ", "")}), "pdf")
    (problem,) = told(small_epub=written("epub"), small_pdf=other)
    assert problem.code == "text-lost"
    assert "3 words are missing from the PDF (page 5): “Nobody had minded.”" in problem.message


def test_a_pdf_finds_its_epub_by_the_identifier_whatever_the_files_are_called():
    other = write(replace(anthology(), identifier="urn:uuid:00000000-0000-5000-8000-000000000000"), "epub")
    assert told(a_epub=other, b_epub=written("epub"), c_pdf=written("pdf")) == ()


def test_a_pdf_alone_says_what_could_not_be_proved():
    (problem,) = told(small_pdf=written("pdf"))
    assert (problem.code, problem.severity, problem.place) == ("pdf-alone", Severity.INFO, "small.pdf")


def test_an_epub_that_fic2book_did_not_make_gets_a_sentence():
    (problem,) = told(other_epub=rezip(written("epub"), {"META-INF/fic2book.json": None}))
    assert problem.code == "not-ours"
    assert problem.message.startswith("this EPUB was not made by fic2book")


def test_a_manifest_of_a_later_version_gets_a_sentence():
    later = manifest.dump(anthology()).replace(b'"schema": 1', b'"schema": 2')
    (problem,) = told(other_epub=rezip(written("epub"), {"META-INF/fic2book.json": later}))
    assert "made by a later fic2book" in problem.message


def test_two_editions_that_hold_different_stories_are_told():
    other = write(damaged({"clock": lambda body: body.replace("butler", "waiter")}), "epub")
    (problem,) = told(a_epub=written("epub"), b_epub=other)
    assert problem.code == "books-differ"
    assert "“The Clock That Was Sorry” is not the same in a.epub and b.epub" in problem.message


@pytest.mark.parametrize(
    ("name", "code"), [("x_epub", "epub-unreadable"), ("x_pdf", "pdf-unreadable"), ("x_txt", "not-ours")]
)
def test_what_is_no_book_is_one_problem_with_the_files_name(name, code):
    (problem,) = told(**{name: b"Once upon a time."})
    assert (problem.code, problem.place) == (code, name.replace("_", "."))


def test_a_face_that_no_style_asks_for_is_told():
    path = archive_name(names(written("epub")), "book.css")
    css = entry(written("epub"), path).replace(b"EB Garamond", b"Another Face")
    problems = checks.prove({".epub": rezip(written("epub"), {path: css}), ".pdf": written("pdf")}, anthology())
    assert {problem.code for problem in problems} == {"font-fallback"}
    assert "in the face EB-Garamond" in problems[0].message
