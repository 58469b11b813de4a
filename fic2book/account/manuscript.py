"""What the story must still hold: the file's lines, less what the ledger took, less Markdown's own signs."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Change, Document, Kind

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


def followed(changes: Sequence[Change]) -> list[Change]:
    """Return the changes with words as they stand after rewriting; of one line, the entries stand as they happened."""
    repairs: dict[int, list[tuple[int, Change]]] = {}
    for at, change in enumerate(changes):
        if change.kind is Kind.REWRITTEN and letters(change.before) and letters(change.before) != letters(change.after):
            repairs.setdefault(change.line, []).append((at, change))
    if not repairs:
        return list(changes)
    return [replace(change, before=_repaired(change, at, repairs)) for at, change in enumerate(changes)]


def left(document: Document, changes: Sequence[Change]) -> list[Row]:
    """Return the document's lines less what was removed or moved, line by line, word for word."""
    rows = [Row(line.number, line.text) for line in document.lines]
    places = {row.line: at for at, row in enumerate(rows)}
    for change in changes:
        if change.kind is Kind.REWRITTEN and change.line in places and letters(change.before):
            row = rows[places[change.line]]
            if change.before in row.text and letters(change.after) != letters(change.before):
                rows[places[change.line]] = Row(row.line, row.text.replace(change.before, change.after, 1))
    gone = [change for change in followed(changes) if change.kind in {Kind.REMOVED, Kind.MOVED}]
    plain = document.format != "markdown"
    for change in _in_turn(rows, places, gone) if plain else sorted(gone, key=_reach):
        if change.line in places:
            _subtract(rows, places[change.line], change.before, plain=plain)
    return rows


def _in_turn(rows: list[Row], places: Mapping[int, int], gone: Sequence[Change]) -> Iterator[Change]:
    """Give what was taken from rows, the longest words of a row first: "by" is not the "by" of a title beside it.

    Words that a row does not hold in one piece wait: other words may have stood between them.
    """
    waiting: list[Change] = []
    for change in sorted(gone, key=lambda change: (*_reach(change)[:1], -len(change.before))):
        if change.line in places and letters(change.before) in letters(rows[places[change.line]].text):
            yield change
        else:
            waiting.append(change)
    yield from sorted(waiting, key=_reach)


def pieces(rows: Sequence[Row], *, plain: bool) -> list[Piece]:
    """Return the rows as letters; in Markdown, what is syntax may be there or not."""
    return [piece for row in rows for piece in _pieces(row, plain=plain)]


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


def _reach(change: Change) -> tuple[bool, bool]:
    """Order changes: what stands inside a note, or between its lines, goes before the note around it."""
    return "\n" in change.before, change.kind is Kind.MOVED


def _repaired(change: Change, at: int, repairs: dict[int, list[tuple[int, Change]]]) -> str:
    words = change.before
    if change.kind is not Kind.REWRITTEN:
        for line in range(change.line, change.line + words.count("\n") + 1):
            for number, repair in repairs.get(line, ()):
                if (line != change.line or number > at) and repair.after.strip() not in words:
                    words = words.replace(repair.before.strip(), repair.after.strip())
    return words


def _subtract(rows: list[Row], at: int, words: str, *, plain: bool) -> None:
    """Take words away from the line where the ledger says they stood, and from those below it if they go on."""
    if rows[at].text.strip() == words.strip():
        rows[at] = Row(rows[at].line, "")
        return
    at = at if plain else _line_in_block(rows, at, words.strip())
    wanted = letters(words)
    whole = re.search(rf"(?<!\w){re.escape(words.strip())}(?!\w)", rows[at].text) if plain and wanted else None
    if whole:
        rows[at] = Row(rows[at].line, f"{rows[at].text[: whole.start()]} {rows[at].text[whole.end() :]}")
        return
    begun = seen = False
    while wanted and at < len(rows):
        here, taken = _less(rows[at], wanted, plain=plain)
        if taken == 0 and not plain and not begun:
            here, taken = _less_its_end(rows, at, wanted)
        if taken == 0 and (begun or plain) and _seen(rows[at], plain=plain):
            return
        if taken:
            rows[at] = Row(rows[at].line, here)
            begun = True
        elif not plain and seen and not begun and not rows[at].text.strip():
            return
        seen = seen or bool(rows[at].text.strip())
        wanted = wanted[taken:]
        at += 1


def _line_in_block(rows: Sequence[Row], at: int, words: str) -> int:
    """Return the line of a Markdown block that holds these very words; the ledger knows only where the block begins."""
    bare = letters(words)
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for place in range(at, len(rows)):
        text = rows[place].text
        if whole.search(text) or (len(bare) > 3 and bare in text):  # a row that lost words before is letters only
            return place
        if place > at and not rows[place].text.strip():
            break
    return at


def _less(row: Row, wanted: str, *, plain: bool) -> tuple[str, int]:
    """Return the row without the wanted words, or without the part of them that ends the row, and how many letters."""
    if row.text.strip() and letters(row.text) == wanted:
        return "", len(wanted)
    parts = [part.ways for part in _pieces(row, plain=plain)]
    if len(parts) > 1 and any(wanted in ways for ways in parts):
        found = next(at for at, ways in enumerate(parts) if wanted in ways)
        return "".join(ways[0] for at, ways in enumerate(parts) if at != found), len(wanted)
    seen = _seen(row, plain=plain)
    if wanted in seen:
        return seen.replace(wanted, "", 1), len(wanted)
    start = "".join(ways[-1] for ways in parts).find(wanted)
    if start >= 0:
        return _outside(parts, start, start + len(wanted)), len(wanted)
    for head in (seen, letters(row.text)):
        if head and wanted.startswith(head):
            return "", len(head)
    return row.text, 0


def _less_its_end(rows: Sequence[Row], at: int, wanted: str) -> tuple[str, int]:
    """Return a row without the words that end it, when they go on in the row below, and how many letters they are."""
    seen = _seen(rows[at], plain=False)
    below = _seen(rows[at + 1], plain=False) if at + 1 < len(rows) else ""
    for count in range(min(len(seen), len(wanted) - 1), 0, -1):
        rest = wanted[count:]
        if seen.endswith(wanted[:count]) and below and (below.startswith(rest) or rest.startswith(below)):
            return seen[: len(seen) - count], count
    return rows[at].text, 0


def _outside(parts: Sequence[tuple[str, ...]], start: int, stop: int) -> str:
    """Return the letters that a reader sees before and behind a stretch of a row as it is typed."""
    kept: list[str] = []
    at = 0
    for ways in parts:
        end = at + len(ways[-1])
        if len(ways) == 1:
            kept += [ways[0][: max(start - at, 0)], ways[0][max(stop - at, 0) :]]
        elif end <= start or at >= stop:
            kept.append(ways[0])
        at = end
    return "".join(kept)


def _seen(row: Row, *, plain: bool) -> str:
    """Return the letters of a row that a reader sees, without those of its syntax."""
    return "".join(piece.ways[0] for piece in _pieces(row, plain=plain))


def _pieces(row: Row, *, plain: bool) -> Iterator[Piece]:
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
