"""Pictures that nobody has described are asked for: what a picture shows only a person can say, never a program."""

from collections.abc import Iterator, Sequence

from fic2book.manifest.beside import Undescribed, undescribed
from fic2book.model import Anthology, Problem, Severity, Story

_MOST = 6  # pictures named in one sentence


def problems(anthology: Anthology) -> Iterator[Problem]:
    """Ask, story by story, for the words of pictures that have none, and say where they are written."""
    bare = False
    for story in anthology.stories:
        pictures = undescribed(story)
        if pictures:
            bare = True
            yield Problem(
                code="alt-missing", severity=Severity.WARNING, message=_asked(story, pictures), place=story.file
            )
    if bare and anthology.certified_by:
        said = (
            f"certified_by = “{anthology.certified_by}” is left out of the EPUB: a book whose pictures have no "
            "description does not meet WCAG (success criterion 1.1.1)."
        )
        yield Problem(code="certified-untrue", severity=Severity.WARNING, message=said, place="anthology.toml")


def _asked(story: Story, pictures: Sequence[Undescribed]) -> str:
    names = [f"{one.name}{_place(one.after)}" for one in pictures[:_MOST]]
    more = f" and {len(pictures) - _MOST} more" if len(pictures) > _MOST else ""
    what = "a picture" if len(pictures) == 1 else f"{len(pictures)} pictures"
    return (
        f"“{story.title}” has {what} without words for people who cannot see: {'; '.join(names)}{more}. Say what is to "
        f"be seen as the picture’s alt in the manuscript, or in the story’s [[story]] table: "
        f'alt = {{ {pictures[0].name} = "…" }}'
    )


def _place(after: str) -> str:
    return f" (after “{after}”)" if after else " (at the beginning)"
