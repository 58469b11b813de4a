"""What printers ask for, by examples that were reckoned by hand."""

import re
import tomllib
from math import inf

import pytest

from fic2book import config
from fic2book.bindery import printers
from fic2book.errors import SettingsError
from tests.tools import ROOT

INCH = 72.0
CASES = tomllib.loads((ROOT / "tests/cases/bindery/printers.toml").read_text("utf-8"))


def cases(kind):
    rows = [(printers.printer(row["printer"]), row) for row in CASES[kind]]
    names = [" ".join(str(row[key]) for key in ("printer", "paper", "trim", "page") if key in row) for _, row in rows]
    return pytest.mark.parametrize(("printer", "row"), rows, ids=names)


def points(sides):
    return printers.Trim(*(side * INCH for side in sides))


def inches(length):
    """Return a length as the examples have it, to a thousandth of an inch."""
    return pytest.approx(length * INCH, abs=0.001 * INCH / 2)


@cases("gutter")
def test_the_inner_margin_follows_the_pages(printer, row):
    for pages, inner in row["inner"]:
        assert printers.gutter(printer, pages) == inches(inner)


@cases("outside")
def test_the_other_margins_are_the_printers(printer, row):
    assert printers.outside(printer) == inches(row["plain"])
    assert printers.outside(printer, bleed=True) == inches(row["bleed"])


@cases("sheet")
def test_pages_with_art_that_bleeds_are_larger(printer, row):
    page = points(row["trim"])
    assert printers.sheet_size(printer, page) == page
    assert printers.sheet_size(printer, page, bleed=True) == points(row["bleed"])


@cases("spine")
def test_a_spine_is_as_wide_as_the_printer_says(printer, row):
    paper = printers.paper(printer, row["paper"])
    assert printers.spine(printer, paper, row["pages"]) == inches(row["width"])


@cases("casewrap")
def test_a_casewraps_spine_has_steps(printer, row):
    for pages, width in row["spines"]:
        assert printers.casewrap_spine(printer, pages) == inches(width)


@cases("spine_safety")
def test_words_stay_off_the_spines_folds(printer, row):
    for width, free in row["free"]:
        assert printers.spine_safety(printer.cover, width * INCH) == inches(free)


@cases("pages")
def test_each_paper_has_its_least_and_most_pages(printer, row):
    page = points(row["trim"])
    for name, (least, most) in row["papers"].items():
        paper = printers.paper(printer, name)
        assert printers.limits(printer, paper, page) == (least, most)
        assert printers.fits(printer, paper, page, least)
        assert printers.fits(printer, paper, page, most)
        assert not printers.fits(printer, paper, page, least - 1)
        assert not printers.fits(printer, paper, page, most + 1)


@cases("trim")
def test_a_page_is_one_of_the_printers_trims_or_has_a_nearest_one(printer, row):
    page = points(row["page"])
    if "is" in row:
        assert printers.trim(printer, *page) == pytest.approx(points(row["is"]))
    else:
        assert printers.trim(printer, *page) is None
        assert printers.nearest(printer, *page) == pytest.approx(points(row["nearest"]))


def test_what_the_printer_puts_on_the_back_cover_has_its_place():
    kdp, lulu = printers.printer("kdp"), printers.printer("lulu")
    assert kdp.cover.barcode == pytest.approx((2 * INCH, 1.2 * INCH, 0.25 * INCH, 0.25 * INCH))
    assert lulu.cover.barcode is None


@pytest.mark.parametrize(("printer", "pages"), [("kdp", 80), ("lulu", 81), ("ingram", 48)])
def test_words_on_the_spine_need_a_thick_book(printer, pages):
    assert printers.printer(printer).cover.spine_text == pages


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: printers.printer("lulo"), "Did you mean lulu?"),
        (lambda: printers.paper(printers.printer("kdp"), "crean"), "Did you mean cream?"),
        (lambda: printers.paper(printers.printer("kdp"), "vellum"), "Take one of white, cream"),
        (lambda: printers.casewrap_spine(printers.printer("kdp"), 200), "lulu"),
        (lambda: printers.casewrap_spine(printers.printer("lulu"), 900), "800 at the most"),
        (
            lambda: printers.spine(
                printers.printer("ingram"), printers.paper(printers.printer("ingram"), "creme50"), 200
            ),
            "spine in [wrap]",
        ),
    ],
)
def test_a_wish_that_no_printer_fulfils_is_one_sentence_with_the_way_out(ask, said):
    with pytest.raises(SettingsError) as error:
        ask()
    assert said in str(error.value)


def test_without_a_name_it_is_the_printers_usual_paper():
    assert [printers.paper(printers.printer(name)).name for name in printers.names()] == [
        "plain", "white", "white", "white50",
    ]  # fmt: skip


@pytest.mark.parametrize("name", printers.names())
def test_every_printer_of_the_table_is_whole(name):
    house = printers.printer(name)
    assert house.label
    assert house.papers
    pages = [most for most, _ in house.gutters]
    assert pages == sorted(pages)
    assert pages[-1] >= max(paper.limits.most for paper in house.papers)


def test_every_printer_of_the_table_can_be_asked_for():
    read = config.bound.KEYS["print"]["printer"].read
    assert [read(name) for name in printers.names()] == list(printers.names())
    assert read("nobody") is None


@pytest.mark.parametrize("name", printers.names())
def test_the_page_about_printers_says_their_numbers(name):
    house = printers.printer(name)
    lines = (ROOT / "docs/printers.md").read_text("utf-8").splitlines()
    (row,) = [line for line in lines if line.startswith(f"| `{name}` |")]
    _, _, papers, gutters, others, _ = row.split("|")
    said = [float(number) for number in re.findall(r"\d+\.\d+", gutters)]
    assert said == [pytest.approx(inner / INCH) for _, inner in house.gutters]
    assert [int(most) for most in re.findall(r"to (\d+):", gutters)] == [
        most for most, _ in house.gutters if most < inf
    ]
    assert float(others) == pytest.approx(house.outside / INCH)
    for paper in house.papers:
        assert f"`{paper.name}`" in papers
        assert paper.limits.most == inf or f"{paper.limits.least}–{paper.limits.most}" in papers
