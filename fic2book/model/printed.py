"""What stands on the pages of a printed book, for outputs that say where those pages begin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """One page of a section; the cover and blank pages are none."""

    label: str
    """Its number as the PDF calls it, printed on it or counted: ``ix``, ``213``."""
    section: str
    """Id of the section that it belongs to."""
    text: str
    """What stands in its text block, without running head and folio."""
    pictures: tuple[int, ...] = ()
    """Which of the section's pictures stand on it, counted from 0 through the section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed book, page by page."""

    identifier: str
    """A URN of the PDF itself: the same anthology on pages of another design has another one."""
    pages: tuple[PrintedPage, ...]
    """In order."""
