"""The pictures of a book: taken from its archive when a page shows them."""

from collections.abc import Callable
from pathlib import PurePosixPath

from fic2book.errors import ManuscriptError
from fic2book.readers import beside
from fic2book.readers.album import Album
from fic2book.readers.epub.names import Names, find
from fic2book.readers.given import Given
from fic2book.readers.zipped import Archive


def shown_in(page: str, archive: Archive, known: Names, album: Album) -> Callable[[str], str]:
    """Return what turns a picture's address in the file ``page`` into ``picture:NAME``; others stay as they are."""
    inside_the_address = beside.shown_in(Given(page, b""), album)

    def shown(address: str) -> str:
        name = find(address, page, known)
        if not name:
            return inside_the_address(address)
        return album.address(name, PurePosixPath(name).stem, lambda: _bytes(archive, name)) or address

    return shown


def _bytes(archive: Archive, name: str) -> bytes | None:
    """Return a picture's bytes; nothing for one that is damaged: it is named among those left out."""
    try:
        return archive.read(name)
    except ManuscriptError:
        return None
