"""Two editions of a book: which stories came, went, were edited, renamed or moved, and what else is said otherwise."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from fic2book.differing.opened import Edition
from fic2book.differing.texts import Passage, is_of_signs, passages
from fic2book.editions import identity
from fic2book.manifest import Manifest, StoryRecord
from fic2book.manifest.own_words import ChapterText
from fic2book.titles import guess_authors


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A story that came or went."""

    id: str
    title: str
    authors: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is said otherwise; what is not said is empty."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A story that both editions have, and have otherwise."""

    id: str
    title: str
    """In the new edition."""
    title_before: str
    """Another one, when it was renamed; else empty."""
    id_before: str
    """Another one, when its file has another name; else empty."""
    passages: tuple[Passage, ...]
    words_added: int
    words_removed: int
    only_signs: bool
    """Whether what was edited are signs, capitals and spaces alone."""
    moved: bool
    """Whether it stands elsewhere among the stories that both editions have."""
    behind: str
    """Title of the story behind which it stands now, when it has moved; empty when it is the first one."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs."""

    title: str
    is_other_book: bool
    """Whether the two have other identifiers."""
    added: tuple[Named, ...]
    removed: tuple[Named, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    facts: tuple[Fact, ...]
    """Of the book."""

    @property
    def is_any(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.is_other_book or self.added or self.removed or self.changed or self.facts)


def difference(old: Edition, new: Edition) -> Difference:
    """Compare two editions; a story is the same as the next build of the folder would find it."""
    known = identity.pairs(
        [identity.of_record(record) for record in new.manifest.stories],
        [identity.of_record(record) for record in old.manifest.stories],
    )
    before = {record.id: record for record in old.manifest.stories}
    pairs = [(before[known[one.id]], one) for one in new.manifest.stories if one.id in known]
    moved = _moved(pairs, old.manifest, new.manifest)
    compared = [_compared(pair, old, new, moved) for pair in pairs]
    changed = tuple(one for one in compared if one is not None)
    return Difference(
        title=new.manifest.title,
        is_other_book=old.manifest.identifier != new.manifest.identifier,
        added=tuple(_named(one) for one in new.manifest.stories if one.id not in known),
        removed=tuple(_named(one) for one in old.manifest.stories if one.id not in set(known.values())),
        changed=changed,
        unchanged=len(pairs) - len(changed),
        facts=_facts(_of_book(old.manifest), _of_book(new.manifest)),
    )


def _named(record: StoryRecord) -> Named:
    return Named(id=record.id, title=record.title, authors=record.authors, words=record.words)


def _moved(pairs: Sequence[tuple[StoryRecord, StoryRecord]], old: Manifest, new: Manifest) -> dict[str, str]:
    """Return id → title before it, of the fewest stories that must have moved, so that the others follow as before."""
    places = {record.id: number for number, record in enumerate(old.stories)}
    stayed = _rising([places[before.id] for before, _ in pairs])
    moved = {after.id for before, after in pairs if places[before.id] not in stayed}
    titles = ("", *(record.title for record in new.stories))
    return {record.id: title for title, record in zip(titles, new.stories, strict=False) if record.id in moved}


def _rising(numbers: Sequence[int]) -> set[int]:
    """Return a longest row of ``numbers``, all different, that rises: patience sorting."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        below[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    row = set()
    top = tops[-1] if tops else None
    while top is not None:
        row.add(top)
        top = below[top]
    return row


def _compared(
    pair: tuple[StoryRecord, StoryRecord], old: Edition, new: Edition, moved: Mapping[str, str]
) -> Changed | None:
    """Return what is otherwise with a story; nothing when nothing is."""
    before, after = pair
    texts = _text(old, before), _text(new, after)
    places = passages(*texts)
    facts = _facts(_of_story(before), _of_story(after))
    renamed = before.title if before.title != after.title else ""
    if not (places or facts or renamed or after.id in moved or before.id != after.id):
        return None
    return Changed(
        id=after.id,
        title=after.title,
        title_before=renamed,
        id_before=before.id if before.id != after.id else "",
        passages=places,
        words_added=sum(one.words_added for one in places),
        words_removed=sum(one.words_removed for one in places),
        only_signs=bool(places) and is_of_signs(*texts),
        moved=after.id in moved,
        behind=moved.get(after.id, ""),
        facts=facts,
    )


def _text(edition: Edition, record: StoryRecord) -> tuple[ChapterText, ...]:
    story = edition.stories.get(record.id)
    return story.chapters if story else ()


def _of_story(record: StoryRecord) -> dict[str, str]:
    """Return what is known of a story beside its words and its title, in words."""
    told = asdict(record.told) if record.told else {}
    own = {
        "authors": record.authors,
        "url": record.url,
        "permission": record.permission,
        "chapters": tuple(chapter.title for chapter in record.chapters if chapter.title),
        "scene breaks": record.scene_breaks,
        "pauses": record.pauses,
        "pictures": tuple(one.words for one in record.pictures),
        "notes": tuple(f"{one.kind} of {one.letters} letters ({one.sha256[:8]})" for one in record.notes),
    }
    known = {**own, **told, "language": record.language}
    return {name.replace("_", " "): _said(value) for name, value in known.items()}


def _of_book(manifest: Manifest) -> dict[str, str]:
    """Return what is known of the book, in words; authors that it has from its stories are told with these."""
    told = asdict(manifest.book) if manifest.book else {}
    if told.get("authors") == guess_authors(story.authors for story in manifest.stories):
        del told["authors"]
    asked = {one["key"]: one["value"] for one in told.pop("asked", ())}
    parts = tuple(part.title for part in manifest.parts)
    own = {"title": manifest.title, "language": manifest.language, "identifier": manifest.identifier, "parts": parts}
    return {name.replace("_", " "): _said(value) for name, value in {**own, **told, **asked}.items()}


def _said(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(_said(one) for one in value.values() if one)
    if isinstance(value, list | tuple):
        return "; ".join(_said(one) for one in value)
    return "" if value in (None, 0, "") else str(value)


def _facts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Fact, ...]:
    names = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(Fact(name=name, before=one, after=other) for name, one, other in pairs if one != other)
