"""What WeasyPrint says while it works, and what of it a reader of the book would notice."""

import contextlib
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from fic2book.model import Problem, Severity


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
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


def problems(said: Iterable[str]) -> tuple[Problem, ...]:
    """Return what was said as problems, each once, in the order of the run; empty boxes are counted elsewhere."""
    return tuple(_problem(record) for record in dict.fromkeys(said) if not _BOX.match(record))


def unprinted(said: Iterable[str]) -> Mapping[str, int]:
    """Return the characters that no font has, and how often each is an empty box."""
    return Counter(match[1] for match in map(_BOX.match, said) if match)


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
