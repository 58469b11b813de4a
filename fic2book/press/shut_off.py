"""The press is shut off from the world: it fetches the book's own things, follows deep nesting, and fails in words."""

import contextlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from fic2book.errors import OutputError

SCHEME = "book:"
"""Addresses of the book's own images and fonts are this and their name; there is no other address."""

BASE = f"{SCHEME}/"
"""Relative addresses lead into the book; without a base an @import of one is an exception."""

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


def closed_fetcher(resources: Mapping[str, bytes]) -> object:
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
def failing_in_words() -> Iterator[None]:
    """Turn what WeasyPrint raises at a text that it cannot lay out into an OutputError; let it nest deeply before."""
    with _room_for_recursion():
        try:
            yield
        except RecursionError as error:
            reason = "the PDF cannot be made: a text is nested too deeply (lists in lists, quotations in quotations)"
            raise OutputError(reason, way_out="Make the nesting flatter; the EPUB has no such limit.") from error
        except OSError as error:
            said = (error.strerror or "no reason given").lower()
            reason = f"the PDF cannot be made: the faces of the book cannot be laid out for the work ({said})"
            way_out = "Make room in the system's folder for temporary files, or name another folder in TMPDIR."
            raise OutputError(reason, way_out=way_out) from error
        except _FAILURES as error:
            reason = f"the PDF cannot be made: WeasyPrint fails at something ({type(error).__name__}: {error})"
            raise OutputError(reason, way_out="If you gave a style sheet, build once without it.") from error


@contextlib.contextmanager
def _room_for_recursion() -> Iterator[None]:
    """Let WeasyPrint follow the nesting that the allow-list lets through."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _DEEPEST_CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)
