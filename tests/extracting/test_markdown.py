"""Markup as Markdown and back: every sign of every script, every nesting, exactly."""

import json
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fic2book import markup, restoration, sources
from fic2book.account import unaccounted
from fic2book.extracting import blocks, signs
from fic2book.extracting.front import front_matter
from fic2book.extracting.manuscripts import manuscript
from fic2book.model import Choices, Document, Note, NoteKind, Place, Related, Series, Story
from fic2book.readers import understand
from fic2book.readers.given import Given

CASES = Path(__file__).parents[1] / "cases" / "extracting"
LOOKS_LIKE_MARKUP = tuple(json.loads((CASES / "looks_like_markup.json").read_text(encoding="utf-8")))
NOT_XML = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))
SIGNS = some.characters(codec="utf-8", exclude_characters=f"{NOT_XML}\r")
WORDS = some.text(SIGNS, max_size=8) | some.sampled_from(LOOKS_LIKE_MARKUP)
TEXT = some.lists(WORDS, max_size=5).map("".join).map(escape)
ATTRIBUTES = some.sampled_from(
    ("", "", ' lang="fr"', ' class="sender"', ' title="a*b_c[d]\\`|&lt;&amp;lt;"', ' dir="rtl"')
)
TAGS = some.sampled_from(
    ["em", "strong", "i", "b", "u", "s", "sub", "sup", "small", "span", "q", "cite", "code", "mark"]
)


def element(tag: str, attributes: str, inner: str) -> str:
    return f"<{tag}{attributes}>{inner}</{tag}>"


def listed(tag: str, attributes: str, items: str) -> str:
    return f"<{tag}{attributes if tag == 'ol' else ''}>{items}</{tag}>"


LINK = some.builds(
    lambda to, words: f'<a href="{escape(to)}">{words}</a>',
    some.sampled_from(("http://a.b/c_d?e=*f*&g", "https://a.b", "#x", "mailto:a@b.c", "http://a.b/(c)")),
    TEXT,
)
INLINE = some.recursive(
    TEXT | some.just("<br/>") | LINK,
    lambda inner: (
        some.builds(element, TAGS, ATTRIBUTES, inner)
        | some.builds("{}{}".format, inner, inner)
        | some.builds("{}<em>{}</em>{}".format, TEXT, TEXT, inner)
        | some.builds("{}<strong>{}</strong>{}".format, TEXT, TEXT, inner)
    ),
    max_leaves=8,
)
PARAGRAPH = some.builds(element, some.just("p"), some.sampled_from(("", "", ' class="verse"', ' lang="de"')), INLINE)
HEADING = some.builds(element, some.sampled_from(("h1", "h2", "h3", "h6")), some.just(""), INLINE)
CHAPTER = some.builds('<h2 class="chapter">{}</h2>'.format, INLINE)
RULE = some.sampled_from(('<hr class="scene"/>', '<hr class="pause"/>'))
ITEMS = some.lists(INLINE.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
LIST = some.builds(listed, some.sampled_from(("ul", "ol")), some.sampled_from(("", ' start="3"', ' start="1"')), ITEMS)
PRE = some.builds(element, some.just("pre"), some.just(""), TEXT)
TABLE = some.builds("<table><tbody><tr><td>{}</td><td>{}</td></tr></tbody></table>".format, INLINE, INLINE)
BLOCK = some.recursive(
    PARAGRAPH | HEADING | CHAPTER | RULE | LIST | PRE | TABLE,
    lambda inner: some.builds(
        element,
        some.sampled_from(("blockquote", "div", "figure")),
        some.just(""),
        some.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=4,
)
BODY = some.lists(BLOCK, max_size=5).map("".join)


def opened(text: str) -> Document:
    document = understand(Given("lamp.md", text.encode()))
    assert document.format == "restored"
    return document


def read_back(body: str) -> str:
    """Return the body that our reader finds in Markdown of a finished text."""
    (story,) = sources.recognise(opened(f"---\nrestored: true\ntitle: The Lamp\n---\n\n{body}\n"))
    return restoration.kept(story, Choices()).body


def as_stored(body: str) -> str:
    return markup.serialise(markup.parse(body))


@settings(deadline=None)
@given(BODY)
def test_every_tree_comes_back_from_markdown_as_it_was(body):
    stored = as_stored(body)
    assert read_back(blocks.markdown(stored)) == stored


def test_a_tree_whose_signs_are_not_guarded_does_not_come_back(monkeypatch):
    body = "<p>Two *stars*, and 1. no list.</p>"
    assert read_back(blocks.markdown(body)) == body
    monkeypatch.setattr(signs, "_ANYWHERE", signs.re.compile("(?!)"))
    assert read_back(blocks.markdown(body)) != body


def cases() -> list[tuple[str, str]]:
    text = (CASES / "written.txt").read_text(encoding="utf-8")
    pairs = [case.split("\n.\n") for case in text.rstrip("\n").split("\n=====\n")]
    return [(before, after) for before, after in pairs]


@pytest.mark.parametrize(("body", "written"), cases())
def test_markdown_is_what_a_person_would_type(body, written):
    assert blocks.markdown(body) == written
    assert read_back(written) == body


FACTS = some.lists(some.text(SIGNS, min_size=1, max_size=12) | some.sampled_from(LOOKS_LIKE_MARKUP), max_size=3).map(
    tuple
)
FACT = some.just("") | some.text(SIGNS, max_size=12) | some.sampled_from(LOOKS_LIKE_MARKUP)
STORY = some.builds(
    Story,
    file=some.just("lamp.md"),
    origin=some.just("ao3"),
    title=FACT,
    body=BODY.map(as_stored),
    authors=FACTS,
    fandoms=FACTS,
    tags=FACTS,
    warnings=FACTS,
    rating=FACT,
    url=FACT,
    status=FACT,
    language=some.sampled_from(("", "en", "pt-BR")),
    words_stated=some.none() | some.integers(1, 10**7),
    summary=BODY.map(as_stored),
    series=some.lists(some.builds(Series, name=FACT.filter(bool), number=FACT), max_size=2).map(tuple),
    related=some.lists(
        some.builds(Related, how=FACT.filter(bool), title=FACT, authors=FACTS, url=FACT), max_size=2
    ).map(tuple),
    notes=some.lists(
        some.builds(
            Note,
            place=some.sampled_from(Place),
            body=BODY.map(as_stored).filter(bool),
            chapter=some.integers(0, 3),
            kind=some.sampled_from(NoteKind),
        ),
        max_size=2,
    ).map(tuple),
)
TOLD = (
    "title", "body", "origin", "authors", "fandoms", "tags", "warnings", "rating", "url", "status", "language",
    "words_stated", "summary", "series", "related",
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(STORY)
def test_every_story_comes_back_from_its_file_with_all_that_is_known_of_it(story):
    (read,) = sources.recognise(opened(manuscript(story, {})))
    read = restoration.kept(read, Choices())
    assert {name: getattr(read, name) for name in TOLD} == {name: getattr(story, name) for name in TOLD}
    notes = [[(note.place, note.body, note.chapter, note.kind) for note in one.notes] for one in (read, story)]
    assert notes[0] == notes[1]


def test_a_word_that_somebody_types_into_a_finished_file_is_read_and_one_that_is_lost_is_told():
    story = Story(file="lamp.md", origin="text", title="The Lamp", body="<p>One lamp, and the sea.</p>")
    document = opened(manuscript(story, {}))
    (read,) = sources.recognise(document)
    assert unaccounted(document, (read,)) == ()
    ((_, lost),) = unaccounted(document, (replace(read, body="<p>One lamp.</p>"),))
    assert "and the sea" in lost


def test_front_matter_that_a_person_broke_still_says_that_the_text_is_finished():
    text = front_matter(Story(file="", origin="text", title="The Lamp", body="")).replace("title: ", "title: 'It's ")
    (story,) = sources.recognise(opened(f"{text}\n\n“Well,” he said -- and went.\n"))
    assert story.finished
    assert restoration.kept(story, Choices()).body == "<p>“Well,” he said -- and went.</p>"
