"""The `scan` command: what is guessed of every story goes into anthology.toml, for a person to look through."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fic2book import config, files
from fic2book.config.toml_text import decoded, encoded, read_toml
from fic2book.config.updating import Guess, Guessed, Updated, updated
from fic2book.errors import ManuscriptError
from fic2book.gathering import gather
from fic2book.model import Change, Kind, Settings, Story, StorySettings, Sure
from fic2book.paths import relative_files
from fic2book.reading import Reading, Step, read_folder
from fic2book.undoing.words import numbered

_FIELDS = ("title", "authors", "series", "fandoms", "rating", "language")
"""What is worth a person's eye; the rest stands in the report, and may be set all the same."""
_SURE: Mapping[Sure, str] = {Sure.STATED: "stated", Sure.LIKELY: "likely", Sure.GUESSED: "a guess"}
_PROPERTIES = "properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What came of a scan."""

    place: Path
    updated: Updated
    unreadable: tuple[ManuscriptError, ...]
    stories: int


def scan(folder: Path, step: Step) -> Scanned:
    """Write or update the folder's anthology.toml; one that is broken is an error, and stays as it is."""
    place = folder / config.FILE_NAME
    text = read_toml(place)[0] if place.is_file() else ""
    settings = config.load(folder, {}, gone=True)
    read = read_folder(replace(settings, stories=_only_split(settings)), step)
    update = updated(text, tuple(_guessed(read, settings)), relative_files(folder))
    if update.text != text:
        manner = decoded(place.read_bytes() if place.is_file() else b"")[1]
        files.write(place, encoded(update.text, manner))
    return Scanned(place=place, updated=update, unreadable=read.unreadable, stories=len(read.stories))


def sentences(scanned: Scanned) -> Iterator[str]:
    """Say what is new, what was mended, what is not there any more, and what could not be read."""
    for error in scanned.unreadable:
        yield str(error)
    new = scanned.updated
    several = "1 story" if scanned.stories == 1 else f"{scanned.stories:,} stories"
    yield f"{several}: {len(new.added)} new in {scanned.place.name}, {len(new.mended)} brought up to date."
    for file in new.gone:
        yield f"{file} is not in the folder any more; its lines are kept."


def _only_split(settings: Settings) -> tuple[StorySettings, ...]:
    """Return what decides which stories a file holds, and nothing else that a person said."""
    tables = (table for table in settings.stories if table.split and not table.part)
    return tuple(StorySettings(file=table.file, split=table.split) for table in tables)


def _guessed(read: Reading, settings: Settings) -> Iterator[Guessed]:
    counts = Counter(story.file for story in read.stories)
    usual = _usual(story.language for story in read.stories)
    dropped = {(story.file, story.part) for story in gather(read.stories, settings).dropped}
    for story in read.stories:
        guesses = [guess for guess in _guesses(story) if guess.key != "language" or guess.value != usual]
        if (story.file, story.part) in dropped:
            guesses.append(
                Guess(
                    key="alone",
                    value=True,
                    where="the same story is in another file; that one is in the book",
                    active=False,
                )
            )
        part = story.part if counts[story.file] > 1 else 0
        yield Guessed(file=story.file, part=part, guesses=tuple(guesses))


def _guesses(story: Story) -> Iterator[Guess]:
    for name in _FIELDS:
        value = getattr(story, name)
        if value:
            yield Guess(name, value, _where(story, name))
    for change in story.ledger:
        if change.rule == _PROPERTIES and change.before and not story.authors:
            where = "a name that a word processor wrote into the file; without the first # it is printed"
            yield Guess("authors", (change.before,), where, active=False)


def _where(story: Story, name: str) -> str:
    """Return where a field was read and how sure that is: ``line 1, stated``."""
    entry = next((change for change in story.ledger if change.kind is Kind.MOVED and change.after == name), None)
    if entry is None:
        return "from the words of the story, likely" if name == "language" else _unplaced(story, name)
    return f"{_row(entry, story.file)}, {_SURE[entry.sure]}"


def _unplaced(story: Story, name: str) -> str:
    doubts = " ".join(change.after for change in story.ledger if change.kind is Kind.FLAGGED and not change.line)
    said = {"title": "No title", "authors": "No by-line"}.get(name, "")
    return "the file's name, a guess" if said and said in doubts else "the file's own data, stated"


def _row(change: Change, file: str) -> str:
    if not change.line:
        return "the file's own data"
    at = numbered(change.file or file, str(change.line))
    return f"{at} ({change.place})" if change.place else at


def _usual(languages: Iterator[str]) -> str:
    known = Counter(language for language in languages if language)
    return min(known, key=lambda language: (-known[language], language), default="")
