"""One can say "page 213" in both books: the PDF's pages begin in the EPUB where they begin on paper."""

import re
import shutil
import zipfile
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from fic2book import config
from fic2book.pipeline import Built, build
from fic2book.writers import WRITERS, needed, with_pages
from tests import tools
from tests.finished import systems
from tests.printed_pages import identifier, marks, pages, source, words_off
from tests.writers.pdf_books import book, many_parts


def silent(*_):
    """Say nothing."""


@cache
def both() -> tuple[bytes, bytes]:
    """Return an EPUB and its PDF."""
    laid_out = book(replace(many_parts(), indexes=("authors",)))
    printed = WRITERS["pdf"](laid_out)
    return WRITERS["epub"](with_pages(laid_out, printed)).files[".epub"], printed.files[".pdf"]


def test_every_page_that_shows_a_word_is_marked_once_and_in_order():
    epub, pdf = both()
    assert [mark.label for mark in marks(epub)] == list(pages(pdf))
    assert len(pages(pdf)) > 20


def test_every_mark_stands_at_its_pages_first_word():
    epub, pdf = both()
    shown = pages(pdf)
    off = {mark.label: words_off(mark, shown[mark.label]) for mark in marks(epub)}
    assert {label: words for label, words in off.items() if words > 0.5} == {}


def test_front_matter_counts_in_roman_numbers_and_blank_pages_have_no_mark():
    epub, pdf = both()
    document = pypdfium2.PdfDocument(pdf)
    blank = {document.get_page_label(number) for number in range(len(document))} - set(pages(pdf))
    labels = [mark.label for mark in marks(epub)]
    assert len(blank) > 2
    assert not blank & set(labels)
    assert labels[0] == "i"
    assert labels.index("1") == len([label for label in labels if not label.isdecimal()])


def test_every_story_is_marked_at_its_title():
    begun = [mark.text.strip() for mark in marks(both()[0]) if mark.section == "story"]
    for story in many_parts().stories:
        assert len([text for text in begun if text.startswith(story.title)]) == 1, story.title


def test_a_mark_that_stands_three_words_early_would_be_seen():
    epub, pdf = both()
    mark = next(mark for mark in marks(epub) if mark.section == "story" and len(mark.text.split()) > 50)
    early = mark._replace(text=f"three more words {mark.text}")
    assert words_off(early, pages(pdf)[mark.label]) == 3
    late = mark._replace(text=" ".join(mark.text.split()[3:]))
    assert words_off(late, pages(pdf)[mark.label]) > 1


def test_the_epub_names_the_pdf_that_it_was_made_with():
    epub, pdf = both()
    assert source(epub) == identifier(pdf)


def test_pages_of_another_design_are_another_printed_book():
    of_design = {name: with_pages(one, WRITERS["pdf"](one)).printed.identifier for name, one in _designs().items()}
    assert len(set(of_design.values())) == 2


def _designs():
    small = many_parts()
    content = replace(small, stories=small.stories[:1])
    return {name: book(content, page=name) for name in ("a5", "a6")}


def test_the_pdf_is_made_before_the_epub_and_the_epub_before_what_is_made_of_it():
    assert needed(("epub", "pdf")) == ("pdf", "epub")
    assert needed(("kepub", "pdf")) == ("pdf", "epub", "kepub")
    assert needed(("epub",)) == ("epub",)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "tales"
    place.mkdir()
    text = "The harbour bell rang twice before anybody on the quay believed it.\n\n" * 40
    (place / "bell.txt").write_text(f"The Bell\n\nby Ada Finch\n\n{text}", encoding="utf-8")
    return place


def built(folder, **options: object) -> Built:
    return build(config.load(folder, {"output": folder.parent / "made", **options}), silent)


def test_a_build_of_both_books_marks_the_pages_the_same_every_time(folder):
    made = built(folder)
    epub, pdf = (made.books[suffix].read_bytes() for suffix in (".epub", ".pdf"))
    assert [mark.label for mark in marks(epub)] == list(pages(pdf))
    assert (made.problems, made.missing) == ((), ())
    assert built(folder).books[".epub"].read_bytes() == epub


def test_an_epub_that_is_built_alone_has_no_marks(folder):
    alone = built(folder, to=("epub",)).books[".epub"].read_bytes()
    assert (marks(alone), source(alone)) == ([], "")


def test_a_pdf_that_cannot_be_made_costs_no_epub(folder, tmp_path):
    sheet = tmp_path / "huge.css"
    sheet.write_text("p { font-size: 1e400px; line-height: 1e400 }", encoding="utf-8")
    made = built(folder, css=(sheet,))
    assert list(made.books) == [".epub"]
    assert marks(made.books[".epub"].read_bytes()) == []
    assert re.search("the PDF cannot be made", str(made.missing[0]))


@pytest.mark.slow
def test_every_page_of_63_stories_begins_within_one_word_of_its_mark(tmp_path):
    folder = tools.shared("samples", "short-fiction")
    made = build(config.load(folder, {"output": tmp_path}), silent)
    epub, pdf = (made.books[suffix].read_bytes() for suffix in (".epub", ".pdf"))
    shown = pages(pdf)
    found = marks(epub)
    assert [mark.label for mark in found] == list(shown)
    assert len(shown) > 700
    off = {mark.label: words_off(mark, shown[mark.label]) for mark in found}
    assert {label: words for label, words in off.items() if words > 0.5} == {}


@pytest.fixture(scope="module")
def languages(tmp_path_factory):
    """Return the EPUB of a book in Arabic, Japanese and English, made together with its PDF."""
    folder = tmp_path_factory.mktemp("languages") / "stories"
    folder.mkdir()
    for name in ("ar", "ja"):
        shutil.copy(tools.ROOT / "tests" / "cases" / "languages" / f"{name}.md", folder)
    text = "The rain fell on the quay, and nobody believed the bell.\n\n" * 60
    (folder / "bell.txt").write_text(f"The Bell\n\nby Ada Finch\n\n{text}", encoding="utf-8")
    return built(folder, theme="gothic", title="Many Hands").books[".epub"]


@pytest.mark.slow
def test_marks_take_no_room_beside_drop_caps_and_in_any_script(languages):
    found = systems.node("marks_of_pages.mjs", languages)
    assert (found["moved"], found["shown"]) == ([], [])
    assert found["marks"] == len(marks(languages.read_bytes())) > 8
    assert found["signs"] > 4000


@pytest.mark.slow
def test_a_mark_that_shows_its_number_would_be_seen(languages, tmp_path):
    book = tmp_path / "shown.epub"
    with zipfile.ZipFile(languages) as old, zipfile.ZipFile(book, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, re.sub(rb'("doc-pagebreak"[^>]*aria-label="(\w+)"[^>]*>)', rb"\1\2", text))
    found = systems.node("marks_of_pages.mjs", book)
    assert len(found["shown"]) == found["marks"]
    assert len(found["moved"]) > 2
