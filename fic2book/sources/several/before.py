"""What stands before the first story of a file: the collection's title, a by-line, a list of the stories, a preface."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.letters import letters
from fic2book.model import Change, Document, Kind, Note, Place, Story, Sure
from fic2book.sources import fields, titles
from fic2book.sources.lines import Block

_OF_THE_WHOLE = frozenset({"title", "collection", "authors"})
"""What front matter, or a book's package, says of the whole file when it holds several stories."""
_CONTENTS = re.compile(r"\W*(?:table of contents|contents|index|stories|list of stories|fics)\W*\Z", re.IGNORECASE)
_RULE = "several"


@dataclass(slots=True)
class Before:
    """What a file says of all its stories."""

    collection: str = ""
    authors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    images_left_out: tuple[str, ...] = ()
    changes: list[Change] = field(default_factory=list)


def read(blocks: Sequence[Block], begins: int, found: Sequence[Story], document: Document) -> Before:
    """Sort the blocks before the line on which the first story begins: each word is in a field, a note or set aside."""
    said = fields.fields({name: value for name, value in document.metadata.items() if is_of_the_whole(name)})
    told = Before(collection=str(said.get("title") or said.get("collection") or ""))
    authors = said.get("authors")
    told.authors = authors if isinstance(authors, tuple) else ()
    told.images_left_out = document.images_left_out
    nameless = not all(story.authors for story in found)
    ledger = Ledger([_of_whole(change, nameless) for change in document.changes if change.line < begins])
    known = {letters(story.title) for story in found}
    preface: list[Block] = []
    for block in filter(lambda block: letters(block.text), blocks):
        names = titles.byline(block.text)
        if _CONTENTS.match(block.text) or any(letters(block.text).strip("0123456789") == title for title in known):
            ledger.removed(_RULE, block.line, block.text)
        elif not told.collection and not preface and titles.is_title(block.text, block.tag):
            told.collection = titles.bare_title(block.text)
            ledger.moved(_RULE, block.line, block.text, "collection", Sure.LIKELY)
        elif names and not told.authors and not preface:
            told.authors = names
            ledger.moved(_RULE, block.line, block.text, "authors", Sure.LIKELY)
        else:
            preface.append(block)
    _add_preface(preface, told, ledger)
    told.changes = ledger.changes
    return told


def is_of_the_whole(said: str) -> bool:
    """Tell whether a key of front matter speaks of the file rather than of each story in it."""
    return fields.field_of(said) in _OF_THE_WHOLE


def _of_whole(change: Change, nameless: bool) -> Change:  # noqa: FBT001 — a fact about the stories
    """Let front matter speak for the whole file: its title is the collection's, its author a nameless story's."""
    if change.after == "title":
        return replace(change, after="collection")
    if change.after == "authors" and not nameless:
        return replace(change, kind=Kind.REMOVED, after="")
    return change


def _add_preface(preface: Sequence[Block], told: Before, ledger: Ledger) -> None:
    if not preface:
        return
    body = "".join(markup.paragraph(" ".join(block.text.split())) for block in preface)
    told.notes = (Note(place=Place.BEFORE, body=body, marked=False, line=preface[0].line),)
    for block in preface:
        ledger.moved(_RULE, block.line, block.text, "note before", Sure.GUESSED)
