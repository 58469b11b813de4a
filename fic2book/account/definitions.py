"""Footnotes of Markdown: which rows a definition takes is Markdown's affair; here they are those that say its words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fic2book.account.manuscript import Piece, Row, is_definition, pieces_of
from fic2book.account.notes import Footnote
from fic2book.letters import letters

_NAME = re.compile(r"\A\W*\[\^[^\]]*\]:")
_BEGINS = re.compile(r"(?<=>)\s*(?=\[\^[^\]]+\]:)|(?<!^)(?=</?[a-zA-Z])")
"""A tag of HTML may begin a paragraph, and a definition or the text behind it, inside a row."""


def apart(rows: Sequence[Row], footnotes: Sequence[Footnote]) -> tuple[list[Row], list[Footnote]]:
    """Return the rows without those of footnotes, and the footnotes whose words no rows have.

    A footnote takes whole rows that follow one another: those that begin as a definition are asked first, then, from
    the last one, all others (a list of notes at a story's end).
    """
    left = [Row(row.line, text) for row in rows for text in _BEGINS.split(row.text)]
    begun = [at for at, row in enumerate(left) if is_definition(row.text)]
    missing = _taken(left, begun, footnotes)
    others = sorted(set(range(len(left))).difference(begun), reverse=True) if missing else []
    return left, _taken(left, others, missing)


def _taken(left: list[Row], starts: Sequence[int], footnotes: Sequence[Footnote]) -> list[Footnote]:
    """Empty the rows of each footnote, the first start that fits; return the footnotes that fit nowhere."""
    free = list(starts)
    missing: list[Footnote] = []
    for footnote in footnotes:
        ways = [letters(footnote.text), letters(footnote.number + footnote.text)]
        fits = (
            (start, stop) for seen in (True, False) for start in free for stop in _stops(left, start, ways, seen=seen)
        )
        start, stop = next(fits, (-1, -1))
        if start < 0:
            missing += [footnote] if ways[0] else []
            continue
        left[start:stop] = [Row(row.line, "") for row in left[start:stop]]
        free.remove(start)
    return missing


def _stops(rows: Sequence[Row], start: int, ways: Sequence[str], *, seen: bool) -> Iterator[int]:
    """Give the end of the fewest rows from ``start`` that say one of the texts, if there are such rows.

    ``seen`` asks for what a reader sees alone: the number of a call may be the very word that is sought.
    """
    at = {(way, 0) for way in ways}
    for place in range(start, len(rows)):
        row = rows[place]
        for piece in _pieces(row if place > start else Row(row.line, _NAME.sub("", row.text))):
            at = {
                (way, end + len(said))
                for way, end in at
                for said in piece.ways[: 1 if seen else None]
                if way.startswith(said, end)
            }
        if any(end == len(way) for way, end in at):
            yield place + 1
            return
        if not at:
            return


@lru_cache(maxsize=10_000)  # each row is asked for each footnote
def _pieces(row: Row) -> tuple[Piece, ...]:
    return tuple(pieces_of(row, plain=False))
