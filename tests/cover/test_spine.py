"""The spine, and the art in boxes of other sizes: what a wrap is drawn from."""

from dataclasses import replace
from itertools import pairwise

import pytest

from fic2book import cover
from fic2book.cover import palettes, spine
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
