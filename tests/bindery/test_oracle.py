"""pdfimpose lays the same pages at the same places: another program, made by other people."""

import pytest

from fic2book import folding
from fic2book.bindery import imposing
from fic2book.model import BookletSettings, SheetPlan
from tests.bindery.sheets import interior, printed
from tests.tools import run, tool

pytestmark = pytest.mark.slow
PAGE = (300.0, 400.0)
SHEETS = {"folio": ("600x400pt", "2x1"), "quarto": ("600x800pt", "2x2"), "octavo": ("1200x800pt", "4x2")}
"""Paper without any margin, as pdfimpose makes it, and what it calls the fold."""


def ours(pages: int, **wishes: object) -> tuple[SheetPlan, list[folding.Side]]:
    paper, _ = SHEETS[str(wishes["fold"])]
    settings = BookletSettings(paper=paper, flyleaves=0, marks=(), **wishes)
    plan = folding.plan(settings, pages, PAGE)
    (made,) = imposing.impose(interior(pages, PAGE), plan).values()
    return plan, printed(made, plan)


def theirs(place, pages: int, plan: SheetPlan, group: int) -> list[folding.Side]:
    source, out = place / "source.pdf", place / "imposed.pdf"
    source.write_bytes(interior(pages, PAGE))
    _, signature = SHEETS[plan.fold]
    done = run(tool("pdfimpose"), "hardcover", "-s", signature, "-g", str(group), "-o", out, source)
    assert done.returncode == 0, done.stderr
    return printed(out.read_bytes(), plan)


@pytest.mark.parametrize("pages", [16, 32, 109, 400])
@pytest.mark.parametrize(
    ("fold", "folded", "group"),
    [
        ("folio", "each", 4),
        ("folio", "together", 2),
        ("quarto", "together", 2),
        ("quarto", "each", 1),
        ("octavo", "each", 1),
    ],
)
def test_every_page_lies_where_pdfimpose_lays_it(tmp_path, pages, fold, folded, group):
    plan, sides = ours(pages, fold=fold, folded=folded, sheets=group)
    assert len(set(plan.signatures)) == 1, "pdfimpose fills signatures of one size"
    assert sides == theirs(tmp_path, pages, plan, group)
