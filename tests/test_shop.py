"""Work is done wherever a shop says: the same results in the same order, failures named, what was done kept."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest

from fic2book.errors import OutputError
from fic2book.workers.shop import Shop


class Piece(NamedTuple):
    name: str
    how: str = ""


def work(piece):
    if piece.how == "fails":
        reason = f"it cannot be laid out in “{piece.name}”"
        raise OutputError(reason)
    if piece.how == "falls":
        os.kill(os.getpid(), signal.SIGKILL)
    if piece.how == "stops":
        raise KeyboardInterrupt
    time.sleep(0.01 * (len(piece.name) % 3))
    return piece.name.encode()


class Box(dict):
    """A store in memory."""

    put = dict.__setitem__


def pieces(*wrong, how=""):
    names = ["a", "bb", "ccc", "dd", "e", "ff"]
    return {name: Piece(name, how if name in wrong else "") for name in names}


WAYS = {
    "here": {"workers": 1},
    "fork": {"workers": 2, "start": "fork"},
    "spawn": {"workers": 2, "start": "spawn"},
}


@pytest.mark.parametrize("way", WAYS)
def test_results_come_in_the_order_of_the_pieces(way):
    with Shop(**WAYS[way]).open() as crew:
        assert crew.results(work, pieces()) == [b"a", b"bb", b"ccc", b"dd", b"e", b"ff"]
        assert crew.results(work, {"a": Piece("a")}) == [b"a"]
        assert crew.results(work, {}) == []


def test_an_executor_that_is_handed_in_does_the_work_and_is_left_running():
    with ThreadPoolExecutor(2) as executor:
        with Shop(executor=executor).open() as crew:
            assert crew.results(work, pieces())[2] == b"ccc"
        assert executor.submit(len, "abc").result() == 3


@pytest.mark.parametrize("way", ["here", "fork"])
def test_a_piece_that_fails_is_named_and_all_others_are_kept(way):
    box = Box()
    with Shop(**WAYS[way], store=box).open() as crew, pytest.raises(OutputError, match="in “bb”"):
        crew.results(work, pieces("bb", how="fails"))
    assert sorted(box) == ["a", "ccc", "dd", "e", "ff"]


def test_a_piece_over_which_the_process_dies_is_named_and_all_others_are_kept():
    box = Box()
    with (
        Shop(workers=2, start="fork", store=box).open() as crew,
        pytest.raises(OutputError, match="“dd” ended by itself"),
    ):
        crew.results(work, pieces("dd", how="falls"))
    assert sorted(box) == ["a", "bb", "ccc", "e", "ff"]


def test_what_is_kept_is_not_done_again():
    box = Box(bb=b"kept")
    with Shop(store=box).open() as crew:
        assert crew.results(work, pieces("bb", how="fails"))[1] == b"kept"


def test_who_is_stopped_has_kept_what_was_done():
    box = Box()
    with Shop(store=box).open() as crew, pytest.raises(KeyboardInterrupt):
        crew.results(work, pieces("dd", how="stops"))
    assert sorted(box) == ["a", "bb", "ccc"]


def test_each_piece_is_told_of():
    told = []
    with Shop(store=Box(a=b"a"), step=lambda *said: told.append(said)).open() as crew:
        crew.results(work, pieces(), "Typesetting")
    assert told == [("Typesetting", number, 6) for number in range(2, 7)]
