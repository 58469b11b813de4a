"""Rule: the spans that word processors leave by the thousand go; not a space between words goes with them."""

from fic2book.markup import Element
from fic2book.restoration import splits
from fic2book.restoration.context import Context

_SAYING = ("lang", "dir", "title", "id")
_OURS = frozenset({"sender", "time", "smallcaps"})


def spans(root: Element, context: Context) -> None:
    """Unwrap every ``span`` that says nothing about its words: no language, direction, name or explanation."""
    if not context.paged:
        return
    for span in reversed(list(root.iter("span"))):
        if span.get("class") not in _OURS and not any(span.get(name) for name in _SAYING):
            splits.unwrap(span)
