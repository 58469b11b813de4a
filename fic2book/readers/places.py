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
_NOTES = 100  # rows to look ahead among those of footnotes
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
        elif told and (row := _in_a_note(lines, pieces, index, whole)) >= 0:
            index = row
        else:
            index = _below(lines, pieces, max(index, _line_at(starts, pieces, at - 1) if at else -1), mark=not told)
            at = max(at, min(starts[index] + len(whole), starts[_end(lines, index)], length))
        block.set("data-line", str(lines[index].number))


def _end(lines: Sequence[Line], index: int) -> int:
    """Return the first blank line below a line, else the last: a block that says other letters reaches no further."""
    return next((at for at in range(index, len(lines)) if not lines[at].text.strip()), len(lines) - 1)


def _in_a_note(lines: Sequence[Line], pieces: Sequence[str], index: int, whole: str) -> int:
    """Return the row below that says a block's words though it looks like a part of a footnote, else -1."""
    ahead = range(max(index, 0), min(max(index, 0) + _NOTES, len(lines)))
    rows = [at for at in ahead if not pieces[at] and lines[at].text.strip()]
    said = {at: letters(raw_html.without_tags(_FOOTNOTE.sub("", lines[at].text))) for at in rows}
    exact = next((at for at in rows if said[at] == whole), -1)
    return exact if exact >= 0 else next((at for at in rows if said[at] and whole.startswith(said[at])), -1)


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
            for place in (start, _behind_number(source, start)):
                if source.startswith(told[:size], place):
                    return place
    return source.find(told, at, at + _AHEAD)


def _behind_number(source: str, start: int) -> int:
    """Return where a row's words begin when it is an item of a numbered list."""
    return start + len(source[start : start + 3]) - len(source[start : start + 3].lstrip("0123456789"))


def _line_at(starts: Sequence[int], pieces: Sequence[str], at: int) -> int:
    """Return the index of the line that holds letter ``at``; lines without letters hold none."""
    index = max(bisect_right(starts, at) - 1, 0)
    while index + 1 < len(starts) and not pieces[index]:
        index += 1
    return index
