"""An EPUB against its own manifest: the seals over each chapter's letters, and how many breaks it should have."""

from collections.abc import Iterator, Mapping, Sequence

from fic2book.checks import order
from fic2book.checks.epub import FoundStory
from fic2book.checks.notes import HIDDEN
from fic2book.checks.told import Told, ToldStory, parts
from fic2book.checks.wording import counted
from fic2book.letters import letters
from fic2book.manifest import ChapterRecord, Manifest, NoteRecord, StoryRecord, seal
from fic2book.manifest.beside import OwnNote, OwnPicture
from fic2book.manifest.own_words import PAUSE, SCENE, ChapterText
from fic2book.model import Problem, Severity
from fic2book.words import language_tag, words_of

_WAY_OUT = "Compare it with the folder (--against) to see which words"


def told(manifest: Manifest, found: Sequence[FoundStory], notes: Mapping[str, Sequence[str]]) -> Told:
    """Return what all outputs of the book have to hold, in the words of an EPUB; ``notes`` are its own, by id."""
    by_id = {story.id: story for story in reversed(found)}
    records = [record for record in manifest.stories if record.id in by_id]
    words = words_of(manifest.language)
    return Told(
        title=manifest.title,
        stories=tuple(
            ToldStory(
                id=record.id,
                title=record.title,
                authors=record.authors,
                file=record.file,
                read=by_id[record.id].read,
                pictures=_pictures(record, by_id[record.id]),
                notes=tuple(_note(one, notes.get(one.id, ("",))[0]) for one in record.notes),
                scene_break=words_of(language_tag(record.language, language_tag(manifest.language))).scene_break,
            )
            for record in records
        ),
        parts=parts([(part.title, part.stories) for part in manifest.parts], [record.id for record in records]),
        heads=(words.notes, *(part.title for part in manifest.parts)),
    )


def _pictures(record: StoryRecord, found: FoundStory) -> tuple[OwnPicture, ...]:
    places = [one.after for one in found.pictures] + [""] * len(record.pictures)
    return tuple(
        OwnPicture(one.words, after, one.sha256, one.width, one.height)
        for one, after in zip(record.pictures, places, strict=False)
    )


def _note(record: NoteRecord, text: str) -> OwnNote:
    return OwnNote(record.id, record.kind, record.shown, text, letters(text))


def problems(manifest: Manifest, found: Sequence[FoundStory], notes: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Compare an EPUB's stories with what its manifest says of them."""
    known = {record.sha256: record for record in manifest.stories}
    names = [(record, _named(record)) for record in manifest.stories]
    seals = [(story.id, known.get(seal(story.letters))) for story in found]
    there = [(name, record.sha256 if record else "") for name, record in seals]
    yield from order.problems("EPUB", [(name, record.sha256) for record, name in names], there)
    by_id = {story.id: story for story in reversed(found)}
    for record, name in names:
        if record.id in by_id:
            yield from _story(record, name, by_id[record.id])
        for note in record.notes:
            text = "".join(notes.get(note.id, ()))
            if note.shown != HIDDEN and text and seal(letters(text)) != note.sha256:
                said = f"“{record.title}”: an author’s note is not as it was made. {_WAY_OUT}."
                yield _problem("note-changed", said, record)


def _story(record: StoryRecord, name: ToldStory, found: FoundStory) -> Iterator[Problem]:
    if len(record.chapters) != len(found.chapters):
        numbers = f"{counted(len(found.chapters), 'text')}, and was made with {len(record.chapters)}"
        yield _problem("chapters-differ", f"“{record.title}” has {numbers}.", record)
    else:
        for chapter, text in zip(record.chapters, found.chapters, strict=True):
            yield from _chapter(record, chapter, name.name(text), text)
    for kind, label, count in ((SCENE, "scene break", record.scene_breaks), (PAUSE, "pause", record.pauses)):
        there = sum(chapter.count(kind) for chapter in found.chapters)
        if there != count:
            code = "break-lost" if there < count else "break-foreign"
            yield _problem(code, f"“{record.title}” has {counted(there, label)}, and was made with {count}.", record)


def _chapter(record: StoryRecord, chapter: ChapterRecord, name: str, text: ChapterText) -> Iterator[Problem]:
    if seal(text.letters) == chapter.sha256:
        return
    more = len(text.letters) - chapter.letters
    code = "text-lost" if more < 0 else "text-foreign" if more else "text-changed"
    amount = "as many letters, but other ones,"
    if more:
        amount = f"{counted(abs(more), 'letter')} {'fewer' if more < 0 else 'more'}"
    yield _problem(code, f"{name} has {amount} than it was made with. {_WAY_OUT}.", record)


def _named(record: StoryRecord) -> ToldStory:
    return ToldStory(id=record.id, title=record.title, authors=record.authors, file=record.file, read=tuple)


def _problem(code: str, message: str, record: StoryRecord) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=record.file)
