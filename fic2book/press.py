"""WeasyPrint, and Pango under it: found or named, shut off from the world, and listened to. The only weasyprint.

WeasyPrint is imported inside the functions: the import costs 0.4 s, and without Pango it prints a banner and fails.
"""

import contextlib
import io
import logging
import os
import platform
import re
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from types import ModuleType
from typing import NamedTuple

from fic2book.errors import MissingToolError, OutputError
from fic2book.model import Problem, Severity

SCHEME = "book:"
"""Addresses of the book's own images and fonts are this and their name; there is no other address."""

_BASE = f"{SCHEME}/"  # relative addresses lead into the book; without a base an @import of one is an exception
_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_MAC_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")  # Homebrew on Apple and Intel; MacPorts
_MAC_VARIABLE = "DYLD_FALLBACK_LIBRARY_PATH"
_LINUX_COMMANDS = {
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "rhel": "sudo dnf install pango harfbuzz",
    "arch": "sudo pacman -S pango harfbuzz",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "alpine": "sudo apk add pango fontconfig so:libharfbuzz-subset.so.0",
}
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


def available() -> str:
    """Return nothing when the press works on this machine, else what is missing and the one command that brings it."""
    try:
        _weasyprint()
    except MissingToolError as error:
        return str(error)
    return ""


def typeset(
    html: str, stylesheets: Sequence[str], resources: Mapping[str, bytes], variant: str = "pdf/ua-1"
) -> Typeset:
    """Lay out one HTML document and return its PDF.

    ``resources`` are the only things that markup and style sheets can fetch, as ``book:NAME``. ``variant`` is one of
    WeasyPrint's PDF variants. Raises MissingToolError without Pango, OutputError when the text cannot be laid out.
    """
    weasyprint = _weasyprint()
    fetcher = _closed_fetcher(resources)
    with _listening() as records, _room_for_recursion():
        try:
            fonts = weasyprint.text.fonts.FontConfiguration()
            own = {"url_fetcher": fetcher, "base_url": _BASE}
            sheets = [weasyprint.CSS(string=css, font_config=fonts, **own) for css in stylesheets]
            page = weasyprint.HTML(string=html, **own)
            pdf = page.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=variant, presentational_hints=True)
        except RecursionError as error:
            reason = "the PDF cannot be made: a text is nested too deeply (lists in lists, quotations in quotations)"
            raise OutputError(reason, way_out="Make the nesting flatter; the EPUB has no such limit.") from error
        except _FAILURES as error:
            reason = f"the PDF cannot be made: WeasyPrint fails at something ({type(error).__name__}: {error})"
            raise OutputError(reason, way_out="If you gave a style sheet, build once without it.") from error
    return Typeset(pdf, tuple(dict.fromkeys(map(_problem, records))))


def _weasyprint() -> ModuleType:
    """Import WeasyPrint without a sound, or raise MissingToolError."""
    if platform.system() == "Darwin" and _MAC_VARIABLE not in os.environ:
        os.environ[_MAC_VARIABLE] = ":".join(_MAC_FOLDERS)
    try:
        with _silence():
            import weasyprint
            import weasyprint.text.fonts
    except (OSError, AttributeError) as error:  # a library is missing, or too old for a function that is needed
        raise MissingToolError("the PDF needs Pango, which was not found here", way_out=_way_out()) from error
    found: ModuleType = weasyprint
    return found


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Swallow what WeasyPrint prints and warns while it looks for its libraries."""
    nowhere = io.StringIO()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _way_out() -> str:
    """Say the one command that brings Pango to this system."""
    system = platform.system()
    if system == "Darwin":
        return "Install it with: brew install pango"
    if system == "Windows":
        return "Install MSYS2 from msys2.org and type in its window: pacman -S mingw-w64-ucrt-x86_64-pango"
    command = _linux_command()
    if command:
        return f"Install it with: {command}"
    return "Install Pango and HarfBuzz with the system's package manager."


def _linux_command() -> str:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((_LINUX_COMMANDS[name] for name in names if name in _LINUX_COMMANDS), "")


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


_SAYINGS: tuple[tuple[re.Pattern[str], str, Severity, str], ...] = (
    (
        re.compile(r'\.notdef glyph .*"(?P<what>.+)" \((?P<code>U\+\w+)\)', re.DOTALL),
        "glyph-missing",
        Severity.ERROR,
        "no font of this machine has the character {what} ({code}): it prints as an empty box",
    ),
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
