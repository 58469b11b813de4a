"""Part a paragraph at its line ends, whatever inline elements they stand in."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element


def lift(block: Element) -> None:
    """Make every ``<br/>`` a child of its block: an inline element round one becomes two, before and behind it."""
    for child in list(block):
        if child.tag != "br" and child.tag not in markup.BLOCKS and child.find(".//br") is not None:
            lift(child)
            _burst(child)


def split(block: Element, end: Element) -> Element:
    """Part a block at a line end that is its child: return the new block behind it, which has the row of the end."""
    behind = empty_copy(block)
    behind.attrib.pop("id", "")
    if end.get("data-line"):
        behind.set("data-line", end.get("data-line", ""))
    behind.text = end.tail
    end.tail = None
    following = list(end.itersiblings())
    behind.extend(following)
    block.remove(end)
    behind.tail, block.tail = block.tail, None
    block.addnext(behind)
    return behind


def empty_copy(block: Element) -> Element:
    """Return an element with the same tag and attributes and nothing in it."""
    copy = markup.new(str(block.tag))
    for name, value in block.attrib.items():
        copy.set(name, value)
    return copy


def trim(block: Element) -> None:
    """Drop the line ends at the edges of a block: they part nothing."""
    for end in _edge_ends(block):
        if not (block.text or "").strip() and end.getprevious() is None and end.get("data-line"):
            block.set("data-line", end.get("data-line", ""))
        end.tail = (end.tail or "").strip() or None
        markup.remove(end)


def _edge_ends(block: Element) -> list[Element]:
    ends: list[Element] = []
    if not (block.text or "").strip():
        for child in block:
            if child.tag != "br":
                break
            ends.append(child)
            if (child.tail or "").strip():
                break
    for child in reversed(block):
        if child.tag != "br" or (child.tail or "").strip():
            break
        if child not in ends:
            ends.append(child)
    return ends


def _burst(inline: Element) -> None:
    """Replace an inline element by what stands between the line ends in it, each part in a copy of its own."""
    parent = inline.getparent()
    if parent is None:
        return
    tail, inline.tail = inline.tail, None
    pieces: list[Element] = [empty_copy(inline)]
    pieces[0].text = inline.text
    for child in list(inline):
        if child.tag == "br":
            words, child.tail = child.tail, None
            pieces += [child, empty_copy(inline)]
            pieces[-1].attrib.pop("id", "")
            pieces[-1].text = words
        else:
            pieces[-1].append(child)
    kept: list[Element] = []
    for piece in pieces:
        if piece.tag == "br" or len(piece) or (piece.text or "").strip():
            kept.append(piece)
        elif kept:
            kept[-1].tail = piece.text
    place = parent.index(inline)
    parent[place : place + 1] = kept
    if kept:
        kept[-1].tail = (kept[-1].tail or "") + (tail or "")


def unwrap(element: Element) -> None:
    """Take an element's tags away and leave in its place what it holds."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    _append(parent, place, element.text)
    children = list(element)
    tail, element.tail = element.tail, None
    parent[place : place + 1] = children
    _append(parent, place + len(children), tail)


def _append(parent: Element, place: int, text: str | None) -> None:
    """Put text before the child at ``place``, behind what stands there."""
    if not text:
        return
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def take(block: Element, count: int) -> None:
    """Take the first characters out of a block, line ends too, and the inline elements that hold nothing then."""
    left = count
    ends: list[Element] = []
    for element, name in list(_slots(block)):
        if not name:
            ends += [element] if element.tag == "br" else []
            left -= 1
        text = getattr(element, name) or "" if name else ""
        taken = min(left, len(text))
        if taken:
            setattr(element, name, text[taken:] or None)
        left -= taken
        if not left:
            break
    for end in ends:
        if end.get("data-line") and block.get("data-line"):
            block.set("data-line", end.get("data-line", ""))
        markup.remove(end)
    for element in reversed([child for child in block.iter() if child is not block]):
        if not element.attrib and not len(element) and not element.text and element.tag not in {"br", "hr"}:
            markup.remove(element)


def _slots(element: Element) -> Iterator[tuple[Element, str]]:
    """Give the places of text in an element, in order; line ends, as ``text_of`` tells them, have no name."""
    yield element, "text"
    for child in element:
        is_block = child.tag in markup.BLOCKS
        if is_block or child.tag == "br":
            yield child, ""
        yield from _slots(child)
        if is_block:
            yield child, ""
        yield child, "tail"
