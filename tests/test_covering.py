"""The `cover` command: what a build would draw, another one, all on one page."""

import io

import pytest
from click.testing import CliRunner
from PIL import Image as Picture

from fic2book.cli import program

STORY = "# The Tin Whale\n\nby Ann Ferry\n\nThe whale came up the river on a Tuesday, and nobody had a form for it.\n"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "whales"
    place.mkdir()
    (place / "whale.md").write_text(STORY, encoding="utf-8")
    (place / "anthology.toml").write_text('format = 1\ntitle = "Whales & Weather"\n', encoding="utf-8")
    return place


def run(*words):
    return CliRunner().invoke(program, list(map(str, words)))


def size(data: bytes) -> tuple[int, int]:
    with Picture.open(io.BytesIO(data)) as picture:
        return picture.size


def test_it_draws_what_a_build_draws(folder, tmp_path):
    assert run("build", folder, "-t", "epub", "-o", tmp_path / "book").exit_code == 0
    done = run("cover", folder, "-o", tmp_path / "cover.jpg")
    assert done.exit_code == 0, done.output
    assert done.output.strip() == str(tmp_path / "cover.jpg")
    import zipfile

    with zipfile.ZipFile(next((tmp_path / "book").glob("*.epub"))) as book:
        inside = next(book.read(name) for name in book.namelist() if name.endswith("cover.jpg"))
    assert (tmp_path / "cover.jpg").read_bytes() == inside


def test_a_style_and_a_seed_draw_another_and_png_is_png(folder, tmp_path):
    first, other = tmp_path / "one.png", tmp_path / "other.png"
    assert run("cover", folder, "--style", "label lapis", "-o", first).exit_code == 0
    assert run("cover", folder, "--style", "label lapis", "--seed", "2", "-o", other).exit_code == 0
    assert first.read_bytes().startswith(b"\x89PNG")
    assert first.read_bytes() != other.read_bytes()
    assert size(first.read_bytes()) == (1600, 2560)


def test_it_goes_beside_the_books_when_no_place_is_named(folder):
    assert run("cover", folder).exit_code == 0
    assert (folder / "book" / "cover.jpg").is_file()
    assert not (folder / "cover.jpg").exists(), "there it would be taken for a person's own picture"


def test_the_contact_sheet_is_one_broad_picture(folder, tmp_path):
    done = run("cover", folder, "--contact-sheet", "--style", "label", "-o", tmp_path / "all.jpg")
    assert done.exit_code == 0, done.output
    assert size((tmp_path / "all.jpg").read_bytes())[0] > 2000


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--style", "labl"), "Did you mean label?"), (("-o", "cover.gif"), "Name it .jpg or .png.")],
)
def test_mistakes_are_told_in_one_sentence(folder, words, said):
    done = run("cover", folder, *words)
    assert isinstance(done.exception, Exception)
    assert said in str(done.exception)


def test_a_style_in_the_file_is_proved_before_a_story_is_read(folder):
    (folder / "anthology.toml").write_text('format = 1\ncover_style = "labl"\n', encoding="utf-8")
    done = run("build", folder)
    assert "Did you mean label?" in str(done.exception)
