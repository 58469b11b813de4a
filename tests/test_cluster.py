"""A Dask cluster typesets a book as this machine does, whatever becomes of its workers."""

import os
import signal
import sys
import time

import pytest

from fic2book.errors import MissingToolError, OutputError
from fic2book.kept import Kept
from fic2book.workers import cluster
from fic2book.workers.lending import Shared
from fic2book.workers.shop import Shop
from fic2book.writers import pdf
from fic2book.writers.pdf.engine import jobs
from tests.tools import ROOT, package, run
from tests.writers.pdf_books import HARBOUR, anthology, book, story

STORIES = 8
WATCHED = """
import socket, sys

def look(event, told):
    if event == "socket.getaddrinfo":
        print("asked for", told[0])
    elif event == "socket.connect" and told[0].type == socket.SOCK_STREAM and told[0].family != socket.AF_UNIX:
        print("spoke to", told[1])

sys.addaudithook(look)
from fic2book.cli import main
main(sys.argv[1:])
"""
"""The program with somebody beside it who writes down to whom it speaks."""


@pytest.fixture(scope="module")
def laid():
    return book(anthology(*(story(f"tale-{number}", *HARBOUR * 2) for number in range(STORIES)), openers="any"))


@pytest.fixture(scope="module")
def whole(laid):
    return pdf.write(laid).files[".pdf"]


@pytest.fixture(scope="module")
def dask():
    """Two workers, each a process of its own, at an address of this machine."""
    package("distributed")
    from distributed import LocalCluster  # an extra

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as made:
        yield made


def pids(made):
    """Return the processes of the workers that there are."""
    from distributed import Client  # an extra

    with Client(made.scheduler_address, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


def shop(hands, **more):
    return Shop(**hands._asdict(), **more)


def test_without_dask_there_is_a_way_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(MissingToolError, match=r"pip install 'fic2book\[cluster\]'"),
        cluster.joined("tcp://localhost:1"),
    ):
        pass


def test_a_worker_with_other_libraries_does_nothing():
    job = jobs.Job("The Well", jobs.Copy("<p>", {}), jobs.Kit((), {}))
    asked = jobs.shared(job)
    with pytest.raises(OutputError, match="other versions or faces"):
        jobs.elsewhere((asked.own[0], f"{asked.own[1]} and another"), asked.common)


def test_what_pieces_share_is_lent_once_and_does_not_travel_with_them():
    from concurrent.futures import ThreadPoolExecutor

    lent = []
    big = {"face": b"1"}

    def lend(value):
        lent.append(value)
        return "its name"

    def work(own, common):
        return f"{own} with {common}".encode()

    asked = {name: Shared(name, name, big) for name in "abc"}
    with ThreadPoolExecutor(2) as executor, Shop(executor=executor, lend=lend).open() as crew:
        made = crew.results(work, asked) + crew.results(work, {"d": Shared("d", "d", big)})
    assert made == [f"{name} with its name".encode() for name in "abcd"]
    assert lent == [big]


def test_a_job_is_sent_without_its_faces():
    kit = jobs.Kit(("p { color: red }",), {"face.ttf": b"0" * 1000})
    asked = jobs.shared(jobs.Job("The Well", jobs.Copy("<p>", {}), kit))
    assert asked.common is kit
    assert asked.own[0].kit.resources == {}


def watched(folder, *more):
    """Build a book of one story and return what was seen of the network."""
    folder.mkdir()
    (folder / "The Well.md").write_text("A well, and a bucket.\n", encoding="utf-8")
    words = (*("build", folder, "-q", "-t", "pdf,epub", "--no-cache", "-o", folder / "book"), *more)
    done = run(sys.executable, "-c", WATCHED, *words)
    assert done.returncode == 0, done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith(("asked", "spoke"))]


def test_nothing_speaks_to_a_network_when_no_address_is_given(tmp_path):
    assert watched(tmp_path / "stories") == []


@pytest.mark.slow
def test_with_an_address_it_speaks_to_that_one_alone(dask, tmp_path):
    host, port = dask.scheduler_address.removeprefix("tcp://").split(":")
    seen = watched(tmp_path / "stories", "--cluster", dask.scheduler_address)
    assert {line for line in seen if line.startswith("spoke")} == {f"spoke to {(host, int(port))}"}


@pytest.mark.slow
def test_it_is_the_same_bytes_on_a_cluster(dask, laid, whole):
    with cluster.joined(dask.scheduler_address) as hands:
        assert pdf.write(laid, shop(hands)).files[".pdf"] == whole


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_loses_nothing(dask, laid, whole, tmp_path):
    before, seen = pids(dask), []

    def kill(what, done, total):
        if not seen:
            os.kill(before[0], signal.SIGKILL)
        seen.append((what, done, total))

    with cluster.joined(dask.scheduler_address) as hands:
        made = pdf.write(laid, shop(hands, store=Kept(tmp_path), step=kill)).files[".pdf"]
    assert made == whole
    assert seen[0][1] < seen[0][2]
    assert before[0] not in pids(dask)


class Box(dict):
    """A store in memory."""

    put = dict.__setitem__


def falls_with(own, common):
    """Bring its process down over one piece."""
    if own == "bb":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{own}{common}".encode()


@pytest.mark.slow
def test_a_piece_that_kills_every_worker_is_named_and_all_others_are_done(dask):
    box = Box()
    asked = {name: Shared(name, name, "!") for name in ("a", "bb", "ccc", "d")}
    with (
        cluster.joined(dask.scheduler_address) as hands,
        shop(hands, store=box).open() as crew,
        pytest.raises(OutputError, match=r"“bb” was given away and never came back \(KilledWorker\)"),
    ):
        crew.results(falls_with, asked)
    assert sorted(box) == ["a", "ccc", "d"]


def waits(own, common):
    """Take a while over each piece."""
    time.sleep(2)
    return f"{own}{common}".encode()


@pytest.mark.slow
def test_a_cluster_that_goes_away_ends_in_a_sentence_and_what_was_done_is_kept():
    package("distributed")
    from distributed import LocalCluster  # an extra

    box = Box()
    asked = {name: Shared(name, name, "!") for name in ("a", "bb", "ccc", "d")}
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=":0") as made,
        cluster.joined(made.scheduler_address) as hands,
        Shop(**hands._asdict(), store=box, step=lambda *_: made.close()).open() as crew,
        pytest.raises(OutputError, match=r"never came back .* The cluster went away"),
    ):
        crew.results(waits, asked, lambda key, data: (key, len(data or ""), 0))
    assert 0 < len(box) < len(asked)


@pytest.mark.slow
def test_a_book_built_on_a_cluster_is_the_one_built_here(dask, tmp_path):
    for name, more in (("here", ()), ("there", ("--cluster", dask.scheduler_address))):
        words = ("-t", "pdf", "--no-cache", "-o", tmp_path / name, *more)
        done = run(sys.executable, "-m", "fic2book", "build", ROOT / "manuscripts", "-q", *words)
        assert done.returncode == 0, done.stderr
    here, there = (next((tmp_path / name).glob("*.pdf")).read_bytes() for name in ("here", "there"))
    assert there == here


@pytest.mark.slow
def test_an_address_where_nobody_is_says_so_in_one_sentence(tmp_path):
    package("distributed")
    words = ("--cluster", "tcp://127.0.0.1:9", "-o", tmp_path / "book")
    done = run(sys.executable, "-m", "fic2book", "build", ROOT / "manuscripts", "-q", *words)
    assert done.returncode == 1
    assert done.stderr.startswith("fic2book: no cluster answers at tcp://127.0.0.1:9. ")
    assert not (tmp_path / "book").exists()
