"""Where in the file a block of finished markup came from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Line
from fic2book.readers import raw_html

_FOOTNOTE = re.compile(r"\s{0,3}\[\^([^\]]+)\]:")  # its words stand at the end of the body, not in their place
_TELLING = 16  # letters that tell one line from its neighbours
_AHEAD = 6000  # letters to look ahead, about three pages; a block farther away is not this block


def set_lines(root: markup.Element, lines: Sequence[Line]) -> None:
    """Give every top-level block the number of its line, walking the source once, forward only."""
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    notes: set[str] = set()
    inside = False
    for line in lines:
        starts.append(length)
        note = _FOOTNOTE.match(line.text)
        inside = (note is not None and note[1] not in notes) or (inside and note is None and bool(line.text.strip()))
        pieces.append("" if inside else letters(raw_html.without_tags(line.text)))
        notes.update(note.groups() if note else ())
        length += len(pieces[-1])
    source = "".join(pieces)
    at, index = 0, -1
    for block in root:
        whole = letters(markup.text_of(block))
        told = whole[:_TELLING]
        found = _found(source, told, at, starts)
        if found >= 0:
            index = _line_at(starts, pieces, found)
            at = found + len(whole)
        else:
            index = _below(lines, pieces, index, mark=not told)
            at = max(at, min(starts[index] + len(whole), length))
        block.set("data-line", str(lines[index].number))


def _below(lines: Sequence[Line], pieces: Sequence[str], index: int, *, mark: bool) -> int:
    """Return the next line that holds something; of a scene break, one without letters, else stay."""
    here = max(index, 0)
    below = next((at for at in range(index + 1, len(lines)) if lines[at].text.strip()), here)
    return here if mark and pieces[below] else below


def _found(source: str, told: str, at: int, starts: Sequence[int]) -> int:
    """Find a block's first letters; a few letters are looked for at the lines' starts before anywhere."""
    if not told:
        return -1
    if source.startswith(told, at):
        return at
    if len(told) >= _TELLING // 2:
        for size in (_TELLING, _TELLING // 2):
            found = source.find(told[:size], at, at + _AHEAD)
            if found >= 0:
                return found
    near = starts[bisect_left(starts, at) : bisect_left(starts, at + _AHEAD)]
    for size in (_TELLING, 4):
        for start in near:
            if source.startswith(told[:size], start):
                return start
    return source.find(told, at, at + _AHEAD)


def _line_at(starts: Sequence[int], pieces: Sequence[str], at: int) -> int:
    """Return the index of the line that holds letter ``at``; lines without letters hold none."""
    index = max(bisect_right(starts, at) - 1, 0)
    while index + 1 < len(starts) and not pieces[index]:
        index += 1
    return index
