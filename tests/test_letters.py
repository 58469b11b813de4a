"""Texts as a proof sees them, and words as sites count them."""

import pytest

from fic2book.letters import letters, site_words, words

COUNTED = {
    "": 0,
    "   \n\t ": 0,
    "The tide was out.": 4,
    "one-word and one’s own": 4,
    "one--two": 2,
    "one—two": 2,
    "it’s ‘quoted’ 'twice'": 3,
    "rock ’n’ roll": 3,
    "« Où est-elle ? »": 2,
    "3.14 and 1,209": 5,
    "a…b . . . c": 3,
    "snake_case": 1,
    "***": 0,
    "xxx": 1,
    "½ cup": 1,
    "x² + y²": 2,
    "e\u0301te\u0301": 1,
    "हिन्दी में": 2,
    "שָׁלוֹם": 1,
    "漢字かなカナ": 6,
    "東京タワー": 4 + 1,
    "々〇": 2,
    "、。「」": 0,
    "한국어 낱말": 2,
    "ภาษาไทย": 7,
    "abc漢def": 3,
    "😀 smile": 1,
    "bob@example.com": 3,
    "Legrand\u2060—for": 2,
}


@pytest.mark.parametrize("text", COUNTED)
def test_the_sites_rule_counts_what_the_site_counts(text):
    assert site_words(text) == COUNTED[text]


def test_typographic_signs_change_no_count():
    assert site_words("\"Don't--'tis late,\" - she said...") == site_words("“Don’t—’tis late,” – she said…")


def test_letters_are_the_same_whatever_signs_stand_around_them():
    assert letters('"Don\'t -- ﬁnd it!"') == letters("“Don’t—find it!”") == "dontfindit"


def test_words_are_runs_that_hold_a_letter():
    assert words("Three words — here, *** 4") == 4
