"""File formats: one module each; the suffix chooses."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from fic2book.errors import ManuscriptError
from fic2book.model import Document
from fic2book.readers import epub, html, markdown, text
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
}

_COPY = "Open it, copy the story, and save it as a .txt file."
_SAVE = "Open it and save it as plain text (.txt)."
_CONVERT = "Convert it to .txt with calibre, or get the story as text from where it came from."
_BROWSER = "Open it in a browser, copy the story, and save it as a .txt file."
_PICTURE = "Pictures are not read as stories; a cover is named cover.jpg or cover.png."
_WAYS_OUT: Mapping[str, str] = {
    **dict.fromkeys((".pdf",), _COPY),
    **dict.fromkeys((".mobi", ".azw3", ".azw", ".kfx", ".fb2", ".lit"), _CONVERT),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages", ".wpd", ".wps"), _SAVE),
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
    """Return what the reader for a file's suffix makes of its bytes; ``read`` is for files of a folder."""
    return READERS[_suffix(given.file)](given)


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
