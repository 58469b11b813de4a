"""What differs, in sentences: the whole first, then story by story."""

from collections.abc import Iterator

from fic2book.differing.books import Changed, Difference, Fact, Named
from fic2book.differing.texts import Passage, apart
from fic2book.report import counted

_MOST = 5
"""Passages of a story that are shown; the others are counted."""


def sentences(found: Difference) -> tuple[str, ...]:
    """Return what differs, one line each; one sentence when nothing does."""
    return tuple(_lines(found))


def _lines(found: Difference) -> Iterator[str]:
    if not found.is_any:
        yield f"“{found.title}”: nothing has changed."
        return
    yield f"“{found.title}”: {_whole(found)}."
    if found.is_other_book:
        yield "The two are not editions of one book: their identifiers differ."
    for fact in found.facts:
        yield f"the book: {_fact(fact)}"
    for one in found.added:
        yield f"added: {_named(one)}"
    for one in found.removed:
        yield f"removed: {_named(one)}"
    for story in found.changed:
        yield from _story(story)


def _whole(found: Difference) -> str:
    kinds = (
        (len(found.added), "added"),
        (len(found.removed), "removed"),
        (sum(bool(one.passages) for one in found.changed), "edited"),
        (sum(bool(one.title_before) for one in found.changed), "renamed"),
        (sum(one.moved for one in found.changed), "moved"),
        (sum(bool(one.facts) for one in found.changed), "described otherwise"),
    )
    said = [f"{counted(number, 'story', 'stories')} {how}" for number, how in kinds if number]
    return ", ".join((*said, f"{found.unchanged} unchanged"))


def _named(one: Named) -> str:
    by = f" by {', '.join(one.authors)}" if one.authors else ""
    return f"“{one.title}”{by}, {counted(one.words, 'word')}"


def _story(one: Changed) -> Iterator[str]:
    if one.title_before:
        yield f"renamed: “{one.title_before}” is now “{one.title}”"
    if one.id_before:
        yield f"another file: “{one.title}” stands in {one.id}.xhtml, it stood in {one.id_before}.xhtml"
    if one.moved:
        yield f"moved: “{one.title}” " + (f"stands behind “{one.behind}” now" if one.behind else "is the first one now")
    if one.passages:
        yield f"edited: “{one.title}”, {_edited(one)}"
        yield from (f"  {_passage(passage)}" for passage in one.passages[:_MOST])
        if len(one.passages) > _MOST:
            yield f"  and in {counted(len(one.passages) - _MOST, 'more place')}"
    for fact in one.facts:
        yield f"described otherwise: “{one.title}”, {_fact(fact)}"


def _edited(one: Changed) -> str:
    where = counted(sum(passage.paragraphs for passage in one.passages), "paragraph")
    if one.only_signs:
        return f"signs, capitals or spaces in {where}"
    return f"{counted(one.words_added, 'word')} added, {one.words_removed:,} removed, in {where}"


def _passage(one: Passage) -> str:
    chapter = f"chapter “{one.chapter}”, " if one.chapter else ""
    many = f" and {one.paragraphs - 1} more" if one.paragraphs > 1 else ""
    place = f"{chapter}paragraph {one.paragraph}{many}"
    if not one.before:
        return f"{place}, added: “{one.after}”"
    if not one.after:
        return f"{place}, removed: “{one.before}”"
    return f"{place}: “{one.before}” is now “{one.after}”"


def _fact(fact: Fact) -> str:
    before, after = apart(fact.before.split(), fact.after.split())
    if not before:
        return f"{fact.name} is now “{after}”"
    if not after:
        return f"{fact.name} was “{before}”, and is gone"
    return f"{fact.name} was “{before}” and is now “{after}”"
