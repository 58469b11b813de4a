"""Orders against golden ones, and against paper that is folded."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as any_of

from fic2book import folding
from fic2book.model import BookletSettings, PlacedPage, Sheet, SheetPlan
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "folding"
GOLDEN = tomllib.loads((CASES / "orders.toml").read_text("utf-8"))["signature"]
BOOKS = tomllib.loads((CASES / "books.toml").read_text("utf-8"))["book"]
A7 = (209.76, 297.64)
"""Pages in points that fit any fold of A3."""
WAYS = [
    ("folio", "each"), ("quarto", "each"), ("quarto", "together"), ("octavo", "each"), ("octavo", "together"),
]  # fmt: skip


def planned(pages: int, **wishes: object) -> SheetPlan:
    from_right = bool(wishes.pop("from_right", False))
    asked = {"paper": "a3", "flyleaves": 0, **wishes}
    return folding.plan(BookletSettings(**asked), pages, A7, from_right=from_right)


def rows(side: tuple[PlacedPage, ...], columns: int) -> str:
    said = [f"{'-' if one.page is None else one.page + 1}{'^' if one.turned else ''}" for one in side]
    return " / ".join(" ".join(said[start : start + columns]) for start in range(0, len(said), columns))


def as_printed(plan: SheetPlan, sheet: Sheet) -> folding.Printed:
    """Return a sheet's two sides by where its pages lie, in points, not by their order in the plan."""
    return folding.Printed(by_place(plan, sheet.front), by_place(plan, sheet.back))


def by_place(plan: SheetPlan, side: tuple[PlacedPage, ...]) -> list[list[folding.Face | None]]:
    order = folding.order_of(plan.fold)
    grid: list[list[folding.Face | None]] = [[None] * order.columns for _ in range(order.rows)]
    for one in side:
        column = int((one.left + plan.trim_width / 2) / (plan.width / order.columns))
        row = order.rows - 1 - int((one.bottom + plan.trim_height / 2) / (plan.height / order.rows))
        assert grid[row][column] is None
        grid[row][column] = folding.Face(one.page, one.turned)
    return grid


def read(plan: SheetPlan) -> list[folding.Face]:
    """Fold and sew a plan, and turn its leaves."""
    faces: list[folding.Face] = []
    for number in range(len(plan.signatures)):
        signature = [as_printed(plan, sheet) for sheet in plan.sheets if sheet.signature == number]
        faces += folding.folded(signature, together=plan.folded == "together", from_right=plan.from_right)
    return faces


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["name"])
def test_pages_lie_as_the_golden_sheets_have_them(case):
    order = folding.order_of(case["fold"])
    plan = planned(
        case["sheets"] * order.leaves * 2,
        fold=case["fold"],
        folded=case.get("folded", "each"),
        sheets=case["sheets"],
        from_right=case.get("from_right", False),
    )
    found = [[rows(side, order.columns) for side in (sheet.front, sheet.back)] for sheet in plan.sheets]
    assert found == case["sides"]


@pytest.mark.parametrize("pages", [16, 20, 37, 109, 400])
@pytest.mark.parametrize(("fold", "folded"), WAYS)
@pytest.mark.parametrize("from_right", [False, True])
def test_folded_sheets_read_in_order_with_every_page_upright(pages, fold, folded, from_right):
    plan = planned(pages, fold=fold, folded=folded, from_right=from_right, flyleaves=1)
    faces = read(plan)
    front, behind = plan.blanks
    blank_before, blank_behind = [None] * (2 + front), [None] * (2 + behind)
    assert [face.page for face in faces] == [*blank_before, *range(pages), *blank_behind]
    assert not any(face.turned for face in faces)
    assert len(blank_before) % 2 == 0, "page 1 is a recto"


@given(
    pages=any_of.integers(1, 200),
    way=any_of.sampled_from(WAYS),
    sheets=any_of.integers(1, 7),
    binding=any_of.sampled_from(("sewn", "perfect")),
    flyleaves=any_of.integers(0, 3),
    from_right=any_of.booleans(),
)
def test_any_book_reads_in_order(pages, way, **wishes):
    fold, folded = way
    plan = planned(pages, fold=fold, folded=folded, creep="always", **wishes)
    faces = read(plan)
    found = [face for face in faces if face.page is not None]
    assert [face.page for face in found] == list(range(pages))
    assert not any(face.turned for face in found)
    assert faces.index(found[0]) % 2 == 0, "page 1 is a recto"
    assert faces.index(found[0]) == 2 * plan.flyleaves + plan.blanks[0]
    assert len(faces) == 2 * plan.leaves


@pytest.mark.parametrize("pages", [16, 109])
@pytest.mark.parametrize(("fold", "folded"), WAYS)
def test_front_and_back_of_every_leaf_are_consecutive(pages, fold, folded):
    plan = planned(pages, fold=fold, folded=folded, flyleaves=0)
    order = folding.order_of(fold)
    for sheet in plan.sheets:
        for place, one in enumerate(sheet.front):
            row, column = divmod(place, order.columns)
            other = sheet.back[row * order.columns + order.columns - 1 - column]
            both = {one.page, other.page} - {None}
            assert one.turned == other.turned
            assert not both or min(both) % 2 == 0
            assert max(both, default=0) - min(both, default=0) <= 1


def test_paper_that_is_folded_otherwise_is_not_in_order():
    stacked = planned(16, fold="quarto", folded="together", sheets=2)
    signature = [as_printed(stacked, sheet) for sheet in stacked.sheets]
    assert [face.page for face in folding.folded(signature, together=True)] == list(range(16))
    assert [face.page for face in folding.folded(signature, together=False)] != list(range(16))


def test_backs_turned_over_the_wrong_edge_do_not_read_in_order():
    plan = planned(4)
    right = as_printed(plan, plan.sheets[0])
    wrong = folding.Printed(right.front, folding.turned_over(right.back))
    read_wrongly = folding.folded([wrong], together=False)
    assert [face.page for face in read_wrongly] == [0, 2, 1, 3]
    assert [face.turned for face in read_wrongly] == [False, True, True, False]


def test_leaves_that_are_wrong_way_up_are_seen():
    plan = planned(8, fold="quarto")
    printed = as_printed(plan, plan.sheets[0])
    front = [[folding.Face(face.page, False) for face in row] for row in printed.front]
    faces = folding.folded([folding.Printed(front, printed.back)], together=False)
    assert [face.page for face in faces if face.turned] == [3, 4]


@pytest.mark.parametrize("case", BOOKS, ids=lambda case: f"{case['pages']} {case['fold']} {case['most']}")
def test_signatures_are_balanced(case):
    assert planned(case["pages"], fold=case["fold"], sheets=case["most"]).signatures == tuple(case["signatures"])


def test_three_or_more_sheets_a_signature_never_leave_a_single_sheet_at_the_end():
    short = [
        (sheets, most)
        for sheets in range(1, 400)
        for most in range(3, 12)
        if min(folding.balanced(sheets, most)) == 1 and sheets > 1
    ]
    assert not short
    assert all(sum(folding.balanced(sheets, 4)) == sheets for sheets in range(1, 400))
