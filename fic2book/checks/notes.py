"""The authors' notes: each one that is not hidden on purpose stands once in a book, with all its words."""

from collections.abc import Iterator, Mapping, Sequence

from fic2book.checks import losses
from fic2book.checks.losses import Side, Text
from fic2book.checks.told import ToldStory
from fic2book.letters import letters
from fic2book.manifest.beside import OwnNote
from fic2book.model import Problem, Severity
from fic2book.walk import compare

HIDDEN = "hide"
_NAMES = {"disclaimer": "the disclaimer", "warning": "the author’s warning", "summary": "a chapter’s summary"}


def problems(stories: Sequence[ToldStory], found: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Compare the notes that the EPUB has to hold with those that it holds, by the ids of their elements."""
    for story in stories:
        for note in story.notes:
            texts = found.get(note.id, ())
            yield from _note(story, note, texts)


def side(output: str, story: ToldStory, note: OwnNote) -> Side:
    """Name a note in a sentence about an output."""
    return Side(output, f"“{story.title}”, {name(note)}", story.file, losses.no_page)


def name(note: OwnNote) -> str:
    """Return what a note is called in a sentence."""
    return _NAMES.get(note.kind, "the author’s note")


def lost(output: str, story: ToldStory, note: OwnNote) -> Problem:
    """Return that a whole note is missing."""
    begins = " ".join(note.text.split()[:8])
    return _problem("note-lost", story, f"{name(note)} “{begins} …” is missing from the {output}")


def _note(story: ToldStory, note: OwnNote, texts: Sequence[str]) -> Iterator[Problem]:
    if note.how == HIDDEN:
        if texts:
            yield _problem("note-foreign", story, f"{name(note)} that should be hidden stands in the EPUB")
    elif not texts:
        yield lost("EPUB", story, note)
    elif len(texts) > 1:
        yield _problem("note-doubled", story, f"{name(note)} stands {len(texts)} times in the EPUB")
    else:
        folded = letters(texts[0])
        differences = compare(note.letters, folded)
        own = Text(note.text, note.letters)
        yield from losses.problems(side("EPUB", story, note), own, Text(texts[0], folded), differences)


def _problem(code: str, story: ToldStory, sentence: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=f"“{story.title}”: {sentence}.", place=story.file)
