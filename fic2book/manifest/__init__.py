"""What a finished book says about itself: its stories, how much of each there is, and a seal over their letters.

The EPUB carries it, so that a book can be proved years later without its manuscripts. Nothing in it names a folder
above the one that was given, a person's account or a time.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import PurePosixPath, PureWindowsPath

from fic2book import __version__
from fic2book.letters import words
from fic2book.manifest.beside import own_notes, own_pictures
from fic2book.manifest.own_words import PAUSE, SCENE, own_words
from fic2book.manifest.reading import DAMAGED, ManifestError, record
from fic2book.manifest.records import ChapterRecord, Manifest, NoteRecord, PartRecord, PictureRecord, StoryRecord
from fic2book.manifest.sketch import sketch
from fic2book.manifest.stated import words_to_find
from fic2book.manifest.told import BookRecord, RelatedRecord, SeriesRecord, ToldRecord, of_book, told
from fic2book.model import Anthology, Story

FILE = "META-INF/fic2book.json"
"""Where the manifest stands inside the EPUB; an EPUB that has it is a book of fic2book."""
BESIDE = ".fic2book.json"
"""What the name of the same manifest ends with that lies beside the books."""
SCHEMA = 1

__all__ = [
    "BESIDE", "FILE", "SCHEMA", "BookRecord", "ChapterRecord", "Manifest", "ManifestError", "NoteRecord", "PartRecord",
    "PictureRecord", "RelatedRecord", "SeriesRecord", "StoryRecord", "ToldRecord", "dump", "inside", "load", "manifest",
    "seal", "sketch_of",
]  # fmt: skip


def manifest(anthology: Anthology, looks: Mapping[str, str] | None = None) -> Manifest:
    """Return what a book made from ``anthology`` says about itself.

    ``looks`` are the keys of anthology.toml that say how it looks: they are told, that it can be made again.
    """
    return Manifest(
        schema=SCHEMA,
        tool="fic2book",
        version=__version__,
        title=anthology.title,
        identifier=anthology.identifier,
        language=anthology.language,
        stories=tuple(_story(story, anthology) for story in anthology.stories),
        parts=tuple(PartRecord(title=part.title, stories=part.stories) for part in anthology.parts),
        new=tuple(story.id for story in anthology.stories if story.id in anthology.edition.new),
        updated=tuple(story.id for story in anthology.stories if story.id in anthology.edition.updated),
        gone=anthology.edition.gone,
        guessed=anthology.edition.guessed,
        book=of_book(anthology, looks or {}),
    )


def dump(anthology: Anthology, looks: Mapping[str, str] | None = None) -> bytes:
    """Return the manifest as JSON in UTF-8: keys sorted, one a line, the same bytes for the same book."""
    said = asdict(manifest(anthology, looks))
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def load(data: bytes) -> Manifest:
    """Read a manifest; keys that this version does not know are passed over.

    Raises ``ManifestError`` when it is none, or one of a later schema.
    """
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ManifestError(DAMAGED) from error
    if not isinstance(said, dict) or said.get("tool") != "fic2book" or not isinstance(said.get("schema"), int):
        reason = "it holds no manifest of fic2book"
        raise ManifestError(reason)
    if said["schema"] > SCHEMA:
        reason = f"it was made by a later fic2book ({said.get('version', 'unknown')})"
        raise ManifestError(reason)
    read: Manifest = record(Manifest, said)
    return read


def seal(text: str) -> str:
    """Return the hash that stands for letters in the manifest."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=1024)  # asked for by the editions, then by each output
def sketch_of(body: str) -> str:
    """Return the sketch of a story's own words."""
    return sketch(" ".join(chapter.text for chapter in own_words(body)))


def inside(file: str) -> str:
    """Return a manuscript's path as it may be published: never from the root, never from above the folder."""
    path = PurePosixPath(file.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or PureWindowsPath(file).drive
    return path.name if outside else str(path)


def _story(story: Story, anthology: Anthology) -> StoryRecord:
    chapters = own_words(story.body)
    everything = "".join(chapter.letters for chapter in chapters)
    return StoryRecord(
        id=story.id,
        title=story.title,
        authors=story.authors,
        language=story.language or anthology.language,
        file=inside(story.file),
        part=story.part,
        origin=story.origin,
        url=story.url,
        permission=story.permission,
        words=sum(words(chapter.text) for chapter in chapters),
        letters=len(everything),
        sha256=seal(everything),
        scene_breaks=sum(chapter.count(SCENE) for chapter in chapters),
        pauses=sum(chapter.count(PAUSE) for chapter in chapters),
        chapters=tuple(
            ChapterRecord(title=chapter.title, letters=len(chapter.letters), sha256=seal(chapter.letters))
            for chapter in chapters
        ),
        words_stated=story.words_stated,
        words_to_find=words_to_find(story),
        pictures=tuple(
            PictureRecord(words=one.words, sha256=one.sha256, width=one.width, height=one.height)
            for one in own_pictures(story, anthology.language)
        ),
        notes=tuple(_notes(story, anthology)),
        manuscript=story.manuscript,
        sketch=sketch_of(story.body),
        told=told(story),
    )


def _notes(story: Story, anthology: Anthology) -> Iterator[NoteRecord]:
    for one, note in zip(own_notes(story, anthology), story.notes, strict=True):
        yield NoteRecord(
            id=one.id,
            kind=one.kind,
            shown=one.how,
            letters=len(one.letters),
            sha256=seal(one.letters),
            place=note.place.value,
            chapter=note.chapter,
        )
