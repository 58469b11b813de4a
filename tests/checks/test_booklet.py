"""Imposed sheets are unfolded again; each way to spoil a booklet is seen, by the code that stands for it."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from fic2book import folding
from fic2book.bindery import imposing
from fic2book.checks import booklet, prove, prove_alone
from fic2book.model import BookletSettings
from tests.bindery.sheets import A5, A6, add_page, interior, written
from tests.checks import library

PAGES = 37
SOURCE = interior(PAGES)
NAME = "told-booklet.pdf"
WAYS = [
    {}, {"flip": "long"}, {"fold": "quarto"}, {"fold": "quarto", "folded": "together", "flip": "short"},
    {"fold": "octavo"}, {"creep": "always", "paper_thickness": 2.8}, {"binding": "saddle"}, {"binding": "perfect"},
]  # fmt: skip


def made(source=SOURCE, size=A6, *, from_right=False, **wishes):
    pages = len(imposing.interior_of(source).sizes)
    plan = folding.plan(BookletSettings(**{"paper": "a3", **wishes}), pages, size, from_right=from_right)
    files = imposing.impose(source, plan, booklet.prints(source))
    return {NAME.replace(".pdf", suffix): data for suffix, data in files.items()}


def codes(files, source=SOURCE):
    """Return the codes of what is wrong; the file's own word for it has to be the same, but for where pages stand."""
    with_source = {problem.code for problem in booklet.problems(files, source)}
    by_itself = {problem.code for problem in booklet.alone(files)}
    assert by_itself == with_source - {"booklet-page-shifted", "booklet-page-edge", "booklet-page-changed"}
    return with_source


def spoiled(spoil, **wishes):
    """Return the only file of a booklet after somebody has opened and changed it."""
    (data,) = made(**wishes).values()
    with Pdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        return {NAME: written(pdf)}


def drawn(pdf, number, page):
    """Return where on a side an interior's page is drawn: the resources and the line of the content."""
    side = pdf.pages[number].obj
    lines = side.Contents.read_bytes().decode().split("\n")
    (at,) = (at for at, line in enumerate(lines) if line.endswith(f"/P{page} Do Q"))
    return side, lines, at


def side_of(pdf, page):
    return next(number for number, side in enumerate(pdf.pages) if f"/P{page}" in side.obj.Resources.XObject)


def replace_line(pdf, page, change):
    side, lines, at = drawn(pdf, side_of(pdf, page), page)
    lines[at] = change(lines[at])
    side.Contents = Stream(pdf, "\n".join(lines).encode())


@pytest.mark.parametrize("wishes", WAYS, ids=str)
@pytest.mark.parametrize("from_right", [False, True])
def test_an_imposed_booklet_is_whole(wishes, from_right):
    files = made(from_right=from_right, **wishes)
    assert not list(booklet.problems(files, SOURCE))
    assert not list(booklet.alone(files))


@pytest.mark.parametrize("wishes", WAYS[:5], ids=str)
def test_swapped_pages_are_seen(wishes):
    def spoil(pdf):
        one, other = (pdf.pages[side_of(pdf, page)].obj.Resources.XObject for page in (5, 9))
        one["/P5"], other["/P9"] = other["/P9"], one["/P5"]

    assert codes(spoiled(spoil, **wishes)) == {"booklet-page-moved"}


def test_a_swap_names_the_pages():
    def spoil(pdf):
        one, other = (pdf.pages[side_of(pdf, page)].obj.Resources.XObject for page in (5, 9))
        one["/P5"], other["/P9"] = other["/P9"], one["/P5"]

    (problem,) = booklet.problems(spoiled(spoil), SOURCE)
    assert problem.message == "pages 5 and 9 come at another place when the sheets are folded."


@pytest.mark.parametrize("wishes", WAYS[:5], ids=str)
def test_a_lost_page_is_seen(wishes):
    assert codes(spoiled(lambda pdf: replace_line(pdf, 12, lambda _: ""), **wishes)) == {"booklet-page-lost"}


def test_a_doubled_page_is_seen_and_the_one_that_it_hides():
    def spoil(pdf):
        one, other = (pdf.pages[side_of(pdf, page)].obj.Resources.XObject for page in (5, 9))
        other["/P9"] = one["/P5"]

    assert codes(spoiled(spoil)) == {"booklet-page-doubled", "booklet-page-lost"}


@pytest.mark.parametrize("wishes", WAYS[:5], ids=str)
def test_a_page_on_its_head_is_seen(wishes):
    def turned(line):
        *before, a, b, c, d, e, f, cm, name, do, restore = line.split(" ")
        left, bottom = (float(at) + float(a) * side for at, side in ((e, A6[0]), (f, A6[1])))
        turned = (-float(a), b, c, -float(d), left, bottom)
        return " ".join((*before, *map(str, turned), cm, name, do, restore))

    assert codes(spoiled(lambda pdf: replace_line(pdf, 12, turned), **wishes)) == {"booklet-page-turned"}


def test_a_page_that_lies_two_millimetres_off_is_seen():
    def moved(line):
        *before, e, f, cm, name, do, restore = line.split(" ")
        return " ".join((*before, str(float(e) + 5.7), f, cm, name, do, restore))

    assert codes(spoiled(lambda pdf: replace_line(pdf, 12, moved))) == {"booklet-page-shifted"}


def test_creep_in_the_wrong_direction_is_seen():
    plan = folding.plan(BookletSettings(paper="a3", creep="always", paper_thickness=2.8), PAGES, A6)
    files = {f"told{suffix}": data for suffix, data in imposing.impose(SOURCE, plan, booklet.prints(SOURCE)).items()}
    ((name, data),) = files.items()
    assert not list(booklet.problems(files, SOURCE))
    with Pdf.open(io.BytesIO(data)) as pdf:
        key = Name(f"/{imposing.KEY}")
        pdf.docinfo[key] = str(pdf.docinfo[key]).replace('"creep":2.8', '"creep":-2.8')
        assert {problem.code for problem in booklet.problems({name: written(pdf)}, SOURCE)} == {"booklet-page-shifted"}


def test_backs_that_are_turned_for_the_other_flip_are_seen():
    def spoil(pdf):
        key = Name(f"/{imposing.KEY}")
        pdf.docinfo[key] = str(pdf.docinfo[key]).replace('"flip":"short"', '"flip":"long"')

    assert codes(spoiled(spoil)) == {"booklet-page-moved"}


def test_foreign_words_on_a_flyleaf_are_seen():
    def spoil(pdf):
        extra = Pdf.open(io.BytesIO(interior(99)))
        form = pdf.copy_foreign(extra.pages[98].as_form_xobject())
        pdf.pages[0].obj.Resources.XObject["/Q"] = form
        said = pdf.pages[0].obj.Contents.read_bytes() + b" q 1 0 0 1 600 100 cm /Q Do Q"
        pdf.pages[0].obj.Contents = Stream(pdf, said)

    found = list(booklet.problems(spoiled(spoil), SOURCE))
    assert [problem.code for problem in found] == ["booklet-page-foreign"]
    assert "on 1 blank page" in found[0].message


def test_a_missing_side_is_seen():
    def spoil(pdf):
        del pdf.pages[4]

    (problem,) = booklet.problems(spoiled(spoil), SOURCE)
    assert problem.code == "booklet-sides"
    assert "22 sides of sheets are wanted" in problem.message
    assert "there are 21" in problem.message


def test_a_sheet_of_another_size_is_seen():
    def spoil(pdf):
        pdf.pages[3].obj.MediaBox = Array([0, 0, 800, 800])

    (problem,) = booklet.problems(spoiled(spoil), SOURCE)
    assert (problem.code, problem.place) == ("booklet-sides", NAME)
    assert "page 4 of the file is of another size" in problem.message


def test_sheets_of_another_interior_are_seen():
    (problem,) = booklet.problems(made(), interior(36))
    assert problem.code == "booklet-sides"
    assert problem.message == "the interior has 36 pages, and the sheets were made for 37."


@pytest.mark.parametrize("reverse", [False, True])
def test_fronts_and_backs_are_proved_together_and_one_alone_is_half_a_booklet(reverse):
    files = made(two_files=True, reverse_backs=reverse)
    assert not codes(files)
    for name, data in files.items():
        assert codes({name: data}) == {"booklet-sides"}


def test_backs_in_the_wrong_order_are_seen():
    files = made(two_files=True)
    (backs,) = (name for name in files if name.endswith("-backs.pdf"))
    with Pdf.open(io.BytesIO(files[backs])) as pdf:
        pdf.pages.reverse()
        spoiled_files = {**files, backs: written(pdf)}
    assert "booklet-page-moved" in codes(spoiled_files)


def test_each_signature_is_proved_by_itself():
    plan = folding.plan(BookletSettings(paper="a3"), PAGES, A6)
    files = imposing.impose(SOURCE, plan, booklet.prints(SOURCE), signatures=True, test=True)
    assert len(files) == 5
    assert not codes(files)
    lost = {**files}
    (second,) = (name for name in files if "signature-02" in name)
    with Pdf.open(io.BytesIO(files[second])) as pdf:
        pdf.pages[0], pdf.pages[2] = pdf.pages[2], pdf.pages[0]
        lost[second] = written(pdf)
    assert codes(lost) == {"booklet-page-moved"}


def test_words_near_the_edge_of_the_sheet_are_told_as_a_warning():
    pdf = Pdf.new()
    for number in (1, 2, 3):
        add_page(pdf, number, (0, 0, *A5))
    page = add_page(pdf, 4, (0, 0, *A5))
    page.obj.Contents = Stream(pdf, page.obj.Contents.read_bytes() + b" BT /F 8 Tf 200 6 Td (low) Tj ET")
    source = written(pdf)
    (problem,) = booklet.problems(made(source, A5, paper="a4", flyleaves=0), source)
    assert (problem.code, str(problem.severity)) == ("booklet-page-edge", "warning")
    assert problem.message.startswith("page 4 has words within 5 mm of the sheet's edge")


def pictures(*greys):
    """Return pages without a word, the upper half of each of one grey."""
    pdf = Pdf.new()
    for grey in greys:
        pdf.add_blank_page(page_size=A6)
        content = f"{grey} g 0 {A6[1] / 2} {A6[0]} {A6[1] / 2} re f".encode()
        pdf.pages[-1].obj.Contents = Stream(pdf, content)
        pdf.pages[-1].obj.Resources = Dictionary()
    return written(pdf)


@pytest.mark.parametrize("fold", ["folio", "quarto"])
def test_pages_without_words_are_compared_by_their_looks(fold):
    source = pictures(0, 0.3, 0.6, 0.9)
    files = made(source, fold=fold, flyleaves=0)
    assert not list(booklet.problems(files, source))
    ((name, data),) = files.items()
    with Pdf.open(io.BytesIO(data)) as pdf:
        one, other = (pdf.pages[side_of(pdf, page)].obj.Resources.XObject for page in (1, 3))
        one["/P1"], other["/P3"] = other["/P3"], one["/P1"]
        (problem,) = booklet.problems({name: written(pdf)}, source)
    assert problem.code == "booklet-page-changed"
    assert problem.message == "pages 1 and 3 look otherwise than in the interior."


def test_odd_pages_are_proved_as_they_are_seen():
    from tests.bindery.test_imposing import odd_pages

    source = odd_pages()
    assert not codes(made(source, flyleaves=0, creep="always"), source)


def slugged():
    """Return pages with bleed and a printer's remarks outside the trim, as a layout program saves them."""
    pdf = Pdf.new()
    for number in range(1, 9):
        page = add_page(pdf, number, (40, 40, A6[0] + 40, A6[1] + 40))
        page.obj.TrimBox = Array(page.obj.MediaBox)
        page.obj.MediaBox = Array([0, 0, A6[0] + 80, A6[1] + 80])
        slug = b" BT /F 6 Tf 5 12 Td (harbour.indd set) Tj ET BT /F 6 Tf 345 300 Td (cyan) Tj ET"
        page.obj.Contents = Stream(pdf, page.obj.Contents.read_bytes() + slug)
    return written(pdf)


def test_words_outside_the_trim_are_cut_off_and_do_not_disturb():
    source = slugged()
    files = made(source, flyleaves=0)
    assert not list(booklet.problems(files, source))
    (problem,) = booklet.alone(files)
    assert (problem.code, str(problem.severity)) == ("booklet-alone", "info")


def test_pages_with_words_outside_the_trim_are_still_told_apart():
    source = slugged()
    ((name, data),) = made(source, flyleaves=0).items()
    with Pdf.open(io.BytesIO(data)) as pdf:
        one, other = (pdf.pages[side_of(pdf, page)].obj.Resources.XObject for page in (2, 6))
        one["/P2"], other["/P6"] = other["/P6"], one["/P2"]
        swapped = {name: written(pdf)}
    assert "booklet-page-moved" in {problem.code for problem in booklet.problems(swapped, source)}


def test_words_at_the_very_edge_of_a_page_do_not_disturb_their_neighbour():
    pdf = Pdf.new()
    for number in range(1, 9):
        page = add_page(pdf, number, (0, 0, *A6))
        edge = b" BT /F 6 Tf 0.5 200 Td (at the edge) Tj ET"
        page.obj.Contents = Stream(pdf, page.obj.Contents.read_bytes() + edge)
    source = written(pdf)
    assert not list(booklet.problems(made(source, flyleaves=0, creep="always", paper_thickness=2.0), source))


def spoken():
    """Return pages as browsers save them: ligatures are drawn as pictures of letters, with the letters beside them."""
    pdf = Pdf.new()
    for number in range(1, 9):
        page = add_page(pdf, number, (0, 0, *A6))
        told = f"BT /F 8 Tf 30 60 Td (a chest of pro) Tj /Span <</ActualText (fi{number})>> BDC (x) Tj EMC (ts) Tj ET "
        page.obj.Contents = Stream(pdf, page.obj.Contents.read_bytes() + b" " + told.encode())
    return written(pdf)


def test_letters_that_stand_for_what_is_drawn_do_not_disturb():
    source = spoken()
    files = made(source, fold="quarto", flyleaves=0)
    assert not list(booklet.problems(files, source))
    assert [problem.code for problem in booklet.alone(files)] == ["booklet-alone"]


def test_pages_with_letters_that_stand_for_what_is_drawn_are_still_told_apart():
    source = spoken()
    ((name, data),) = made(source, fold="quarto", flyleaves=0).items()
    with Pdf.open(io.BytesIO(data)) as pdf:
        replace_line(pdf, 3, lambda _: "")
        (problem,) = booklet.problems({name: written(pdf)}, source)
    assert problem.message == "page 3 is on no sheet."


@pytest.mark.parametrize(
    "said", ["{}", '{"plan": 3}', "no JSON", '{"plan":{},"prints":[],"sides":"both","signature":null}']
)
def test_a_record_that_cannot_be_understood_is_one_problem(said):
    def spoil(pdf):
        pdf.docinfo[Name(f"/{imposing.KEY}")] = said

    (problem,) = booklet.problems(spoiled(spoil), SOURCE)
    assert problem.code == "booklet-unreadable"


def test_check_takes_a_booklet_by_what_it_says_of_itself():
    files = made()
    assert not prove_alone(files)
    lost = spoiled(lambda pdf: replace_line(pdf, 12, lambda _: ""))
    (problem,) = prove_alone(lost)
    assert (problem.code, problem.place) == ("booklet-page-lost", NAME)
    assert problem.message == "page 12 is on no sheet."


def test_sheets_are_not_taken_for_a_pdf_to_read():
    anthology = library.anthology()
    (data,) = made().values()
    assert not prove({".pdf": data}, anthology)
    assert prove({".pdf": SOURCE}, anthology)


def test_a_reading_pdf_is_no_booklet():
    assert booklet.is_booklet(next(iter(made().values())))
    assert not booklet.is_booklet(SOURCE)
    assert not booklet.is_booklet(b"%PDF-1.7 cut off")


def test_a_booklet_that_is_cut_off_is_one_problem():
    ((name, data),) = made().items()
    with pytest.raises(pikepdf.PdfError):
        Pdf.open(io.BytesIO(data[:300]), attempt_recovery=False)
    assert [problem.code for problem in booklet.problems({name: data[:300]}, SOURCE)] == ["booklet-unreadable"]
