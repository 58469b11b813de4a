"""The pictures of a book: taken from the archive when a page shows them, ready for print and e-readers."""

from collections.abc import Callable
from pathlib import PurePosixPath

from fic2book import raster
from fic2book.errors import Fic2bookError
from fic2book.model import Picture
from fic2book.readers.epub.names import Names, find
from fic2book.readers.zipped import Archive
from fic2book.slugs import slug, unique


class Album:
    """The pictures that pages have asked for so far; each file is one picture, however often it is shown."""

    def __init__(self, archive: Archive, known: Names) -> None:
        self._archive = archive
        self._known = known
        self._pictures: dict[str, Picture | None] = {}

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Give the pictures in the order in which they were first asked for."""
        return tuple(picture for picture in self._pictures.values() if picture)

    def shown_in(self, page: str) -> Callable[[str], str]:
        """Return what turns a picture's address in the file ``page`` into ``picture:NAME``; others stay as they are."""

        def shown(address: str) -> str:
            name = find(address, page, self._known)
            if name and name not in self._pictures:
                self._pictures[name] = self._opened(name)
            picture = self._pictures.get(name)
            return f"picture:{picture.name}" if picture else address

        return shown

    def _opened(self, name: str) -> Picture | None:
        """Return a picture, or nothing for one that no book can show: it is named among those left out."""
        try:
            image = raster.image(self._archive.read(name), file=name)
        except Fic2bookError:
            return None
        taken = {picture.name for picture in self.pictures}
        return Picture(
            name=unique(slug(PurePosixPath(name).stem, 40), "", taken),
            data=image.data,
            media_type=image.media_type,
            width=image.width,
            height=image.height,
        )
