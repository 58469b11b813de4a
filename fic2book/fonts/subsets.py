"""Faces cut down to what a book shows of them."""

from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb

_FOR_SHAPING = ("BASE", "DSIG", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT")
_OUTLINES = frozenset({"glyf", "CFF "})
_MORE = frozenset({"fvar", "CBDT", "CBLC", "COLR", "EBDT", "EBLC", "sbix", "SVG "})
KEPT_NAMES = 26
"""Name records 0 to 25 stay in a subset, the licence among them."""


def subset(font: bytes | Path, text: str, features: Iterable[str] | None = None) -> bytes:
    """Return a face with the glyphs that ``text`` can reach by layout features, all names kept.

    ``features`` are the tags to keep beside those that every text is set with (ligatures, kerning, marks, shaping);
    ``None`` keeps all.
    """
    wanted = hb.SubsetInput()
    if features is None:
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.invert()
    else:
        wanted.layout_feature_tag_set.update({int.from_bytes(tag.encode(), "big") for tag in features})
    wanted.name_id_set.update(range(KEPT_NAMES))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.unicode_set.update({ord(sign) for sign in text} | {0x20})
    blob = hb.Blob(font) if isinstance(font, bytes) else hb.Blob.from_file_path(str(font))
    return bytes(hb.subset(hb.Face(blob), wanted).blob.data)


def is_plain(font: bytes, index: int) -> bool:
    """Tell whether a face is outlines and nothing else: no axes, colours or pixels."""
    tags = set(hb.Face(hb.Blob(font), index).table_tags)
    return bool(tags & _OUTLINES) and not tags & _MORE


def glyphs(font: bytes, index: int, wanted: frozenset[int]) -> bytes:
    """Return a face with some of its glyphs under the numbers that they have, for text that was shaped before.

    Nothing that shaping needs stays in it, and no empty glyphs behind the last one. ``index`` is the face's number in
    its file.
    """
    half = _drawn(hb.Face(hb.Blob(font), index), wanted | {0}, hb.SubsetFlags.RETAIN_GIDS)
    return bytes(_drawn(half, frozenset(range(max(wanted, default=0) + 1)), hb.SubsetFlags.DEFAULT).blob.data)


def _drawn(face: hb.Face, wanted: frozenset[int], flags: hb.SubsetFlags) -> hb.Face:
    asked = hb.SubsetInput()
    asked.glyph_set.update(wanted)
    asked.flags = flags | hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    asked.drop_table_tag_set.update({int.from_bytes(tag.ljust(4).encode(), "big") for tag in _FOR_SHAPING})
    return hb.subset(face, asked)
