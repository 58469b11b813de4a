"""Taking a page apart: what is kept, what is set aside, and that every row is spoken for once."""

import pytest

from fic2book import account, markup, readers
from fic2book.model import Kind, NoteKind, Place, Sure
from fic2book.readers.given import Given
from fic2book.sources import look, page, rows


def document(body):
    return readers.understand(Given("a.html", f"<html><body>{body}</body></html>".encode()))


def opened(body):
    return page.opened(document(body), "site")


def told(story):
    return [(change.kind.value, change.line, change.before, change.after) for change in story.ledger]


def test_a_page_that_is_looked_at_stays_as_it_is():
    read = document("<p>One.</p><p>Two.</p>")
    mine = page.opened(read, "site")
    page.set_aside(mine, mine.root[0])
    assert look.text(look.at(read)) == "One. Two."


def test_a_row_that_nobody_took_is_set_aside():
    mine = opened("<p>Menu</p><p>Story.</p><p>Footer ***</p>")
    story = page.story(mine, [mine.root[1]])
    assert story.body == '<p data-line="2">Story.</p>'
    assert told(story) == [("removed", 1, "Menu", ""), ("removed", 3, "Footer ***", "")]
    assert account.unaccounted(mine.document, (story,)) == ()


def test_a_kept_element_leaves_the_tree_and_stands_in_the_ledger_row_by_row():
    mine = opened("<div><p>Ann</p><p>Ben</p></div><p>Story.</p>")
    page.keep(mine, mine.root[0], "authors", ("Ann", "Ben"), sure=Sure.LIKELY)
    story = page.story(mine, list(mine.root))
    assert story.authors == ("Ann", "Ben")
    assert told(story) == [("moved", 1, "Ann", "authors"), ("moved", 2, "Ben", "authors")]
    assert {change.sure for change in story.ledger} == {Sure.LIKELY}


def test_words_of_a_row_that_a_field_does_not_say_are_set_aside():
    mine = opened("<p>tagged: <a href='#'>Rain</a>, <a href='#'>Tram, late</a></p><p>Story.</p>")
    page.keep(mine, mine.root[0], "tags", look.links(mine.root[0]))
    story = page.story(mine, list(mine.root))
    assert story.tags == ("Rain", "Tram, late")
    assert told(story)[0] == ("removed", 1, "tagged:", "")
    assert account.unaccounted(mine.document, (story,)) == ()


def test_a_part_of_a_row_can_be_kept_and_the_rest_stays_free():
    mine = opened("<p>Words: 204 - Published: 2010-03-29 - id: 5</p><p>Story.</p>")
    page.keep_words(mine, (1, "Words: 204"), "words_stated", 204)
    page.keep_words(mine, (1, "Published: 2010-03-29"), "published", "2010-03-29")
    story = page.story(mine, [mine.root[1]])
    assert (story.words_stated, story.published) == (204, "2010-03-29")
    assert ("removed", 1, "- id: 5", "") in told(story)
    assert account.unaccounted(mine.document, (story,)) == ()


def test_a_second_different_value_is_set_aside_and_the_same_one_is_moved_twice():
    mine = opened("<h1>The Quay</h1><h2>The Quay</h2><h3>Another Title</h3><p>Story.</p>")
    for heading in list(mine.root)[:3]:
        page.keep(mine, heading, "title", look.text(heading))
    story = page.story(mine, list(mine.root))
    assert story.title == "The Quay"
    assert [kind for kind, *_ in told(story)] == ["moved", "moved", "removed"]


def test_a_note_keeps_its_paragraphs_and_its_emphasis():
    mine = opened("<p>Story.</p><blockquote><p>Thank <em>you</em>!</p><p>Bye.</p></blockquote>")
    page.note(mine, mine.root[1], Place.AFTER, chapter=2, kind=NoteKind.WARNING)
    (note,) = page.story(mine, list(mine.root)).notes
    assert note.body == "<p>Thank <em>you</em>!</p><p>Bye.</p>"
    assert (note.place, note.chapter, note.kind, note.line) == (Place.AFTER, 2, NoteKind.WARNING, 2)


def test_a_note_without_words_is_none():
    mine = opened("<p>Story.</p><blockquote><p>&nbsp;</p></blockquote>")
    page.note(mine, mine.root[1], Place.AFTER)
    assert page.story(mine, list(mine.root)).notes == ()


@pytest.mark.parametrize(
    ("heading", "title", "gone"),
    [
        ("<h3><a href='#'>Chapter 2</a>: The Tree</h3>", "The Tree", ["Chapter 2:"]),
        ("<h3>The Tree</h3>", "The Tree", []),
        ("<h3>Chapter 2<br/>The Tree<br/>(end)</h3>", "The Tree", ["Chapter 2", "(end)"]),
    ],
)
def test_a_chapters_heading_says_its_title_and_what_else_it_said_is_set_aside(heading, title, gone):
    mine = opened(f"{heading}<p>Story.</p>")
    made = page.chapter(mine, mine.root[0], title)
    story = page.story(mine, [made, *list(mine.root)[1:]])
    assert markup.text_of(markup.parse(story.body)[0]) == title
    assert [change.before for change in story.ledger if change.kind is Kind.REMOVED] == gone
    assert account.unaccounted(mine.document, (story,)) == ()


def test_several_stories_of_a_page_share_one_account():
    mine = opened("<p>Menu</p><h1>One</h1><p>First.</p><p>* * *</p><h1>Two</h1><p>Second.</p><p>Footer</p>")
    blocks = list(mine.root)
    other = page.another(mine)
    page.keep(mine, blocks[1], "title", "One")
    page.keep(other, blocks[4], "title", "Two")
    made = [page.made(mine, [blocks[2]], part=1), page.made(other, [blocks[5]], part=2)]
    first, second = page.settled(mine, made)
    assert ([first.title, first.part], [second.title, second.part]) == (["One", 1], ["Two", 2])
    assert [change.before for change in second.ledger] == ["Two", "Footer"]
    assert account.unaccounted(mine.document, (first, second)) == ()


def test_blank_rows_at_the_edges_of_a_story_go_and_rules_stay():
    mine = opened("<p>&nbsp;</p><hr/><p>Story.</p><p></p>")
    assert page.story(mine, list(mine.root)).body == '<hr data-line="2"/><p data-line="3">Story.</p>'


def test_blocks_inside_each_other_are_told_once():
    mine = opened("<div><p>One.</p><p>Two.</p></div>")
    room = mine.root[0]
    story = page.story(mine, [room, *list(room)])
    assert look.text(markup.parse(story.body)) == "One. Two."


def test_the_row_of_an_inline_element_is_the_one_in_which_it_begins():
    root = look.at(document("<p>One <b>two</b><br/>three <em>four<br/>five</em> <i>six</i></p>"))
    places = {element.tag: rows.row_at(element) for element in root.iter("b", "em", "i")}
    assert places == {"b": 1, "em": 2, "i": 3}
    assert rows.words_by_row(next(root.iter("em"))) == {2: "four", 3: "five"}


def test_labels_are_found_by_their_words_and_never_inside_others():
    root = look.at(document("<div><h3>Work Text:</h3></div><p>He wrote Work Text: on it.</p>"))
    assert [element.tag for element in look.saying(root, r"work text:")] == ["h3"]
