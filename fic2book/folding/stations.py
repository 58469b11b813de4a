"""Where the needle goes through the fold."""

from fic2book.errors import SettingsError
from fic2book.lengths import MILLIMETRE
from fic2book.model import BookletSettings

_KETTLE = 15 * MILLIMETRE
"""From head and tail: half an inch (Bean and Brodhead, Bookbinding for Beginners) and what the trimming takes."""
_APART = 36 * MILLIMETRE
"""From one station to the next, about: six on A5, as on three tapes without their pairs."""
_END_OF_PAMPHLET = 25 * MILLIMETRE
_TALL_PAMPHLET = 160 * MILLIMETRE
_FEWEST, _MOST = 2, 20


def stations(settings: BookletSettings, height: float) -> tuple[float, ...]:
    """Return the holes along the spine, in points from the head of a page of so many points.

    Sewn signatures have a kettle stitch at each end and an even number in all, for the thread goes in and out between
    them; a pamphlet has three holes, a tall one five, for its thread ends where it began, in the middle. Glued leaves
    have none. Raises ``SettingsError`` for a number that nobody can sew.
    """
    if settings.binding == "perfect":
        return ()
    asked = settings.stations
    if asked and not _FEWEST <= asked <= _MOST:
        way_out = f"Ask for {_FEWEST} to {_MOST}, the two kettle stitches among them, or leave it to the page's height."
        raise SettingsError(f"{asked} sewing stations hold no book", way_out=way_out)
    is_pamphlet = settings.binding == "saddle"
    end = min(_END_OF_PAMPHLET if is_pamphlet else _KETTLE, height / 5)
    number = asked or (_of_pamphlet(height) if is_pamphlet else _of_signature(height - 2 * end))
    step = (height - 2 * end) / (number - 1)
    return tuple(round(end + step * one, 3) for one in range(number))


def _of_pamphlet(height: float) -> int:
    return 5 if height > _TALL_PAMPHLET else 3


def _of_signature(span: float) -> int:
    return 2 * max(2, round((span / _APART + 1) / 2))
