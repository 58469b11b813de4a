"""The classes of an element, as a set and one by one."""

from fic2book.markup import Element


def classes(element: Element) -> set[str]:
    """Return an element's classes."""
    return set((element.get("class") or "").split())


def add_class(element: Element, name: str) -> None:
    """Add a class to an element."""
    element.set("class", " ".join([*(element.get("class") or "").split(), name]))
