"""How many sheets make each signature, and which pages of them stay blank."""

from fic2book.errors import SettingsError
from fic2book.folding.orders import Order
from fic2book.model import BookletSettings

_MOST_SHEETS, _MOST_FLYLEAVES = 50, 3
_MOST_PAIRS = 60
"""Of leaves inside one another; the innermost of sixty stand out by 6 mm and more."""


def balanced(sheets: int, most: int) -> tuple[int, ...]:
    """Return the sheets of each signature: as few signatures as may be, of equal size, the larger ones first."""
    signatures = -(-sheets // most)
    each, more = divmod(sheets, signatures)
    return (each + 1,) * more + (each,) * (signatures - more)


def signatures(settings: BookletSettings, order: Order, pages: int) -> tuple[int, ...]:
    """Return the sheets of each signature of a book; raises ``SettingsError`` for wishes that nobody can fold."""
    if pages < 1:
        raise SettingsError("there is no page to be folded", way_out="Take a PDF that has pages.")
    if not 0 <= settings.flyleaves <= _MOST_FLYLEAVES:
        way_out = f"Ask for 0 to {_MOST_FLYLEAVES} blank leaves at each end; more of them can be sewn on by hand."
        raise SettingsError(f"{settings.flyleaves} flyleaves at each end are no book's", way_out=way_out)
    if not 1 <= settings.sheets <= _MOST_SHEETS:
        way_out = f"Ask for 1 to {_MOST_SHEETS} sheets; four or five of common paper fold well."
        raise SettingsError(f"a signature cannot be made of {settings.sheets} sheets", way_out=way_out)
    sheets = -(-(pages + 4 * settings.flyleaves) // (2 * order.leaves))
    most = {"saddle": sheets, "perfect": 1}.get(settings.binding, settings.sheets)
    sizes = balanced(sheets, most)
    if max(sizes) * order.leaves // 2 > _MOST_PAIRS:
        pairs = max(sizes) * order.leaves // 2
        way_out = "Take --binding sewn, which makes signatures of a few sheets, or fewer --sheets."
        raise SettingsError(f"{pairs} pairs of leaves cannot be folded into one another", way_out=way_out)
    return sizes


def blanks(settings: BookletSettings, pages: int, room: int) -> tuple[int, int]:
    """Return the blank pages in front and behind, beside the flyleaves, that fill ``room`` pages.

    In front stand whole leaves only, so that a recto stays one; and none where no flyleaf is wanted.
    """
    free = room - pages - 4 * settings.flyleaves
    front = free // 4 * 2 if settings.flyleaves else 0
    return front, free - front
