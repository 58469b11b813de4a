import io
import struct
import zlib

import pytest
import weasyprint
from PIL import Image as Picture
from PIL import ImageChops, ImageCms, ImageStat

from fic2book import raster
from fic2book.errors import Fic2bookError, OutputError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 10"><rect width="8" height="10" fill="#a33"/></svg>'


def encoded(size: tuple[int, int] = (40, 60), kind: str = "JPEG", **how: object) -> bytes:
    target = io.BytesIO()
    Picture.radial_gradient("L").resize(size).convert(str(how.pop("mode", "RGB"))).save(target, kind, **how)
    return target.getvalue()


def opened(data: bytes) -> Picture.Image:
    return Picture.open(io.BytesIO(data))


def bomb(side: int) -> bytes:
    """Return a small PNG that claims to be ``side`` × ``side`` pixels."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    )
    body = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return weasyprint.HTML(string="<h1>First</h1><p style='break-before:page'>Second page").write_pdf()


def test_a_drawing_becomes_a_plain_jpeg_and_the_same_one_each_time():
    data = raster.svg_to_jpeg(SVG, 320, 200)
    picture = opened(data)
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (320, 200), "RGB")
    assert picture.getpixel((300, 100)) == (255, 255, 255), "what is not drawn is paper"
    assert b"Exif" not in data
    assert data == raster.svg_to_jpeg(SVG, 320, 200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_sound_picture_keeps_its_pixels(kind):
    data = encoded(kind=kind)
    kept = raster.image(data)
    assert (kept.data, kept.media_type, kept.width, kept.height) == (data, f"image/{kind.lower()}", 40, 60)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "TIFF", "BMP"])
def test_other_pictures_become_jpeg(kind):
    made = raster.image(encoded(kind=kind))
    assert (made.media_type, opened(made.data).format, opened(made.data).size) == ("image/jpeg", "JPEG", (40, 60))


def test_a_picture_that_lies_on_its_side_is_turned_upright():
    exif = Picture.Exif()
    exif[0x0112] = 6
    made = raster.image(encoded((40, 60), exif=exif))
    assert (made.width, made.height) == (60, 40)
    assert opened(made.data).getexif() == {}


def test_nothing_about_people_places_and_times_stays_in_the_file():
    exif = Picture.Exif()
    exif[0x013B] = "Somebody Real"
    exif[0x0132] = "2019:04:21 10:00:00"
    data = encoded(exif=exif, comment=b"at home")
    made = raster.image(data)
    assert b"Somebody" in data
    assert b"at home" in data
    assert not any(said in made.data for said in (b"Exif", b"Somebody", b"2019:", b"at home"))
    assert opened(made.data).tobytes() == opened(data).tobytes()


def test_nothing_about_people_stays_in_a_png_either():
    from PIL.PngImagePlugin import PngInfo

    said = PngInfo()
    said.add_text("Author", "Somebody Real")
    data = encoded(kind="PNG", pnginfo=said)
    made = raster.image(data)
    assert b"Somebody" in data
    assert b"Somebody" not in made.data
    assert opened(made.data).tobytes() == opened(data).tobytes()


def test_a_picture_above_the_stores_limit_is_made_smaller_and_keeps_its_shape():
    made = raster.image(encoded((3000, 4800)))
    assert made.width * made.height <= raster.MOST_PIXELS
    assert made.height / made.width == pytest.approx(1.6, abs=0.01)
    assert (made.width, made.height) == opened(made.data).size


def test_a_transparent_picture_that_must_be_written_again_stands_on_white():
    target = io.BytesIO()
    Picture.new("RGBA", (30, 30), (0, 0, 0, 0)).save(target, "WEBP", lossless=True)
    assert opened(raster.image(target.getvalue()).data).getpixel((15, 15)) == (255, 255, 255)


def test_a_picture_for_print_is_turned_into_screen_colours():
    assert opened(raster.image(encoded(mode="CMYK")).data).mode == "RGB"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert opened(raster.image(encoded(kind="TIFF", icc_profile=profile)).data).mode == "RGB"
    assert opened(raster.image(encoded(kind="TIFF", icc_profile=b"no profile")).data).mode == "RGB"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"not a picture at all", "broken"),
        (encoded()[:300], "broken"),
        (encoded(kind="PNG")[:120], "broken"),
        (bomb(20_000), "too large to open (more than 90 million pixels)"),
        (bomb(10_500), "too large to open (more than 90 million pixels)"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(60), "HEIC"),
        (SVG.encode(), "SVG"),
    ],
    ids=["empty", "text", "cut-jpeg", "cut-png", "bomb", "large", "heic", "svg"],
)
def test_a_picture_that_cannot_be_used_gets_a_sentence(data, reason):
    with pytest.raises(Fic2bookError) as caught:
        raster.image(data, file="cover.jpg")
    assert str(caught.value).startswith("cover.jpg: ")
    assert reason in str(caught.value)
    assert caught.value.way_out


def test_a_picture_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Fic2bookError, match=r"^cover\.png: the picture cannot be read"):
        raster.image(tmp_path / "cover.png")


def test_a_pdf_gives_its_words_page_by_page(pdf):
    assert [text.split() for text in raster.pdf_text(pdf)] == [["First"], ["Second", "page"]]
    assert raster.page_count(pdf) == 2


def test_a_pdf_gives_its_pages_as_pictures(pdf):
    pages = list(raster.pdf_pages(pdf, 0.5))
    assert [opened(page).format for page in pages] == ["PNG", "PNG"]
    assert opened(pages[0]).width < opened(next(raster.pdf_pages(pdf, 1))).width


def test_what_is_no_pdf_gets_a_sentence():
    with pytest.raises(OutputError, match="cannot be opened"):
        raster.page_count(b"%PDF-1.7 but not really")
    with pytest.raises(OutputError, match="cannot be opened"):
        list(raster.pdf_text(b""))


def test_a_drawing_made_in_two_strips_is_the_drawing_made_in_one():
    circle = '<circle cx="160" cy="101" r="90" fill="#a33" stroke="#123" stroke-width="7"/>'
    framed = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">{circle}</svg>'
    unframed = f'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200">{circle}</svg>'
    strips, whole = (opened(raster.svg_to_jpeg(svg, 320, 200)) for svg in (framed, unframed))
    means = ImageStat.Stat(ImageChops.difference(strips, whole)).mean
    assert max(means) < 0.1, "curves at the seam are rounded a little differently, no more"
