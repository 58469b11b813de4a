"""Printers as ``printers.toml`` has them, which is in inches. Lengths here are in points."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any, NamedTuple

INCH = 72.0


class Trim(NamedTuple):
    """A page after trimming."""

    width: float
    height: float

    @property
    def name(self) -> str:
        """Return it in inches, as printers write it: ``6 × 9 in``."""
        return f"{self.width / INCH:.4g} × {self.height / INCH:.4g} in"


class Limits(NamedTuple):
    """How many pages can be bound; the most is infinite where nobody says."""

    least: float
    most: float


class Barcode(NamedTuple):
    """What the printer prints on the back cover: its size, its distances from the spine's fold and the lower trim."""

    width: float
    height: float
    from_spine: float
    from_bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a printer prints on, and with what."""

    name: str
    in_colour: bool
    limits: Limits
    fewer: tuple[tuple[Trim, float], ...]
    """The most pages on large trims."""
    spine_page: float | None
    """What a page adds to the spine; nothing where the printer does not publish it."""
    spine_more: float
    is_estimate: bool
    """Whether the printer does not say so itself: a proof copy shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRules:
    """What a printer asks of the cover round a paperback."""

    bleed: float
    safety: float
    spine_text: int
    """From so many pages on there may be words on the spine."""
    spine_safety: tuple[tuple[float, float], ...]
    """From so wide a spine, what stays free of words at both its sides."""
    barcode: Barcode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casewrap:
    """What a printer asks of a cover that is printed on the boards."""

    wrap: float
    """What is turned in round the boards, at each side."""
    overhang_width: float
    """By which one board is wider than the trim."""
    overhang_height: float
    """By which the boards are higher than the trim."""
    spines: tuple[tuple[int, float], ...]
    """Up to so many pages, the width of the spine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A table of ``printers.toml``."""

    name: str
    label: str
    trims: tuple[Trim, ...]
    """None: any page."""
    custom: tuple[Trim, Trim] | None
    """The smallest and the largest page of one's own measures."""
    outside: float
    outside_bleed: float
    bleed: float
    bleed_edges: frozenset[str]
    gutters: tuple[tuple[float, float], ...]
    """Up to so many pages, the whole inner margin."""
    last_page_blank: bool
    papers: tuple[Paper, ...]
    """The first is the usual one."""
    cover: CoverRules | None
    casewrap: Casewrap | None


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """Return the file as it stands."""
    return tomllib.loads(files("fic2book.bindery").joinpath("printers.toml").read_text("utf-8"))


@cache
def read(name: str) -> Printer:
    """Return a printer by its name in the file."""
    row = table()[name]
    custom = row.get("custom")
    corners = tuple(_trim((custom["width"][end], custom["height"][end])) for end in (0, 1)) if custom else None
    return Printer(
        name=name,
        label=row["label"],
        trims=tuple(map(_trim, row.get("trims", ()))),
        custom=(corners[0], corners[1]) if corners else None,
        outside=row["outside"] * INCH,
        outside_bleed=row.get("outside_bleed", row["outside"]) * INCH,
        bleed=row.get("bleed", 0.0) * INCH,
        bleed_edges=frozenset(row.get("bleed_edges", ())),
        gutters=tuple((row.get("pages", inf), row["inner"] * INCH) for row in row["gutters"]),
        last_page_blank=row.get("last_page_blank", False),
        papers=tuple(_paper(row, paper) for paper in row["papers"]),
        cover=_cover(row["cover"]) if "cover" in row else None,
        casewrap=_casewrap(row["casewrap"]) if "casewrap" in row else None,
    )


def _trim(sides: Sequence[float]) -> Trim:
    return Trim(sides[0] * INCH, sides[1] * INCH)


def _paper(house: Mapping[str, Any], name: str) -> Paper:
    row = house["papers"][name]
    thickness = row.get("spine", {})
    page = 1 / thickness["pages_an_inch"] if "pages_an_inch" in thickness else thickness.get("page")
    fewer = ((_trim(sides), most) for most, sides in _fewer(house, name))
    return Paper(
        name=name,
        in_colour=row.get("colour", False),
        limits=Limits(*row.get("pages", (1, inf))),
        fewer=tuple(fewer),
        spine_page=None if page is None else page * INCH,
        spine_more=thickness.get("more", 0.0) * INCH,
        is_estimate=thickness.get("is_estimate", False),
    )


def _fewer(house: Mapping[str, Any], name: str) -> list[tuple[float, Sequence[float]]]:
    rows = [row for row in house.get("fewer", ()) if name in row["pages"]]
    return [(row["pages"][name], sides) for row in rows for sides in row["trims"]]


def _cover(row: Mapping[str, Any]) -> CoverRules:
    box = row.get("barcode")
    return CoverRules(
        bleed=row["bleed"] * INCH,
        safety=row["safety"] * INCH,
        spine_text=row["spine_text"],
        spine_safety=tuple((step["from"] * INCH, step["free"] * INCH) for step in row["spine_safety"]),
        barcode=Barcode(**{side: length * INCH for side, length in box.items()}) if box else None,
    )


def _casewrap(row: Mapping[str, Any]) -> Casewrap:
    return Casewrap(
        wrap=row["wrap"] * INCH,
        overhang_width=row["overhang_width"] * INCH,
        overhang_height=row["overhang_height"] * INCH,
        spines=tuple((step["pages"], step["spine"] * INCH) for step in row["spines"]),
    )
