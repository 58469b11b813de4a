"""WeasyPrint, and Pango under it: found or named, shut off from the world, and listened to. The only weasyprint.

WeasyPrint is imported inside the functions: the import costs 0.4 s, and without Pango it prints a banner and fails.
"""

import contextlib
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from fic2book.errors import OutputError
from fic2book.model import Problem, Severity
from fic2book.press import pango
from fic2book.press.faces import Installed, installed, look_for_glyphs
from fic2book.press.line_boxes import composed_by
from fic2book.press.pango import available, command
from fic2book.press.paragraphs import Composer

__all__ = ["SCHEME", "Installed", "Typeset", "available", "command", "installed", "typeset"]

SCHEME = "book:"
"""Addresses of the book's own images and fonts are this and their name; there is no other address."""

_VARIANT = "pdf/ua-1"
_BASE = f"{SCHEME}/"  # relative addresses lead into the book; without a base an @import of one is an exception
_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff2": "font/woff2",
}
_DEEPEST_CALLS = 6000  # markup nests up to 100 levels; each takes WeasyPrint about a dozen calls


class Typeset(NamedTuple):
    """What came off the press."""

    pdf: bytes
    problems: tuple[Problem, ...]
    """What WeasyPrint warned of and a reader would notice; each once, in the order of the run."""
    unprinted: Mapping[str, int]
    """Characters that no font has, and how often each is an empty box."""


def typeset(
    html: str,
    stylesheets: Sequence[str],
    resources: Mapping[str, bytes],
    faces: str = "",
    compose: Composer | None = None,
) -> Typeset:
    """Lay out one HTML document and return its PDF.

    ``resources`` are the only things that markup and style sheets can fetch, as ``book:NAME``. ``faces`` are rules of
    fontconfig that say where a missing glyph is looked for; ``compose`` is asked where lines should end.
    Raises MissingToolError without Pango, OutputError when the text cannot be laid out.
    """
    weasyprint = pango.load()
    fetcher = _closed_fetcher(resources)
    look_for_glyphs(faces)
    with _listening() as records, _room_for_recursion(), composed_by(compose):
        try:
            fonts = weasyprint.text.fonts.FontConfiguration()
            own = {"url_fetcher": fetcher, "base_url": _BASE}
            sheets = [weasyprint.CSS(string=css, font_config=fonts, **own) for css in stylesheets]
            page = weasyprint.HTML(string=html, **own)
            pdf = page.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=_VARIANT, presentational_hints=True)
        except RecursionError as error:
            reason = "the PDF cannot be made: a text is nested too deeply (lists in lists, quotations in quotations)"
            raise OutputError(reason, way_out="Make the nesting flatter; the EPUB has no such limit.") from error
        except _FAILURES as error:
            reason = f"the PDF cannot be made: WeasyPrint fails at something ({type(error).__name__}: {error})"
            raise OutputError(reason, way_out="If you gave a style sheet, build once without it.") from error
    boxes = [match for match in map(_BOX.match, records) if match]
    said = dict.fromkeys(record for record in records if not _BOX.match(record))
    return Typeset(pdf, tuple(map(_problem, said)), Counter(match[1] for match in boxes))


def _closed_fetcher(resources: Mapping[str, bytes]) -> object:
    """Make the fetcher that serves the book's own things and refuses every other address."""
    from weasyprint import urls

    class BookFetcher(urls.URLFetcher):  # type: ignore[misc] # WeasyPrint ships no types
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002 - WeasyPrint's signature
            name = url.removeprefix(SCHEME)
            if name == url or name not in resources:
                message = f"not the book's own: {url}"
                raise ValueError(message)
            media_type = _MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
            return urls.URLFetcherResponse(url, resources[name], {"Content-Type": media_type})

    return BookFetcher()


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint says to its logger, and let nobody else print it."""
    said: list[str] = []
    logger = logging.getLogger("weasyprint")
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign] # a one-line handler
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate


@contextlib.contextmanager
def _room_for_recursion() -> Iterator[None]:
    """Let WeasyPrint follow the nesting that the allow-list lets through."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _DEEPEST_CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


_BOX = re.compile(r'\.notdef glyph .*"(.)" \(U\+\w+\)', re.DOTALL)
_SAYINGS: tuple[tuple[re.Pattern[str], str, Severity, str], ...] = (
    (
        re.compile(r"Font-face '?(?P<what>.+?)'? cannot"),
        "font-failed",
        Severity.ERROR,
        "the font {what} cannot be used",
    ),
    (
        re.compile(r"No anchor #(?P<what>.+) for internal"),
        "link-broken",
        Severity.ERROR,
        "a link leads to {what}, which is not in the book",
    ),
    (
        re.compile(r"Failed to load (?P<what>.+)", re.DOTALL),
        "not-fetched",
        Severity.WARNING,
        "a book fetches nothing from outside: {what}",
    ),
    (
        re.compile(r"(?P<what>(?:Ignored|Invalid|Unsupported|Parse error|Unknown|Expected).+)", re.DOTALL),
        "css-ignored",
        Severity.WARNING,
        "a style rule has no effect in the PDF: {what}",
    ),
)
"""What WeasyPrint says, and what it means for the book; the first that fits counts."""


def _problem(said: str) -> Problem:
    for pattern, code, severity, sentence in _SAYINGS:
        match = pattern.match(said)
        if match:
            return Problem(code=code, severity=severity, message=sentence.format(**match.groupdict()))
    return Problem(code="typesetting", severity=Severity.WARNING, message=said)
