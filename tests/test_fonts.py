import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from fic2book import fonts, themes
from fic2book.model import Font

FACES = themes.load("classic").fonts
ROMAN = next(face.path for face in FACES if face.style == "normal" and face.weight == 400)
NAMES = [f"{face.style}-{face.weight}" for face in FACES]
PROSE = "The quick brown fox, “jumping” — over 1234 lazy dogs’ fjords… café"


def features(face: TTFont, table: str) -> set[str]:
    return {record.FeatureTag for record in face[table].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("face", FACES, ids=NAMES)
def test_each_face_shows_what_stories_use(face: Font):
    assert (
        fonts.missing(face.path, "AÉñœßŁő ŪạếỖ Ωἀγῶν Привет Ґї — – … “ ” „ « » ‹ › ’ ‘ ‐ ‑ \u00a0\u202f\u2009") == set()
    )
    assert fonts.missing(face.path, "❦☙❧⁂★☆♥♡✦✧●○♪∗†‡§¶•◆") == set()


@pytest.mark.parametrize("face", FACES, ids=NAMES)
def test_the_four_faces_are_one_family_that_programs_can_link(face: Font):
    font = TTFont(face.path)
    style = f"{'Bold ' if face.weight == 700 else ''}{'Italic' if face.style == 'italic' else ''}".strip() or "Regular"
    assert font["name"].getDebugName(1) == face.family == "EB Garamond"
    assert font["name"].getDebugName(2) == style
    assert font["OS/2"].usWeightClass == face.weight
    assert font["OS/2"].fsType == 0, "embedding is allowed"
    assert "fvar" not in font, "a variable face is unsure on older e-readers"


def test_the_fonts_licence_lies_beside_them():
    assert "SIL OPEN FONT LICENSE" in ROMAN.with_name("OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("face", FACES, ids=NAMES)
def test_a_subset_keeps_every_feature_and_the_licence(face: Font):
    whole, part = TTFont(face.path), TTFont(io.BytesIO(fonts.subset(face.path, PROSE)))
    kept = features(part, "GSUB")
    assert {"smcp", "c2sc", "onum", "lnum", "liga", "frac", "sups"} <= kept <= features(whole, "GSUB")
    assert "kern" in features(part, "GPOS")
    assert "openfontlicense.org" in part["name"].getDebugName(14)


def test_a_subset_holds_the_texts_characters_and_is_small():
    small = fonts.subset(ROMAN, PROSE)
    assert set(map(ord, PROSE)) <= set(TTFont(io.BytesIO(small)).getBestCmap())
    assert len(small) < 150_000
    assert ord("Ж") not in TTFont(io.BytesIO(small)).getBestCmap()


def test_a_subset_still_has_small_capitals_and_old_style_figures(tmp_path: Path):
    part = tmp_path / "part.ttf"
    part.write_bytes(fonts.subset(ROMAN, PROSE))
    for feature, text in (("smcp", "fox"), ("onum", "1234")):
        plain, changed = fonts.shape(text, part, 100), fonts.shape(text, part, 100, {feature: True})
        assert plain.path != changed.path
        assert changed.path == fonts.shape(text, ROMAN, 100, {feature: True}).path


def test_a_subset_is_the_same_bytes_from_a_path_or_from_bytes():
    assert fonts.subset(ROMAN, PROSE) == fonts.subset(ROMAN.read_bytes(), PROSE[::-1])


def test_what_a_face_lacks_is_named_and_what_is_never_drawn_is_not():
    assert fonts.missing(ROMAN, "夜🌊 a\n\t\u200d\ufe0f\u00ad") == {"夜", "🌊"}


def test_small_capitals_are_promised_only_where_every_letter_has_one():
    assert fonts.has_small_caps(ROMAN, "Hélène d’Aubigné 3")
    assert fonts.has_small_caps(ROMAN, "Ἑλένη") is False or fonts.has_small_caps(ROMAN, "ελενη")
    assert not fonts.has_small_caps(ROMAN, "Анна")


def test_metrics_are_those_of_the_face():
    assert fonts.metrics(ROMAN) == (1000, 650, 400, 1007, 298)


def test_letters_are_kerned_and_joined():
    assert fonts.shape("AV", ROMAN, 100).width < fonts.shape("A", ROMAN, 100).width + fonts.shape("V", ROMAN, 100).width
    assert fonts.shape("fi", ROMAN, 100).path.count("M") < fonts.shape("fi", ROMAN, 100, tracking=5).path.count("M")


def test_an_outline_knows_its_box_and_grows_with_its_size():
    small, large = fonts.shape("H", ROMAN, 100), fonts.shape("H", ROMAN, 200)
    assert small.top == pytest.approx(-65, abs=1.5)
    assert abs(small.bottom) < 1.5
    assert large.width == pytest.approx(2 * small.width)
    assert fonts.shape(" ", ROMAN, 100).path == ""


def test_tracking_widens_between_letters_and_not_after_the_last():
    plain, wide = fonts.shape("HHH", ROMAN, 100), fonts.shape("HHH", ROMAN, 100, tracking=10)
    assert wide.width == pytest.approx(plain.width + 20)


def test_an_ornament_has_ink():
    heart = fonts.ornament_path(ROMAN, "❦")
    assert heart.right > heart.left
    assert heart.bottom > heart.top
