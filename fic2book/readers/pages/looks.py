"""What inline styles and style sheets mean for the text: emphasis, alignment, what is not shown. The rest goes."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_TAGS = (
    (re.compile(r"(?<![\w-])font-style:(?:italic|oblique)"), "em"),
    (re.compile(r"(?<![\w-])font-weight:(?:bold|[6-9]00)"), "strong"),
    (re.compile(r"(?<![\w-])text-decoration(?:-line)?:[^;]*line-through"), "s"),
    (re.compile(r"(?<![\w-])text-decoration(?:-line)?:[^;]*underline"), "u"),
    (re.compile(r"(?<![\w-])vertical-align:super"), "sup"),
    (re.compile(r"(?<![\w-])vertical-align:sub(?!\w)"), "sub"),
)
_UNDONE = (
    (re.compile(r"(?<![\w-])font-style:normal"), frozenset({"em", "i"})),
    (re.compile(r"(?<![\w-])font-weight:(?:normal|[1-5]00)"), frozenset({"strong", "b"})),
)
_ALIGN = re.compile(r"(?<![\w-])text-align:(?:-webkit-|-moz-)?(left|right|center|justify|start|end)")
_DIRECTION = re.compile(r"(?<![\w-])direction:(rtl|ltr)")
_HIDDEN = re.compile(r"(?<![\w-])(?:display:none|visibility:hidden)")
_AS_TYPED = re.compile(r"(?<![\w-])white-space:(?:pre|break-spaces)")
_WHITE = re.compile(r"\s+")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_NOT_SEEN = re.compile(r"@(?!media)|print|prefers|max-width|speech", re.IGNORECASE)
"""Blocks of rules that do not say how a page looks on a desk."""
_LONGEST = 4_000  # characters of one element's declarations that are heeded
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?\.([\w-]+)\Z", re.IGNORECASE)


class Look(NamedTuple):
    """How an element looks, as far as it means something."""

    tags: tuple[str, ...] = ()
    """Emphasis as the elements that say it."""
    undone: frozenset[str] = frozenset()
    """Elements around or itself that do not look like what they are: ``<b style="font-weight:normal">``."""
    align: str = ""
    dir: str = ""
    hidden: bool = False
    as_typed: bool = False
    """White space counts, as in ``<pre>``."""


PLAIN = Look()
Sheet = Mapping[tuple[str, str], str]
"""(tag or nothing, class) → declarations without white space."""


@lru_cache(maxsize=8)  # a book has one for hundreds of pages
def sheet(css: str) -> Sheet:
    """Return the rules of a style sheet that belong to one class and say something that is kept."""
    found: dict[tuple[str, str], str] = {}
    for selectors, declarations in _rules(_COMMENT.sub("", css)):
        said = _bare(declarations)
        if of(said) == PLAIN:
            continue
        for selector in selectors.split(","):
            name = _SELECTOR.match(selector.strip())
            if name:
                key = ((name[1] or "").lower(), name[2])
                found[key] = f"{found.get(key, '')};{said}"
    return found


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations); what is for print or for small screens only is left out."""
    around: list[str] = []
    start = 0
    for brace in _BRACE.finditer(css):
        words, start = css[start : brace.start()].strip(), brace.end()
        if brace[0] == "{":
            around.append(words)
        elif around:
            selectors = around.pop()
            if len(around) < 3 and not any(_NOT_SEEN.search(outer) for outer in (*around, selectors[:1])):
                yield selectors, words


def _bare(declarations: str) -> str:
    return _WHITE.sub("", declarations[:_LONGEST]).lower()


def look(tag: str, attributes: Mapping[str, str], rules: Sheet) -> Look:
    """Return how an element looks by its classes and its own style."""
    said = attributes.get("style", "")
    if rules and "class" in attributes:
        names = attributes["class"].split()
        said = ";".join([*(rules.get((kind, name), "") for name in names for kind in ("", tag)), said])
    return of(_bare(said)) if said else PLAIN


@lru_cache(maxsize=1_024)  # a word processor says the same of each paragraph
def of(declarations: str) -> Look:
    """Return what declarations without white space mean; of two that contradict each other the last one counts."""
    align, direction = _ALIGN.findall(declarations), _DIRECTION.findall(declarations)
    return Look(
        tags=tuple(tag for sign, tag in _TAGS if sign.search(declarations)),
        undone=frozenset[str]().union(*(tags for sign, tags in _UNDONE if sign.search(declarations))),
        align=align[-1] if align else "",
        dir=direction[-1] if direction else "",
        hidden=_HIDDEN.search(declarations) is not None,
        as_typed=_AS_TYPED.search(declarations) is not None,
    )
