"""A page's elements → the story's own markup again: what only a place in a book gave them is taken off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from fic2book import markup
from fic2book.checks.epub.opened import resolved
from fic2book.markup import Element
from fic2book.slugs import slug

_ATTRIBUTES = ("lang", "dir", "class", "id", "href", "title", "start", "colspan", "rowspan")
_GIVEN = frozenset(
    {"first", "opening", "drop", "stanza", "run-begins", "run-ends", "picture", "plate", "sign", "continued"}
)
"""Classes that sections give to what stands in a certain place."""
_UNWRAPPED = frozenset({"lead-in", "line", "koboSpan"})
"""Classes of spans that are no part of the text."""
_MARKS = frozenset({"doc-pagebreak"})
"""Roles of what stands in the text and is none of it."""
_PICTURE = re.compile(r"[a-z0-9][\w-]*\Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where elements stand: whose they are, in which file, and what the book calls a picture without words."""

    name: str
    """What stands before each id: the story's own."""
    path: str
    unnamed: str
    language: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures that were met: own name → path in the book."""

    paths: dict[str, str]


def fragment(roots: tuple[tuple[Element, Home], ...], shown: Shown) -> str:
    """Return what elements hold as markup of one fragment; pictures are noted in ``shown``."""
    body = markup.new("body")
    for root, home in roots:
        _fill(body, root, home, shown)
    body.text = None
    for block in body:
        block.tail = None
    return markup.serialise(body)


def _fill(target: Element, source: Element, home: Home, shown: Shown) -> None:
    _say(target, source.text)
    for child in source:
        if isinstance(child.tag, str):
            _set(target, child, home, shown)
        _say(target, child.tail)


def _set(target: Element, child: Element, home: Home, shown: Shown) -> None:
    classes = (child.get("class") or "").split()
    if child.get("role") in _MARKS:
        return
    if child.tag == "span" and _UNWRAPPED.intersection(classes):
        _fill(target, child, home, shown)
        return
    if child.tag == "img":
        target.append(_picture(child, home, shown))
        return
    made = markup.new("p" if _is_paragraph(child, classes) else str(child.tag), **_kept(child, home))
    target.append(made)
    _fill(made, child, home, shown)


def _say(target: Element, words: str | None) -> None:
    """Add text behind what an element holds already."""
    if not words:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words


def _is_paragraph(block: Element, classes: list[str]) -> bool:
    """Tell a paragraph of pictures, which a book sets as a box."""
    inner = (one.tag for one in block.iterdescendants("*"))
    return block.tag == "div" and "picture" in classes and not markup.BLOCKS.intersection(map(str, inner))


def _kept(element: Element, home: Home) -> Mapping[str, str]:
    """Return an element's own attributes; ``new`` takes a hyphen for an underscore, and no name here has one."""
    kept = {}
    for key in element.attrib:
        name, value = str(key), element.get(key, "")
        if name == "class":
            value = " ".join(one for one in value.split() if one not in _GIVEN)
        elif name == "id":
            value = _inner(value, home)
        elif name == "href":
            value = _target(value, home)
        if name in _ATTRIBUTES and (value or name == "title"):
            kept["class_" if name == "class" else name] = value
    return kept


def _inner(name: str, home: Home) -> str:
    """Return an id without the story's name before it."""
    inner = name.removeprefix(f"{home.name}-")
    return inner.removeprefix("own-") or inner


def _target(address: str, home: Home) -> str:
    """Return a link inside the story as the story has it; others stay as they are."""
    _, hash_sign, name = address.partition("#")
    inside = hash_sign and ":" not in address and name.startswith(f"{home.name}-")
    return f"#{_inner(name, home)}" if inside else address


def _picture(image: Element, home: Home, shown: Shown) -> Element:
    path = resolved(home.path, image.get("src", ""))[0]
    name = PurePosixPath(path).stem.removeprefix(f"{home.name}.")
    name = name if _PICTURE.match(name) else slug(name)
    shown.paths.setdefault(name, path)
    said = image.get("alt", "")
    is_unnamed = said == home.unnamed and image.get("lang") == home.language
    return markup.new("img", src=f"picture:{name}", alt="" if is_unnamed else said)
