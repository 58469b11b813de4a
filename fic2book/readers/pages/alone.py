"""Elements that are set by themselves, whatever stands inside them: breaks, rules, pictures, and what no book holds."""

from collections.abc import Callable, Iterator, Mapping

from fic2book import markup
from fic2book.markup import Node
from fic2book.model import Change, Kind
from fic2book.readers.pages import attributes, emails, tags
from fic2book.readers.pages.shop import Shop, kept

_LATER = ("data-src", "data-original", "data-lazy-src", "data-orig-file")
"""Where pages that load pictures late keep their addresses."""


def _skip(node: Node, shop: Shop) -> None:
    del node, shop


def _line_break(node: Node, shop: Shop) -> None:
    shop.galley.break_row(node.line)


def _picture(node: Node, shop: Shop) -> None:
    if any(node.attributes.get(side) in {"0", "1"} for side in ("width", "height")):
        return  # it counts visitors
    said = attributes.kept("img", node.attributes)
    said.pop("src", "")
    later = next((there for name in _LATER if (there := node.attributes.get(name, ""))), "")
    src = node.attributes.get("src", "")
    src = later if later and (not src or src.startswith("data:")) else src
    shop.galley.picture({"src": shop.picture(markup.storable(src)), "alt": said.pop("alt", ""), **said}, node.line)


def _drawing(node: Node, shop: Shop) -> None:
    """Set the pictures inside a drawing, as books wrap their covers; the rest of it goes."""
    images = [inner for inner in _inside(node) if inner.name == "image"]
    for image in images:
        address = image.attributes.get("xlink:href") or image.attributes.get("href") or ""
        shop.galley.picture({"src": shop.picture(markup.storable(address)), "alt": ""}, image.line)
    if not images:
        _gone(node, shop)


def _rule(node: Node, shop: Shop) -> None:
    shop.galley.rule(kept(node, shop)[0], node.line)


def email(node: Node, shop: Shop) -> None:
    """Set an address that Cloudflare hid; one that cannot be read stays as it is shown."""
    shown = " ".join(child.text.strip() for child in node.children if not child.name)
    shop.galley.instead(shown, emails.decoded(node.attributes["data-cfemail"]) or shown, node.line)


def _gone(node: Node, shop: Shop) -> None:
    words = _words(node) if node.name not in {"script", "style"} else ""
    said = words or node.attributes.get("src") or node.attributes.get("data") or node.name
    shop.galley.changes.append(Change(rule="scripts", kind=Kind.REMOVED, line=0, before=f"{node.name}: {said}"))


def _words(node: Node) -> str:
    return " ".join(" ".join(inner.text for inner in _inside(node)).split())


def _inside(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        yield inner
        waiting += reversed(inner.children)


ALONE: Mapping[str, Callable[[Node, Shop], None]] = {
    **dict.fromkeys(tags.NOTHING, _skip),
    **dict.fromkeys(tags.GONE, _gone),
    "svg": _drawing,
    "br": _line_break,
    "img": _picture,
    "hr": _rule,
}
"""Elements whose inside, if there is any, is not set."""
