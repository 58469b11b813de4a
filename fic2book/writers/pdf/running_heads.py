"""Running heads: who on the left page, what on the right, shortened at a word where they are too long."""

from fic2book import fonts
from fic2book.markup import Element
from fic2book.model import Anthology, Lettering, PageDesign, Section, Theme
from fic2book.writers.pdf.page import lettering_face
from fic2book.writers.pdf.titles import Setting, width_of

_SIZE = 0.77  # of the text's size; base/pdf.css says the same
_SHARE = 0.92  # of the measure: a head as long as the lines below it looks like one of them
_LETTER = 0.6  # of its size, for one of capitals in a face that cannot be measured


def set_heads(element: Element, section: Section, anthology: Anthology, room: Setting | float) -> None:
    """Write what the heads say as ``data-left`` and ``data-right``; the style sheet sets the strings from them."""
    left, right = heads(section, anthology)
    element.set("data-left", shortened(left, room))
    element.set("data-right", shortened(right, room))


def room(theme: Theme, page: PageDesign) -> Setting | float:
    """Return how heads are set, and how long they may be; where the theme has no face that is here, in letters."""
    lettering = theme.looks.lettering.get("head", Lettering())
    face, size, longest = lettering_face(theme.fonts, page, lettering), _SIZE * page.size, _SHARE * page.measure
    return Setting(face, size, longest, lettering) if face else longest / (size * _LETTER)


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


def shortened(head: str, room: Setting | float) -> str:
    """Cut a head that is too long for its line after a whole word."""
    head = " ".join(head.split())
    longest = _longest(head, room)
    if len(head) <= longest:
        return head
    kept = head[:longest].rpartition(" ")[0] or head[:longest]
    return kept.rstrip(" ,.;:–—-") + "…"


def _longest(head: str, room: Setting | float) -> int:
    """Return how many of a head's letters its line has room for, by their mean width."""
    if not isinstance(room, Setting):
        return int(room)
    if fonts.missing(room.face, head):
        return int(room.measure / (room.size * _LETTER))
    width = width_of(head, room)
    return int(len(head) * room.measure / width) if width else len(head)
