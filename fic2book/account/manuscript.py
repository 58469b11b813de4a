"""What the story must still hold: rows as letters, less Markdown's own signs and the definitions of footnotes."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters

_OUTWORN = (
    "font big strike tt acronym var samp bdi bdo time nobr center article main nav footer address details summary "
    "fieldset form iframe object embed video audio source picture noscript button label input canvas dir menu meta img "
    "link wbr hgroup colgroup col html head"
)
_TAGS = "|".join(sorted({*markup.BLOCKS, *markup.INLINES, *_OUTWORN.split()}))
_ADDRESS = r"<?(?:[a-z][a-z0-9+.-]{1,10}:|www\.|/|#|\.{1,2}/|[\w.-]{1,80}\.[a-z]{2,6}(?=[/?#\s)]))"
_SYNTAX = re.compile(
    r"(?P<code>`[^`\n]*`)"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>)"
    rf"|(?P<target>\]\({_ADDRESS}[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    r"|(?P<picture>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|(?P<reference>\]\[[^\]\n]*\])"
    r"|(?P<footnote>\[\^[^\]\n]+\]:?)"
    r"|(?P<number>(?:^|(?<=>))\s*(?:[-+*>]\s+)*\d{1,3}\.(?=\s))"
    r"|(?P<entity>&(?:#\d+|#x[0-9a-f]+|\w+);)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(rf"\s{{0,3}}\[[^\]^][^\]]*\]:\s*{_ADDRESS}\S*(?:\s+[\"'(].*[\"')])?\s*\Z", re.IGNORECASE)


_FOOTNOTE = re.compile(r"\s*(?:(?:[-+*>]|\d{1,3}\.)\s*)*\[\^[^\]]*\]:")


class Row(NamedTuple):
    """What is left of one line."""

    line: int
    text: str


class Piece(NamedTuple):
    """Letters that must come next; of several ways one, the first being what a reader sees."""

    line: int
    ways: tuple[str, ...]
    text: str


def pieces(rows: Sequence[Row], *, plain: bool) -> list[Piece]:
    """Return the rows as letters; in Markdown, what is syntax may be there or not."""
    return [piece for row in rows for piece in pieces_of(row, plain=plain)]


def is_definition(text: str) -> bool:
    """Tell whether a row of Markdown begins a footnote's words."""
    return _FOOTNOTE.match(text) is not None


def signs(text: str) -> Iterator[re.Match[str]]:
    """Give what is syntax in a row of Markdown, or may be."""
    return _SYNTAX.finditer(text)


def seen(row: Row, *, plain: bool) -> str:
    """Return the letters of a row that a reader sees, without those of its syntax."""
    return "".join(piece.ways[0] for piece in pieces_of(row, plain=plain))


def pieces_of(row: Row, *, plain: bool) -> Iterator[Piece]:
    """Give a row as letters; in Markdown, what is syntax may be there or not."""
    if plain or not _has_syntax(row.text):
        yield Piece(row.line, (letters(row.text),), row.text)
        return
    if _DEFINITION.match(row.text):
        yield Piece(row.line, ("", letters(row.text)), row.text)
        return
    end = 0
    for sign in _SYNTAX.finditer(row.text):
        yield Piece(row.line, (letters(row.text[end : sign.start()]),), row.text[end : sign.start()])
        yield Piece(row.line, _ways(sign), sign[0])
        end = sign.end()
    yield Piece(row.line, (letters(row.text[end:]),), row.text[end:])


def _has_syntax(text: str) -> bool:
    return _SYNTAX.search(text) is not None or text.lstrip().startswith("[")


def _ways(sign: re.Match[str]) -> tuple[str, ...]:
    if sign["code"]:
        return (letters(sign[0]),)
    if sign["entity"]:
        return (letters(html.unescape(sign[0])), letters(sign[0]))
    if sign["picture"]:  # the ledger names it by its alternative or its address
        return ("", letters(sign[0]), *map(letters, re.split(r"\]\(", sign[0], maxsplit=1)))
    return ("", letters(sign[0]))
