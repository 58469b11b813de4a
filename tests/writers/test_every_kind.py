"""A book with everything in it is whole in both outputs, and those who judge books have nothing to say."""

import pytest

from fic2book import checks, cover, sections, themes
from fic2book.model import Book, Severity
from fic2book.writers import WRITERS
from tests import tools
from tests.finished import systems
from tests.writers import every_kind

WAYS = ("", "footnotes", "appendix")


def made(how: str = "", **fields: object) -> tuple[dict[str, bytes], object]:
    content = every_kind.anthology(how, **fields)
    theme = themes.load("classic")
    laid_out = sections.lay_out(content, themes.open_typefaces(theme))
    book = Book(
        anthology=content, sections=laid_out, theme=theme, cover=cover.cover(content, theme), page=themes.design(theme)
    )
    files = {}
    for output in ("epub", "pdf"):
        files |= WRITERS[output](book).files
    return files, content


@pytest.mark.parametrize("how", [pytest.param("", marks=pytest.mark.slow), "footnotes", "appendix"])
def test_it_is_whole_in_both_outputs(how):
    files, content = made(how)
    found = (
        *checks.prove(files, content),
        *checks.prove_alone({f"book{suffix}": data for suffix, data in files.items()}),
    )
    assert [one for one in found if one.severity != Severity.INFO and one.code != "glyph-missing"] == []


@pytest.mark.slow
@pytest.mark.parametrize("how", WAYS)
def test_epubcheck_finds_nothing(how, tmp_path):
    place = tmp_path / "book.epub"
    place.write_bytes(made(how)[0][".epub"])
    assert [one for one in tools.epubcheck(place) if not one.startswith("USAGE CSS-028")] == []


@pytest.mark.slow
@pytest.mark.parametrize("how", WAYS)
def test_ace_finds_no_barrier(how, tmp_path):
    place = tmp_path / "book.epub"
    place.write_bytes(made(how)[0][".epub"])
    assert tools.ace(place, tmp_path / "ace") == []


@pytest.mark.slow
@pytest.mark.parametrize("how", WAYS)
def test_the_pdf_speaks_without_errors(how, tmp_path):
    place = tmp_path / "book.pdf"
    place.write_bytes(made(how)[0][".pdf"])
    assert tools.outloud(place) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "fr", "zh"])
def test_epubcheck_finds_nothing_in_a_book_whose_frame_is_in_another_language(language, tmp_path):
    place = tmp_path / "book.epub"
    place.write_bytes(made("appendix", language=language)[0][".epub"])
    assert [one for one in tools.epubcheck(place) if not one.startswith("USAGE CSS-028")] == []


@pytest.mark.slow
@pytest.mark.parametrize("reader", systems.IN_A_BROWSER)
def test_real_readers_open_it(reader, tmp_path):
    place = tmp_path / "book.epub"
    place.write_bytes(made("footnotes")[0][".epub"])
    assert systems.problems(place, reader, tmp_path) == []
