"""Stories become an anthology: order, names, ids and dates, without a clock."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fic2book.assemble import assemble, empty_parts
from fic2book.model import Part, PartSettings, Series, Settings, Story, StorySettings


def story(title, *, file="", authors=(), body="<p>words</p>", **fields):
    return Story(file=file or f"{title}.txt", origin="text", title=title, authors=authors, body=body, **fields)


def settings(**fields):
    return Settings(folder=Path("/srv/Winter Tales"), output=Path("book"), **fields)


STORIES = (
    story("The Quay", authors=("Mo Linden",), published="2021-05-02", body="<p>one two three</p>"),
    story("An Orchard", authors=("June Harrow",), published="2019", body="<p>one</p>"),
    story("“Zephyr”", published="", body="<p>one two</p>"),
    story("Élan", authors=("Ash Moor",), published="2020-11", body="<p>one two three four</p>"),
)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("", ["The Quay", "An Orchard", "“Zephyr”", "Élan"]),
        ("title", ["Élan", "An Orchard", "The Quay", "“Zephyr”"]),
        ("author", ["Élan", "An Orchard", "The Quay", "“Zephyr”"]),
        ("date", ["An Orchard", "Élan", "The Quay", "“Zephyr”"]),
        ("length", ["An Orchard", "“Zephyr”", "The Quay", "Élan"]),
    ],
)
def test_stories_stand_in_the_order_that_is_asked_for(order, titles):
    assert [story.title for story in assemble(STORIES, settings(order=order)).stories] == titles


def test_the_tables_order_comes_first_and_the_other_files_follow():
    tables = (StorySettings(file="Élan.txt"), StorySettings(file="An Orchard.txt"))
    book = assemble(STORIES, settings(stories=tables))
    assert [story.title for story in book.stories] == ["Élan", "An Orchard", "The Quay", "“Zephyr”"]


def test_order_by_file_speaks_over_the_tables():
    tables = (StorySettings(file="Élan.txt"),)
    assert assemble(STORIES, settings(stories=tables, order="file")).stories[0].title == "The Quay"


def test_ids_come_from_titles_and_stay_when_others_come():
    twin = story("The Quay", file="other.txt", authors=("Ash Moor",))
    before = {story.title: story.id for story in assemble(STORIES, settings()).stories}
    after = assemble((*STORIES, twin), settings()).stories
    assert before == {story.title: story.id for story in after[:-1]}
    assert after[-1].id == "the-quay-ash-moor"


def test_an_id_is_never_that_of_a_page_of_the_book_and_never_begins_with_a_digit():
    ids = [made.id for made in assemble((story("Contents"), story("7 Bells")), settings()).stories]
    assert ids == ["contents-2", "s-7-bells"]


def test_the_identifier_stays_when_a_story_is_added_and_differs_between_books():
    book, grown = assemble(STORIES[:2], settings()), assemble(STORIES, settings())
    assert book.identifier == grown.identifier
    assert book.identifier != assemble(STORIES, settings(title="Other Tales")).identifier
    assert assemble(STORIES, settings(identifier="urn:isbn:9780000000002")).identifier == "urn:isbn:9780000000002"


def test_the_books_date_is_the_newest_that_a_manuscript_states(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert assemble(STORIES, settings()).modified == datetime(2021, 5, 2, tzinfo=UTC)


def test_without_a_stated_date_the_epoch_speaks_and_without_one_a_fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert assemble(STORIES[2:3], settings()).modified == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert assemble(STORIES[2:3], settings()).modified == datetime(2000, 1, 1, tzinfo=UTC)


def test_one_given_author_owns_the_pastes_that_name_nobody():
    book = assemble(STORIES[2:3], settings(authors=("June Harrow",)))
    assert book.stories[0].authors == ("June Harrow",)
    assert book.by_one_author


def test_a_given_author_never_takes_a_strangers_story():
    book = assemble(STORIES, settings(authors=("June Harrow",)))
    assert [story.authors for story in book.stories] == [("Mo Linden",), ("June Harrow",), (), ("Ash Moor",)]


def test_the_books_language_is_its_stories_commonest():
    told = (story("A", language="fr"), story("B", language="fr"), story("C", language="en"))
    assert assemble(told, settings()).language == "fr"
    assert assemble(told, settings(language="en")).language == "en"
    assert assemble(STORIES, settings()).language == "en"


def test_no_story_takes_the_id_of_another_ones_title():
    ids = [made.id for made in assemble((story("Rain"), story("Rain: Title"), story("Rain C2")), settings()).stories]
    assert ids == ["rain", "rain-title-story", "rain-c2-story"]


def test_order_by_series_goes_by_name_then_number_and_the_rest_follows():
    told = (
        story("Alone"),
        story("Tenth", series=(Series(name="The Quays", number="10"),)),
        story("Second", series=(Series(name="The Quays", number="2"),)),
        story("Unnumbered", series=(Series(name="The Quays"),)),
        story("Lamp", series=(Series(name="Lamps", number="1"), Series(name="A First One", number="1"))),
    )
    ordered = assemble(told, settings(order="series")).stories
    assert [made.title for made in ordered] == ["Lamp", "Second", "Tenth", "Unnumbered", "Alone"]


def test_order_by_fandom_goes_by_the_first_fandom_and_the_rest_follows():
    told = (story("None"), story("Weir", fandoms=("The Weir", "A")), story("Lamps", fandoms=("Lamps",)))
    assert [made.title for made in assemble(told, settings(order="fandom")).stories] == ["Lamps", "Weir", "None"]


PARTS = (
    PartSettings(title="Water", files=("Élan.txt", "The Quay.txt"), text="Three of salt."),
    PartSettings(title="Fruit", files=("An Orchard.txt",)),
    PartSettings(title="Nothing", files=("lost.txt",)),
)


def test_parts_group_stories_in_the_order_that_a_person_wrote_and_the_rest_follows():
    book = assemble(STORIES, settings(parts=PARTS, order="title"))
    assert [made.title for made in book.stories] == ["Élan", "The Quay", "An Orchard", "“Zephyr”"]
    assert book.parts == (
        Part(title="Water", stories=("elan", "the-quay"), text="Three of salt."),
        Part(title="Fruit", stories=("an-orchard",)),
    )


def test_a_part_without_a_story_is_told():
    asked = settings(parts=PARTS)
    (problem,) = empty_parts(assemble(STORIES, asked), asked)
    assert problem.code == "part-empty"
    assert "Nothing" in problem.message


def test_all_stories_of_a_file_belong_to_its_part_in_their_own_order():
    told = (story("One", file="all.txt"), story("Two", file="all.txt", part=2), story("Other"))
    book = assemble(told, settings(parts=(PartSettings(title="All", files=("all.txt",)),)))
    assert book.parts[0].stories == ("one", "two")


def test_a_table_that_only_undoes_a_guess_gives_no_place():
    tables = (StorySettings(file="Élan.txt", undoes=True),)
    assert assemble(STORIES, settings(stories=tables)).stories[0].title == "The Quay"


def test_what_is_said_of_notes_reaches_the_book():
    book = assemble(STORIES, settings(show_notes="appendix", show_disclaimers="hide"))
    assert (book.show_notes, book.show_disclaimers) == ("appendix", "hide")
