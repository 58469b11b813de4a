import io
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import resvg_py
from PIL import Image as Picture
from PIL import ImageChops, ImageStat

from fic2book import cover, fonts, themes
from fic2book.cover import choice, lettering, palettes, runs, shapes
from fic2book.cover.character import character
from fic2book.cover.design import Art, Brief, Drawing, Layout
from fic2book.cover.dice import Dice
from fic2book.cover.layouts import COMPOSITIONS
from fic2book.cover.palettes import PALETTES
from fic2book.model import Image
from tests.cover.books import BOOKS, LONG, THEME, book

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
NAMES = [f"{layout.name}-{art.name}" for layout, art in COMPOSITIONS]
LAYOUTS = sorted({layout: number for number, (layout, _) in enumerate(COMPOSITIONS)}.values())
"""One composition of each layout: type is set without looking at the art."""


def drawn(number: int, palette: palettes.Palette, anthology: cover.Anthology, *, bare: bool = False) -> Drawing:
    layout, art = COMPOSITIONS[number]
    art = Art("bare", lambda *_: "", "Nothing.") if bare else art
    brief = cover.brief_of(anthology, THEME)[1]
    return layout.front(replace(brief, palette=palette, art=art, seed=str(number)))


def pixels(svg: str, width: int = 1600) -> Picture.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=width * 8 // 5, skip_system_fonts=True)
    return Picture.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_all_type_stands_out_from_what_it_stands_on(palette):
    drawings = [drawn(number, palette, BOOKS[3], bare=True) for number in LAYOUTS]
    texts = [text for drawing in drawings for text in drawing.texts]
    assert texts
    assert min(palettes.contrast(text.colour, text.behind) for text in texts) >= LEAST


def test_the_contrast_of_black_and_white_is_twenty_one_and_of_a_colour_with_itself_one():
    assert palettes.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palettes.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert palettes.contrast("#5c1a22", "#5c1a22") == 1
    assert palettes.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("number", range(len(COMPOSITIONS)), ids=NAMES)
def test_behind_the_type_is_the_flat_colour_that_the_contrast_was_computed_with(number):
    drawing = drawn(number, PALETTES[number % len(PALETTES)], BOOKS[number % 9])
    picture = pixels(drawing.svg(texts=False), width=400)
    for text in drawing.texts:
        box = text.box
        area = picture.crop((int(box.x / 4), int(box.y / 4), int(box.right / 4) + 1, int(box.bottom / 4) + 1))
        colours = [colour for _, colour in area.getcolors(area.width * area.height)]
        assert [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in colours] == [text.behind]


@pytest.mark.parametrize("number", LAYOUTS, ids=[NAMES[number] for number in LAYOUTS])
@pytest.mark.parametrize("anthology", BOOKS, ids=lambda anthology: anthology.title[:12])
def test_type_keeps_inside_the_safe_box_and_lines_off_each_other(number, anthology):
    boxes = [text.box for text in drawn(number, PALETTES[0], anthology, bare=True).texts]
    safe = shapes.COVER.inset(shapes.SAFE)
    assert all(box.x >= safe.x and box.y >= safe.y for box in boxes)
    assert all(box.right <= safe.right and box.bottom <= safe.bottom for box in boxes)
    assert all(upper.bottom <= lower.y for upper, lower in pairwise(sorted(boxes, key=lambda box: box.y)))


def test_the_same_book_gets_the_same_bytes_in_another_process_with_another_hash_seed():
    script = (
        "import hashlib; from fic2book import cover; from tests.cover.books import BOOKS, THEME;"
        "print(hashlib.sha256(cover.cover(BOOKS[0], THEME).data).hexdigest())"
    )
    root = Path(__file__).parents[2]
    said = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0].strip()) == 64


def test_the_dice_fall_the_same_on_every_machine():
    dice = Dice("The Salt Road")
    assert [dice.whole(1, 1000) for _ in range(5)] == [80, 443, 993, 352, 978]


def test_different_titles_look_different():
    titles = ("The Salt Road", "Small Fires", "Tea & Thunder", "What the Orchard Remembers", "Forty Hands")
    pictures = [pixels(cover.design(book(title, ("Ann",)), THEME)[1].svg(), width=160) for title in titles]
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3 > 12


def test_the_authors_decide_too():
    one, other = (cover.design(book("The Salt Road", (name,)), THEME)[1].svg() for name in ("Ann", "Bea"))
    assert one != other


@pytest.mark.parametrize("anthology", [BOOKS[0], BOOKS[2], BOOKS[4]], ids=["short", "long", "cyrillic"])
def test_a_title_can_be_read_on_a_thumbnail(anthology):
    drawing = cover.design(anthology, THEME)[1]
    title = drawing.texts[0]
    with_type, without = (pixels(drawing.svg(texts=texts), width=480).resize((160, 256)) for texts in (True, False))
    box = tuple(int(side / 10) for side in (title.box.x, title.box.y, title.box.right, title.box.bottom))
    darkest = ImageChops.difference(with_type.crop(box), without.crop(box)).convert("L")
    ink = sorted(darkest.tobytes(), reverse=True)
    assert ink[len(ink) // 20] > 70, "one pixel in twenty of the title's box is clearly ink"


@pytest.mark.parametrize("anthology", BOOKS, ids=lambda anthology: anthology.title[:12])
def test_no_cover_shows_the_sign_for_a_missing_letter(anthology):
    brief = cover.brief_of(anthology, THEME)[1]
    for text in (brief.title, brief.subtitle, *brief.credit.names, brief.credit.aside):
        for run in runs.runs(text, brief.faces.roman, brief.language):
            assert not fonts.missing(run.face, run.text)


def test_what_cannot_be_drawn_is_told_and_stays_in_the_alternative_text():
    sea = book("Sea \ue000 of Stars", ("Yuki \ue000",))
    assert cover.left_out(sea, THEME) == frozenset("\ue000")
    assert cover.brief_of(sea, THEME)[1].title == "Sea of Stars"
    assert "Sea \ue000 of Stars" in cover.cover(sea, THEME).alt


def test_a_cover_is_a_jpeg_of_1600_by_2560_without_metadata():
    made = cover.cover(BOOKS[1], THEME)
    with Picture.open(io.BytesIO(made.data)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("JPEG", (1600, 2560), "RGB")
        assert not picture.getexif()
        assert not picture.info.get("progressive")
    assert (made.media_type, made.width, made.height) == ("image/jpeg", 1600, 2560)
    assert made.alt.startswith("Cover: V, an anthology by Ines Calder.")


def test_a_cover_needs_no_system_font():
    svg = cover.design(BOOKS[0], THEME)[1].svg()
    assert "<text" not in svg
    assert "font-family" not in svg


def test_a_persons_picture_stays_as_it_is():
    picture = Image(data=b"theirs", media_type="image/png", width=1400, height=2100)
    kept = cover.for_image(BOOKS[0], THEME, picture)
    assert kept.data == b"theirs"
    assert kept.alt == "Cover: Tea & Thunder, an anthology by Pip."


def test_a_title_band_is_drawn_only_where_it_is_asked_for():
    target = io.BytesIO()
    Picture.new("RGB", (700, 1050), (200, 40, 40)).save(target, "PNG")
    picture = Image(data=target.getvalue(), media_type="image/png", width=700, height=1050)
    banded = cover.for_image(book(LONG, ("Ann", "Bea")), THEME, picture, "band")
    with Picture.open(io.BytesIO(banded.data)) as made:
        assert made.size == (700, 1050)
        red, green, _ = made.getpixel((350, 60))
        assert red > 180
        assert green < 60
        assert sum(made.getpixel((4, 800))) < 250


def test_every_layout_is_used_by_some_title():
    used: set[Layout] = {cover.brief_of(book(f"Title {number}"), THEME)[0].layout for number in range(160)}
    assert used == {layout for layout, _ in choice.compositions(character(THEME), cover.Wish())}


def test_a_brief_holds_all_that_a_layout_needs():
    brief: Brief = cover.brief_of(BOOKS[6], THEME)[1]
    assert brief.subtitle == "Textes courts, 2014–2021"
    assert brief.credit.names == ("Hélène d’Aubigné",)


@pytest.mark.parametrize("ratio", [0.707, 0.667, 0.8])
def test_a_front_is_drawn_in_the_proportions_of_its_page(ratio):
    made = cover.front(BOOKS[2], THEME, cover.AS_IT_FALLS, ratio)
    assert made.width / made.height == pytest.approx(ratio, abs=0.001)


def test_a_page_as_narrow_as_an_e_book_and_a_persons_picture_need_no_front_of_their_own():
    picture = Image(data=b"theirs", media_type="image/png", width=1400, height=2100)
    assert cover.front(BOOKS[2], THEME, cover.AS_IT_FALLS, 0.625) is None
    assert cover.front(replace(BOOKS[2], cover=picture), THEME, cover.AS_IT_FALLS, 0.707) is None


def test_a_theme_that_slants_emphasis_alone_slants_nothing_on_its_covers():
    upright, slanting = lettering.faces(themes.load("clear")), lettering.faces(THEME)
    assert upright.italic == upright.roman
    assert upright.title_italic == upright.title
    assert slanting.italic != slanting.roman
