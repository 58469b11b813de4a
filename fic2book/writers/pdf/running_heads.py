"""Running heads: who on the left page, what on the right, shortened at a word where they are too long."""

from fic2book.markup import Element
from fic2book.model import Anthology, Section

_LONGEST = 52  # letters of 8.5 pt small capitals that stand well inside a measure of about 300 pt


def set_heads(element: Element, section: Section, anthology: Anthology) -> None:
    """Write what the heads say as ``data-left`` and ``data-right``; the style sheet sets the strings from them."""
    left, right = heads(section, anthology)
    element.set("data-left", shortened(left))
    element.set("data-right", shortened(right))


def heads(section: Section, anthology: Anthology) -> tuple[str, str]:
    """Return the heads of a section's left and right pages.

    A story's author and title; in a book by one author (or with a story by nobody known) the part's or the book's title
    and the story's; in front and back matter the section's own title on both.
    """
    story = section.story
    if story is None:
        return section.title, section.title
    if anthology.by_one_author or not story.authors:
        part = next((one.title for one in anthology.parts if story.id in one.stories), "")
        return part or anthology.title, story.title
    return ", ".join(story.authors), story.title


def shortened(head: str) -> str:
    """Cut a head that is too long for its line after a whole word."""
    head = " ".join(head.split())
    if len(head) <= _LONGEST:
        return head
    kept = head[:_LONGEST].rpartition(" ")[0] or head[:_LONGEST]
    return kept.rstrip(" ,.;:–—-") + "…"
