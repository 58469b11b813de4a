"""The contents: parts, stories with what tells them apart, chapters of long ones, and the pages beside the stories."""

from dataclasses import dataclass

from fic2book import markup
from fic2book.model import Anthology, Part, Section, Story
from fic2book.sections import lengths, parts
from fic2book.sections.page import Page
from fic2book.words import Words, foreign

_LONG = 7_500  # words, where a short story ends and a novelette begins; nobody looks up a shorter work's chapters
_UNLISTED = frozenset({"press"})
"""Pages that nobody looks up."""
_MOST_CHAPTERS = 12  # in the list; more of them are counted in one phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A story's lines."""

    id: str
    title: str
    author: str
    fandom: str
    language: str
    more: tuple[str, ...]
    """How long it is; how many chapters are not listed."""
    chapters: tuple[tuple[str, str], ...]
    """Ids and titles."""
    mark: str
    """That it is new in this edition, or updated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The stories of a part, or those of none."""

    id: str
    title: str
    entries: tuple[_Entry, ...]


def contents(anthology: Anthology, words: Words, beside: tuple[Section, ...] = ()) -> Page | None:
    """Return the list of the stories by part, with authors unless one wrote all, and fandoms where they differ.

    ``beside`` are the pages that stand behind the contents and behind the stories; the press's last page has no folio.
    """
    if not anthology.stories:
        return None
    values = {
        "groups": tuple(_group(part, stories, anthology, words) for part, stories in parts.grouped(anthology)),
        "before": tuple(section for section in beside if section.matter == "front"),
        "behind": tuple(section for section in beside if section.matter == "back" and section.kind != "press"),
        "pointed": next((one.id for one in beside if one.kind == "content-notes" and one.matter == "back"), ""),
    }
    return Page(kind="contents", title=words.contents, words=words, values=values)


def _group(one: tuple[str, Part] | None, stories: tuple[Story, ...], anthology: Anthology, words: Words) -> _Group:
    name, title = (one[0], one[1].title.strip() or words.untitled) if one else ("", "")
    return _Group(id=name, title=title, entries=tuple(_entry(story, anthology, words) for story in stories))


def _entry(story: Story, anthology: Anthology, words: Words) -> _Entry:
    chapters = _chapters(story, anthology)
    is_listed = len(chapters) <= _MOST_CHAPTERS
    length = (lengths.said(story, anthology, words),) if anthology.lengths else ()
    counted = () if is_listed else (words.chapters_counted.said(len(chapters)),)
    return _Entry(
        id=story.id,
        title=story.title.strip() or words.untitled,
        author="" if anthology.by_one_author else words.listed(story.authors),
        fandom=words.comma.join(story.fandoms) if anthology.differ("fandoms") else "",
        language=foreign(story.language, words.language),
        more=length + counted,
        chapters=chapters if is_listed else (),
        mark=_mark(story, anthology, words),
    )


def _mark(story: Story, anthology: Anthology, words: Words) -> str:
    if story.id in anthology.edition.new:
        return words.new
    return words.renewed if story.id in anthology.edition.updated else ""


def _chapters(story: Story, anthology: Anthology) -> tuple[tuple[str, str], ...]:
    """Return the chapters of a long work as its own section names them; one or none is not worth a line."""
    titles = [title for title, _ in markup.split_chapters(story.body) if title]
    if len(titles) < 2 or lengths.count(story, anthology) < _LONG:
        return ()
    return tuple((f"{story.id}-c{number}", title) for number, title in enumerate(titles, 1))
