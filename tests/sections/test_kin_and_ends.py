"""What a story says of its family and its end: gifts, works it grew from, chapters that are still to come."""

import pytest

from fic2book.model import Related
from tests.sections.shelf import anthology, laid_out, story, text_of_class, tree


def book(language: str = "en", **fields: object):
    return laid_out(anthology(story("a", **fields), story("b"), language=language))


def details(**fields: object):
    return text_of_class(book(**fields)["credits"], "detail")


def facts(**fields: object):
    return text_of_class(book(**fields)["credits"], "credit")[0]


def test_a_gift_is_for_somebody():
    section = book(recipients=("Bo", "Cass", "Di"))["a"]
    assert text_of_class(section, "recipients") == ["For Bo, Cass and Di"]
    assert text_of_class(book(language="de", recipients=("Bo",))["a"], "recipients") == ["Für Bo"]
    assert not text_of_class(book()["a"], "recipients")


@pytest.mark.parametrize(
    ("how", "label"),
    [
        ("inspired by", "Inspired by"),
        ("a translation of", "A translation of"),
        ("translated as", "Translated as"),
        ("inspired", "Inspired this work"),
    ],
)
def test_kin_is_named_with_its_author_and_its_address(how, label):
    kin = Related(how=how, title="Seven Masts", authors=("Bo", "Cass"), url="https://example.org/1")
    section = book(related=(kin,))["credits"]
    assert f"{label}: Seven Masts, by Bo and Cass" in text_of_class(section, "detail")
    assert "https://example.org/1" in [link.get("href") for link in tree(section).iter("a")]


def test_kin_with_an_address_that_runs_something_is_named_without_it():
    section = book(related=(Related(how="inspired by", title="Trap", url="javascript:alert(1)"),))["credits"]
    assert "Inspired by: Trap" in text_of_class(section, "detail")
    assert not any("javascript" in link.get("href", "") for link in tree(section).iter("a"))


@pytest.mark.parametrize(
    ("stated", "status", "said"),
    [
        ("3/?", "", "Unfinished: 3 chapters so far"),
        ("1/?", "In-Progress", "Unfinished: one chapter so far"),
        ("3/10", "", "Unfinished: 3 of 10 chapters"),
        ("", "In-Progress", "Unfinished"),
        ("", "Hiatus", "Unfinished"),
        ("3/3", "In-Progress", ""),
        ("1/1", "", ""),
        ("", "Complete", ""),
        ("", "", ""),
        ("7", "", ""),
    ],
)
def test_an_unfinished_story_says_so_before_its_text_and_how_far_it_goes_behind(stated, status, said):
    found = book(chapters_stated=stated, status=status, url="https://a.b/1")
    assert bool(text_of_class(found["a"], "story-line")) == bool(said)
    credit = text_of_class(found["credits"], "credit")[0]
    assert (said in credit) if said else ("Unfinished" not in credit)


def test_the_sites_count_of_words_is_written_as_the_language_writes_numbers():
    assert "12,345 words." in facts(words_stated=12345)
    assert "12.345 Wörter." in text_of_class(book(language="de", words_stated=12345)["credits"], "credit")[0]


def test_where_no_site_counted_the_words_of_the_book_are_counted():
    assert "38 words." in facts(url="https://a.b/1")


def test_pictures_that_were_left_out_are_named():
    assert "One picture was left out: a lemon." in details(images_left_out=("a lemon",))
    assert "2 pictures were left out: a lemon, https://a.b/c.png." in details(
        images_left_out=("a lemon", "https://a.b/c.png")
    )


def test_a_title_in_another_language_says_so_in_the_contents():
    found = laid_out(anthology(story("a", title="السفينة", language="ar"), story("b", language="en-GB"), language="en"))
    spans = [one for one in tree(found["contents"]).iter("span") if one.get("class") == "entry-title"]
    assert [one.get("lang") for one in spans] == ["ar", None]
