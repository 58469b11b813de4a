"""The words by which sites, labels and notes are known: those that the program itself looks for."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_ROOMS = ("sources", "restoration", "readers", "discover.py")
_ESCAPES = re.compile(r"\\[A-Za-z]|\(\?P<\w+>|\(\?[aiLmsux-]+[:)]")
_TOKENS = re.compile(r"[A-Za-z][A-Za-z?]*")
_LONGEST = 20
_FORMATS = (
    "xhtml html htm xml opf ncx css png jpg jpeg gif svg ttf otf woff epub docx txt md rels document word styles media "
    "image images text content contents toc nav cover index split title page titlepage chap chapter file files part "
    "oebps ops epub meta inf container package item props core app custom numbering footnotes endnotes comments header "
    "footer theme settings fonts font stylesheet calibre bookmarks mimetype http https www com org net"
)
"""Names of parts of files, which say nothing of a story."""
_VALUES = (
    "general audiences teen and up mature explicit not rated fiction gen multi other no archive warnings apply creator "
    "chose to use graphic depictions of violence major character death rape non con underage sex complete in progress "
    "wip hiatus adventure angst crime drama family fantasy friendship horror humor hurt comfort mystery parody poetry "
    "romance sci fi spiritual supernatural suspense tragedy western"
)
"""What sites offer to choose from: ratings, warnings, categories, genres."""


@cache
def words() -> frozenset[str]:
    """Return every word, in small letters, that stands in a pattern or table of sources, rules and readers."""
    package = Path(__file__).parents[1]
    places = [place for room in _ROOMS for place in _modules(package / room)]
    return frozenset({*_FORMATS.split(), *_VALUES.split(), *(word for place in places for word in _in_module(place))})


def _modules(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def _in_module(place: Path) -> Iterator[str]:
    tree = ast.parse(place.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_prose(node.value):
            for token in _TOKENS.findall(_ESCAPES.sub(" ", node.value)):
                yield from _ways(token.lower())


def _is_prose(text: str) -> bool:
    """Tell the docstrings and sentences of the program from the words that it looks for."""
    return text.rstrip().endswith(".") and "  " not in text and text[:1].isupper() and " " in text


def _ways(token: str) -> Iterator[str]:
    """Give the words that a pattern such as ``reads?`` stands for."""
    if len(token) > _LONGEST:
        return
    yield token.replace("?", "")
    if "?" in token:
        yield re.sub(r"[a-z]\?", "", token).replace("?", "")
