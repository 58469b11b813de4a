"""Foreword, afterword and what is told of the authors: under its own heading when it begins with one."""

from fic2book import markup
from fic2book.model import Anthology
from fic2book.sections import anchors, pictures
from fic2book.sections.classes import add_class
from fic2book.sections.page import Page
from fic2book.sections.rendering import trusted
from fic2book.sections.soundness import make_sound
from fic2book.sections.story_text import rank_headings
from fic2book.words import Words

_ROLES = {"foreword": "doc-foreword", "afterword": "doc-afterword"}
"""What a page is called aloud beside its heading; there is no such word for the page about the authors."""


def foreword(anthology: Anthology, words: Words) -> Page | None:
    """Return the foreword."""
    return _prose("foreword", words.foreword, anthology.foreword, words)


def afterword(anthology: Anthology, words: Words) -> Page | None:
    """Return the afterword."""
    return _prose("afterword", words.afterword, anthology.afterword, words)


def about(anthology: Anthology, words: Words) -> Page | None:
    """Return the page about the authors."""
    title = words.about_the_author if anthology.by_one_author else words.about_the_authors
    return _prose("about", title, anthology.about, words)


def _prose(kind: str, title: str, body: str, words: Words) -> Page | None:
    root = markup.parse(body)
    if markup.is_blank(root):
        return None
    make_sound(root)
    for block in root:
        block.tail = block.tail if (block.tail or "").strip() else None
    anchors.name_apart((root,), kind)
    pictures.place((root,), kind, (), words)
    if len(root) and root[0].tag in {"h1", "h2"} and not markup.is_blank(root[0]):
        title = markup.text_of(root[0]).strip()
        markup.remove(root[0])
    first = next((block for block in root if block.tag == "p"), None)
    if first is not None:
        add_class(first, "first")
    for rule in root.iter("hr"):
        rule.set("aria-hidden", "true")
    rank_headings(root, 2)
    values = {"role": _ROLES.get(kind, ""), "text": trusted(markup.serialise(root))}
    return Page(kind=kind, title=title, words=words, template="prose", values=values)
