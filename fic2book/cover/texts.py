"""The words of a cover, as far as the faces can draw them."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from fic2book import fonts
from fic2book.cover import names
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


def texts(anthology: Anthology, faces: Faces) -> Texts:
    """Return the cover's texts without what no face has."""
    credit = names.credit(anthology)
    return Texts(
        title=_drawable(anthology.title, faces),
        subtitle=_drawable(anthology.subtitle, faces),
        series=_drawable(names.series(anthology), faces),
        credit=names.Credit(tuple(_drawables(credit.names, faces)), _drawable(credit.aside, faces)),
    )


def left_out(anthology: Anthology, faces: Faces) -> frozenset[str]:
    """Return the characters that no face can draw."""
    credit = names.credit(anthology)
    said = (anthology.title, anthology.subtitle, names.series(anthology), *credit.names, credit.aside)
    return frozenset(sign for sign in "".join(said) if not sign.isspace() and not _drawable(sign, faces))


def _drawables(texts: Iterable[str], faces: Faces) -> Iterable[str]:
    return (drawable for text in texts if (drawable := _drawable(text, faces)))


def _drawable(text: str, faces: Faces) -> str:
    """Return the text without what the faces cannot draw, and without the gaps that leaves."""
    normal = unicodedata.normalize("NFC", text)
    lacking = frozenset[str]().union(*(fonts.missing(face, normal) for face in dict.fromkeys(faces)))
    kept = "".join(sign for sign in normal if sign not in lacking and ord(sign) not in _FLAG_LETTERS)
    shown = "".join(sign for sign in kept if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"})
    return " ".join(word for word in shown.replace("\n", " ").replace("\t", " ").split(" ") if word)
