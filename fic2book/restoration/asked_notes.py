"""Rules: rows that a person calls a note are set apart, whatever they say."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Place
from fic2book.restoration import rows, splits
from fic2book.restoration.author_notes import is_prose, set_apart, units
from fic2book.restoration.context import Context

_EDGE = "edge"


def mark_notes(root: Element, context: Context) -> None:
    """Put a fence before and behind the rows that ``note`` names, so that no rule joins them with the story."""
    wanted = context.choices.note
    if not wanted or any(rule.get("class") == _EDGE for rule in root.iter("hr")):
        return
    _part(root, context)
    inside = False
    for block in list(root):
        named = rows.meets(block, wanted)
        if named != inside:
            block.addprevious(markup.new("hr", class_=_EDGE))
        inside = named
    if inside:
        root.append(markup.new("hr", class_=_EDGE))


def asked_notes(root: Element, context: Context) -> None:
    """Move the rows that ``note`` names to the notes: before the text those above its first words, else after it."""
    for fence in [rule for rule in root.iter("hr") if rule.get("class") == _EDGE]:
        markup.remove(fence)
    if not context.choices.note:
        return
    for chapter, blocks in units(root):
        named = [block for block in blocks if block.tag != "hr" and rows.meets(block, context.choices.note)]
        prose = [at for at, block in enumerate(blocks) if block not in named and is_prose(block)]
        opening = [block for at, block in enumerate(blocks) if block in named and not any(here < at for here in prose)]
        closing = [block for block in named if block not in opening]
        for place, taken in ((Place.BEFORE, opening), (Place.AFTER, closing)):
            if taken:
                set_apart(taken, place, chapter, context, rule="asked_notes")


def _part(root: Element, context: Context) -> None:
    """Part paragraphs that hold both rows of the note and others."""
    for block in list(root):
        here: Element | None = block
        while here is not None and here.find(".//br[@data-line]") is not None:
            splits.lift(here)
            here = _parted(here, context)


def _parted(block: Element, context: Context) -> Element | None:
    """Part a block where the rows of the note begin or end, and return what is behind."""
    named = rows.is_within(rows.first(block), context.choices.note)
    for end in block.findall("br[@data-line]"):
        if rows.is_within(rows.first(end), context.choices.note) != named:
            return splits.split(block, end)
    return None
