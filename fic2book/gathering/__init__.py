"""Whole works of what was read: files that hold chapters of one work become one story, the same story twice one.

Both are guesses by what the files say; ``alone = true`` in a story's table undoes them for its file.
"""

from collections.abc import Sequence
from typing import NamedTuple

from fic2book.gathering import likeness
from fic2book.gathering.twins import alike, without_doubles
from fic2book.gathering.works import whole_works
from fic2book.model import Problem, Settings, Story


class Gathered(NamedTuple):
    """What came of all the folder's stories."""

    stories: tuple[Story, ...]
    """In the order of their files; a gathered work stands where its first chapter's file stands."""
    problems: tuple[Problem, ...]
    """What was joined, left out, or kept though it is much alike; each names its files."""
    dropped: tuple[Story, ...]
    """Stories that are in the book already, from a file that knows more of them."""


def gather(stories: Sequence[Story], settings: Settings) -> Gathered:
    """Join the chapters of works, and keep of each story the file that knows most of it."""
    alone = {table.file for table in settings.stories if table.alone}
    alone |= {story.file for story in stories if story.finished}
    wanted = {file for part in settings.parts for file in part.files}
    first = without_doubles(stories, alone, wanted)
    whole, joined = whole_works(first.stories, settings.stories, alone)
    second = without_doubles(whole, alone, wanted)
    versions = alike(second.stories, alone)
    likeness.forget()
    return Gathered(
        stories=second.stories,
        problems=(*first.problems, *joined, *second.problems, *versions),
        dropped=(*first.dropped, *second.dropped),
    )
