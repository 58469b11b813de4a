"""Rule: tags that emphasise nothing go, and the space in them stays, so that no words are glued together."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration.context import Context

_TAGS = tuple(sorted({"em", "strong", "i", "b", "u", "s", "del", "ins", "sub", "sup", "small", "span", "mark", "cite"}))


def empty_inlines(root: Element, _context: Context) -> None:
    """Drop inline elements without a visible character; white space inside one takes its place."""
    for element in reversed(list(root.iter(*_TAGS))):
        if not len(element) and not (element.text or "").strip() and not element.get("id"):
            element.tail = (element.text or "") + (element.tail or "")
            markup.remove(element)
