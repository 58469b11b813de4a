"""What is kept is kept whole or not at all, and nothing that happens to it is an error."""

import os
import subprocess
import sys
import threading

import pytest

from fic2book.kept import Kept
from tests.tools import ROOT, run

KEY, OTHER = "ab" + "0" * 62, "cd" + "1" * 62


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "pages", 1000)


def place(kept, key=KEY):
    return kept.folder / key[:2] / key[2:]


def test_what_was_put_there_is_there(kept):
    kept.put(KEY, b"pages")
    assert kept.get(KEY) == b"pages"
    assert kept.get(OTHER) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 400])
def test_damage_is_a_thing_that_is_not_there(kept, damage):
    kept.put(KEY, b"pages")
    place(kept).write_bytes(damage)
    assert kept.get(KEY) is None
    assert not place(kept).exists()
    kept.put(KEY, b"pages again")
    assert kept.get(KEY) == b"pages again"


def test_one_changed_byte_is_noticed(kept):
    kept.put(KEY, b"pages")
    file = bytearray(place(kept).read_bytes())
    file[-1] ^= 1
    place(kept).write_bytes(file)
    assert kept.get(KEY) is None


def test_a_file_under_another_name_is_not_taken_for_what_it_was(kept):
    kept.put(KEY, b"pages")
    place(kept, OTHER).parent.mkdir()
    place(kept).rename(place(kept, OTHER))
    assert kept.get(OTHER) is None


def test_what_was_used_last_stays_when_there_is_too_much(kept):
    keys = [f"{number:02x}" + "0" * 62 for number in range(12)]
    for age, key in enumerate(keys):
        kept.put(key, b"x" * 100)
        os.utime(place(kept, key), (age, age))
    assert kept.get(keys[0]) is not None
    kept.trim()
    assert kept.size().bytes <= 1000
    assert kept.get(keys[0]) is not None
    assert kept.get(keys[1]) is None
    assert kept.get(keys[-1]) is not None


def test_little_is_left_alone(kept):
    kept.put(KEY, b"x" * 900)
    kept.trim()
    assert kept.get(KEY) is not None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_nothing(tmp_path):
    (tmp_path / "pages").write_text("a file is in the way")
    kept = Kept(tmp_path / "pages")
    kept.put(KEY, b"pages")
    assert kept.get(KEY) is None
    kept.trim()
    assert kept.size() == kept.clear() == (0, 0)


FULL = """
import resource, sys
from pathlib import Path
from fic2book.kept import Kept
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
kept = Kept(Path(sys.argv[1]))
kept.put({small!r}, b"x" * 100)
kept.put({large!r}, b"x" * 100_000)
print(kept.get({small!r}) is not None, kept.get({large!r}) is not None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit for files is a thing of Linux")
def test_on_a_full_disk_nothing_is_kept_and_nothing_is_left(tmp_path):
    code = FULL.format(small=KEY, large=OTHER)
    done = run(sys.executable, "-c", code, str(tmp_path), PYTHONPATH=str(ROOT))
    assert done.stdout.strip() == "True False", done.stderr
    assert [path.name for path in sorted(tmp_path.glob("??/*"))] == [KEY[2:]]


KILLED = """
import os, signal, sys
from pathlib import Path
from fic2book.kept import Kept
kept = Kept(Path(sys.argv[1]))
kept.put({first!r}, b"x" * 100)
Path.replace = lambda self, place: os.kill(os.getpid(), signal.SIGKILL)
kept.put({second!r}, b"x" * 100)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_build_that_is_killed_leaves_only_whole_things(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(first=KEY, second=OTHER), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode != 0
    kept = Kept(tmp_path)
    assert kept.get(KEY) == b"x" * 100
    assert kept.get(OTHER) is None
    assert kept.size().files == 1
    (part,) = tmp_path.glob("??/*.part")
    os.utime(part, (0, 0))
    kept.trim()
    assert not part.exists()


def test_builds_at_the_same_time_share_it(kept):
    failures = []

    def build(number):
        for turn in range(60):
            key = f"{turn % 7:02x}" + "0" * 62
            kept.put(key, key.encode() * 20)
            found = kept.get(key)
            if found not in (None, key.encode() * 20):
                failures.append((number, turn))
            kept.trim()

    builds = [threading.Thread(target=build, args=(number,)) for number in range(4)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert not failures
    assert kept.size().bytes <= 1000


def test_clearing_takes_all_of_it(kept):
    kept.put(KEY, b"x" * 68)
    assert kept.clear() == (1, 100)
    assert kept.size() == (0, 0)
    assert kept.get(KEY) is None
