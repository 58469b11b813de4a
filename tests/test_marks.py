"""A binder's mark or ornament as pixels: PNG, JPEG and plain SVG taken, ink found, what cannot be used named."""

import io
from pathlib import Path

import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from fic2book import raster
from fic2book.errors import Fic2bookError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {size}viewBox="0 0 60 40"><circle cx="30" cy="20" r="15"/>{more}</svg>'


def disc(folder: Path, name: str, mode: str = "RGBA", paper: object = (0, 0, 0, 0), ink: object = "black") -> Path:
    picture = Picture.new(mode, (300, 200), paper)
    ImageDraw.Draw(picture).ellipse((100, 50, 199, 149), fill=ink)
    picture.save(folder / name)
    return folder / name


def pixels(image) -> Picture.Image:
    return Picture.open(io.BytesIO(image.data)).convert("RGBA")


def test_a_transparent_picture_keeps_its_transparency_and_loses_its_empty_edges(tmp_path):
    made = raster.mark(disc(tmp_path, "moth.png"))
    assert (made.media_type, made.width, made.height) == ("image/png", 100, 100)
    assert pixels(made).getpixel((0, 0))[3] == 0
    assert pixels(made).getpixel((50, 50)) == (0, 0, 0, 255)


def test_black_on_white_becomes_ink_on_nothing_in_any_colour(tmp_path):
    scan = raster.mark(disc(tmp_path, "scan.jpg", "RGB", "white"))
    ink = raster.ink(scan, "#757575")
    assert (ink.width, ink.height) == (pytest.approx(100, abs=4), pytest.approx(100, abs=4))
    assert pixels(ink).getpixel((50, 50)) == (117, 117, 117, 255)
    assert pixels(ink).getpixel((0, 0))[3] < 30


def test_white_on_nothing_is_ink_as_well(tmp_path):
    ink = raster.ink(raster.mark(disc(tmp_path, "moth.png", ink="white")), "#000000")
    assert pixels(ink).getpixel((50, 50)) == (0, 0, 0, 255)


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_ink_that_is_inked_again_stays_as_it_is_and_does_not_fade(tmp_path, mode):
    once = raster.ink(raster.mark(disc(tmp_path, "moth.png", mode, (255, 255, 255, 0)[: len(mode)])), "#757575")
    (tmp_path / "once.png").write_bytes(once.data)
    assert raster.ink(raster.mark(tmp_path / "once.png"), "#757575").data == once.data


def test_shades_of_a_drawing_stay_apart(tmp_path):
    place = disc(tmp_path, "moon.png", ink="#b0b0b0")
    picture = Picture.open(place)
    ImageDraw.Draw(picture).ellipse((120, 70, 150, 100), fill="black")
    picture.save(place)
    ink = pixels(raster.ink(raster.mark(place), "#000000"))
    assert ink.getpixel((35, 35))[3] == 255
    assert 60 < ink.getpixel((70, 70))[3] < 100


def test_a_picture_in_colours_has_an_ink_of_its_own(tmp_path):
    assert raster.ink(raster.mark(disc(tmp_path, "red.png", ink=(180, 40, 40, 255))), "#000000") is None


def test_a_large_picture_is_made_as_large_as_print_needs(tmp_path):
    picture = Picture.new("RGB", (6000, 1500), "navy")
    picture.save(tmp_path / "rule.png")
    assert (raster.mark(tmp_path / "rule.png").width, raster.mark(tmp_path / "rule.png").height) == (1200, 300)


@pytest.mark.parametrize("size", ["", 'width="30" height="30" ', 'width="99999999" height="99999999" '])
def test_a_drawing_is_drawn_whatever_size_it_claims(tmp_path, size):
    (tmp_path / "moth.svg").write_text(SVG.format(size=size, more=""))
    made = raster.mark(tmp_path / "moth.svg")
    assert max(made.width, made.height) <= 1200
    assert made.width == pytest.approx(made.height, rel=0.1)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("<text>Moth</text>", "words in a font"),
        ('<image href="/etc/hostname"/>', "another picture"),
        ("<script>1</script>", "more than a drawing"),
        ("<foreignObject/>", "more than a drawing"),
    ],
)
def test_a_drawing_that_holds_more_than_lines_is_refused_with_a_sentence(tmp_path, more, reason):
    (tmp_path / "moth.svg").write_text(SVG.format(size="", more=more))
    with pytest.raises(Fic2bookError, match=rf"^moth\.svg: the SVG holds {reason}"):
        raster.mark(tmp_path / "moth.svg")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"GIF89a nonsense", "broken"),
        (b"<svg <", "nothing to see"),
        (SVG.format(size='width="2" height="300000" ', more="").encode(), "nothing to see"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "nothing to see"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "more than a drawing"),
    ],
)
def test_what_is_no_picture_gets_a_sentence(tmp_path, data, reason):
    (tmp_path / "moth.png").write_bytes(data)
    with pytest.raises(Fic2bookError, match=rf"^moth\.png: .*{reason}"):
        raster.mark(tmp_path / "moth.png")


def test_a_picture_that_is_not_there_gets_a_sentence(tmp_path):
    with pytest.raises(Fic2bookError, match=r"^moth\.png: "):
        raster.mark(tmp_path / "moth.png")


def test_nothing_about_people_stays_in_the_file(tmp_path):
    picture = Picture.new("RGB", (30, 20), "navy")
    exif = Picture.Exif()
    exif[0x013B] = "Somebody Real"
    picture.save(tmp_path / "moth.jpg", exif=exif)
    assert b"Somebody" in (tmp_path / "moth.jpg").read_bytes()
    assert b"Somebody" not in raster.mark(tmp_path / "moth.jpg").data
