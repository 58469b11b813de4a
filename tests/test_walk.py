"""The letters walk: whatever differs is found, and what is the same is not called different."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.letters import letters
from fic2book.walk import Difference, compare, find, nothing_known

ALPHABET = "abcdefgh"
STORY = "".join(random.Random(7).choices(ALPHABET, k=3000))  # noqa: S311 - letters for a test, no secret
texts = st.text(alphabet=st.sampled_from("ab1é"), max_size=120) | st.text(max_size=200).map(letters)


def rebuilt(story: str, output: str, differences: tuple[Difference, ...]) -> str:
    """Put the output's letters into the story where they differ: the walk is complete when that is the output."""
    pieces, done = [], 0
    for difference in differences:
        pieces += [story[done : difference.start], output[difference.out_start : difference.out_end]]
        done = difference.end
    return "".join([*pieces, story[done:]])


@given(texts, texts)
def test_the_differences_are_exactly_what_turns_one_text_into_the_other(one, other):
    assert rebuilt(one, other, compare(one, other)) == other


@given(texts, st.data())
def test_any_deletion_of_a_letter_or_more_is_noticed(text, data):
    output = data.draw(st.just(text))
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    output = text[:start] + text[end:]
    differences = compare(text, output)
    assert differences
    assert sum(d.end - d.start for d in differences) >= end - start


@given(st.data())
def test_a_deletion_in_a_long_text_is_found_where_it_is(data):
    start = data.draw(st.integers(0, len(STORY) - 1))
    end = data.draw(st.integers(start + 1, len(STORY)))
    differences = compare(STORY, STORY[:start] + STORY[end:])
    assert len(differences) == 1
    assert differences[0].end - differences[0].start == end - start
    assert abs(differences[0].start - start) < 16
    assert differences[0].out_start == differences[0].out_end


@pytest.mark.parametrize("place", [0, 1, 700, 2999])
def test_one_changed_letter_is_one_difference_of_one_letter(place):
    output = STORY[:place] + "z" + STORY[place + 1 :]
    assert compare(STORY, output) == (Difference(place, place + 1, place, place + 1),)


def test_two_passages_that_changed_places_are_a_loss_and_a_foreign_passage():
    output = STORY[:500] + STORY[800:1300] + STORY[500:800] + STORY[1300:]
    kinds = [(d.end - d.start, d.out_end - d.out_start) for d in compare(STORY, output)]
    assert sorted(kinds) == [(0, 300), (300, 0)]


def test_a_passage_that_stands_twice_is_foreign_the_once_too_often():
    output = STORY[:900] + STORY[600:]
    (difference,) = compare(STORY, output)
    assert difference.start == difference.end
    assert difference.out_end - difference.out_start == 300


def test_what_stands_before_and_behind_a_story_is_passed_over():
    walked = find(STORY, "xyz" * 50 + STORY + "zyx" * 50, nothing_known)
    assert (walked.first, walked.last, walked.differences) == (150, 150 + len(STORY), ())


def test_a_summary_that_quotes_the_beginning_is_not_taken_for_the_story():
    walked = find(STORY, STORY[:250] + "summaryends" + STORY, nothing_known)
    assert (walked.first, walked.differences) == (261, ())


def test_known_furniture_is_no_difference_even_where_it_begins_like_the_story():
    head = STORY[1000:1003] + "head12"
    output = STORY[:1000] + head + STORY[1000:]
    walked = find(STORY, output, lambda start, end: output[start:end] in (head, ""))
    assert walked.differences == ()


def test_furniture_at_another_place_in_the_words_is_still_foreign_text():
    output = STORY[:1000] + "somebodyelse" + STORY[1000:]
    walked = find(STORY, output, lambda start, end: output[start:end] in ("head12", ""))
    assert walked.differences == (Difference(1000, 1000, 1000, 1012),)


def test_a_story_that_is_not_there_is_lost_whole():
    assert find(STORY, "xyz" * 500, nothing_known).differences == (Difference(0, len(STORY), 0, 0),)


def test_a_story_without_its_beginning_loses_only_that():
    walked = find(STORY, "xyz" * 20 + STORY[70:], nothing_known)
    assert walked.differences == (Difference(0, 70, 60, 60),)


def test_a_book_cut_in_the_middle_loses_the_rest_of_the_story():
    assert find(STORY, STORY[:1800], nothing_known).differences == (Difference(1800, 3000, 1800, 1800),)


def test_a_text_that_ends_as_it_began_is_found_from_its_beginning():
    refrain = "theharbourbellrangtwicebeforeanybodybelievedit"
    story = refrain + "andtheneverythinghappenedatoncetoeverybody" + refrain
    output = refrain + "12" + story[len(refrain) :] + "theend"
    walked = find(story, output, lambda start, end: output[start:end] == "12")
    assert (walked.first, walked.differences) == (0, ())


def test_two_chapters_that_say_the_same_are_found_one_behind_the_other():
    chapter = "nothinghappenedonthatdayeitherandnobodyminded"
    first = find(chapter, chapter + chapter, nothing_known)
    second = find(chapter, chapter + chapter, nothing_known, first.last)
    assert (first.differences, second.differences, second.first) == ((), (), len(chapter))
