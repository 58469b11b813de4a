"""Plain text: a file's lines, as they stand."""

from fic2book.model import Document
from fic2book.readers.decode import decode
from fic2book.readers.given import Given


def read(given: Given) -> Document:
    """Return a plain text; who wrote it and what is furniture, its source says."""
    decoded = decode(given.data, given.file)
    return Document(file=given.file, format="text", lines=decoded.lines, changes=decoded.changes)
