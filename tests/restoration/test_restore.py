"""What a whole restoration gives back."""

from fic2book import markup
from fic2book.model import Change, Choices, Kind, Place, Story
from fic2book.restoration import restore


def _story(text, **fields):
    body = "".join(
        markup.paragraph(line, number) if line.strip() else f'<p data-line="{number}"/>'
        for number, line in enumerate(text.split("\n"), 1)
    )
    return Story(**{"file": "a.txt", "origin": "text", "title": "A", "body": body, **fields})


def test_no_line_numbers_and_no_marks_are_left_in_the_body():
    restored = restore(_story("The lamp went out.\n\n***\n\nNobody moved.\n\n***"))
    assert restored.body == '<p>The lamp went out.</p><hr class="scene"/><p>Nobody moved.</p>'


def test_chapters_are_listed_and_a_note_knows_its_chapter():
    restored = restore(_story("Chapter 1\nThe lamp went out.\nChapter 2\nA/N: sorry!\nNobody moved."))
    assert restored.chapters == ("Chapter 1", "Chapter 2")
    assert [(note.place, note.chapter, note.line) for note in restored.notes] == [(Place.BEFORE, 2, 4)]


def test_the_language_that_was_stated_is_kept_and_sets_the_quotes():
    restored = restore(_story('"Gut."', language="de"))
    assert (restored.language, restored.body) == ("de", "<p>„Gut.“</p>")


def test_the_anthology_s_language_serves_where_nobody_knows_the_story_s():
    restored = restore(_story('"Gut."'), Choices(language="de"))
    assert (restored.language, restored.body) == ("", "<p>„Gut.“</p>")


def test_the_ledger_goes_on_in_the_order_of_the_lines():
    earlier = Change(rule="text", kind=Kind.MOVED, line=9, before="A", after="title")
    restored = restore(_story('***\n"No."\n"I-"', ledger=(earlier,)))
    assert [change.line for change in restored.ledger] == sorted(change.line for change in restored.ledger)
    assert earlier in restored.ledger


def test_one_rule_enters_a_paragraph_once():
    restored = restore(_story('"No," he said, "not--not today," and "never"... "I-"'))
    assert [change.rule for change in restored.ledger] == ["ellipses", "quotes", "dashes"]


def test_restoring_what_is_restored_changes_nothing_more():
    once = restore(_story('Chapter 1\n\nThe lamp "went" out.\n\n\n***\n\nNobody moved--not one.\n\nA/N: bye'))
    assert restore(once).body == once.body
    assert restore(once).notes == once.notes


def test_an_empty_story_stays_empty():
    assert restore(_story("")).body == ""
