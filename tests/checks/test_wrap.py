"""Each fault of a wrap, made on purpose."""

import io
from dataclasses import replace

import pikepdf
import pytest

from fic2book.bindery import wrap_file
from fic2book.binding import wrap_sheet, wrapping
from fic2book.checks import wrap
from tests.binding.wrapped import BLURB, made, order

ORDER = order()
SHEET = wrapping.sheet_of(ORDER, ORDER.volumes[0])
ART = wrap_sheet.art(SHEET).pdf
WORDS = wrap_sheet.words(SHEET).pdf
PLAN = SHEET.plan
GOOD = wrap_file.finished(WORDS, ART, PLAN)
WANTED = wrapping.wanted(SHEET, ART)


def codes(data, wanted=WANTED):
    return sorted({problem.code for problem in wrap.check(data, wanted)})


def spoilt(change, data=GOOD):
    """Return the wrap with something changed in it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, compress_streams=False)
    return target.getvalue()


def drawn(x, y, width=20, height=20):
    """Return a change that draws a red box, in points from the lower left corner."""

    def draw(pdf):
        pdf.pages[0].contents_add(b"q", prepend=True)  # WeasyPrint leaves the page scaled and turned over
        pdf.pages[0].contents_add(f"Q q 1 0 0 rg {x} {y} {width} {height} re f Q".encode())

    return draw


def test_a_good_wrap_has_no_faults():
    assert codes(GOOD) == []


@pytest.mark.parametrize("box", ["/MediaBox", "/TrimBox"])
def test_a_sheet_that_is_a_fiftieth_of_an_inch_too_wide_is_seen(box):
    def widen(pdf):
        sides = [float(side) for side in pdf.pages[0].obj[box]]
        pdf.pages[0].obj[box] = pikepdf.Array([*sides[:2], sides[2] + 1.44, sides[3]])

    assert "wrap-size" in codes(spoilt(widen))


def test_a_second_page_is_seen():
    assert "wrap-size" in codes(spoilt(lambda pdf: pdf.pages.append(pdf.pages[0])))


def test_words_in_the_barcodes_place_are_seen():
    box = PLAN.barcode
    assert codes(spoilt(drawn(box.x + 5, PLAN.height - box.bottom + 5))) == ["wrap-barcode"]


@pytest.mark.parametrize(
    "place", [(12, 300), (300, 12), (PLAN.areas["spine"].x - 3, 300)], ids=["side", "foot", "fold"]
)
def test_words_too_near_to_a_cut_or_a_fold_are_seen(place):
    assert codes(spoilt(drawn(*place, 4, 4))) == ["wrap-unsafe"]


def test_missing_words_of_the_back_are_seen():
    without = SHEET._replace(settings=())
    data = wrap_file.finished(wrap_sheet.words(without).pdf, ART, PLAN)
    assert codes(data) == ["wrap-words"]


def test_other_words_on_the_back_are_seen():
    name, area, _ = WANTED.texts[0]
    other = replace(WANTED, texts=((name, area, BLURB.replace("winters", "quiet summers")),))
    assert codes(GOOD, other) == ["wrap-words"]


def test_missing_outlines_are_seen():
    without = SHEET._replace(wrap=SHEET.wrap._replace(letters='<svg xmlns="http://www.w3.org/2000/svg"/>'))
    data = wrap_file.finished(wrap_sheet.words(without).pdf, ART, PLAN)
    assert codes(data) == ["wrap-words"]


def test_a_note_of_a_reader_is_seen():
    def noted(pdf):
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    assert "wrap-extras" in codes(spoilt(noted))


def test_a_face_that_is_not_in_the_file_is_seen():
    def without(pdf):
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary) and "/FontFile3" in entry:
                del entry["/FontFile3"]
            if isinstance(entry, pikepdf.Dictionary) and "/FontFile2" in entry:
                del entry["/FontFile2"]

    assert "font-missing" in codes(spoilt(without))


def test_a_picture_of_few_pixels_and_a_huge_file_are_told():
    def pictured(pdf):
        image = pikepdf.Stream(pdf, bytes(3 * 50 * 50), Width=50, Height=50, BitsPerComponent=8)
        image.Type, image.Subtype, image.ColorSpace = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DeviceRGB
        pdf.pages[0].add_resource(image, pikepdf.Name.XObject, pikepdf.Name.Small)
        safe = PLAN.safe["back"]
        pdf.pages[0].contents_add(f"q 72 0 0 72 {safe.x + 20} 200 cm /Small Do Q".encode())

    assert "wrap-picture" in codes(spoilt(pictured))
    heavy = spoilt(lambda pdf: pdf.Root.__setitem__("/Ballast", pdf.make_stream(bytes(41_000_000))))
    assert "wrap-large" in codes(heavy)


def test_no_pdf_at_all_is_one_sentence():
    assert codes(b"no PDF") == ["pdf-unreadable"]
    assert made().files
