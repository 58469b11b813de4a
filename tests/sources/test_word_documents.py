"""Word documents that nobody knows: titles and chapters by their styles, and no name from the properties."""

import pytest

from fic2book import account, markup, readers, sources
from fic2book.model import Kind, Sure
from fic2book.readers.given import Given
from tests.sources.worded import docx

NAME = "Adelaide Harborough"
ONE = (
    "The tide was out when the two of them came down the steps, and neither of them had slept.",
    "“You said noon,” said Ada, who had walked all night to be there, with the lamp under her coat.",
    "Ben looked at the water for a while. It had nothing to say to him that it had not said the day before.",
)
TWO = (
    "There were nine goats on the roof of the mill, and Tom could only account for eight of them.",
    "“The ninth,” said his aunt, without looking up from her accounts, “is the one that pays rent.”",
    "So Tom wiped his feet, and was civil, and nobody in the valley ever learned what the goat thought of it.",
)
TITLE, QUAY, GOAT = ("The Grey Quay", "Title"), ("The Grey Quay", "Heading1"), ("The Ninth Goat", "Heading1")


def read(*paragraphs, split="", **said):
    document = readers.understand(Given("story.docx", docx(*paragraphs, **said)))
    stories = sources.recognise(document, split)
    assert account.unaccounted(document, stories) == ()
    return stories


def test_title_and_byline_are_taken_from_the_text():
    (story,) = read(TITLE, "by ada_quay", *ONE, creator=NAME)
    assert (story.title, story.authors, story.origin) == ("The Grey Quay", ("ada_quay",), "docx")
    assert markup.plain(story.body).startswith("The tide was out")


def test_a_name_from_the_properties_is_flagged_and_never_an_author():
    (story,) = read(TITLE, *ONE, creator=NAME)
    assert story.authors == ()
    (entry,) = [entry for entry in story.ledger if entry.rule == "properties"]
    assert (entry.kind, entry.before, entry.sure) == (Kind.FLAGGED, NAME, Sure.GUESSED)
    assert NAME not in entry.after


def test_a_title_and_great_headings_are_a_story_in_chapters():
    (story,) = read(TITLE, ("Lamp", "Heading1"), *ONE, ("Salt", "Heading1"), *TWO)
    assert story.title == "The Grey Quay"
    assert markup.plain(story.body).startswith("Lamp")


def test_great_headings_without_a_title_above_them_are_stories():
    stories = read(QUAY, *ONE, *ONE, GOAT, *TWO, *TWO)
    assert [(story.part, story.title) for story in stories] == [(1, "The Grey Quay"), (2, "The Ninth Goat")]


@pytest.mark.parametrize("heading", ["Chapter One", "1. Lamp", "Prologue", "Part II", "Author’s Note"])
def test_great_headings_that_name_chapters_are_no_stories(heading):
    assert len(read((heading, "Heading1"), *ONE, *ONE, ("Chapter Two", "Heading1"), *TWO, *TWO)) == 1


def test_a_person_may_ask_for_a_story_at_each_heading():
    stories = read(("Lamps and Goats", "Title"), QUAY, *ONE, GOAT, *TWO, split="h1")
    assert [story.title for story in stories] == ["The Grey Quay", "The Ninth Goat"]
    assert {story.collection for story in stories} == {"Lamps and Goats"}


def test_a_person_may_forbid_it():
    assert len(read(QUAY, *ONE, *ONE, GOAT, *TWO, *TWO, split="never")) == 1


def test_a_document_without_any_title_is_named_by_its_file():
    (story,) = read(*ONE, title="Document1")
    assert story.title == "Story"
