"""A story's pictures: each one there, once, at its place, and with words for people who cannot see it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from fic2book.checks.told import ToldStory
from fic2book.model import Problem, Severity


class FoundPicture(NamedTuple):
    """A picture at its place in an EPUB."""

    words: str
    after: str
    sha256: str
    """Of the file that it leads to; empty where there is none."""


def problems(story: ToldStory, found: Sequence[FoundPicture]) -> Iterator[Problem]:
    """Compare the pictures that a story's text has to show with those that it shows in the EPUB."""
    own, other = [one.sha256 for one in story.pictures], [one.sha256 for one in found]
    for tag, start, end, out_start, out_end in SequenceMatcher(None, own, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for lost in story.pictures[start:end]:
            yield problem("picture-lost", story, lost.words, f"is missing from the EPUB{_place(lost.after)}")
        for foreign in found[out_start:out_end]:
            what = f"stands in the EPUB{_place(foreign.after)} that is not the manuscript’s"
            yield problem("picture-foreign", story, foreign.words, what)
    for one in found:
        if not one.words.strip():
            yield problem("picture-words", story, "", f"has no words in the EPUB{_place(one.after)}")


def problem(code: str, story: ToldStory, words: str, what: str) -> Problem:
    """Return what is wrong with one picture, as a sentence."""
    named = f"the picture “{words}”" if words.strip() else "a picture"
    return Problem(code=code, severity=Severity.ERROR, message=f"“{story.title}”: {named} {what}.", place=story.file)


def _place(after: str) -> str:
    return f" after the words “{after}”" if after else " at the very beginning"
