"""Whether a story ends: a reader wants to know before the first page."""

import re

from fic2book.model import Story
from fic2book.words import Words

_COUNT = re.compile(r"\s*(\d{1,9})\s*/\s*(\d{1,9}|\?)\s*\Z", re.ASCII)
_GOING_ON = frozenset(
    {
        "in-progress", "in progress", "incomplete", "not complete", "unfinished", "ongoing", "on-going", "wip",
        "work in progress", "hiatus", "on hiatus", "abandoned", "discontinued", "dropped",
    }
)  # fmt: skip
"""What sites write of a story that has no end yet, or will have none."""


def is_unfinished(story: Story) -> bool:
    """Tell whether its site says that chapters are still to come, or never came."""
    found = _COUNT.match(story.chapters_stated)
    return found[1] != found[2] if found else story.status.strip().casefold() in _GOING_ON


def said(story: Story, words: Words) -> str:
    """Return how far an unfinished story goes, as a phrase; empty for one with an end."""
    if not is_unfinished(story):
        return ""
    found = _COUNT.match(story.chapters_stated)
    if found is None:
        return words.unfinished
    if found[2] != "?":
        how_far = words.chapters_of.said(int(found[2]), done=words.counted(int(found[1])))
    else:
        how_far = words.chapters_so_far.said(int(found[1]))
    return f"{words.unfinished}{words.colon}{how_far}"
