"""Rule: three full stops are an ellipsis."""

import re

from fic2book.markup import Element
from fic2book.restoration.context import Context
from fic2book.restoration.flat import change_blocks

_SPACED = re.compile(
    r"(?<![.\u00a0 ])(?P<lead>[ \u00a0]?)\.[ \u00a0]\.[ \u00a0]\.(?P<fourth>[ \u00a0]\.)?(?![ \u00a0]?\.)"
)


def ellipses(root: Element, context: Context) -> None:
    """Write ``...`` and ``. . .`` as ``…``; a fourth full stop stays one."""
    change_blocks(root, context, "ellipses", _has_dots, _shorten)


def _has_dots(flat: str) -> bool:
    return "..." in flat or ". ." in flat or ".\u00a0." in flat


def _shorten(flat: str) -> str:
    text = flat.replace("...", "…")
    return _SPACED.sub(lambda match: match["lead"] + ("…." if match["fourth"] else "…"), text)
