"""Files of Archive of Our Own: what the case files cannot say, and that a broken reading would be seen."""

import base64
import io
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from fic2book import account, markup, readers, restoration, sources
from fic2book.errors import ManuscriptError
from fic2book.letters import letters, site_words
from fic2book.model import Kind, NoteKind, Place, Related, Sure
from fic2book.readers.given import Given
from tests.sources import bound, damage

CASES = Path(__file__).parents[1] / "cases"
PAGES = sorted((CASES / "books" / "ao3").iterdir())
PASTES = sorted((CASES / "sources" / "ao3").iterdir())


def _read(case):
    text = case.read_text(encoding="utf-8").partition("\n=====\n")[0]
    if case.suffix == ".book":
        return readers.understand(Given(f"{case.stem}.epub", bound.epub(text)))
    return readers.understand(Given(case.name, text.encode()))


def _one(name):
    return sources.recognise(_read(CASES / "books" / "ao3" / name))[0]


def test_related_works_are_known_by_what_they_are_to_the_story():
    assert _one("one_chapter_since_2026.html").related == (
        Related(
            how="translated as", title="Die Lampe", authors=("mondkalb",), url="https://archiveofourown.org/works/5"
        ),
        Related(
            how="inspired by", title="Dark by Noon", authors=("nell_and_co",), url="https://archiveofourown.org/works/6"
        ),
        Related(how="inspired by", title="a work in an unrevealed collection"),
        Related(how="inspired", title="The Lamp, Again", authors=("oskar",), url="https://archiveofourown.org/works/7"),
        Related(how="inspired", title="[Restricted Work]", authors=("pim",)),
    )
    assert _one("author_heading_first.html").related == (
        Related(
            how="a translation of",
            title="Lampenlisten",
            authors=("mondkalb",),
            url="https://archiveofourown.org/works/8",
        ),
    )
    assert _one("saved_one_chapter.html").related == (
        Related(
            how="inspired by", title="Dark by Noon", authors=("nell_and_co",), url="https://archiveofourown.org/works/6"
        ),
        Related(how="inspired", title="The Lamp, Again", authors=("pim",), url="https://archiveofourown.org/works/7"),
    )


def test_related_works_of_a_paste_are_known_too():
    (story,) = sources.recognise(_read(CASES / "sources" / "ao3" / "whole_page.txt"))
    assert story.related == (
        Related(how="inspired by", title="Dark by Noon", authors=("nell_and_co",)),
        Related(how="inspired", title="The Lamp, Again", authors=("pim",)),
        Related(how="inspired", title="[Restricted Work]", authors=("oskar",)),
    )


def test_labels_are_sure_and_places_are_likely():
    page = _one("saved_one_chapter.html")
    assert {change.sure for change in page.ledger if change.kind is Kind.MOVED} == {Sure.STATED}
    (paste,) = sources.recognise(_read(CASES / "sources" / "ao3" / "whole_page.txt"))
    likely = {change.after for change in paste.ledger if change.kind is Kind.MOVED and change.sure is Sure.LIKELY}
    assert likely == {"title", "authors"}


def test_notes_of_chapters_stand_at_their_chapters():
    story = _one("chapters_since_2026.html")
    places = [(note.place, note.chapter, note.kind) for note in story.notes]
    assert places[1:3] == [(Place.BEFORE, 2, NoteKind.SUMMARY), (Place.BEFORE, 2, NoteKind.NOTE)]
    assert restoration.restore(story).chapters[0] == "Festival"


@pytest.mark.parametrize("case", [*PAGES, *PASTES], ids=lambda case: case.stem)
def test_a_paragraph_that_is_dropped_is_missed(case):
    document = _read(case)
    stories = sources.recognise(document)
    for number, story in enumerate(stories):
        root = markup.parse(story.body)
        block = next(block for block in root if len(markup.text_of(block)) > 10)
        words = letters(markup.text_of(block))
        markup.remove(block)
        broken = list(stories)
        broken[number] = replace(story, body=markup.serialise(root, keep_lines=True))
        lost = account.unaccounted(document, broken)
        assert Counter(words) <= Counter(letters(" ".join(said for _, said in lost)))


@pytest.mark.parametrize("case", [*PAGES, *PASTES], ids=lambda case: case.stem)
@pytest.mark.parametrize("field", ["notes", "tags", "title", "series", "related", "recipients"])
def test_a_field_that_is_dropped_is_missed(case, field):
    document = _read(case)
    stories = sources.recognise(document)
    held = [story for story in stories if any(change.after.startswith(field[:4]) for change in story.ledger)]
    broken = [replace(story, **{field: "" if field == "title" else ()}) for story in stories]
    assert bool(account.unaccounted(document, broken)) == bool(held)


def test_a_ledger_entry_that_is_dropped_is_missed():
    document = _read(CASES / "books" / "ao3" / "one_chapter_since_2026.html")
    (story,) = sources.recognise(document)
    for change in story.ledger:
        rest = tuple(other for other in story.ledger if other is not change)
        assert account.unaccounted(document, (replace(story, ledger=rest),)) != ()


def _download(chapters, preface="", afterword='<div id="afterword"><h2>Afterword</h2><p>Please drop by.</p></div>'):
    return (
        '<html><head><title>x</title></head><body><div id="preface"><p>Posted originally on the <a href="#">Archive of '
        'Our Own</a> at <a href="https://archiveofourown.org/works/1">https://archiveofourown.org/works/1</a>.</p><dl>'
        '<dt>Rating:</dt><dd><a href="#">Mature</a></dd><dt>Stats:</dt><dd>Published: 2020-01-01 Words: 9 Chapters: '
        f'{max(len(chapters), 1)}/{max(len(chapters), 1)}</dd></dl><h1>A Title</h1><div>by <a href="#">Ann</a></div>'
        f'{preface}</div><div id="chapters">{"".join(chapters)}</div>{afterword}</body></html>'
    )


def _recognised(html):
    document = readers.understand(Given("a.html", html.encode()))
    stories = sources.recognise(document)
    assert account.unaccounted(document, stories) == ()
    return stories[0]


def test_a_file_that_was_cut_in_the_middle_of_the_story_is_flagged():
    story = _recognised(_download(["<div><p>The lamp went out and then</p></div>"], afterword=""))
    assert [change.after for change in story.ledger if change.kind is Kind.FLAGGED] == [
        "The file ends before the Archive's last words. Compare the story's end with the site's, or download it again."
    ]


def test_a_file_with_fewer_chapters_than_it_states_is_flagged():
    chapter = '<div class="meta"><h2>Chapter {0}</h2></div><div><p>Night {0}.</p></div>'
    html = _download([chapter.format(1), chapter.format(2)]).replace("Chapters: 2/2", "Chapters: 3/3")
    (flag,) = [change for change in _recognised(html).ledger if change.kind is Kind.FLAGGED]
    assert flag.after.startswith("The file states 3 chapters and holds 2.")


def test_a_whole_download_is_not_flagged():
    assert not [change for change in _one("chapters_since_2026.html").ledger if change.kind is Kind.FLAGGED]


def _picture():
    made = io.BytesIO()
    Image.new("RGB", (120, 80), "teal").save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


def test_pictures_at_hand_stay_and_others_are_named():
    body = (
        f'<div><p>One.</p><p><img src="data:image/png;base64,{_picture()}" alt="a lamp"></p>'
        '<p><img src="https://x.example/b.png" alt="a quay"></p><p>Two.</p></div>'
    )
    story = _recognised(_download([body]))
    assert story.images_left_out == ("a quay",)
    assert [picture.name in story.body for picture in story.pictures] == [True]
    assert 'alt="a lamp"' in story.body


WORDS = st.sampled_from(
    ["lamp", "quay", "Notes:", "Actions", "Summary", "Chapter 2", "by Ann", "End Notes", "↑ Top", "it’s"]
)
INLINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    INLINE.map(lambda text: f"<p>{text}</p>"),
    INLINE.map(lambda text: f"<p>{text}<br/>{text} <em>{text}</em></p>"),
    INLINE.map(lambda text: f"<h2>{text}</h2>"),
    INLINE.map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
    INLINE.map(lambda text: f'<div align="center"><p>{text}</p></div>'),
    INLINE.map(lambda text: f"<ul><li>{text}</li><li><p>{text}</p></li></ul>"),
    st.just("<hr/>"),
    st.just("<p>&nbsp;</p>"),
)
STORY = st.lists(BLOCK, min_size=1, max_size=6).map(lambda blocks: f"<p>Begin.</p>{''.join(blocks)}<p>End.</p>")


@settings(max_examples=60, deadline=None)
@given(st.lists(STORY, min_size=1, max_size=4), st.booleans(), st.lists(st.booleans(), min_size=8, max_size=8))
def test_whatever_a_story_says_its_chapters_and_its_words_are_its_own(stories, is_old, has):
    rooms = []
    for number, story in enumerate(stories, start=1):
        title = "" if has[0] else f"Night {number}"
        heading = title or f"Chapter {number}"
        heading = heading if is_old or not title else f"Chapter {number}: {title}"
        notes = "<p>Chapter Notes</p><blockquote><p>A note.</p></blockquote>" if has[1] else ""
        ends = f'<div id="endnotes{number}"><p>Chapter End Notes</p><blockquote><p>Bye.</p></blockquote></div>'
        rooms.append(f"<div><h2>{heading}</h2>{notes}</div><div>{story}</div>{ends if has[2] else ''}")
    if len(stories) == 1:
        rooms = [f"{'<h2>A Title</h2>' if has[3] else ''}<div>{stories[0]}</div>"]
    story = _recognised(_download(rooms))
    root = markup.parse(story.body)
    chapters = [block for block in root if block.get("class") == "chapter"]
    assert len(chapters) == (len(stories) if len(stories) > 1 else 0)
    assert len(story.notes) == (has[1] + has[2]) * len(chapters)
    own = " ".join(re.sub(r"<[^>]*>", " ", text) for text in stories)
    told = sum(site_words(text) for block in root if block.get("class") != "chapter" for text in block.itertext())
    assert told == site_words(own.replace("&nbsp;", " "))


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_file_loses_no_word_and_says_none_twice(seed):
    dice = random.Random(seed)  # noqa: S311 - the same damage each time, no secret
    cases = [case for case in (*PAGES, *PASTES) if case.suffix != ".book"]
    told = 0
    for _ in range(25):
        case = dice.choice(cases)
        text = damage.damaged(case.read_text(encoding="utf-8").partition("\n=====\n")[0], dice)
        try:
            document = readers.understand(Given(case.name, text.encode()))
            stories = sources.recognise(document)
        except ManuscriptError:
            continue
        assert account.unaccounted(document, stories) == (), text
        told += len(stories)
    assert told > 10


def test_footnotes_among_the_notes_become_footnotes_of_the_text():
    story = restoration.restore(_one("footnotes_among_the_notes.html"))
    asides = [block for block in markup.parse(story.body) if block.tag == "aside"]
    assert [markup.text_of(aside).strip() for aside in asides] == ["1 Of brass, from the old quay.", "2 Of stone."]
    assert [markup.plain(note.body).strip() for note in story.notes] == ["Thank you for the soup."]
