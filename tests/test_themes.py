"""Themes by name and by folder, and the sentences for those that are none."""

import re
from pathlib import Path

import pytest

from fic2book import fonts, themes
from fic2book.errors import SettingsError

NAMES = [name for name, _ in themes.names()]


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


@pytest.mark.parametrize("name", NAMES)
def test_a_themes_ornaments_are_in_its_fonts_or_drawn_by_itself(name):
    theme = themes.load(name)
    for ornament in (theme.looks.scene, theme.looks.title_page):
        assert ornament.picture or any(not fonts.missing(font.path, ornament.sign) for font in theme.fonts)
        assert ornament.picture or f'content: "{ornament.sign}"' in theme.epub_css


@pytest.mark.parametrize("name", NAMES)
def test_every_face_that_a_theme_letters_with_is_there(name):
    theme = themes.load(name)
    there = {(font.family, font.style, font.weight) for font in theme.fonts}
    for lettering in (*theme.looks.lettering.values(), theme.looks.drop_cap):
        face = lettering.face or str(theme.tokens["type"]["face"])
        assert (face, lettering.style, lettering.weight) in there


@pytest.mark.parametrize("name", NAMES)
def test_small_capitals_are_never_faked(name):
    theme = themes.load(name)
    faces = {(font.family, font.style, font.weight): font.path for font in theme.fonts}
    for lettering in theme.looks.lettering.values():
        if "small" in lettering.caps:
            face = lettering.face or str(theme.tokens["type"]["face"])
            assert fonts.has_small_caps(faces[face, lettering.style, lettering.weight], "abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("name", NAMES)
def test_a_themes_hyphen_is_in_its_text_face(name):
    theme = themes.load(name)
    face = next(font.path for font in theme.fonts if font.family == theme.tokens["type"]["face"])
    assert not fonts.missing(face, theme.looks.hyphen)


def test_every_theme_is_listed_with_one_line():
    listed = dict(themes.names())
    assert "classic" in listed
    assert "base" not in listed
    assert all(label and "\n" not in label for label in listed.values())


def test_an_unknown_theme_names_the_nearest():
    with pytest.raises(SettingsError, match=r"there is no theme “clasic”\. Did you mean “classic”\?"):
        themes.load("clasic")


def test_a_theme_like_no_other_names_them_all():
    with pytest.raises(SettingsError, match="Take one of: adventure"):
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


ALLOWED = ("background: none", "background: currentColor", "background-color: currentColor")
"""What a marker painted is taken away; an ornament is drawn in the text's own colour."""


@pytest.mark.parametrize("name", NAMES)
def test_the_epub_sheet_fixes_neither_colours_nor_pixels(name):
    css = themes.load(name).epub_css
    for allowed in ALLOWED:
        css = css.replace(allowed, "")
    assert not [
        word for word in ("background", "px;", "pt;", "#", "rgb(") if word in re.sub(r"border[-\w]*: 1px", "", css)
    ]
    assert css.count("color:") == css.count("color: inherit")


@pytest.mark.parametrize("name", NAMES)
def test_no_sheet_fixes_a_size_that_page_designs_scale(name):
    css = re.sub(r"/\*.*?\*/", "", themes.load(name).pdf_css, flags=re.DOTALL)
    assert not re.findall(r"\d(?:pt|px|mm|cm|in)\b", css)


def themed(folder: Path, toml: str) -> Path:
    """Make a theme of tokens alone."""
    return own_theme(folder / "mine", toml)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[opener]\nalign = "middle"\n', r"\[opener\] align = “middle” means nothing\. Take one of: centre, left"),
        ("[opener]\nlines = 99\n", r"\[opener\] lines = 99 is no measure"),
        ('[lettering]\nstory = "fancy"\n', "“fancy” is no way to letter the story"),
        ('[lettering]\nnobody = "plain"\n', "nobody is no kind of line"),
        ("[lettering]\nstory = { size = 3 }\n", "the story has no “size”"),
        ("[lettering]\nstory = 3\n", "the lettering of the story is neither a word nor a table"),
        ("ornament = 3\n", r"\[ornament\] is no table"),
        ('[ornament]\nscene = "gone.svg"\n', "the ornament “gone.svg” cannot be read"),
    ],
)
def test_a_token_that_means_nothing_is_named_with_what_is_allowed(tmp_path, toml, said):
    with pytest.raises(SettingsError, match=said):
        themes.load(str(themed(tmp_path, toml)))


@pytest.mark.parametrize(
    "inside",
    ["<script>x()</script>", '<image href="https://example.org/x.png"/>', '<path onload="x()"/>', "<text>a</text>"],
)
def test_a_drawing_that_acts_or_leads_outside_is_refused(tmp_path, inside):
    folder = themed(tmp_path, '[ornament]\nscene = "a.svg"\n')
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    (folder / "a.svg").write_text(drawing, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"the ornament “a\.svg” is no plain drawing"):
        themes.load(str(folder))


def test_italics_for_emphasis_alone_set_everything_else_upright(tmp_path):
    css = themes.load(str(themed(tmp_path, 'italics = "emphasis"\n'))).pdf_css
    assert css.rindex(".summary { font-style: normal; }") > css.rindex(".summary { font-style: italic")
    assert "em { font-style: normal; }" not in css.partition("Japanese")[0].replace("em em, em i", "")


def test_a_title_of_one_kind_is_lettered_over_all_titles(tmp_path):
    toml = '[lettering]\ntitles = { face = "X", weight = 300 }\npart = "capitals"\nstory = { weight = 700 }\n'
    lettering = themes.load(str(themed(tmp_path, toml))).looks.lettering
    assert (lettering["page"].face, lettering["page"].weight) == ("X", 300)
    assert (lettering["part"].face, lettering["part"].caps) == ("X", "capitals")
    assert (lettering["story"].face, lettering["story"].weight) == ("X", 700)
    assert lettering["label"].face == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_open_typefaces_are_named_and_their_licence_lies_beside_them(name):
    theme = themes.load(name)
    named = themes.open_typefaces(theme)
    families = {font.family for font in theme.fonts}
    assert all(any(family == one or family.startswith(f"{one} ") for one in named) for family in families)
    licences = "".join(place.read_text("utf-8") for place in theme.fonts[0].path.parent.glob("OFL*.txt"))
    assert "SIL OPEN FONT LICENSE" in licences.upper()
