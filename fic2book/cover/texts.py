"""The words of a cover, as far as the faces can draw them."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from fic2book import fonts
from fic2book.cover import names, runs
from fic2book.cover.lettering import Faces
from fic2book.model import Anthology

_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
"""They have glyphs in some faces, but as dashed boxes."""


class Texts(NamedTuple):
    """What stands on a cover."""

    title: str
    subtitle: str
    series: str
    credit: names.Credit
    volume: str = ""


def texts(anthology: Anthology, faces: Faces) -> Texts:
    """Return the cover's texts without what no face has."""
    credit, language = names.credit(anthology), anthology.language
    return Texts(
        title=_drawable(anthology.title, faces, language),
        subtitle=_drawable(anthology.subtitle, faces, language),
        series=_drawable(names.series(anthology), faces, language),
        volume=_drawable(anthology.volume, faces, language),
        credit=names.Credit(tuple(_drawables(credit.names, faces, language)), _drawable(credit.aside, faces, language)),
    )


def left_out(anthology: Anthology, faces: Faces) -> frozenset[str]:
    """Return the characters that no face can draw."""
    credit = names.credit(anthology)
    said = (anthology.title, anthology.subtitle, names.series(anthology), *credit.names, credit.aside)
    normal = [unicodedata.normalize("NFC", text) for text in said]
    drawn = "".join(_drawable(text, faces, anthology.language) for text in normal)
    return frozenset(sign for sign in "".join(normal) if sign not in drawn and not _is_silent(sign))


def _drawables(texts: Iterable[str], faces: Faces, language: str) -> Iterable[str]:
    return (drawable for text in texts if (drawable := _drawable(text, faces, language)))


def _drawable(text: str, faces: Faces, language: str) -> str:
    """Return the text without what the faces cannot draw, and without the gaps that leaves."""
    normal = unicodedata.normalize("NFC", text)
    every = dict.fromkeys(faces)
    rare = frozenset[str]().union(*(fonts.missing(face, normal) for face in every))
    lacking = {sign for sign in rare if not all(runs.drawn_by(sign, face, language, normal) for face in every)}
    kept = "".join(sign for sign in normal if sign not in lacking and ord(sign) not in _FLAG_LETTERS)
    shown = "".join(sign for sign in kept if sign.isspace() or not _is_silent(sign))
    return " ".join(word for word in shown.replace("\n", " ").replace("\t", " ").split(" ") if word)


def _is_silent(sign: str) -> bool:
    """Tell whether a sign leaves no ink, so that nobody misses it."""
    return sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf"} or 0xFE00 <= ord(sign) <= 0xFE0F
