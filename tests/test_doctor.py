"""The doctor tries things: each of them is broken here, and it says so with the way out."""

import builtins
import sys

from click.testing import CliRunner

from fic2book import cli, doctor, press
from fic2book.themes import shelf


def test_on_a_machine_that_can_make_books_everything_is_well():
    findings = doctor.examine()
    assert [finding.what for finding in findings if not finding.well] == []
    assert {"EPUB", "PDF", "Themes and fonts", "This folder"} <= {finding.what for finding in findings}


def test_the_command_prints_a_line_for_each_finding_and_ends_with_0():
    result = CliRunner().invoke(cli.program, ["doctor"])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert len(lines) == len(doctor.TRIALS)
    assert all(line.startswith("ok: ") for line in lines)


def test_a_missing_pango_is_named_with_the_command_that_brings_it(monkeypatch):
    real = builtins.__import__

    def no_weasyprint(name, *rest):
        if name.partition(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_weasyprint)
    finding = doctor.pdf()
    assert not finding.well
    assert "Pango" in finding.sentence
    assert "nstall" in finding.sentence
    assert doctor.epub().well, "the EPUB needs no Pango"


def test_scripts_without_a_font_are_named_with_what_brings_one(monkeypatch):
    monkeypatch.setattr(press, "installed", tuple)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "debian"})
    finding = doctor.writing()
    assert finding.well, "a book in Latin letters needs none of them"
    assert "It has no font for Arabic, Hebrew, Chinese" in finding.said
    assert "Greek (Literata), Cyrillic (Literata)" in finding.said
    assert "Arabic: Install one with: sudo apt install fonts-hosny-amiri" in finding.way_out


def test_a_font_that_is_gone_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "styles", lambda: tmp_path)
    finding = doctor.looks()
    assert not finding.well
    assert "Install it anew with: " in finding.sentence


def test_a_folder_that_cannot_be_written_is_seen(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    finding = doctor.this_folder()
    assert not finding.well
    assert "-o DIRECTORY" in finding.way_out


def test_a_full_disk_is_a_sentence(monkeypatch):
    def full(*_args, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(doctor.tempfile, "NamedTemporaryFile", full)
    monkeypatch.setattr(doctor.tempfile, "TemporaryDirectory", full)
    assert "No space left on device" in doctor.this_folder().sentence
    assert "No space left on device" in doctor.epub().sentence


def test_a_terminal_without_quotes_gets_the_command_that_mends_it(monkeypatch, tmp_path):
    with (tmp_path / "terminal").open("w", encoding="ascii") as poor:
        monkeypatch.setattr(sys, "stderr", poor)
        finding = doctor.terminal()
    assert "PYTHONUTF8=1" in finding.way_out
    assert finding.sentence.isprintable()


def test_a_trial_that_breaks_is_a_finding_and_the_others_go_on(monkeypatch):
    def broken():
        raise KeyError("lamp")

    monkeypatch.setattr(doctor, "TRIALS", (broken, doctor.program))
    first, second = doctor.examine()
    assert "KeyError" in first.sentence
    assert not first.well
    assert second.well


def test_the_trials_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    doctor.examine()
    assert list(tmp_path.iterdir()) == []
