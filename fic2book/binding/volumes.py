"""One anthology as several volumes, each a whole book with its own title page, contents, numbers and credits."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from fic2book import raster
from fic2book.bindery import leaves, printers
from fic2book.bindery.printers import Trim
from fic2book.binding import printing
from fic2book.binding.orders import Order, Volume
from fic2book.binding.parting import parted, sizes
from fic2book.binding.printing import Interior
from fic2book.errors import SettingsError
from fic2book.model import Anthology, Problem, Severity, Story
from fic2book.words import words_of

_AT_THE_PRINTERS = frozenset({"print", "wrap"})


def split(order: Order) -> tuple[tuple[Volume, ...], tuple[Problem, ...]]:
    """Return the volumes that are asked for, and what is to be said of them; one is the book as it is.

    Pages are those of the whole book, typeset once for that. Raises ``SettingsError`` where it cannot be done.
    """
    (whole,) = order.volumes
    wish = order.dress.settings.printing.volumes
    if wish in {"", "1"}:
        return order.volumes, ()
    stories = whole.anthology.stories
    if wish != "auto" and int(wish) > len(stories):
        reason = f"{wish} volumes need at least as many stories, and the book has {len(stories)}"
        raise SettingsError(reason, way_out="Ask for fewer, or for --volumes auto.")
    inside = printing.typeset_whole(whole, order)
    pages, beside = _pages(inside)
    most = _most(inside, order) - beside
    starts = _starts(whole.anthology, pages, wish, most)
    if len(starts) == 1:
        return order.volumes, ()
    ends = (*starts[1:], len(stories))
    shares = [stories[first:end] for first, end in zip(starts, ends, strict=True)]
    made = tuple(
        Volume(anthology=volume(whole.anthology, number, shares), suffix=f"-volume-{number}")
        for number in range(1, len(shares) + 1)
    )
    return made, (_said(shares, sizes(pages, starts)),)


def volume(whole: Anthology, number: int, shares: Sequence[Sequence[Story]]) -> Anthology:
    """Return one volume, counted from 1, of an anthology whose stories are shared out.

    Dedication and foreword stand in the first one, the afterword in the last.
    """
    stories = tuple(shares[number - 1])
    ids = frozenset(story.id for story in stories)
    parts = (replace(part, stories=tuple(one for one in part.stories if one in ids)) for part in whole.parts)
    named = {name for story in stories for name in story.authors}
    edition = replace(whole.edition, new=whole.edition.new & ids, updated=whole.edition.updated & ids)
    is_first, is_last = number == 1, number == len(shares)
    return replace(
        whole,
        volume=words_of(whole.language).volume_of(number),
        stories=stories,
        parts=tuple(part for part in parts if part.stories),
        authors=tuple(name for name in whole.authors if name in named) or whole.authors,
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, f"{whole.identifier}#volume-{number}-of-{len(shares)}").urn,
        edition=edition,
        dedication=whole.dedication if is_first else "",
        foreword=whole.foreword if is_first else "",
        afterword=whole.afterword if is_last else "",
    )


def _pages(inside: Interior) -> tuple[list[int], int]:
    """Return the pages of each story, with the title page of a part before its first one; and all other pages."""
    places = leaves.places(inside.data)
    starts: list[int] = []
    waiting = None
    for section in inside.book.sections:
        if section.matter == "body":
            waiting = places[section.id] if waiting is None else waiting
            if section.story:
                starts.append(waiting)
                waiting = None
    behind = (places[section.id] for section in inside.book.sections if section.matter == "back")
    end = next(behind, raster.page_count(inside.data))
    pages = [following - start for start, following in zip(starts, [*starts[1:], end], strict=True)]
    return pages, inside.pages - sum(pages)


def _most(inside: Interior, order: Order) -> float:
    """Return how many pages one volume may have: what the printer binds, where one is asked."""
    if not _AT_THE_PRINTERS & set(order.dress.settings.to):
        return inf
    wishes = order.dress.settings.printing
    house = printers.printer(wishes.printer)
    trim = Trim(inside.rules.width, inside.rules.height)
    return printers.limits(house, printers.paper(house, wishes.paper), trim).most


def _starts(anthology: Anthology, pages: Sequence[int], wish: str, most: float) -> tuple[int, ...]:
    """Return the first story of each volume; as few volumes as can be bound, where nobody says how many."""
    parts = _part_starts(anthology)
    if wish != "auto":
        count = int(wish)
        found = parted(pages, parts, count, most) or parted(pages, parts, count)
        return found or tuple(range(count))
    for count in range(1, len(pages) + 1):
        found = parted(pages, parts, count, most)
        if found is not None:
            return found
    longest = max(range(len(pages)), key=pages.__getitem__)
    reason = f"“{anthology.stories[longest].title}” alone has {pages[longest]} pages, and no volume may have as many"
    raise SettingsError(reason, way_out="Ask for a larger --page, or for another --printer.")


def _part_starts(anthology: Anthology) -> frozenset[int]:
    """Return the stories before which a part of the book begins or ends."""
    owner = {story: number for number, part in enumerate(anthology.parts) for story in part.stories}
    owners = [owner.get(story.id) for story in anthology.stories]
    return frozenset(place for place in range(1, len(owners)) if owners[place] != owners[place - 1])


def _said(shares: Sequence[Sequence[Story]], pages: Sequence[int]) -> Problem:
    told = [
        f"{number}. “{share[0].title}” to “{share[-1].title}” (about {count} pages)"
        for number, (share, count) in enumerate(zip(shares, pages, strict=True), 1)
    ]
    said = f"the book is parted into {len(shares)} volumes: {'; '.join(told)}."
    return Problem(code="volumes", severity=Severity.INFO, message=said)
