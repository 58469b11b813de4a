"""The indexes: which are made, which names stand in them, in what order, with which stories."""

import pytest

from fic2book.model import Severity
from fic2book.sections import indexes
from tests.sections.shelf import anthology, laid_out, of_class, story, text_of_class, tree

FOUR = (
    story(
        "a", authors=("Ada Finch",), characters=("Marit Holm", "Zed"), relationships=("Marit/Bo",), fandoms=("Quay",)
    ),
    story("b", authors=("Émile",), characters=("Marit  Holm", "Åsa"), relationships=("Marit & Bo",), fandoms=("Quay",)),
    story("c", authors=("Zoe", "Ada Finch"), characters=("A\u030asa",), relationships=("Marit/Bo",), fandoms=("Sea",)),
    story("d", authors=("eve",), tags=("Fluff",), fandoms=("Sea", "Quay")),
)


def entries(book, name=""):
    root = tree(laid_out(book)["index"])
    part = next((one for one in of_class(root, "one-index") if one.get("id") == f"index-{name}"), root)
    return {
        of_class(entry, "index-name")[0].text: [link.get("href") for link in entry.iter("a")]
        for entry in of_class(part, "index-entry")
    }


def test_authors_stand_in_the_order_of_the_alphabet_each_with_all_their_stories():
    found = entries(anthology(*FOUR), "authors")
    assert list(found) == ["Ada Finch", "Émile", "eve", "Zoe"]
    assert found["Ada Finch"] == ["#a", "#c"]


def test_two_authors_find_each_other_in_the_contents():
    assert "index" not in laid_out(anthology(story("a"), story("b", authors=("Bo",))))


def test_names_that_several_stories_share_are_listed_others_are_not():
    book = anthology(*FOUR)
    assert entries(book, "characters") == {"Åsa": ["#b", "#c"], "Marit Holm": ["#a", "#b"]}
    assert entries(book, "fandoms") == {"Quay": ["#a", "#b", "#d"], "Sea": ["#c", "#d"]}


def test_a_pair_of_lovers_and_a_pair_of_friends_are_two_names():
    book = anthology(*FOUR, indexes=("relationships",))
    assert entries(book) == {"Marit & Bo": ["#b"], "Marit/Bo": ["#a", "#c"]}


def test_the_fandom_of_the_whole_book_is_named_in_its_colophon_and_has_no_index():
    assert "index" not in laid_out(anthology(*(story(name, fandoms=("Quay",)) for name in "abcd")))


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ((), ["Authors", "Fandoms", "Relationships", "Characters"]),
        (("tags",), ["Tags"]),
        (("characters", "authors"), ["Authors", "Characters"]),
        (("none",), None),
    ],
)
def test_the_indexes_are_those_that_were_asked_for(asked, made):
    sections = laid_out(anthology(*FOUR, indexes=asked))
    assert (text_of_class(sections["index"], "index-title") if "index" in sections else None) == made


def test_an_asked_index_without_a_name_is_told():
    asked = anthology(story("a"), story("b"), indexes=("tags", "authors"))
    (told,) = indexes.nameless(asked)
    assert (told.code, told.severity) == ("index-empty", Severity.INFO)
    assert "tags" in told.message
    assert not list(indexes.nameless(anthology(*FOUR, indexes=("none",))))
    assert not list(indexes.nameless(anthology(*FOUR)))


def test_an_asked_index_holds_every_name():
    assert set(entries(anthology(*FOUR, indexes=("characters",)))) == {"Marit Holm", "Zed", "Åsa"}


def test_each_index_is_a_place_of_the_machines_contents():
    section = laid_out(anthology(*FOUR))["index"]
    assert section.children[0] == ("index-authors", "Authors")
    assert {one.get("id") for one in of_class(tree(section), "one-index")} == {name for name, _ in section.children}


def test_a_long_index_has_letters():
    names = tuple(f"{first}{second}" for first in "BÉE" for second in "abcdefghijk")
    section = laid_out(anthology(story("a", characters=names), story("b"), indexes=("characters",)))["index"]
    assert text_of_class(section, "index-letter") == ["B", "E"]
    assert len(text_of_class(section, "index-entry")) == len(names)


def test_a_short_one_has_none():
    assert not text_of_class(laid_out(anthology(*FOUR))["index"], "index-letter")
