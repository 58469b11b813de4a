"""The words of a page are followed row by row, footnotes to where their words stand in the file."""

from dataclasses import replace

import pytest

from fic2book import account
from fic2book.model import Change, Document, Kind, Line, Related, Series, Story

ROWS = (
    "Menu",
    "The Weir",
    "The river rose.[1] Nobody on the quay",
    "would say what it meant.[2]",
    "",
    "Ibid.",
    "Notes",
    "[1] By a hand's breadth. ↩",
    "2. Ibid.",
    "Terms",
)
BODY = (
    '<p>The river rose.<a class="noteref" href="#fn-1" id="fnref-1">1</a> Nobody on the quay<br/>would say what it '
    'meant.<a class="noteref" href="#fn-2" id="fnref-2">2</a></p><p>Ibid.</p>'
    '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> By a hand’s breadth.</p></aside>'
    '<aside class="footnote" id="fn-2"><p><a class="backref" href="#fnref-2">2</a> Ibid.</p></aside>'
)
LEDGER = (
    Change(rule="page", kind=Kind.REMOVED, line=1, before="Menu"),
    Change(rule="page", kind=Kind.MOVED, line=2, before="The Weir", after="title"),
    Change(rule="footnotes", kind=Kind.REMOVED, line=7, before="Notes"),
    Change(rule="page", kind=Kind.REMOVED, line=10, before="Terms"),
)
STORY = Story(file="weir.html", origin="generic", title="The Weir", body=BODY, ledger=LEDGER)


def _document(*rows, format="html"):  # noqa: A002 - the field's own name
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(rows or ROWS, 1))
    return Document(file="weir.html", format=format, lines=lines)


@pytest.mark.parametrize("format", ["html", "epub", "docx", "text"])
def test_an_honest_page_balances(format):  # noqa: A002 - the field's own name
    assert account.unaccounted(_document(format=format), (STORY,)) == ()


@pytest.mark.parametrize(
    ("words", "line"), [("rose", 3), ("Nobody on the quay", 3), ("meant.", 4), ("Ibid.</p><aside", 6)]
)
def test_words_dropped_from_a_page_are_named_with_their_row(words, line):
    kept = "</p><aside" if "<" in words else ""
    broken = replace(STORY, body=STORY.body.replace(words, kept, 1))
    assert [found for found, _ in account.unaccounted(_document(), (broken,))] == [line]


def test_a_footnote_that_was_dropped_is_named():
    broken = replace(STORY, body=STORY.body[: STORY.body.index('<aside class="footnote" id="fn-2"')])
    assert account.unaccounted(_document(), (broken,)) == ((9, "2. Ibid."),)


def test_a_footnote_that_the_file_does_not_hold_is_named():
    invented = '<aside class="footnote" id="fn-3"><p><a class="backref" href="#fnref-3">3</a> Of rain.</p></aside>'
    broken = replace(STORY, body=STORY.body + invented)
    assert [words.strip() for _, words in account.unaccounted(_document(), (broken,))] == ["Of rain."]


def test_a_footnote_s_number_that_changed_is_named_unless_the_ledger_tells():
    renumbered = STORY.body.replace(">2</a>", ">3</a>")
    told = (
        *LEDGER,
        Change(rule="footnotes", kind=Kind.REWRITTEN, line=4, before="it meant.[2]", after="it meant.3"),
        Change(rule="footnotes", kind=Kind.REWRITTEN, line=9, before="2. Ibid.", after="3. Ibid."),
    )
    assert account.unaccounted(_document(), (replace(STORY, body=renumbered),)) != ()
    assert account.unaccounted(_document(), (replace(STORY, body=renumbered, ledger=told),)) == ()


def test_hover_text_is_a_footnote_that_the_ledger_tells_of():
    body = (
        '<p>The <span>weir<a class="noteref" href="#fn-1" id="fnref-1">1</a></span> broke.</p>'
        '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> a low dam</p></aside>'
    )
    told = (Change(rule="hover_texts", kind=Kind.REWRITTEN, line=1, before="weir", after="weir1 (1 a low dam)"),)
    story = replace(STORY, body=body, ledger=told)
    assert account.unaccounted(_document("The weir broke."), (story,)) == ()
    assert account.unaccounted(_document("The weir broke."), (replace(story, ledger=()),)) != ()


def test_what_two_stories_of_one_file_both_tell_of_its_rows_happened_once():
    rows = ("Menu", "Menu and bread, she read.", "Menu for two, he said.")
    menu = LEDGER[:1]
    first = replace(STORY, body="<p>Menu and bread, she read.</p>", ledger=menu)
    second = replace(STORY, body="<p>Menu for two, he said.</p>", ledger=menu)
    assert account.unaccounted(_document(*rows), (first, second)) == ()


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ("Part 2 of Quay Tales", "series", (Series(name="Quay Tales", number="2"),)),
        ("Inspired by The Mole by Ada", "related", (Related(how="inspired by", title="The Mole", authors=("Ada",)),)),
        ("For Ilse", "recipients", ("Ilse",)),
        ("Status: Complete", "status", "Complete"),
    ],
)
def test_a_row_that_became_a_field_is_found_there(row, field, value):
    story = replace(
        STORY, body="<p>Rain.</p>", ledger=(Change(rule="x", kind=Kind.MOVED, line=1, before=row, after=field),)
    )
    assert account.unaccounted(_document(row, "Rain."), (replace(story, **{field: value}),)) == ()
    assert account.unaccounted(_document(row, "Rain."), (story,)) != ()


def test_a_row_whose_words_moved_to_a_note_may_have_been_rewritten_before():
    ledger = (
        Change(rule="footnotes", kind=Kind.REWRITTEN, line=1, before="tide*", after="tide1"),
        Change(rule="author_notes", kind=Kind.MOVED, line=1, before="A/N: tide1 tables", after="title"),
    )
    story = replace(STORY, title="A/N: tide1 tables", body="<p>Rain.</p>", ledger=ledger)
    assert account.unaccounted(_document("A/N: tide* tables", "Rain."), (story,)) == ()


def test_a_short_word_that_was_removed_is_not_the_same_word_in_a_title_beside_it():
    ledger = (
        Change(rule="x", kind=Kind.REMOVED, line=1, before="by"),
        Change(rule="x", kind=Kind.REMOVED, line=1, before="T"),
        Change(rule="x", kind=Kind.MOVED, line=1, before="ada", after="authors"),
        Change(rule="x", kind=Kind.MOVED, line=1, before="The Tub by Night", after="title"),
    )
    story = replace(STORY, title="The Tub by Night", authors=("ada",), body="<p>Rain.</p>", ledger=ledger)
    assert account.unaccounted(_document("The Tub by Night by ada T", "Rain."), (story,)) == ()
    assert account.unaccounted(_document("The Tub by Night by by ada T", "Rain."), (story,)) != ()


def test_words_round_others_that_were_removed_are_found_when_those_are_gone():
    ledger = (
        Change(rule="x", kind=Kind.MOVED, line=1, before="A note of rain", after="title"),
        Change(rule="x", kind=Kind.REMOVED, line=1, before="(ad)"),
    )
    story = replace(STORY, title="A note of rain", body="<p>Rain.</p>", ledger=ledger)
    assert account.unaccounted(_document("A note (ad) of rain", "Rain."), (story,)) == ()


def test_a_field_that_one_story_of_a_file_has_and_another_has_not_is_looked_for_in_both():
    moved = Change(rule="x", kind=Kind.MOVED, line=1, before="Words: 12", after="words_stated")
    first = replace(STORY, body="<p>Rain.</p>", ledger=(moved,), words_stated=12)
    second = replace(STORY, body="<p>Snow.</p>", ledger=())
    assert account.unaccounted(_document("Words: 12", "Rain.", "Snow."), (first, second)) == ()


def test_of_two_rows_that_say_the_same_either_may_be_the_footnote():
    body = (
        '<p>It broke.<a class="noteref" href="#fn-1" id="fnref-1">1</a></p><p>1 Ibid.</p><p>So it was.</p>'
        '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> Ibid.</p></aside>'
    )
    story = replace(STORY, body=body, ledger=())
    document = _document("It broke.1", "1 Ibid.", "So it was.", "1 Ibid.")
    later = body.replace("<p>1 Ibid.</p><p>So it was.</p>", "<p>So it was.</p><p>1 Ibid.</p>")
    assert account.unaccounted(document, (story,)) == ()
    assert account.unaccounted(document, (replace(story, body=later),)) == ()
    assert account.unaccounted(_document("It broke.1", "1 Ibid.", "So it was."), (story,)) != ()


REPEATED = "Next the tide went out. Next"
"""A row whose last word is a button's."""


@pytest.mark.parametrize(
    ("body", "balanced"),
    [("Next the tide went out.", True), ("the tide went out. Next", True), ("the tide went out.", False)],
)
def test_of_a_word_that_a_row_says_twice_one_may_be_gone_and_not_both(body, balanced):
    ledger = (Change(rule="html", kind=Kind.REMOVED, line=1, before="Next"),)
    story = Story(file="weir.html", origin="html", title="x", body=f"<p>{body}</p>", ledger=ledger)
    assert (account.unaccounted(_document(REPEATED), (story,)) == ()) is balanced


def test_of_three_rows_that_say_the_same_the_one_in_the_middle_may_be_the_footnote():
    rows = ("1 Ibid.", "So she said.1", "1 Ibid.", "And so he wrote.", "1 Ibid.")
    call = '<a class="noteref" href="#fn-1" id="fnref-1">1</a>'
    note = '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> Ibid.</p></aside>'
    body = f"<p>1 Ibid.</p><p>So she said.{call}</p><p>And so he wrote.</p><p>1 Ibid.</p>{note}"
    told = Story(file="weir.html", origin="html", title="x", body=body)
    assert account.unaccounted(_document(*rows), (told,)) == ()
    short = replace(told, body=body.replace("<p>And so he wrote.</p><p>1 Ibid.</p>", "<p>And so he wrote.</p>"))
    assert account.unaccounted(_document(*rows), (short,))
