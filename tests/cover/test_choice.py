"""Which cover a book gets: by its own words, by name, by a theme's preferences."""

from dataclasses import replace

import pytest

from fic2book import cover
from fic2book.cover import choice, shapes
from fic2book.cover.character import character
from fic2book.cover.layouts import COMPOSITIONS, LAYOUTS
from fic2book.cover.palettes import PALETTES
from fic2book.cover.patterns import PATTERNS
from fic2book.errors import SettingsError
from tests.cover.books import THEME, book

SALT = book("The Salt Road", ("Ann",))


def chosen(style: str = "", seed: str = "", theme=THEME) -> tuple[str, str, str]:
    made = cover.brief_of(SALT, theme, cover.Wish(style, seed))[0]
    return made.layout.name, made.art.name, made.palette.name


def themed(**table):
    return replace(THEME, tokens={**THEME.tokens, "cover": table})


def test_every_name_means_one_thing():
    names = [one.name for one in (*LAYOUTS, *PATTERNS, *PALETTES)]
    assert len(names) == len(set(names))
    assert {layout.name for layout, _ in COMPOSITIONS} == {layout.name for layout in LAYOUTS}
    assert {art.name for _, art in COMPOSITIONS} == {art.name for art in PATTERNS}


@pytest.mark.parametrize("style", ["label waves lapis", "lapis, label, waves", "Waves+LAPIS label"])
def test_a_style_is_named_in_any_order(style):
    assert chosen(style) == ("label", "waves", "lapis")


def test_what_is_not_named_stays_as_the_dice_fell():
    layout, art, palette = chosen()
    other = next(one.name for one in PALETTES if one.name != palette)
    assert chosen(other) == (layout, art, other)
    assert chosen("rings")[1:] == ("rings", palette)


def test_two_names_that_were_never_looked_at_together_are_drawn_together():
    assert ("horizon", "marble") not in {(layout.name, art.name) for layout, art in COMPOSITIONS}
    assert chosen("horizon marble")[:2] == ("horizon", "marble")


def test_a_seed_draws_another_cover_and_always_the_same():
    assert len({chosen(seed=str(number)) for number in range(8)}) > 4
    assert chosen(seed="7") == chosen(seed="7")
    one, other = (cover.design(SALT, THEME, cover.Wish("label rings lapis", seed))[1].svg() for seed in ("1", "2"))
    assert one != other


def test_an_unknown_name_is_told_with_the_nearest_and_all_there_are():
    with pytest.raises(SettingsError) as said:
        chosen("label lapiz")
    assert "“lapiz”" in str(said.value)
    assert "Did you mean lapis?" in str(said.value)
    assert all(one.name in str(said.value) for one in (*LAYOUTS, *PATTERNS, *PALETTES))


def test_a_theme_chooses_among_its_own_and_a_person_among_all():
    own = themed(layouts=["label", "frame"], patterns=["waves"], palettes=["night", "fir"])
    drawn = {chosen(seed=str(number), theme=own) for number in range(30)}
    assert drawn == {(layout, "waves", palette) for layout in ("label", "frame") for palette in ("night", "fir")}
    assert chosen("roundel stars brick", theme=own) == ("roundel", "stars", "brick")


@pytest.mark.parametrize("table", [{"layout": ["label"]}, {"layouts": "label"}, {"layouts": ["labl"]}, {"capitals": 1}])
def test_a_mistake_in_a_themes_table_is_told(table):
    with pytest.raises(SettingsError):
        cover.prove(themed(**table), cover.Wish())


def test_a_theme_decides_about_capitals():
    loud, quiet = (
        cover.design(SALT, themed(capitals=on), cover.Wish("label rings"))[1].texts[0] for on in (True, False)
    )
    assert loud.svg != quiet.svg


def test_the_contact_sheet_shows_first_what_a_build_draws_and_then_all_others():
    _, brief = cover.brief_of(SALT, THEME)
    shown = choice.candidates(brief.seed, character(THEME), cover.Wish())
    assert shown[0] == cover.brief_of(SALT, THEME)[0]
    assert {(one.layout, one.art) for one in shown} == set(COMPOSITIONS)
    assert {one.palette for one in shown} == set(PALETTES)
    assert len(set(shown)) == len(shown)


def test_the_words_under_a_candidate_draw_it():
    _, brief = cover.brief_of(SALT, THEME)
    for one in choice.candidates(brief.seed, brief.character, cover.Wish())[::7]:
        drawn = cover.design(SALT, THEME, cover.Wish(one.words))[1].svg()
        assert drawn == one.layout.front(replace(brief, art=one.art, palette=one.palette)).svg()


def test_a_contact_sheet_is_one_page_with_all_of_them_inside():
    sheet = cover.contact_sheet(SALT, THEME, cover.Wish("label"))
    expected = len(choice.candidates("x", character(THEME), cover.Wish("label")))
    assert sheet.svg.count(f'height="{shapes.COVER.height * 0.13:.2f}"') >= 2 * expected - 2
    assert "<text" not in sheet.svg
