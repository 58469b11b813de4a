"""Sheets, spines and weights against what was reckoned by hand."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from fic2book import themes
from fic2book.calculating import rows, said
from fic2book.calculating.counting import Counted
from fic2book.model import BookletSettings

CASES = Path(__file__).parents[1] / "cases" / "calculating"
MILLIMETRE = 72 / 25.4


def cases(name: str):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]


def design(name: str):
    return themes.design(themes.load("classic"), name)


def count(pages: int):
    return lambda page: Counted(page=page, pages=pages, is_exact=True)


def by_hand(case) -> rows.Folded:
    wishes = BookletSettings(**case.get("wishes", {}))
    found = rows.folded(wishes, (case["paper"],), design, count(case["pages"]))
    return next(row for row in found if row.plan.fold == case["fold"])


@pytest.mark.parametrize("case", cases("folded"), ids=lambda case: case["name"])
def test_what_is_folded_needs_what_was_reckoned_by_hand(case):
    row = by_hand(case)
    assert len(row.plan.sheets) == case["sheets"]
    assert list(row.plan.signatures) == case["signatures"]
    assert row.plan.spine / MILLIMETRE == pytest.approx(case["spine"], abs=0.001)
    weights = [said.weight(row.grammes, is_american=is_american) for is_american in (False, True)]
    assert weights == case["weight"]
    assert row.ready == case["to_buy"]
    assert said.remark(row) == case.get("remark", "")


@pytest.mark.parametrize("case", cases("printed"), ids=lambda case: case["name"])
def test_what_is_printed_has_the_printer_s_spine(case):
    (row,) = rows.printed(case["printer"], (design(case["page"]),), count(case["pages"]))
    assert row.counted.pages == case["told"]
    assert {name: points / 72 for name, points in row.spines} == pytest.approx(case["spines"], abs=0.0001)
    assert row.remark == case.get("remark", "")


def test_a_fold_too_small_for_prose_is_no_row():
    found = rows.folded(BookletSettings(), ("a4",), design, count(100))
    assert [row.plan.fold for row in found] == ["folio", "quarto"]


def test_a_page_that_is_no_part_of_a_paper_is_cut_from_the_smallest_that_holds_it():
    row = rows.on_other_paper(BookletSettings(), Counted(page=design("6x9"), pages=100, is_exact=True))
    assert row is not None
    assert (row.plan.paper, row.plan.fold) == ("a3", "folio")
    wide = replace(design("6x9"), width=12 * 72.0, height=17 * 72.0)
    assert rows.on_other_paper(BookletSettings(), Counted(page=wide, pages=100, is_exact=True)) is None


def test_pages_are_counted_on_the_margins_that_the_printer_wants():
    asked = []

    def counted(page):
        asked.append(page)
        return Counted(page=page, pages=500, is_exact=False)

    list(rows.printed("lulu", (design("5x8"),), counted))
    assert [round(page.inner / 72, 3) for page in asked] == [0.7, 1.125]


def test_rows_say_what_is_reckoned_and_what_is_typeset():
    page = design("a5")
    exact, about = (Counted(page=page, pages=136, is_exact=is_exact) for is_exact in (True, False))
    assert (said.pages(exact), said.pages(about)) == ("136", "about 136")


def test_tables_have_straight_columns():
    lines = list(said.table(("paper", "pages"), (("A4", "about 136"), ("Letter", "126"))))
    assert lines == ["  paper   pages", "  A4      about 136", "  Letter  126"]
