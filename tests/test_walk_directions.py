"""Lines of two directions as PDFium gives them back: put in order by what is said, and nothing else is changed."""

from collections import Counter

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from fic2book import pipeline
from fic2book.cli import program
from fic2book.model import Settings, Severity
from fic2book.reading import silent
from fic2book.walk import directions
from fic2book.walk.joined_letters import folded

READ = (
    ("נעשה בעזרת book2fic.", "נעשה בעזרת fic2book."),
    (" אחר כך סגרה 1 המים עלו בלילה.\r\nאת השער.", "המים עלו בלילה.1 אחר כך סגרה את השער."),
    ("2 בבוקר היה הכול יבש.", "בבוקר היה הכול יבש.2"),
    ("הגופן: License Font Open SIL.", "הגופן: SIL Open Font License."),
    ("وقالت lamp red القديم", "وقالت red lamp القديم"),
)
"""A page as PDFium reads it, and what it says."""
LEFT_ALONE = (
    ("the red lamp", "the lamp red"),
    ("שלום red lamp", "שלום lamp lamp red"),
    ("שלום red lamp", "שלום lamp"),
    ("שלום red lamp", "שלום lamp blue"),
    ("שלום עולם", "שלום עולם"),
)
"""Lines without a letter from the right, with a word too few, too many or another, and such as are right already."""
MIXED = st.lists(st.sampled_from(["שער", "ליל", "بيت", "red", "lamp", "1", "12"]), min_size=1, max_size=9)
STORY = """---
title: המעיין
author: ליאת
language: he
---

המים עלו בלילה, והשומרת ספרה שבע פעימות.[^1] אחר כך סגרה את השער והלכה לישון, וה־red lamp נשארה דולקת.

בבוקר היה הכול יבש.[^2]

[^1]: כך נהגו בעיר The Old City של פעם.
[^2]: איש לא האמין לה.
"""


@pytest.mark.parametrize(("page", "said"), READ)
def test_a_line_is_put_in_the_order_of_what_is_said(page, said):
    assert folded(directions.in_order(page, said)) == folded(said)


@pytest.mark.parametrize(("page", "said"), LEFT_ALONE)
def test_a_line_that_does_not_say_exactly_these_words_is_left_alone(page, said):
    assert directions.in_order(page, said) == page


@given(MIXED, MIXED, st.randoms(use_true_random=False))
def test_no_word_comes_goes_or_leaves_its_line(one, other, random):
    lines = [" ".join(random.sample(words, len(words))) for words in (one, other)]
    read = directions.in_order("\r\n".join(lines), " ".join([*one, *other])).split("\n")
    assert [Counter(directions.pieces(line)) for line in read] == [Counter(directions.pieces(line)) for line in lines]


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hebrew")
    (folder / "a.md").write_text(STORY, encoding="utf-8")
    return pipeline.build(Settings(folder=folder, output=folder / "out", title="המעיין", language="he"), silent)


def test_a_hebrew_story_with_footnotes_and_latin_words_is_proved_in_both_books_with_its_pages(books):
    assert [problem for problem in books.problems if problem.severity is Severity.ERROR] == []
    assert sorted(path.suffix for path in books.books.values()) == [".epub", ".pdf"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [("סגרה את השער", "סגרה את שער", "שער"), ("red lamp", "red red lamp", "red"), ("Old City", "Old Town", "Town")],
)
def test_a_word_that_is_another_in_such_a_line_is_told(books, tmp_path, before, after, told):
    (tmp_path / "a.md").write_text(STORY.replace(before, after), encoding="utf-8")
    pdf = next(str(path) for path in books.books.values() if path.suffix == ".pdf")
    found = CliRunner().invoke(program, ["check", pdf, "--against", str(tmp_path)])
    assert found.exit_code == 1
    assert told in found.output
