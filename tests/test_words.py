"""The book's own words in each language, and the language tags that the markup needs."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from fic2book import words
from tests.tools import ROOT

TABLE = tomllib.loads(Path(ROOT, "fic2book", "words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", sorted(TABLE))
def test_every_language_has_every_word(language):
    assert TABLE[language].keys() == TABLE["en"].keys()
    assert len(TABLE[language]["months"]) == 12


@pytest.mark.parametrize("language", sorted(TABLE))
def test_every_language_leaves_the_same_gaps(language):
    def gaps(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    for key, text in TABLE["en"].items():
        if isinstance(text, str):
            assert gaps(TABLE[language][key]) == gaps(text), key


@pytest.mark.parametrize(
    ("language", "iso", "said"),
    [
        ("en", "2019-04-21", "21 April 2019"),
        ("en", "2019-04", "April 2019"),
        ("en", "2019", "2019"),
        ("en", "last spring", "last spring"),
        ("en", "2019-13-01", "2019-13-01"),
        ("de", "2019-04-01", "1. April 2019"),
        ("pt-BR", "2019-04-21", "21 de abril de 2019"),
    ],
)
def test_dates_are_written_as_people_write_them(language, iso, said):
    assert words.words_of(language).dated(iso) == said


def test_names_are_listed_as_a_phrase():
    said = words.words_of("fr")
    assert [said.listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "",
        "A",
        "A et B",
        "A, B et C",
    ]


def test_an_unknown_language_speaks_english_and_says_so():
    assert (words.words_of("tlh").contents, words.words_of("tlh").language) == ("Contents", "en")
    assert (words.words_of("pt-BR").contents, words.words_of("pt-BR").language) == ("Índice", "pt-BR")


@pytest.mark.parametrize(("tag", "kept"), [("en-GB", "en-GB"), ("", "de"), ("English", "de"), ("zh-Hans", "zh-Hans")])
def test_only_well_formed_tags_are_used(tag, kept):
    assert words.language_tag(tag, "de") == kept


def test_arabic_runs_from_right_to_left():
    assert [words.writing_direction(tag) for tag in ("ar", "he-IL", "en", "fr")] == ["rtl", "rtl", "ltr", "ltr"]
