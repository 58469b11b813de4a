"""Rule: more blank lines than the file's habit are a pause; all the others only part paragraphs."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context

_HABIT_SHARE = 5
"""A gap that more than one in five paragraphs have is a habit, not an event."""
_WHY = "A longer gap than elsewhere in this file: kept as a pause; it may be a scene break."


def blank_runs(root: Element, context: Context) -> None:
    """Take out blank paragraphs, and set ``<hr class="pause"/>`` where more stand than is the habit."""
    for room in [root, *root.iter("blockquote")]:
        _even_out(room, context)


def _even_out(room: Element, context: Context) -> None:
    blocks = list(room)
    if not any(_is_gap(block) for block in blocks):
        return
    gaps: list[tuple[int, Element, Element]] = []
    above: Element | None = None
    blanks = 0
    for block in blocks:
        if _is_gap(block):
            blanks += 1
            markup.remove(block)
            continue
        if above is not None and above.tag != "hr" and block.tag != "hr":
            gaps.append((blanks, above, block))
        above, blanks = block, 0
    habit = _habit([blanks for blanks, _, _ in gaps])
    for blanks, over, under in gaps:
        if blanks > habit and over.tag not in markup.HEADINGS and under.tag not in markup.HEADINGS:
            _pause(under, context)


def _is_gap(block: Element) -> bool:
    return block.tag in {"p", "div"} and markup.is_blank(block)


def _habit(gaps: list[int]) -> int:
    """Return the number of blank lines that part paragraphs in this file."""
    if len(gaps) < 3:
        return max(gaps, default=0)
    allowed = max(len(gaps) // _HABIT_SHARE, 1)
    return next(size for size in range(max(gaps) + 1) if sum(gap > size for gap in gaps) <= allowed)


def _pause(under: Element, context: Context) -> None:
    line = rows.first(under)
    under.addprevious(markup.new("hr", class_="pause", data_line=str(line)))
    context.ledger.flagged("blank_runs", line, markup.text_of(under).strip(), _WHY)
