"""The leaves of a printer's interior: their number, their boxes, and nothing on them that only a screen knows."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Object, Page, Pdf

from fic2book.model import InteriorRules, Problem, Severity

_BOXES = ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox")
_NEAR = 0.01  # points; a thousandth of an inch is 0.072
_LEFT = {
    "/Outlines": "bookmarks", "/OpenAction": "an action", "/AA": "an action", "/AcroForm": "a form",
    "/Metadata": "metadata", "/PageMode": "a view",
}  # fmt: skip
_SHOWING = frozenset(("Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"))
_NAMED = {"/JavaScript": "a script", "/EmbeddedFiles": "another file"}


def is_interior(book: bytes) -> bool:
    """Tell whether a PDF is a printer's interior of ours: it names places, and has neither outline nor metadata."""
    try:
        with pikepdf.open(io.BytesIO(book)) as pdf:
            return not {"/Outlines", "/Metadata"} & set(pdf.Root.keys()) and "/Dests" in pdf.Root.get("/Names", {})
    except (pikepdf.PasswordError, pikepdf.PdfError, ValueError, RuntimeError):
        return False


def problems(book: bytes, rules: InteriorRules) -> Iterator[Problem]:
    """Look at the book as a whole, then at each page; opened anew, for reading an outline writes one."""
    with pikepdf.open(io.BytesIO(book)) as pdf:
        yield from _of_the_book(pdf, rules)
        for number, page in enumerate(pdf.pages, 1):
            yield from _boxes(page, number, rules)


def _of_the_book(pdf: Pdf, rules: InteriorRules) -> Iterator[Problem]:
    if len(pdf.pages) % 2:
        said = f"the interior has {len(pdf.pages)} pages; a leaf has two, so their number has to be even."
        yield _problem("print-pages", said)
    if rules.last_page_blank and not _is_blank(pdf.pages[-1]):
        yield _problem("print-pages", f"the interior's last page is not blank, as {rules.printer} asks for.")
    names = pdf.Root.get("/Names")
    holding = [said for name, said in _LEFT.items() if name in pdf.Root]
    holding += [said for name, said in _NAMED.items() if names is not None and name in names]
    for number, page in enumerate(pdf.pages, 1):
        holding += [f"links or notes on page {number}"] if "/Annots" in page.obj else []
    if holding:
        yield _problem("print-left", f"the interior holds {', '.join(holding)}: printers refuse them.")


def _boxes(page: Page, number: int, rules: InteriorRules) -> Iterator[Problem]:
    wanted = (0.0, 0.0, rules.width, rules.height)
    for name in _BOXES:
        box = page.obj.get(name)
        if box is not None and not _is(box, wanted):
            edges = " ".join(f"{float(edge):g}" for edge in box)
            size = f"{rules.width / 72:.4g} × {rules.height / 72:.4g} in"
            said = f"{name.removeprefix('/')} of page {number} is {edges} points; the trimmed page is {size}."
            yield _problem("print-size", said)
    if "/TrimBox" not in page.obj:
        yield _problem("print-size", f"page {number} of the interior does not say where it is trimmed.")


def _is(box: Object, wanted: tuple[float, ...]) -> bool:
    return all(abs(float(edge) - want) <= _NEAR for edge, want in zip(box, wanted, strict=True))


def _is_blank(page: Page) -> bool:
    if "/Contents" not in page.obj:
        return True
    return not any(str(one.operator) in _SHOWING for one in pikepdf.parse_content_stream(page))


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message)
