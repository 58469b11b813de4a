"""Rule: a line that is a chapter's heading is one, and headings stand in ranks below the story's title."""

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import chapter_labels, rows, splits
from fic2book.restoration.context import Context

_LONGEST = 90


def chapters(root: Element, context: Context) -> None:
    """Make ``<h2 class="chapter">`` of chapter lines and of the highest headings; lower ones become h3 and below."""
    _drop_empty(root)
    _from_lines(root, context)
    _take_title(root, context)
    headings = [block for block in root if block.tag in markup.HEADINGS]
    marked = any(heading.get("class") == "chapter" for heading in headings)
    ranks = sorted({heading.tag for heading in headings if heading.get("class") != "chapter"})
    below = 3 if marked and "h1" not in ranks and "h2" not in ranks else 2
    for heading in headings:
        if heading.get("class") != "chapter":
            level = min(ranks.index(heading.tag) + below, 6)
            heading.tag = f"h{level}"
            if level == 2:
                heading.set("class", "chapter")


def _drop_empty(root: Element) -> None:
    for heading in list(root.iter(*markup.HEADINGS)):
        if markup.is_blank(heading):
            markup.remove(heading)


def _from_lines(root: Element, context: Context) -> None:
    """Recognise headings among short paragraphs: ``Chapter 2: The Weir``, ``PROLOGUE``, and I, II, III in a row.

    The ledger shows such a heading as Markdown does; its letters stay the same.
    """
    short = [(block, text) for block in root if block.tag == "p" and (text := _short_text(block))]
    numbers = [block for block, text in short if chapter_labels.is_number(text)]
    in_a_row = chapter_labels.count_up([markup.text_of(block).strip() for block in numbers])
    for block, text in short:
        if rows.are_text(block, context):
            continue
        if chapter_labels.is_label(text) or (in_a_row and block in numbers):
            context.ledger.rewritten("chapters", rows.first(block), text, f"# {text}")
            block.tag = "h2"
            block.set("class", "chapter")
            for bold in list(block.iter("strong", "b", "u")):  # a heading is bold by itself
                splits.unwrap(bold)


def _short_text(block: Element) -> str:
    if not len(block):
        text = block.text or ""
        return text.strip() if len(text) <= _LONGEST else ""
    if len(block) > 3:
        return ""
    text = markup.text_of(block).strip()
    return text if len(text) <= _LONGEST and "\n" not in text else ""


def _take_title(root: Element, context: Context) -> None:
    """Take the heading at the head that only repeats the story's title."""
    title = letters(context.title)
    first = next((block for block in root if not markup.is_blank(block)), None)
    if first is None or first.tag not in markup.HEADINGS or not title or rows.are_text(first, context):
        return
    text = markup.text_of(first).strip()
    if letters(text) == title:
        context.ledger.moved("chapters", rows.first(first), text, "title")
        markup.remove(first)
