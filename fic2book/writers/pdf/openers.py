"""Where stories open: on right-hand pages, or on the next page there is."""

from math import ceil
from statistics import median

from fic2book import markup
from fic2book.model import Anthology, PageDesign, Story

_LONG_STORY = 6  # pages; shorter stories would leave too many blank versos
_LITTLE = 0.4  # of a page's lines
_OPENER_LINES = 12
_BREAK_LINES = 3


def on_rectos(anthology: Anthology, page: PageDesign) -> bool:
    """Tell whether stories open on right-hand pages: as asked for, else when the median story has six pages or more."""
    if not page.is_bound:
        return False
    if anthology.openers in {"recto", "any"}:
        return anthology.openers == "recto"
    return median(pages(story, page) for story in anthology.stories) >= _LONG_STORY


def is_drabble(story: Story, page: PageDesign) -> bool:
    """Tell whether a story fills so little of its page that the page should show that this is all."""
    if "<hr" in story.body or 'class="chapter"' in story.body or story.pictures:
        return False
    return text_lines(story, page) <= page.lines * _LITTLE


def pages(story: Story, page: PageDesign) -> int:
    """Estimate a story's pages from its paragraphs' lengths: exact enough to choose, and free of a second layout."""
    breaks = story.body.count("<hr") * _BREAK_LINES
    return ceil((_OPENER_LINES + text_lines(story, page) + breaks) / page.lines)


def text_lines(story: Story, page: PageDesign) -> int:
    """Estimate the lines of a story's paragraphs."""
    lines = (line for line in markup.plain(story.body).splitlines() if line.strip())
    return sum(max(1, ceil(len(line) / page.characters)) for line in lines)
