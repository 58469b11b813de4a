"""What the story must still hold: rows as letters, less Markdown's own signs and the definitions of footnotes."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Document

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
    r"|(?P<number>^\s*(?:[-+*>]\s+)*\d{1,3}\.(?=\s))"
    r"|(?P<entity>&(?:#\d+|#x[0-9a-f]+|\w+);)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(rf"\s{{0,3}}\[[^\]^][^\]]*\]:\s*{_ADDRESS}\S*(?:\s+[\"'(].*[\"')])?\s*\Z", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\]]+\]:")
_ENDS_FOOTNOTE = re.compile(
    rf"\s{{0,3}}(?:>|#{{1,6}}\s|-{{1,2}}\s*\Z|([-*_])(?:\s*\1){{2,}}\s*\Z|</?(?:{_TAGS})\b)",
    re.IGNORECASE,
)


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


def without_footnotes(rows: Sequence[Row], document: Document) -> tuple[list[Row], list[list[Row]]]:
    """Part the text from the definitions of its footnotes, each with the lines that belong to it."""
    text: list[Row] = []
    definitions: list[list[Row]] = []
    inside = False
    names: set[str] = set()
    above = ""
    for row, line in zip(rows, document.lines, strict=True):
        name = _FOOTNOTE.match(line.text)
        if name and name[0].strip() in names:
            inside = False
        elif name:
            definitions.append([])
            inside = True
            names.add(name[0].strip())
        elif inside and _ENDS_FOOTNOTE.match(line.text):
            inside = False
        elif inside and line.text.strip() and not above.strip():
            inside = line.text.expandtabs(4).startswith("    ")
        if inside:
            definitions[-1].append(row)
        else:
            text.append(row)
        above = line.text
    return text, definitions


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
    return ("", letters(sign[0]))
