"""A story's own words made ready for the page: what only a place in a book gives them (first lines, labels, ranks)."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.sections.lead_in import set_lead_in
from fic2book.words import Words

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OPENS_A_SCENE = frozenset({"scene", "pause"})
_DROP_CAP_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DROP_CAP_LENGTH = 180  # characters; a shorter paragraph may have fewer lines than the capital
_NOTES = {"noteref": "doc-noteref", "footnote": "doc-footnote", "backref": "doc-backlink"}


def set_story_text(root: Element, words: Words, *, rank: int, is_opening: bool) -> None:
    """Make the text of a one-shot or a chapter ready, in place; ``rank`` is the highest heading it may have."""
    _mark_first_paragraphs(root)
    if is_opening:
        _mark_opening(root)
    _label_breaks(root, words)
    rank_headings(root, rank)
    _label_notes(root)


def rank_headings(root: Element, rank: int) -> None:
    """Give the headings inside ``root`` ranks from ``rank`` down, without gaps, in their own order of size."""
    headings = [element for element in root.iter() if element.tag in _HEADINGS]
    sizes = sorted({str(heading.tag) for heading in headings})
    last = rank - 1
    for heading in headings:
        last = min(rank + sizes.index(str(heading.tag)), last + 1, 6)
        heading.tag = f"h{last}"


def add_class(element: Element, name: str) -> None:
    """Add a class to an element."""
    element.set("class", " ".join([*(element.get("class") or "").split(), name]))


def _mark_first_paragraphs(root: Element) -> None:
    is_first = True
    for block in root:
        if block.tag == "p" and is_first:
            add_class(block, "first")
        is_first = block.tag in _HEADINGS or (block.tag == "hr" and _classes(block) & _OPENS_A_SCENE != set())


def _mark_opening(root: Element) -> None:
    opening = next((block for block in root if block.tag == "p"), None)
    if opening is None or "verse" in _classes(opening):
        return
    if "first" not in _classes(opening):
        add_class(opening, "first")
    add_class(opening, "opening")
    text = markup.text_of(opening)
    if text[:1] in _DROP_CAP_LETTERS and len(text) >= _DROP_CAP_LENGTH:
        add_class(opening, "drop")
    set_lead_in(opening)


def _label_breaks(root: Element, words: Words) -> None:
    for rule in root.iter("hr"):
        if "pause" in _classes(rule):
            rule.set("aria-hidden", "true")
        elif "scene" in _classes(rule):
            rule.set("aria-label", words.scene_break)


def _label_notes(root: Element) -> None:
    """Say what footnotes, their calls and the ways back are."""
    for element in root.iter("a", "aside"):
        for name in _classes(element) & _NOTES.keys():
            element.set("role", _NOTES[name])


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())
