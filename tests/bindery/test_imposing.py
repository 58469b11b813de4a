"""Imposed PDFs, read by pdfium place by place and folded in code; pages as other programs make them; marks."""

import io

import pikepdf
import pytest
from pikepdf import Array, Name, Pdf

from fic2book import folding, raster
from fic2book.bindery import imposing
from fic2book.errors import OutputError
from fic2book.lengths import MILLIMETRE as MM
from fic2book.model import BookletSettings
from tests.bindery.sheets import A5, A6, add_page, bound, interior, printed, written

WAYS = [
    ("folio", "each"), ("quarto", "each"), ("quarto", "together"), ("octavo", "each"), ("octavo", "together"),
]  # fmt: skip


def planned(pages, size=A6, *, from_right=False, **wishes):
    asked = {"paper": "a3", **wishes}
    return folding.plan(BookletSettings(**asked), pages, size, from_right=from_right)


def imposed(pdf, plan, **wishes):
    """Return the only file."""
    (made,) = imposing.impose(pdf, plan, **wishes).values()
    return made


def in_order(plan):
    """Return what a reader of the bound book should find: the page, upright."""
    front, behind = plan.blanks
    before, after = 2 * plan.flyleaves + front, 2 * plan.flyleaves + behind
    pages = [*[None] * before, *range(plan.pages), *[None] * after]
    return [folding.Face(page, False) for page in pages]


@pytest.mark.parametrize("pages", [16, 20, 37, 109, 400])
@pytest.mark.parametrize(("fold", "folded"), WAYS)
@pytest.mark.parametrize("flip", ["short", "long"])
def test_a_printed_and_folded_book_reads_in_order(pages, fold, folded, flip):
    plan = planned(pages, fold=fold, folded=folded, flip=flip)
    sides = printed(imposed(interior(pages), plan), plan)
    assert len(sides) == 2 * len(plan.sheets)
    assert bound(sides, plan) == in_order(plan)


def test_a_book_from_right_to_left_reads_in_order():
    plan = planned(37, from_right=True)
    sides = printed(imposed(interior(37), plan), plan)
    assert sides[2][0][0].page is not None
    assert bound(sides, plan) == in_order(plan)


@pytest.mark.parametrize(
    ("language", "direction", "from_right"),
    [
        ("", None, False), ("ar", None, True), ("he-IL", None, True), ("en-GB", None, False),
        ("ja", Name.R2L, True), ("ar", Name.L2R, False),
    ],
)  # fmt: skip
def test_the_spine_is_where_the_pdf_says_or_its_language(language, direction, from_right):
    pdf = Pdf.open(io.BytesIO(interior(4)))
    if language:
        pdf.Root.Lang = language
    if direction:
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=direction)
    assert imposing.interior_of(written(pdf)).from_right is from_right


def test_the_wrong_flip_is_no_book():
    plan = planned(16, flyleaves=0)
    sides = printed(imposed(interior(16), plan), plan)
    assert bound(sides, plan) == in_order(plan)
    wrong = planned(16, flyleaves=0, flip="long")
    assert bound(sides, wrong) != in_order(plan)


@pytest.mark.parametrize("reverse", [False, True])
def test_fronts_and_backs_can_be_files_of_their_own(reverse):
    plan = planned(37, two_files=True, reverse_backs=reverse)
    made = imposing.impose(interior(37), plan)
    fronts, backs = (made[f"-booklet-a3-short-edge-{side}.pdf"] for side in ("fronts", "backs"))
    seen_backs = printed(backs, plan)[:: -1 if reverse else 1]
    sides = [side for sheet in zip(printed(fronts, plan), seen_backs, strict=True) for side in sheet]
    assert bound(sides, plan) == in_order(plan)


def test_each_signature_and_the_first_alone_can_be_files_of_their_own():
    plan = planned(37, flyleaves=0)
    made = imposing.impose(interior(37), plan, signatures=True, test=True)
    stem = "-booklet-a3-short-edge"
    assert list(made) == [
        f"{stem}.pdf",
        *(f"{stem}-signature-0{n}.pdf" for n in (1, 2, 3)),
        f"{stem}-test-signature.pdf",
    ]
    together = [side for n in (1, 2, 3) for side in printed(made[f"{stem}-signature-0{n}.pdf"], plan)]
    assert together == printed(made[f"{stem}.pdf"], plan)
    assert printed(made[f"{stem}-test-signature.pdf"], plan) == together[:8]


def test_the_same_interior_gives_the_same_bytes():
    plan = planned(37, two_files=True)
    assert imposing.impose(interior(37), plan) == imposing.impose(interior(37), plan)


def test_four_hundred_pages_are_hardly_larger_than_their_source():
    source = interior(400)
    assert len(imposed(source, planned(400, flyleaves=0))) <= 1.5 * len(source)


def test_what_pages_share_is_not_copied_for_each():
    pdf = Pdf.open(io.BytesIO(interior(200)))
    shared = pdf.make_indirect(pdf.pages[0].obj.Resources)
    for number in range(300):
        shared.Font[f"/FaceOfTheTheme{number}"] = shared.Font.F
    for page in pdf.pages:
        page.obj.Resources = shared
    source = written(pdf)
    assert len(imposed(source, planned(200, flyleaves=0))) <= 1.5 * len(source)


def odd_pages():
    """Give pages of A6 as programs write them, by what is odd: each shows the same when it is opened."""
    (width, height), turned = A6, (0, 0, A6[1], A6[0])
    pdf = Pdf.new()
    add_page(pdf, 1, (0, 0, width, height))
    add_page(pdf, 2, (-50, 700, width - 50, height + 700))
    cropped = add_page(pdf, 3, (40, 60, width + 40, height + 60))
    cropped.obj.CropBox = Array(cropped.obj.MediaBox)
    cropped.obj.MediaBox = Array([0, 0, width + 90, height + 90])
    bleeding = add_page(pdf, 4, (9, 9, width + 9, height + 9))
    bleeding.obj.TrimBox = Array(bleeding.obj.MediaBox)
    bleeding.obj.MediaBox = Array([0, 0, width + 18, height + 18])
    swapped = add_page(pdf, 5, (0, 0, width, height))
    swapped.obj.MediaBox = Array([width, height, 0, 0])
    half = add_page(pdf, 6, (0, 0, width, height))
    half.obj.MediaBox = Array([0, 0, width / 2, height / 2])
    half.obj.UserUnit = 2
    half.obj.Contents = pikepdf.Stream(pdf, b".5 0 0 .5 0 0 cm " + half.obj.Contents.read_bytes())
    for number, (turn, matrix) in enumerate(
        [(90, (0, 1, -1, 0, height, 0)), (180, (-1, 0, 0, -1, width, height)), (270, (0, -1, 1, 0, 0, width))], 7
    ):
        page = add_page(pdf, number, (0, 0, width, height))
        said = " ".join(str(round(one, 3)) for one in matrix)
        page.obj.Contents = pikepdf.Stream(pdf, f"{said} cm ".encode() + page.obj.Contents.read_bytes())
        page.obj.MediaBox = Array(turned if turn != 180 else (0, 0, width, height))
        page.obj.Rotate = turn
    pdf.pages[-1].obj.Rotate = -90
    return written(pdf)


def test_odd_pages_lie_as_they_are_seen():
    data = odd_pages()
    sizes = imposing.interior_of(data).sizes
    assert sizes == pytest.approx([pytest.approx(A6, abs=0.01)] * 9)
    plan = planned(9, flyleaves=0, sheets=5)
    made = imposed(data, plan)
    assert bound(printed(made, plan), plan) == in_order(plan)
    for sheet, number in ((sheet, 2 * at + side) for at, sheet in enumerate(plan.sheets) for side in (0, 1)):
        places = sheet.back if number % 2 else sheet.front
        for place in places:
            if place.page is not None:
                lines = seen_lines(made, number, place, plan)
                assert lines[0][0] - place.left == pytest.approx(30, abs=1.5), place.page
                assert lines[0][1] - place.bottom == pytest.approx(A6[1] - 40, abs=2.5), place.page


def seen_lines(pdf, number, place, plan):
    """Return the boxes of a placed page's words, from its head to its foot."""
    lines = [line.box for line in list(raster.pdf_seen(pdf))[number].lines]
    right = place.left + plan.trim_width
    return sorted((line for line in lines if place.left < line[0] < right), key=lambda line: -line[1])


def test_pages_of_another_size_stand_in_the_middle_and_no_larger_than_the_trim():
    pdf = Pdf.new()
    add_page(pdf, 1, (0, 0, *A6))
    add_page(pdf, 2, (0, 0, A6[0] - 20, A6[1] - 30))
    add_page(pdf, 3, (0, 0, A6[0] * 2, A6[1]))
    data = written(pdf)
    plan = planned(3, flyleaves=0)
    made = imposed(data, plan)
    second, third = plan.sheets[0].back
    assert seen_lines(made, 1, second, plan)[0][0] - second.left == pytest.approx(40, abs=1.5)
    assert seen_lines(made, 1, third, plan)[0][0] - third.left == pytest.approx(15, abs=1.5)
    assert bound(printed(made, plan), plan) == in_order(plan)


def test_what_creep_moves_over_the_fold_is_cut_off_there():
    pdf = Pdf.new()
    for number in range(1, 9):
        page = add_page(pdf, number, (0, 0, *A6))
        page.obj.Contents = pikepdf.Stream(pdf, b".5 g 0 0 2000 2000 re f " + page.obj.Contents.read_bytes())
    plan = planned(8, flyleaves=0, creep="always", marks=(), paper_thickness=1 * MM)
    made = imposed(written(pdf), plan)
    inner = plan.sheets[1].back
    assert inner[0].left + plan.trim_width - inner[0].spine == pytest.approx(1 * MM)
    assert bound(printed(made, plan), plan) == in_order(plan)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Dear reader", "this is no PDF file"),
        (b"%PDF-1.7\nnothing", "cut off or damaged"),
    ],
)
def test_what_is_no_pdf_is_one_sentence(data, said):
    with pytest.raises(OutputError, match=said):
        imposing.interior_of(data, "story.pdf")


def test_a_page_without_size_and_a_locked_pdf_are_one_sentence():
    pdf = Pdf.open(io.BytesIO(interior(3)))
    pdf.pages[1].obj.MediaBox = Array([0, 0, 0, 0])
    with pytest.raises(OutputError, match=r"story\.pdf: page 2 is 0 × 0 points large"):
        imposing.interior_of(written(pdf), "story.pdf")
    locked = io.BytesIO()
    Pdf.open(io.BytesIO(interior(3))).save(locked, encryption=pikepdf.Encryption(owner="o", user="secret"))
    with pytest.raises(OutputError, match="locked with a password"):
        imposing.interior_of(locked.getvalue(), "story.pdf")


def test_links_and_comments_are_left_out_and_layers_and_colours_kept():
    pdf = Pdf.open(io.BytesIO(interior(4)))
    pdf.pages[0].obj.Annots = Array([pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])])
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=Array([]), D=pikepdf.Dictionary(Order=Array([])))
    pdf.Root.OutputIntents = Array([pikepdf.Dictionary(S=Name.GTS_PDFX)])
    pdf.docinfo[Name.Title] = "Lamplight"
    with Pdf.open(io.BytesIO(imposed(written(pdf), planned(4, flyleaves=0)))) as made:
        assert not any("/Annots" in page.obj for page in made.pages)
        assert {"/OCProperties", "/OutputIntents"} <= made.Root.keys()
        assert str(made.docinfo.Title) == "Lamplight"


@pytest.mark.parametrize(
    ("wishes", "duplex"),
    [({}, "/DuplexFlipShortEdge"), ({"flip": "long"}, "/DuplexFlipLongEdge"), ({"two_files": True}, "/Simplex")],
)
def test_the_print_dialog_is_told_the_edge_and_actual_size(wishes, duplex):
    for made in imposing.impose(interior(4), planned(4, **wishes)).values():
        with Pdf.open(io.BytesIO(made)) as pdf:
            asked = pdf.Root.ViewerPreferences
            assert (str(asked.Duplex), str(asked.PrintScaling)) == (duplex, "/None")


def test_pages_without_content_and_pdfs_that_only_their_owner_may_change_are_imposed():
    pdf = Pdf.open(io.BytesIO(interior(6)))
    pdf.add_blank_page(page_size=A6)
    out = io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="keeper", user=""))
    plan = planned(7, flyleaves=0)
    made = imposed(out.getvalue(), plan)
    assert [face.page for face in bound(printed(made, plan), plan)] == [*range(6), None, None]
    with Pdf.open(io.BytesIO(made)) as opened:
        assert not opened.is_encrypted


def test_what_pages_inherit_comes_with_them():
    pdf = Pdf.open(io.BytesIO(interior(4)))
    node = pdf.Root.Pages
    node.Resources, node.MediaBox, node.Rotate = (pdf.pages[0].obj.Resources, pdf.pages[0].obj.MediaBox, 180)
    for page in pdf.pages:
        for key in ("/Resources", "/MediaBox"):
            del page.obj[key]
        turned = f"-1 0 0 -1 {A6[0]} {A6[1]} cm ".encode()
        page.obj.Contents = pikepdf.Stream(pdf, turned + page.obj.Contents.read_bytes())
    plan = planned(4, flyleaves=0)
    assert bound(printed(imposed(written(pdf), plan), plan), plan) == in_order(plan)


def strokes(pdf, number):
    """Return the points of the lines and bars that are drawn on a side beside its pages, and the bars."""
    with Pdf.open(io.BytesIO(pdf)) as made:
        parsed = [(str(operator), operands) for operands, operator in pikepdf.parse_content_stream(made.pages[number])]
    after = [name for name, _ in parsed[1:]] + [""]
    drawn = [
        tuple(float(one) for one in operands)
        for (name, operands), following in zip(parsed, after, strict=True)
        if name in {"m", "l"} or (name == "re" and following == "f")
    ]
    return [(x, y) for x, y, *_ in drawn], [piece for piece in drawn if len(piece) == 4]


@pytest.mark.parametrize("fold", ["folio", "quarto", "octavo"])
def test_marks_stay_clear_of_the_edge_and_are_where_they_are_wanted(fold):
    size = (A6[0] * 0.8, A6[1] * 0.8)
    plan = planned(64, size, fold=fold, sheets=2, marks=("collation", "sewing", "crop", "fold"), flyleaves=0)
    made = imposed(interior(64, size), plan)
    for number in range(2 * len(plan.sheets)):
        points, _ = strokes(made, number)
        assert points, "crop marks are on every side"
        assert all(5 * MM - 0.01 <= x <= plan.width - 5 * MM + 0.01 for x, _ in points)
        assert all(5 * MM - 0.01 <= y <= plan.height - 5 * MM + 0.01 for _, y in points)


def test_collation_marks_step_down_the_spine_of_each_signature():
    plan = planned(48, sheets=2, marks=("collation",), flyleaves=0)
    made = imposed(interior(48), plan)
    bars = {number: strokes(made, number)[1] for number in range(2 * len(plan.sheets))}
    marked = [number for number, found in bars.items() if found]
    assert marked == [0, 4, 8, 12, 16, 20], "the outermost sheet's front of each"
    (first, second, *_) = [bars[number][0] for number in marked]
    assert first[0] + first[2] / 2 == pytest.approx(plan.width / 2)
    assert second[1] == pytest.approx(first[1] - first[3], abs=0.01), "a step lower, touching"
    tops = [bars[number][0][1] for number in marked]
    assert tops == sorted(tops, reverse=True)


@pytest.mark.parametrize(("fold", "folded"), WAYS)
def test_sewing_stations_are_on_the_innermost_fold_at_their_distance_from_the_head(fold, folded):
    plan = planned(64, fold=fold, folded=folded, sheets=2, marks=("sewing",), flyleaves=0)
    made = imposed(interior(64), plan)
    leaves = plan.signatures[0] * folding.order_of(fold).leaves
    for at, sheet in enumerate(plan.sheets):
        for number, side in ((2 * at, sheet.front), (2 * at + 1, sheet.back)):
            ticks = sorted({y for _, y in strokes(made, number)[0]})
            middle = [one for one in side if one.of_signature in (leaves - 1, leaves)]
            assert len(middle) in (0, 2)
            assert len(ticks) == (len(plan.stations) if middle else 0)
            if middle:
                head = middle[0].bottom if middle[0].turned else middle[0].bottom + plan.trim_height
                away = sorted(abs(head - y) for y in ticks)
                assert away == pytest.approx(plan.stations, abs=0.01)
                across = sorted({x - middle[0].spine for x, _ in strokes(made, number)[0]})
                assert across == pytest.approx([-2.5, 2.5], abs=0.01)


def test_a_booklet_of_one_signature_needs_no_collation_mark():
    plan = planned(16, binding="saddle", marks=("collation",), flyleaves=0)
    assert not strokes(imposed(interior(16), plan), 0)[0]


def test_a_page_as_large_as_its_half_of_the_sheet_leaves_no_room_for_crop_marks():
    plan = planned(4, A5, paper="a4", flyleaves=0, marks=("crop",))
    assert not strokes(imposed(interior(4, A5), plan), 0)[0]
