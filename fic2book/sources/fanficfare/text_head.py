"""The head of FanFicFare's .txt: title, by-line, labels with their wrapped values, table of contents."""

import re
from itertools import pairwise
from typing import NamedTuple

from fic2book import markup
from fic2book.sources import lines
from fic2book.sources.fanficfare import labels
from fic2book.sources.lines import Block, Paste
from fic2book.sources.values import names

_BYLINE = re.compile(r"by\s+\S")
_CONTENTS = "TABLE OF CONTENTS"
_LED = re.compile(r"(?:\t| {8})\s*(?P<title>\S.*?)\s*\Z")
_TITLE_ROWS = 3  # a long title is wrapped like everything else
_GAP = 3  # blank lines behind the label block, and behind the table of contents


class Head(NamedTuple):
    """Where the rows of a file's head stand."""

    title: list[int]
    byline: list[int]
    labels: list[list[int]]
    """Each label's row with the rows on which its value goes on."""
    contents: list[int]
    """The table's heading and its entries."""
    end: int


def find(paste: Paste) -> Head | None:
    """Return the head of a file that is FanFicFare's by its labels."""
    rows = lines.head(paste, _TITLE_ROWS + 1)
    first = next((at for at in rows[1:] if _BYLINE.match(paste.blocks[at].text)), -1)
    if first < 0:
        return None
    byline = [first]
    while byline[-1] + 1 < len(paste.blocks) and paste.blocks[byline[-1] + 1].text.strip():
        byline.append(byline[-1] + 1)
    found, at = _labels(paste, byline[-1] + 1)
    if not labels.are_its_own([labels.split(paste.blocks[places[0]].text)[0] for places in found]):
        return None
    contents = _contents(paste, at)
    return Head([at for at in rows if at < first], byline, found, contents, max([at, *(row + 1 for row in contents)]))


def led(text: str) -> str:
    """Return the title that a row led by a tab (or by eight blanks, when it was wrapped) says."""
    found = _LED.match(text)
    return found["title"] if found else ""


def peel(paste: Paste, head: Head) -> None:
    """Move what the head says to the fields it means; the rest of it is the program's."""
    blocks = {at: block for at, block in enumerate(paste.blocks[: head.end]) if block.text.strip()}
    for at in reversed(blocks):
        lines.drop(paste, at)
    _keep(paste, [blocks[at] for at in head.title], {"title": _joined([blocks[at] for at in head.title])})
    byline = [blocks[at] for at in head.byline]
    _keep(paste, byline, {"authors": names(_joined(byline).removeprefix("by "))})
    for rows in head.labels:
        _keep_label(paste, rows, blocks)
    for at in head.contents:
        paste.ledger.removed(paste.origin, blocks[at].line, blocks[at].text)


def _labels(paste: Paste, at: int) -> tuple[list[list[int]], int]:
    """Return the rows of each label, and where they end: at a wide gap, the table of contents or a chapter.

    A value may have blank rows inside only if one of those follows; in a file without, the rest is the story's.
    """
    found: list[list[int]] = []
    blank = 0
    while at < len(paste.blocks) and not (found and blank >= _GAP):
        text = paste.blocks[at].text
        if text.strip() == _CONTENTS or led(text):
            return found, at
        blank = 0 if text.strip() else blank + 1
        if labels.split(text)[0]:
            found.append([at])
        elif text.strip() and not found:
            return [], at
        elif text.strip():
            found[-1].append(at)
        at += 1
    if found and at == len(paste.blocks):
        found[-1] = [row for count, row in enumerate(found[-1]) if row == found[-1][0] + count]
        at = found[-1][-1] + 1
    return found, at


def _contents(paste: Paste, at: int) -> list[int]:
    """Return the rows of the table of contents that stands next: up to the first chapter, or a wide gap."""
    rows = [place for place in range(at, len(paste.blocks)) if paste.blocks[place].text.strip()]
    if not rows or paste.blocks[rows[0]].text.strip() != _CONTENTS:
        return []
    table = rows[:1]
    for place in rows[1:]:
        if led(paste.blocks[place].text) or (len(table) > 1 and place - table[-1] > _GAP):
            break
        table.append(place)
    return table


def _keep_label(paste: Paste, rows: list[int], blocks: dict[int, Block]) -> None:
    own = [blocks[at] for at in rows]
    label, said = labels.split(_joined(own))
    found = labels.value(label, said)
    if label == "Summary" and found:
        gaps = [0, *(count for count in range(1, len(rows)) if rows[count] - rows[count - 1] > 1), len(rows)]
        runs = [_joined(own[start:stop]) for start, stop in pairwise(gaps)]
        runs[0] = labels.split(runs[0])[1]
        found = {"summary": "".join(map(markup.paragraph, runs))}
    if len(found) > 1 and len(own) == 1:
        _keep_each(paste, own[0], found)
    else:
        _keep(paste, own, found)


def _keep_each(paste: Paste, row: Block, found: dict[str, object]) -> None:
    """Keep a row whose items belong to two fields, item by item; the label goes."""
    paste.ledger.removed(paste.origin, row.line, row.text.partition(":")[0] + ":")
    for field, value in found.items():
        for item in value if isinstance(value, tuple) else ():
            lines.keep(paste, row.line, str(item), field, (item,))


def _keep(paste: Paste, rows: list[Block], found: dict[str, object]) -> None:
    """Keep a value as its field; a second, different one is set aside."""
    kept = ""
    for field, value in found.items():
        before = paste.found.get(field)
        if before is None or isinstance(before, tuple):
            paste.found[field] = (*before, *value) if before and isinstance(value, tuple) else value
            kept = kept or field
    for block in rows:
        if kept:
            paste.ledger.moved(paste.origin, block.line, block.text.strip(), kept)
        else:
            paste.ledger.removed(paste.origin, block.line, block.text)


def _joined(blocks: list[Block]) -> str:
    """Return wrapped rows as one; the program breaks lines behind hyphens too."""
    text = ""
    for block in blocks:
        text += ("" if not text or (text[-1:] == "-" and text[-2:-1].isalpha()) else " ") + block.text.strip()
    return text
