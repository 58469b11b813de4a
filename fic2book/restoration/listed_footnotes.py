"""Rule: ``[1]`` in the text and ``[1] …`` in a list behind it are a footnote, when all of them agree.

Each mark of the list must be called once, in order, and nothing else may look like a call; else all stays as it is.
Without brackets (``1. …``) the list must stand under a label (``Footnotes``). One ``*`` may call one paragraph.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import footnote_marks, note_labels, rows
from fic2book.restoration.context import Context
from fic2book.restoration.footnote_numbers import footnote_numbers
from fic2book.restoration.footnotes import MARK, as_footnote

_CALL = re.compile(r"(?<=\S)[ \u00a0]?(?:\[(\d{1,2})\]|\((\d{1,2})\)|([¹²³⁴-⁹⁰]{1,2}))(?!\w)|(?<=[^\s*])(\*)(?![\w*])")
_BRACKETED = re.compile(r"\s*(?:\[|[¹²³⁴-⁹]|\*(?!\*))")


class Call(NamedTuple):
    """A mark in the text."""

    element: Element
    slot: str
    """``text`` or ``tail`` of the element that the mark stands in; empty when the element is the mark."""
    start: int
    stop: int
    mark: str


def listed_footnotes(root: Element, context: Context) -> None:
    """Make footnotes of a list of them at the story's end (or before a closing note), and of the marks calling them."""
    if next((link for link in root.iter("a") if link.get("class") == "noteref"), None) is not None:
        return
    blocks = [block for block in root if not (block.tag == "p" and markup.is_blank(block))]
    for first in range(len(blocks) - 1, 0, -1):
        notes = _list(blocks, first)
        if notes and not any(rows.are_text(note, context) for note in notes):
            calls = list(_calls(blocks[:first]))
            if _agree(calls, [_mark(note) for note in notes]):
                _make(root, calls, notes, context)
            return


def _list(blocks: list[Element], first: int) -> list[Element]:
    """Return the blocks of a list of footnotes that begins here; none when it is no such list."""
    if blocks[first].tag != "p" or _mark(blocks[first]) not in {"1", "*"}:
        return []
    notes = [blocks[first]]
    for block in blocks[first + 1 :]:
        if block.tag != "p" or _mark(block) != str(len(notes) + 1):
            break
        notes.append(block)
    below = blocks[first + len(notes)] if first + len(notes) < len(blocks) else None
    ends = (
        below is None or below.tag in {"hr", "aside", *markup.HEADINGS} or note_labels.is_marked(markup.text_of(below))
    )
    labelled = footnote_marks.is_label(markup.text_of(blocks[first - 1]).strip())
    bracketed = all(_BRACKETED.match(markup.text_of(note)) for note in notes)
    return notes if ends and (labelled or bracketed) and _says_something(notes) else []


def _says_something(notes: list[Element]) -> bool:
    return all(
        re.search(r"\w", markup.text_of(note)[footnote_marks.leading(markup.text_of(note))[1] :]) for note in notes
    )


def _mark(block: Element) -> str:
    text = markup.text_of(block)
    mark, stop = footnote_marks.leading(text)
    if mark == "*" and (text.rstrip().endswith("*") or not text[stop:].strip()):
        return ""
    return footnote_marks.number(mark)


def _calls(blocks: list[Element]) -> Iterator[Call]:
    for block in blocks:
        text = markup.text_of(block)
        raised = next(block.iter("sup"), None) is not None
        if raised or any(sign in text for sign in "[(*¹²³⁴⁵⁶⁷⁸⁹"):
            yield from _calls_in(block)


def _calls_in(element: Element) -> Iterator[Call]:
    if (
        element.tag == "sup"
        and footnote_marks.number((element.text or "").strip("[]() ")).isdigit()
        and not len(element)
    ):
        yield Call(element, "", 0, 0, footnote_marks.number((element.text or "").strip("[]() ")))
        return
    yield from _marks(element, "text")
    for child in element:
        yield from _calls_in(child)
        yield from _marks(child, "tail")


def _marks(element: Element, slot: str) -> Iterator[Call]:
    for found in _CALL.finditer(getattr(element, slot) or ""):
        mark = next(part for part in found.groups() if part)
        yield Call(element, slot, found.start(), found.end(), footnote_marks.number(mark))


def _agree(calls: list[Call], marks: list[str]) -> bool:
    return (
        bool(marks)
        and [call.mark for call in calls] == marks
        and all(call.mark != "*" or (call.element.get(rows.END) is None and _is_named(call)) for call in calls)
    )


def _is_named(call: Call) -> bool:
    """Tell whether words stand before a sign by which the ledger can call the place where it becomes a number."""
    before = rows.before(call.element)[1] if call.element.tag not in markup.BLOCKS else ""
    inside = markup.text_of(call.element) if call.slot == "tail" else ""
    return bool(letters(before + inside + (getattr(call.element, call.slot or "text") or "")[: call.start]))


def _make(root: Element, calls: list[Call], notes: list[Element], context: Context) -> None:
    for call, note in reversed(list(zip(calls, notes, strict=True))):
        aside = markup.new("aside", class_="footnote", id=f"to-{call.mark}", data_line=str(rows.first(note)))
        _set(call, aside)
        as_footnote(root, note, aside, context, "listed_footnotes")
    footnote_numbers(root, context)


def _set(call: Call, aside: Element) -> None:
    """Put the book's call in a mark's place; from the last one backwards, for places in a text shift."""
    link = markup.new("a", call.mark, class_="noteref", href=f"#{aside.get('id')}")
    link.set(MARK, call.mark)
    if not call.slot:
        link.tail = call.element.tail
        call.element.getparent().replace(call.element, link)  # type: ignore[union-attr]  # it stands in a block
        return
    text = getattr(call.element, call.slot)
    link.tail = text[call.stop :]
    setattr(call.element, call.slot, text[: call.start])
    if call.slot == "text":
        call.element.insert(0, link)
    else:
        call.element.addnext(link)
