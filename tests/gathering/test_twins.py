"""The same story twice is built once; versions are told; everything else is left alone."""

import itertools
from dataclasses import replace

import pytest

from fic2book.gathering import gather, likeness
from fic2book.model import PartSettings, Severity, StorySettings
from tests.gathering.tales import body, settings, story, tale


def gathered(tmp_path, *stories, alone=()):
    return gather(stories, settings(tmp_path, *(StorySettings(file=file, alone=True) for file in alone)))


def codes(found):
    return [problem.code for problem in found.problems]


def test_two_downloads_of_a_story_are_built_once_and_the_likeness_is_told(tmp_path):
    found = gathered(tmp_path, story("Lamp", tale(1), file="a.txt"), story("The Lamp", tale(1), file="b.txt"))
    assert [kept.file for kept in found.stories] == ["a.txt"]
    assert [gone.file for gone in found.dropped] == ["b.txt"]
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.place) == ("duplicate", Severity.INFO, "b.txt")
    assert "a.txt" in problem.message
    assert "all of the words" in problem.message


def test_the_file_that_knows_more_is_kept(tmp_path):
    rich = story("Lamp", tale(1), file="z.html", rating="G", fandoms=("Quays",), summary="<p>Oil.</p>")
    found = gathered(tmp_path, story("Lamp", tale(1), file="a.txt"), rich)
    assert [kept.file for kept in found.stories] == ["z.html"]


def test_the_file_with_its_italics_is_kept_when_both_know_the_same(tmp_path):
    marked = body(*tale(1)).replace("lamp", "<em>lamp</em>")
    found = gathered(tmp_path, story("Lamp", tale(1), file="a.txt"), story("Lamp", marked, file="b.md"))
    assert [kept.file for kept in found.stories] == ["b.md"]


def test_the_file_that_stands_in_a_part_of_the_book_is_kept(tmp_path):
    rich = story("Lamp", tale(1), file="a.html", rating="G")
    asked = replace(settings(tmp_path), parts=(PartSettings(title="Lamps", files=("b.txt",)),))
    assert [kept.file for kept in gather((rich, story("Lamp", tale(1), file="b.txt")), asked).stories] == ["b.txt"]


def test_three_copies_are_one_story(tmp_path):
    found = gathered(tmp_path, *(story("Lamp", tale(1), file=f"{name}.txt") for name in "abc"))
    assert [kept.file for kept in found.stories] == ["a.txt"]
    assert codes(found) == ["duplicate", "duplicate"]


def test_typography_and_case_make_no_second_story(tmp_path):
    other = [paragraph.upper().replace(".", "…") for paragraph in tale(1)]
    assert codes(gathered(tmp_path, story("A", tale(1)), story("B", other))) == ["duplicate"]


def test_a_file_that_stands_alone_is_kept_with_its_twin(tmp_path):
    twins = (story("Lamp", tale(1), file="a.txt"), story("Lamp", tale(1), file="b.txt"))
    found = gathered(tmp_path, *twins, alone=("b.txt",))
    assert len(found.stories) == 2
    assert found.problems == ()


def test_a_version_with_a_new_ending_is_kept_and_told(tmp_path):
    found = gathered(tmp_path, story("Old", tale(1, 2000)), story("New", [*tale(1, 2000), tale(9, 50)[0]]))
    assert len(found.stories) == 2
    assert codes(found) == ["versions-differ"]
    assert found.problems[0].severity is Severity.WARNING


def test_a_version_with_a_third_rewritten_is_kept_and_told(tmp_path):
    found = gathered(tmp_path, story("Old", tale(1, 600)), story("New", [*tale(1, 600)[:8], *tale(2, 150)]))
    assert codes(found) == ["versions-differ"]


def test_a_one_shot_inside_a_larger_file_is_told_and_both_are_kept(tmp_path):
    found = gathered(tmp_path, story("One", tale(1)), story("All", [*tale(1), *tale(2), *tale(3)]))
    assert len(found.stories) == 2
    assert codes(found) == ["contained"]
    assert found.problems[0].place == "One.txt"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (tale(1), tale(2)),
        (["I own nothing, all of it belongs to the harbour office.", *tale(1)],
         ["I own nothing, all of it belongs to the harbour office.", *tale(2)]),
        (["Dear Ada, I hope that this letter finds you well."], ["Dear Ben, I hope that this letter finds you dry."]),
        (["The lamp went out."], ["The lamp went on."]),
        (["..."], ["***"]),
        (tale(1)[:2] + tale(2), tale(1)[:2] + tale(3)),
        (["La lampe était sur le quai, la pluie sur la mer."], ["The lamp was on the quay, the rain on the sea."]),
    ],
    ids=["others", "one disclaimer", "one greeting", "nearly one line", "no words", "one beginning", "a translation"],
)  # fmt: skip
def test_what_only_shares_some_words_is_left_alone(tmp_path, one, two):
    found = gathered(tmp_path, story("One", one), story("Two", two))
    assert len(found.stories) == 2
    assert found.problems == ()


def test_drabbles_that_share_a_long_header_are_left_alone(tmp_path):
    header = "Written for the hundred words challenge of the harbour community, prompt as every week, thank you all."
    drabbles = [story(f"Drabble {number}", [header, *tale(number, 90)]) for number in range(20)]
    assert gathered(tmp_path, *drabbles).problems == ()


def test_chinese_is_compared_sign_by_sign(tmp_path):
    text = (
        "灯塔的守望者在雨中数着台阶，没有人知道她数到了多少。第二天早晨，船来了，带着信和面包，还有一只不肯下船的山羊。"
    )
    assert codes(gathered(tmp_path, story("一", [text]), story("二", [text.replace("，", ", ")]))) == ["duplicate"]


def test_the_likeness_of_a_changed_word_is_that_word():
    words = list(itertools.chain.from_iterable(paragraph.split() for paragraph in tale(1, 300)))
    changed = [*words[:100], "zebra", *words[101:]]
    alike = likeness.between(body(" ".join(words)), body(" ".join(changed)))
    assert alike.longest_own == 1
    assert alike.first == pytest.approx(1 - 1 / len(words))


def test_three_hundred_different_stories_stay_three_hundred(tmp_path):
    stories = [story(f"Story {number}", tale(number, 3500)) for number in range(300)]
    assert len(gathered(tmp_path, *stories).stories) == 300


def test_nothing_of_the_stories_is_held_when_they_are_gathered(tmp_path):
    gathered(tmp_path, story("Lamp", tale(1), file="a.txt"), story("The Lamp", tale(1), file="b.txt"))
    kept = (likeness.words, likeness.likely_pairs, likeness.between, likeness._samples)
    assert [one.cache_info().currsize for one in kept] == [0, 0, 0, 0]
