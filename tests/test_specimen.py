"""The specimen: a small book of our own in a theme, as pictures."""

import io
import shutil

import pytest
from click.testing import CliRunner
from PIL import Image

from fic2book import raster, themes
from fic2book.cli import program

SHOWN = {"cover", "title", "contents", "opener", "spread", "chat", "closing"}
MOST_BYTES = 150_000
"""Of a sheet: the gallery is part of the project."""


def png(width: int, height: int, colour: str = "white") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Print the specimen in a theme of one's own: its own font, its own drawing, no style sheet but for one rule."""
    place = tmp_path_factory.mktemp("specimen")
    folder = place / "mine"
    shutil.copytree(themes.styles() / "clear", folder)
    (folder / "wave.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3H0z"/></svg>'
    )
    toml = folder / "theme.toml"
    toml.write_text(toml.read_text("utf-8").replace('scene = "scene.svg"', 'scene = "wave.svg"'), encoding="utf-8")
    result = CliRunner().invoke(program, ["themes", "--preview", str(place / "out"), "--theme", str(folder)])
    assert result.exit_code == 0, result.output
    assert result.output.split() == [str(place / "out" / "mine.png")]
    return place / "out"


def test_a_sheet_and_its_pages_are_written(shown):
    assert {file.name for file in shown.iterdir()} == {"mine.png", *(f"mine-{what}.png" for what in SHOWN)}


def test_pages_have_150_dots_an_inch_and_a_spread_is_two(shown):
    page = themes.design(themes.load("clear"))
    with Image.open(shown / "mine-opener.png") as opener, Image.open(shown / "mine-spread.png") as spread:
        assert opener.size == pytest.approx((page.width * 150 / 72, page.height * 150 / 72), abs=1)
        assert spread.width > 2 * opener.width


def test_no_page_of_a_specimen_is_white(shown):
    for what in SHOWN:
        with Image.open(shown / f"mine-{what}.png") as picture:
            assert picture.convert("L").getextrema()[0] < 80, what


def test_the_theme_that_is_asked_for_has_to_be_there(tmp_path):
    result = CliRunner().invoke(program, ["themes", "--preview", str(tmp_path), "--theme", "clasic"])
    assert result.exit_code != 0
    assert "there is no theme “clasic”" in str(result.exception)


def test_a_sheet_deals_its_groups_over_rows_and_keeps_spreads_together():
    pages = [(png(10, 20),), (png(10, 20),), (png(10, 20), png(10, 20, "black"))]
    with Image.open(io.BytesIO(raster.sheet(pages, rows=2, height=40))) as picture:
        assert picture.height > 80
        assert picture.width < 3 * 20 + 20


def test_a_single_page_stands_on_no_table():
    with Image.open(io.BytesIO(raster.sheet(((png(10, 20),),)))) as picture:
        assert picture.size == (10, 20)
