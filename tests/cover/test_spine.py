"""The spine, and the art in boxes of other sizes: what a wrap is drawn from."""

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from fic2book import cover, raster
from fic2book.cover import palettes, spine, upright
from fic2book.cover.layouts import COMPOSITIONS, LAYOUTS
from fic2book.cover.palettes import PALETTES
from fic2book.cover.shapes import Box
from tests.cover.books import BOOKS, LONG, THEME, book
from tests.cover.test_cover import pixels

SPINE = Box(0, 0, 210, 2560)
CROWDED = book(LONG, ("A Very-Long-Hyphenated Surname", "Bea", "Cem", "Dov"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize(
    "anthology", [BOOKS[0], CROWDED, book("V"), book("", ("Ann",))], ids=["two", "long", "v", "none"]
)
@pytest.mark.parametrize("breadth", [90.0, 210.0, 420.0])
def test_a_spines_lettering_keeps_inside_it_and_title_off_names(layout, anthology, breadth):
    box = Box(1600, 0, breadth, 2560)
    drawing = spine.draw(layout, cover.brief_of(anthology, THEME)[1], box)
    boxes = [text.box for text in drawing.texts]
    assert all(box.x < one.x and one.right < box.right and one.y > 100 and one.bottom < 2460 for one in boxes)
    assert all(upper.bottom < lower.y for upper, lower in pairwise(boxes))
    assert drawing.box == box


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_spines_lettering_stands_out_from_what_lies_behind_it(palette):
    for layout in LAYOUTS:
        brief = replace(cover.brief_of(BOOKS[0], THEME)[1], palette=palette)
        drawing = spine.draw(layout, brief, SPINE)
        assert len(drawing.texts) == 2
        assert all(palettes.contrast(text.colour, text.behind) >= 4.5 for text in drawing.texts)


def test_behind_a_spines_lettering_is_the_colour_that_the_contrast_was_computed_with():
    for layout, art in COMPOSITIONS[::5]:
        drawing = spine.draw(layout, replace(cover.brief_of(BOOKS[0], THEME)[1], art=art), Box(0, 0, 400, 640))
        picture = pixels(drawing.svg(texts=False), width=400)
        for text in drawing.texts:
            box = text.box
            area = picture.crop((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
            assert [f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in area.getcolors(65536)] == [text.behind]


@pytest.mark.parametrize("number", range(0, len(COMPOSITIONS), 6))
def test_the_boards_of_any_size_are_covered_and_always_alike(number):
    layout, art = COMPOSITIONS[number]
    brief = replace(cover.brief_of(BOOKS[0], THEME)[1], art=art)
    for box in (Box(0, 0, 1600, 2560), Box(0, 0, 3410, 2600), Box(0, 0, 300, 2560)):
        assert layout.boards(brief, box) == layout.boards(brief, box)
        assert f'width="{box.width:g}" height="{box.height:g}"' in layout.boards(brief, box), "the ground fills it"


@pytest.mark.parametrize(
    ("language", "degrees"), [("en", 90), ("sv", 90), ("ja", 90), ("fr", -90), ("de-AT", -90), ("es", -90), ("he", -90)]
)
def test_lettering_runs_down_or_climbs_as_the_language_has_it(language, degrees):
    assert spine.turn(language) == degrees


@pytest.mark.parametrize("language", ["en", "fr", "he"])
def test_a_turned_line_stands_where_its_box_says(language):
    anthology = book("Winter Tides", ("Ann Lee",), language=language)
    drawing = spine.draw(LAYOUTS[0], cover.brief_of(anthology, THEME)[1], SPINE)
    bare, whole = (as_drawn(drawing.svg(texts=texts)) for texts in (False, True))
    found = ImageChops.difference(bare, whole).convert("L").point(lambda light: 255 if light > 40 else 0).getbbox()
    title, names = (text.box for text in drawing.texts)
    assert found == pytest.approx((min(title.x, names.x), title.y, max(title.right, names.right), names.bottom), abs=2)


def as_drawn(svg):
    return Image.open(io.BytesIO(raster.svg_to_jpeg(svg, 210, 2560))).convert("RGB")


def test_signs_of_japanese_stand_one_under_the_other_and_a_latin_word_is_turned():
    assert upright.stands("星の海を渡る手紙")
    assert not upright.stands("Sea of Stars")
    if not fonts_for_japanese():
        pytest.skip("no face on this machine has Japanese")
    drawing = spine.draw(LAYOUTS[0], cover.brief_of(book("星の海 Sea", ("田中",), language="ja"), THEME)[1], SPINE)
    title = drawing.texts[0].box
    assert title.height > 3 * title.width
    assert abs(title.centre[0] - SPINE.centre[0]) < 0.1 * SPINE.width


def fonts_for_japanese():
    brief = cover.brief_of(book("星の海", language="ja"), THEME)[1]
    return brief.title == "星の海"


@pytest.mark.parametrize("breadth", [6.0, 30.0, 90.0])
def test_lettering_keeps_within_what_a_printer_leaves_of_the_breadth(breadth):
    box = Box(0, 0, 100, 2560)
    drawing = spine.draw(LAYOUTS[0], cover.brief_of(BOOKS[0], THEME)[1], box, spine.Kept(breadth))
    for text in drawing.texts:
        assert text.box.x >= 50 - breadth / 2 - 0.5
        assert text.box.right <= 50 + breadth / 2 + 0.5


def test_a_spine_without_room_has_cloth_alone():
    drawing = spine.draw(LAYOUTS[3], cover.brief_of(BOOKS[0], THEME)[1], Box(0, 0, 20, 2560), spine.Kept(0.0))
    assert drawing.texts == ()
    assert drawing.art


def test_the_spine_of_a_volume_says_which_it_is():
    whole, first = (
        spine.draw(LAYOUTS[0], cover.brief_of(book("Tides", ("Ann",), volume=volume), THEME)[1], SPINE).texts[0].box
        for volume in ("", "Volume I")
    )
    assert first.height > 1.5 * whole.height
