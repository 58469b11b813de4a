"""Pieces done on all cores give what they give one after the other, whatever happens to a process."""

import os
import signal

import pytest

from fic2book import workers
from fic2book.errors import ManuscriptError


def doubled(number):
    return number * 2


def refused(number):
    return ManuscriptError("is too odd", file=f"{number}.txt", way_out="Make it even.")


PARENT = os.getpid()


def killed_elsewhere(number):
    if number == 7 and os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


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
