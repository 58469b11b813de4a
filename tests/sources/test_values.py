"""What people write for a list, a date, a language, a number of words."""

import pytest

from fic2book.model import Series
from fic2book.sources import fields
from fic2book.sources.values import commas, date, language, names, word_count


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Author", "authors"), ("pen name", "authors"), ("Ship", "relationships"), ("pairing(s)", "relationships"),
        ("Character/s", "characters"), ("TW", "warnings"), ("content notes", "warnings"), ("Genre", "tags"),
        ("Blurb", "summary"), ("word count", "words_stated"), ("word_count", "words_stated"),
        ("Author’s Note", "notes"),
        ("A/N", "notes"), ("lang", "language"), ("source", "url"), ("part", "number"), ("mood", ""), ("", ""),
    ],
)  # fmt: skip
def test_fans_words_mean_fields(said, field):
    assert fields.field_of(said) == field


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("fluff, comedy", ("fluff", "comedy")),
        ("Hurt/Comfort, A/B, C & D", ("Hurt/Comfort", "A/B", "C & D")),
        ("one (two, three), four", ("one (two, three)", "four")),
        ("“Salt, Iron” club, quay", ("“Salt, Iron” club", "quay")),
        ("1,000 words, angst", ("1,000 words", "angst")),
        ("open (bracket, kept", ("open (bracket", "kept")),
    ],
)
def test_lists_are_split_only_where_it_is_safe(line, items):
    assert commas(line) == items


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada and Ben", ("Ada", "Ben")), ("Ada & Ben", ("Ada", "Ben")), ("Ada, Ben, and Cora", ("Ada", "Ben", "Cora")),
        ("Ben Weir, Jr.", ("Ben Weir, Jr.",)), ("Anonymous", ("Anonymous",)), ("Sandra Quay", ("Sandra Quay",)),
    ],
)  # fmt: skip
def test_authors_are_split(line, authors):
    assert names(line) == authors


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2019-04-21", "2019-04-21"), ("2019/4/1", "2019-04-01"), ("2019-04", "2019-04"), ("2019", "2019"),
        ("21.04.2019", "2019-04-21"), ("4/21/2019", "2019-04-21"), ("21/4/2019", "2019-04-21"), ("3/4/2019", "2019"),
        ("April 21, 2019", "2019-04-21"), ("21st of April 2019", "2019-04-21"), ("Apr 2019", "2019-04"),
        ("2019-04-21T10:00:00Z", "2019-04-21"), ("last spring", ""), ("2019-13-01", ""),
    ],
)  # fmt: skip
def test_dates_are_told_as_far_as_they_are_sure(said, iso):
    assert date(said) == iso


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("English", "en"), ("français", "fr"), ("pt-br", "pt-BR"), ("zh-hant", "zh-Hant"), ("EN", "en"),
        ("Quayish", ""), ("Shqip", "sq"), ("ਪੰਜਾਬੀ", "pa"), ("македонски", "mk"), ("मराठी", "mr"), ("Scots", "sco"),
        ("Lietuvių kalba", "lt"), ("Kurdî | کوردی", "ku"), ("中文-普通话 國語", "zh"), ("中文-广东话 粵語", "yue"),
        ("Português europeu", "pt-PT"), ("English (Old)", "en"), ("Portuguese-BR", "pt-BR"),
    ],
)  # fmt: skip
def test_languages_become_bcp47(said, tag):
    assert language(said) == tag


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("4,559", 4559), ("1.2k", 1200), ("~2000 words", 2000), ("4.3k (p.1)", 4300), ("0.6k", 600), ("1 234", 1234),
        ("many", 0), ("", 0),
    ],
)  # fmt: skip
def test_stated_word_counts_are_numbers(said, count):
    assert word_count(said) == count


def test_a_mapping_in_fans_words_becomes_fields():
    found = fields.fields(
        {"writer": "Ada", "ships": ["Ada/Ben", "Cora, & Dan"], "series": "Quay Tales", "part": 2, "mood": "grey"}
    )
    assert found == {
        "authors": ("Ada",),
        "relationships": ("Ada/Ben", "Cora, & Dan"),
        "series": (Series(name="Quay Tales", number="2"),),
    }


def test_none_is_no_warning_but_a_warning_beside_it_is():
    assert fields.value("warnings", "none") is None
    assert fields.value("warnings", "N/A") is None
    assert "drowning" in fields.value("warnings", "drowning, none for violence")
