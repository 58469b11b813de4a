"""Texts as a proof sees them, and words as sites count them."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fic2book.letters import letters, site_words, tokens, words

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


@pytest.mark.parametrize(
    ("text", "capitals"), [("Το νησί της Ανεμόης", "ΤΟ ΝΗΣΙ ΤΗΣ ΑΝΕΜΟΗΣ"), ("τσάι, ΐ, ᾧ", "ΤΣΑΪ, Ϊ, ΩΙ")]
)
def test_greek_capitals_without_accents_are_the_same_letters(text, capitals):
    assert letters(text) == letters(capitals)


def test_accents_of_other_scripts_count():
    assert letters("é") != letters("e")
    assert letters("й") != letters("и")


def test_words_are_runs_that_hold_a_letter():
    assert words("Three words — here, *** 4") == 4


MIXED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("abcXY 09_-.\n\t\x1c’“”—–‘…"),
        st.sampled_from("éÉ\u0301\u0308ßﬁⅫ\u00a0\u2028İ각"),
    )
)


@given(MIXED)
@example("fiancé’s\nNo —\n’\u0301e\u0301 ﬁ…nd\n")
def test_letters_of_a_text_are_those_of_its_compatible_form_wherever_its_lines_end(text):
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    assert letters(text) == "".join(sign for sign in folded if sign.isalnum())


@given(MIXED)
@example("one—two three’s\n— é…\u00a0* x\n")
def test_words_are_the_runs_between_white_space_with_a_letter_in_them(text):
    assert words(text) == sum(any(map(str.isalnum, run)) for run in re.findall(r"\S+", text))


@given(MIXED)
@example("Two’s… É\n漢字 x_y—Z\n")
def test_tokens_are_the_runs_of_letters_of_the_folded_text_and_single_signs(text):
    singly = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1780-\u17ff]"
    folded = text.casefold()
    shape = rf"{singly}|[^\W_]+" if re.search(singly, folded) else r"[^\W_]+"
    assert list(tokens(text)) == [word for line in folded.split("\n") for word in re.findall(shape, line)]
