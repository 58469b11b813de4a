"""The commands as people type them: exit code, what is said, what is made."""

import json
import zipfile

import pytest
from PIL import Image as Picture

from fic2book.cli import main
from fic2book.report.sentences import size

STORY = """The Glass Orchard

by June Harrow

The apples rang when the wind came through, and Linden had learned to tell the hour by it.

"You hear that?" asked Ash. "That is four o'clock."

* * *

They picked until the light went, and not one apple broke.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "Orchard Tales"
    place.mkdir()
    (place / "orchard.txt").write_text(STORY, encoding="utf-8")
    return place


@pytest.fixture
def run(capsys):
    def invoke(*arguments):
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return stop.value.code, said.out, said.err

    return invoke


def test_a_folder_becomes_a_book_and_its_path_goes_to_standard_output(folder, run, tmp_path):
    code, out, err = run("build", folder, "--to", "epub")
    assert (code, out) == (0, "book/orchard-tales.epub\n")
    assert "“Orchard Tales”: 1 story, 1 author, 38 words." in err
    assert zipfile.ZipFile(tmp_path / "book" / "orchard-tales.epub").testzip() is None


def test_a_build_says_how_large_the_files_are(folder, run, tmp_path):
    _, _, err = run("build", folder, "--to", "epub")
    count = (tmp_path / "book" / "orchard-tales.epub").stat().st_size
    assert 20_000 < count < 999_000
    assert f"orchard-tales.epub {round(count / 1000)} kB.\n" in err


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 kB"), (12_400, "12 kB"), (999_400, "999 kB"), (999_600, "1.0 MB"), (2_449_000, "2.4 MB")],
)
def test_sizes_are_said_as_shops_say_them(count, words):
    assert size(count) == words


def test_fewer_faces_are_asked_for_by_option_or_key_and_a_wrong_word_names_the_right_ones(folder, run, tmp_path):
    def faces() -> int:
        found = zipfile.ZipFile(tmp_path / "made" / "orchard-tales.epub").namelist()
        return sum(name.startswith("EPUB/fonts/") for name in found)

    counts = []
    for which in ("all", "none"):
        assert run("build", folder, "-t", "epub", "-o", "made", "--theme", "gothic", "--fonts", which, "-q")[0] == 0
        counts.append(faces())
    (folder / "anthology.toml").write_text('theme = "gothic"\nepub_fonts = "body"\n', encoding="utf-8")
    assert run("build", folder, "-t", "epub", "-o", "made", "-q")[0] == 0
    assert counts[0] > faces() > counts[1] == 0
    code, _, err = run("build", folder, "-t", "epub", "--fonts", "12")
    assert (code, err) == (1, "fic2book: epub_fonts cannot be '12'. It is none, body or all.\n")


def test_both_books_are_made_without_asking(folder, run):
    code, out, err = run("build", folder, "-o", "made")
    assert out.splitlines() == ["made/orchard-tales.epub", "made/orchard-tales.pdf"], err
    assert code == 0


def test_quiet_says_nothing_but_the_paths(folder, run):
    assert run("build", folder, "-t", "epub", "-q") == (0, "book/orchard-tales.epub\n", "")


def test_plain_output_is_one_line_a_step_without_boxes(folder, run):
    _, _, err = run("build", folder, "-t", "epub", "--plain")
    assert err.startswith("Reading orchard.txt\nMaking the EPUB\nProving that nothing is lost\n")
    assert not set("━│┃╭╮█\x1b") & set(err)


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(folder, run):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "letter.pages").write_bytes(b"PK")
    code, out, err = run("build", folder, "-t", "epub")
    assert (code, out) == (1, "book/orchard-tales.epub\n")
    assert err.rstrip().endswith("The book is made. 2 files could not be read: empty.txt, letter.pages.")
    assert "Traceback" not in err


def test_a_folder_without_a_story_is_one_sentence(tmp_path, run):
    code, out, err = run("build", tmp_path)
    assert (code, out) == (1, "")
    assert "there is no story in this folder" in err


def test_an_unknown_format_names_the_known_ones(folder, run):
    code, _, err = run("build", folder, "-t", "epub,mobi")
    assert code == 1
    assert err == "fic2book: to cannot be 'mobi'. It is epub, pdf, kepub, azw3, print, booklet or wrap.\n"


def test_wrong_usage_is_exit_code_two(run):
    code, _, err = run("build", "--nonsense")
    assert code == 2
    assert "No such option" in err


def test_verbose_says_of_each_skipped_file_why(folder, run):
    (folder / "README.txt").write_text("about", encoding="utf-8")
    _, _, err = run("build", folder, "-t", "epub", "-v")
    assert "Not read: README.txt (not a story by its name)." in err


def test_a_book_that_cannot_be_written_is_one_sentence_and_leaves_the_old_one(folder, run, tmp_path):
    (tmp_path / "made" / "orchard-tales.epub").mkdir(parents=True)
    code, out, err = run("build", folder, "-t", "epub", "-o", "made")
    assert (code, out) == (1, "")
    assert "orchard-tales.epub: cannot be written" in err
    assert [place.name for place in (tmp_path / "made").iterdir()] == ["orchard-tales.epub"]


def test_the_author_of_pastes_without_names_is_given_once_for_all(folder, run):
    (folder / "orchard.txt").write_text(STORY.replace("by June Harrow\n\n", ""), encoding="utf-8")
    _, _, err = run("build", folder, "-t", "epub")
    assert "No story names an author" in err
    code, _, err = run("build", folder, "-t", "epub", "--author", "June Harrow")
    assert (code, "1 author" in err, "No story names" in err) == (0, True, False)


def test_inspect_says_how_a_manuscript_was_read(folder, run):
    code, out, _ = run("inspect", folder)
    assert code == 0
    assert "The Glass Orchard\n  file:        orchard.txt\n  read as:     text\n  authors:     June Harrow" in out
    assert "1 scene breaks" not in out
    assert "1 scene break" in out


def test_inspect_gives_json_by_its_schema(folder, run):
    code, out, _ = run("inspect", folder, "--json")
    found = json.loads(out)
    assert (code, found["schema"]) == (0, 1)
    story = found["manuscripts"][0]
    assert list(story) == [
        "file", "part", "origin", "title", "authors", "collection", "series", "language", "words", "words_stated",
        "paragraphs", "scene_breaks", "pauses", "chapters", "chapters_stated", "related", "notes", "summary", "rating",
        "warnings", "categories", "fandoms", "relationships", "characters", "tags", "published", "updated", "url",
        "permission", "status", "recipients", "images_left_out", "ledger",
    ]  # fmt: skip
    assert (story["words"], story["paragraphs"], story["scene_breaks"], story["authors"]) == (38, 3, 1, ["June Harrow"])
    assert {entry["kind"] for entry in story["ledger"]} <= {"removed", "moved", "rewritten", "flagged"}


def test_check_proves_a_book_alone_and_against_its_folder(folder, run):
    _, out, _ = run("build", folder, "-t", "epub")
    assert run("check", out.strip()) == (0, "1 book proved: nothing is lost.\n", "")
    assert run("check", out.strip(), "--against", folder)[0] == 0


def test_check_sees_a_manuscript_that_the_book_does_not_hold(folder, run):
    _, out, _ = run("build", folder, "-t", "epub", "--title", "Orchard Tales")
    (folder / "orchard.txt").write_text(
        STORY.replace("not one apple broke", "not one glass apple broke"), encoding="utf-8"
    )
    code, _, err = run("check", out.strip(), "--against", folder)
    assert code == 1
    assert "text-lost" in err
    assert "glass" in err


def test_new_makes_a_folder_that_builds(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("new", "mine")
    assert (code, out.splitlines()) == (0, ["mine/anthology.toml", "mine/The Lamp at Low Tide.md"])
    assert run("build", "mine", "-t", "epub")[:2] == (0, "mine/book/my-first-anthology.epub\n")
    assert run("new", "mine")[0] == 1


def test_the_current_folder_is_built_when_it_holds_stories(folder, run, monkeypatch):
    monkeypatch.chdir(folder)
    assert run("build", "-t", "epub")[:2] == (0, "book/orchard-tales.epub\n")


def test_a_story_that_only_sounds_like_a_licence_makes_the_current_folder_one_to_build(folder, run, monkeypatch):
    (folder / "orchard.txt").rename(folder / "Licensed to Sail.txt")
    monkeypatch.chdir(folder)
    assert run("build", "-t", "epub")[:2] == (0, "book/orchard-tales.epub\n")


def test_manuscripts_is_built_when_the_current_folder_holds_none(folder, run, tmp_path):
    folder.rename(tmp_path / "manuscripts")
    code, out, _ = run("build", "-t", "epub", "--title", "Tales")
    assert (code, out) == (0, "book/tales.epub\n")


def test_themes_are_listed_one_a_line_name_first(run):
    code, out, _ = run("themes")
    assert code == 0
    names = [line.split()[0] for line in out.splitlines()]
    assert names == sorted(names)
    assert {"classic", "modern", "clear"} <= set(names)


def test_without_a_command_and_a_terminal_help_is_shown(run):
    code, _, err = run()
    assert code == 2
    assert "Usage: fic2book" in err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(run, shell):
    code, out, _ = run("completion", shell)
    assert code == 0
    assert "_FIC2BOOK_COMPLETE" in out


def test_a_picture_is_the_cover_untouched_or_with_the_title_on_a_band(folder, run, tmp_path):
    picture = tmp_path / "harbour.jpg"
    Picture.new("RGB", (800, 1200), (40, 70, 90)).save(picture, "JPEG")
    covers = []
    for options in ((), ("--cover-title",)):
        assert run("build", folder, "-t", "epub", "--cover", picture, *options)[0] == 0
        with zipfile.ZipFile(tmp_path / "book" / "orchard-tales.epub") as book:
            covers.append(book.read(next(name for name in book.namelist() if name.endswith(".jpg"))))
    assert covers[0] == picture.read_bytes()
    assert covers[1] != covers[0]


def test_a_title_that_no_face_can_draw_is_said(folder, run):
    code, _, err = run("build", folder, "-t", "epub", "--title", "Orchard \ue000")
    assert code == 0
    assert "Note (cover-signs): the cover is drawn without \ue000, for want of a face." in err


@pytest.mark.parametrize("asked", ["on the command line", "in the file", "nowhere"])
def test_the_folder_with_the_books_is_opened_where_that_is_asked_for(folder, run, monkeypatch, asked):
    opened = []
    monkeypatch.setattr("click.launch", lambda place, locate: opened.append((place, locate)))
    (folder / "anthology.toml").write_text(f"open = {str(asked == 'in the file').lower()}\n", encoding="utf-8")
    options = ["--open"] if asked == "on the command line" else []
    _, out, _ = run("build", folder, "-t", "epub", *options)
    assert opened == ([] if asked == "nowhere" else [(out.strip(), True)])
