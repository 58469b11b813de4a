"""Rule: one break between two scenes, and none where nothing is parted."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context


def breaks(root: Element, context: Context) -> None:
    """Make breaks in a row one (a scene break outranks a pause), and drop those beside a heading or an edge."""
    above: Element | None = None
    for block in [block for block in root if block.tag != "aside"]:  # footnotes stand behind the story, not in it
        if block.tag != "hr":
            _drop_under(above, block, context)
        elif above is None or above.tag in {"h2", "h1"}:
            _drop(block, context)
            continue
        elif above.tag == "hr":
            weaker = block if block.get("class") == "pause" or above.get("class") == "scene" else above
            _drop(weaker, context)
            above = block if weaker is above else above
            continue
        above = block
    if above is not None and above.tag == "hr":
        _drop(above, context)
    for rule in root.iter("hr"):
        if "data-mark" in rule.attrib:
            del rule.attrib["data-mark"]


def _drop_under(above: Element | None, block: Element, context: Context) -> None:
    """Drop a break that stands right above a chapter's heading."""
    if above is not None and above.tag == "hr" and block.tag in {"h2", "h1"}:
        _drop(above, context)


def _drop(rule: Element, context: Context) -> None:
    mark = rule.get("data-mark")
    if mark:
        context.ledger.removed("breaks", rows.first(rule), mark)
    markup.remove(rule)
