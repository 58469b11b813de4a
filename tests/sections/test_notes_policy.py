"""Where the authors' notes stand: as a person asks, and never a warning out of sight."""

import pytest

from fic2book import markup
from fic2book.model import Note, NoteKind, Picture, Place
from fic2book.sections import notes
from tests.sections.shelf import OPENING, anthology, laid_out, of_class, story, text, tree

HELLO = Note(place=Place.BEFORE, body="<p>Hello, reader.</p>")
THANKS = Note(place=Place.AFTER, body="<p>Thanks for reading.</p>")
OWNS = Note(place=Place.BEFORE, body="<p>The harbour is not mine.</p>", kind=NoteKind.DISCLAIMER)
HEED = Note(place=Place.BEFORE, body="<p>There is weather in it.</p>", kind=NoteKind.WARNING)
LATE = Note(place=Place.AFTER, body="<p>Somebody drowned.</p>", kind=NoteKind.WARNING)
ALL = (HELLO, OWNS, HEED, THANKS)
CHAPTERS = f'<h2 class="chapter">One</h2>{OPENING}<h2 class="chapter">Two</h2>{OPENING}'
WAYS = ("", "before", "after", "footnotes", "appendix", "hide")


def book(how: str = "", *, asked: str = "", disclaimers: str = "", own: tuple[Note, ...] = ALL, body: str = OPENING):
    one = story("a", body, notes=own, show_notes=asked)
    return anthology(one, story("b"), show_notes=how, show_disclaimers=disclaimers)


def sections_of(*given: str, **fields: object):
    return laid_out(book(*given, **fields))


def place_of(section, words: str) -> str:
    """Return the classes of the box that holds words, "before" or "behind" the text with it."""
    root = tree(section)
    note = next(one for one in of_class(root, "note-text") if words in markup.text_of(one))
    order = [element for element in root.iter() if element is note or element.get("class") == "story-text"]
    kind = next(box.get("class") for box in note.iterancestors() if box.get("class") and box is not root)
    return f"{kind} {'before' if order[0] is note else 'behind'}"


def test_notes_stand_where_they_stood_when_nobody_asks():
    section = sections_of()["a"]
    assert place_of(section, "Hello") == "note opening-note before"
    assert place_of(section, "Thanks") == "note closing-note behind"


def test_before_and_after_bring_all_notes_to_one_side():
    section = sections_of("before")["a"]
    assert place_of(section, "Thanks") == "note opening-note before"
    section = sections_of("after")["a"]
    assert place_of(section, "Hello") == "note closing-note behind"
    assert place_of(section, "not mine") == "note closing-note behind"


def test_a_long_note_that_is_wanted_before_stands_between_opener_and_text():
    long = Note(place=Place.AFTER, body=f"<p>{'word ' * 61}</p>")
    assert place_of(sections_of("before", own=(long,))["a"], "word") == "note leading-note before"
    assert not of_class(of_class(tree(sections_of("before", own=(long,))["a"]), "opener")[0], "note")


def test_footnotes_hang_on_one_mark_at_the_title():
    root = tree(sections_of("footnotes")["a"])
    title = of_class(root, "story-title")[0]
    (mark,) = of_class(title, "noteref")
    aside = next(one for one in root.iter("aside") if one.get("id") == mark.get("href", "")[1:])
    assert [" ".join(markup.text_of(one).split()) for one in of_class(aside, "note-text")] == [
        "Hello, reader.", "The harbour is not mine.", "Thanks for reading.",
    ]  # fmt: skip
    assert of_class(aside, "backref")[0].get("href") == f"#{mark.get('id')}"


def test_a_chapters_footnote_hangs_on_the_chapters_heading():
    own = (Note(place=Place.AFTER, body="<p>Of two.</p>", chapter=2),)
    root = tree(sections_of("footnotes", own=own, body=CHAPTERS)["a"])
    assert not of_class(of_class(root, "opener")[0], "noteref")
    assert of_class(of_class(root, "chapter")[1], "chapter-title")[0].find("a") is not None
    assert "Of two." in markup.text_of(of_class(root, "chapter")[1])


def test_the_appendix_leads_to_the_story_and_the_story_to_it():
    found = sections_of("appendix")
    assert found["notes"].matter == "back"
    assert "Hello" not in text(found["a"])
    assert [link.get("href") for link in tree(found["notes"]).iter("a")] == ["#a"]
    (pointer,) = of_class(tree(found["a"]), "see-notes")
    target = pointer[0].get("href")[1:]
    assert [one.get("id") for one in of_class(tree(found["notes"]), "story-notes")] == [target]
    assert "notes" not in sections_of("")


def test_hidden_notes_are_in_no_section_and_can_be_asked_for():
    content = book("hide")
    assert not any(words in text(section) for section in laid_out(content).values() for words in ("Hello", "Thanks"))
    assert notes.hidden(content.stories[0], content) == (HELLO, OWNS, THANKS)


@pytest.mark.parametrize("how", WAYS)
def test_a_warning_is_never_hidden_nor_behind_the_text_that_it_warns_of(how):
    section = sections_of(how, own=(HEED, Note(place=Place.BEFORE, body=f"<p>{'word ' * 90}</p>")))["a"]
    assert place_of(section, "weather") == "note warning-note before"


@pytest.mark.parametrize("how", WAYS)
def test_a_warning_that_its_author_put_behind_the_text_stays_there_or_goes_before_it(how):
    expected = "note warning-note before" if how == "before" else "note closing-note behind"
    assert place_of(sections_of(how, own=(LATE,))["a"], "drowned") == expected


@pytest.mark.parametrize("how", WAYS)
def test_the_sites_warnings_stand_on_the_opener_whatever_is_asked(how):
    content = anthology(story("a", warnings=("Death",), notes=ALL, show_notes=how), story("b"))
    assert of_class(of_class(tree(laid_out(content)["a"]), "opener")[0], "warnings")


def test_disclaimers_go_their_own_way():
    found = sections_of("before", disclaimers="hide")["a"]
    assert "not mine" not in text(found)
    assert place_of(found, "Hello") == "note opening-note before"
    assert place_of(sections_of("hide", disclaimers="after")["a"], "not mine") == "note closing-note behind"


def test_a_storys_own_word_stands_over_the_books():
    assert place_of(sections_of("hide", asked="after")["a"], "Hello") == "note closing-note behind"
    assert "Hello" not in text(sections_of("after", asked="hide")["a"])


@pytest.mark.parametrize("how", WAYS)
def test_a_chapters_summary_stands_under_its_heading_whatever_is_asked(how):
    own = (Note(place=Place.BEFORE, body="<p>In which a bell rings.</p>", chapter=1, kind=NoteKind.SUMMARY),)
    root = tree(sections_of(how, own=own, body=CHAPTERS)["a"])
    (summary,) = of_class(of_class(root, "chapter")[0], "summary")
    assert summary.getprevious().get("class") == "chapter-title"
    assert summary.getnext().get("class") == "story-text"


@pytest.mark.parametrize("how", WAYS)
def test_every_note_that_is_not_hidden_stands_once(how):
    content = book(how)
    shown = [one for section in laid_out(content).values() for one in of_class(tree(section), "note-text")]
    hidden = notes.hidden(content.stories[0], content)
    assert sorted(one.get("id") for one in shown) == sorted(
        f"a-note-{number}" for number, one in enumerate(ALL, 1) if one not in hidden
    )


def test_a_note_may_show_a_picture_that_its_story_has():
    picture = Picture(name="map", data=b"x", media_type="image/png", width=9, height=9)
    own = Note(place=Place.AFTER, body='<p><img src="picture:map" alt="A map"/></p>')
    content = anthology(story("a", notes=(own,), pictures=(picture,), show_notes="appendix"), story("b"))
    assert [one.get("src") for one in tree(laid_out(content)["notes"]).iter("img")] == ["picture:a.map"]


@pytest.mark.parametrize("how", ["", "appendix"])
def test_a_note_may_call_a_footnote_of_its_storys_text(how):
    called = Note(
        place=Place.AFTER, body='<p>As I said<a class="noteref" href="#fn-1" id="fnref-1">1</a>.</p>'
    )  # fmt: skip
    body = f'{OPENING}<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> There.</p></aside>'
    found = laid_out(book(how, own=(called,), body=body))
    place = tree(found["notes" if how else "a"])
    assert [one.get("href") for one in of_class(place, "noteref")] == ["#a-fn-1"]
    assert [one.get("href") for one in of_class(tree(found["a"]), "backref")] == ["#a-fnref-1"]
    assert [one.get("id") for one in of_class(place, "noteref")] == ["a-fnref-1"]


def test_several_notes_of_a_story_are_no_landmarks_of_one_name():
    root = tree(sections_of(own=(HELLO, THANKS, Note(place=Place.AFTER, body="<p>Of one.</p>", chapter=1)))["a"])
    asides = of_class(root, "note")
    assert len(asides) > 1
    assert {one.get("role") for one in asides} == {"note"}
