"""The patterns, one a file: each fills any box with geometry in a palette's tones."""

from fic2book.cover.design import Art
from fic2book.cover.patterns import (
    cloth,
    lattice,
    marble,
    rays,
    rings,
    route,
    seeds,
    sprigs,
    stars,
    strata,
    tiles,
    tracery,
    waves,
)

RINGS = Art("rings", rings.draw, "Growth rings of a tree, line by line.")
SEEDS = Art("seeds", seeds.draw, "The spirals of a sunflower’s seeds.")
STRATA = Art("strata", strata.draw, "Hills behind hills under a low sun.")
LATTICE = Art("lattice", lattice.draw, "A trellis with a small flower in every opening.", repeats=True)
STARS = Art("stars", stars.draw, "A map of the night sky with invented constellations.")
WAVES = Art("waves", waves.draw, "Rows of round waves, like scales.", repeats=True)
MARBLE = Art("marble", marble.draw, "Combed marbled paper.", repeats=True)
SPRIGS = Art("sprigs", sprigs.draw, "Sprigs of leaves and berries, scattered in rows.", repeats=True)
TRACERY = Art("tracery", tracery.draw, "Quatrefoils of stone, as in a rose window.", repeats=True)
RAYS = Art("rays", rays.draw, "A rising sun with broad rays behind sharp peaks.")
ROUTE = Art("route", route.draw, "A chart of islands with a dotted course to a cross.")
TILES = Art("tiles", tiles.draw, "Tiles with quarter circles, discs and corners.", repeats=True)
CLOTH = Art("cloth", cloth.draw, "Plain cloth.", repeats=True)

PATTERNS = (RINGS, SEEDS, STRATA, LATTICE, STARS, WAVES, MARBLE, SPRIGS, TRACERY, RAYS, ROUTE, TILES, CLOTH)
