"""A small book in every theme: whole in both outputs, clean to those who judge books."""

import pytest

from fic2book import checks, themes
from fic2book.model import Severity
from tests import tools
from tests.writers import epub_books, pdf_books

NAMES = [name for name, _ in themes.names()]


def small():
    breaks = ('<hr class="scene"/>', pdf_books.HARBOUR[4])
    return pdf_books.anthology(
        pdf_books.story("the-bell", *pdf_books.HARBOUR, *breaks, warnings=("weather",)),
        pdf_books.story("late", pdf_books.HARBOUR[3], authors=("Bo Quill",)),
        identifier="urn:uuid:1d9b5a3c-52f0-5c1e-9a7e-0b3f6d2c4e88",
    )


@pytest.fixture(scope="module", params=NAMES)
def books(request):
    content = small()
    epub = epub_books.written(content, themes.load(request.param))
    return request.param, content, {".epub": epub, ".pdf": pdf_books.printed(content, looks=request.param).data}


def test_nothing_is_lost_and_nothing_is_wrong(books):
    _, content, files = books
    assert [one for one in checks.prove(files, content) if one.severity != Severity.INFO] == []


def test_the_epub_holds_the_drawings_that_its_sheet_asks_for(books):
    name, _, files = books
    held = epub_books.entries(files[".epub"])
    looks = themes.load(name).looks
    for place, ornament in (("scene", looks.scene), ("title-page", looks.title_page)):
        assert (f"EPUB/images/ornament-{place}.svg" in held) == (ornament.picture is not None)


@pytest.mark.slow
def test_epubcheck_has_nothing_to_say_but_that_fonts_are_used(books, tmp_path):
    (tmp_path / "book.epub").write_bytes(books[2][".epub"])
    messages = tools.epubcheck(tmp_path / "book.epub")
    assert [message for message in messages if not message.startswith("USAGE CSS-028")] == []


@pytest.mark.slow
def test_the_pdf_speaks_without_errors(books, tmp_path):
    (tmp_path / "book.pdf").write_bytes(books[2][".pdf"])
    assert tools.outloud(tmp_path / "book.pdf") == []


@pytest.mark.slow
def test_ace_finds_no_barrier(books, tmp_path):
    (tmp_path / "book.epub").write_bytes(books[2][".epub"])
    assert tools.ace(tmp_path / "book.epub", tmp_path / "ace") == []
