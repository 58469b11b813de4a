"""A body's blocks as Markdown: what it can say exactly as it says it, everything else as HTML of one chunk."""

from collections.abc import Iterator, Sequence

from fic2book import markup
from fic2book.extracting import inlines
from fic2book.extracting.inlines import Manner
from fic2book.markup import Element

_RANKS = {name: "#" * rank for rank, name in enumerate(markup.HEADINGS, 1)}


def markdown(body: str, *, notes: bool = True) -> str:
    """Return a fragment as Markdown that `readers.restored` reads back exactly, without a line end behind it.

    With ``notes`` the footnotes at its end are written as Markdown's, where they have the book's own shape.
    """
    root = markup.parse(body)
    footnotes = _footnotes(root, body) if notes else ()
    asides = [aside for aside, _ in footnotes]
    calls = frozenset(call for aside in asides for call in _calls(_number(aside)))
    manner = Manner(calls=calls)
    blocks = [block for block in root if block not in asides]
    chunks = list(_chunks(blocks, manner))
    if (root.text or "").strip() or any((block.tail or "").strip() for block in root):
        return inlines.html(_wrapped(root))
    return "\n\n".join((*chunks, *(text for _, text in footnotes)))


def _wrapped(root: Element) -> Element:
    """Return loose words, which no book has, as one box."""
    box = markup.new("div")
    box.text = root.text
    box.extend(list(root))
    return box


def _chunks(blocks: Sequence[Element], manner: Manner) -> Iterator[str]:
    before = ""
    for block in blocks:
        kind = str(block.tag)
        write = _WRITERS.get(kind)
        merges = _MERGE.get(kind, "")
        text = write(block, manner) if write and not (merges and merges == before) else ""
        before = merges if text else ""
        yield text or html(block)


def html(block: Element) -> str:
    """Return a block as one chunk of HTML; its lines end where those of a poem do."""
    return inlines.html(block).replace("<br/>", "<br/>\n")


def _paragraph(block: Element, manner: Manner) -> str:
    if block.attrib or not _is_inline(block) or markup.is_blank(block):
        return ""
    return inlines.markdown(block, manner)


def heading(words: str) -> str:
    """Return plain words as they stand in a heading of Markdown."""
    block = markup.parse(markup.paragraph(words))[0]
    return _unclosed(inlines.markdown(block, Manner(breaks="<br/>")))


def _unclosed(words: str) -> str:
    """Guard the signs at a heading's end, which would be Markdown's own."""
    bare = words.rstrip("#")
    return bare + "\\#" * (len(words) - len(bare))


def _heading(block: Element, manner: Manner) -> str:
    is_chapter = block.tag == "h2" and _said(block) == {"class": "chapter"}
    if (block.attrib or block.tag == "h2") and not is_chapter:
        return ""
    if not _is_inline(block) or next(block.iter("br", "img"), None) is not None:
        return ""
    words = inlines.markdown(block, Manner(calls=manner.calls, breaks="<br/>"))
    return f"{_RANKS[str(block.tag)]} {_unclosed(words)}" if words else ""


def _rule(block: Element, _: Manner) -> str:
    return "* * *" if _said(block) == {"class": "scene"} else ""


def _quotation(block: Element, manner: Manner) -> str:
    if block.attrib or not len(block) or _is_loose(block):
        return ""
    inner = [_paragraph(child, manner) if child.tag == "p" else "" for child in block]
    if not all(inner):
        return ""
    return "\n>\n".join("\n".join(f"> {line}" for line in text.split("\n")) for text in inner)


def _list(block: Element, manner: Manner) -> str:
    start = block.get("start", "1")
    known = set(block.attrib) <= ({"start"} if block.tag == "ol" else set())
    if (
        not known
        or not len(block)
        or _is_loose(block)
        or not start.isdecimal()
        or ("start" in block.attrib and start == "1")
    ):
        return ""
    if any(item.tag != "li" or item.attrib or not _is_inline(item) or markup.is_blank(item) for item in block):
        return ""
    line = Manner(calls=manner.calls, breaks="<br/>")
    first = int(start)
    heads = [f"{first + at}." if block.tag == "ol" else "-" for at in range(len(block))]
    return "\n".join(f"{head} {inlines.markdown(item, line)}" for head, item in zip(heads, block, strict=True))


def _said(element: Element) -> dict[str, str]:
    return {str(name): element.get(name, "") for name in element.attrib}


def _is_inline(block: Element) -> bool:
    return not any(inner.tag in markup.BLOCKS for inner in block.iterdescendants())


def _is_loose(block: Element) -> bool:
    return bool(block.text) or any(child.tail for child in block)


def _footnotes(root: Element, body: str) -> Sequence[tuple[Element, str]]:
    """Return the notes at the end with their Markdown, if they and their calls all have the book's own shape."""
    asides = [block for block in root if block.tag == "aside"]
    if not asides or list(root)[-len(asides) :] != asides:
        return ()
    written = [(aside, _footnote(aside)) for aside in asides]
    numbers = [_number(aside) for aside in asides]
    in_order = numbers == [str(number) for number in range(1, len(asides) + 1)]
    firsts = [body.find(_calls(number)[0]) for number in numbers]
    return (
        written
        if in_order and all(text for _, text in written) and -1 not in firsts and firsts == sorted(firsts)
        else ()
    )


def _footnote(aside: Element) -> str:
    """Return one note as Markdown; empty when it is not one paragraph behind its number."""
    number = _number(aside)
    shape = {"class": "footnote", "id": f"fn-{number}"}
    paragraph = aside[0] if len(aside) == 1 and aside[0].tag == "p" else None
    if _said(aside) != shape or paragraph is None or paragraph.attrib or _is_loose(aside):
        return ""
    back = paragraph[0] if len(paragraph) and not paragraph.text else None
    if back is None or not _is_inline(paragraph) or next(paragraph.iter("br"), None) is not None:
        return ""
    said = _said(back) == {"class": "backref", "href": f"#fnref-{number}"} and back.text == number
    if not said or len(back) or not (back.tail or "").startswith(" ") or not (back.tail or " ")[1:].strip():
        return ""
    copy = markup.parse(markup.serialise_block(paragraph))[0]
    tail = (copy[0].tail or "")[1:]
    copy.remove(copy[0])
    copy.text = tail
    whole = markup.text_of(copy)
    if whole != whole.strip():
        return ""
    return f"[^{number}]: {inlines.markdown(copy)}"


def _number(aside: Element) -> str:
    number = aside.get("id", "").removeprefix("fn-")
    return number if number.isascii() and number.isdigit() else ""


def _calls(number: str) -> tuple[str, str]:
    """Return the two shapes of a call as they stand in the markup: the first one, and every later one."""
    later = f'<a class="noteref" href="#fn-{number}">{number}</a>'
    return later.replace('">', f'" id="fnref-{number}">', 1), later


_MERGE = {"blockquote": "quotation", "ul": "list", "ol": "list"}
"""Blocks that would be one with another of their kind above them."""
_WRITERS = {
    "p": _paragraph,
    **dict.fromkeys(markup.HEADINGS, _heading),
    "hr": _rule,
    "blockquote": _quotation,
    "ul": _list,
    "ol": _list,
}
