"""A booklet from a book: its page follows the paper, its sheets are proved from manuscripts to folds."""

import io
from dataclasses import replace

import pikepdf
import pytest

from fic2book import binding, raster, themes
from fic2book.binding import booklet
from fic2book.dressing import dressed
from fic2book.errors import SettingsError
from fic2book.model import BookletSettings, Settings
from tests.binding.orders import order, small

STEM = "-booklet-a4-short-edge"


def codes(proof, files):
    return {problem.code for problem in proof(files)}


@pytest.fixture(scope="module")
def made():
    asked = order(booklet=BookletSettings(sheets=2, test=True))
    return asked, booklet.make(asked)


def test_the_sheets_the_plan_and_the_first_signature_are_made(made):
    _, bound = made
    assert sorted(bound.files) == [f"{STEM}-plan.pdf", f"{STEM}-plan.txt", f"{STEM}-test-signature.pdf", f"{STEM}.pdf"]
    assert raster.page_count(bound.files[f"{STEM}-plan.pdf"]) == 1
    assert "Sheets" in bound.files[f"{STEM}-plan.txt"].decode()
    assert raster.page_count(bound.files[f"{STEM}-test-signature.pdf"]) == 4


def test_the_page_is_half_of_the_paper_and_the_cover_is_on_no_sheet(made):
    asked, bound = made
    with pikepdf.open(io.BytesIO(bound.files[f"{STEM}.pdf"])) as sheets:
        widths = {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox) for page in sheets.pages}
    assert widths == {(0, 0, 297, 210)}
    typeset = booklet.folded(asked, asked.volumes[0])
    assert raster.page_count(typeset.typeset) - raster.page_count(typeset.interior) == 2
    assert typeset.plan.pages == raster.page_count(typeset.interior)


def test_what_is_made_is_proved_and_nothing_is_wrong_with_it(made):
    _, bound = made
    assert [problem for proof in bound.proofs for problem in proof(bound.files)] == []


def test_a_side_that_was_printed_twice_is_found_when_the_files_are_opened_again(made):
    _, bound = made
    spoilt = dict(bound.files)
    with pikepdf.open(io.BytesIO(spoilt[f"{STEM}.pdf"])) as sheets:
        sheets.pages[3].obj.Contents, sheets.pages[3].obj.Resources = (
            sheets.pages[2].obj.Contents,
            sheets.pages[2].obj.Resources,
        )
        out = io.BytesIO()
        sheets.save(out)
    spoilt[f"{STEM}.pdf"] = out.getvalue()
    assert codes(bound.proofs[0], spoilt) >= {"booklet-page-lost", "booklet-page-doubled"}


def test_a_paragraph_that_never_came_to_the_page_is_found_in_a_booklet_too(made):
    asked, bound = made
    typeset = booklet.folded(asked, asked.volumes[0])
    first, *others = small().stories
    longer = small()
    longer = replace(longer, stories=(replace(first, body=f"{first.body}<p>And then it rained.</p>"), *others))
    wanted = replace(typeset, volume=binding.Volume(anthology=longer))
    assert codes(booklet.proof(wanted, (f"{STEM}.pdf",)), bound.files) >= {"text-lost"}


def test_a_page_that_was_typeset_for_reading_is_not_typeset_again():
    asked = order(booklet=BookletSettings())
    design = booklet.page(asked.dress.settings, asked.dress.theme)
    book = dressed(asked.volumes[0].anthology, asked.dress, design, is_printed=True)
    first = asked.typesetting.pdf(book)
    assert booklet.folded(asked, asked.volumes[0]).typeset is first.files[".pdf"]


def test_the_leaves_of_the_booklet_are_what_a_wrap_goes_round(made):
    asked, bound = made
    block = bound.blocks[""]
    plan = booklet.folded(asked, asked.volumes[0]).plan
    assert (block.pages, block.thickness) == (2 * plan.leaves, plan.spine)
    assert round(block.width / 72 * 25.4) == 148


@pytest.mark.parametrize(
    ("page", "wishes", "said"),
    [
        ("5.5x8.5", BookletSettings(paper="a4"), "do not fit half a sheet"),
        ("", BookletSettings(paper="a4", fold="octavo"), "too small"),
        ("", BookletSettings(paper="foolscap"), "there is no paper"),
    ],
    ids=["half-letter on A4", "octavo of A4", "unknown paper"],
)
def test_a_wish_that_cannot_be_is_one_sentence_before_a_folder_is_read(tmp_path, page, wishes, said):
    settings = Settings(folder=tmp_path, output=tmp_path, page=page, booklet=wishes, to=("booklet",))
    with pytest.raises(SettingsError, match=said) as error:
        binding.prove(settings, themes.load("classic"))
    assert error.value.way_out


def test_the_plan_of_a_volume_says_which_it_is():
    bound = booklet.make(order(small(volume="Volume I"), small(volume="Volume II"), booklet=BookletSettings()))
    plans = {name: data.decode() for name, data in bound.files.items() if name.endswith(".txt")}
    assert [text.splitlines()[0] for _, text in sorted(plans.items())] == [
        "Sheet plan: The Lemon Tide, Volume I",
        "Sheet plan: The Lemon Tide, Volume II",
    ]
    assert sorted(plans) == [f"-volume-{number}{STEM}-plan.txt" for number in (1, 2)]
