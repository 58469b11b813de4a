"""An EPUB against its own manifest: the seals over each chapter's letters, and how many breaks it should have."""

from collections.abc import Iterator, Sequence

from fic2book.checks import order
from fic2book.checks.epub import FoundStory
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.wording import counted
from fic2book.manifest import ChapterRecord, Manifest, StoryRecord, seal
from fic2book.manifest.own_words import PAUSE, SCENE, ChapterText
from fic2book.model import Problem, Severity


def told(manifest: Manifest, found: Sequence[FoundStory]) -> Told:
    """Return what other outputs of the book have to hold, in the words of an EPUB."""
    by_id = {story.id: story for story in reversed(found)}
    return Told(
        title=manifest.title,
        stories=tuple(
            ToldStory(
                id=record.id,
                title=record.title,
                authors=record.authors,
                file=record.file,
                chapters=by_id[record.id].chapters,
            )
            for record in manifest.stories
            if record.id in by_id
        ),
    )


def problems(manifest: Manifest, found: Sequence[FoundStory]) -> Iterator[Problem]:
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
    way_out = "Compare it with the folder (--against) to see which words"
    yield _problem(code, f"{name} has {amount} than it was made with. {way_out}.", record)


def _named(record: StoryRecord) -> ToldStory:
    return ToldStory(id=record.id, title=record.title, authors=record.authors, file=record.file, chapters=())


def _problem(code: str, message: str, record: StoryRecord) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=record.file)
