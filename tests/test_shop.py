"""Work is done wherever a shop says: the same results in the same order, failures named, what was done kept."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from fic2book.errors import OutputError
from fic2book.kept import Kept
from fic2book.workers.shop import Shop
from tests.tools import ROOT


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
    with Shop(store=Box(a=b"a"), step=lambda *said: told.append(said)).open() as crew, pytest.raises(OutputError):
        crew.results(work, pieces("bb", how="fails"), lambda key, made: (key, len(made or b""), 9))
    assert told == [("a", 1, 9), ("bb", 0, 9), ("ccc", 3, 9), ("dd", 2, 9), ("e", 1, 9), ("ff", 2, 9)]


def own_number(_):
    return str(os.getpid()).encode()


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_process_that_has_done_much_is_replaced(start):
    with Shop(workers=2, start=start).open() as crew:
        done = Counter(crew.results(own_number, {str(number): number for number in range(300)}))
    assert len(done) >= 3
    assert max(done.values()) <= 128


def slow(piece):
    time.sleep(0.4)
    return piece.encode()


def keep_slow_ones(folder, start):
    """Do twenty slow pieces: what the process does that is stopped below."""
    with Shop(workers=2, start=start, store=Kept(Path(folder))).open() as crew:
        crew.results(slow, {f"{number:064x}": str(number) for number in range(20)})


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX's")
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_ctrl_c_keeps_what_is_done_and_at_work_and_leaves_no_process(tmp_path, start):
    script = tmp_path / "stopped.py"
    asked = f"test_shop.keep_slow_ones({str(tmp_path)!r}, {start!r})"
    heard = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # who asks may ignore it
    script.write_text(f"import signal\nfrom tests import test_shop\nif __name__ == '__main__':\n    {heard}; {asked}\n")
    kept = Kept(tmp_path)
    said = tmp_path / "said"
    with said.open("wb") as errors:
        run = subprocess.Popen([sys.executable, script], start_new_session=True, stderr=errors, cwd=ROOT)
        while not kept.size().files and run.poll() is None:
            time.sleep(0.01)
        before = kept.size().files
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: all processes of the group hear it
        assert run.wait() == -signal.SIGINT
    assert said.read_bytes().count(b"Traceback") == 1
    assert said.read_bytes().rstrip().endswith(b"KeyboardInterrupt")
    assert before < kept.size().files < 20
    assert not list(tmp_path.glob("**/*.part"))
    assert [place.read_bytes()[32:] for place in sorted(tmp_path.glob("??/*"))] == [
        str(number).encode() for number in range(kept.size().files)
    ]
    assert is_gone(run.pid)


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_parent_that_is_killed_leaves_no_process(tmp_path, start):
    script = tmp_path / "killed.py"
    asked = f"test_shop.keep_slow_ones({str(tmp_path)!r}, {start!r})"
    script.write_text(f"from tests import test_shop\nif __name__ == '__main__':\n    {asked}\n")
    run = subprocess.Popen([sys.executable, script], start_new_session=True, cwd=ROOT)
    while not Kept(tmp_path).size().files and run.poll() is None:
        time.sleep(0.01)
    run.kill()
    assert run.wait() == -signal.SIGKILL
    assert is_gone(run.pid)
    assert 1 <= Kept(tmp_path).size().files < 20


def is_gone(group):
    """Wait a little for a group of processes: multiprocessing's own housekeeper ends when it hears of nobody more."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False
