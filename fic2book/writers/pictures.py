"""The stories' pictures as files of an output: names that stay, and only those that some page shows."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fic2book.markup import Element
from fic2book.model import Anthology, Picture
from fic2book.slugs import slug, unique

SCHEME = "picture:"
"""What the sections call a picture by, with its name in the book behind it."""
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


class PictureFile(NamedTuple):
    """A picture and the name of its file, such as ``the-lamps.map.png``."""

    name: str
    picture: Picture


def files(anthology: Anthology) -> Mapping[str, PictureFile]:
    """Return the pictures of all stories by their address in the sections.

    A file is named by its story and the picture's own name, so that it stays when other stories come or go.
    """
    taken: set[str] = set()
    found = {}
    for name, picture in anthology.pictures.items():
        suffix = _SUFFIXES.get(picture.media_type, ".jpg")
        story, _, own = name.partition(".")
        stem = re.sub(r"\.(?:jpe?g|png)\Z", "", own.lower())
        file = unique(f"{story}.{slug(stem)}", "", taken)
        taken.add(file)
        found[SCHEME + name] = PictureFile(file + suffix, picture)
    return found


def name_in_order(section: Element, name: str) -> None:
    """Give each picture of a section the id under which a finished PDF tells its page: see ``id_of``."""
    found = (image for image in section.iter("img") if image.get("src", "").startswith(SCHEME))
    for number, image in enumerate(found):
        image.set("id", id_of(name, number))


def id_of(section: str, number: int) -> str:
    """Return the id of a section's picture, counted from 0 through the section."""
    return f"{section}-plate-{number + 1}"


def shown(roots: Iterable[Element]) -> frozenset[str]:
    """Return the addresses of the pictures that trees show."""
    return frozenset(image.get("src", "") for root in roots for image in root.iter("img"))
