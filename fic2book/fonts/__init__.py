"""Fonts: what a face can show, its outlines, and the part of it that a book needs; the only uharfbuzz."""

import re
import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from fic2book.fonts.subsets import KEPT_NAMES, glyphs, is_plain, subset

__all__ = [
    "KEPT_NAMES", "Described", "Face", "Metrics", "Outline", "described", "faces", "glyphs", "has_small_caps",
    "is_plain", "metrics", "missing", "ornament_path", "script", "shape", "subset", "width",
]  # fmt: skip

_FAMILY_NAMES = (1, 16)
"""Name records of the family, as old programs know it and as its maker does."""
_OS2, _OS2_WITH_HEIGHTS = 78, 90  # bytes of the shortest OS/2 table, and of one that tells letters' heights
_TYPOGRAPHIC_FAMILY = 16  # name of a family of more than four faces
_SLANTED = 0x201  # italic or oblique, OS/2 fsSelection
_RESTRICTED, _READABLE, _WHOLE_OR_BITS = 0x0002, 0x000C, 0x0300  # OS/2 fsType


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a collection: several lie in one file (``.ttc``)."""

    path: Path
    index: int


class Outline(NamedTuple):
    """Text as drawing: a path for SVG with its baseline's start at 0, 0, y downwards, in px."""

    path: str
    width: float
    """Advance width."""
    left: float
    top: float
    right: float
    bottom: float
    """The box of the ink; ``top`` is negative above the baseline. All 0 when there is none."""


class Metrics(NamedTuple):
    """A face's heights in font units: ``descent`` is positive downwards, as ``hhea`` and ``OS/2`` give them."""

    upm: int
    cap_height: int
    x_height: int
    ascent: int
    descent: int


class Described(NamedTuple):
    """What a font file says of itself."""

    family: str = ""
    style: str = "normal"
    """``normal`` or ``italic``."""
    weight: int = 400
    is_variable: bool = False
    may_be_embedded: bool = True
    """Whether its makers let it, or a part of it, be put into documents."""
    licence: str = ""


def described(path: Path) -> Described | None:
    """Return what a face says of itself; nothing for a file that is no font."""
    face = hb.Face(hb.Blob(path.read_bytes()))
    table = face.reference_table("OS/2").data
    if not face.glyph_count or len(table) < _OS2:
        return None
    weight, _, rights = struct.unpack_from(">HHH", table, 4)
    selected = struct.unpack_from(">H", table, 62)[0]
    closed = (rights & _RESTRICTED == _RESTRICTED and not rights & _READABLE) or rights & _WHOLE_OR_BITS
    return Described(
        family=re.sub(r'["\\\\\s]+', " ", face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(1) or "").strip(),
        style="italic" if selected & _SLANTED else "normal",
        weight=weight,
        is_variable=bool(face.has_var_data),
        may_be_embedded=not closed,
        licence=" ".join(filter(None, (face.get_name(13), face.get_name(14)))),
    )


def shape(
    text: str, font: Path | Face, size: float, features: Mapping[str, bool] | None = None, tracking: float = 0.0
) -> Outline:
    """Return the outlines of one line of ``text`` at ``size`` px, kerned and joined as the font wants.

    ``features`` are OpenType features on top of the font's own (``{"smcp": True}``); ``tracking`` is px added
    between glyphs, with optional ligatures off where it is not 0.
    """
    face, buffer = _font(font), _shaped(text, font, features, tracking)
    scale = size / face.face.upem
    pen = _Pen(scale)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen.move(position.x_offset * scale, position.y_offset * scale)
        face.draw_glyph(info.codepoint, _funcs(), pen)
        pen.advance(position.x_advance * scale + (tracking if position.x_advance else 0))
    return pen.outline(tracking)


def width(
    text: str, font: Path | Face, size: float, features: Mapping[str, bool] | None = None, tracking: float = 0.0
) -> float:
    """Return the advance width of a line as ``shape`` gives it, without drawing it: a book asks for thousands."""
    scale = size / _font(font).face.upem
    start = 0.0
    for position in _shaped(text, font, features, tracking).glyph_positions:
        start += position.x_advance * scale + (tracking if position.x_advance else 0)
    return max(start - tracking, 0.0)


def _shaped(text: str, font: Path | Face, features: Mapping[str, bool] | None, tracking: float) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    wanted = {"liga": False, "clig": False} if tracking else {}
    hb.shape(_font(font), buffer, {**wanted, **(features or {})})
    return buffer


def missing(font: bytes | Path | Face, text: str) -> frozenset[str]:
    """Return the characters of ``text`` that ``font`` has no glyph for; those that are never drawn need none.

    Bytes that are no font have no glyphs.
    """
    known = frozenset(hb.Face(hb.Blob(font)).unicodes) if isinstance(font, bytes) else _unicodes(font)
    return frozenset(sign for sign in set(text) if ord(sign) not in known and not _is_invisible(sign))


def has_small_caps(font: Path | Face, text: str) -> bool:
    """Tell whether every lower-case letter of ``text`` has a small capital, so that none stands out."""
    small = (letter for letter in set(unicodedata.normalize("NFC", text)) if letter.islower())
    return all(_glyphs(font, letter, smcp=False) != _glyphs(font, letter, smcp=True) for letter in small)


def metrics(font: Path | Face) -> Metrics:
    """Return the heights that place type: the drop cap's and the cover's."""
    face = _font(font).face
    ascent, descent = struct.unpack_from(">hh", face.reference_table("hhea").data, 4)
    table = face.reference_table("OS/2").data
    x_height, cap_height = struct.unpack_from(">hh", table, 86) if len(table) >= _OS2_WITH_HEIGHTS else (0, 0)
    x_height, cap_height = x_height or _height(font, "x", face.upem), cap_height or _height(font, "H", face.upem)
    return Metrics(face.upem, cap_height, x_height, ascent, -descent)


def _height(font: Path | Face, letter: str, upm: int) -> int:
    """Measure a letter, for a face too old to tell its heights."""
    return round(-shape(letter, font, upm).top)


def faces(path: Path) -> dict[str, Face]:
    """Return the faces of a file by their families' names."""
    blob = hb.Blob.from_file_path(str(path))
    found = [(hb.Face(blob, index), Face(path, index)) for index in range(hb.Face(blob, 0).count)]
    names = ((face.get_name(number), one) for face, one in reversed(found) for number in _FAMILY_NAMES)
    return {name: one for name, one in names if name}


def script(sign: str) -> str:
    """Return the script that a sign is written in (ISO 15924), or nothing when it belongs to none or to all."""
    buffer = hb.Buffer()
    buffer.add_str(sign)
    buffer.guess_segment_properties()
    return str(buffer.script or "")


def ornament_path(font: Path, sign: str, size: float = 100.0) -> Outline:
    """Return one sign's outline at ``size`` px; its box says where the ink is."""
    return shape(sign, font, size)


class _Pen:
    """Takes a line's contours, glyph by glyph."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.start = 0.0
        self.x = self.y = 0.0
        self.pieces: list[str] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def move(self, x: float, y: float) -> None:
        self.x, self.y = self.start + x, -y

    def advance(self, width: float) -> None:
        self.start += width

    def draw(self, command: str, *numbers: float) -> None:
        xs = [self.x + number * self.scale for number in numbers[::2]]
        ys = [self.y - number * self.scale for number in numbers[1::2]]
        self.pieces.append(command + " ".join(f"{x:.2f} {y:.2f}" for x, y in zip(xs, ys, strict=True)))
        self.xs += xs
        self.ys += ys

    def outline(self, tracking: float) -> Outline:
        width = max(self.start - tracking, 0.0)
        if not self.xs:
            return Outline("", width, 0.0, 0.0, 0.0, 0.0)
        return Outline("".join(self.pieces), width, min(self.xs), min(self.ys), max(self.xs), max(self.ys))


@lru_cache(maxsize=32)
def _font(font: Path | Face) -> hb.Font:
    path, index = (font.path, font.index) if isinstance(font, Face) else (font, 0)
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path)), index))


@lru_cache(maxsize=32)
def _unicodes(font: Path | Face) -> frozenset[int]:
    return frozenset(_font(font).face.unicodes)


@lru_cache(maxsize=1)
def _funcs() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.draw("M", x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.draw("L", x, y))
    funcs.set_quadratic_to_func(lambda a, b, x, y, pen: pen.draw("Q", a, b, x, y))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.draw("C", a, b, c, d, x, y))
    funcs.set_close_path_func(lambda pen: pen.pieces.append("Z"))
    return funcs


def _glyphs(font: Path | Face, text: str, *, smcp: bool) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(_font(font), buffer, {"smcp": smcp})
    return [info.codepoint for info in buffer.glyph_infos]


def _is_invisible(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} or 0xFE00 <= ord(sign) <= 0xFE0F
