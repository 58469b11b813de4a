"""Titles in other scripts: real glyphs, the right direction, lines that end where a reader pauses."""

import pytest

from fic2book import cover, fonts
from fic2book.cover import cjk, lettering, runs
from fic2book.cover.lettering import Manner
from tests.cover.books import THEME, book
from tests.test_scripts import installed

ROMAN = lettering.faces(THEME).roman
FACES = {"ja": "Noto Serif CJK JP", "zh": "Noto Serif CJK SC", "ar": "Amiri", "he": "Noto Serif Hebrew"}
TITLES = {
    "ja": "星の海を渡る夜汽車",
    "zh": "旧城纸鸢与未寄出的信",
    "ar": "حكايات البحر والمطر",
    "he": "סיפורי הגשר הישן",
}


def shown(text: str, language: str = "en") -> list[str]:
    return [run.text for run in runs.runs(text, ROMAN, language)]


@pytest.mark.parametrize("language", TITLES)
def test_a_title_is_drawn_with_the_glyphs_of_its_script(language):
    installed(FACES[language])
    brief = cover.brief_of(book(TITLES[language], language=language), THEME)[1]
    assert brief.title == TITLES[language]
    for run in runs.runs(brief.title, ROMAN, language):
        assert not fonts.missing(run.face, run.text)
        assert fonts.shape(run.text, run.face, 100).path
    assert not cover.left_out(book(TITLES[language], language=language), THEME)


def test_latin_words_in_a_title_stay_in_the_themes_own_face():
    installed(FACES["ja"])
    found = runs.runs("星の海 Sea of Stars", ROMAN, "ja")
    assert [(run.text.strip(), run.own) for run in found] == [("星の海", False), ("Sea of Stars", True)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Night מים sea", ["Night ", "מים", " sea"]),
        ("מים Night ים", ["ים", "Night", "מים"]),
        ("מים 12 ים", [" ים", "12", "מים "]),
        ("plain words, 1914", ["plain words, 1914"]),
    ],
)
def test_stretches_stand_in_the_order_of_the_eye(text, seen):
    installed(FACES["he"])
    assert [part.strip() for part in shown(text)] == [part.strip() for part in seen]


def test_a_line_that_runs_left_begins_at_the_right_margin():
    installed(FACES["ar"])
    drawing = cover.design(book(TITLES["ar"], ("ليلى",), language="ar"), THEME, cover.Wish("plate rings"))[1]
    assert {round(text.box.right) for text in drawing.texts} == {1600 - 170}


def test_stretches_set_together_are_as_broad_as_their_parts():
    installed(FACES["ja"])
    manner = Manner(face=ROMAN, language="ja")
    whole, parts = "夜 Night", ("夜", " Night")
    width = lettering.outline(whole, manner, 100).width
    assert width == pytest.approx(sum(lettering.outline(part, manner, 100).width for part in parts))
    assert lettering.outline(whole, manner, 100).right > lettering.outline("夜", manner, 100).width


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("バスを待つあいだの、ちいさな話", ["バスを", "待つあいだの、", "ちいさな", "話"]),
        ("星の海", ["星の", "海"]),
        ("「夜」と海", ["「夜」", "と", "海"]),
        ("旧城的信", ["旧", "城", "的", "信"]),
        ("ラーメン", ["ラーメン"]),
        ("Lamplight", ["Lamplight"]),
        ("Cartographer’s", ["Cartographer’s"]),
        ("Mr.Pell,well!", ["Mr.Pell,well!"]),
        ("밤의 바다", ["밤의 바다"]),
    ],
)
def test_chinese_and_japanese_break_where_the_writing_allows(text, parts):
    assert cjk.pieces(text) == parts
