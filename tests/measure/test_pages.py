"""Our own manuscripts, printed as people print them: one theme on two pages, and no limit is broken."""

import shutil
from collections.abc import Iterator

import pytest

from tests.tools import ROOT
from tools.measure import matrix, tables
from tools.measure.matrix import Cell

SOME = (
    "The Boat Comes Thursdays.txt",
    "long night round.md",
    "A_Single_to_the_Top.html",
    "contour interval (copied page).txt",
)


@pytest.fixture(scope="module", params=["5.5x8.5", "a6"])
def cell(request, tmp_path_factory) -> Iterator[Cell]:
    folder = tmp_path_factory.mktemp("manuscripts")
    for name in SOME:
        shutil.copy(ROOT / "manuscripts" / name, folder)
    found = matrix.cell_of(str(folder), "classic", request.param)
    assert found is not None
    return found


def test_the_pages_of_our_manuscripts_break_no_limit(cell):
    assert cell.beyond == {}
    assert cell.found.figures.values["lines"] > 300


def test_a_table_has_a_row_for_each_book_and_no_evenness_for_ragged_lines(cell):
    row = tables.table([("classic", cell.page, cell.found)]).splitlines()
    assert len(row) == 3
    assert row[2].startswith(f"| classic | {cell.page} | ")
    assert len({line.count("|") for line in row}) == 1


def test_a_folder_without_a_story_makes_no_cell_and_says_so(tmp_path, capfd):
    assert matrix.cell_of(str(tmp_path), "classic", "a5") is None
    assert "classic on a5: no PDF was made" in capfd.readouterr().err
