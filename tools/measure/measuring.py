"""A finished book, measured: all its figures, and the text box they were read in."""

from dataclasses import dataclass

from tools.measure import breaks, evenness, frame
from tools.measure.figures import Figures, together
from tools.measure.leaves import Box, read
from tools.measure.paragraphs import paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was found in one PDF."""

    figures: Figures
    box: Box


def measured(book: bytes) -> Measured:
    """Measure a finished PDF."""
    opened = read(book)
    found = tuple(paragraphs(opened))
    figures = together((evenness.measure(opened, found), breaks.measure(opened, found), frame.measure(opened)))
    return Measured(figures=figures, box=opened.box)
