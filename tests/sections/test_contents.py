"""The contents: what is told of a story beside its title, chapters of long works, the pages beside the stories."""

from dataclasses import replace

import pytest

from fic2book.model import Edition
from tests.sections.shelf import anthology, laid_out, of_class, story, text_of_class, tree, two_hands


def _chapters(count, each=800):
    return "".join(f'<h2 class="chapter">Night {n}</h2><p>{"tide " * each}</p>' for n in range(1, count + 1))


def _entry(book, name="a"):
    return next(
        one for one in of_class(tree(laid_out(book)["contents"]), "entry") if one.find("a").get("href") == f"#{name}"
    )


@pytest.mark.parametrize(
    ("language", "body", "said"),
    [
        ("en", "<p>" + "tide " * 4559 + "</p>", "4,559 words · 18 min"),
        ("en", "<p>One lamp.</p>", "2 words · 1 min"),
        ("en", "<p>" + "tide " * 18720 + "</p>", "18,720 words · 1 h 12 min"),
        ("fr", "<p>" + "flot " * 2224 + "</p>", "2,224 words · 10 min"),
        ("zh", "<p>" + "港口的灯亮了。" * 485 + "</p>", "2,910 characters · 10 min"),
        ("ja", "<p>" + "港の灯がともる。" * 582 + "</p>", "4,074 characters · 10 min"),
    ],
)
def test_lengths_stand_in_the_contents_on_request(language, body, said):
    book = anthology(story("a", body, language=language), story("b"), lengths=True)
    assert text_of_class(laid_out(book)["contents"], "entry-more")[0] == said
    assert not text_of_class(laid_out(replace(book, lengths=False))["contents"], "entry-more")


def test_the_chapters_of_a_long_work_are_listed_under_it():
    entry = _entry(anthology(story("a", _chapters(10)), story("b")))
    assert [link.get("href") for link in entry.iter("a")] == ["#a", *(f"#a-c{n}" for n in range(1, 11))]
    assert [link[0].text for link in entry.iter("a")][1:3] == ["Night 1", "Night 2"]


def test_an_epic_does_not_swamp_the_page_its_chapters_are_counted():
    entry = _entry(anthology(story("a", _chapters(40)), story("b")))
    assert [link.get("href") for link in entry.iter("a")] == ["#a"]
    assert of_class(entry, "entry-more")[0].text == "40 chapters"


def test_the_chapters_of_a_short_work_are_not_worth_a_line():
    entry = _entry(anthology(story("a", _chapters(3, each=40)), story("b")))
    assert len(list(entry.iter("a"))) == 1
    assert not of_class(entry, "entry-more")


def test_the_pages_beside_the_stories_are_listed_round_them():
    book = two_hands(foreword="<p>Hello.</p>", afterword="<p>Goodbye.</p>")
    section = laid_out(replace(book, stories=(replace(book.stories[0], rating="Mature"), book.stories[1])))["contents"]
    targets = [link.get("href") for link in tree(section).iter("a")]
    assert targets == ["#content-notes", "#foreword", "#the-lamps", "#the-ferry", "#afterword", "#credits"]
    assert len(of_class(tree(section), "roman")) == 2


def test_a_story_with_other_words_than_in_the_edition_before_is_marked_as_updated():
    entries = of_class(
        tree(laid_out(two_hands(edition=Edition(updated=frozenset({"the-ferry"}))))["contents"]), "entry"
    )
    said = [" ".join("".join(entry.itertext()).split()) for entry in entries]
    assert [one.endswith(" updated in this edition") for one in said].count(True) == 1
    assert next(one for one in said if one.endswith("edition")).startswith("The Ferry")


def test_a_story_that_the_edition_before_did_not_have_is_marked_as_new():
    book = two_hands(edition=Edition(new=frozenset({"the-ferry"})))
    assert text_of_class(laid_out(book)["contents"], "entry") == [
        "The Lamps Ada Finch",
        "The Ferry Ben Tallow new in this edition",
    ]
