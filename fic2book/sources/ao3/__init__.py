"""Archive of Our Own: downloads (HTML, EPUB), work pages saved by a browser, and work pages pasted as text.

What is read is told by ids, tag names and label text, for calibre and skins rename classes. The shapes are those of
the site's own templates (otwarchive, ``app/views/downloads`` and ``app/views/works``), of all its years.
"""

from collections.abc import Callable, Mapping

from fic2book.model import Document, Story
from fic2book.sources.ao3.download import recognise as download
from fic2book.sources.ao3.paste import recognise as pasted_page
from fic2book.sources.ao3.saved import recognise as saved_page

SHAPES: Mapping[str, Callable[[Document], tuple[Story, ...]]] = {
    "download": download,
    "saved page": saved_page,
    "pasted page": pasted_page,
}


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the stories of a file of the Archive's, by the first shape that it has."""
    for shape in SHAPES.values():
        stories = shape(document)
        if stories:
            return stories
    return ()
