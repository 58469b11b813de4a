"""The stories of a book are those that it should hold, each once, in order."""

from collections.abc import Iterator, Sequence

from fic2book.checks.told import ToldStory
from fic2book.model import Problem, Severity


def problems(
    output: str, stories: Sequence[tuple[ToldStory, str]], found: Sequence[tuple[str, str]]
) -> Iterator[Problem]:
    """Compare the stories, each with its letters (or a seal over them), with an output's ids and letters, in order.

    Letters are asked for of those that only one side names. Empty ones mean that the output's are not known.
    """
    told = [story for story, _ in stories]
    ids = [name for name, _ in found]
    known = {story.id for story in told}
    strangers = [(name, text) for name, text in found if name not in known]
    for story, own in stories:
        count = ids.count(story.id)
        if count == 1:
            continue
        if count:
            yield _problem("story-doubled", f"“{story.title}” stands {count} times in the {output}.", story)
            continue
        name = next((name for name, text in strangers if text and text == own), None)
        if name is None:
            yield _problem("story-lost", f"the whole story “{story.title}” is missing from the {output}.", story)
        else:
            strangers = [stranger for stranger in strangers if stranger[0] != name]
            renamed = f"“{story.title}” stands in the {output} under the name “{name}” instead of “{story.id}”"
            yield _problem("story-renamed", f"{renamed}: readers lose their place and their bookmarks.", story)
    for name, _ in strangers:
        foreign = f"the {output} holds a story named “{name}” that is not among the manuscripts."
        yield Problem(code="story-foreign", severity=Severity.ERROR, message=foreign)
    yield from _order(output, told, list(dict.fromkeys(ids)))


def _order(output: str, told: Sequence[ToldStory], ids: Sequence[str]) -> Iterator[Problem]:
    wanted = [story for story in told if story.id in ids]
    known = {story.id for story in wanted}
    there = [name for name in ids if name in known]
    for story, name in zip(wanted, there, strict=True):
        if story.id != name:
            other = next(one.title for one in wanted if one.id == name)
            sentence = f"the stories of the {output} are out of order: “{other}” stands where “{story.title}” belongs."
            yield _problem("story-order", sentence, story)
            return


def _problem(code: str, message: str, story: ToldStory) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=story.file)
