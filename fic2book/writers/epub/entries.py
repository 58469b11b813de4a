"""One element of the package's metadata, in Dublin Core's words or as a ``meta``."""

from collections.abc import Mapping
from typing import NamedTuple

from fic2book import markup


class Entry(NamedTuple):
    """One element of the package's metadata; ``namespace`` is ``DC`` or empty."""

    namespace: str
    name: str
    value: str
    attributes: Mapping[str, str]


def dc(name: str, value: str, attributes: Mapping[str, str] | None = None) -> Entry:
    """Return an element of Dublin Core."""
    return Entry("DC", name, value, attributes or {})


def meta(name: str, value: str, attributes: Mapping[str, str] | None = None) -> Entry:
    """Return a property as EPUB 3 says it."""
    return Entry("", "meta", value, {"property": name, **(attributes or {})})


def refining(name: str, value: str, what: str, attributes: Mapping[str, str] | None = None) -> Entry:
    """Return a property of the element with the id ``what``."""
    return meta(name, value, {"refines": f"#{what}", **(attributes or {})})


def named(name: str, content: str) -> Entry:
    """Return a meta as EPUB 2 and calibre say it."""
    return Entry("", "meta", "", {"name": name, "content": markup.storable(content)})
