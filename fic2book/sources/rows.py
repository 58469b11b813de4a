"""The rows of a page's tree: which words of an element stand in which row, and what nobody has taken yet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Kind, Line

Rest = dict[int, list[str]]
"""Row → its words that nobody has taken, in order; what was taken out of the middle parts them, and then commas and
full stops between what was taken are no words."""


def untouched(lines: Iterable[Line], changes: Iterable[Change] = ()) -> Rest:
    """Return all words of a document, by row, but for those that its reader took out."""
    rest = {line.number: [unicodedata.normalize("NFC", line.text)] for line in lines}
    for change in changes:
        if change.kind is Kind.REMOVED:
            take(rest, change.line, change.before)
    return rest


def words_by_row(element: Element) -> Mapping[int, str]:
    """Return the words inside an element (the text behind it is not), by row, in order; white space is collapsed."""
    found: list[tuple[int, str]] = []
    _gather(element, row_at(element), found)
    joined: dict[int, str] = {}
    for row, text in found:
        joined[row] = joined.get(row, "") + text
    return {row: " ".join(text.split()) for row, text in joined.items() if row}


def rows(element: Element) -> tuple[int, ...]:
    """Return the rows that begin inside an element, or with it, in order."""
    return tuple(int(inner.get("data-line", 0)) for inner in element.iter() if inner.get("data-line"))


def row_at(element: Element) -> int:
    """Return the row in which an element begins; 0 when it holds rows and stands in none."""
    if element.get("data-line"):
        return int(element.get("data-line", 0))
    holder = next((place for place in element.iterancestors() if place.get("data-line")), None)
    if holder is None:
        return 0
    row = 0
    for place in holder.iter():
        if place is element:
            break
        row = int(place.get("data-line") or row)
    return row


def cut(element: Element) -> None:
    """Take an element out of its tree; of a row that begins in it and goes on behind it the beginning stays."""
    ends = [end for end in element.iter("br") if end.get("data-line")]
    if ends and any(holder.get("data-line") for holder in element.iterancestors()):
        element.addprevious(markup.new("br", data_line=ends[-1].get("data-line", "")))
    markup.remove(element)


def take(rest: Rest, row: int, words: str) -> tuple[str, ...]:
    """Take words out of what is left of a row and return them as they stood; of words half taken the other half."""
    left = rest.get(row, [])
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for at, part in enumerate(left if words.split() else ()):
        found = pattern.search(part)
        if found:
            left[at : at + 1] = [piece for piece in (part[: found.start()], part[found.end() :]) if letters(piece)]
            return (found[0],)
    flat = " ".join(words.split())
    inside = [part for part in left if letters(part) and " ".join(part.split()) in flat]
    for part in inside:
        left.remove(part)
    return tuple(part.strip() for part in inside)


def take_rest(rest: Rest, row: int) -> tuple[str, ...]:
    """Take all that is left of a row."""
    return tuple(part.strip() for part in rest.pop(row, []) if part.strip())


def _gather(element: Element, row: int, found: list[tuple[int, str]]) -> int:
    row = int(element.get("data-line") or row)
    found.append((row, element.text or ""))
    for child in element:
        row = _gather(child, row, found)
        found.append((row, child.tail or ""))
    return row
