"""What a person calls a row of a file: a line of a text, a paragraph of a page."""

from pathlib import PurePosixPath

_PAGES = frozenset((".html", ".htm", ".xhtml", ".xht", ".shtml", ".epub", ".docx"))


def unit(file: str) -> str:
    """Return ``line`` or ``paragraph``, by the file's ending."""
    return "paragraph" if PurePosixPath(file).suffix.lower() in _PAGES else "line"


def numbered(file: str, rows: str) -> str:
    """Return rows in words: ``line 3``, ``paragraphs 12-14, 20``."""
    several = "s" if "-" in rows or "," in rows else ""
    return f"{unit(file)}{several} {rows}"
