"""The second witness: what a site counted against the words that stand in the finished EPUB."""

import shutil
from dataclasses import replace

import pytest

from fic2book import checks, config
from fic2book.checks import epub
from fic2book.checks.epub import witness
from fic2book.letters import site_words
from fic2book.markup import parse
from fic2book.model import Change, Kind, Severity
from fic2book.pipeline import build
from tests import tools
from tests.checks.library import anthology, edit, write

PARAGRAPH = (
    "“You are late,” said the girl who sat there. “I have counted every one of them. "
    "I thought that you had forgotten me.”"
)
SHAPES = (
    "01_ao3_oneshot_notes.html",
    "02_ao3_oneshot_hr.html",
    "03_ao3_br_paragraphs.html",
    "04_ao3_multichapter.html",
)
STATED = {SHAPES[0]: 1209, SHAPES[1]: 2356, SHAPES[2]: 666, SHAPES[3]: 13645, "15_ao3_calibre.epub": 2356}


def counted(story):
    """Count as the site does: text node by text node, without the titles of chapters."""
    root = parse(story.body)
    return sum(site_words(text) for block in root if block.tag != "h2" for text in block.itertext())


def book_of(**fields):
    """Return an EPUB whose first story comes from the Archive, and is said to have so many words."""
    whole = anthology()
    first, *others = whole.stories
    said = {"origin": "ao3", "file": "lamps.html", "words_stated": counted(first), **fields}
    return write(replace(whole, stories=(replace(first, **said), *others)), "epub")


def told(book):
    return [
        (one.severity, one.message, one.place)
        for one in checks.prove_alone({"a.epub": book})
        if one.code == "words-stated"
    ]


def own():
    return counted(anthology().stories[0])


def test_a_story_with_as_many_words_as_its_site_counted_is_silent():
    assert told(book_of()) == []


def test_a_story_with_fewer_words_than_its_site_counted_is_told_with_both_numbers():
    ((severity, message, place),) = told(book_of(words_stated=own() + 40))
    assert (severity, place) == (Severity.WARNING, "lamps.html")
    assert f"has {own()} words" in message
    assert f"should have {own() + 40}" in message


def test_a_story_with_more_words_than_its_site_counted_is_told_too():
    ((severity, _, _),) = told(book_of(words_stated=own() - 40))
    assert severity == Severity.WARNING


def test_a_difference_of_a_word_or_two_is_only_told():
    assert [severity for severity, _, _ in told(book_of(words_stated=own() + 1))] == [Severity.INFO]


def test_a_pasted_page_is_never_more_than_told():
    assert [severity for severity, _, _ in told(book_of(words_stated=own() + 400, file="lamps.txt"))] == [Severity.INFO]


@pytest.mark.parametrize(
    "fields",
    [{"words_stated": None}, {"origin": "text", "words_stated": 9}, {"words_stated": 9_000, "chapters_stated": "7/9"}],
    ids=["no count", "another site", "one chapter of seven"],
)
def test_a_count_that_says_nothing_of_the_text_is_silent(fields):
    assert told(book_of(**fields)) == []


def test_words_that_restoration_took_out_of_the_text_are_not_missed():
    note = Change(
        rule="author_notes", kind=Kind.MOVED, line=4, before="A/N: sorry for the late lamp!", after="note before"
    )
    label = Change(rule="ao3", kind=Kind.REMOVED, line=1, before="Rating:")
    taken = site_words(note.before)
    assert told(book_of(words_stated=own() + taken, ledger=(label, note))) == []
    assert len(told(book_of(words_stated=own() + taken))) == 1


def test_a_paragraph_that_was_cut_out_of_the_finished_book_is_missed_by_the_count():
    whole = book_of()
    cut = edit(whole, "lamps.xhtml", f"<p>{PARAGRAPH}</p>", "")
    ((severity, message, _),) = told(cut)
    assert severity == Severity.WARNING
    assert f"has {own() - site_words(PARAGRAPH)} words" in message


def test_a_chapters_title_may_be_counted_by_the_site_or_not():
    whole = anthology()
    chaptered = next(one for one in whole.stories if one.chapters)
    titles = sum(map(site_words, chaptered.chapters))
    assert titles > 0
    for more in (0, titles):
        said = replace(chaptered, origin="ao3", file="a.html", words_stated=counted(chaptered) + more)
        assert told(write(replace(whole, stories=(said,)), "epub")) == []


@pytest.mark.parametrize("files", [SHAPES, ("15_ao3_calibre.epub",)], ids=["downloads", "calibre"])
def test_the_archives_own_count_is_found_exactly_in_the_finished_book(files, tmp_path):
    folder = tmp_path / "stories"
    folder.mkdir()
    for file in files:
        shutil.copy(tools.shared("samples", "web-shapes", file), folder)
    made = build(
        config.load(folder, {"output": tmp_path / "book", "title": "Counted", "to": ("epub",)}), lambda *_: None
    )
    book = made.books[".epub"].read_bytes()
    found = witness.counts(epub.opened(book), {story.id for story in made.anthology.stories})
    there = {story.file: found[story.id][0] for story in made.anthology.stories}
    assert there == {file: STATED[file] for file in files}
    assert told(book) == []
