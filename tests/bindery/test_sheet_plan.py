"""The sheet plan: one page for every wish, words and drawings that tell the truth about the sheets."""

import io
import itertools
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pytest

from fic2book import folding, raster, themes
from fic2book.bindery import sheet_plan
from fic2book.bindery.sheet_plan import folds
from fic2book.model import BookletSettings, SheetPlan

FOLDS = (("folio", "a4", "letter"), ("quarto", "a4", "letter"), ("octavo", "a3", "tabloid"))
LONG = (
    "The Long and Winding Title of an Anthology That Somebody Gathered in One Happy Summer, with All the Stories of It"
)
WORDIEST = {"creep": "always", "stations": 12, "smaller": True}


def planned(pages: int = 139, *, from_right: bool = False, smaller: bool = False, **wishes) -> SheetPlan:
    settings = BookletSettings(**wishes, scale=smaller)
    trim = folding.trim_of(folding.paper(settings.paper), settings.fold)
    size = (trim.width * 1.1, trim.height * 1.1) if smaller else (trim.width, trim.height)
    return folding.plan(settings, pages, size, from_right=from_right)


def everything(*, american: bool) -> Iterator[SheetPlan]:
    """Give a plan for every fold, way to gather, binding, flip and way to print, with the most words it can have."""
    ways = ({}, {"two_files": True}, {"two_files": True, "reverse_backs": True})
    wishes = itertools.product(FOLDS, ("each", "together"), ("sewn", "saddle", "perfect"), ("short", "long"), ways)
    for (fold, theirs, ours), folded, binding, flip, way in wishes:
        own = {"fold": fold, "paper": ours if american else theirs, "folded": folded, "binding": binding, "flip": flip}
        yield planned(**own, **way, **WORDIEST)


def printed(plans: Iterable[SheetPlan], more: str = "") -> list[str]:
    """Return the words of each page of the plans' PDF; ``more`` are rules behind its own."""
    css, fonts = themes.leaflet()
    return list(raster.pdf_text(sheet_plan.pages([(plan, LONG) for plan in plans], css + more, fonts)))


@pytest.mark.slow
@pytest.mark.parametrize("american", [False, True], ids=["a4", "letter"])
def test_every_plan_is_one_page_even_with_a_long_title(american):
    plans = list(everything(american=american))
    pages = printed(plans)
    assert len(plans) == len(pages) == 108
    assert all(words.startswith("Sheet plan") for words in pages)


@pytest.mark.parametrize("american", [False, True], ids=["a4", "letter"])
def test_the_wordiest_plans_are_one_page(american):
    plans = [plan for plan in everything(american=american) if plan.two_files and plan.flip == "long"]
    plans = [plan for plan in plans if plan.reverse_backs and plan.binding != "saddle" and plan.fold != "folio"]
    pages = printed(plans)
    assert len(pages) == len(plans) == 8
    assert all(words.startswith("Sheet plan") for words in pages)


Pile = tuple[tuple[int, int], ...]
"""Leaves upon one another, the uppermost first: what is printed above, what below."""


def turned(pile: Pile) -> Pile:
    return tuple((below, above) for above, below in reversed(pile))


def over(pile: Pile, *, onto: Pile) -> Pile:
    return turned(pile) + onto


def laid_down(plan: SheetPlan, sheets: list) -> list[list[Pile]]:
    """Return the table with a signature's sheets upon one another, fronts down, the first undermost."""
    order = folding.order_of(plan.fold)
    table = [[() for _ in range(order.columns)] for _ in range(order.rows)]
    for sheet in sheets:
        for row, column in itertools.product(range(order.rows), range(order.columns)):
            seen = sheet.back[row * order.columns + column].page
            under = sheet.front[row * order.columns + order.columns - 1 - column].page
            table[row][column] = ((seen + 1, under + 1), *table[row][column])
    return table


def move(table: list[list[Pile]], words: str) -> list[list[Pile]]:
    """Do with the table what the plan says, and nothing else."""
    half = len(table[0]) // 2
    if words == "the upper half down":
        return [[over(upper, onto=lower) for upper, lower in zip(*table, strict=True)]]
    if words == "the right half over the left":
        return [
            [over(right, onto=left) for left, right in zip(row[:half], reversed(row[half:]), strict=True)]
            for row in table
        ]
    assert words == "the left half over the right"
    return [
        [over(left, onto=right) for right, left in zip(row[half:], reversed(row[:half]), strict=True)] for row in table
    ]


def bound(plan: SheetPlan) -> list[int]:
    """Fold and gather the first signature as the plan says; return its pages as they are read."""
    sheets = list(plan.sheets[: plan.signatures[0]])
    together = "fold them as one" in sheet_plan.text(plan, "").replace("\n   ", " ")
    book: Pile = ()
    for own in reversed([sheets] if together else [[sheet] for sheet in sheets]):
        table = laid_down(plan, own)
        for words in folds.said(plan):
            table = move(table, words)
        folded = turned(table[0][0])
        book = folded[: len(folded) // 2] + book + folded[len(folded) // 2 :]
    return [page for leaf in book for page in leaf]


GATHERINGS = [
    (fold, paper, folded, sheets, from_right)
    for (fold, paper, _), folded, sheets, from_right in itertools.product(
        FOLDS, ("each", "together"), (1, 2, 3), (False, True)
    )
]


@pytest.mark.parametrize(("fold", "paper", "folded", "sheets", "from_right"), GATHERINGS)
def test_who_folds_as_the_plan_says_reads_in_order(fold, paper, folded, sheets, from_right):
    pages = sheets * {"folio": 4, "quarto": 8, "octavo": 16}[fold]
    wishes = {"fold": fold, "paper": paper, "folded": folded, "sheets": sheets, "flyleaves": 0}
    plan = planned(pages, from_right=from_right, **wishes)
    assert bound(plan) == list(range(1, pages + 1))


@pytest.mark.parametrize(("fold", "paper", "folded", "sheets", "from_right"), GATHERINGS)
def test_the_drawing_shows_the_pages_that_lie_upwards(fold, paper, folded, sheets, from_right):
    pages = sheets * {"folio": 4, "quarto": 8, "octavo": 16}[fold]
    wishes = {"fold": fold, "paper": paper, "folded": folded, "sheets": sheets, "flyleaves": 0}
    plan = planned(pages, from_right=from_right, **wishes)
    own = plan.sheets if folds.is_stacked(plan) else plan.sheets[:1]
    table, shown = laid_down(plan, list(own)), []
    for words in folds.said(plan):
        shown.append(tuple(tuple(pile[0][0] for pile in row) for row in table))
        table = move(table, words)
    assert (*shown, ((turned(table[0][0])[0][0],),)) == folds.seen(plan)


def test_a_fold_the_other_way_would_be_seen():
    plan = planned(16, fold="quarto", folded="each", sheets=2, flyleaves=0)
    table = laid_down(plan, list(plan.sheets[:1]))
    wrong = move(move(table, "the upper half down"), "the left half over the right")
    assert [page for leaf in turned(wrong[0][0]) for page in leaf] != [1, 2, 3, 4, 13, 14, 15, 16]


def test_a_plan_that_runs_over_its_page_would_be_seen():
    assert len(printed([planned()], "body.small { font-size: 14pt; line-height: 19pt }")) == 2


def test_a_plan_of_few_words_is_in_larger_type_and_still_one_page():
    for paper in ("a4", "letter"):
        few, looks = planned(paper=paper), themes.leaflet()
        alone, small = sheet_plan.pdf(few, "A", *looks), sheet_plan.pages([(few, "A")], *looks)
        assert alone != small
        assert raster.page_count(alone) == 1
    many = planned(fold="quarto", two_files=True, **WORDIEST)
    assert sheet_plan.pdf(many, LONG, *looks) == sheet_plan.pages([(many, LONG)], *looks)


def test_every_drawing_speaks_to_a_listener():
    pdf = sheet_plan.pdf(planned(), "The Lantern Keepers", *themes.leaflet())
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        things = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary)]
        alternatives = [str(thing.Alt) for thing in things if "/Alt" in thing]
        kinds = Counter(str(thing.get("/S")) for thing in things)
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.Lang == "en"
    assert [kinds[name] for name in ("/H1", "/H2", "/Figure", "/NonStruct")] == [1, 6, 6, 0]
    assert len(alternatives) == 6
    assert any("Each sheet is turned over its short edge, like the page of a book." in words for words in alternatives)
    assert any("15 · 51 · 87 · 123 · 159 · 195 mm from the head" in words for words in alternatives)


def test_the_same_plan_has_the_same_bytes():
    looks = themes.leaflet()
    assert sheet_plan.pdf(planned(), "A & B", *looks) == sheet_plan.pdf(planned(), "A & B", *looks)


def test_the_page_is_of_the_paper_s_family():
    for paper, size in (("a4", (595, 842)), ("a5", (595, 842)), ("legal", (612, 792))):
        pdf = sheet_plan.pdf(planned(paper=paper, fold="folio"), "A", *themes.leaflet())
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert tuple(round(float(side)) for side in opened.pages[0].mediabox[2:]) == size


def test_a_title_s_signs_are_words_and_no_markup():
    (words,) = list(raster.pdf_text(sheet_plan.pdf(planned(), "Cats & <Dogs> *and* us", *themes.leaflet())))
    assert "Cats & <Dogs> *and* us" in words


SAID = (Path(__file__).parents[1] / "cases" / "bindery" / "sheet-plan.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", tomllib.loads(SAID)["case"], ids=lambda case: case["name"])
def test_the_words_say_what_the_sheets_need(case):
    wishes = dict(case["wishes"])
    plan = planned(wishes.pop("pages"), **wishes)
    words = " ".join(sheet_plan.text(plan, "Book").split())
    assert not [line for line in case["says"] if line not in words], words
    assert not [line for line in case.get("never", ()) if line in words]


def test_the_text_is_for_every_terminal():
    for plan in everything(american=False):
        assert max(map(len, sheet_plan.text(plan, LONG).splitlines())) <= 78
