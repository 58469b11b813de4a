"""A page (HTML, EPUB, Word) while its source takes it apart: what is the story's, what was found, what was set aside.

``Document.body`` holds the whole file, row by row (``data-line``). A source looks at it (``look``); if the page is its
own it opens it, takes out what is no story (``keep``, ``note``, ``set_aside``) and makes the story of the
elements that are; every row that nobody took is set aside. So each word is in the story, its metadata or its ledger.
"""

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Document, Kind, Note, NoteKind, Place, Story, Sure
from fic2book.sources import look, rows

_PICTURE = "picture:"
_ROOMS = frozenset({"blockquote", "div", "section", "dd", "td", "li", "body"})
"""What a page puts around blocks, or around a paragraph's words."""


@dataclass(slots=True)
class Page:
    """The state of one page between reading and ``Story``."""

    document: Document
    origin: str
    root: Element
    """A tree of this source's own: it may be taken apart."""
    rest: rows.Rest
    """Words that nobody has taken; shared by all stories of the page."""
    found: dict[str, object] = field(default_factory=dict)
    """Fields of ``Story`` by name."""
    ledger: Ledger = field(default_factory=Ledger)


def opened(document: Document, origin: str) -> Page:
    """Begin taking a page apart, on a tree of one's own."""
    return Page(document, origin, deepcopy(look.at(document)), rows.untouched(document.lines, document.changes))


def another(page: Page) -> Page:
    """Begin one more story of the same page: tree and rows are shared, fields and ledger are its own."""
    return Page(page.document, page.origin, page.root, page.rest)


def keep(page: Page, element: Element, name: str, value: object, *, sure: Sure = Sure.STATED) -> None:
    """Take an element out and keep what it says as a field; a second, different value is set aside instead.

    What it says besides the value is left over, and set aside in the end.
    """
    for row, words in rows.words_by_row(element).items():
        items = value if isinstance(value, tuple) else (value,)
        told = [item for item in items if isinstance(item, str)]
        whole = len(told) < len(items) or name == "summary" or _is_said(words, told, by=name == "authors")
        for part in [words] if whole else told:
            keep_words(page, (row, part), name, value, sure=sure)
    rows.cut(element)


def keep_words(page: Page, place: tuple[int, str], name: str, value: object, *, sure: Sure = Sure.STATED) -> None:
    """Keep some words of a row, as (row, words), as a field; the rest of the row is as free as before."""
    row, words = place
    kept = _hold(page, name, value)
    for taken in rows.take(page.rest, row, words):
        if kept:
            page.ledger.changes.append(_moved(page, row, taken, name, sure))
        else:
            page.ledger.removed(page.origin, row, taken)


def hold(page: Page, name: str, value: object) -> None:
    """Keep a field that stands in no row (an address behind a link, the file's head); what was found before counts."""
    _hold(page, name, value)


def set_aside(page: Page, element: Element) -> None:
    """Take an element out of the story: it is in no book."""
    for row, words in rows.words_by_row(element).items():
        set_aside_words(page, row, words)
    rows.cut(element)


def set_aside_words(page: Page, row: int, words: str) -> None:
    """Take some words of a row out of the story."""
    for taken in rows.take(page.rest, row, words):
        page.ledger.removed(page.origin, row, taken)


def note(page: Page, element: Element, place: Place, *, chapter: int = 0, kind: NoteKind = NoteKind.NOTE) -> None:
    """Take an element out as an author's note: its words are the note's, row by row."""
    body = inner_markup(element)
    lines = rows.words_by_row(element)
    if not markup.plain(body).strip():
        set_aside(page, element)
        return
    said_of = Note(place=place, body=body, chapter=chapter, line=next(iter(lines), 0), kind=kind)
    page.found["notes"] = (*_notes(page), said_of)
    for row, words in lines.items():
        for taken in rows.take(page.rest, row, words):
            page.ledger.changes.append(_moved(page, row, taken, f"note {place.value}", Sure.STATED))
    rows.cut(element)


def inner_markup(element: Element) -> str:
    """Return what an element holds as clean markup in blocks, without rows."""
    opens = element.tag in _ROOMS and not element.get("data-line") and len(element)
    return markup.serialise(markup.parse(markup.tidy(list(element) if opens else [element]).markup))


def chapter(page: Page, element: Element, title: str) -> Element:
    """Return the heading that begins a chapter, in the row where its title stands; the row's other words go.

    A heading of several rows that holds the title in none of them stays whole.
    """
    found = rows.words_by_row(element)
    at = next((row for row, words in found.items() if title and title in words), 0)
    for row, words in found.items() if at else ():
        before, _, behind = words.partition(title) if row == at else (words, "", "")
        for part in filter(str.strip, (before, behind)):
            set_aside_words(page, row, part.strip())
    if not at:
        at, title = next(iter(found), 0), " ".join(filter(None, found.values()))
        for row in [row for row in found if row != at]:
            page.rest.pop(row, None)
    if at in page.rest:
        page.rest[at] = [title]
    return markup.new("h2", title, class_="chapter", data_line=str(at))


def story(page: Page, elements: Iterable[Element], *, part: int = 1) -> Story:
    """Return the page's one story, made of these elements; what nobody took is set aside."""
    return settled(page, (made(page, elements, part=part),))[0]


def made(page: Page, elements: Iterable[Element], *, part: int = 1) -> Story:
    """Return one of several stories of a page; ``settled`` must have the last word."""
    blocks = _trimmed(_untaken(page, elements))
    for block in blocks:
        _take_block(page, block)
    tidied = markup.tidy(blocks)
    known: dict[str, Any] = {name: value for name, value in page.found.items() if name in Story.__slots__}
    left_out = (*page.document.images_left_out, *tidied.images)
    shown = {image.get("src", "").removeprefix(_PICTURE) for block in blocks for image in block.iter("img")}
    return Story(
        file=page.document.file,
        origin=page.origin,
        part=part,
        **{"title": "", "body": tidied.markup, "images_left_out": left_out, **known},
        pictures=tuple(picture for picture in page.document.pictures if picture.name in shown),
        ledger=page.ledger.settled(),
    )


def settled(page: Page, stories: Sequence[Story]) -> tuple[Story, ...]:
    """Set aside every row that no story took, in the ledger of the story that it stands in or behind."""
    if not stories:
        return ()
    begins = [_first_row(story) for story in stories]
    taken: list[list[Change]] = [[] for _ in stories]
    taken[0] += page.document.changes
    for row in list(page.rest):
        at = max((number for number, first in enumerate(begins) if first <= row), default=0)
        for words in rows.take_rest(page.rest, row):
            taken[at].append(Change(rule=page.origin, kind=Kind.REMOVED, line=row, before=words))
    ledgers = (Ledger([*more, *story.ledger]).settled() for more, story in zip(taken, stories, strict=True))
    return tuple(replace(story, ledger=ledger) for story, ledger in zip(stories, ledgers, strict=True))


def _take_block(page: Page, block: Element) -> None:
    """Take the rows of a block, and of a row that it stands in only what is its own."""
    begun = set(rows.rows(block))
    for row in begun:
        page.rest.pop(row, None)
    for row, words in rows.words_by_row(block).items():
        if row not in begun:
            rows.take(page.rest, row, words)


def _first_row(story: Story) -> int:
    taken = [change.line for change in story.ledger if change.line]
    return min((*taken, *rows.rows(markup.parse(story.body))), default=0)


def _is_said(words: str, values: Sequence[str], *, by: bool) -> bool:
    """Tell whether a field's values say every word of a row, but for those that join authors."""
    held = letters(" ".join(values))
    return all(letters(word) in held or (by and word in {"by", "and"}) for word in re.split(r"[\s/,;|]+", words))


def _hold(page: Page, name: str, value: object) -> bool:
    before = page.found.get(name)
    if isinstance(value, tuple) and isinstance(before, tuple):
        page.found[name] = before + tuple(item for item in value if item not in before)
    elif before is not None and before != value:
        return False
    else:
        page.found[name] = value
    return True


def _notes(page: Page) -> tuple[Note, ...]:
    notes = page.found.get("notes", ())
    return notes if isinstance(notes, tuple) else ()


def _moved(page: Page, row: int, words: str, to: str, sure: Sure) -> Change:
    return Change(rule=page.origin, kind=Kind.MOVED, line=row, before=words, after=to, sure=sure)


def _untaken(page: Page, elements: Iterable[Element]) -> list[Element]:
    """Return blocks without those that stand inside another one, and without rows whose words are taken already.

    Files that were cut or put together wrongly have a header inside the story, or a story inside a story.
    """
    blocks = list(elements)
    inside = {inner for block in blocks for inner in block.iterdescendants()}
    holders = [holder for block in blocks for holder in block.iter() if holder.get("data-line")]
    taken = {holder for holder in holders if _is_taken(page, holder)}
    for holder in taken:
        markup.remove(holder)
    return [block for block in blocks if block not in inside and block not in taken]


def _is_taken(page: Page, holder: Element) -> bool:
    if page.rest.get(int(holder.get("data-line", 0))):
        return False
    return len(rows.rows(holder)) == 1 and bool(letters(look.text(holder)))


def _trimmed(blocks: list[Element]) -> list[Element]:
    while blocks and _is_empty(blocks[0]):
        blocks.pop(0)
    while blocks and _is_empty(blocks[-1]):
        blocks.pop()
    return blocks


def _is_empty(block: Element) -> bool:
    return block.tag != "hr" and markup.is_blank(block) and next(block.iter("img"), None) is None
