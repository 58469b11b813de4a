"""Real ledgers of real files, and what a pasted line must change in them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fic2book import config, markup
from fic2book.letters import letters
from fic2book.model import Change, Kind, Story
from fic2book.reading import read_manuscript
from fic2book.undoing import lines


class Manuscript(NamedTuple):
    """A file by its name and its bytes."""

    name: str
    data: bytes

    @staticmethod
    def of(place: Path) -> "Manuscript":
        """Take a file as it is."""
        return Manuscript(place.name, place.read_bytes())

    @staticmethod
    def of_case(place: Path) -> "Manuscript":
        """Take the manuscript of a case file, which stands before a line of ``=====``."""
        return Manuscript(place.name, place.read_bytes().partition(b"\n=====\n")[0])


class Entry(NamedTuple):
    """One entry of a story's ledger, its file, and the line that turns it round."""

    file: Manuscript
    story: Story
    change: Change
    said: str


def entries(files: Iterable[Manuscript]) -> Iterator[Entry]:
    """Give one entry of each kind of each file: the first of its rule, its kind and its destination."""
    for file in files:
        with TemporaryDirectory() as folder:
            stories, _ = read_with(file, "", Path(folder))
        for story in stories:
            seen = set()
            for change in story.ledger:
                kind = (change.rule, change.kind, change.after if change.kind is Kind.MOVED else "")
                said = lines.line(story, change, several=len(stories) > 1)
                if kind not in seen and (said or not _needs_none(change)):
                    seen.add(kind)
                    yield Entry(file, story, change, said)


def _needs_none(change: Change) -> bool:
    """Tell whether nothing can be turned round: a doubt about words that stand as they were, or what no book holds."""
    return bool(lines.why_not(change)) or change.kind is Kind.FLAGGED


def read_with(file: Manuscript, toml: str, folder: Path) -> tuple[tuple[Story, ...], tuple[object, ...]]:
    """Read a copy of a manuscript beside an anthology.toml."""
    (folder / file.name).write_bytes(file.data)
    (folder / config.FILE_NAME).write_text(toml, encoding="utf-8")
    return read_manuscript(folder, file.name, config.load(folder, {}).stories)


def told(story: Story) -> str:
    """Return the words of a story, of its notes, and what is said of it."""
    notes = (markup.plain(note.body) for note in story.notes)
    return "\n".join((story.title, markup.plain(story.summary or ""), *notes, markup.plain(story.body)))


def is_back(entry: Entry, after: Story) -> bool:
    """Tell whether what an entry took, moved, changed or doubted is as it was."""
    change = entry.change
    if change in after.ledger:
        return False
    if change.kind is Kind.REWRITTEN:
        again = [other.before for other in after.ledger if other.kind is Kind.REWRITTEN and other.line == change.line]
        words = re.compile(".*?".join(map(re.escape, change.before.split())), re.DOTALL)
        return any(words.search(text) for text in (told(after), *again))
    if change.kind is Kind.FLAGGED:
        return True
    body = letters(markup.plain(after.body))
    pieces = re.split(r"[^\S\n]{2,}", change.before)  # where other words of the row, taken by themselves, stood between
    return all(letters(piece) in body for piece in pieces)
