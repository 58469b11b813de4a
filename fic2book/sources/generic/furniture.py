"""What stands around a story on any page: menus, forms, comments, related links, footers."""

import re
from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.sources import look

_TAGS = frozenset({"nav", "button", "select", "option", "textarea", "label", "dialog", "search", "menu"})
_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "dialog", "menu", "menubar", "toolbar"})
_IDS = re.compile(
    r"(?:the-?)?(?:comments?(?:-?(?:list|area|section|form|wrap|content))?|disqus_thread|respond|replies|side-?bar|related"
    r"(?:-?posts)?|jp-(?:post-flair|relatedposts)|share|sharing|site-?(?:header|footer|nav|navigation|branding)|footer|"
    r"colophon|masthead|secondary|menu|nav|navbar|navigation|(?:main|primary|top)-?(?:menu|nav|navigation)|"
    r"bread-?crumbs?|cookie-?\w*|newsletter|subscribe|likes|tag-?cloud|blogroll|skip-?links?)\Z",
    re.IGNORECASE,
)
_LABELS = (
    r"\W*(?:(?:\d+\s+)?(?:comments?|repl(?:y|ies)|responses?|thoughts)(?:\s*\(\d+\)|\s+on\s.{1,90}|\s+to\s.{1,90})?|"
    r"leave a (?:reply|comment)|post a comment|add a comment|related(?: posts| stories| articles)?|share this|"
    r"like this|you (?:may|might) also (?:like|enjoy)|more (?:from|like) this.{0,60}|recent posts|archives|"
    r"recent comments|(?:about|follow) (?:the author|me|us)|post navigation|share|sharing is caring)\W*"
)
_OWNER = re.compile(r"©|\(c\)|copyright|all rights reserved|powered by|privacy|terms of|theme|contact", re.IGNORECASE)
_MOST = 12  # headings that are looked at; each costs a walk over the page
_FOOTNOTE = re.compile(r"(?:foot|end|rear)note", re.IGNORECASE)


def found(root: Element) -> Iterator[Element]:
    """Give the elements that are furniture by what they are, by their id or by what stands over them."""
    for element in root.iter():
        if _is_furniture(element):
            yield element
    for heading in look.saying(root, _LABELS, *markup.HEADINGS)[-_MOST:]:
        parent = heading.getparent()
        if parent is not None and _leads(heading, parent):
            yield parent if parent is not root and _is_first(heading, parent) else heading
            yield from heading.itersiblings() if parent is root or not _is_first(heading, parent) else ()


def prose(element: Element) -> int:
    """Return how many signs of running text an element holds: rows that are no headings, less their links."""
    return sum(_prose_of_row(row) for row in element.iter() if row.get("data-line") and row.tag != "br")


def _prose_of_row(row: Element) -> int:
    if row.tag in markup.HEADINGS or row.tag in _TAGS:
        return 0
    text = look.text(row)
    linked = sum(len(look.text(link)) for link in row.iter("a"))
    return max(len(text) - linked, 0) if len(text) > 25 or text.endswith((".", "!", "?", "”", '"', "…")) else 0


def _is_furniture(element: Element) -> bool:
    if element.tag in _TAGS or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.tag == "footer":
        return element.find(".//a") is not None or _OWNER.search(look.text(element)) is not None
    if element.tag == "aside":
        return not (_FOOTNOTE.search(element.get("data-type", "")) or _FOOTNOTE.search(element.get("id", "")))
    return _IDS.match(element.get("id", "")) is not None and element.tag not in {"a", "p", "body", *markup.HEADINGS}


def _leads(heading: Element, parent: Element) -> bool:
    """Tell whether a label leads what stands behind a story: less prose below it than above it."""
    after = sum(prose(block) for block in heading.itersiblings())
    top = parent
    while (above := top.getparent()) is not None:
        top = above
    whole = prose(top)
    return after * 2 < whole and _before(heading, top) * 2 > whole


def _before(heading: Element, top: Element) -> int:
    said = 0
    for element in top.iter():
        if element is heading:
            break
        if element.get("data-line") and element.tag != "br":
            said += _prose_of_row(element)
    return said


def _is_first(heading: Element, parent: Element) -> bool:
    return next(iter(parent), None) is heading
