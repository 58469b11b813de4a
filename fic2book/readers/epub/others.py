"""Files that are called .epub and are something else: each is named for what it is."""

from fic2book.errors import ManuscriptError
from fic2book.readers.zipped import Archive

_BEGINNINGS = (
    (b"%PDF-", "a PDF", "Open it, copy the story, and save it as a .txt file."),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Open it and save it as .docx."),
    (b"{\\rtf", "an RTF document", "Open it and save it as .docx."),
    (b"Rar!", "a RAR archive", "Unpack it, and put what is in it into the folder."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it, and put what is in it into the folder."),
    (b"\x89PNG", "a picture", "Take it out of the folder."),
    (b"\xff\xd8\xff", "a picture", "Take it out of the folder."),
    (b"GIF8", "a picture", "Take it out of the folder."),
)
_KINDLE = b"BOOKMOBI"  # at byte 60 of a Palm database
_PAGE = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")
_INSIDE = (
    ("[Content_Types].xml", "a Word document", "Rename it so that its name ends in .docx."),
    ("content.xml", "an OpenDocument text", "Open it and save it as .docx."),
)
_AGAIN = "Download it again, or get the story as HTML or text."


def refuse(data: bytes, file: str) -> None:
    """Raise ``ManuscriptError`` for bytes that are no zip, with what they seem to be."""
    if data.startswith(b"PK"):
        return
    if not data.strip(b"\0 \r\n\t"):
        raise ManuscriptError("the file is empty", file=file, way_out=_AGAIN)
    for beginning, what, way_out in _BEGINNINGS:
        if data.startswith(beginning):
            raise _other(what, file, way_out)
    if data[60:68] == _KINDLE:
        raise _other("a Kindle book", file, "Convert it to EPUB with calibre.")
    if data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_PAGE):
        raise _other("a web page", file, "Rename it so that its name ends in .html.")
    if b"\0" not in data[:1024]:
        raise _other("a text", file, "Rename it so that its name ends in .txt.")
    raise ManuscriptError("this is no EPUB, whatever its name says", file=file, way_out=_AGAIN)


def refuse_archive(archive: Archive, file: str) -> None:
    """Raise ``ManuscriptError`` for a zip that is another kind of document."""
    if "META-INF/container.xml" in archive:
        return
    for name, what, way_out in _INSIDE:
        if name in archive:
            raise _other(what, file, way_out)


def _other(what: str, file: str, way_out: str) -> ManuscriptError:
    return ManuscriptError(f"it is {what} with the name of an EPUB", file=file, way_out=way_out)
