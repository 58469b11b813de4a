"""Footnotes of several paragraphs, of which only the first has a mark."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import footnote_marks

_MOST = 4
_PARTS = frozenset({"p", "blockquote", "ul", "ol"})


def going_on(notes: Sequence[Element]) -> Mapping[Element, list[Element]]:
    """Return the blocks that belong to footnotes besides the first: those between two of them.

    Where a rule or a label parts all footnotes from the story, those behind the last one belong to it too.
    """
    rooms: dict[Element, list[Element]] = {}
    for note in notes:
        room = note.getparent()
        if room is not None and room.tag not in {"ul", "ol"}:
            rooms.setdefault(room, []).append(note)
    found: dict[Element, list[Element]] = {}
    for room, inside in rooms.items():
        inside.sort(key=room.index)
        for note, following in pairwise(inside):
            found[note] = _parts(note, following)
        if _is_set_apart(inside[0]):
            found[inside[-1]] = _parts(inside[-1], None)
    return found


def _parts(note: Element, following: Element | None) -> list[Element]:
    parts = list(_between(note, following))
    own = len(parts) <= _MOST and all(part.tag in _PARTS and not _calls(part) for part in parts)
    return [part for part in parts if not markup.is_blank(part)] if own else []


def _between(note: Element, following: Element | None) -> Iterator[Element]:
    block = note.getnext()
    while block is not None and block is not following and block.tag != "aside":
        yield block
        block = block.getnext()


def _calls(part: Element) -> bool:
    """Tell whether a block calls a footnote: then it is story."""
    return any(link.get("class") == "noteref" for link in part.iter("a"))


def _is_set_apart(note: Element) -> bool:
    above = note.getprevious()
    return above is not None and (above.tag == "hr" or footnote_marks.is_label(markup.text_of(above).strip()))
