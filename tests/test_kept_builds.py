"""Whole builds that share what is kept: at once, killed, on a full disk, over damage; nothing lost, the same bytes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests import tools
from tests.tools import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is named by XDG_CACHE_HOME")
STORIES = ("The Boat Comes Thursdays.txt", "not to scale.txt", "eight maps.txt", "long night round.md")
TOGETHER = "together"


@pytest.fixture
def stories(tmp_path):
    folder = tmp_path / "stories"
    folder.mkdir()
    for name in STORIES:
        shutil.copy(ROOT / "manuscripts" / name, folder)
    return folder


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """Return the book that nothing happens to: typeset in one process, of nothing kept."""
    place = tmp_path_factory.mktemp("wanted")
    for name in STORIES:
        shutil.copy(ROOT / "manuscripts" / name, place)
    assert finished(begun(place, place / "cache", "-j", "1", "--no-cache")) == 0
    assert not list((place / "cache").glob("fic2book/**/*"))
    return made(place)


def begun(folder, cache, *options, limit=None):
    """Begin a build of the folder; ``limit``: no file may be longer, in bytes."""
    own = ("build", str(folder), "--output", str(folder / "book"), "--to", "pdf", "--title", "Four", "--plain")
    command = [sys.executable, "-m", "fic2book", *own, *options]
    if limit:
        command = ["prlimit", f"--fsize={limit}", *command]
    temporary = cache.with_name("temporary")
    temporary.mkdir(exist_ok=True)
    own = {"XDG_CACHE_HOME": str(cache), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    given = {"env": {**os.environ, **own}, "cwd": ROOT}
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **given)


def finished(build):
    said = build.communicate()[1]
    assert b"Traceback" not in said, said
    return build.returncode


def made(folder):
    (book,) = sorted(folder.glob("book/*.pdf"))
    return book.read_bytes()


def kept(cache):
    return sorted(cache.glob("fic2book/pages/??/*"))


@pytest.mark.slow
@pytest.mark.parametrize("many", ["1", "4"])
def test_it_is_the_same_book_cold_and_warm_by_one_and_by_four(stories, tmp_path, wanted, many):
    for _ in ("cold", "warm"):
        assert finished(begun(stories, tmp_path / "cache", "-j", many)) == 0
        assert made(stories) == wanted
        assert not list((tmp_path / "temporary").iterdir())
        shutil.rmtree(stories / "book")


@pytest.mark.slow
@pytest.mark.parametrize("places", [("one", "two"), (TOGETHER, TOGETHER)], ids=" ".join)
def test_two_builds_at_once_each_make_the_whole_book(stories, tmp_path, wanted, places):
    builds = [begun(stories, tmp_path / "cache", "-j", "2", "--output", str(tmp_path / place)) for place in places]
    assert [finished(build) for build in builds] == [0, 0]
    for place in places:
        (book,) = (tmp_path / place).glob("*.pdf")
        assert book.read_bytes() == wanted
    assert not [place for place in tmp_path.glob("**/*") if place.suffix in {".part", ".tmp"}]


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_no_half_and_the_next_one_goes_on(stories, tmp_path, wanted):
    cache = tmp_path / "cache"
    build = begun(stories, cache, "-j", "2")
    while len(kept(cache)) < 2 and build.poll() is None:
        time.sleep(0.005)
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert build.returncode == -signal.SIGKILL
    assert not list(stories.glob("book/*.pdf"))
    whole = {place: place.stat().st_ino for place in kept(cache) if place.suffix != ".part"}
    assert len(whole) >= 2
    assert finished(begun(stories, cache, "-j", "2")) == 0
    assert made(stories) == wanted
    assert {place: place.stat().st_ino for place in whole} == whole


@contextmanager
def small(folder):
    """Let a folder lie on a disk of its own that is nearly full; tell whether this machine allows that."""
    folder.mkdir()
    mounted = tools.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            assert tools.run("umount", folder).returncode == 0


@pytest.mark.slow
def test_no_room_for_temporary_files_is_one_sentence_and_no_half(stories, tmp_path, wanted):
    tools.tool("prlimit")
    cache = tmp_path / "cache"
    build = begun(stories, cache, "-j", "2", limit=300_000)
    said = build.communicate()[1].decode()
    assert build.returncode == 1
    assert "folder for temporary files" in said
    assert "Traceback" not in said
    assert "fault of its own" not in said
    assert not list(stories.glob("book/*.pdf"))
    assert not list(tmp_path.glob("**/*.part"))
    assert finished(begun(stories, cache, "-j", "2")) == 0
    assert made(stories) == wanted


@pytest.mark.slow
def test_no_room_for_the_book_is_one_sentence_and_no_half(stories, tmp_path, wanted):
    cache = tmp_path / "cache"
    with small(stories / "book") as mounted:
        build = begun(stories, cache, "-j", "2", limit=None if mounted else 1000)
        said = build.communicate()[1].decode()
        assert build.returncode == 1
        assert "no space left on device" in said or not mounted
        assert "Traceback" not in said
        assert not list(stories.glob("book/*.pdf"))
        assert not list(stories.glob("book/.*"))
    before = kept(cache)
    assert before or not mounted
    assert finished(begun(stories, cache, "-j", "2")) == 0
    assert made(stories) == wanted
    assert len(kept(cache)) == len(before) or not mounted


@pytest.mark.slow
def test_where_nothing_more_can_be_kept_the_book_is_made_all_the_same(stories, tmp_path, wanted):
    """The disk of the cache is full, that of the book is not."""
    cache = tmp_path / "cache"
    with small(cache) as mounted:
        if not mounted:
            (cache / "fic2book").write_text("nothing can be kept at all")
        assert finished(begun(stories, cache, "-j", "2")) == 0
        assert made(stories) == wanted
        assert len(kept(cache)) < 10
        assert not list(cache.glob("**/*.part"))


@pytest.mark.slow
def test_damage_of_any_kind_costs_time_and_nothing_else(stories, tmp_path, wanted):
    cache = tmp_path / "cache"
    assert finished(begun(stories, cache, "-j", "2")) == 0
    for number, place in enumerate(kept(cache)):
        data = place.read_bytes()
        place.write_bytes((b"", data[:-1], data[:99] + bytes([data[99] ^ 1]) + data[100:])[number % 3])
    before = {place: place.read_bytes() for place in kept(cache)}
    assert finished(begun(stories, cache, "-j", "2")) == 0
    assert made(stories) == wanted
    assert all(place.read_bytes() != data for place, data in before.items())
