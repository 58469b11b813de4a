"""The walk over a stranger's page: each element becomes a block, a row, emphasis or nothing."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from fic2book.markup import Node
from fic2book.model import Change, Kind
from fic2book.readers.pages import attributes, emails, looks, tags
from fic2book.readers.pages.galley import Galley
from fic2book.readers.pages.inlines import Inline

_MOST_INLINES = 64
"""Open inline elements that are heeded; a stranger may open fifty thousand."""
_ADVERTISEMENT = frozenset({"adsbygoogle", "google-auto-placed"})

End = Callable[[], None]


class Shop(NamedTuple):
    """What setting a page needs."""

    galley: Galley
    sheet: looks.Sheet
    picture: Callable[[str], str]
    """Address of a picture → the address to write."""
    holders: frozenset[int]
    """Elements (by ``id``) that hold a block somewhere inside."""


def set_page(body: Node, shop: Shop) -> None:
    """Set everything inside ``body``."""
    waiting: list[tuple[Iterator[Node], End]] = [(iter(body.children), _nothing)]
    galley = shop.galley
    while waiting:
        nodes, end = waiting[-1]
        for node in nodes:
            if not node.name:
                galley.text(node.text, node.line)
                continue
            ended = _begin(node, shop)
            if ended is not None:
                waiting.append((iter(node.children), ended))
                break
        else:
            waiting.pop()
            end()
    galley.close_row()


def around_blocks(body: Node) -> frozenset[int]:
    """Return which elements hold a block somewhere inside, by ``id``."""
    found: set[int] = set()
    path: list[Node] = [body]
    waiting = [iter(body.children)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            path.pop()
        elif node.name and node.name not in tags.GONE:
            if node.name in tags.BLOCKS:
                for outer in reversed(path):
                    if id(outer) in found:
                        break
                    found.add(id(outer))
            path.append(node)
            waiting.append(iter(node.children))
    return frozenset(found)


def _nothing() -> None:
    return


def _begin(node: Node, shop: Shop) -> End | None:
    """Begin an element and return how to end it; ``None`` when nothing inside it is to be set."""
    name = node.name
    alone = _ALONE.get(name) or (_email if "data-cfemail" in node.attributes else None)
    if alone is not None:
        alone(node, shop)
        return None
    if _is_advertisement(node):
        return _muted(shop, is_block=name in tags.BLOCKS or id(node) in shop.holders)
    kept, look = _kept(node, shop) if node.attributes else ({}, looks.PLAIN)
    is_wrapper = bool(kept) and id(node) in shop.holders and name not in tags.EMPHASIS and name != "a"
    if name in tags.BLOCKS or is_wrapper:
        return _block(node, kept, look, shop)
    return _inline(name, kept, look, shop.galley)


def _kept(node: Node, shop: Shop) -> tuple[dict[str, str], looks.Look]:
    look = looks.look(node.name, node.attributes, shop.sheet)
    kept = attributes.kept(node.name, node.attributes)
    if look.hidden:
        kept["hidden"] = "hidden"
    if look.align:
        kept["align"] = look.align
    if look.dir:
        kept["dir"] = look.dir
    return kept, look


def _block(node: Node, kept: Mapping[str, str], look: looks.Look, shop: Shop) -> End:
    galley, name = shop.galley, node.name
    if galley.in_heading:
        galley.part()
        return galley.part
    typed = int(name in tags.AS_TYPED or look.as_typed)
    galley.as_typed += typed
    extra = () if name in tags.HEADINGS else look.tags
    for tag in extra:
        galley.push(Inline(tag))
    is_row = name in tags.HEADINGS or (name in tags.HOLDERS and id(node) not in shop.holders)
    end = partial(_end_block, galley, typed, len(extra))
    if is_row:
        galley.open_row("pre" if name in tags.AS_TYPED else name, kept, node.line)
        galley.in_heading += name in tags.HEADINGS
        return partial(_end_row, galley, end, heading=name in tags.HEADINGS)
    written = name in tags.BLOCKS and name not in {"p", "body"} and name not in tags.AS_TYPED
    galley.open_block(name if written else "div", kept)
    return partial(_end_open, galley, end)


def _end_row(galley: Galley, end: End, *, heading: bool) -> None:
    galley.close_row()
    galley.in_heading -= heading
    end()


def _end_open(galley: Galley, end: End) -> None:
    galley.close_block()
    end()


def _end_block(galley: Galley, typed: int, pushed: int) -> None:
    galley.as_typed -= typed
    for _ in range(pushed):
        galley.pop()


def _inline(name: str, kept: Mapping[str, str], look: looks.Look, galley: Galley) -> End:
    if len(galley.inlines) >= _MOST_INLINES:
        return _nothing
    own = dict(kept)
    place = own.pop("id", "")
    if name in look.undone or not (name in tags.EMPHASIS or own or place):
        tag = "span" if own or place else ""
    else:
        tag = name if name.replace("-", "").isalnum() and name.isascii() else "span"
    new = [Inline(tag, attributes.written(own), place, look.undone), *(Inline(tag) for tag in look.tags)]
    new = [inline for inline in new if inline.tag or inline.undone]
    for inline in new:
        galley.push(inline)
    galley.as_typed += look.as_typed
    return partial(_end_block, galley, int(look.as_typed), len(new))


def _muted(shop: Shop, *, is_block: bool) -> End:
    galley = shop.galley
    if is_block:
        galley.close_row()
    begun = galley.row
    galley.muted += 1
    return partial(_unmuted, galley, begun is None)


def _unmuted(galley: Galley, close: bool) -> None:  # noqa: FBT001 — a partial’s last word
    if close:
        galley.close_row()
    galley.muted -= 1


def _is_advertisement(node: Node) -> bool:
    return "class" in node.attributes and not _ADVERTISEMENT.isdisjoint(node.attributes["class"].split())


def _skip(node: Node, shop: Shop) -> None:
    del node, shop


def _line_break(node: Node, shop: Shop) -> None:
    shop.galley.break_row(node.line)


def _picture(node: Node, shop: Shop) -> None:
    kept = attributes.kept("img", node.attributes)
    src, alt = kept.pop("src", ""), kept.pop("alt", "")
    shop.galley.picture({"src": shop.picture(src), "alt": alt, **kept}, node.line)


def _rule(node: Node, shop: Shop) -> None:
    shop.galley.rule(_kept(node, shop)[0], node.line)


def _email(node: Node, shop: Shop) -> None:
    shown = " ".join(child.text.strip() for child in node.children if not child.name)
    shop.galley.instead(shown, emails.decoded(node.attributes["data-cfemail"]) or shown, node.line)


def _gone(node: Node, shop: Shop) -> None:
    words = _words(node) if node.name not in {"script", "style"} else ""
    said = words or node.attributes.get("src") or node.attributes.get("data") or node.name
    shop.galley.changes.append(Change(rule="scripts", kind=Kind.REMOVED, line=0, before=f"{node.name}: {said}"))


def _words(node: Node) -> str:
    found: list[str] = []
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        found.append(inner.text)
        waiting += reversed(inner.children)
    return " ".join(" ".join(found).split())


_ALONE: Mapping[str, Callable[[Node, Shop], None]] = {
    **dict.fromkeys(tags.NOTHING, _skip),
    **dict.fromkeys(tags.GONE, _gone),
    "br": _line_break,
    "img": _picture,
    "hr": _rule,
}
"""Elements whose inside, if there is any, is not set."""
