"""Pieces done by other processes give what they give one after the other; what fails costs no other piece."""

import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial

import pytest

from fic2book import workers
from fic2book.errors import ManuscriptError
from fic2book.workers import Failure, Limits

LIMITS = Limits(seconds=60, memory=1_000_000_000)
HASTY = Limits(seconds=1, memory=1_000_000_000)
linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited, and processes are forked, on Linux")


def doubled(number):
    return number * 2


def refused(number):
    return ManuscriptError("is too odd", file=f"{number}.txt", way_out="Make it even.")


def raising(number):
    raise refused(number)


PARENT = os.getpid()


def killed_elsewhere(number):
    if number == 7 and os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGTERM)
    return number * 2


def told_off(number, *, odd, even):
    """Do the one thing with odd numbers, and the other with even ones."""
    return (odd if number % 2 else even)(number)


def hanging(number):
    while True:
        number += 1


def waiting(number):
    time.sleep(600 + number)


def greedy(number):
    return [bytearray(100_000_000) for _ in range(number + 50)]


def large(size):
    return len(bytearray(size))


def falling(number):
    os.write(2, b"a library says something\n")
    os._exit(number)


def process(number):
    del number
    return os.getpid()


def is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def another_thread():
    """Have a second thread, with which a process is not forked: a new one is started instead."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("worth", [True, False])
def test_results_come_in_the_order_of_the_pieces(worth):
    assert list(workers.each(doubled, range(100), worth=worth)) == [number * 2 for number in range(100)]


def test_a_process_that_dies_costs_no_other_piece():
    assert list(workers.each(killed_elsewhere, range(40), worth=True)) == [number * 2 for number in range(40)]


def test_an_error_arrives_whole_from_another_process():
    error = next(iter(workers.each(refused, [1, 2, 3], worth=True)))
    assert isinstance(error, ManuscriptError)
    assert (str(error), error.file) == ("1.txt: is too odd. Make it even.", "1.txt")


def test_nothing_to_do_is_done_at_once():
    assert list(workers.each(doubled, [], worth=True)) == []
    assert list(workers.guarded(doubled, [], LIMITS, worth=True)) == []


@pytest.mark.parametrize("worth", [True, False])
def test_guarded_results_come_in_the_order_of_the_pieces(worth):
    assert list(workers.guarded(doubled, range(100), LIMITS, worth=worth)) == [number * 2 for number in range(100)]


def test_guarded_work_is_done_in_another_process():
    assert PARENT not in set(workers.guarded(process, range(4), LIMITS, worth=False))


@pytest.mark.parametrize("worth", [True, False])
@pytest.mark.parametrize(
    ("odd", "failure", "limits"),
    [
        pytest.param(hanging, Failure.TIME, HASTY, id="over time"),
        pytest.param(waiting, Failure.TIME, HASTY, id="waiting"),
        pytest.param(greedy, Failure.MEMORY, LIMITS, id="over memory", marks=linux),
        pytest.param(falling, Failure.DIED, LIMITS, id="dead"),
    ],
)
def test_a_piece_that_fails_costs_no_other(odd, failure, limits, worth):
    work = partial(told_off, odd=odd, even=doubled)
    assert list(workers.guarded(work, range(5), limits, worth=worth)) == [0, failure, 4, failure, 8]


@linux
def test_memory_that_is_allowed_is_given():
    assert list(workers.guarded(large, [500_000_000], LIMITS, worth=False)) == [500_000_000]


@linux
def test_a_result_that_is_too_large_to_send_is_too_large():
    assert list(workers.guarded(bytearray, [700_000_000], LIMITS, worth=False)) == [Failure.MEMORY]


def test_what_a_falling_library_says_reaches_nobody(capfd):
    assert list(workers.guarded(falling, [1], LIMITS, worth=False)) == [Failure.DIED]
    assert capfd.readouterr() == ("", "")


def test_an_error_of_guarded_work_is_raised():
    with pytest.raises(ManuscriptError, match=r"1\.txt: is too odd"):
        list(workers.guarded(raising, [1, 2], LIMITS, worth=False))


def test_where_a_fork_is_not_safe_new_processes_do_the_same():
    work = partial(told_off, odd=falling, even=doubled)
    with another_thread():
        assert list(workers.guarded(work, range(4), LIMITS, worth=True)) == [0, Failure.DIED, 4, Failure.DIED]


@pytest.mark.parametrize("piece", ["a\nb\0c", "ф/漢/ ' \"$(x)", "\udcff"])
def test_names_with_any_characters_pass_the_pipe(piece):
    assert list(workers.guarded(str, [piece], LIMITS, worth=False)) == [piece]


def test_no_process_is_left_when_nobody_wants_the_rest():
    results = workers.guarded(process, range(50), LIMITS, worth=True)
    numbers = {next(results), next(results)}
    results.close()
    assert not any(is_alive(number) for number in numbers)


def test_no_process_outlives_a_parent_that_was_killed(tmp_path):
    """An idle worker sees its pipe end; a busy one does not outlive its limit by long."""
    parent = os.fork()
    if parent == 0:
        results = workers.guarded(process, range(3), HASTY, worth=False)
        (tmp_path / "number").write_text(str(next(results)))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(parent, 0)
    worker = int((tmp_path / "number").read_text())
    deadline = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(worker)
