"""FanFicFare's title page: a heading ``Title by Author`` over lines of bold labels, in a table or without one."""

from collections.abc import Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Element
from fic2book.sources import look, page, rows, spine
from fic2book.sources.fanficfare import labels
from fic2book.sources.page import Page
from fic2book.sources.values import names

_HEADINGS = frozenset({"h1", "h2", "h3"})
_UPDATE_LOG = "Update Log"
_MOST = 120  # blocks of a title page; what goes on for longer is a story


class TitlePage(NamedTuple):
    """Where the title page stands in a tree."""

    heading: Element
    blocks: list[Element]
    """Those that hold the labels."""


class Line(NamedTuple):
    """One line of labels."""

    label: str
    row: int
    words: str
    """The value's, in the label's own row."""
    below: list[tuple[int, str]]
    """Row → words of the rows on which the value goes on."""


def find(root: Element) -> TitlePage | None:
    """Return the title page, told by its labels; the page of an update log has some of them too, and is none."""
    opened = spine.blocks(list(root) if not spine.files(root) else [])
    rooms = [spine.blocks(list(file)) for file in spine.files(root)] or [opened]
    for blocks in rooms:
        at = next((at for at, block in enumerate(blocks) if block.tag in _HEADINGS), -1)
        if at < 0 or look.text(blocks[at]) == _UPDATE_LOG:
            continue
        behind = blocks[at + 1 : at + 1 + _MOST]
        stop = next((count for count, block in enumerate(behind) if block.tag in _HEADINGS), len(behind))
        if labels.are_its_own([line.label for line in _lines(behind[:stop])]):
            return TitlePage(blocks[at], behind[:stop])
    return None


def is_log(file: Element) -> bool:
    """Tell the page on which the program keeps a record of its downloads."""
    first = spine.heading(file)
    return first is not None and look.text(first) == _UPDATE_LOG


def read(opened: Page, found: TitlePage, subjects: Sequence[str]) -> None:
    """Keep what the title page says; the rest of it is the program's."""
    _read_heading(opened, found.heading)
    for line in _lines(found.blocks):
        said = " ".join(filter(None, [line.words, *(words for _, words in line.below)]))
        values = labels.value(line.label, said, subjects)
        if line.label == "Summary" and values:
            parts = [words for words in [line.words, *(words for _, words in line.below)] if words]
            values = {"summary": "".join(map(markup.paragraph, parts))}
        for row, words in [(line.row, line.words), *line.below]:
            _keep(opened, row, words, values)


def _keep(opened: Page, row: int, words: str, values: dict[str, object]) -> None:
    """Keep the words of a row as the fields that they fill: of two, each item where it belongs."""
    if len(values) == 1 and words:
        ((field, value),) = values.items()
        page.keep_words(opened, (row, words), field, value)
        return
    for field, value in values.items():
        for item in value if isinstance(value, tuple) else ():
            page.keep_words(opened, (row, str(item)), field, (item,))


def _read_heading(opened: Page, heading: Element) -> None:
    links = list(heading.iter("a"))
    text = look.text(heading)
    title = look.text(links[0]) if links else text.rpartition(" by ")[0]
    authors = text[len(title) :].strip().removeprefix("by ").strip()
    row = rows.row_at(heading)
    page.keep_words(opened, (row, title), "title", title)
    if links and links[0].get("href"):
        page.hold(opened, "url", links[0].get("href", ""))
    for author in tuple(look.text(link) for link in links[1:]) or names(authors):
        page.keep_words(opened, (row, author), "authors", (author,))


def _lines(blocks: Sequence[Element]) -> list[Line]:
    """Return the labelled rows of some blocks: a label is bold and its words are the program's own."""
    bold = {rows.row_at(sign): look.text(sign) for block in blocks for sign in block.iter("b", "strong")}
    found: list[Line] = []
    for row, words in [place for block in blocks for place in rows.words_by_row(block).items()]:
        label, value = labels.split(words)
        if label and bold.get(row, "").startswith(f"{label}:"):
            found.append(Line(label, row, value, []))
        elif found and words:
            found[-1].below.append((row, words))
    return found
