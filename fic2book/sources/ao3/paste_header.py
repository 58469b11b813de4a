"""The header of a pasted work page: a label on a line, its values on the lines below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book.model import Kind, Sure
from fic2book.sources import lines
from fic2book.sources.ao3 import labels
from fic2book.sources.lines import Block, Paste
from fic2book.sources.values import commas

_BULLET = re.compile(r"\A[*•·]\s+|(?<![\s,])[\s,]+\Z")


class Labelled(NamedTuple):
    """A label and the lines below it."""

    label: str
    values: list[Block]


class Value(NamedTuple):
    """One line below a label."""

    line: int
    words: str
    is_only: bool


def read(paste: Paste, rows: Sequence[Block]) -> None:
    """Keep what the header says, line by line; labels and counters are set aside."""
    for label, values in _labelled(paste, rows):
        stat = labels.stat_of(label)
        if stat is not None and len(values) == 1:
            _read_stat(paste, label, stat, values[0])
        else:
            _read_values(paste, labels.field_of(label), values)


def _labelled(paste: Paste, rows: Sequence[Block]) -> Iterator[Labelled]:
    current = Labelled("", [])
    for row in rows:
        text = row.text.strip()
        if text.endswith(":") and (labels.field_of(text) or labels.stat_of(text) is not None):
            yield current
            current = Labelled(text, [])
            paste.ledger.removed(paste.origin, row.line, row.text)
        elif text:
            current.values.append(row)
    yield current


def _read_stat(paste: Paste, label: str, field: str, row: Block) -> None:
    number = labels.stat(field, row.text.strip()) if field else None
    if number is None:
        paste.ledger.removed(paste.origin, row.line, row.text)
        return
    if label.lower().startswith("completed"):
        paste.found["status"] = "Completed"
    lines.keep(paste, row.line, row.text, field, number)


def _read_values(paste: Paste, field: str, rows: Sequence[Block]) -> None:
    for row in rows:
        words = row.text.strip()
        for neighbour in labels.NEIGHBOURS.findall(words) if field == "series" else ():
            paste.ledger.removed(paste.origin, row.line, neighbour.strip())
            words = words.replace(neighbour, " ").strip()
        if words:
            _read_value(paste, field, Value(row.line, words, is_only=len(rows) == 1))


def _read_value(paste: Paste, field: str, value: Value) -> None:
    text = _BULLET.sub("", value.words)
    items = commas(text) if field in {"characters", "fandoms"} and value.is_only else (text,)
    items = labels.series(text) if field == "series" else items
    said = None if labels.NOT_A_TAG.match(text) else labels.value(field, items)
    if not field or said is None:
        paste.ledger.removed(paste.origin, value.line, value.words)
    elif field == "collection" and paste.found.get("collection"):
        paste.found["collection"] = f"{paste.found['collection']}, {said}"
        paste.ledger.moved(paste.origin, value.line, value.words, field)
    else:
        lines.keep(paste, value.line, value.words, field, said)


def read_title(paste: Paste, rows: Sequence[Block]) -> Sequence[Block]:
    """Keep title and by-line, the first two lines below the header, and return the lines that follow."""
    filled = [row for row in rows if row.text.strip()]
    if not filled or filled[0].text.strip().endswith("Summary:"):
        return rows
    title, *rest = filled
    _keep(paste, title, "title", title.text.strip())
    if rest and not rest[0].text.strip().endswith(":"):
        byline = rest[0]
        names = tuple(name.strip() for name in byline.text.split(",") if name.strip())
        _keep(paste, byline, "authors", names)
    last = next((row for row in reversed(filled[:2]) if not row.text.strip().endswith(":")), title)
    return [row for row in rows if row.line > last.line]


def _keep(paste: Paste, row: Block, field: str, value: object) -> None:
    """Keep what nothing but its place tells; what the front matter says of the same field counts."""
    lines.keep(paste, row.line, row.text, field, value)
    last = paste.ledger.changes[-1]
    if last.kind is Kind.MOVED:
        paste.ledger.changes[-1] = replace(last, sure=Sure.LIKELY)
