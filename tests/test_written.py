"""Finished files are written whole or not at all, whoever else writes them at the same time."""

import os
import sys
import threading

import pytest

from fic2book import files
from fic2book.errors import OutputError
from tests import tools


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path):
    place = tmp_path / "new" / "a.pdf"
    files.write(place, [b"one ", b"two"])
    assert place.read_bytes() == b"one two"
    assert sorted(place.parent.iterdir()) == [place]


def broken():
    yield b"half of "
    raise OSError(28, "No space left on device")


def test_an_old_file_survives_a_failure(tmp_path):
    place = tmp_path / "a.pdf"
    place.write_bytes(b"old")
    with pytest.raises(OutputError, match="cannot be written: no space left on device"):
        files.write(place, broken())
    assert place.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [place]


def test_another_program_that_writes_the_same_file_is_in_nobodys_way(tmp_path):
    place = tmp_path / "a.pdf"
    halfway, go_on = threading.Event(), threading.Event()

    def slowly():
        yield b"first, "
        halfway.set()
        assert go_on.wait(20)
        yield b"whole"

    writer = threading.Thread(target=files.write, args=(place, slowly()))
    writer.start()
    assert halfway.wait(20)
    assert not place.exists()
    asked = f"from pathlib import Path; from fic2book import files; files.write(Path({str(place)!r}), b'second')"
    assert tools.run(sys.executable, "-c", asked, PYTHONPATH=str(tools.ROOT)).returncode == 0
    assert place.read_bytes() == b"second"
    go_on.set()
    writer.join()
    assert place.read_bytes() == b"first, whole"
    assert sorted(tmp_path.iterdir()) == [place]


def test_what_a_killed_program_left_is_swept_away_when_it_is_old(tmp_path):
    old, young, other = (tmp_path / name for name in (".a.pdf.7.part", ".a.pdf.8.part", ".b.pdf.9.part"))
    for part in (old, young, other):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (0, 0))
    files.write(tmp_path / "a.pdf", b"whole")
    assert not old.exists()
    assert young.exists()
    assert other.exists()
