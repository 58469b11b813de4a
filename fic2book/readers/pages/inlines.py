"""Inline elements on their way through blocks: which of the open ones belong around the next word."""

from collections.abc import Sequence
from dataclasses import dataclass

from fic2book.readers.pages.attributes import written

_MOST = 16
"""Inline elements in one another that are written."""


@dataclass(slots=True)
class Inline:
    """An inline element; it may be opened anew in several blocks, its id stands in the first."""

    tag: str
    """Empty: nothing is written for it."""
    attributes: str = ""
    """As they stand in the tag."""
    id: str = ""
    undone: frozenset[str] = frozenset()
    """Elements around it that do not count inside it."""
    used: bool = False

    def opening(self) -> str:
        """Return its opening tag, with the id the first time."""
        name = "" if self.used or not self.id else written({"id": self.id})
        self.used = True
        return f"<{self.tag}{name}{self.attributes}>"


def wanted(inlines: Sequence[Inline]) -> list[Inline]:
    """Return the elements to be open around a word, outermost first: each emphasis once, none that is undone."""
    found: list[Inline] = []
    for inline in inlines:
        if inline.undone:
            found = [outer for outer in found if outer.tag not in inline.undone]
        if not inline.tag or len(found) == _MOST:
            continue
        plain = not inline.attributes and not inline.id
        if not (plain and any(outer.tag == inline.tag for outer in found)):
            found.append(inline)
    return found
