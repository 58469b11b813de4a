"""The layouts, one a file, and which patterns each suits."""

from fic2book.cover import patterns
from fic2book.cover.design import Art, Layout
from fic2book.cover.layouts import frame, horizon, label, plate, quarter, roundel

LAYOUTS = (label.LAYOUT, frame.LAYOUT, plate.LAYOUT, roundel.LAYOUT, horizon.LAYOUT, quarter.LAYOUT)

COMPOSITIONS: tuple[tuple[Layout, Art], ...] = (
    (label.LAYOUT, patterns.RINGS),
    (label.LAYOUT, patterns.SEEDS),
    (label.LAYOUT, patterns.LATTICE),
    (label.LAYOUT, patterns.WAVES),
    (label.LAYOUT, patterns.MARBLE),
    (label.LAYOUT, patterns.SPRIGS),
    (frame.LAYOUT, patterns.LATTICE),
    (frame.LAYOUT, patterns.WAVES),
    (frame.LAYOUT, patterns.MARBLE),
    (plate.LAYOUT, patterns.RINGS),
    (plate.LAYOUT, patterns.STRATA),
    (plate.LAYOUT, patterns.WAVES),
    (plate.LAYOUT, patterns.SPRIGS),
    (roundel.LAYOUT, patterns.RINGS),
    (roundel.LAYOUT, patterns.SEEDS),
    (roundel.LAYOUT, patterns.STARS),
    (roundel.LAYOUT, patterns.STRATA),
    (horizon.LAYOUT, patterns.STRATA),
    (horizon.LAYOUT, patterns.WAVES),
    (quarter.LAYOUT, patterns.MARBLE),
    (quarter.LAYOUT, patterns.SPRIGS),
    (quarter.LAYOUT, patterns.LATTICE),
    (quarter.LAYOUT, patterns.RINGS),
)
"""Looked at one by one: a pattern that is quiet enough for a layout, and large enough for its field."""
