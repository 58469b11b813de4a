"""The AZW3's writer beside a calibre that is missing, breaks down or says nothing: a sentence, and no half file."""

import os
import stat
import struct
from dataclasses import replace

import pytest

from fic2book import config, doctor, pipeline
from fic2book.checks.azw3 import opened
from fic2book.errors import MissingToolError
from fic2book.reading import silent
from fic2book.writers import azw3
from fic2book.writers.azw3 import identity
from tests.checks.test_azw3 import bound
from tests.writers.epub_books import package, tiny, without_fonts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for calibre are shell scripts")
EPUB = without_fonts(tiny())
OTHER = b"76dac242-9779-4052-b561-0aaabc2a8482"


@pytest.fixture
def calibre(tmp_path, monkeypatch):
    """Put a program that does what ``lines`` say into the place of calibre's converter, and no other one anywhere."""
    monkeypatch.setattr(azw3, "_FOLDERS", ())

    def put(*lines: str) -> None:
        folder = tmp_path / "programs"
        folder.mkdir(exist_ok=True)
        program = folder / "ebook-convert"
        program.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")

    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    return put


@pytest.fixture
def settings(tmp_path):
    """Return settings for the EPUB and the AZW3 of one short story."""
    place = tmp_path / "stories"
    place.mkdir()
    (place / "The Lamp.txt").write_text("The lamp was lit at last. “It burns,” she said.\n\n" * 8, encoding="utf-8")
    return config.load(place, {"to": ["epub", "azw3"], "output": tmp_path / "book"})


@pytest.mark.usefixtures("calibre")
def test_without_calibre_the_sentence_names_the_command_and_the_other_way(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "debian"})
    with pytest.raises(MissingToolError) as told:
        azw3.make(EPUB)
    assert str(told.value) == (
        "the AZW3 needs calibre, which was not found here. Install it with: sudo apt install calibre "
        "(or send the EPUB with Amazon's Send to Kindle, which needs no AZW3)."
    )


@pytest.mark.usefixtures("calibre")
def test_on_other_systems_it_names_the_page(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(MissingToolError, match=r"Install it from https://calibre-ebook\.com/download"):
        azw3.converter()


@pytest.mark.usefixtures("calibre")
def test_without_calibre_the_other_books_are_made_all_the_same(settings):
    built = pipeline.build(settings, silent)
    assert sorted(place.suffix for place in settings.output.iterdir()) == [".epub", ".json"]
    assert ["calibre" in str(error) for error in built.missing] == [True]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (('echo half > "$2"', "echo ValueError: no room left >&2", "exit 1"), "ValueError: no room left"),
        (("exit 3",), "it ended with 3"),
        (("exit 0",), "it wrote no book"),
    ],
    ids=["half a file", "no reason", "no file"],
)
def test_a_calibre_that_fails_costs_the_azw3_alone(lines, said, calibre, settings):
    calibre(*lines)
    built = pipeline.build(settings, silent)
    assert sorted(place.suffix for place in settings.output.iterdir()) == [".epub", ".json"]
    assert f"calibre's converter did not make the AZW3 ({said})" in str(built.missing[0])
    assert "Send to Kindle" in str(built.missing[0])


def test_a_calibre_that_hangs_is_stopped(calibre, monkeypatch):
    calibre("exec sleep 60")
    monkeypatch.setattr(azw3, "_SECONDS", 0)
    with pytest.raises(MissingToolError, match="it was not ready after 0 seconds"):
        azw3.make(EPUB)


def test_calibre_gets_the_finished_epub_and_settings_of_its_own(calibre, tmp_path):
    calibre(
        f'cat "$1" > "{tmp_path}/got"',
        f'echo "$CALIBRE_CONFIG_DIRECTORY" > "{tmp_path}/where"',
        f'echo "$@" > "{tmp_path}/words"',
        'echo made > "$2"',
    )
    assert azw3.make(EPUB).files == {".azw3": b"made\n"}
    assert (tmp_path / "got").read_bytes() == EPUB
    assert "fic2book-" in (tmp_path / "where").read_text()
    words = (tmp_path / "words").read_text().split()
    assert {"--chapter-mark=none", "--disable-remove-fake-margins", "--language=en"} <= set(words)


@pytest.mark.usefixtures("calibre")
def test_the_doctor_tells_of_a_missing_calibre_and_finds_nothing_wrong_with_it():
    finding = doctor.azw3()
    assert finding.well
    assert "--to azw3" in finding.said
    assert "If you need it: Install it" in finding.way_out


def test_the_doctor_tries_a_calibre_that_is_there(calibre):
    calibre("echo it cannot >&2", "exit 1")
    finding = doctor.azw3()
    assert not finding.well
    assert "it cannot" in finding.sentence


@pytest.fixture
def book():
    """Return an AZW3 with a table of facts as calibre writes it, and an identifier of the day in it."""
    facts = ((100, b"Adela Finch"), (113, OTHER), (112, b"calibre:" + OTHER))
    table = b"".join(struct.pack(">II", kind, 8 + len(said)) + said for kind, said in facts)
    return bound("<p>The sea.</p>", facts=b"EXTH" + struct.pack(">II", 12 + len(table), len(facts)) + table)


def test_the_book_has_the_epubs_identifier_and_date_wherever_calibre_has_new_ones(book):
    own = identity.facts(EPUB)
    settled = identity.settle(book, own)
    assert next(package(EPUB).iter("{*}identifier")).text == f"urn:uuid:{own.identifier}"
    assert settled == settled.replace(OTHER, b"")
    assert settled.count(str(own.identifier).encode()) == 2
    assert b"Adela Finch" in settled
    assert struct.unpack_from(">II", settled, 36) == (own.when, own.when)
    assert opened(settled).letters == opened(book).letters == "thesea"


def test_an_identifier_of_another_kind_gets_a_number_that_stays():
    book = without_fonts(replace(tiny(), identifier="urn:isbn:9780000000002"))
    assert identity.facts(book).identifier == identity.facts(book).identifier
    assert identity.facts(book).identifier.version == 5
    assert identity.facts(book).identifier != identity.facts(EPUB).identifier


@pytest.mark.parametrize("said", [b"", b"no book", b"x" * 100])
def test_what_has_another_shape_stays_as_it_is(said):
    assert identity.settle(said, identity.facts(EPUB)) == said
