"""EpubMerge's books: whole books in folders ``1/``, ``2/`` …, each read as what it was before they were merged."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fic2book import markup
from fic2book.errors import ManuscriptError
from fic2book.ledger import Ledger
from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import look, rows, spine

Read = Callable[[Document], tuple[Story, ...]]

ORIGIN = "epubmerge"
_SIGNED = re.compile(r"epubmerge", re.IGNORECASE)
_SAID = re.compile(r"(?P<title>\S.*)\s+by\s+(?P<author>\S.*)\Z")


def stories(document: Document, read: Read) -> tuple[Story, ...]:
    """Return the stories of a merged book; none when it is no such book. ``read`` knows one book."""
    if document.format != "epub":
        return ()
    folders = _folders(look.at(document))
    if len(folders) < 2 or not _is_merged(document, folders):
        return ()
    heads = _heads(document, list(folders))
    told: list[Story] = []
    ledger = Ledger(list(document.changes))
    for folder, files in folders.items():
        book = _book(document, files, heads[folder])
        try:
            told += read(book)
        except ManuscriptError as error:
            _leave_out(book, error, ledger)
    _set_aside(document, folders, ledger)
    return tuple(_numbered(story, number, ledger) for number, story in enumerate(told, 1))


def _folders(root: Element) -> Mapping[str, list[Element]]:
    """Return the pages of each book, by its folder, in reading order; none when the folders are mixed."""
    found: dict[str, list[Element]] = {}
    for file in spine.files(root):
        folder = spine.folder(file)
        if folder in found and folder != next(reversed(found)):
            return {}
        if folder.isdigit():
            found.setdefault(folder, []).append(file)
    return found


def _is_merged(document: Document, folders: Mapping[str, object]) -> bool:
    """Tell a merged book by its maker's name, or by the packages of the books inside."""
    said = (*document.head.get("dc:contributor", ()), *document.head.get("dc:identifier", ()))
    inside = {key.partition("/")[0] for key in document.head if "/" in key}
    return any(_SIGNED.match(words) for words in said) or set(folders) <= inside


def _heads(document: Document, folders: Sequence[str]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return what is said of each book: its own package if it was kept, else its line of the description."""
    listed = [line.strip() for words in document.head.get("dc:description", ()) for line in words.split("\n")]
    named = [found for line in listed if (found := _SAID.match(line))]
    heads: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for number, folder in enumerate(folders):
        own = {key.rpartition("/")[2]: said for key, said in document.head.items() if key.startswith(f"{folder}/")}
        if not own and len(named) == len(folders):
            own = {"dc:title": (named[number]["title"],), "dc:creator": (named[number]["author"],)}
        heads[folder] = own
    return heads


def _book(document: Document, files: Sequence[Element], head: Mapping[str, tuple[str, ...]]) -> Document:
    """Return one book as a document of its own; its rows keep their numbers."""
    own = {row for file in files for row in rows.rows(file)}
    return replace(
        document,
        body="".join(map(markup.serialise_block, files)),
        lines=tuple(line for line in document.lines if line.number in own),
        head=head,
        changes=(),
        images_left_out=(),
    )


def _leave_out(book: Document, error: ManuscriptError, ledger: Ledger) -> None:
    """Say of a book without a story why it has none, and where its words stood."""
    first = book.lines[0].number if book.lines else 0
    ledger.flagged(ORIGIN, first, "", f"A book in this file {error.reason}; it was left out.")
    for line in book.lines:
        if line.text.strip():
            ledger.removed(ORIGIN, line.number, line.text)


def _set_aside(document: Document, folders: Mapping[str, Sequence[Element]], ledger: Ledger) -> None:
    """Set aside what the merged book has around its books, such as a cover of its own."""
    own = {row for files in folders.values() for file in files for row in rows.rows(file)}
    for line in document.lines:
        if line.number not in own and line.text.strip():
            ledger.removed(ORIGIN, line.number, line.text)


def _numbered(story: Story, number: int, ledger: Ledger) -> Story:
    """Give a story its place in the file; the first one's ledger says what became of the rest of it."""
    if number > 1:
        return replace(story, part=number)
    return replace(story, part=number, ledger=Ledger([*ledger.changes, *story.ledger]).settled())
