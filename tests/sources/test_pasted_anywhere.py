"""A site's page pasted into Word, into Markdown or into an editor that saves pages says what its paste as text says."""

from html import escape
from pathlib import Path

import pytest

from fic2book import account, markup, readers, sources
from fic2book.letters import letters
from fic2book.readers.given import Given
from tests.sources.worded import docx

_FOLDER = Path(__file__).parents[1] / "cases" / "sources"
_PASTES = sorted([*_FOLDER.glob("ao3/*.txt"), *_FOLDER.glob("ffn/*.txt")])
_NOT_THEIRS = sorted([*_FOLDER.glob("leave_alone/ao3/*.txt"), *_FOLDER.glob("leave_alone/ffn/*.txt")])
_FIELDS = (
    "origin", "title", "authors", "rating", "warnings", "fandoms", "relationships", "characters", "tags", "series",
    "language", "words_stated", "chapters_stated", "published", "url", "related", "recipients",
)  # fmt: skip


def _as_page(text):
    paragraphs = "".join(
        f"<p class=MsoNormal><span>{escape(line) or '&nbsp;'}</span></p>\n" for line in text.split("\n")
    )
    return Given("paste.htm", f"<html><body lang=EN><div class=WordSection1>{paragraphs}</div></body></html>".encode())


def _as_word(text):
    return Given("paste.docx", docx(*text.split("\n")))


def _as_markdown(text):
    return Given("paste.md", text.encode())


def _text(case):
    return case.read_text(encoding="utf-8").partition("\n=====\n")[0]


def _read(given):
    document = readers.understand(given)
    stories = sources.recognise(document)
    assert account.unaccounted(document, stories) == ()
    return stories


def _headings(story):
    blocks = markup.parse(story.body)
    return [(block.get("class"), block.get("id"), markup.text_of(block)) for block in blocks if block.tag == "h2"]


@pytest.mark.parametrize("shape", [_as_page, _as_word, _as_markdown])
@pytest.mark.parametrize("case", _PASTES, ids=[f"{case.parent.name}-{case.stem}" for case in _PASTES])
def test_a_paste_says_the_same_wherever_it_was_pasted(case, shape):
    (wanted,) = _read(Given("paste.txt", _text(case).encode()))
    (story,) = _read(shape(_text(case)))
    assert {name: getattr(story, name) for name in _FIELDS} == {name: getattr(wanted, name) for name in _FIELDS}
    assert letters(markup.plain(story.body)) == letters(markup.plain(wanted.body))
    assert [letters(note.body) for note in story.notes] == [letters(note.body) for note in wanted.notes]
    assert _headings(story) == _headings(wanted)


@pytest.mark.parametrize("shape", [_as_page, _as_word, _as_markdown])
@pytest.mark.parametrize("case", _NOT_THEIRS, ids=[case.stem for case in _NOT_THEIRS])
def test_what_is_no_paste_of_the_site_is_none_anywhere(case, shape):
    wanted = [story.origin in {"ao3", "ffn"} for story in _read(Given("paste.txt", _text(case).encode()))]
    assert [story.origin in {"ao3", "ffn"} for story in _read(shape(_text(case)))] == wanted


HEAD = (
    "Work Header",
    "Rating:",
    "Teen And Up Audiences",
    "Stats:",
    "Words:",
    "12",
    "The Lamp",
    "ada_quay",
    "Work Text:",
)
TAIL = ("Actions", "↑ Top", "Kudos", "Post Comment")


def test_what_word_knows_of_the_text_stays():
    rows = "".join(f"<p>{row}</p>" for row in HEAD)
    told = "<p>The <i>old</i> lamp<br>went out.</p><ul><li>One oar</li><li>Two oars</li></ul><hr><p>Day.</p>"
    page = f"<div>{rows}{told}{''.join(f'<p>{row}</p>' for row in TAIL)}</div>"
    (story,) = _read(Given("paste.html", page.encode()))
    assert (story.title, story.authors, story.words_stated) == ("The Lamp", ("ada_quay",), 12)
    for kept in ("<i>old</i>", "<li", "<hr", "<br"):
        assert kept in story.body
    assert markup.plain(story.body).split() == [
        "The",
        "old",
        "lamp",
        "went",
        "out.",
        "One",
        "oar",
        "Two",
        "oars",
        "Day.",
    ]


def test_a_page_that_lost_its_ids_in_an_editor_has_its_story():
    label, stats, told = (
        "<dt>Rating:</dt><dd>Mature</dd>",
        "<dt>Stats:</dt><dt>Words:</dt><dd>12</dd>",
        "<p>A lamp.</p>",
    )
    page = (
        f"<dl>{label}{stats}</dl><h2>The Lamp</h2><h3>ada_quay</h3><h3>Work Text:</h3>{told * 30}<p>Actions</p><p>↑ Top"
    )
    (story,) = _read(Given("page.html", page.encode()))
    assert (story.origin, story.title, story.rating, story.words_stated) == ("ao3", "The Lamp", "Mature", 12)
    assert markup.plain(story.body).split()[-2:] == ["A", "lamp."]


def test_a_paste_in_markdown_may_name_pictures_behind_the_story():
    tail = "Plain text with limited HTML: <a>, <em>, <img src='a.png'>"
    text = "\n\n".join((*HEAD, "The lamp went out.", *TAIL, tail))
    (story,) = _read(Given("paste.md", text.encode()))
    assert (story.origin, markup.plain(story.body).strip()) == ("ao3", "The lamp went out.")


def test_a_text_with_pictures_in_markdown_is_read_as_markdown():
    text = "\n\n".join((*HEAD, "The lamp ![a lamp](lamp.png) went out.", *TAIL))
    assert [story.origin for story in _read(Given("paste.md", text.encode()))] == ["markdown"]


def test_a_page_that_lists_stories_is_no_pasted_story():
    told = "<p>Rated: Fiction T - English - Words: 204 - Reviews: 1 - Favs: 4 - Published: 3/29/2010 - id: 585{0}</p>"
    rows = "".join(f"<p>The Lamp {count}</p><p>By: ada</p>{told.format(count)}" for count in range(2))
    assert [story.origin for story in _read(Given("list.html", rows.encode()))] == ["html"]


def test_a_block_that_is_half_the_sites_gives_its_own_rows_to_the_story():
    page = f"<p>{'<br>'.join((*HEAD, 'The lamp went out.', 'It was ten.', *TAIL))}</p>"
    (story,) = _read(Given("paste.html", page.encode()))
    assert [markup.text_of(block) for block in markup.parse(story.body)] == ["The lamp went out.", "It was ten."]


def test_what_markdown_knows_of_the_text_stays():
    text = "\n".join((*HEAD, "", "The *old* lamp went out.", "", "- One oar", "- Two oars", "", *TAIL))
    (story,) = _read(Given("paste.md", text.encode()))
    assert "<em>old</em>" in story.body
    assert story.body.count("<li") == 2
