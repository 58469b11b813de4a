"""The `calc` command: what it says is what a build then makes."""

import json

import pikepdf
import pytest
from click.testing import CliRunner

from fic2book.calculating.counting import MISS
from fic2book.cli import program
from fic2book.errors import SettingsError
from tests.tools import ROOT

PARAGRAPH = "{} {} came up the river on a Tuesday, and nobody in the {} office had a form for it.\n\n"
STORIES = {"The Tin Whale": "toll", "The Second Moon": "tide", "No Ferry at All": "lamp"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("stories") / "whales"
    place.mkdir()
    for title, office in STORIES.items():
        text = "".join(PARAGRAPH.format(title, number, office) for number in range(40))
        (place / f"{title}.md").write_text(f"# {title}\n\nby Ann Ferry\n\n{text}", encoding="utf-8")
    (place / "anthology.toml").write_text(
        'format = 1\ntitle = "Whales & Weather"\n\n[booklet]\npaper = "a4"\nsheets = 3\n', encoding="utf-8"
    )
    return place


def run(*words):
    return CliRunner().invoke(program, list(map(str, words)))


def inside(pdf) -> int:
    """Count the pages behind the cover's, by their labels."""
    with pikepdf.open(pdf) as book:
        return len(book.pages) - int(book.Root.PageLabels.Nums[2])


def test_a_typeset_page_has_the_pages_of_the_book_that_is_built(folder, tmp_path):
    done = run("calc", folder, "--page", "a6", "--page", "a5", "--printer", "kdp", "--json", "-q")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    exact = {tuple(row["page"]): row["pages"] for row in told["folded"] if row["is_exact"]}
    assert exact.keys() == {(148, 210), (105, 148)}
    for page, size in (("a5", (148, 210)), ("a6", (105, 148))):
        assert run("build", folder, "-t", "pdf", "--page", page, "-o", tmp_path / page, "-q").exit_code == 0
        assert exact[size] == inside(next((tmp_path / page).glob("*.pdf")))
    assert {row["printer"] for row in told["printed"]} == {"KDP"}
    assert not (folder / "book").exists()


def test_it_says_the_table_in_words_and_where_it_guesses(folder):
    done = run("calc", folder, "--paper", "a4", "--paper-weight", "90", "-q")
    assert done.exit_code == 0, done.output
    assert "“Whales & Weather”: 3 stories" in done.stdout
    assert "paper of 90 g/m², at most 3 sheets a signature, 1 blank leaf at each end" in done.stdout
    assert f"may miss by {MISS} %" in done.stdout
    folio, quarto = [line for line in done.stdout.splitlines() if line.startswith("  A4")]
    assert "about" not in folio
    assert "about" in quarto


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--paper", "a44"), "there is no paper “a44”"),
        (("--printer", "kpd"), "there is no printer “kpd”"),
        (("--page", "b7"), "there is no page “b7”"),
        (("--paper-weight", "heavy"), "--paper-weight cannot be 'heavy'"),
    ],
)
def test_a_wrong_wish_is_one_sentence(folder, words, said):
    done = run("calc", folder, *words, "-q")
    assert isinstance(done.exception, SettingsError)
    assert said in str(done.exception)


@pytest.mark.slow
def test_what_is_reckoned_misses_by_no_more_than_it_says():
    typeset = run("calc", ROOT / "manuscripts", "--page", "a5", "--page", "a6", "--json", "-q")
    reckoned = run("calc", ROOT / "manuscripts", "--page", "5.5x8.5", "--json", "-q")
    exact, about = (
        {tuple(row["page"]): row["pages"] for row in json.loads(done.stdout)["folded"] if row["is_exact"] is is_exact}
        for done, is_exact in ((typeset, True), (reckoned, False))
    )
    assert exact.keys() == {(148, 210), (105, 148)}
    assert all(abs(about[page] - right) <= right * MISS / 100 for page, right in exact.items())
