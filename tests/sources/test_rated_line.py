"""FanFiction.Net's line about a story: each case is the line, and below it the fields it states, or none."""

from pathlib import Path

import pytest

from fic2book.letters import letters
from fic2book.sources.ffn import rated

_FILE = Path(__file__).parents[1] / "cases" / "rated_lines.txt"
_CASES = [case.split("\n") for case in _FILE.read_text(encoding="utf-8").strip().split("\n\n")]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case[0][:60])
def test_the_line_states_what_a_reader_sees_in_it(case):
    line, *expected = case
    found = {piece.field: piece.value for piece in rated.read(line) if piece.field}
    told = [f"{field}: {' | '.join(value) if isinstance(value, tuple) else value}" for field, value in found.items()]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case[0][:60])
def test_no_word_of_the_line_is_left_out(case):
    pieces = rated.read(case[0])
    assert not pieces or "".join(letters(piece.words) for piece in pieces) == letters(case[0])
