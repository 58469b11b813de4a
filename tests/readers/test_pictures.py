"""Pictures that a manuscript brings along come into the book; nothing is fetched, nothing from outside the folder."""

import base64
import io
import struct
import zlib

import pytest
from PIL import Image

from fic2book import account, markup, raster, readers, sources


def picture(kind="PNG", size=(20, 10), mode="RGB", **more):
    target = io.BytesIO()
    Image.new(mode, size, "red" if mode in {"RGB", "RGBA", "P"} else 1).save(target, kind, **more)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "fics"
    (inside / "sub_files").mkdir(parents=True)
    (inside / "sub_files" / "the map.png").write_bytes(picture())
    (inside / "lamp.gif").write_bytes(picture("GIF", mode="P"))
    (inside / "broken.png").write_bytes(b"\x89PNG nothing")
    (tmp_path / "secret.png").write_bytes(picture())
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    return inside


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_pictures_beside_a_manuscript_come_along_and_others_are_named(folder, suffix):
    addresses = ("sub_files/the%20map.png", "lamp.gif", "broken.png", "link.png", "../secret.png", "nowhere.png",
                 "https://example.org/x.png", "//example.org/y.png", "file:///etc/passwd", "/etc/passwd")  # fmt: skip
    shown = "\n\n".join(f'<p>See <img src="{address}" alt="no {at}"> now.</p>' for at, address in enumerate(addresses))
    (folder / f"story{suffix}").write_text(f"<h1>The Weir</h1>\n\n{shown}", encoding="utf-8")
    document = readers.read(folder, f"story{suffix}")
    assert [(one.name, one.media_type) for one in document.pictures] == [
        ("the-map", "image/png"),
        ("lamp", "image/png"),
    ]
    (story,) = sources.recognise(document)
    assert [image.get("src") for image in markup.parse(story.body).iter("img")] == ["picture:the-map", "picture:lamp"]
    assert story.images_left_out == tuple(f"no {at}" for at in range(2, 10))
    assert account.unaccounted(document, (story,)) == ()


def test_a_picture_inside_an_address_comes_along(folder):
    inside = base64.b64encode(picture("WEBP")).decode()
    (folder / "a.html").write_text(f'<p>See <img src="data:image/webp;base64,{inside}"></p>', encoding="utf-8")
    (one,) = readers.read(folder, "a.html").pictures
    assert (one.name, one.media_type, one.width, one.height) == ("picture", "image/png", 20, 10)
    (folder / "b.html").write_text('<p>See <img src="data:image/png;base64,AAAA%%"> it</p>', encoding="utf-8")
    document = readers.read(folder, "b.html")
    assert document.pictures == ()
    assert len(document.body) < 200


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (picture("JPEG"), "image/jpeg", (20, 10)), (picture("PNG", mode="RGBA"), "image/png", (20, 10)),
        (picture("BMP"), "image/png", (20, 10)), (picture("TIFF"), "image/png", (20, 10)),
        (picture("JPEG", (4000, 1000)), "image/jpeg", (4000, 1000)),
        (picture("JPEG", (4000, 2800)), "image/jpeg", (2828, 1979)),
        (picture("PNG", (1000, 22_400)), "image/png", (500, 11_200)),
        (picture("GIF", mode="P", save_all=True, append_images=[Image.new("P", (20, 10), 3)]), "image/png", (20, 10)),
        (picture("JPEG", mode="CMYK"), "image/jpeg", (20, 10)),
    ],
)  # fmt: skip
def test_a_picture_is_made_ready_for_a_page(data, kind, size):
    made = raster.illustration(data)
    assert (made.media_type, made.width, made.height) == (kind, *size)
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.size == size


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_within_the_limits_of_readers_keeps_every_byte_and_one_above_is_made_smaller(kind):
    fits, large = picture(kind, (2800, 2000)), picture(kind, (2801, 2000))
    assert raster.illustration(fits).data == fits
    made = raster.illustration(large)
    assert made.data != large
    assert made.width * made.height <= raster.MOST_PIXELS < 2801 * 2000


def test_a_picture_of_too_many_bytes_is_written_anew():
    noisy = Image.effect_noise((2200, 2000), 90).convert("RGB")
    target = io.BytesIO()
    noisy.save(target, "JPEG", quality=100, subsampling=0)
    assert len(target.getvalue()) > raster.MOST_BYTES > len(raster.illustration(target.getvalue()).data)


def test_a_photograph_is_turned_upright_and_says_nothing_of_people_and_places():
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "Legal Name"
    made = raster.illustration(picture("JPEG", exif=exif))
    assert (made.width, made.height) == (10, 20)
    assert b"Legal" not in made.data
    assert b"Legal" not in raster.illustration(picture("JPEG", comment=b"Legal Name")).data


def test_bombs_and_broken_pictures_are_none():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    for data in (bomb, b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:40], b"GIF89a" + b"\0" * 50):
        assert raster.illustration(data) is None
