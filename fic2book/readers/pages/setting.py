"""The walk over a stranger's page: each element becomes a block, a row, emphasis or nothing."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from fic2book.markup import Node
from fic2book.readers.pages import attributes, looks, tags
from fic2book.readers.pages.alone import ALONE, email
from fic2book.readers.pages.galley import Galley
from fic2book.readers.pages.inlines import Inline
from fic2book.readers.pages.shop import Shop, kept

_MOST_INLINES = 64
"""Open inline elements that are heeded; a stranger may open fifty thousand."""
_ADVERTISEMENT = frozenset({"adsbygoogle", "google-auto-placed"})

End = Callable[[], None]


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
    alone = ALONE.get(name) or (email if "data-cfemail" in node.attributes else None)
    if alone is not None:
        alone(node, shop)
        return None
    if _is_advertisement(node):
        return _muted(shop, is_block=name in tags.BLOCKS or id(node) in shop.holders)
    said, look = kept(node, shop) if node.attributes else ({}, looks.PLAIN)
    is_wrapper = bool(said) and id(node) in shop.holders and name not in tags.EMPHASIS and name != "a"
    if name in tags.BLOCKS or is_wrapper:
        return _block(node, said, look, shop)
    return _inline(node, said, look, shop)


def _block(node: Node, said: Mapping[str, str], look: looks.Look, shop: Shop) -> End:
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
        galley.open_row("pre" if name in tags.AS_TYPED else name, said, node.line)
        galley.in_heading += name in tags.HEADINGS
        return partial(_end_row, galley, end, heading=name in tags.HEADINGS)
    written = name in tags.BLOCKS and name not in {"p", "body", "html"} and name not in tags.AS_TYPED
    galley.open_block(name if written else "div", said)
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


def _inline(node: Node, said: Mapping[str, str], look: looks.Look, shop: Shop) -> End:
    galley, name = shop.galley, node.name
    if len(galley.inlines) >= _MOST_INLINES:
        return _nothing
    own = dict(said)
    place = own.pop("id", "")
    if "lang" in own and own["lang"].partition("-")[0].lower() == shop.language:
        del own["lang"]  # Word says of each word that it is English
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
