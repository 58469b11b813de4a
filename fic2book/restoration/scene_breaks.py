"""Rule: a mark between scenes is a scene break."""

import re

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import marks, rows
from fic2book.restoration.context import Context

_HOLDERS = ("p", "div", *markup.HEADINGS)
_LONGEST = 120
_NUMERAL = re.compile(r"[IVXLC]+\.?\Z")
_SIGNATURE_END = re.compile(r"[.!?…\"”»:;]\Z")


def scene_breaks(root: Element, context: Context) -> None:
    """Turn marks that stand alone (``* * *``, ``oOo``, ``⁂``) into ``<hr class="scene"/>``, and class bare rules."""
    for rule in root.iter("hr"):
        if not rule.get("class"):
            rule.set("class", "scene")
    candidates = [(block, text) for block in root.iter(*_HOLDERS) if (text := _short_text(block))]
    numbered = any(text in {"XXIX", "XXXI", "XXIX.", "XXXI."} for _, text in candidates)
    for block, text in candidates:
        if not marks.is_mark(text) or rows.are_text(block, context):
            continue
        if not (numbered and _NUMERAL.match(text)) and not _is_kiss(block, text):
            _replace(block, text, context)
    _columns_of_dots(root, context)


def _short_text(block: Element) -> str:
    """Return a short block's text; empty for long ones, which cannot be marks, and for holders of blocks."""
    if not len(block):
        text = block.text or ""
        return text.strip() if len(text) <= _LONGEST else ""
    if len(block) > 20 or any(child.tag in markup.BLOCKS for child in block):
        return ""
    return markup.text_of(block).strip()


def _is_kiss(block: Element, text: str) -> bool:
    """Tell whether ``xxx`` closes a letter: it stands under a greeting or a name, not under a sentence."""
    if not marks.is_kiss(text):
        return False
    above = block.getprevious()
    while above is not None and above.tag == "p" and markup.is_blank(above):
        above = above.getprevious()
    if above is None or above.tag != "p":
        return False
    signature = markup.text_of(above).strip()
    return len(signature) <= 30 and _SIGNATURE_END.search(signature) is None


def _replace(block: Element, text: str, context: Context) -> None:
    line = rows.first(block)
    scene = markup.new("hr", class_="scene")
    if block.get("data-line"):
        scene.set("data-line", block.get("data-line", ""))
    if letters(text):
        context.ledger.removed("scene_breaks", line, text)
    else:
        scene.set("data-mark", text)
        context.ledger.rewritten("scene_breaks", line, text, "a scene break")
    scene.tail = block.tail
    parent = block.getparent()
    if parent is not None:
        parent.replace(block, scene)


def _columns_of_dots(root: Element, context: Context) -> None:
    """Turn two or more lines of one full stop each, one under the other, into one scene break."""
    column: list[Element] = []
    for block in [*root, None]:
        if block is not None and _is_dot(block) and not rows.are_text(block, context):
            column.append(block)
        elif block is None or not markup.is_blank(block) or block.tag == "hr":
            if len(column) > 1:
                for dot in column[1:]:
                    markup.remove(dot)
                _replace(column[0], ". " * (len(column) - 1) + ".", context)
            column = []


def _is_dot(block: Element) -> bool:
    return block.tag == "p" and (block.text or "").strip() == "." and not len(block)
