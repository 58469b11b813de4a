"""Which files of a folder are read, in which order, and what is said of the others."""

import os
import zipfile
from pathlib import Path

import pytest

from fic2book.discover import discover
from fic2book.errors import SettingsError
from fic2book.paths import natural


def _put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A story.", encoding="utf-8")


def _reasons(folder: Path, **options) -> dict[str, str]:
    return dict(discover(folder, output=folder / "book", **options).skipped)


def test_two_comes_before_ten_and_case_and_accents_do_not_matter():
    names = ["ch10.txt", "Ch2.txt", "ch1.txt", "élan.txt", "zeal.txt", "Early.txt", "part 2/ch1.txt", "part 10/ch1.txt"]
    assert sorted(names, key=natural) == [
        "ch1.txt",
        "Ch2.txt",
        "ch10.txt",
        "Early.txt",
        "élan.txt",
        "part 2/ch1.txt",
        "part 10/ch1.txt",
        "zeal.txt",
    ]


def test_subfolders_are_looked_through(tmp_path):
    _put(tmp_path, "b.txt", "summer/a.txt", "summer/deep/z.md")
    assert discover(tmp_path, output=tmp_path / "book").candidates == ("b.txt", "summer/a.txt", "summer/deep/z.md")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".hidden.txt", "a hidden or system file"),
        ("~$draft.docx", "a hidden or system file"),
        ("._story.txt", "a hidden or system file"),
        ("Thumbs.db", "a hidden or system file"),
        (".git/config.txt", "a hidden or system file"),
        ("README.md", "not a story by its name"),
        ("licence.txt", "not a story by its name"),
        ("CONTRIBUTING.md", "not a story by its name"),
        ("anthology.toml", "not a story by its name"),
        ("book/old.txt", "in the folder of finished books"),
        ("cover.jpg", "the cover"),
    ],
)
def test_what_is_no_story_is_skipped_with_a_reason(tmp_path, name, reason):
    _put(tmp_path, name, "story.txt")
    assert discover(tmp_path, output=tmp_path / "book").candidates == ("story.txt",)
    assert _reasons(tmp_path)[name] == reason


@pytest.mark.parametrize("name", ["Readmission.txt", "licensed to sail.md", "cover story.txt", "bookshop/one.txt"])
def test_a_story_that_only_sounds_like_a_paper_is_read(tmp_path, name):
    _put(tmp_path, name)
    assert discover(tmp_path, output=tmp_path / "book").candidates == (name,)


def test_a_file_that_the_settings_name_is_no_story(tmp_path):
    _put(tmp_path, "foreword.md", "story.txt")
    reasons = _reasons(tmp_path, named=[tmp_path / "foreword.md"])
    assert reasons == {"foreword.md": "a page, a picture or a face of the book, not a story"}


def test_a_book_that_fic2book_made_is_not_read_again_but_a_strangers_is_a_candidate(tmp_path):
    for name, entry in (("ours.epub", "META-INF/fic2book.json"), ("theirs.epub", "META-INF/container.xml")):
        with zipfile.ZipFile(tmp_path / name, "w") as book:
            book.writestr(entry, "{}")
    _put(tmp_path, "ours.pdf", "theirs.pdf")
    found = discover(tmp_path, output=tmp_path / "book")
    assert found.candidates == ("theirs.epub", "theirs.pdf")
    assert dict(found.skipped) == dict.fromkeys(("ours.epub", "ours.pdf"), "a book that fic2book made")


def test_what_was_printed_and_bound_of_a_book_is_not_read_again_but_a_story_of_nearly_that_name_is(tmp_path):
    made = (
        "Salt-booklet-a4-short-edge.pdf",
        "Salt-booklet-a4-short-edge-plan.txt",
        "Salt-volume-2-print.pdf",
        "Salt-wrap.pdf",
    )
    stories = ("Salt-print.txt", "Salt-booklet.txt", "Pepper-booklet-plan.txt", "Saltprint.pdf")
    _put(tmp_path, "Salt.fic2book.json", *made, *stories)
    found = discover(tmp_path, output=tmp_path / "book")
    assert sorted(name for name, why in found.skipped if why == "made by fic2book for printing or binding") == sorted(
        made
    )
    assert set(stories) <= set(found.candidates)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    inside, outside = tmp_path / "fics", tmp_path / "secret.txt"
    _put(tmp_path, "fics/story.txt", "secret.txt")
    (inside / "story2.txt").symlink_to(outside)
    found = discover(inside, output=inside / "book")
    assert found.candidates == ("story.txt",)
    assert dict(found.skipped)["story2.txt"] == "a link that leads out of the folder"


def test_the_folders_cover_is_found(tmp_path):
    _put(tmp_path, "story.txt", "cover.png")
    assert discover(tmp_path, output=tmp_path / "book").cover == tmp_path / "cover.png"


@pytest.mark.parametrize(("name", "reason"), [("nowhere", "is not there"), ("story.txt", "is a file, not a folder")])
def test_a_folder_that_is_none_is_an_error_with_a_way_out(tmp_path, name, reason):
    _put(tmp_path, "story.txt")
    with pytest.raises(SettingsError, match=f"{name}: {reason}. Give the folder"):
        discover(tmp_path / name, output=tmp_path / "book")


def test_a_saved_pages_folder_holds_no_stories(tmp_path):
    _put(
        tmp_path,
        "The Weir.html",
        "The Weir_files/a.html",
        "The Weir_files/b.png",
        "sub/Zwei.htm",
        "sub/Zwei-Dateien/c.js",
    )
    _put(tmp_path, "my_files/story.txt", "The Weir files/other.txt")
    found = discover(tmp_path, output=tmp_path / "book")
    assert set(found.candidates) == {"The Weir.html", "sub/Zwei.htm", "my_files/story.txt", "The Weir files/other.txt"}
    assert {reason for _, reason in found.skipped} == {"belongs to a saved page"}


def test_pictures_wait_for_the_stories_that_show_them(tmp_path):
    _put(tmp_path, "story.md", "map.png", "sub/lamp.JPG", "lamp.webp")
    found = discover(tmp_path, output=tmp_path / "book")
    assert found.candidates == ("story.md",)
    assert {reason for _, reason in found.skipped} == {"a picture, for stories that show it"}


def test_a_report_that_fic2book_made_is_no_story(tmp_path):
    _put(tmp_path, "story.html")
    (tmp_path / "report.html").write_text('<html><head><meta name="generator" content="fic2book report"></head></html>')
    assert _reasons(tmp_path) == {"report.html": "a report that fic2book made"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_links_that_lead_nowhere_and_what_is_no_file_are_never_opened(tmp_path):
    _put(tmp_path, "story.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "not there.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.epub")
    found = discover(tmp_path, output=tmp_path / "book")
    assert found.candidates == ("story.txt",)
    reasons = {"circle.txt": "a link that leads nowhere", "gone.txt": "a link that leads nowhere"}
    assert dict(found.skipped) == reasons | dict.fromkeys(("pipe.txt", "pipe.epub"), "not a file")
