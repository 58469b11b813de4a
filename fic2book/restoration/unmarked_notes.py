"""Rule: an opening or closing note without a label is one when several signs agree; with fewer it is only flagged."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Place
from fic2book.restoration import note_signs, rows
from fic2book.restoration.author_notes import set_apart, units
from fic2book.restoration.context import Context

_REACH = 4
"""Paragraphs at either end that are looked at."""
_KEYS = {Place.BEFORE: "opening_note", Place.AFTER: "closing_note"}
_NAMES = {Place.BEFORE: "an opening note", Place.AFTER: "a closing note"}


def unmarked_notes(root: Element, context: Context) -> None:
    """Set apart unlabelled notes at the head and tail of a story and of its chapters."""
    for chapter, blocks in units(root):
        for place in Place:
            choice = context.choices.opening_note if place is Place.BEFORE else context.choices.closing_note
            here = [block for block in blocks if block.getparent() is root]
            if any(
                rows.are_text(block, context) for block in (here[:_REACH] if place is Place.BEFORE else here[-_REACH:])
            ):
                continue
            if choice != "story" and here:
                _look(here, place, chapter, context, choice == "note")


def _look(blocks: list[Element], place: Place, chapter: int, context: Context, forced: bool) -> None:  # noqa: FBT001 (a person's choice)
    edge = _edge(blocks if place is Place.BEFORE else blocks[::-1])
    told = sum(_words(block) for block in blocks)
    if not edge or sum(block.tag != "hr" for block in blocks) < 2:
        return
    count, reasons = _count(edge, forced=forced)
    note = edge[:count] if place is Place.BEFORE else edge[:count][::-1]
    if note and sum(_words(block) for block in note) * 2 < told:
        why = f"Read as {_NAMES[place]} ({', '.join(reasons) or 'asked for'}); "
        _flag("unmarked_notes", note[0], f'{why}{_KEYS[place]} = "story" keeps it in the story.', context)
        set_apart(note, place, chapter, context, rule="unmarked_notes")
        return
    weight, names = note_signs.weigh(markup.text_of(edge[0]))
    if weight >= note_signs.DOUBTFUL and "doubtful_notes" not in context.choices.off:
        why = f"May be {_NAMES[place]} ({', '.join(names)}); "
        _flag("doubtful_notes", edge[0], f'{why}{_KEYS[place]} = "note" sets it apart.', context)


def _edge(blocks: list[Element]) -> list[Element]:
    """Return the paragraphs at one end, up to a break."""
    edge: list[Element] = []
    for block in blocks:
        if block.tag == "hr" and not edge:
            continue
        if block.tag not in {"p", "div", "blockquote"} or block.get("class") == "chat" or len(edge) == _REACH:
            break
        edge.append(block)
    return edge


def _count(edge: list[Element], *, forced: bool) -> tuple[int, tuple[str, ...]]:
    """Return how many paragraphs from the end inward are a note, and what says so."""
    reasons: list[str] = []
    heaviest = 0
    count = 0
    for block in edge:
        weight, names = note_signs.weigh(markup.text_of(block))
        if weight < note_signs.DOUBTFUL:
            break
        reasons += [name for name in names if name not in reasons]
        heaviest = max(heaviest, weight)
        count += 1
    if heaviest >= note_signs.NOTE and len(reasons) > 1:
        return count, tuple(reasons)
    return (max(count, 1), tuple(reasons)) if forced else (0, ())


def _words(block: Element) -> int:
    return len(markup.text_of(block).split())


def _flag(rule: str, block: Element, why: str, context: Context) -> None:
    context.ledger.flagged(rule, rows.first(block), markup.text_of(block).strip(), why)
