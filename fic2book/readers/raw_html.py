"""HTML inside Markdown: wrappers become paragraphs, scripts and pictures go, what is no tag stays text."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import NamedTuple

from fic2book import markup

HIDDEN_LESS_THAN = "\ufdd0"
"""Stands for a ``<`` that is text; decoding has taken this character out of every manuscript."""

_VALUE = r"\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+)"
_BARE = "noshade|hidden|nowrap|compact|reversed|controls|allowfullscreen|async|defer"
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+(?:[\w:.-]+{_VALUE}|{_BARE}))*)\s*/?>")
_LINK = re.compile(r"<https?://[^\s<>]+>")
_OLD_INLINES = "font big strike tt acronym var samp img bdi bdo time nobr"
_INLINE = {*markup.INLINES, *_OLD_INLINES.split()}
_OUTWORN = (
    "html head center article main nav footer address details summary fieldset form iframe object embed video audio "
    "source picture noscript button label input canvas dir menu meta link wbr hgroup colgroup col"
)
_WRAPPERS = {*markup.BLOCKS, *_OUTWORN.split()}
_KNOWN = {*_INLINE, *_WRAPPERS, "br", "hr"}
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\(([^)\n]{0,2000})\)")
_POSING = re.compile(
    r"\s(?:class|id)\s*=\s*(?:\"[^\"]*|'[^']*|)(?:noteref|backref|footnote|fnref:|fn:)(?:[^\"'<>\s]*\s*)*[\"']?", re.I
)
"""What would pose as a footnote of Markdown's own making."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});")
"""Without the semicolon it is none in Markdown, though it would be one in HTML."""
_DEFINITION = re.compile(r"\s{0,3}\[\^[^\]]+\]:")
_NO_TARGET = re.compile(
    r"(\])(\()(?!<?(?:[a-z][a-z0-9+.-]{1,10}:|www\.|/|#|\.{1,2}/|[\w.-]{1,80}\.[a-z]{2,6}(?:[/?#\s)]|$)))",
    re.IGNORECASE,
)


class Tamed(NamedTuple):
    """Markdown whose HTML is safe to read, and what was taken out: (offset, kind, words)."""

    text: str
    taken: tuple[tuple[int, str, str], ...]


def nowhere(address: str) -> str:
    """Return a picture's address as it is: its file is not at hand."""
    return address


def tame(text: str, picture: Callable[[str], str] = nowhere) -> Tamed:
    """Take out comments, scripts and styles, turn block tags into paragraphs, hide every other ``<``.

    Pictures go too, but for those whose address ``picture`` turns into ``picture:NAME``.
    """
    taken: list[tuple[int, str, str]] = []
    pieces: list[str] = []
    end = 0
    for start, stop, instead, kind in _markup_in(text):
        image = shown(text[start:stop], picture) if kind == "images" else ""
        pieces += [text[end:start], image or instead]
        if kind and not image:
            taken.append((start, kind, text[start:stop]))
        end = stop
    paragraphs = re.split(r"(\n\s*\n)", _without_false_links("".join([*pieces, text[end:]])))
    return Tamed(
        "".join(_balanced(paragraph) if "<" in paragraph else paragraph for paragraph in paragraphs), tuple(taken)
    )


def _balanced(paragraph: str) -> str:
    """Leave out inline tags that are not closed in their paragraph; they would run on to the end of the story."""
    opened: list[re.Match[str]] = []
    unpaired: list[re.Match[str]] = []
    for tag in _TAG.finditer(paragraph):
        name = tag[2].lower()
        if name in {"br", "blockquote", "img"}:
            continue
        if not tag[1]:
            opened.append(tag)
        elif opened and opened[-1][2].lower() == name:
            opened.pop()
        else:
            unpaired.append(tag)
    for tag in sorted((*opened, *unpaired), key=lambda tag: tag.start(), reverse=True):
        paragraph = paragraph[: tag.start()] + paragraph[tag.end() :]
    return paragraph


def _markup_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield (start, stop, replacement, kind of what is taken out) for every ``<`` and every picture."""
    closers = {name: text.lower().rfind(f"</{name}>") for name in ("script", "style")}
    last_comment = text.rfind("-->")
    at = 0
    for sign in re.finditer(r"<|!\[", text):
        start = sign.start()
        if start < at:
            continue
        if text[start] == "<" and _is_in_code(text, start):
            stop, instead, kind = start + 1, HIDDEN_LESS_THAN, ""
        else:
            stop, instead, kind = _at(text, start, closers, last_comment)
        at = stop
        yield start, stop, instead, kind


def _is_in_code(text: str, start: int) -> bool:
    if "`" not in text:
        return False
    line = text.rfind("\n", 0, start) + 1
    return text.count("`", line, start) % 2 == 1 and "`" in text[start:].partition("\n")[0]


def _at(text: str, start: int, closers: dict[str, int], last_comment: int) -> tuple[int, str, str]:
    image = _IMAGE.match(text, start)
    if image:
        return image.end(), "", "images"
    if text[start] == "!":
        return start + 2, "![", ""
    if text.startswith("<!--", start) and last_comment >= start + 4:
        return text.index("-->", start + 4) + 3, "", "comments"
    tag = _TAG.match(text, start)
    if tag is None:
        link = _LINK.match(text, start)
        return (link.end(), link[0], "") if link else (start + 1, HIDDEN_LESS_THAN, "")
    return _at_tag(text, tag, closers)


def _at_tag(text: str, tag: re.Match[str], closers: dict[str, int]) -> tuple[int, str, str]:
    name = tag[2].lower()
    if name in closers and not tag[1] and closers[name] >= tag.end():
        closing = re.compile(f"</{name}>", re.IGNORECASE).search(text, tag.end())
        return (closing.end() if closing else tag.end()), "", "scripts"
    if name == "img":
        return tag.end(), "", "images"
    instead = _instead(tag, name)
    if instead.startswith("\n") and _DEFINITION.match(text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]):
        instead = " "  # a paragraph of its own would not be the footnote's
    return tag.end(), instead, ""


def _instead(tag: re.Match[str], name: str) -> str:
    if name == "br":
        return "<br/>"
    if name == "hr":
        return "\n\n***\n\n"
    if name == "blockquote":
        return f"\n\n<{tag[1]}blockquote>\n\n"
    if re.fullmatch("h[1-6]", name):
        return "\n\n" if tag[1] else "\n\n" + "#" * int(name[1]) + " "
    if name in _INLINE:
        return _POSING.sub("", tag[0])
    return "\n\n" if name in _WRAPPERS else HIDDEN_LESS_THAN + tag[0][1:]


def _as_seen(tag: re.Match[str]) -> str:
    return "" if tag[2].lower() in _KNOWN and not _is_in_code(tag.string, tag.start()) else tag[0]


def without_tags(line: str) -> str:
    """Return a line as its reader sees it, entities too and no pictures, as far as one line tells."""
    line = _IMAGE.sub("", line) if "![" in line else line
    bare = _TAG.sub(_as_seen, _SCRIPT.sub("", line)) if "<" in line else line
    return _ENTITY.sub(lambda sign: unescape(sign[0]), bare) if "&" in bare else bare


def _without_false_links(text: str) -> str:
    """Escape ``[words](more words)``: only an address makes a link."""
    return _NO_TARGET.sub(r"\1\\\2", text)


def image_words(taken: str) -> str:
    """Return what stands for a picture: its alternative, else its address."""
    alternative, address = _image(taken)
    return alternative or address or "a picture"


def shown(taken: str, picture: Callable[[str], str]) -> str:
    """Return the markup of a picture that is at hand, else nothing."""
    alternative, address = _image(taken)
    found = picture(unescape(address))
    return f'<img src="{found}" alt="{escape(unescape(alternative))}"/>' if markup.is_at_hand(found) else ""


def _image(taken: str) -> tuple[str, str]:
    """Return a picture's alternative and its address, without the title that may stand behind it."""
    image = _IMAGE.match(taken)
    if image:
        address = re.sub(r"\s+(\"[^\"]*\"|'[^']*')\s*\Z", "", image[2].strip())
        return image[1].strip(), address.removeprefix("<").removesuffix(">")
    pairs = re.findall(r"(alt|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", taken, re.IGNORECASE)
    said = {name.lower(): "".join(values).strip() for name, *values in pairs}
    return said.get("alt", ""), said.get("src", "")
