"""A story's own words made ready for the page: what only a place in a book gives them (first lines, labels, ranks)."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.sections.classes import add_class, classes
from fic2book.sections.lead_in import set_lead_in
from fic2book.sections.verse import set_lines
from fic2book.words import Words

_NO_PROSE = frozenset({"verse", "center", "right", "message"})
_BEFORE_THE_OPENING = frozenset({*markup.HEADINGS, "hr", "blockquote", "figure"})
"""What may stand before the prose that opens a story: its headings, an epigraph, a letter, a picture."""
_DROP_CAP_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DROP_CAP_LENGTH = 180  # characters; a shorter paragraph may have fewer lines than the capital
_NOTES = {"noteref": "doc-noteref", "footnote": "doc-footnote", "backref": "doc-backlink"}


def set_story_text(root: Element, words: Words, *, rank: int, is_opening: bool) -> None:
    """Make the text of a one-shot or a chapter ready, in place; ``rank`` is the highest heading it may have."""
    _mark_first_paragraphs(root)
    _mark_runs(root)
    set_lines(root)
    if is_opening:
        _mark_opening(root)
    _label_breaks(root, words)
    rank_headings(root, rank)
    _label_notes(root)


def rank_headings(root: Element, rank: int) -> None:
    """Give the headings inside ``root`` ranks from ``rank`` down, without gaps, in their own order of size."""
    headings = [element for element in root.iter() if element.tag in markup.HEADINGS]
    sizes = sorted({str(heading.tag) for heading in headings})
    last = rank - 1
    for heading in headings:
        last = min(rank + sizes.index(str(heading.tag)), last + 1, 6)
        heading.tag = f"h{last}"


def _mark_first_paragraphs(root: Element) -> None:
    """Mark the paragraphs that begin flush: the first, and each one that no other paragraph stands before."""
    is_first = True
    for block in _flow(root):
        if _is_prose(block) and is_first:
            add_class(block, "first")
        is_first = not _is_prose(block)


def _mark_runs(root: Element) -> None:
    """Mark where lines in the middle or on the right begin and end, one or several: white parts them from prose."""
    for line in root.iter("p"):
        if not _is_line(line):
            continue
        before, behind = line.getprevious(), line.getnext()
        if before is None or not _is_line(before):
            add_class(line, "run-begins")
        if behind is None or not _is_line(behind):
            add_class(line, "run-ends")


def _is_line(block: Element) -> bool:
    return block.tag == "p" and bool(classes(block) & {"center", "right"})


def _mark_opening(root: Element) -> None:
    """Mark where a story's prose opens; a chat, a list, a poem, a table at its head are their own opening."""
    blocks = (block for block in _flow(root) if block.tag not in _BEFORE_THE_OPENING and not _is_set_apart(block))
    opening = next(blocks, None)
    if opening is None or not _is_prose(opening):
        return
    if "first" not in classes(opening):
        add_class(opening, "first")
    add_class(opening, "opening")
    text = markup.text_of(opening)
    if text[:1] in _DROP_CAP_LETTERS and len(text) >= _DROP_CAP_LENGTH and not _begins_with_picture(opening):
        add_class(opening, "drop")
    set_lead_in(opening)


def _flow(root: Element) -> Iterator[Element]:
    """Yield the blocks of a text in order, those inside boxes that mean nothing too."""
    for block in root:
        if block.tag == "div" and not classes(block):
            yield from _flow(block)
        else:
            yield block


def _is_prose(block: Element) -> bool:
    return block.tag == "p" and not classes(block) & _NO_PROSE


def _is_set_apart(block: Element) -> bool:
    """Tell whether a block stands before the prose without being it: a picture, a date line, a sign in the middle."""
    return bool(classes(block) & {"picture", "center", "right"})


def _begins_with_picture(paragraph: Element) -> bool:
    return not (paragraph.text or "").strip() and len(paragraph) > 0 and paragraph[0].tag == "img"


def _label_breaks(root: Element, words: Words) -> None:
    for rule in root.iter("hr"):
        if "pause" in classes(rule):
            rule.set("aria-hidden", "true")
        elif "scene" in classes(rule):
            rule.set("aria-label", words.scene_break)


def _label_notes(root: Element) -> None:
    """Say what footnotes, their calls and the ways back are."""
    for element in root.iter("a", "aside"):
        for name in classes(element) & _NOTES.keys():
            element.set("role", _NOTES[name])
