"""A site's own count of a story's words: an outside witness that nothing of the story is missing."""

from fic2book import markup
from fic2book.letters import letters, site_words
from fic2book.model import Kind, Story

_SITES = frozenset({"ao3"})
"""Origins whose files state a count that is made by the rule of ``letters.site_words``."""


def words_to_find(story: Story) -> int:
    """Return how many words the story's text has by its site's count; 0 when the count says nothing of this text.

    That is what the file states, less what restoration took from the text and put elsewhere (author's notes, a title
    said again, ``xxx`` for a scene break), as the ledger tells. A file with other chapters than the site counted
    says nothing: a work that is read by chapters states the words of all of them. Nor is there a ledger of a text that
    came out of a book.
    """
    if story.finished or story.origin not in _SITES or not story.words_stated or not _is_whole(story):
        return 0
    return max(story.words_stated - _elsewhere(story), 0)


def _is_whole(story: Story) -> bool:
    posted = story.chapters_stated.partition("/")[0].strip()
    return not posted.isdigit() or int(posted) <= len(markup.split_chapters(story.body))


def _elsewhere(story: Story) -> int:
    """Return the words by the site's rule that restoration took from the text, less those that it added."""
    total = 0
    for change in story.ledger:
        if change.rule == story.origin or not change.line:
            continue
        if change.kind in {Kind.REMOVED, Kind.MOVED}:
            total += site_words(change.before)
        elif change.kind is Kind.REWRITTEN and letters(change.before):  # a mark of no letters becomes no words
            total += site_words(change.before) - site_words(change.after)
    return total
