"""The layouts, one a file, and which patterns each suits."""

from fic2book.cover import patterns
from fic2book.cover.design import Art, Layout
from fic2book.cover.layouts import frame, horizon, label, plate, quarter, roundel

COMPOSITIONS: tuple[tuple[Layout, Art], ...] = (
    (label.lay_out, patterns.RINGS),
    (label.lay_out, patterns.SEEDS),
    (label.lay_out, patterns.LATTICE),
    (label.lay_out, patterns.WAVES),
    (label.lay_out, patterns.MARBLE),
    (label.lay_out, patterns.SPRIGS),
    (frame.lay_out, patterns.LATTICE),
    (frame.lay_out, patterns.WAVES),
    (frame.lay_out, patterns.MARBLE),
    (plate.lay_out, patterns.RINGS),
    (plate.lay_out, patterns.STRATA),
    (plate.lay_out, patterns.WAVES),
    (plate.lay_out, patterns.SPRIGS),
    (roundel.lay_out, patterns.RINGS),
    (roundel.lay_out, patterns.SEEDS),
    (roundel.lay_out, patterns.STARS),
    (roundel.lay_out, patterns.STRATA),
    (horizon.lay_out, patterns.STRATA),
    (horizon.lay_out, patterns.WAVES),
    (quarter.lay_out, patterns.MARBLE),
    (quarter.lay_out, patterns.SPRIGS),
    (quarter.lay_out, patterns.LATTICE),
    (quarter.lay_out, patterns.RINGS),
)
"""Looked at one by one: a pattern that is quiet enough for a layout, and large enough for its field."""
