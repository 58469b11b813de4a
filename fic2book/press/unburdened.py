"""Fonts of a fragment, not cut down to its letters: the whole book has each face once, and that one is cut down."""

from collections.abc import Collection
from typing import Any


class Fonts(dict[str, Any]):
    """WeasyPrint's fonts of one document by their keys; of files that a book shares, nothing is written."""

    def __init__(self, shared: Collection[bytes]) -> None:
        super().__init__()
        self._shared = frozenset(shared)

    def __setitem__(self, key: str, font: Any) -> None:  # noqa: ANN401 — WeasyPrint ships no types
        usual = font.clean

        def clean(to_unicode: object, hinting: object) -> None:
            if font.file_content in self._shared and not font.missing:
                font.file_content = b""
            else:  # signs that the face lacks have codes of their own in it
                usual(to_unicode, hinting)

        font.clean = clean
        super().__setitem__(key, font)
