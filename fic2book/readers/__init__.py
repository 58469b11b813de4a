"""File formats: one module each; the suffix chooses, and the content where the suffix is plainly wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from fic2book.errors import ManuscriptError
from fic2book.model import Document
from fic2book.readers import contents, docx, epub, html, markdown, text
from fic2book.readers.given import Given

Reader = Callable[[Given], Document]

READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".mkd": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".xht": html.read,
    ".shtml": html.read,
    ".epub": epub.read,
    ".docx": docx.read,
    ".docm": docx.read,
    ".dotx": docx.read,
    ".doc": docx.read,
}
_BY_CONTENT: Mapping[str, Reader] = {"docx": docx.read, "epub": epub.read, "html": html.read}
_NOT_A_PAGE = frozenset({".md", ".markdown", ".mkd", ".epub"})
"""Suffixes whose files may begin with HTML, or are told what they are by their own reader."""

_COPY = "Open it, copy the story, and save it as a .txt file; or get the story as EPUB or HTML."
_SAVE = "Open it and save it as a Word document (.docx)."
_CONVERT = "Convert it to EPUB with calibre, or get the story as EPUB or HTML from where it came from."
_BROWSER = "Open it in a browser and save the page as HTML."
_PICTURE = "Pictures are not read as stories; a cover is named cover.jpg or cover.png."
_WAYS_OUT: Mapping[str, str] = {
    **dict.fromkeys((".pdf",), _COPY),
    **dict.fromkeys((".mobi", ".azw3", ".azw", ".kfx", ".fb2", ".lit", ".prc", ".azw4"), _CONVERT),
    **dict.fromkeys((".odt", ".rtf", ".pages", ".wpd", ".wps", ".dot", ".sxw", ".gdoc"), _SAVE),
    **dict.fromkeys((".webarchive", ".mhtml", ".mht"), _BROWSER),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".heic", ".tif", ".tiff"), _PICTURE),
}
_LARGEST = 64_000_000  # bytes; thirty times the longest works known are read in a second


def read(folder: Path, file: str) -> Document:
    """Read the manuscript ``file`` (relative to ``folder``, forward slashes).

    Raises ``ManuscriptError`` with the reason and the way out when it cannot be read.
    """
    refusal = why_not(file)
    if refusal:
        raise refusal
    return understand(Given(file, _bytes(folder / file, file), folder))


def understand(given: Given) -> Document:
    """Return what the reader for a file makes of its bytes; ``read`` is for files of a folder."""
    return _reader(given)(given)


def _reader(given: Given) -> Reader:
    """Choose by the suffix, but for a page, a book or a Word document under another name, and a text called a page."""
    suffix = _suffix(given.file)
    chosen = READERS[suffix]
    found = contents.kind(given.data)
    if found and suffix not in _NOT_A_PAGE and _BY_CONTENT[found] is not chosen:
        return _BY_CONTENT[found]
    if chosen is html.read and not found and contents.has_no_tags(given.data):
        return text.read
    return chosen


def is_readable(file: str) -> bool:
    """Tell by its name whether a reader takes this file."""
    return _suffix(file) in READERS


def why_not(file: str) -> ManuscriptError | None:
    """Return, for a file that no reader takes, the error that says what to do with it instead."""
    if is_readable(file):
        return None
    way_out = _WAYS_OUT.get(_suffix(file), "Save the story as .txt or .md.")
    return ManuscriptError("this kind of file is not read", file=file, way_out=way_out)


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.lower()


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            reason = "the file is far larger than any story"
            raise ManuscriptError(reason, file=file, way_out="Save the story alone, as plain text.")
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be opened ({(error.strerror or 'unknown reason').lower()})"
        raise ManuscriptError(
            reason, file=file, way_out="Close it in other programs and check that you may read it."
        ) from error
