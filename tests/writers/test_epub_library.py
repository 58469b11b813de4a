"""What a library catalogues a book by: titles and names as they are filed, sources, subjects, what it holds."""

import pytest

from fic2book.model import Story
from fic2book.titles import filed_under
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import DC, OPF, package, without_fonts


def all_of(book: bytes, tag: str) -> list[str]:
    return [one.text for one in package(book).iter(f"{DC}{tag}")]


def titled(title: str, language: str = "en") -> list[str]:
    metas = package(without_fonts(anthology(story("a"), title=title, language=language))).iter(f"{OPF}meta")
    return [one.text for one in metas if one.get("property") == "file-as" and one.get("refines") == "#title"]


@pytest.mark.parametrize(
    ("title", "language", "filed"),
    [
        ("The Lit Quay", "en", "Lit Quay, The"),
        ("the lit quay", "en-GB", "lit quay, the"),
        ("An Hour", "en", "Hour, An"),
        ("Theory of Quays", "en", "Theory of Quays"),
        ("The", "en", "The"),
        ("L’autre lumière", "fr", "autre lumière, L’"),
        ("Les quais", "fr-CA", "quais, Les"),
        ("Die Lampe", "de", "Lampe, Die"),
        ("Die Another Day", "en", "Die Another Day"),
        ("The Lit Quay", "ja", "The Lit Quay"),
        ("Un’ora", "it", "ora, Un’"),
    ],
)
def test_a_title_is_filed_without_the_article_of_its_language(title, language, filed):
    assert filed_under(title, language) == filed
    assert titled(title, language) == ([filed] if filed != title else [])


def test_each_story_is_a_source_by_its_address_or_else_by_its_name():
    book = without_fonts(
        anthology(story("a", url="https://example.org/1"), story("b", authors=("Bo", "Cy")), story("c", title=""))
    )
    assert all_of(book, "source") == ["https://example.org/1", "B — Bo and Cy", "Untitled — Ada Finch"]


def test_fandoms_characters_and_tags_are_subjects_each_once():
    first = story("a", fandoms=("Quay Tales",), characters=("Mira", "Tam"), tags=("Fluff", "Mira"))
    second = story("b", fandoms=("Quay Tales", "Ferry"), characters=("Tam",), tags=("Rain",))
    assert all_of(without_fonts(anthology(first, second)), "subject") == [
        "Quay Tales", "Ferry", "Mira", "Tam", "Fluff", "Rain",
    ]  # fmt: skip


def test_of_too_many_subjects_those_stay_that_most_stories_carry():
    stories: list[Story] = [story(f"s{n}", tags=(f"Own {n}", "Shared"), fandoms=(f"World {n % 3}",)) for n in range(90)]
    found = all_of(without_fonts(anthology(*stories)), "subject")
    assert len(found) == 60
    assert found[:3] == ["World 0", "World 1", "World 2"]
    assert "Shared" in found


def test_a_book_of_which_nothing_is_said_is_described_by_what_it_holds():
    two = anthology(story("a"), story("b", authors=("Bo",)))
    assert all_of(without_fonts(two), "description") == ["A — Ada Finch; B — Bo"]
    own = anthology(story("a"), story("b"), title="x", description="Lamps.")
    assert all_of(without_fonts(own), "description") == ["Lamps."]
    alone = anthology(story("a", summary="<p>Somebody lights the <em>lamps</em>.</p>"))
    assert all_of(without_fonts(alone), "description") == ["Somebody lights the lamps."]
    assert all_of(without_fonts(anthology(story("a"))), "description") == []


def test_a_long_book_is_described_by_its_first_stories_and_the_number_of_the_others():
    many = without_fonts(anthology(*(story(f"story-{number}") for number in range(45))))
    (said,) = all_of(many, "description")
    assert said.endswith("Story 39, and 5 others")
