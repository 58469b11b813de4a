"""Front and back matter: what each page says, and that a page with nothing to say is not made."""

from dataclasses import replace

import pytest

from fic2book import markup
from fic2book.model import Series
from tests.sections.shelf import anthology, laid_out, of_class, story, text, text_of_class, tree, two_hands


def test_parts_stand_in_the_order_of_a_book():
    book = two_hands(dedication="For you", foreword="<p>Hello.</p>", afterword="<p>Goodbye.</p>")
    withurl = replace(book, stories=(replace(book.stories[0], url="https://example.org/1"), book.stories[1]))
    assert [(section.kind, section.matter) for section in laid_out(withurl).values()] == [
        ("half-title", "front"),
        ("title-page", "front"),
        ("colophon", "front"),
        ("dedication", "front"),
        ("contents", "front"),
        ("foreword", "front"),
        ("story", "body"),
        ("story", "body"),
        ("afterword", "back"),
        ("credits", "back"),
    ]


def test_pages_with_nothing_to_say_are_not_made():
    kinds = {section.kind for section in laid_out(two_hands(foreword="<p> </p>", dedication=" \n")).values()}
    assert kinds == {"half-title", "title-page", "colophon", "contents", "story"}


def test_every_body_is_one_section_that_any_reader_of_markup_can_parse():
    for section in laid_out(two_hands(foreword="<p>Hello.</p>")).values():
        root = markup.parse(section.body)
        assert [element.tag for element in root] == ["section"]
        assert root[0].get("id") == section.id
        assert section.kind in root[0].get("class").split()


def test_ids_are_unique_in_the_whole_book():
    book = two_hands(foreword="<h2 id='a'>A</h2><p>B</p>", afterword="<p id='a'>C</p>")
    ids = [element.get("id") for part in laid_out(book).values() for element in tree(part).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_story_called_contents_keeps_its_name_and_the_page_steps_aside():
    book = laid_out(anthology(story("contents"), story("the-ferry")))
    assert book["contents"].kind == "story"
    assert book["contents-page"].kind == "contents"


def test_a_page_has_one_first_heading_or_none():
    for section in laid_out(two_hands(foreword="<h1>Mine</h1><h1>Two</h1><p>x</p>")).values():
        assert len(tree(section).findall(".//h1")) <= 1


def test_title_page_names_all_authors_and_the_editor():
    page = text(laid_out(two_hands(editor="Cleo Vane", subtitle="Seven evenings"))["title-page"])
    assert page == "The Lit Quay Seven evenings Ada Finch and Ben Tallow Edited by Cleo Vane"


def test_a_name_of_ordinary_length_stays_on_one_line_and_a_long_one_may_break():
    book = laid_out(anthology(story("a", authors=("Ada Finch",)), story("b", authors=("x" * 25,))))
    assert text_of_class(book["title-page"], "whole") == ["Ada Finch"]


def test_colophon_says_the_default_rights_the_sites_and_the_maker():
    stories = (story("a", origin="wattpad"), story("b", url="https://www.tumblr.com/x/1", authors=("Ben",)))
    page = text(laid_out(anthology(*stories))["colophon"])
    assert "Each story belongs to the person who wrote it." in page
    assert "first shared on Wattpad and Tumblr." in page
    assert page.endswith("Made with fic2book.")


def test_colophon_prints_the_rights_that_were_given():
    page = text(laid_out(two_hands(rights="CC BY 4.0"))["colophon"])
    assert "CC BY 4.0" in page
    assert "belongs to" not in page


def test_what_all_stories_share_stands_in_the_colophon_once():
    book = laid_out(anthology(story("a", fandoms=("Quay Tales",)), story("b", fandoms=("Quay Tales",))))
    assert "Fandom: Quay Tales" in text(book["colophon"])
    assert not text_of_class(book["a"], "story-line")


def test_contents_list_title_author_and_fandom_where_it_tells_stories_apart():
    stories = (story("a", title="Ash", fandoms=("Quay",)), story("b", title="Bay", authors=("Ben",), fandoms=("Sea",)))
    book = laid_out(anthology(*stories))
    assert text_of_class(book["contents"], "entry") == ["Ash Ada Finch Quay", "Bay Ben Sea"]
    assert [link.get("href") for link in tree(book["contents"]).iter("a")] == ["#a", "#b", "#credits"]
    same = laid_out(anthology(story("a", fandoms=("Quay",)), story("b", fandoms=("Quay",))))
    assert not of_class(tree(same["contents"]), "entry-fandom")


def test_a_book_by_one_author_has_no_bylines():
    book = laid_out(anthology(story("a"), story("b")))
    assert "Ada Finch" in text(book["title-page"])
    assert not of_class(tree(book["a"]), "byline")
    assert not of_class(tree(book["contents"]), "entry-author")
    assert book["a"].title == "A"


def test_a_foreword_keeps_its_own_heading():
    book = laid_out(two_hands(foreword="<h1>Before the tide</h1><p>Hello.</p>"))
    assert book["foreword"].title == "Before the tide"
    assert text(book["foreword"]) == "Before the tide Hello."


def test_credits_tell_origin_address_dates_series_and_pictures_left_out():
    told = story(
        "a",
        title="Ash",
        origin="wattpad",
        url="https://example.org/1?a=b&c=d",
        published="2019-04-21",
        updated="2020-01",
        series=(Series(name="Night Watch", number="2"),),
        images_left_out=("a map",),
        tags=("Fluff",),
    )
    page = text(laid_out(anthology(told, story("b", authors=("Ben",))))["credits"])
    assert "Ash, by Ada Finch" in page
    assert "Shared on Wattpad. From the series Night Watch, number 2." in page
    assert "Published 21 April 2019, updated January 2020." in page
    assert "https://example.org/1?a=b&c=d" in page
    assert "One picture was left out: a map." in page
    assert "Tags: Fluff" in page


def test_a_long_summary_stands_in_the_credits_and_not_on_the_opener():
    long = "<p>" + "tide " * 61 + "</p>"
    book = laid_out(anthology(story("a", summary=long), story("b")))
    assert text(book["credits"]).count("tide") == 61
    assert "tide" not in text(book["a"])


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "A & B", "“ليلة” & <i>", "🦊" * 5, "x" * 300, "", "a\x00b"]
)
def test_hostile_titles_stay_text(title):
    book = laid_out(
        anthology(story("a", title=title, authors=(title or "x",)), story("b", authors=("B",)), title=title)
    )
    for section in book.values():
        assert not tree(section).findall(".//script")
    shown = title.replace("\x00", "") or "Untitled"
    assert text_of_class(book["a"], "story-title") == [shown]
    assert text_of_class(book["half-title"], "book-title") == [shown]


def test_the_book_speaks_its_own_language():
    book = laid_out(two_hands(language="fr"))
    assert book["contents"].title == "Table des matières"
    assert text(book["the-lamps"]).startswith("The Lamps par Ada Finch")
    assert of_class(tree(book["the-lamps"]), "by")[0].get("lang") == "fr"


def test_a_book_in_a_language_without_words_is_in_english():
    assert laid_out(two_hands(language="fi"))["contents"].title == "Contents"
