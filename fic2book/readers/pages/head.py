"""What a page says about itself in its head, by its own names."""

import re
from collections.abc import Iterator

from fic2book.markup import Node

_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
_FIRST = 4_000  # characters in which browsers say it
_SAID = ("name", "property", "itemprop", "http-equiv")
_LINKS = frozenset({"author", "canonical", "license", "next", "prev"})


def facts(page: Node, source: str) -> dict[str, tuple[str, ...]]:
    """Return title, meta values, links and the language of a page, and where a browser says that it saved it from."""
    found: dict[str, list[str]] = {}
    saved = _SAVED.search(source[:_FIRST])
    for name, value in (*_said(page), ("saved from", saved[1] if saved else "")):
        said = " ".join(value.split())
        if said and said not in found.setdefault(name, []):
            found[name].append(said)
    return {name: tuple(values) for name, values in found.items() if values}


def _said(page: Node) -> Iterator[tuple[str, str]]:
    waiting = [page]
    while waiting:
        node = waiting.pop()
        attributes = node.attributes
        if node.name in {"html", "body"}:
            yield "lang", attributes.get("lang") or attributes.get("xml:lang") or ""
            yield "dir", attributes.get("dir", "")
        elif node.name == "title":
            yield "title", "".join(child.text for child in node.children)
        elif node.name == "meta":
            yield from _meta(attributes.get("content", ""), *(attributes.get(key, "") for key in _SAID))
        elif node.name == "link":
            for kind in attributes.get("rel", "").lower().split():
                yield (f"link {kind}", attributes.get("href", "")) if kind in _LINKS else ("", "")
        if node.name in {"", "html", "head"}:
            waiting += reversed(node.children)


def _meta(content: str, name: str, *otherwise: str) -> Iterator[tuple[str, str]]:
    if name:
        yield (name if ":" in name else f"meta {name.lower()}"), content
        return
    for said in otherwise:
        if said:
            yield (said if ":" in said else f"meta {said.lower()}"), content
            return
