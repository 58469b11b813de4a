"""Twenty-four titles give twenty-four covers that one can tell apart as thumbnails, and all can be read."""

import io
import operator
from functools import cache
from itertools import combinations, pairwise

import pytest
import resvg_py
from PIL import Image as Picture
from PIL import ImageChops, ImageCms, ImageStat

from fic2book import cover, themes
from fic2book.cover import choice, palettes
from fic2book.cover.character import character
from fic2book.cover.shapes import SAFE
from tests.cover.books import THEME
from tests.cover.titles import LONGEST, SHELF

THUMBNAIL = (160, 256)
PATCHES = (80, 128)
"""A thumbnail is some four centimetres broad on a screen; from there the eye is sharpest for strokes five to ten of its
pixels apart, and patches of two pixels keep those."""
APART = 5.0
"""Mean CIELAB difference over all patches. 2.3 is what an eye just notices between two colours side by side; twice as
much, over the whole cover, is asked for. Two covers that differ in their words alone come to less."""


@cache
def thumbnail(number: int) -> Picture.Image:
    """Return a cover as a shop shows it."""
    svg = cover.design(SHELF[number], THEME)[1].svg()
    png = resvg_py.svg_to_bytes(svg_string=svg, width=480, height=768, skip_system_fonts=True)
    return Picture.open(io.BytesIO(png)).convert("RGB").resize(THUMBNAIL, Picture.Resampling.BOX)


@cache
def glance(number: int) -> Picture.Image:
    """Return what the eye takes of a thumbnail."""
    return seen(thumbnail(number))


def seen(picture: Picture.Image) -> Picture.Image:
    """Return a picture's patches in a space where distance is difference."""
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    patches = picture.resize(PATCHES, Picture.Resampling.BOX)
    return ImageCms.profileToProfile(patches, srgb, lab, outputMode="LAB")


def difference(one: Picture.Image, other: Picture.Image) -> float:
    """Return the mean CIELAB difference of two pictures' patches."""
    bands = [band.tobytes() for band in ImageChops.difference(one, other).split()]
    scales = (100 / 255, 1, 1)
    total = sum(
        sum((scale * value) ** 2 for scale, value in zip(scales, patch, strict=True)) ** 0.5
        for patch in zip(*bands, strict=True)
    )
    return total / len(bands[0])


def least(one: Picture.Image, other: Picture.Image) -> float:
    """Return what the difference is at least, at a hundredth of its cost: its largest part alone."""
    return max(map(operator.mul, ImageStat.Stat(ImageChops.difference(one, other)).mean, (100 / 255, 1, 1)))


def test_the_shelf_holds_what_is_hard():
    assert len(SHELF) == len({one.title for one in SHELF}) == 24
    assert {len(one.title) for one in SHELF} >= {1, 120}
    assert len(LONGEST) == 120
    assert max(len(one.authors) for one in SHELF) == 40
    assert any(not one.authors and not one.editor for one in SHELF)


def test_all_covers_of_the_shelf_can_be_told_apart():
    near = {
        (SHELF[one].title, SHELF[other].title): round(apart, 1)
        for one, other in combinations(range(len(SHELF)), 2)
        if least(glance(one), glance(other)) < APART and (apart := difference(glance(one), glance(other))) < APART
    }
    assert not near


def test_a_cover_beside_itself_and_one_with_another_title_alone_would_be_seen():
    same = cover.Wish("label rings lapis", "1")
    pictures = []
    for number in (16, 17):
        svg = cover.design(SHELF[number], THEME, same)[1].svg()
        png = resvg_py.svg_to_bytes(svg_string=svg, width=160, height=256, skip_system_fonts=True)
        pictures.append(Picture.open(io.BytesIO(png)).convert("RGB"))
    lab = [seen(picture) for picture in pictures]
    assert difference(lab[0], lab[0]) == 0
    assert difference(*lab) < APART


@pytest.mark.parametrize("theme", [name for name, _ in themes.names()])
def test_in_every_theme_type_keeps_inside_off_each_other_and_readable(theme):
    loaded = themes.load(theme)
    for one in SHELF:
        drawing = cover.design(one, loaded)[1]
        boxes = sorted((text.box for text in drawing.texts if text.svg), key=lambda box: box.y)
        safe = drawing.box.inset(SAFE - 0.1)
        assert boxes, one.title
        assert all(box.x >= safe.x and box.right <= safe.right for box in boxes), one.title
        assert all(box.y >= safe.y and box.bottom <= safe.bottom for box in boxes), one.title
        assert all(upper.bottom <= lower.y for upper, lower in pairwise(boxes)), one.title
        assert all(palettes.contrast(text.colour, text.behind) >= 4.5 for text in drawing.texts if text.svg)


@pytest.mark.parametrize("theme", [name for name, _ in themes.names()])
def test_every_theme_has_at_least_six_generators(theme):
    loaded = themes.load(theme)
    pairs = choice.compositions(character(loaded), cover.AS_IT_FALLS)
    drawn = {cover.brief_of(SHELF[0], loaded, cover.Wish(seed=str(number)))[0].words for number in range(40)}
    assert len(pairs) >= 6
    assert len(drawn) >= 12
    assert len({layout.name for layout, _ in pairs}) >= 3
