"""A story as a Markdown file: front matter, summary, the notes that stand before, the text, the notes behind it."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from fic2book import markup
from fic2book.discover import is_paper
from fic2book.extracting import blocks
from fic2book.extracting.front import front_matter
from fic2book.model import Note, NoteKind, Place, Story
from fic2book.sources.restored import CHAPTER, NOTE, SUMMARY

_TAKEN = frozenset({"foreword", "afterword", "about", "dedication"})


def file_name(story: Story) -> str:
    """Return the name of a story's file: its id, which every file system can carry, and no paper's name."""
    name = f"story-{story.id}" if story.id in _TAKEN or is_paper(f"{story.id}.md") else story.id
    return f"{name}.md"


def manuscript(story: Story, pictures: Mapping[str, str], *, plain: bool = False) -> str:
    """Return the file's text; ``pictures`` are the places of its pictures, by their addresses in the markup.

    With ``plain`` its text is written as HTML, block by block, for what Markdown cannot carry.
    """
    write = _as_html if plain else blocks.markdown
    opening = list(takewhile(lambda note: note.place is Place.BEFORE, story.notes))
    said = [
        front_matter(story),
        *([_aside(SUMMARY, _shown(story.summary, pictures))] if story.summary else []),
        *(_aside(_classes(note), _shown(note.body, pictures)) for note in opening),
        write(_shown(story.body, pictures)),
        *(_aside(_classes(note), _shown(note.body, pictures)) for note in story.notes[len(opening) :]),
    ]
    return "\n\n".join(said) + "\n"


def paper(title: str, body: str, heading: str) -> str:
    """Return a foreword's or afterword's file; ``heading`` is empty where the book's own word stands over it."""
    front = front_matter(Story(file="", origin="", title=title, body=""))
    return (
        "\n\n".join(part for part in (front, f"# {blocks.heading(heading)}" if heading else "", _words(body)) if part)
        + "\n"
    )


def _words(body: str) -> str:
    return blocks.markdown(body)


def _as_html(body: str) -> str:
    return "\n\n".join(blocks.html(block) for block in markup.parse(body))


def _aside(classes: str, body: str) -> str:
    return f'<aside class="{classes}">\n\n{blocks.markdown(body, notes=False)}\n\n</aside>'


def _classes(note: Note) -> str:
    return " ".join(_each_class(note))


def _each_class(note: Note) -> Iterator[str]:
    yield NOTE
    yield note.place.value
    if note.kind is not NoteKind.NOTE:
        yield note.kind.value
    if note.chapter:
        yield f"{CHAPTER}{note.chapter}"


def _shown(body: str, pictures: Mapping[str, str]) -> str:
    """Return markup with the places of its pictures instead of their names."""
    if not pictures:
        return body
    root = markup.parse(body)
    for image in root.iter("img"):
        image.set("src", pictures.get(image.get("src", ""), image.get("src", "")))
    return markup.serialise(root)
