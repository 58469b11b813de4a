"""The art of wraps: the cover's own, over every area of the sheet, and words in boxes that are safe."""

import io

import pytest
from PIL import Image

from fic2book import cover, raster
from fic2book.bindery import printers, wraps
from fic2book.cover import palettes
from fic2book.cover.choice import Wish
from fic2book.cover.layouts import LAYOUTS
from fic2book.model import Area, BookBlock, WrapSettings
from tests.cover.books import BOOKS, LONG, THEME, book

INCH = 72.0
ARTS = ("rings", "lattice", "waves", "seeds", "strata")
CROWDED = book(LONG, ("A Very-Long-Hyphenated Surname", "Bea"))
STYLES = [f"{layout.name} {ARTS[place % 5]}" for place, layout in enumerate(LAYOUTS)]


def plan(printer="kdp", trim=(6, 9), pages=300, *, from_right=False, **wishes):
    house = printers.printer(printer)
    block = BookBlock(width=trim[0] * INCH, height=trim[1] * INCH, pages=pages, thickness=30, from_right=from_right)
    return wraps.plan(WrapSettings(**wishes), block, house, printers.paper(house))


def drawn(style, planned, anthology=BOOKS[0]):
    return cover.around(anthology, THEME, Wish(style), planned)


def pixels(svg, planned, scale=0.5):
    size = round(planned.width * scale), round(planned.height * scale)
    return Image.open(io.BytesIO(raster.svg_to_jpeg(svg, *size, 95))).convert("RGB")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "anthology", [BOOKS[0], book(LONG, ("A Very-Long-Hyphenated Surname", "Bea"))], ids=["short", "long"]
)
def test_words_and_rooms_for_words_keep_inside_the_safe_boxes(style, anthology):
    for planned in (plan(), plan("lulu", (5, 8)), plan("lulu", (4.25, 6.875), 700), plan("home", kind="jacket")):
        wrap = drawn(style, planned, anthology)
        for one in wrap.lettered:
            assert planned.safe[one.name].holds(one.area, 0.5), one
        for panel in wrap.panels:
            assert planned.safe[panel.name].holds(panel.area, 0.01)
            assert planned.barcode is None or not planned.barcode.meets(panel.area)
            assert palettes.contrast(panel.colour, panel.behind) >= 4.5


@pytest.mark.parametrize("style", STYLES)
def test_the_art_covers_the_sheet_to_its_edges(style):
    planned = plan("lulu", (5, 8), kind="casewrap")
    whole = f'<rect width="{planned.width:.4f}" height="{planned.height:.4f}" fill="#ff00ff"/>'
    head, mark, rest = drawn(style, planned).art.partition(">")
    picture = pixels(head + mark + whole + rest, planned, 0.25)
    for box in edges(picture):
        strip = picture.crop(box)
        assert all(away(colour, (255, 0, 255)) > 60 for _, colour in strip.getcolors(1_000_000))


def edges(picture):
    wide, high = picture.size
    return (0, 0, wide, 1), (0, high - 1, wide, high), (0, 0, 1, high), (wide - 1, 0, wide, high)


def test_a_pattern_goes_round_the_spine_without_a_seam():
    planned = plan()
    for style in ("label rings", "frame waves"):
        picture = pixels(drawn(style, planned).art, planned, 1.0)
        spine, head = planned.areas["spine"], range(2, 20)
        for x in (round(spine.x), round(spine.right)):
            across = max(away(picture.getpixel((x - 1, y)), picture.getpixel((x, y))) for y in head)
            beside = max(away(picture.getpixel((x - 40, y)), picture.getpixel((x - 41, y))) for y in range(2, 60))
            assert across <= max(beside, 150)


def away(one, other):
    return max(abs(first - second) for first, second in zip(one, other, strict=True))


def test_the_front_of_a_wrap_is_the_cover_again():
    planned = plan()
    front = planned.areas["front"]
    for style in ("plate waves", "broadside"):
        wrap = drawn(style, planned)
        both = wrap.art.removesuffix("</svg>") + wrap.letters.partition(">")[2]
        whole = pixels(both, planned)
        here = whole.crop(tuple(round(side / 2) for side in (front.x, front.y, front.right, front.bottom)))
        image = cover.cover(BOOKS[0], THEME, Wish(style), front.width / front.height)
        there = Image.open(io.BytesIO(image.data)).convert("RGB").resize(here.size, Image.Resampling.LANCZOS)
        small = [picture.resize((30, 45), Image.Resampling.BOX) for picture in (here, there)]
        apart = [away(small[0].getpixel((x, y)), small[1].getpixel((x, y))) for x in range(30) for y in range(45)]
        assert sum(apart) / len(apart) < 6, style


def test_a_quarter_bindings_cloth_lies_at_both_sides_of_the_spine():
    for from_right in (False, True):
        planned = plan(from_right=from_right)
        picture = pixels(drawn("quarter marble", planned).art, planned)
        spine = planned.areas["spine"]
        y = picture.height // 2
        cloth = picture.getpixel((round((spine.x + spine.width / 2) / 2), 3))
        for x in (spine.x - 30, spine.right + 30):
            assert away(picture.getpixel((round(x / 2), y)), cloth) < 12


def test_a_flap_is_plain_and_is_for_words():
    planned = plan("home", kind="jacket")
    wrap = drawn("label marble", planned)
    assert {panel.name for panel in wrap.panels} == {"back", "front flap", "back flap"}
    picture = pixels(wrap.art, planned)
    flap = planned.safe["front flap"]
    area = picture.crop(tuple(round(side / 2) for side in (flap.x, flap.y, flap.right, flap.bottom)))
    assert max(away(colour, area.getpixel((5, 5))) for _, colour in area.getcolors(1_000_000)) < 8


def test_a_thin_spine_is_drawn_without_words():
    planned = plan(pages=40)
    assert planned.spine_refusal
    assert "spine" not in {one.name for one in drawn("label rings", planned).lettered}


def test_areas_know_what_they_hold_and_meet():
    whole, inner = Area(0, 0, 100, 50), Area(10, 10, 20, 20)
    assert whole.holds(inner)
    assert not inner.holds(whole)
    assert whole.meets(inner)
    assert not inner.meets(Area(30, 10, 5, 5))
    assert replace_right(inner) == 40


def replace_right(area):
    return area._replace(width=30).right


def test_a_cover_of_a_book_from_the_right_has_its_cloth_at_the_right():
    for language, x in (("en", 0.03), ("he", 0.97)):
        anthology = book("Tides", ("Ann",), language=language)
        front = cover.cover(anthology, THEME, Wish("quarter lattice lapis"))
        picture = Image.open(io.BytesIO(front.data)).convert("RGB")
        column = picture.crop((round(x * 1600), 100, round(x * 1600) + 4, 2400))
        assert max(away(colour, column.getpixel((0, 0))) for _, colour in column.getcolors(100_000)) < 12
