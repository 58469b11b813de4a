"""The work header of a page: its list of labels and values (``dl``), and the numbers below it."""

import re
from collections.abc import Iterator

from fic2book.markup import Element
from fic2book.sources import look, page, rows
from fic2book.sources.ao3 import labels
from fic2book.sources.page import Page

_STAT = re.compile(r"([A-Z][a-z]+):\s*(\S+)")


def is_header(block: Element) -> bool:
    """Tell the header from other lists of labels: numbers and a rating, a warning or a fandom, or all three."""
    said = {labels.field_of(look.text(label)) for label in block if label.tag == "dt"}
    known = said & {"rating", "warnings", "fandoms"}
    return len(known) == 3 or ("stats" in said and bool(known))


def read(opened: Page, block: Element) -> None:
    """Keep what the header says, of tags the links, for their own text may hold commas; its labels are set aside."""
    for label, value in list(_pairs(block)):
        field = labels.field_of(label)
        if field == "stats":
            _read_stats(opened, value)
        elif field:
            _read_value(opened, field, value)
    if look.by_id(block, "chapters") is None:  # a file that was cut or mended may have the story inside
        page.set_aside(opened, block)


def _pairs(block: Element) -> Iterator[tuple[str, Element]]:
    label = ""
    for child in block:
        if child.tag == "dt":
            label = look.text(child)
        elif child.tag == "dd" and label:
            yield label, child


def _read_value(opened: Page, field: str, value: Element) -> None:
    for link in [link for link in value.iter("a") if labels.NEIGHBOURS.fullmatch(look.text(link))]:
        page.set_aside(opened, link)
    items = _series(value) if field == "series" else look.links(value) or (look.text(value),)
    items = tuple(item for item in items if item and not labels.NOT_A_TAG.match(item))
    said = labels.value(field, items)
    if said is None:
        return
    for row, words in rows.words_by_row(value).items():
        for part in items if field in {"series", "collection"} else ():
            if part in words:
                page.keep_words(opened, (row, part), field, said)
    if field not in {"series", "collection"}:
        page.keep(opened, value, field, said)


def _series(value: Element) -> tuple[str, ...]:
    """Return ``Part 2 of Name`` for each series; a name may hold a comma, so its link says where it ends."""
    text = look.text(value)
    names = look.links(value)
    parts = (re.search(rf"part\s+\d+\s+of\s+{re.escape(name)}", text, re.IGNORECASE) for name in names)
    return tuple(part[0] if part else name for part, name in zip(parts, names, strict=True)) or (text,)


def _read_stats(opened: Page, value: Element) -> None:
    inner = next(value.iter("dl"), None)
    for label, number in list(_pairs(inner)) if inner is not None else ():
        for place in rows.words_by_row(number).items():
            _keep_stat(opened, label, place[1], place)
    if inner is None:
        for row, words in rows.words_by_row(value).items():
            for stated in _STAT.finditer(words):
                _keep_stat(opened, stated[1], stated[2], (row, stated[0]))


def _keep_stat(opened: Page, label: str, said: str, place: tuple[int, str]) -> None:
    field = labels.stat_of(label)
    number = labels.stat(field, said) if field else None
    if not field or number is None:
        return
    if label.strip(" :").lower() == "completed":
        page.hold(opened, "status", "Completed")
    page.keep_words(opened, place, field, number)
