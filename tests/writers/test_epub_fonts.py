"""The faces inside an EPUB: as many as are asked for, small, and with the features that the style sheet calls for."""

import io
import re
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from fic2book import checks, markup, themes
from fic2book.model import Anthology
from fic2book.writers.epub.features import asked
from tests.sections.shelf import OPENING, anthology, story
from tests.writers.epub_books import entries, written

THEMES = [name for name, _ in themes.names()]
WESTERN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180)))) + "‐–—‘’‚“”„…•†‡‹›€™"
"""Letters of all languages of Europe that are written in Latin ones, and the signs that stories use."""


@cache
def content() -> Anthology:
    """Return a book with every Latin letter in its text and in a title, and with bold, slanted and both."""
    text = f"<p>{markup.escape(WESTERN)} <b>bold</b> <i>slanted <b>both</b></i></p>"
    return anthology(story("a", OPENING + text, title=WESTERN[33:59]), story("b", authors=("Bo Quill",)))


@cache
def files(theme: str, which: str) -> dict[str, bytes]:
    return entries(written(content(), themes.load(theme), epub_fonts=which))


def faces(theme: str, which: str = "all") -> dict[str, bytes]:
    return {name: data for name, data in files(theme, which).items() if "/fonts/" in name}


def family(theme: str) -> str:
    return themes.load(theme).tokens["type"]["face"]


def families(theme: str, which: str) -> set[str]:
    css = files(theme, which)["EPUB/styles/book.css"].decode()
    return set(re.findall(r"@font-face \{ font-family: \"([^\"]+)\"", css))


@pytest.mark.parametrize("theme", THEMES)
def test_the_four_faces_of_the_text_take_less_than_600_kb_together(theme):
    body = faces(theme, "body")
    assert len(body) == 4
    assert sum(map(len, body.values())) < 400_000
    assert sum(map(len, faces(theme).values())) < 600_000


@pytest.mark.parametrize("theme", THEMES)
def test_faces_are_plain_truetype_that_does_not_vary(theme):
    for data in faces(theme).values():
        face = TTFont(io.BytesIO(data))
        assert face.sfntVersion == "\x00\x01\x00\x00"
        assert face.flavor is None
        assert "glyf" in face
        assert "fvar" not in face


@pytest.mark.parametrize("theme", THEMES)
def test_body_brings_the_texts_faces_alone_and_titles_stand_in_them(theme):
    assert families(theme, "body") == {family(theme)}
    css = files(theme, "body")["EPUB/styles/book.css"].decode()
    others = families(theme, "all") - {family(theme)}
    assert not [name for name in others if f'"{name}"' in css]


@pytest.mark.parametrize("theme", THEMES)
def test_none_brings_no_face_and_names_none(theme):
    css = files(theme, "none")["EPUB/styles/book.css"].decode()
    assert not faces(theme, "none")
    assert "font-family" not in css
    named = files(theme, "all")["EPUB/styles/book.css"].decode()
    assert css.count("{") == css.count("}") == named.count("{") - named.count("@font-face")


@pytest.mark.parametrize("which", ["none", "body", "all"])
def test_a_book_with_fewer_faces_is_proved_as_any(which):
    found = checks.prove({".epub": written(content(), themes.load("gothic"), epub_fonts=which)}, content())
    assert [problem for problem in found if problem.severity != "info"] == []


@pytest.mark.parametrize(
    ("css", "tags"),
    [
        ("p { font-variant: small-caps; }", {"smcp"}),
        ("p { font-variant-caps: all-small-caps }", {"smcp", "c2sc"}),
        ("p { font-variant-numeric: lining-nums tabular-nums; }", {"lnum", "tnum"}),
        ("p { font-feature-settings: 'swsh' 1, \"ss02\"; color: red }", {"swsh", "ss02"}),
        ('p { font-variant: normal; font-family: "Kern"; }', set()),
        ("p { font-variant-alternates: historical-forms; }", None),
    ],
)
def test_a_style_sheet_says_which_features_it_needs(css, tags):
    assert asked(css) == tags


def test_small_capitals_and_old_figures_are_in_the_faces_of_a_theme_that_sets_them_and_swashes_are_not():
    features = {record.FeatureTag for record in TTFont(io.BytesIO(regular()))["GSUB"].table.FeatureList.FeatureRecord}
    wanted = asked(themes.load("classic").epub_css)
    assert {"smcp", "onum"} <= wanted & features
    assert "liga" in features
    assert not features & {"swsh", "dlig", "ss01", "titl"}


def regular() -> bytes:
    return next(data for name, data in faces("classic").items() if name.endswith("-regular.ttf"))
