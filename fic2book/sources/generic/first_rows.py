"""The first rows of a block that is parted by line ends: labels and a by-line above a story in one paragraph."""

from copy import deepcopy

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.sources import labels, titles

_BLOCKS = 3  # blocks in which labels stand


def set_apart(root: Element) -> None:
    """Give the leading rows that tell of the story a paragraph each; what follows stays in its block."""
    said = [block for block in root if letters(markup.text_of(block))]
    for block in said[:_BLOCKS]:
        if block.tag == "p" and len(block.findall("br")) > 1:
            _part(block)


def _part(block: Element) -> None:
    rows = _rows(deepcopy(block))
    count = next((number for number, row in enumerate(rows) if not _tells(row)), len(rows))
    while count and not letters(markup.text_of(rows[count - 1])):
        count -= 1
    if count in {0, len(rows)}:
        return
    for row in rows[:count]:
        block.addprevious(row)
    for child in list(block):
        block.remove(child)
    block.set("data-line", rows[count].get("data-line", ""))
    for number, row in enumerate(rows[count:]):
        _move(row, block, with_end=number > 0)


def _tells(row: Element) -> bool:
    text = markup.text_of(row).strip()
    return not letters(text) or labels.is_label(text) or bool(titles.byline(text))


def _rows(block: Element) -> list[Element]:
    """Return each row of a block as a paragraph; only line ends that stand directly in it part it."""
    rows = [markup.new("p", data_line=block.get("data-line", ""))]
    rows[0].text = block.text
    for child in list(block):
        tail, child.tail = child.tail, None
        if child.tag == "br":
            rows.append(markup.new("p", data_line=child.get("data-line", "")))
            rows[-1].text = tail
        else:
            rows[-1].append(child)
            child.tail = tail
    return rows


def _move(row: Element, target: Element, *, with_end: bool) -> None:
    """Add a row's content to a paragraph, behind a line end if it is not the first."""
    if with_end:
        end = markup.new("br", data_line=row.get("data-line", ""))
        end.tail = row.text
        target.append(end)
    else:
        target.text = row.text
    target.extend(list(row))
