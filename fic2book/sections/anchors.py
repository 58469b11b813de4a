"""Ids and links of a story inside a book: ids get the story's own name in front, links lead somewhere or go."""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from fic2book.markup import Element

_SCHEMES = frozenset({"http", "https", "mailto"})
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+", re.ASCII)
_OURS = re.compile(
    r"(?:title|text|summary|see-notes|notes?|(?:opening|leading|closing|author|warning)-note|page|plate|c\d+)(?:-.*)?\Z"
)
"""What the story's own parts are called behind its name: an author's id of that name gets another one."""


def name_apart(roots: Iterable[Element], name: str) -> None:
    """Put ``name-`` before every id and every link to one; take away double ids and links that lead nowhere.

    The roots are the pieces of one story (text, notes, summary), which may point at one another.
    """
    pieces = tuple(roots)
    ids: set[str] = set()
    for element in _with("id", pieces):
        own = _own(name, element.get("id", ""))
        if own in ids:
            del element.attrib["id"]
        else:
            element.set("id", own)
            ids.add(own)
    for element in _with("href", pieces):
        target = _target(element.get("href", ""), name, ids)
        if target:
            element.set("href", target)
        else:
            del element.attrib["href"]


def address(url: str) -> str:
    """Return a web or mail address in the letters that a URL may have; empty when it is none."""
    text = quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES:
        return ""
    is_whole = bool(parts.path) if parts.scheme.lower() == "mailto" else bool(host) and "%" not in host
    return text if is_whole and not re.search(r"%(?![0-9A-Fa-f]{2})", text) else ""


def _target(href: str, name: str, ids: set[str]) -> str:
    if not href.startswith("#"):
        return address(href)
    own = _own(name, href[1:])
    return f"#{own}" if own in ids else ""


def _own(name: str, anchor: str) -> str:
    inner = _NOT_IN_A_NAME.sub("-", anchor)
    return f"{name}-own-{inner}" if _OURS.match(inner) else f"{name}-{inner}"


def _with(attribute: str, roots: tuple[Element, ...]) -> list[Element]:
    return [element for root in roots for element in root.iter() if attribute in element.attrib]
