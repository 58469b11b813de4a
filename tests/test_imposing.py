"""The command `impose`: any PDF becomes sheets and their plan, proved; what cannot be is one sentence."""

import io

import pikepdf
import pytest
from click.testing import CliRunner
from pikepdf import Array, Dictionary, Name, Pdf, String

from fic2book import imposing, raster
from fic2book.checks import booklet
from fic2book.cli import program
from fic2book.errors import Fic2bookError
from tests.bindery.sheets import A5, A6, add_page, interior, written

A4 = (595.28, 841.89)


@pytest.fixture
def pdf(tmp_path):
    place = tmp_path / "Tide Tables.pdf"
    place.write_bytes(interior(37, A5))
    return place


def imposed(pdf, *, scale=True, output=None, **options):
    return imposing.run(pdf, output, options, scale=scale)


def test_sheets_and_their_plan_lie_beside_the_pdf(pdf):
    made = imposed(pdf)
    stem = "Tide Tables-booklet-a4-short-edge"
    assert [place.name for place in made.places] == [f"{stem}.pdf", f"{stem}-plan.pdf", f"{stem}-plan.txt"]
    assert made.clean
    assert made.sentences == (
        "11 sheets of A4 in 3 signatures. Print on both sides, flip on the short edge, at actual size (100 %).",
    )
    assert raster.page_count(made.places[0].read_bytes()) == 22
    assert "Tide Tables" in made.places[2].read_text("utf-8")
    assert not list(booklet.alone({"sheets": made.places[0].read_bytes()}))


def test_files_are_named_as_somebody_wishes(pdf, tmp_path):
    made = imposed(pdf, output=tmp_path / "out" / "sheets.pdf", two_files=True, test_signature=True)
    names = {place.name for place in made.places}
    assert names == {
        "sheets-fronts.pdf", "sheets-backs.pdf", "sheets-test-signature-fronts.pdf", "sheets-test-signature-backs.pdf",
        "sheets-plan.pdf", "sheets-plan.txt",
    }  # fmt: skip


def test_pages_larger_than_the_folded_sheet_are_made_smaller_and_said_so(tmp_path):
    place = tmp_path / "manual.pdf"
    place.write_bytes(interior(8, A4))
    made = imposed(place)
    assert made.clean
    assert (
        made.sentences[0] == "Pages of 210 × 297 mm (8.27 × 11.7 in) are made smaller, to 71%, for A4 folded in folio."
    )
    with pytest.raises(Fic2bookError, match=r"do not fit half a sheet of A4.*Take A3 paper.*or ask for --scale"):
        imposed(place, scale=False)


def test_very_small_pages_are_warned_of(tmp_path):
    place = tmp_path / "manual.pdf"
    place.write_bytes(interior(8, A4))
    assert "Words may be hard to read: take larger paper." in imposed(place, fold="quarto").sentences[0]


def test_pages_of_another_size_stand_in_the_middle_with_a_word(tmp_path):
    pdf = Pdf.new()
    for number in range(1, 9):
        add_page(pdf, number, (0, 0, *(A6 if number == 3 else A4 if number in (5, 6) else A5)))
    place = tmp_path / "mixed.pdf"
    place.write_bytes(written(pdf))
    made = imposed(place)
    assert made.clean
    assert made.sentences[:2] == (
        "2 pages (5, 6) are larger than most, and made smaller to stand on the others' page.",
        "Page 3 is smaller than most, and in the middle of the others' page.",
    )
    with pytest.raises(
        Fic2bookError, match=r"mixed\.pdf: page 5 is 210 × 297 mm.* large, and most pages are 148 × 210"
    ):
        imposed(place, scale=False)


def test_one_page_is_one_sheet(tmp_path):
    place = tmp_path / "leaf.pdf"
    place.write_bytes(interior(1, A5))
    made = imposed(place, flyleaves="0")
    assert made.clean
    assert made.sentences[0].startswith("1 sheet of A4 in one signature.")


def test_a_thick_fold_and_a_thick_book_are_spoken_of(tmp_path):
    place = tmp_path / "saga.pdf"
    place.write_bytes(interior(160, A6))
    thick = imposed(place, paper="a5", paper_thickness="1")
    assert thick.sentences[:2] == (
        "4 pairs of leaves in one fold gape, and the inner ones stand out: take --sheets with a smaller number.",
        "All leaves together are 82 mm thick: bind them as several volumes, or take thinner paper.",
    )
    saddle = imposed(place, paper="a5", binding="saddle")
    assert saddle.sentences[0] == (
        "41 pairs of leaves in one fold gape, and the inner ones stand out: take --binding sewn."
    )
    assert thick.clean
    assert saddle.clean


def test_more_leaves_than_can_be_folded_are_refused(tmp_path):
    place = tmp_path / "saga.pdf"
    place.write_bytes(interior(300, A6))
    with pytest.raises(
        Fic2bookError, match=r"76 pairs of leaves cannot be folded into one another\. Take --binding sewn"
    ):
        imposed(place, binding="saddle")


def test_the_cover_of_our_own_pdf_is_left_out(tmp_path):
    pdf = Pdf.open(io.BytesIO(interior(10, A5)))
    nums = [0, Dictionary(S=Name.D, P=String("C")), 2, Dictionary(S=Name.D)]
    pdf.Root.PageLabels = Dictionary(Nums=Array(nums))
    place = tmp_path / "book.pdf"
    place.write_bytes(written(pdf))
    made = imposed(place)
    assert made.sentences[0].startswith("The cover's 2 pages are left out")
    assert '"pages":8' in raster.pdf_entry(made.places[0].read_bytes(), "Fic2bookSheets")


def bad(kind):
    if kind == "words":
        return b"Once upon a tide"
    if kind == "cut off":
        return interior(20)[:900]
    pdf = Pdf.open(io.BytesIO(interior(4)))
    if kind == "locked":
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="keeper", user="lamp"))
        return out.getvalue()
    if kind == "no pages":
        del pdf.pages[:]
    else:
        pdf.pages[2].obj.MediaBox = Array([0, 0, 0, 0])
    return written(pdf)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("words", "tide.pdf: this is no PDF file. Print or save the text as a PDF first."),
        ("cut off", "tide.pdf: the PDF is cut off or damaged."),
        (
            "locked",
            "tide.pdf: the PDF is locked with a password. Open it with its password and save a copy without one.",
        ),
        ("no pages", "tide.pdf: the PDF has no page."),
        ("no size", "tide.pdf: page 3 is 0 × 0 points large. Take that page out"),
    ],
)
def test_a_pdf_that_cannot_be_used_is_one_sentence(tmp_path, kind, said):
    place = tmp_path / "tide.pdf"
    place.write_bytes(bad(kind))
    with pytest.raises(Fic2bookError) as raised:
        imposed(place)
    assert str(raised.value).startswith(said)
    assert [one.name for one in tmp_path.iterdir()] == ["tide.pdf"]


def test_sheets_are_not_imposed_once_more(pdf):
    sheets = imposed(pdf).places[0]
    with pytest.raises(Fic2bookError, match="imposed already"):
        imposed(sheets)


@pytest.mark.parametrize("name", ["sheets.txt", "Tide Tables.pdf"])
def test_the_source_is_never_written_over(pdf, name):
    before = pdf.read_bytes()
    with pytest.raises(Fic2bookError):
        imposed(pdf, output=pdf.with_name(name))
    assert pdf.read_bytes() == before


def test_the_same_pdf_gives_the_same_files(pdf):
    first = [place.read_bytes() for place in imposed(pdf).places]
    assert [place.read_bytes() for place in imposed(pdf).places] == first


def test_the_command_prints_places_to_stdout_and_words_to_stderr(pdf):
    done = CliRunner().invoke(program, ["impose", str(pdf), "--paper", "letter"], standalone_mode=False)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert [line.rpartition("-booklet-")[2] for line in lines] == [
        "letter-short-edge.pdf", "letter-short-edge-plan.pdf", "letter-short-edge-plan.txt",
    ]  # fmt: skip
    assert done.stderr.splitlines()[0].startswith("Pages of 148 × 210 mm")


def test_an_unknown_paper_is_one_sentence_on_the_command_line(pdf):
    done = CliRunner().invoke(program, ["impose", str(pdf), "--paper", "leter"], standalone_mode=False)
    assert isinstance(done.exception, Fic2bookError)
    assert str(done.exception) == (
        "there is no paper “leter”. Take one of a3, a4, a5, a6, a7, b4, b5, jis-b4, jis-b5, letter, legal, tabloid, "
        "half-letter, or measures such as 210x297mm. Did you mean letter?"
    )
