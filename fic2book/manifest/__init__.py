"""What a finished book says about itself: its stories, how much of each there is, and a seal over their letters.

The EPUB carries it, so that a book can be proved years later without its manuscripts. Nothing in it names a folder
above the one that was given, a person's account or a time.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath, PureWindowsPath

from fic2book import __version__
from fic2book.letters import words
from fic2book.manifest.own_words import PAUSE, SCENE, own_words
from fic2book.model import Anthology, Story

FILE = "META-INF/fic2book.json"
"""Where the manifest stands inside the EPUB; an EPUB that has it is a book of fic2book."""
SCHEMA = 1
_DAMAGED = "its manifest is damaged"


class ManifestError(ValueError):
    """The bytes are no manifest that this version can read; the text is a clause for a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRecord:
    """One chapter of a story; a one-shot has one, without a title."""

    title: str
    letters: int
    """How many letters and digits, as ``fic2book.letters`` counts them."""
    sha256: str
    """Hash of those letters in UTF-8, hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """One story as it was put into the book."""

    id: str
    title: str
    authors: tuple[str, ...]
    language: str
    file: str
    """The manuscript's path inside the folder given."""
    part: int
    origin: str
    url: str
    words: int
    letters: int
    sha256: str
    scene_breaks: int
    pauses: int
    chapters: tuple[ChapterRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole book."""

    schema: int
    tool: str
    version: str
    title: str
    identifier: str
    language: str
    stories: tuple[StoryRecord, ...]


def manifest(anthology: Anthology) -> Manifest:
    """Return what a book made from ``anthology`` says about itself."""
    return Manifest(
        schema=SCHEMA,
        tool="fic2book",
        version=__version__,
        title=anthology.title,
        identifier=anthology.identifier,
        language=anthology.language,
        stories=tuple(_story(story, anthology.language) for story in anthology.stories),
    )


def dump(anthology: Anthology) -> bytes:
    """Return the manifest as JSON in UTF-8: keys sorted, one a line, the same bytes for the same book."""
    said = asdict(manifest(anthology))
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def load(data: bytes) -> Manifest:
    """Read a manifest; keys that this version does not know are passed over.

    Raises ``ManifestError`` when it is none, or one of a later schema.
    """
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ManifestError(_DAMAGED) from error
    if not isinstance(said, dict) or said.get("tool") != "fic2book" or not isinstance(said.get("schema"), int):
        reason = "it holds no manifest of fic2book"
        raise ManifestError(reason)
    if said["schema"] > SCHEMA:
        reason = f"it was made by a later fic2book ({said.get('version', 'unknown')})"
        raise ManifestError(reason)
    return _manifest_said(said)


def seal(text: str) -> str:
    """Return the hash that stands for letters in the manifest."""
    return hashlib.sha256(text.encode()).hexdigest()


def _story(story: Story, language: str) -> StoryRecord:
    chapters = own_words(story.body)
    everything = "".join(chapter.letters for chapter in chapters)
    return StoryRecord(
        id=story.id,
        title=story.title,
        authors=story.authors,
        language=story.language or language,
        file=_inside(story.file),
        part=story.part,
        origin=story.origin,
        url=story.url,
        words=sum(words(chapter.text) for chapter in chapters),
        letters=len(everything),
        sha256=seal(everything),
        scene_breaks=sum(chapter.count(SCENE) for chapter in chapters),
        pauses=sum(chapter.count(PAUSE) for chapter in chapters),
        chapters=tuple(
            ChapterRecord(title=chapter.title, letters=len(chapter.letters), sha256=seal(chapter.letters))
            for chapter in chapters
        ),
    )


def _inside(file: str) -> str:
    """Return a manuscript's path as it may be published: never from the root, never from above the folder."""
    path = PurePosixPath(file.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or PureWindowsPath(file).drive
    return path.name if outside else str(path)


def _manifest_said(said: object) -> Manifest:
    return Manifest(
        schema=_number(said, "schema"),
        tool=_text(said, "tool"),
        version=_text(said, "version"),
        title=_text(said, "title"),
        identifier=_text(said, "identifier"),
        language=_text(said, "language"),
        stories=tuple(_story_said(story) for story in _list(said, "stories")),
    )


def _story_said(said: object) -> StoryRecord:
    return StoryRecord(
        id=_text(said, "id"),
        title=_text(said, "title"),
        authors=tuple(str(name) for name in _list(said, "authors")),
        language=_text(said, "language"),
        file=_text(said, "file"),
        part=_number(said, "part"),
        origin=_text(said, "origin"),
        url=_text(said, "url"),
        words=_number(said, "words"),
        letters=_number(said, "letters"),
        sha256=_text(said, "sha256"),
        scene_breaks=_number(said, "scene_breaks"),
        pauses=_number(said, "pauses"),
        chapters=tuple(_chapter_said(chapter) for chapter in _list(said, "chapters")),
    )


def _chapter_said(said: object) -> ChapterRecord:
    return ChapterRecord(title=_text(said, "title"), letters=_number(said, "letters"), sha256=_text(said, "sha256"))


def _text(said: object, key: str) -> str:
    value = said.get(key) if isinstance(said, dict) else None
    if not isinstance(value, str):
        raise ManifestError(_DAMAGED)
    return value


def _number(said: object, key: str) -> int:
    value = said.get(key) if isinstance(said, dict) else None
    if not isinstance(value, int) or isinstance(value, bool):
        raise ManifestError(_DAMAGED)
    return value


def _list(said: object, key: str) -> list[object]:
    value = said.get(key) if isinstance(said, dict) else None
    if not isinstance(value, list):
        raise ManifestError(_DAMAGED)
    return value
