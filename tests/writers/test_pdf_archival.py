"""A PDF for archives: PDF/A-3a and PDF/UA-1 at once, by a lint and a screen reader's checker that are not ours."""

import io
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name

from fic2book.writers import pdf
from tests import oracle, tools
from tests.oracle_books import folder_book
from tests.tools import ROOT
from tests.writers import every_kind
from tests.writers.pdf_books import book


def lint(file):
    """Return what the lint says: the standard that the file claims, then OK or what is wrong."""
    run = [sys.executable, tools.shared("tools", "pdf_lint.py"), file]
    return subprocess.run(run, capture_output=True, text=True, check=False).stdout.removeprefix(f"{file} ").strip()


def archived(laid):
    return pdf.write(replace(laid, archival=True)).files[".pdf"]


@pytest.fixture(scope="module")
def made():
    return archived(book(every_kind.anthology(openers="any")))


def test_the_lint_finds_nothing(made, tmp_path):
    (tmp_path / "a.pdf").write_bytes(made)
    assert lint(tmp_path / "a.pdf") == "A-3A OK"


def without_the_schema(book):
    said = book.Root.Metadata.read_bytes()
    book.Root.Metadata.write(said.replace(b"pdfaExtension:schemas", b"pdfaExtension:nothing"))


def without_the_colours(book):
    del book.Root.OutputIntents


def with_pixels_made_up(book):
    picture = next(one for one in book.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Image)
    picture.Interpolate = True


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without_the_schema, "extension schema"),
        (without_the_colours, "OutputIntent"),
        (with_pixels_made_up, "Interpolate"),
    ],
)
def test_the_lint_would_find_it(made, tmp_path, spoil, said):
    with pikepdf.open(io.BytesIO(made)) as spoilt:
        spoil(spoilt)
        spoilt.save(tmp_path / "a.pdf")
    assert said in lint(tmp_path / "a.pdf")


def test_it_is_the_same_book_otherwise(made):
    usual = pdf.write(book(every_kind.anthology(openers="any"))).files[".pdf"]
    assert oracle.differences(made, usual) == []
    assert made.startswith(b"%PDF-1.7")
    assert len(made) - len(usual) < 8_000


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["adventure", "classic", "clear", "gothic", "modern", "romance"])
def test_our_own_manuscripts_are_for_archives_in_every_theme(theme, tmp_path):
    (tmp_path / "a.pdf").write_bytes(archived(folder_book(ROOT / "manuscripts", theme, {})))
    assert lint(tmp_path / "a.pdf") == "A-3A OK"
    assert tools.outloud(tmp_path / "a.pdf") == []
