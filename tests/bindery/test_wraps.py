"""What goes round a book, by examples that were reckoned by hand."""

import tomllib
from itertools import pairwise

import pytest

from fic2book.bindery import printers, wraps
from fic2book.errors import SettingsError
from fic2book.model import Area, BookBlock, WrapSettings
from tests.tools import ROOT

INCH, MILLIMETRE = 72.0, 72 / 25.4
CASES = tomllib.loads((ROOT / "tests/cases/bindery/wraps.toml").read_text("utf-8"))
HOME = printers.printer("home")


def inches(lengths):
    """Return lengths as the examples have them, to a thousandth of an inch."""
    return pytest.approx([length * INCH for length in lengths], abs=0.001 * INCH)


def millimetres(lengths):
    return pytest.approx([length * MILLIMETRE for length in lengths], abs=0.001 * INCH)


def printed(printer="kdp", paper="", trim=(6, 9), pages=300, **wishes):
    house = printers.printer(printer)
    block = BookBlock(width=trim[0] * INCH, height=trim[1] * INCH, pages=pages)
    return wraps.plan(WrapSettings(**wishes), block, house, printers.paper(house, paper))


def bound(trim=(148, 210), leaves=10.0, *, from_right=False, **wishes):
    block = BookBlock(
        width=trim[0] * MILLIMETRE,
        height=trim[1] * MILLIMETRE,
        pages=100,
        thickness=leaves * MILLIMETRE,
        from_right=from_right,
    )
    return wraps.plan(WrapSettings(**wishes), block, HOME, printers.paper(HOME))


@pytest.mark.parametrize("row", CASES["printed"], ids=lambda row: f"{row['printer']} {row['kind']} {row['pages']}")
def test_a_printers_wrap_has_its_measures_to_a_thousandth_of_an_inch(row):
    plan = printed(row["printer"], row["paper"], row["trim"], row["pages"], kind=row["kind"])
    assert [plan.width, plan.height, plan.areas["spine"].width] == inches([*row["sheet"], row["spine"]])
    assert plan.barcode is None if "barcode" not in row else list(plan.barcode) == inches(row["barcode"])
    assert row.get("refused", "") in plan.spine_refusal
    assert bool(plan.spine_refusal) == ("refused" in row)
    assert row.get("told", "") in "".join(plan.told)
    assert bool(plan.told) == ("told" in row)


@pytest.mark.parametrize("row", CASES["bound"], ids=lambda row: row["kind"])
def test_what_is_made_by_hand_has_its_measures(row):
    wishes = {name: row[name] * MILLIMETRE for name in ("board",) if name in row}
    plan = bound(row["trim"], row["leaves"], from_right=row.get("from_right", False), kind=row["kind"], **wishes)
    assert [plan.width, plan.height] == millimetres(row["sheet"])
    assert list(plan.areas) == list(row["areas"])
    for name, (x, width) in row["areas"].items():
        assert [plan.areas[name].x, plan.areas[name].width] == millimetres([x, width])
    pieces = [(piece.name, piece.number) for piece in plan.pieces]
    assert pieces == [(name, count) for name, count, _, _ in row.get("pieces", ())]
    for piece, (_, _, width, height) in zip(plan.pieces, row.get("pieces", ()), strict=True):
        assert [piece.width, piece.height] == millimetres([width, height])


@pytest.mark.parametrize("kind", ["paperback", "jacket", "case"])
@pytest.mark.parametrize("from_right", [False, True])
def test_areas_lie_side_by_side_and_words_keep_inside_them(kind, from_right):
    plan = bound(kind=kind, from_right=from_right)
    areas = list(plan.areas.values())
    assert all(left.right == pytest.approx(right.x) for left, right in pairwise(areas))
    assert areas[0].x == plan.margin
    assert plan.width - areas[-1].right == pytest.approx(plan.margin)
    assert all(plan.areas[name].holds(safe) and safe.width < plan.areas[name].width for name, safe in plan.safe.items())
    assert (plan.areas["front"].x < plan.areas["spine"].x) is from_right


def test_a_barcode_lies_on_the_back_beside_the_spine_of_a_book_from_the_right_too():
    house = printers.printer("kdp")
    block = BookBlock(width=6 * INCH, height=9 * INCH, pages=300, from_right=True)
    plan = wraps.plan(WrapSettings(), block, house, printers.paper(house))
    assert plan.areas["back"].holds(plan.barcode)
    assert plan.barcode.x - plan.areas["spine"].right == pytest.approx(0.25 * INCH)


def test_without_a_word_a_printer_has_a_paperback_and_a_hand_bound_book_a_jacket():
    assert printed().kind == "paperback"
    assert bound().kind == "jacket"


def test_a_measured_spine_goes_before_a_reckoned_one():
    assert printed(spine=50.0).areas["spine"].width == 50.0
    assert printed("ingram", "creme50", spine=50.0).told == ()
    assert bound(kind="case", spine=50.0, board=5.0).areas["spine"].width == 60.0


def test_bleed_is_cut_off_and_a_turn_in_is_not():
    plan = printed()
    assert plan.trimmed == Area(9.0, 9.0, plan.width - 18.0, 648.0)
    for turned in (printed("lulu", kind="casewrap"), bound(kind="case")):
        assert turned.trimmed == Area(0, 0, turned.width, turned.height)


def test_a_thin_spine_has_no_words_and_says_how_broad_it_would_have_to_be():
    plan = bound(kind="paperback", leaves=2.0)
    assert plan.spine_refusal == "the spine is 2.0 mm broad, and words on it ask for 5.1 mm"
    assert bound(kind="paperback", leaves=5.2).spine_refusal == ""
    assert "not wanted" in printed(spine_text="never").spine_refusal.replace("no words are wanted", "not wanted")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: bound(kind="paperback", leaves=2.0, spine_text="always"), "the spine is 2.0 mm broad"),
        (lambda: printed(pages=78, spine_text="always"), "from 80 pages on, and this book has 78"),
        (lambda: printed("ingram", "creme50"), "does not say how thick"),
        (lambda: printed("kdp", kind="casewrap"), "KDP makes no casewrap"),
        (lambda: printed("lulu", pages=900, kind="casewrap"), "no casewrap of 900 pages"),
        (lambda: printed(kind="slipcase"), "there is no wrap “slipcase”"),
        (lambda: bound(kind="case", hinge=200 * MILLIMETRE), "no room for a board"),
    ],
)
def test_wrong_wishes_get_one_sentence_with_the_way_out(make, reason):
    with pytest.raises(SettingsError) as raised:
        make()
    assert reason in str(raised.value)
    assert raised.value.way_out
