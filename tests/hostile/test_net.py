"""The net under manuscripts: what takes too much costs itself only, and the program can be stopped at any time."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fic2book import reading, workers
from fic2book.errors import ManuscriptError
from fic2book.reading import Job, net
from tests.hostile import files
from tests.tools import run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of processes on Linux only")
LONG = f"{files.FIRST}\n\n{'word ' * 2_000_000}\n\n{files.LAST}\n"

NARROW = """
import pathlib, sys
from fic2book import workers
from fic2book.reading import Job, net
jobs = [Job(pathlib.Path(sys.argv[1]), name) for name in ("a.txt", "b.txt")]
first, second = workers.guarded(net.attempt, jobs, workers.Limits(seconds=60, memory=60_000_000), worth=False)
print(first if isinstance(first, workers.Failure) else "read")
print(second[0][0].title)
"""
"""In a process of its own: one that has run other tests has memory to spare, which its children take without asking."""


def children(process):
    """Return the numbers of the processes that a process has started and that still run."""
    try:
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def until(condition, seconds=60):
    over = time.monotonic() + seconds
    while not condition() and time.monotonic() < over:
        time.sleep(0.02)
    return condition()


@LINUX
def test_stopping_is_at_once_and_leaves_no_process(tmp_path):
    (tmp_path / "stories").mkdir()
    for number in range(4):
        (tmp_path / "stories" / f"{number}.txt").write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "fic2book", "build", tmp_path / "stories", "-o", tmp_path / "book", "--plain"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert until(lambda: children(process.pid))
    workers_then = children(process.pid)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does, to the whole group
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "stopped" in said
    assert "Traceback" not in said
    assert until(lambda: not any(Path(f"/proc/{number}").exists() for number in workers_then))
    assert not list(tmp_path.glob("book/*"))


@pytest.mark.parametrize("failure", workers.Failure)
def test_each_way_to_fail_is_one_sentence_with_a_way_out(failure):
    error = net.failed(failure, "weir.txt")
    assert str(error).startswith("weir.txt: reading it ")
    assert error.way_out


def test_results_are_the_same_with_one_worker_and_with_many(tmp_path):
    for number in range(12):
        text = f"Story {number}\n\nby Ada\n\n{files.FIRST}\n\n{files.LAST * (number + 1)}\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    jobs = [Job(tmp_path, f"{number:02}.txt") for number in range(12)]
    few = list(workers.guarded(net.attempt, jobs, net.LIMITS, worth=False))
    many = list(workers.guarded(net.attempt, jobs, net.LIMITS, worth=True))
    assert few == many == list(reading.manuscripts(jobs))
    assert [stories[0].title for stories, _ in few] == [f"Story {number}" for number in range(12)]


@LINUX
def test_a_manuscript_that_takes_too_much_memory_costs_no_other(tmp_path):
    (tmp_path / "a.txt").write_text(LONG, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"B\n\n{files.LAST}\n", encoding="utf-8")
    said = run(sys.executable, "-c", NARROW, tmp_path).stdout.splitlines()
    assert said[0] in {workers.Failure.MEMORY, workers.Failure.DIED}
    assert said[1] == "B"


def test_a_foreword_is_read_behind_the_net_too(tmp_path):
    (tmp_path / "foreword.md").write_text("Some *words*.", encoding="utf-8")
    assert reading.read_paper(tmp_path / "foreword.md", "Foreword") == "<p>Some <em>words</em>.</p>"
    with pytest.raises(ManuscriptError, match="cannot be opened"):
        reading.read_paper(tmp_path / "gone.md", "Foreword")


def test_inspect_and_check_name_what_cannot_be_read_and_go_on(tmp_path):
    (tmp_path / "good.txt").write_text(f"Good\n\n{files.FIRST}\n", encoding="utf-8")
    (tmp_path / "bomb.epub").write_bytes(files.bomb(200_000_000))
    done = run(sys.executable, "-m", "fic2book", "inspect", tmp_path, "--plain")
    assert done.returncode == 1
    assert "bomb.epub: " in done.stderr
    assert "Good" in done.stdout
