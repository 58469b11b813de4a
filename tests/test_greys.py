"""A book in shades of grey: every picture of it, in both outputs, and still proved against its manuscripts."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image as Picturing

from fic2book import building, config, pipeline, proving, raster, themes
from fic2book.dressing import Dress, dressed
from fic2book.model import Image
from fic2book.reading import silent

STORY = (
    "<html><body><h1>The Map</h1><p>She unfolded it on the table and looked at it for a while.</p>"
    '<p><img src="map.png" alt="A map"></p><p>Then she folded it, and it was evening.</p>'
    '<p><img src="photo.jpg" alt="The quay"></p><p>The tide had turned.</p></body></html>'
)


def coloured(kind: str, mode: str = "RGB", size: tuple[int, int] = (64, 40)) -> Image:
    target = io.BytesIO()
    Picturing.new(mode, size, (180, 60, 20, 90)[: len(mode)]).save(target, kind)
    return Image(data=target.getvalue(), media_type=f"image/{kind.lower()}", width=size[0], height=size[1])


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "maps"
    place.mkdir()
    (place / "the map.html").write_text(STORY, encoding="utf-8")
    (place / "map.png").write_bytes(coloured("PNG", "RGBA").data)
    (place / "photo.jpg").write_bytes(coloured("JPEG").data)
    (place / "cover.jpg").write_bytes(coloured("JPEG", size=(160, 256)).data)
    (place / "ornament.png").write_bytes(coloured("PNG").data)
    (place / "press.png").write_bytes(coloured("PNG", size=(200, 90)).data)
    lines = ('ornament = "ornament.png"', "[press]", 'name = "Moth"', 'logo = "press.png"')
    (place / "anthology.toml").write_text("\n".join(lines), encoding="utf-8")
    return place


def built(folder: Path, **options: object) -> pipeline.Built:
    return pipeline.build(config.load(folder, {"to": ("epub",), **options}), silent)


def pictures(built: pipeline.Built) -> dict[str, bytes]:
    with zipfile.ZipFile(built.books[".epub"]) as book:
        return {name: book.read(name) for name in book.namelist() if name.endswith((".png", ".jpg"))}


def has_colour(data: bytes) -> bool:
    with Picturing.open(io.BytesIO(data)) as picture:
        bands = picture.convert("RGB").split()
    return bands[0].tobytes() != bands[1].tobytes() or bands[1].tobytes() != bands[2].tobytes()


def test_every_picture_of_a_book_is_grey_and_none_was_before(folder):
    before, after = pictures(built(folder)), pictures(built(folder, greyscale=True))
    assert before.keys() == after.keys()
    assert len(after) == 5
    assert all(map(has_colour, before.values()))
    assert not any(map(has_colour, after.values()))


def test_a_grey_book_is_proved_against_its_manuscripts_and_a_spoilt_one_is_not(folder):
    made = built(folder, greyscale=True)
    assert not [problem for problem in made.problems if problem.severity == "error"]
    assert proving.prove([made.books[".epub"]], folder, strict=True).clean
    Picturing.new("RGB", (64, 40), (1, 2, 3)).save(folder / "photo.jpg")
    assert not proving.prove([made.books[".epub"]], folder, strict=True).clean


def test_the_printed_ornaments_of_a_grey_book_are_black(folder):
    settings = config.load(folder, {"to": ("epub",), "greyscale": True})
    read = pipeline.reading.read_folder(settings, silent)
    theme = pipeline.theme_of(settings)
    wish = pipeline.cover.Wish("", "", "", "cover")
    dress = Dress(theme=theme, wish=wish, settings=settings)
    assert dressed(pipeline.gather(read, settings), dress, themes.design(theme), is_printed=False).accent == ""
    assert not has_colour(theme.looks.scene.picture.data)


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_a_picture_keeps_kind_size_and_transparency(kind, mode):
    made = raster.grey(coloured(kind, mode))
    with Picturing.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, opened.size) == (kind, (64, 40))
        assert opened.has_transparency_data == (mode == "RGBA")
        assert opened.mode == ("LA" if mode == "RGBA" else "L")


def test_what_is_grey_already_keeps_every_byte():
    once = raster.grey(coloured("JPEG"))
    assert raster.grey(once).data == once.data


def test_the_option_and_the_key_say_the_same(folder):
    talk = {"plain": True, "quiet": True, "verbose": False, "json": False}
    building.run(folder, {"to": ("epub",), "greyscale": True, "output": folder / "by option"}, talk)
    toml = (folder / "anthology.toml").read_text(encoding="utf-8")
    (folder / "anthology.toml").write_text(f"greyscale = true\n{toml}", encoding="utf-8")
    building.run(folder, {"to": ("epub",), "output": folder / "by key"}, talk)
    one, other = (next((folder / name).glob("*.epub")).read_bytes() for name in ("by option", "by key"))
    assert one == other
