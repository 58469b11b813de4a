"""A printer's interior: what only screens know is gone, what is drawn is black, the pages are even."""

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from fic2book.bindery.interior import interior
from fic2book.model import InteriorRules
from tests.bindery.printed_pdfs import HEIGHT, WIDTH, data, objects, reading, written

RULES = InteriorRules(
    printer="KDP", width=WIDTH, height=HEIGHT, inner=27, outside=18, in_colour=False, last_page_blank=False
)
COLOURED = replace(RULES, in_colour=True)


def printed(pdf, rules=RULES):
    return pikepdf.open(io.BytesIO(interior(data(pdf), rules)))


def drawn(content, rules=RULES, **resources):
    """Return what stands in an interior for the content of one page."""
    with printed(reading(content, resources=Dictionary(**resources)), rules) as pdf:
        return written(pdf.pages[0])


def test_the_cover_is_left_out_and_pages_keep_their_numbers():
    pdf = printed(reading(b"0 g", b"0.5 g"))
    assert [str(page.label) for page in pdf.pages] == ["1", "2"]
    assert written(pdf.pages[0]) == ["0 g"]


def test_a_cover_of_one_page_leaves_a_blank_one_so_that_rectos_stay_rectos():
    pdf = printed(reading(b"0.5 g", cover=1))
    assert "/Contents" not in pdf.pages[0].obj
    assert written(pdf.pages[1]) == ["0.5 g"]


def test_on_single_leaves_a_cover_of_one_page_leaves_none():
    pdf = printed(reading(b"0.5 g", cover=1), replace(RULES, is_bound=False))
    assert written(pdf.pages[0]) == ["0.5 g"]


def test_what_only_screens_know_is_gone():
    pdf = printed(reading(b"0 g"))
    gone = {"/Outlines", "/OpenAction", "/PageMode", "/Metadata", "/AA", "/AcroForm"}
    assert not gone & set(pdf.Root.keys())
    assert set(pdf.Root.Names.keys()) == {"/Dests"}
    assert set(pdf.Root.ViewerPreferences.keys()) == {"/Direction"}
    assert not any("/Annots" in page.obj for page in pdf.pages)
    assert not [*objects(pdf, Name.Annot), *objects(pdf, Name.OBJR), *objects(pdf, Name.JavaScript)]
    assert "/Info" not in pdf.trailer


def test_named_places_and_tags_stay_by_which_the_pages_are_proved():
    pdf = printed(reading(b"0 g"))
    places = {str(name): place[0].objgen for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    assert places == {"a-story": pdf.pages[0].obj.objgen}
    assert list(pdf.Root.StructTreeRoot.K[0].K) == [0]


@pytest.mark.parametrize(("pages", "blank", "left"), [(1, False, 2), (2, False, 2), (2, True, 4), (3, True, 4)])
def test_pages_are_even_and_the_last_is_blank_where_it_has_to_be(pages, blank, left):
    pdf = printed(reading(*[b"0 0 9 9 re f"] * pages), replace(RULES, last_page_blank=blank))
    assert len(pdf.pages) == left
    assert bool(written(pdf.pages[-1])) == (left == pages)


def test_a_blank_last_page_is_blank_enough():
    assert (
        len(printed(reading(b"0 0 9 9 re f", b"1 0 0 1 0 0 cm 0 g"), replace(RULES, last_page_blank=True)).pages) == 2
    )


def test_all_boxes_are_the_trim():
    pdf = reading(b"0 g")
    pdf.pages[2].obj.BleedBox = Array([-9, -9, 369, 585])
    for page in printed(pdf).pages:
        assert [[float(edge) for edge in page.obj[box]] for box in ("/MediaBox", "/TrimBox", "/BleedBox")] == [
            [0, 0, WIDTH, HEIGHT]
        ] * 3


def test_the_same_book_gives_the_same_bytes():
    book = data(reading(b"1 0 0 rg"))
    assert interior(book, RULES) == interior(book, RULES)


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        (b"0 0 0 rg", "0 g"),
        (b"1 1 1 RG", "1 G"),
        (b"0.25 0.25 0.25 rg", "0.25 g"),
        (b"1 0 0 rg", "0.3 g"),
        (b"0 1 0 RG", "0.59 G"),
        (b"0 0 0 1 k", "0 g"),
        (b"0 0 0 0.4 K", "0.6 G"),
        (b"1 1 1 1 k", "0 g"),
        (b"0.5 g", "0.5 g"),
    ],
)
def test_colours_become_the_grey_that_black_ink_shows(colour, grey):
    assert drawn(colour) == [grey]
    assert drawn(colour, COLOURED) == [colour.decode()]


def test_colours_of_a_colour_space_become_grey_and_patterns_stay():
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
    content = b"/lab cs 100 0 0 scn /DeviceCMYK CS 0 0 0 1 SCN q /Pattern cs /p0 scn Q 0 0 0 scn"
    assert drawn(content, ColorSpace=Dictionary(lab=lab)) == [
        "0 g", "1 g", "0 G", "0 G", "q", "/Pattern cs", "/p0 scn", "Q", "0 g",
    ]  # fmt: skip


def test_a_colour_of_a_space_that_nobody_can_reckon_with_stays_to_be_found_by_the_proof():
    profile = Array([Name.ICCBased, Dictionary(N=4)])
    assert drawn(b"/icc cs 0 0 0 1 scn", ColorSpace=Dictionary(icc=profile)) == ["/icc cs", "0 0 0 1 scn"]


STATES = Dictionary(clear=Dictionary(ca=0), full=Dictionary(ca=1), lines=Dictionary(CA=1))


def test_states_that_make_nothing_transparent_are_left_out():
    assert drawn(b"/full gs /lines gs 0 0 9 9 re f", ExtGState=STATES) == ["0 0 9 9 re", "f"]


def test_a_letter_that_is_there_for_readers_aloud_only_is_invisible_and_not_transparent():
    content = b"BT /clear gs (T) Tj /full gs (he) Tj ET"
    assert drawn(content, ExtGState=STATES) == ["BT", "3 Tr", "(T) Tj", "0 Tr", "(he) Tj", "ET"]


def test_how_text_is_drawn_comes_back_with_its_state():
    content = b"2 Tr q /clear gs 1 Tr (T) Tj Q (he) Tj /clear gs /full gs"
    assert drawn(content, ExtGState=STATES) == [
        "2 Tr", "q", "3 Tr", "(T) Tj", "Q", "(he) Tj", "3 Tr", "2 Tr",
    ]  # fmt: skip


def test_other_ink_that_is_not_seen_is_not_drawn():
    content = b"/clear gs 0 0 9 9 re f /x0 Do /full gs 0 0 9 9 re f"
    assert drawn(content, ExtGState=STATES) == ["3 Tr", "0 0 9 9 re", "n", "0 Tr", "0 0 9 9 re", "f"]


def test_a_book_with_ink_that_lets_through_keeps_its_states():
    states = Dictionary({**dict(STATES.items()), "/half": Dictionary(ca=0.5)})
    content = b"/half gs 0 0 9 9 re f /full gs 0 0 9 9 re f"
    assert drawn(content, ExtGState=states) == [
        "/half gs", "0 0 9 9 re", "f", "/full gs", "0 0 9 9 re", "f",
    ]  # fmt: skip


def form(pdf, content, **more):
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group, **more)


def test_drawings_inside_drawings_become_grey_and_need_no_group():
    pdf = reading(b"/outer Do")
    inner = form(pdf, b"1 0 0 rg")
    outer = form(pdf, b"0 0 1 rg /inner Do", Resources=Dictionary(XObject=Dictionary(inner=inner)))
    pdf.pages[2].obj.Resources.XObject = Dictionary(outer=outer)
    pdf = printed(pdf)
    found = pdf.pages[0].obj.Resources.XObject.outer
    assert written(found) == ["0.11 g", "/inner Do"]
    assert written(found.Resources.XObject.inner) == ["0.3 g"]
    assert "/Group" not in found


def test_patterns_and_drawn_letters_become_grey():
    pdf = reading(b"/Pattern cs /p0 scn")
    pattern = pdf.make_stream(b"1 0 0 rg", PatternType=1, PaintType=1, Resources=Dictionary())
    glyph = pdf.make_stream(b"0 1 0 rg")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=glyph))
    resources = pdf.pages[2].obj.Resources
    resources.Pattern, resources.Font = Dictionary(p0=pattern), Dictionary(f0=font)
    pdf = printed(pdf)
    found = pdf.pages[0].obj.Resources
    assert written(found.Pattern.p0) == ["0.3 g"]
    assert written(found.Font.f0.CharProcs.a) == ["0.59 g"]


def test_shadings_become_grey():
    pdf = reading(b"/s0 sh")
    ends = [
        Dictionary(FunctionType=2, N=1, C0=[1, 0, 0], C1=[0, 0, 1]),
        Dictionary(FunctionType=2, N=1, C0=[0, 0, 1], C1=[1, 1, 1]),
    ]
    stepped = Dictionary(FunctionType=3, Functions=Array(ends))
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=stepped)
    pdf.pages[2].obj.Resources.Shading = Dictionary(s0=shading)
    pdf = printed(pdf)
    found = pdf.pages[0].obj.Resources.Shading.s0
    assert found.ColorSpace == Name.DeviceGray
    assert [[float(end.C0[0]), float(end.C1[0])] for end in found.Function.Functions] == [[0.3, 0.11], [0.11, 1]]


def picture(pdf, samples, space, mask=None):
    made = pdf.make_stream(
        zlib.compress(bytes(samples)), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1, BitsPerComponent=8,
        ColorSpace=space, Filter=Name.FlateDecode,
    )  # fmt: skip
    if mask:
        made.SMask = picture(pdf, mask, Name.DeviceGray)
    return made


def shown(pdf, image, rules=RULES):
    """Return how a picture stands in an interior: its colours, its bytes, the key of its mask where it has one."""
    pdf.pages[2].obj.Resources.XObject = Dictionary(i0=image)
    with printed(pdf, rules) as again:
        found = again.pages[0].obj.Resources.XObject.i0
        return str(found.ColorSpace), list(found.read_bytes()), "/SMask" in found


def test_pictures_become_grey():
    pdf = reading(b"/i0 Do")
    red_and_white = picture(pdf, [255, 0, 0, 255, 255, 255], Name.DeviceRGB)
    assert shown(pdf, red_and_white) == ("/DeviceGray", [76, 255], False)


def test_transparent_pictures_stand_on_white():
    pdf = reading(b"/i0 Do")
    half_clear = picture(pdf, [0, 100], Name.DeviceGray, mask=[0, 255])
    assert shown(pdf, half_clear) == ("/DeviceGray", [255, 100], False)


def test_in_colour_a_transparent_picture_keeps_its_colours():
    pdf = reading(b"/i0 Do")
    half_clear = picture(pdf, [255, 0, 0, 0, 0, 255], Name.DeviceRGB, mask=[0, 255])
    assert shown(pdf, half_clear, COLOURED) == ("/DeviceRGB", [255, 255, 255, 0, 0, 255], False)


def test_photographs_become_grey_photographs():
    target = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(target, "JPEG")
    pdf = reading(b"/i0 Do")
    jpeg = pdf.make_stream(
        target.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[2].obj.Resources.XObject = Dictionary(i0=jpeg)
    pdf = printed(pdf)
    found = pdf.pages[0].obj.Resources.XObject.i0
    with Image.open(io.BytesIO(found.read_raw_bytes())) as again:
        assert (again.mode, found.ColorSpace, found.Filter) == ("L", Name.DeviceGray, Name.DCTDecode)


def test_what_the_cover_alone_showed_is_not_in_the_file():
    pdf = reading(b"/i1 Do")
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/i0 Do")
    pdf.pages[2].obj.Resources.XObject = Dictionary(
        i0=picture(pdf, [1, 2], Name.DeviceGray), i1=picture(pdf, [3, 4], Name.DeviceGray)
    )
    pdf = printed(pdf)
    assert set(pdf.pages[0].obj.Resources.XObject.keys()) == {"/i1"}
