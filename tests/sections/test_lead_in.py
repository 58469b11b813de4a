"""The small capitals that open a story."""

from pathlib import Path

import pytest

from fic2book import markup
from fic2book.sections.lead_in import set_lead_in

CASES = Path(__file__).parents[1] / "cases" / "sections" / "lead_in.txt"


def cases() -> list[tuple[str, str, str]]:
    blocks = CASES.read_text(encoding="utf-8").split("\n.\n")
    trimmed = [block.strip() for block in blocks if block.strip()]
    return list(zip(trimmed[::3], trimmed[1::3], trimmed[2::3], strict=True))


def led_in(fragment: str) -> str:
    root = markup.parse(fragment)
    set_lead_in(root[0])
    return markup.serialise(root)


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_the_first_words_are_led_in_as_the_case_says(before, after):
    assert led_in(before) == after


@pytest.mark.parametrize("before", [case[1] for case in cases()], ids=[case[0] for case in cases()])
def test_a_lead_in_changes_no_letter(before):
    assert markup.plain(led_in(before)) == markup.plain(before)
