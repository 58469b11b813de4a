"""A person's picture as the cover: whole in a frame, under a band; and the colours that a book takes from it."""

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from fic2book import cover, raster
from fic2book.cover import framed, palettes, tints
from fic2book.cover.palettes import PALETTES
from fic2book.cover.shapes import COVER, SAFE, Box
from fic2book.model import Image
from tests.cover.books import BOOKS, LONG, THEME, book

CROWDED = book(LONG, ("Ann", "Bea", "Cem", "Dov"), subtitle="Nine stories from the coast", series="Winter Gifts")


def picture(width: int, height: int, colour: tuple[int, int, int], spot: tuple[int, int, int]) -> Image:
    """Paint a field of one colour with a broad edge of another."""
    drawn = Picture.new("RGB", (width, height), spot)
    ImageDraw.Draw(drawn).rectangle((20, 20, width - 21, height - 21), fill=colour)
    target = io.BytesIO()
    drawn.save(target, "PNG")
    return Image(data=target.getvalue(), media_type="image/png", width=width, height=height)


SEA = picture(300, 200, (40, 90, 170), (235, 170, 60))
LEAF = picture(200, 420, (60, 140, 70), (240, 240, 230))
FOG = picture(240, 240, (180, 180, 180), (90, 90, 90))
ALL = (SEA, LEAF, FOG)


@pytest.mark.parametrize("image", ALL, ids=["sea", "leaf", "fog"])
@pytest.mark.parametrize("ratio", [0.0, 0.7, 0.8])
@pytest.mark.parametrize("anthology", [BOOKS[0], CROWDED, book("夜")], ids=["short", "crowded", "sign"])
def test_a_framed_picture_leaves_room_for_all_type(image, ratio, anthology):
    brief = replace(cover.brief_of(anthology, THEME)[1], palette=tints.of_picture(raster.colours(image.data)))
    drawing = framed.lay_out(replace(brief, board=cover.board(ratio)), image)
    boxes = sorted((text.box for text in drawing.texts if text.svg), key=lambda box: box.y)
    safe = drawing.box.inset(SAFE)
    assert all(box.x >= safe.x and box.y >= safe.y and box.right <= safe.right for box in boxes)
    assert all(box.bottom <= safe.bottom for box in boxes)
    assert all(upper.bottom <= lower.y for upper, lower in pairwise(boxes))
    assert all(palettes.contrast(text.colour, text.behind) >= 4.5 for text in drawing.texts)


def test_a_framed_picture_is_whole_and_type_stands_outside_it():
    made = cover.for_image(BOOKS[0], THEME, SEA, "framed")
    assert (made.width, made.height) == (int(COVER.width), int(COVER.height))
    with Picture.open(io.BytesIO(made.data)) as shown:
        pixels = shown.convert("RGB").reduce(8)
    edge = [
        (x, y)
        for x in range(pixels.width)
        for y in range(pixels.height)
        if all(abs(a - b) < 20 for a, b in zip(pixels.getpixel((x, y)), (235, 170, 60), strict=True))
    ]
    columns, rows = ({place[axis] for place in edge} for axis in (0, 1))
    broad, high = max(columns) - min(columns) + 1, max(rows) - min(rows) + 1
    assert broad / high == pytest.approx(300 / 200, rel=0.05), "nothing of it is cut or stretched"
    assert broad > 0.55 * pixels.width


def test_a_full_picture_is_not_touched():
    assert cover.for_image(BOOKS[0], THEME, SEA, "full").data == SEA.data


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_every_palettes_accent_can_be_read_on_white_paper_and_has_a_colour(palette):
    colour = tints.accent(palette)
    assert palettes.contrast(colour, "#ffffff") >= 4.5
    assert tints.chroma(colour) >= 0.1


def test_a_pictures_accent_is_its_own_colour_made_dark():
    book_of = {name: replace(BOOKS[0], cover=image) for name, image in (("sea", SEA), ("leaf", LEAF), ("fog", FOG))}
    sea, leaf, fog = (cover.accent(book_of[name], THEME) for name in ("sea", "leaf", "fog"))
    red, green, blue = palettes.channels(sea)
    assert blue > green > red
    red, green, blue = palettes.channels(leaf)
    assert green > max(red, blue)
    assert fog == "", "grey gives no colour: the ornaments stay black"
    assert min(palettes.contrast(colour, "#ffffff") for colour in (sea, leaf)) >= 4.5


def test_the_accent_can_be_turned_off_or_named():
    assert cover.accent(BOOKS[0], THEME, cover.Wish(accent="none")) == ""
    assert cover.accent(BOOKS[0], THEME, cover.Wish(accent="#7a2b1f")) == "#7a2b1f"
    assert cover.accent(BOOKS[0], THEME, cover.Wish("label rings lapis")) == "#1d2f66"


def test_colours_come_with_their_shares_the_largest_first():
    found = raster.colours(SEA.data)
    assert sum(share for _, share in found) == pytest.approx(1)
    assert palettes.contrast(found[0][0], "#285aaa") < 1.1


def test_a_band_runs_from_edge_to_edge_over_the_picture():
    made = cover.for_image(CROWDED, THEME, LEAF, "band")
    assert (made.width, made.height) == (200, 420)
    brief = cover.brief_of(CROWDED, THEME)[1]
    assert brief.board == Box(0, 0, 1600, 2560)
