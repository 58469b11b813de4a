"""Rule: links that call a footnote, and the footnote that they lead to, become the book's, wherever it stood.

Two signs must agree: the link's words are a mark (``1``, ``[2]``, ``*``), and what it leads to stands further down, and
leads back to it, or begins with the same mark, or is an item of a list or an aside. So contents and other links stay.
"""

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import footnote_marks, footnote_parts, rows, splits
from fic2book.restoration.context import Context

MARK = "data-mark"
RULE = "data-rule"
_ROOMS = frozenset({"li", "div", "aside", "section"})
_HOLDERS = _ROOMS | {"p", "blockquote"}


def footnotes(root: Element, context: Context) -> None:
    """Move linked footnotes to the body's end and make their calls the book's; numbers are given later."""
    if not context.paged:
        return
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#") and not link.get("class")]
    if not links:
        return
    order = {element: at for at, element in enumerate(root.iter())}
    targets = {element.get("id", ""): element for element in order if element.get("id")}
    pairs = [(link, targets[name]) for link in links if (name := link.get("href", "")[1:]) in targets]
    calls = [(link, target) for link, target in pairs if order[target] > order[link] and _is_call(link)]
    _part_rows([target for _, target in calls])
    made: dict[Element, Element] = {}
    goals = {target for _, target in calls}
    for link, target in calls:
        block = _definition(target, goals)
        if block is not None and _agree(link, target, block, context):
            _call(link, made.setdefault(block, _aside(block, target)))
    going_on = footnote_parts.going_on(list(made))
    for block, aside in made.items():
        as_footnote(root, block, aside, context, "footnotes")
        for part in going_on.get(block, ()):
            markup.remove(part)
            aside.append(part)


def _is_call(link: Element) -> bool:
    return footnote_marks.is_call(markup.text_of(link)) or link.get("data-type") == "noteref"


def _part_rows(targets: list[Element]) -> None:
    """Give each of several footnotes in one paragraph a paragraph of its own, where a line end stands before it."""
    for target in targets:
        top: Element = target
        parent = top.getparent()
        while parent is not None and parent.tag not in markup.BLOCKS:
            top, parent = parent, parent.getparent()
        end = top.getprevious()
        alone = end is not None and end.tag == "br" and not (end.tail or "").strip()
        if alone and end is not None and parent is not None and parent.tag in {"p", "div"}:
            splits.split(parent, end)


def _definition(target: Element, goals: set[Element]) -> Element | None:
    """Return the block that holds a footnote and nothing else."""
    block: Element | None = target
    while block is not None and block.tag not in markup.BLOCKS:
        block = block.getparent()
    if block is None or block.tag not in _HOLDERS:
        return None
    parent = block.getparent()
    while (
        parent is not None
        and parent.tag in _ROOMS
        and parent[0] is block
        and not (parent.text or "").strip()
        and sum(element in goals for element in parent.iter()) == 1
    ):
        block, parent = parent, parent.getparent()
    return block if block.tag in _HOLDERS else None


def _agree(link: Element, target: Element, block: Element, context: Context) -> bool:
    """Tell whether a link and the block that it leads to are a footnote's."""
    text = markup.text_of(block).strip()
    if any(place is block for place in link.iterancestors()) or not _has_words(block):
        return False
    if not letters(rows.before(link)[1] + markup.text_of(link)):  # nothing that the ledger could call the place by
        return False
    if rows.are_text(block, context) or rows.are_text(link, context):
        return False
    mark, lead = footnote_marks.bare(markup.text_of(link)), footnote_marks.bare(footnote_marks.leading(text)[0])
    back = _names(link) & {way.get("href", "")[1:] for way in (*block.iter("a"), target)}
    listed = block.tag in {"li", "aside"} or link.get("data-type") == "noteref"
    return bool(back) or (mark == lead and mark != "") or (listed and not lead.isdigit())


def _has_words(block: Element) -> bool:
    """Tell whether a block says more than its marks and ways back do: a call may look like the note that it calls."""
    text = markup.text_of(block).strip()
    linked = sum(len(letters(markup.text_of(way))) for way in block.iter("a") if way.get("href", "").startswith("#"))
    mark = footnote_marks.bare(footnote_marks.leading(text)[0])
    return len(letters(text)) > max(linked, len(letters(mark)))


def _names(link: Element) -> set[str]:
    """Return the ids that a way back to a call may lead to: the link's, its brackets', those of empty links by it."""
    parent = link.getparent()
    near = [link, *link.iter(), *([parent, *parent] if parent is not None and parent.tag == "sup" else [])]
    before = link.getprevious() if parent is None or parent.tag != "sup" else parent.getprevious()
    near += [before] if before is not None and not markup.text_of(before) and not before.tail else []
    return {element.get("id", "") for element in near} - {""}


def _call(link: Element, aside: Element) -> None:
    """Make a link the book's call of a footnote; raised brackets round it go with it."""
    mark = markup.text_of(link)
    parent = link.getparent()
    outer = link
    if parent is not None and parent.tag == "sup" and footnote_marks.is_call(markup.text_of(parent)):
        outer, mark = parent, markup.text_of(parent)
    call = markup.new("a", mark, class_="noteref", href=f"#{aside.get('id')}")
    call.set(MARK, mark)
    call.tail = outer.tail
    place = outer.getparent()
    if place is not None:
        place.replace(outer, call)


def _aside(block: Element, target: Element) -> Element:
    return markup.new("aside", class_="footnote", id=f"to-{target.get('id')}", data_line=str(rows.first(block)))


def as_footnote(root: Element, block: Element, aside: Element, context: Context, rule: str) -> None:
    """Make a footnote at the body's end of its block, without the mark it begins with and the ways back."""
    for link in list(block.iter("a")):
        text = markup.text_of(link)
        if footnote_marks.is_way_back(text) and link.get("href", "").startswith("#"):
            row, _ = rows.before(link)
            if letters(text):
                context.ledger.removed(rule, row, text.strip())
            markup.remove(link)
    parent = block.getparent()
    above = block.getprevious()
    markup.remove(block)
    _drop_empty(parent, above, context, rule)
    holds_blocks = any(child.tag in markup.BLOCKS for child in block)
    if holds_blocks:
        aside.extend(list(block))
    else:
        block.tag = "p"
        block.attrib.pop("id", "")
        aside.append(block)
    aside.set(MARK, _take_mark(aside[0]))
    aside.set(RULE, rule)
    root.append(aside)


def _drop_empty(parent: Element | None, above: Element | None, context: Context, rule: str) -> None:
    """Drop the list that held footnotes and holds nothing now, and the label above it."""
    while parent is not None and parent.tag != "body" and not len(parent) and not (parent.text or "").strip():
        above, emptied, parent = parent.getprevious(), parent, parent.getparent()
        markup.remove(emptied)
    if above is None or above.tag == "hr":
        return
    below = above.getnext()
    if below is not None and below.tag not in {"hr", "aside", *markup.HEADINGS}:
        return
    text = markup.text_of(above).strip()
    if footnote_marks.is_label(text):
        context.ledger.removed(rule, rows.first(above), text)
        markup.remove(above)


def _take_mark(paragraph: Element) -> str:
    """Take the mark that a footnote begins with out of its first paragraph, and return it as it stood."""
    mark, count = footnote_marks.leading(markup.text_of(paragraph))
    splits.take(paragraph, count)
    for link in [link for link in paragraph.iter("a") if not link.get("class") and not markup.text_of(link).strip()]:
        markup.remove(link)
    return mark
