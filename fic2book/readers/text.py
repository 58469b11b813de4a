"""Plain text: a file's lines, as they stand."""

from fic2book.model import Document
from fic2book.readers.decode import Decoded


def read(file: str, decoded: Decoded) -> Document:
    """Return a plain text; who wrote it and what is furniture, its source says."""
    return Document(file=file, format="text", lines=decoded.lines, changes=decoded.changes)
