"""Themes by name and by folder, and the sentences for those that are none."""

from pathlib import Path

import pytest

from fic2book import fonts, themes
from fic2book.errors import SettingsError


def own_theme(folder: Path, toml: str = 'label = "Mine"\n', **sheets: str) -> Path:
    folder.mkdir()
    (folder / "theme.toml").write_text(toml, encoding="utf-8")
    for name, css in sheets.items():
        (folder / f"{name}.css").write_text(css, encoding="utf-8")
    return folder


def test_classic_has_four_faces_that_are_there():
    faces = themes.load("classic").fonts
    assert {(face.style, face.weight) for face in faces} == {
        ("normal", 400), ("italic", 400), ("normal", 700), ("italic", 700),
    }  # fmt: skip
    assert all(face.path.is_file() for face in faces)


def test_classics_ornament_is_in_its_fonts():
    theme = themes.load("classic")
    assert not fonts.missing(theme.fonts[0].path, str(theme.tokens["ornament"]["scene"]))
    assert str(theme.tokens["ornament"]["scene"]) in theme.epub_css


def test_every_theme_is_listed_with_one_line():
    listed = dict(themes.names())
    assert "classic" in listed
    assert "base" not in listed
    assert all(label and "\n" not in label for label in listed.values())


def test_an_unknown_theme_names_the_nearest():
    with pytest.raises(SettingsError, match=r"there is no theme “clasic”\. Did you mean “classic”\?"):
        themes.load("clasic")


def test_a_theme_like_no_other_names_them_all():
    with pytest.raises(SettingsError, match="Take one of: classic"):
        themes.load("zzz")


def test_a_folder_without_a_theme_file_says_what_it_needs(tmp_path):
    with pytest.raises(SettingsError, match=r"It needs a file theme\.toml"):
        themes.load(str(tmp_path))


def test_a_folder_is_a_theme_over_the_base(tmp_path):
    folder = own_theme(tmp_path / "mine", common="/*C*/", epub="/*E*/", pdf="/*P*/")
    theme = themes.load(str(folder))
    assert (theme.name, theme.label, theme.fonts) == ("mine", "Mine", ())
    assert theme.epub_css.index("hr.scene") < theme.epub_css.index("/*E*/")
    assert "/*P*/" not in theme.epub_css
    assert "/*E*/" not in theme.pdf_css
    assert theme.pdf_css.index("/*C*/") < theme.pdf_css.index("/*P*/")


def test_the_users_css_comes_last_in_the_order_given(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.css").write_text(f"/*{name}*/", encoding="utf-8-sig")
    theme = themes.load("classic", (tmp_path / "b.css", tmp_path / "a.css"))
    assert theme.epub_css.endswith("/*b*/\n\n/*a*/\n\n")
    assert theme.pdf_css.endswith("/*b*/\n\n/*a*/\n\n")


def test_a_style_sheet_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"^none\.css: the style sheet cannot be read"):
        themes.load("classic", (tmp_path / "none.css",))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("label = \n", "the theme cannot be read"),
        ('[[font]]\nfamily = "X"\nfile = "none.ttf"\n', "the font “X” names no file that is there"),
        ('[[font]]\nfile = "none.ttf"\n', "the font “none.ttf” names no file"),
    ],
)
def test_a_damaged_theme_file_is_named_with_the_reason(tmp_path, toml, said):
    with pytest.raises(SettingsError, match=said) as error:
        themes.load(str(own_theme(tmp_path / "mine", toml)))
    assert str(error.value).startswith("mine/theme.toml: ")


def test_the_epub_sheet_fixes_neither_colours_nor_pixels():
    css = themes.load("classic").epub_css.replace("background: none", "")  # what a marker painted is taken away
    assert not [word for word in ("background", "px;", "pt;", "#", "rgb(") if word in css]
    assert css.count("color:") == css.count("color: inherit")


def test_the_open_typefaces_are_named():
    assert themes.open_typefaces(themes.load("classic")) == ("EB Garamond",)
