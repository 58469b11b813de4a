"""Rule: line ends in a row are what they were typed for: two or three part paragraphs, four or more part scenes."""

import re
from collections import Counter

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import rows, splits
from fic2book.restoration.context import Context

_SCENE = 4
"""Runs of four and more were seen as scene breaks, of two and three as paragraph marks."""
_MORE = 2
"""Where four part paragraphs, as they do in pages that were spaced twice, a scene break has two more."""
_RUN = re.compile(r"\n[ \t\u00a0]*(?:\n|\Z)|\A[ \t\u00a0]*\n")
_NOT_IN = frozenset({"li", "td", "th", "dd", "dt", "caption", "figcaption"})


def br_runs(root: Element, context: Context) -> None:
    """Split paragraphs at runs of ``<br/>``, by the habit of the whole file."""
    if next(root.iter("br"), None) is None:
        return
    blocks = [_inside(block) for block in list(root.iter("p", "div", "blockquote")) if _may_part(block)]
    for block in blocks:
        splits.lift(block)
        splits.trim(block)
    runs = {block: _runs(block) for block in blocks}
    lengths = Counter(len(run) for found in runs.values() for run in found)
    usual, count = lengths.most_common(1)[0] if lengths else (2, 0)
    scene = max(_SCENE, usual + _MORE) if count > 1 and count * 2 > len(root.findall(".//p")) else _SCENE
    for block, found in runs.items():
        _split(block, found, scene, context)


def _may_part(block: Element) -> bool:
    parent = block.getparent()
    return (
        next(block.iter("br"), None) is not None
        and _RUN.search(markup.text_of(block)) is not None
        and block.get("class") not in {"verse", "message"}
        and not any(child.tag in markup.BLOCKS for child in block)
        and (parent is None or parent.tag not in _NOT_IN)
    )


def _inside(block: Element) -> Element:
    """Return the paragraph to part: a quotation that holds words gets one, for it stays one quotation."""
    if block.tag != "blockquote":
        return block
    paragraph = markup.new("p", data_line=block.get("data-line", "0"))
    paragraph.text, block.text = block.text, None
    paragraph.extend(list(block))
    block.append(paragraph)
    return paragraph


def _runs(block: Element) -> list[list[Element]]:
    """Return the runs of two and more line ends that stand directly in a block."""
    runs: list[list[Element]] = [[]]
    for end in block.findall("br"):
        runs[-1].append(end)
        following = end.getnext()
        if (end.tail or "").strip() or following is None or following.tag != "br":
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _split(block: Element, runs: list[list[Element]], scene: int, context: Context) -> None:
    """Start a new paragraph behind each run, and a new scene behind a long one; backwards, so each moves one only."""
    parts = [block]
    for run in reversed(runs):
        line = rows.first(run[0])
        asked = any(rows.are_text(end, context) for end in run)
        for end in run[:-1]:
            end.tail = None
            block.remove(end)
        behind = splits.split(block, run[-1])
        behind.text = (behind.text or "").lstrip()
        parts.append(behind)
        if len(run) >= scene and not asked:
            behind.addprevious(markup.new("hr", class_="scene", data_line=str(line)))
            context.ledger.rewritten("br_runs", line, "", "a scene break")
    for part in parts if runs else ():
        if markup.is_blank(part):
            markup.remove(part)
