"""The file's lines, less what the ledger says was rewritten, removed or moved, word for word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from fic2book.account import manuscript, repeats
from fic2book.account.cuts import cut, cut_picture
from fic2book.account.manuscript import Row, pieces_of, seen
from fic2book.letters import letters
from fic2book.model import Change, Document, Kind


def followed(changes: Sequence[Change]) -> list[Change]:
    """Return the changes with words as they stand after rewriting; of one line, the entries stand as they happened."""
    repairs: dict[int, list[tuple[int, Change]]] = {}
    for at, change in enumerate(changes):
        if change.kind is Kind.REWRITTEN and letters(change.before) and letters(change.before) != letters(change.after):
            repairs.setdefault(change.line, []).append((at, change))
    if not repairs:
        return list(changes)
    return [replace(change, before=_repaired(change, at, repairs)) for at, change in enumerate(changes)]


def left(document: Document, changes: Sequence[Change], told: str = "") -> list[Row]:
    """Return the document's lines less what was removed or moved, line by line, word for word.

    ``told`` are the letters of the stories, and of what was moved: they decide which of the same words was taken.
    """
    rows = [Row(line.number, line.text) for line in document.lines]
    places = {row.line: at for at, row in enumerate(rows)}
    for change in changes:
        if change.kind is Kind.REWRITTEN and change.line in places and letters(change.before):
            row = rows[places[change.line]]
            if change.before in row.text and letters(change.after) != letters(change.before):
                rows[places[change.line]] = Row(row.line, row.text.replace(change.before, change.after, 1))
    gone = [change for change in followed(changes) if change.kind in {Kind.REMOVED, Kind.MOVED}]
    plain = document.format not in {"markdown", "restored"}
    early = set(document.changes)  # what the reader took (scripts, pictures) no later words can hold
    thinned = set() if plain else {change.line for change in early}.intersection(places)
    taken = sorted(gone, key=lambda change: (change not in early, *_reach(change)))
    for change in _in_turn(rows, places, gone) if plain else taken:
        at = places.get(change.line, -1 if plain else len(rows) - 1)
        if at >= 0 and plain and repeats.cut(rows, at, change.before, told):
            continue
        if change.line in thinned and change not in early and document.lines[at].text.strip() == change.before.strip():
            rows[at] = Row(change.line, "")
        elif at >= 0 and not (change in early and not plain and cut_picture(rows, at, change.before)):
            _subtract(rows, at, change.before, plain=plain)
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


def _reach(change: Change) -> tuple[bool, bool]:
    """Order changes: what stands inside a note, or between its lines, goes before the note around it."""
    return "\n" in change.before, change.kind is Kind.MOVED


def _repaired(change: Change, at: int, repairs: dict[int, list[tuple[int, Change]]]) -> str:
    words = change.before
    if change.kind is not Kind.REWRITTEN:
        for row in range(words.count("\n") + 1):
            for number, repair in repairs.get(change.line + row, ()):
                if (row or number > at) and row <= words.count("\n"):
                    words = _rewritten(words, row, repair.before.strip(), repair.after.strip())
    return words


def _rewritten(words: str, row: int, before: str, after: str) -> str:
    """Rewrite words in their own row, where they may be rewritten already; in all rows if it has nothing of them."""
    rows = words.split("\n")
    if before in rows[row] or after in rows[row]:
        rows[row] = _once(rows[row], before, after)
        return "\n".join(rows)
    return _once(words, before, after)


def _once(words: str, before: str, after: str) -> str:
    return words if before in after and after in words else words.replace(before, after)


def _subtract(rows: list[Row], at: int, words: str, *, plain: bool) -> None:
    """Take words away from the line where the ledger says they stood, and from those below it if they go on."""
    if rows[at].text.strip() == words.strip():
        rows[at] = Row(rows[at].line, "")
        return
    at = at if plain else _line_in_block(rows, at, words.strip())
    wanted = letters(words)
    if not plain and wanted and cut(rows, at, words):
        return
    whole = re.search(rf"(?<!\w){re.escape(words.strip())}(?!\w)", rows[at].text) if plain and wanted else None
    if whole:
        rows[at] = Row(rows[at].line, f"{rows[at].text[: whole.start()]} {rows[at].text[whole.end() :]}")
        return
    begun = above = False
    while wanted and at < len(rows):
        at = _behind_footnote(rows, at) if begun and not plain else at
        here, taken = _less(rows[at], wanted, plain=plain)
        if taken == 0 and not plain and not begun:
            here, taken = _less_its_end(rows, at, wanted)
        if taken == 0 and (begun or plain) and seen(rows[at], plain=plain):
            return
        if taken:
            rows[at] = Row(rows[at].line, here)
            begun = True
        elif not plain and above and not begun and not rows[at].text.strip():
            return
        above = above or bool(rows[at].text.strip())
        wanted = wanted[taken:]
        at += 1


def _behind_footnote(rows: Sequence[Row], at: int) -> int:
    """Return the place of the first row that is in no footnote: its words stand at the story's end."""
    if not manuscript.is_definition(rows[at].text):
        return at
    return next((place for place in range(at, len(rows)) if not rows[place].text.strip()), at)


def _line_in_block(rows: Sequence[Row], at: int, words: str) -> int:
    """Return the line of a Markdown block that holds these very words; the ledger knows only where the block begins."""
    words = words.partition("\n")[0].strip()
    bare = letters(words)
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    below = list(takewhile(lambda place: rows[place].text.strip(), range(at, len(rows))))
    same = [place for place in below if rows[place].text.strip() == words]
    here = whole.search(rows[at].text) or (bare and rows[at].text == bare)
    for place in below if here else same or below:
        text = rows[place].text
        if whole.search(text) or (len(bare) > 3 and (words in text or bare in text)):  # bare: a row that lost words
            return place
    above = list(takewhile(lambda place: rows[place].text.strip(), range(at - 1, -1, -1)))
    return next((place for place in above if whole.search(rows[place].text)), at)


def _less(row: Row, wanted: str, *, plain: bool) -> tuple[str, int]:
    """Return the row without the wanted words, or without the part of them that ends the row, and how many letters."""
    pieces = list(pieces_of(row, plain=plain))
    parts = [piece.ways for piece in pieces]
    if row.text.strip() and (letters(row.text) == wanted or _said(parts, wanted) == len(wanted)):
        return "", len(wanted)
    whole = sorted((at for at, ways in enumerate(parts) if wanted in ways), key=lambda at: len(parts[at]) == 1)
    if len(parts) > 1 and whole:  # what is no text by itself (a picture) first
        return " ".join("" if at == whole[0] else piece.text for at, piece in enumerate(pieces)), len(wanted)
    shown = seen(row, plain=plain)
    if wanted in shown:
        return shown.replace(wanted, "", 1), len(wanted)
    start = "".join(ways[-1] for ways in parts).find(wanted)
    if start >= 0:
        return _outside(parts, start, start + len(wanted)), len(wanted)
    said = _said(parts, wanted)
    return ("", said) if said else (row.text, 0)


def _said(parts: Sequence[tuple[str, ...]], wanted: str) -> int:
    """Return how many of the wanted letters a row as a whole says, one way or another; 0 when it says others."""
    ends = {0}
    for ways in parts:
        ends = {end + len(way) for end in ends for way in ways if wanted.startswith(way, end)}
    return max(ends, default=0)


def _less_its_end(rows: Sequence[Row], at: int, wanted: str) -> tuple[str, int]:
    """Return a row without the words that end it, when they go on in the row below, and how many letters they are."""
    shown = seen(rows[at], plain=False)
    below = seen(rows[at + 1], plain=False) if at + 1 < len(rows) else ""
    for count in range(min(len(shown), len(wanted) - 1), 0, -1):
        rest = wanted[count:]
        if shown.endswith(wanted[:count]) and below and (below.startswith(rest) or rest.startswith(below)):
            return shown[: len(shown) - count], count
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
