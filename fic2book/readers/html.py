"""HTML and XHTML, of whatever site: a page in rows."""

from fic2book.errors import ManuscriptError
from fic2book.model import Document
from fic2book.readers import beside
from fic2book.readers.album import Album
from fic2book.readers.given import Given
from fic2book.readers.pages import Around, Page, normalise
from fic2book.readers.pages.charset import page_text


def read(given: Given) -> Document:
    """Return a page as markup in rows; which site it came from, and what of it is the story, its source says.

    Raises ``ManuscriptError`` when there is nothing on it to read.
    """
    source = page_text(given.data, given.file)
    album = Album()
    around = Around(xml=_is_xml(given.file, source), picture=beside.shown_in(given, album))
    page = normalise(source, around=around)
    if not any(line.text.strip() for line in page.lines):
        raise _empty(given, page)
    return Document(
        file=given.file,
        format="html",
        lines=page.lines,
        head=page.head,
        body=page.body,
        pictures=album.pictures,
        changes=page.changes,
    )


def _empty(given: Given, page: Page) -> ManuscriptError:
    frames = [change.before for change in page.changes if change.before.startswith(("frame: ", "iframe: "))]
    if frames:
        framed = frames[0].partition(": ")[2]
        reason = f"this page has no words of its own: it only frames another one ({framed})"
        return ManuscriptError(reason, file=given.file, way_out="Open the framed page by itself and save that one.")
    reason = "there are no words on this page"
    way_out = "Open it in a browser; when the story shows, copy it and save it as a .txt file."
    return ManuscriptError(reason, file=given.file, way_out=way_out)


def _is_xml(file: str, source: str) -> bool:
    return source.lstrip().startswith("<?xml") or file.lower().endswith((".xhtml", ".xht"))
