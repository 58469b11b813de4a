"""The content notes: all that is said of every story, in front or at the back, and never nowhere."""

import pytest

from fic2book.model import Note, NoteKind, Place
from tests.sections.shelf import OPENING, anthology, laid_out, of_class, story, text, text_of_class, tree

WARNED = Note(place=Place.BEFORE, kind=NoteKind.WARNING, body="<p>A <em>drowning</em> is spoken of.</p><p>Fire.</p>")


def _book(**fields):
    return anthology(
        story("the-lamps", rating="General Audiences", warnings=("No Archive Warnings Apply",)),
        story("the-ferry", rating="Mature", warnings=("Creator Chose Not To Use Archive Warnings",), notes=(WARNED,)),
        story("the-quay", authors=("Ben Tallow",)),
        **fields,
    )


def test_every_rating_and_warning_stands_on_one_page_behind_the_contents():
    sections = laid_out(_book())
    kinds = [section.kind for section in sections.values()]
    assert kinds[kinds.index("contents") + 1] == "content-notes"
    page = sections["content-notes"]
    assert page.matter == "front"
    assert text_of_class(page, "noted") == [
        "General Audiences · No Archive Warnings Apply",
        "Mature · Creator Chose Not To Use Archive Warnings",
    ]
    assert text_of_class(page, "noted-words") == ["A drowning is spoken of.", "Fire."]
    assert [link.get("href") for link in tree(page).iter("a")] == ["#the-lamps", "#the-ferry"]


def test_where_nothing_is_to_be_heeded_the_line_is_set_back():
    page = laid_out(_book())["content-notes"]
    assert text_of_class(page, "quiet") == ["The Lamps General Audiences · No Archive Warnings Apply"]


def test_a_story_of_which_nothing_is_said_is_named_too():
    assert text_of_class(laid_out(_book())["content-notes"], "page-rest") == [
        "No rating or warning was given for The Quay."
    ]


def test_a_chapters_warning_names_the_chapter():
    note = Note(place=Place.BEFORE, kind=NoteKind.WARNING, chapter=2, body="<p>Fire.</p>")
    body = f'<h2 class="chapter">Dusk</h2>{OPENING}<h2 class="chapter">Dawn</h2>{OPENING}'
    page = laid_out(anthology(story("a", body, notes=(note,)), story("b")))["content-notes"]
    assert text_of_class(page, "noted-words") == ["Dawn: Fire."]


def test_moved_to_the_back_the_page_is_pointed_to_in_front():
    sections = laid_out(_book(content_notes="back"))
    kinds = [section.kind for section in sections.values()]
    assert kinds[kinds.index("story") + 3] == "content-notes"
    assert sections["content-notes"].matter == "back"
    pointer = of_class(tree(sections["contents"]), "to-page")
    assert [one.get("href") for one in pointer] == ["#content-notes"]
    assert "at the back" in text(sections["contents"])


@pytest.mark.parametrize("place", ["front", "back"])
def test_a_book_of_which_nothing_is_said_has_no_such_page_and_no_pointer(place):
    sections = laid_out(anthology(story("a"), story("b"), content_notes=place))
    assert "content-notes" not in sections
    assert not of_class(tree(sections["contents"]), "to-page")


@pytest.mark.parametrize("place", ["front", "back"])
def test_warnings_stand_before_the_text_wherever_the_page_is(place):
    opener = text(laid_out(_book(content_notes=place))["the-ferry"])
    for said in ("Creator Chose Not To Use Archive Warnings", "A drowning is spoken of."):
        assert opener.index(said) < opener.index("Every lamp")
