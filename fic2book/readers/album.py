"""The pictures of a manuscript, as they are met: each file once, under a plain name, as large as a page needs it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fic2book import raster
from fic2book.model import Picture
from fic2book.slugs import slug, unique

_MOST_PICTURES = 300
_MOST_BYTES = 60_000_000
"""Of all pictures of one manuscript; the ones behind are named as left out."""
_LARGEST = 40_000_000  # bytes of one picture that is opened at all


@dataclass(slots=True)
class Album:
    """The pictures met so far, by where they came from; nothing for one that no book can show."""

    found: dict[str, Picture | None] = field(default_factory=dict)

    def address(self, origin: str, stem: str, data: Callable[[], bytes | None]) -> str:
        """Return ``picture:NAME`` for the picture of this origin; nothing when it cannot be shown.

        ``data`` is asked for the file once; ``stem`` is what the file is called.
        """
        if origin not in self.found:
            self.found[origin] = self._made(stem, data)
        picture = self.found[origin]
        return f"picture:{picture.name}" if picture else ""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Give the pictures in the order in which they were met."""
        return tuple(picture for picture in self.found.values() if picture)

    def _made(self, stem: str, data: Callable[[], bytes | None]) -> Picture | None:
        known = self.pictures
        if len(known) >= _MOST_PICTURES or sum(len(picture.data) for picture in known) > _MOST_BYTES:
            return None
        file = data()
        image = raster.illustration(file) if file and len(file) <= _LARGEST else None
        if image is None:
            return None
        name = unique(slug(stem, 40), "", {picture.name for picture in known})
        return Picture(name=name, data=image.data, media_type=image.media_type, width=image.width, height=image.height)
