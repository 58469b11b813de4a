"""What a plan says beside the order: papers, trims, blanks, creep, stations; and wishes that nobody can fold."""

import pytest

from fic2book import folding
from fic2book.errors import SettingsError
from fic2book.lengths import MILLIMETRE as MM
from fic2book.model import BookletSettings

A5 = (148 * MM, 210 * MM)
A6 = (105 * MM, 148 * MM)


def planned(pages, trim=A5, **wishes):
    return folding.plan(BookletSettings(**wishes), pages, trim)


@pytest.mark.parametrize(
    ("paper", "fold", "page", "measures"),
    [
        ("a4", "folio", "a5", (148, 210)),
        ("letter", "folio", "5.5x8.5", (139.7, 215.9)),
        ("a3", "folio", "210x297mm", (210, 297)),
        ("a5", "folio", "a6", (105, 148)),
        ("legal", "folio", "7x8.5in", (177.8, 215.9)),
        ("a4", "quarto", "a6", (105, 148)),
        ("letter", "quarto", "4.25x5.5in", (107.95, 139.7)),
        ("a3", "octavo", "a6", (105, 148)),
        ("11x17", "folio", "8.5x11in", (215.9, 279.4)),
        ("b4", "quarto", "125x176mm", (125, 176)),
        ("20 cm x 30 cm", "folio", "150x200mm", (150, 200)),
    ],
)
def test_the_trim_follows_from_the_paper(paper, fold, page, measures):
    trim = folding.trim_of(folding.paper(paper), fold)
    assert trim.page == page
    assert (trim.width / MM, trim.height / MM) == pytest.approx(measures)
    assert planned(8, (trim.width, trim.height), paper=paper, fold=fold).scale == 1


def test_an_octavo_of_a4_is_too_small_for_prose():
    with pytest.raises(SettingsError, match=r"74 × 105 mm.*too small for prose\. Take Tabloid or A3 paper"):
        folding.trim_of(folding.paper("a4"), "octavo")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a44", "Did you mean a4?"),
        ("leter", "Did you mean letter?"),
        ("parchment", "Take one of a3, a4"),
        ("10x15mm", "between 70 mm and 1 m"),
    ],
)
def test_an_unknown_paper_is_answered_with_the_nearest(name, said):
    with pytest.raises(SettingsError) as raised:
        folding.paper(name)
    assert said in str(raised.value)


def test_measures_of_paper_may_lie_on_their_side():
    assert folding.paper("297x210mm") == folding.paper("210 × 297 mm")
    assert folding.paper("13x8.5in").width == 8.5 * 72


def test_half_letter_on_a4_is_refused_with_papers_that_hold_it():
    with pytest.raises(SettingsError) as raised:
        planned(16, (396, 612), paper="a4")
    assert str(raised.value) == (
        "pages of 140 × 216 mm (5.5 × 8.5 in) do not fit half a sheet of A4, 148 × 210 mm (5.85 × 8.27 in). "
        "Take Letter or Legal paper, pages of at most 148 × 210 mm (5.85 × 8.27 in), "
        "or ask for --scale: they become 97% of their size."
    )


def test_half_letter_on_a4_is_made_smaller_where_that_is_asked_for():
    plan = planned(16, (396, 612), paper="a4", scale=True)
    assert plan.scale == pytest.approx(210 * MM / 612)
    assert plan.trim_height == pytest.approx(plan.height)
    assert plan.trim_width / plan.trim_height == pytest.approx(396 / 612)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"sheets": 0}, "a signature cannot be made of 0 sheets"),
        ({"flyleaves": 9}, "9 flyleaves at each end"),
        ({"flyleaves": -1}, "-1 flyleaves at each end"),
        ({"paper_weight": 0}, "no paper for books weighs 0 g/m²"),
        ({"paper_weight": float("nan")}, "no paper for books weighs nan g/m²"),
        ({"paper_thickness": 5 * MM}, "no sheet of paper is 5 mm thick"),
        ({"stations": 1}, "1 sewing stations hold no book"),
        ({"fold": "sexto"}, "there is no fold “sexto”"),
        ({"binding": "sewen"}, "Did you mean sewn?"),
        ({"flip": "lonf"}, "Take one of short, long. Did you mean long?"),
        ({"marks": ("crop", "bleed")}, "there is no mark “bleed”"),
        ({"creep": "some"}, "Take one of auto, always, never."),
        ({"folded": "twice"}, "there is no folded “twice”"),
    ],
)
def test_a_wrong_wish_is_one_sentence_with_the_way_out(wishes, said):
    with pytest.raises(SettingsError) as raised:
        planned(16, **wishes)
    assert said in str(raised.value)
    assert raised.value.way_out


def test_a_book_without_pages_is_refused():
    with pytest.raises(SettingsError, match="no page to be folded"):
        planned(0)


@pytest.mark.parametrize(
    ("fold", "pages", "flyleaves", "blanks"),
    [
        ("folio", 109, 1, (0, 3)),
        ("folio", 109, 0, (0, 3)),
        ("folio", 110, 1, (0, 2)),
        ("quarto", 22, 1, (2, 4)),
        ("quarto", 22, 0, (0, 2)),
        ("octavo", 33, 1, (4, 7)),
        ("octavo", 33, 0, (0, 15)),
    ],
)
def test_blanks_are_whole_leaves_in_front_and_the_rest_behind(fold, pages, flyleaves, blanks):
    plan = folding.plan(BookletSettings(paper="a3", fold=fold, flyleaves=flyleaves), pages, A6)
    assert plan.blanks == blanks
    assert plan.blanks[0] % 2 == 0
    assert 2 * plan.leaves == pages + 4 * flyleaves + sum(blanks)


def test_one_saddle_booklet_is_one_signature_and_glued_leaves_are_single_sheets():
    assert planned(56, binding="saddle").signatures == (15,)
    assert planned(36, binding="perfect").signatures == (1,) * 10


@pytest.mark.parametrize(("grammes", "millimetres"), [(60, 0.07), (80, 0.10), (90, 0.11), (100, 0.12), (120, 0.15)])
def test_thickness_follows_weight(grammes, millimetres):
    assert folding.thickness_of(grammes) / MM == pytest.approx(millimetres)


def test_the_spine_is_all_leaves_upon_one_another():
    assert planned(96, paper_weight=80).spine / MM == pytest.approx(50 * 0.1)
    assert planned(96, paper_thickness=0.2 * MM).spine / MM == pytest.approx(50 * 0.2)
    assert planned(96, trim=A6, fold="quarto").spine / MM == pytest.approx(52 * 0.1), "4 leaves a sheet"


def test_creep_begins_at_six_sheets_and_moves_inner_ones_to_the_spine():
    assert planned(20, sheets=5, flyleaves=0).creep == 0
    plan = planned(24, sheets=6, flyleaves=0)
    assert plan.creep == plan.thickness
    for sheet in plan.sheets:
        left, right = sheet.front
        away = sheet.number * plan.thickness
        assert left.spine == right.spine == plan.width / 2
        assert left.left + plan.trim_width - left.spine == pytest.approx(away)
        assert right.spine - right.left == pytest.approx(away)


def test_creep_can_be_asked_for_and_refused():
    assert planned(16, creep="always").creep > 0
    assert planned(16, creep="never", binding="saddle").creep == 0


def test_leaves_of_one_quarto_sheet_creep_as_pairs_inside_one_another():
    plan = planned(8, trim=A6, fold="quarto", flyleaves=0, creep="always")
    away = {one.page: one.spine - one.left for one in plan.sheets[0].front if one.left > one.spine - 50}
    assert away == {3: pytest.approx(plan.thickness), 0: 0}


@pytest.mark.parametrize(("fold", "flip"), [("folio", "short"), ("quarto", "long"), ("octavo", "short")])
def test_the_flip_is_that_of_a_sheet_turned_from_left_to_right(fold, flip):
    other = {"short": "long", "long": "short"}[flip]
    plain = folding.plan(BookletSettings(paper="a3", fold=fold), 16, A6)
    turned = folding.plan(BookletSettings(paper="a3", fold=fold, flip=other), 16, A6)
    assert (plain.flip, plain.turned_backs) == (flip, False)
    assert (turned.flip, turned.turned_backs) == (other, True)
    assert turned.sheets == plain.sheets


@pytest.mark.parametrize(
    ("wishes", "trim", "holes"),
    [
        ({}, A5, [15, 51, 87, 123, 159, 195]),
        ({"fold": "quarto"}, A6, [15, 54.33, 93.67, 133]),
        ({"binding": "saddle"}, A5, [25, 65, 105, 145, 185]),
        ({"binding": "saddle", "fold": "quarto"}, A6, [25, 74, 123]),
        ({"stations": 5}, A5, [15, 60, 105, 150, 195]),
        ({"binding": "perfect"}, A5, []),
        ({"marks": ("collation",)}, A5, []),
        ({"marks": ("none",)}, A5, []),
    ],
)
def test_stations_lie_evenly_between_the_kettle_stitches(wishes, trim, holes):
    assert [station / MM for station in planned(32, trim=trim, **wishes).stations] == pytest.approx(holes, abs=0.01)


def test_backs_that_come_last_first_are_a_file_of_their_own():
    assert planned(8, reverse_backs=True).two_files
