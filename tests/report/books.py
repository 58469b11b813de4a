"""Finished builds for the report's tests, made of real folders or of values."""

from pathlib import Path

from fic2book import config, pipeline
from fic2book.gathering import Gathered
from fic2book.model import Change, Kind, Settings, Story
from fic2book.pipeline import Built
from fic2book.reading import Reading, silent

ORCHARD = """30 2 0

The Glass <Orchard>

by June Harrow

I wrote this fic for Ash, enjoy!! Please vote and comment :)

The apples rang when the wind came through, and Linden had learned to tell the hour by it.

"You hear that?" asked Ash & Linden. "That is four o'clock."

* * *

They picked until the light went, and not one <b>apple</b> broke -- not one.

Orchard TalesWhere stories live. Discover now
"""
CIDER = (
    "---\ntitle: Le cidre\nauthor: Linden Ash\nlanguage: fr\n---\n\nLa presse s'était tue. Personne n'en parla plus.\n"
)


def folder_of(place: Path) -> Path:
    """Make a folder with two stories, a file that cannot be read and one that is none."""
    place.mkdir()
    (place / "orchard.txt").write_text(ORCHARD, encoding="utf-8")
    (place / "cider.md").write_text(CIDER, encoding="utf-8")
    (place / "letter.pages").write_bytes(b"PK")
    (place / "README.txt").write_text("about", encoding="utf-8")
    return place


def built(place: Path, output: Path) -> Built:
    """Build the EPUB of a folder."""
    return pipeline.build(config.load(place, {"to": ("epub",), "output": output}), silent)


def of_stories(stories: tuple[Story, ...]) -> Built:
    """Return a build of stories that were never files."""
    anthology = pipeline.assemble(stories, Settings(folder=Path("tales"), output=Path("book"), title="Tales"))
    return Built(
        settings=Settings(folder=Path("tales"), output=Path("book")),
        anthology=anthology,
        reading=Reading(stories=stories, unreadable=(), skipped=(), problems=(), cover=None),
        gathered=Gathered(stories, (), ()),
        books={".epub": Path("book/tales.epub")},
        problems=(),
        missing=(),
        pages=0,
        sizes={".epub": 12_000},
    )


def story_with(ledger: tuple[Change, ...], number: int = 1) -> Story:
    """Return a short story with a ledger."""
    body = f"<p>The {number}th apple rang.</p>"
    return Story(file=f"{number}.txt", origin="text", title=f"Apple {number}", body=body, ledger=ledger)


def quotes(count: int) -> tuple[Change, ...]:
    """Return the ledger of a story whose quotes were made round."""
    return tuple(
        Change(rule="quotes", kind=Kind.REWRITTEN, line=line, before=f'"Row {line}"', after=f"“Row {line}”")
        for line in range(1, count + 1)
    )
