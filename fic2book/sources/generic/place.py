"""Where on a page the story stands: the part of it that holds nearly all of the running text."""

import re

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Document
from fic2book.sources import look, titles
from fic2book.sources.generic import furniture

_NEARLY_ALL = 0.9
_MOST = 0.5
"""Share of the running text from which a page's one article or main part is the story's."""
_TEASER = 0.1
"""Share of the running text that another article beside the story has at most: a teaser of it."""
_NOT_BELOW = frozenset({"p", "blockquote", "ul", "ol", "dl", "pre", "figure"})
"""What stands in a story; a cell of a page that is laid out as a table is looked into."""
_NUMERAL = re.compile(r"[IVXL]{1,6}\.?")
_OTHERS = re.compile(
    r"©|copyright|all rights reserved|\b(?:comments?|repl(?:y|ies)|subscribe|newsletter|log ?in|sign up|cookies?|"
    r"powered by|donate|patreon|ko-?fi)\b",
    re.IGNORECASE,
)


def of_story(root: Element, document: Document) -> Element:
    """Return the element whose blocks are the story's, with its title if that stands there too.

    Where the story's blocks stand among others, they get a wrapper of their own.
    """
    whole = furniture.prose(root)
    for name in ("article", "main"):
        named = [(element, furniture.prose(element)) for element in root.iter(name)]
        told = sorted((pair for pair in named if pair[1]), key=lambda pair: -pair[1])
        if told and told[0][1] >= _MOST * whole and _is_alone(told, whole, document):
            return _within(*told[0])
    return _within(root, whole)


def _is_alone(told: list[tuple[Element, int]], whole: int, document: Document) -> bool:
    """Tell whether the other articles are teasers: small, and the page is called what the great one is called."""
    if len(told) == 1:
        return True
    called = letters(" ".join((*document.head.get("og:title", ()), *document.head.get("title", ()))))
    headings = [letters(look.text(heading)) for heading in told[0][0].iter("h1", "h2", "h3")]
    return told[1][1] <= _TEASER * whole and any(heading and heading in called for heading in headings)


def _within(element: Element, whole: int) -> Element:
    """Go down as long as one child holds nearly all of the text, and what stands beside it is not the story's."""
    while True:
        child = next((child for child in element if furniture.prose(child) >= _NEARLY_ALL * whole), None)
        if child is None or child.get("data-line") or child.tag in _NOT_BELOW:
            return element
        beside = [block for block in element if block is not child and _is_of_story(block, child)]
        if beside:
            return _wrapped(element, [child, *beside])
        element = child


def _is_of_story(block: Element, child: Element) -> bool:
    """Tell whether a block beside the great one belongs to it: prose in nobody else's voice, a chapter's number."""
    if block.tag == "article" and child.tag != "article":
        return False
    text = look.text(block)
    numbered = titles.is_chapter(text) or _NUMERAL.fullmatch(text) is not None
    return numbered or (furniture.prose(block) > 0 and not _is_others(block))


def _is_others(block: Element) -> bool:
    """Tell what readers, or the page's owner, say beside a story: with links to elsewhere, or in their own words."""
    links = [link for link in block.iter("a") if not link.get("href", "#").startswith("#")]
    return bool(links) or block.find(".//time") is not None or _OTHERS.search(look.text(block)) is not None


def _wrapped(parent: Element, blocks: list[Element]) -> Element:
    """Give blocks, and what stands between them, a wrapper of their own."""
    places = sorted(parent.index(block) for block in blocks)
    between = [block for block in list(parent)[places[0] : places[-1] + 1] if block in blocks or not _is_others(block)]
    wrapper = markup.new("div")
    parent.insert(places[0], wrapper)
    wrapper.extend(between)
    return wrapper
