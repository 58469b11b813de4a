"""Words for people who cannot see a picture, where the person who makes the book has given them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fic2book import markup
from fic2book.model import Problem, Severity, Story

_SCHEME = "picture:"


def described(story: Story, alt: Mapping[str, str]) -> Story:
    """Return the story with a person's words on its pictures, over the manuscript's own."""
    if not alt:
        return story
    notes = tuple(replace(note, body=_with_words(note.body, alt)) for note in story.notes)
    return replace(story, body=_with_words(story.body, alt), notes=notes)


def unknown(story: Story, alt: Mapping[str, str]) -> Iterator[Problem]:
    """Name the pictures that were described and that the story does not have."""
    known = [picture.name for picture in story.pictures]
    for name in sorted(alt.keys() - set(known)):
        there = f"Its pictures are: {', '.join(known)}." if known else "It has no pictures."
        yield Problem(
            code="alt-unknown",
            severity=Severity.WARNING,
            message=f"anthology.toml describes a picture “{name}” that the story does not have. {there}",
            place=story.file,
        )


def _with_words(text: str, alt: Mapping[str, str]) -> str:
    if _SCHEME not in text:
        return text
    root = markup.parse(text)
    for image in root.iter("img"):
        name = image.get("src", "").removeprefix(_SCHEME)
        if name in alt:
            image.set("alt", alt[name])
    return markup.serialise(root)
