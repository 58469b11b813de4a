"""A person's own faces as a book's text: found by what they say, as large as lines need, the theme's behind them."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from fic2book import checks, fonts, sections, themes
from fic2book.errors import SettingsError
from fic2book.model import Book
from fic2book.themes import Own
from fic2book.writers import epub, pdf
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import plain_cover
from tests.writers.pdf_books import HARBOUR

GARAMOND = themes.styles() / "classic" / "fonts"
LITERATA = next(font.path for font in themes.load("modern").fonts if font.family == "Literata").parent
STORY = "".join(f"<p>{text}</p>" for text in HARBOUR) + "<p>Dash — and <em>slant</em>, <b>bold</b>.</p>"


def family(theme: str, name: str) -> list[Path]:
    return [font.path for font in themes.load(theme).fonts if font.family == name]


@pytest.fixture
def folder(tmp_path):
    for place in family("modern", "Literata"):
        copy(place, tmp_path)
    return tmp_path


def book(folder: Path, theme: str = "classic") -> Book:
    content = anthology(story("ash", STORY))
    looks = themes.load(theme, own=Own(fonts=folder))
    laid = sections.lay_out(content, themes.open_typefaces(looks), themes.own_typeface(looks))
    return Book(anthology=content, sections=laid, theme=looks, cover=plain_cover(), page=themes.design(looks))


def changed(place: Path, **table: object) -> None:
    """Write a face again with other words in its OS/2 table, or another name."""
    font = TTFont(place)
    for key, value in table.items():
        if key == "family":
            for record in font["name"].names:
                if record.nameID in (1, 16):
                    record.string = value
        else:
            setattr(font["OS/2"], key, value)
    font.save(place)


def without(place: Path, signs: str) -> None:
    """Take characters out of a face."""
    font = TTFont(place)
    for table in font["cmap"].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if chr(code) not in signs}
    font.save(place)


def css_of(files) -> str:
    with zipfile.ZipFile(io.BytesIO(files[".epub"])) as archive:
        return archive.read("EPUB/styles/book.css").decode()


def entries(files) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(files[".epub"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_faces_are_known_by_what_they_say_and_not_by_their_files_names(folder):
    for number, place in enumerate(sorted(folder.iterdir())):
        place.rename(folder / f"{number}.ttf")
    theme = themes.load("classic", own=Own(fonts=folder))
    own = [font for font in theme.fonts if font.family == "Literata"]
    assert {(font.style, font.weight) for font in own} == {
        ("normal", 400), ("italic", 400), ("normal", 700), ("italic", 700),
    }  # fmt: skip
    assert themes.design(theme).face == "Literata"


def test_a_wide_face_is_set_smaller_so_that_lines_hold_as_many_letters(folder):
    usual, own = themes.design(themes.load("classic")), themes.design(themes.load("classic", own=Own(fonts=folder)))
    assert own.size < usual.size
    assert (own.leading, own.lines) == (usual.leading, usual.lines)
    text = HARBOUR[0]
    wide = [
        fonts.shape(text, next(iter(sorted(place.glob("*-Regular.ttf")))), size).width
        for place, size in ((GARAMOND, usual.size), (LITERATA, own.size))
    ]
    assert wide[1] == pytest.approx(wide[0], rel=0.03)


def test_a_folder_with_an_upright_face_alone_is_enough(folder):
    for place in sorted(folder.iterdir()):
        if "Regular" not in place.name:
            place.unlink()
    made = book(folder)
    assert checks.prove(epub.write(made).files, made.anthology) == ()
    assert checks.prove(pdf.write(made).files, made.anthology) == ()


def test_both_books_are_set_in_it_and_proved(folder):
    made = book(folder)
    files = {**epub.write(made).files, **pdf.write(made).files}
    assert checks.prove(files, made.anthology) == ()
    assert 'body { font-family: "Literata", "EB Garamond"' in css_of(files)
    assert "EPUB/fonts/literata-regular.ttf" in entries(files)
    behind = entries(files)["EPUB/fonts/ebgaramond-regular.ttf"]
    assert not fonts.missing(behind, "❦"), "the theme's sign, which the new face lacks"
    assert fonts.missing(behind, "She—") == set("She—")


def test_a_sign_that_it_lacks_stands_in_the_themes_face(folder):
    for place in folder.iterdir():
        without(place, "—")
    made = book(folder)
    files = {**epub.write(made).files, **pdf.write(made).files}
    assert [problem for problem in checks.prove(files, made.anthology) if problem.severity != "info"] == []
    behind = entries(files)["EPUB/fonts/ebgaramond-regular.ttf"]
    assert not fonts.missing(behind, "—")
    assert fonts.missing(behind, "She") == set("She")


def test_the_check_still_finds_a_sign_that_neither_has(folder):
    for place in folder.iterdir():
        without(place, "M")
    made = book(folder)
    bare = replace(made, theme=replace(made.theme, fonts=tuple(f for f in made.theme.fonts if f.family == "Literata")))
    codes = {problem.code for problem in checks.prove(epub.write(bare).files, bare.anthology)}
    assert "glyph-missing" in codes


def test_the_themes_own_family_in_another_cut_takes_its_place(tmp_path):
    for place in family("classic", "EB Garamond"):
        copy(place, tmp_path)
    theme = themes.load("classic", own=Own(fonts=tmp_path))
    assert {font.path.parent for font in theme.fonts} == {tmp_path}
    assert themes.design(theme) == themes.design(themes.load("classic"))


def test_an_open_licence_is_told_as_one_and_another_only_by_the_name(folder):
    theme = themes.load("classic", own=Own(fonts=themes.styles() / "clear" / "fonts"))
    assert (themes.open_typefaces(theme), themes.own_typeface(theme)) == (("Atkinson Hyperlegible",), "")
    for place in folder.iterdir():
        font = TTFont(place)
        font["name"].names = [record for record in font["name"].names if record.nameID not in (13, 14)]
        font.save(place)
    other = themes.load("classic", own=Own(fonts=folder))
    assert (themes.open_typefaces(other), themes.own_typeface(other)) == ((), "Literata")
    assert "Set in Literata.</p>" in next(one.body for one in book(folder).sections if one.kind == "colophon")


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_a_face_that_may_not_be_put_into_books_is_refused(folder, rights):
    place = next(iter(sorted(folder.iterdir())))
    changed(place, fsType=rights)
    with pytest.raises(SettingsError, match=rf"^{place.name}: its makers do not let it"):
        book(folder)


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_a_face_that_may_be_read_in_books_is_taken(folder, rights):
    for place in folder.iterdir():
        changed(place, fsType=rights)
    assert book(folder).page.face == "Literata"


def test_several_families_are_named(folder):
    copy(GARAMOND / "EBGaramond-Regular.ttf", folder)
    with pytest.raises(SettingsError, match=r"several families \(EB Garamond, Literata\)"):
        book(folder)


def test_a_folder_without_an_upright_face_says_so(folder):
    for place in sorted(folder.iterdir()):
        if "Regular" in place.name:
            place.unlink()
    with pytest.raises(SettingsError, match="no regular face of Literata"):
        book(folder)


def test_an_empty_folder_and_a_file_that_is_no_face_get_sentences(tmp_path):
    with pytest.raises(SettingsError, match="it holds no faces"):
        book(tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    with pytest.raises(SettingsError, match=r"^broken\.ttf: this is no face for text"):
        book(tmp_path)


def test_a_variable_face_gets_the_way_out(folder):
    place = next(iter(sorted(folder.glob("*-Regular.ttf"))))
    font = TTFont(place)
    FontBuilder(font=font).setupFvar([("wght", 100, 400, 900, "Weight")], [])
    font.save(place)
    with pytest.raises(SettingsError, match="static"):
        book(folder)


def test_a_family_whose_name_holds_quotes_breaks_no_style_sheet(folder):
    for place in folder.iterdir():
        changed(place, family='Bad"; } body { color: red')
    made = book(folder)
    assert 'Bad"' not in css_of(epub.write(made).files)


def test_a_face_too_old_to_tell_its_heights_is_measured():
    real = fonts.metrics(GARAMOND / "EBGaramond-Regular.ttf")
    measured = fonts.shape("H", GARAMOND / "EBGaramond-Regular.ttf", real.upm)
    assert real.cap_height == pytest.approx(-measured.top, abs=15)


def test_old_heights_come_from_the_letters(tmp_path):
    copy(GARAMOND / "EBGaramond-Regular.ttf", tmp_path / "old.ttf")
    changed(tmp_path / "old.ttf", version=1)
    old, new = fonts.metrics(tmp_path / "old.ttf"), fonts.metrics(GARAMOND / "EBGaramond-Regular.ttf")
    assert old.cap_height == pytest.approx(new.cap_height, abs=15)
    assert old.x_height == pytest.approx(new.x_height, abs=15)
