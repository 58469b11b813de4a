"""Any page with a story on it: the largest text block, the title over it, by-line and date where they are told."""

from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from operator import itemgetter

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Change, Document, Kind
from fic2book.sources import look, rows
from fic2book.sources.generic import datelines, first_rows, furniture, head, heads, place, spine


def cut_out(document: Document) -> tuple[Document, tuple[Change, ...]]:
    """Return the part of a page that is its story, as blocks for the readers of pastes, and what was left out."""
    root = deepcopy(look.at(document))
    inside = tuple(_taken_out(root, document))
    spine.drop_papers(root, document)
    body = root if document.format == "epub" else place.of_story(root, document)
    opening = heads.over(root, body, document)
    references = tuple(heads.drop_references(opening.title))
    cleaned = markup.tidy([*opening.blocks, body])
    blocks = markup.parse(cleaned.markup)
    first_rows.set_apart(blocks)
    story = replace(
        document,
        format="markup",
        body=markup.serialise(blocks, keep_lines=True),
        metadata=_facts(document, opening),
        changes=(),
        images_left_out=(*document.images_left_out, *cleaned.images),
    )
    told = (*inside, *opening.changes, *references)
    left_out = _left_out(document, frozenset(rows.rows(blocks)), told)
    return story, (*document.changes, *head.guesses(document), *told, *left_out)


def _taken_out(root: Element, document: Document) -> Iterator[Change]:
    """Take furniture out of a page; give what stood inside rows of which the rest stays."""
    for element in list(furniture.found(root)):
        if root not in element.iterancestors():  # it went with what stood around it
            continue
        if any(holder.get("data-line") for holder in element.iterancestors()):
            for row, words in filter(itemgetter(1), rows.words_by_row(element).items()):
                yield Change(rule=document.format, kind=Kind.REMOVED, line=row, before=words)
        rows.cut(element)


def _facts(document: Document, opening: datelines.Opening) -> dict[str, object]:
    facts = {**opening.facts, **head.facts(document)}
    stated = str(facts.get("title", ""))
    if opening.title is not None or heads.is_programs(stated):
        facts.pop("title", None)
    if opening.title is None and "title" not in facts:
        facts |= heads.from_page_title(document)
    return facts


def _left_out(document: Document, kept: Collection[int], told: Iterable[Change]) -> Iterator[Change]:
    """Give the rows that did not come into the story, without the words of them that were told before."""
    rest = rows.untouched((line for line in document.lines if line.number not in kept), document.changes)
    for change in told:
        rows.take(rest, change.line, change.before)
    for row in list(rest):
        for words in rows.take_rest(rest, row):
            yield Change(rule=document.format, kind=Kind.REMOVED, line=row, before=words)
