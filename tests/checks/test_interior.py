"""A printer's interior that is broken on purpose fails with the right code."""

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from fic2book import checks
from fic2book.bindery.interior import interior as made
from fic2book.checks import interior
from fic2book.model import InteriorRules
from tests.checks.library import anthology, damaged, mend, write, written

RULES = InteriorRules(
    printer="KDP", width=396, height=612, inner=27, outside=18, in_colour=False, last_page_blank=False
)


@cache
def sound() -> bytes:
    return made(written("pdf"), RULES)


def problems(book, rules=RULES):
    return list(interior.check(book, anthology(), rules))


def codes(change, rules=RULES):
    return {problem.code for problem in problems(mend(sound(), change), rules)}


def drawn(pdf, content, page=6):
    """Draw something more on a page."""
    pdf.pages[page].contents_add(pdf.make_stream(b"q " + content + b" Q"))


def test_a_sound_interior_has_no_problem():
    assert problems(sound()) == []


def test_lost_words_are_told():
    book = made(write(damaged({"lamps": lambda body: body.replace("lamp", "")}), "pdf"), RULES)
    assert "text-lost" in {problem.code for problem in problems(book)}


def test_an_odd_number_of_pages_is_told():
    assert codes(lambda pdf: pdf.add_blank_page(page_size=(396, 612))) >= {"print-pages"}


def test_a_last_page_that_is_not_blank_is_told_where_it_has_to_be():
    assert {problem.code for problem in problems(sound(), replace(RULES, last_page_blank=True))} == {"print-pages"}
    blank = made(written("pdf"), replace(RULES, last_page_blank=True))
    assert problems(blank, replace(RULES, last_page_blank=True)) == []


@pytest.mark.parametrize("box", ["MediaBox", "TrimBox", "BleedBox", "CropBox"])
def test_a_page_of_another_size_is_told(box):
    def enlarge(pdf):
        pdf.pages[3].obj[f"/{box}"] = Array([0, 0, 396, 612.1])

    assert codes(enlarge) == {"print-size"}


def test_a_page_that_does_not_say_where_it_is_trimmed_is_told():
    def forget(pdf):
        del pdf.pages[3].obj["/TrimBox"]

    assert codes(forget) == {"print-size"}


def test_links_are_told():
    def link(pdf):
        pdf.pages[3].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])])

    assert codes(link) == {"print-left"}


@pytest.mark.parametrize("name", ["Outlines", "OpenAction", "AA", "AcroForm", "PageMode"])
def test_what_only_screens_know_is_told(name):
    def add(pdf):
        pdf.Root[f"/{name}"] = Name.UseOutlines if name == "PageMode" else Dictionary()

    assert "print-left" in codes(add)


@pytest.mark.parametrize("name", ["JavaScript", "EmbeddedFiles"])
def test_scripts_and_files_are_told(name):
    def add(pdf):
        pdf.Root.Names[f"/{name}"] = Dictionary(Names=Array([]))

    assert codes(add) == {"print-left"}


def test_metadata_are_told():
    def add(pdf):
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Small Hours"

    assert codes(add) == {"print-left"}


@pytest.mark.parametrize(
    "content",
    [
        b"0 0 0 rg",
        b"1 0 0 RG",
        b"0.1 0 0 1 k",
        b"/DeviceRGB cs 0 0 0 sc",
        b"/DeviceCMYK CS",
        b"1 0 0 1 99 99 cm /x9 Do",
        b"/p9 scn",
    ],
)
def test_colours_are_told_wherever_they_are_chosen(content):
    def paint(pdf):
        group = Dictionary(XObject=Dictionary(), Pattern=Dictionary())
        resources = pdf.pages[6].obj.Resources
        inner = pdf.make_stream(b"1 0 0 rg", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        group.XObject["/x0"] = inner
        outer = pdf.make_stream(b"/x0 Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=group)
        resources.XObject["/x9"] = outer
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB)
        resources.Pattern = Dictionary(
            {**dict(resources.get("/Pattern", Dictionary()).items()), "/p9": Dictionary(PatternType=2, Shading=shading)}
        )
        drawn(pdf, content)

    assert codes(paint) == {"print-colour"}
    assert codes(paint, replace(RULES, in_colour=True)) == set()


@pytest.mark.parametrize("content", [b"0 g", b"0.5 G", b"0 0 0 1 k", b"/DeviceGray cs 0 sc"])
def test_black_and_greys_are_no_colours(content):
    assert codes(lambda pdf: drawn(pdf, content)) == set()


def test_coloured_pictures_and_drawn_letters_are_told():
    def show(pdf):
        picture = pdf.make_stream(
            bytes(3), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
        )  # fmt: skip
        pdf.pages[6].obj.Resources.XObject["/i9"] = picture
        drawn(pdf, b"1 0 0 1 100 100 cm /i9 Do")

    def write_in_colour(pdf):
        glyphs = Dictionary(a=pdf.make_stream(b"1 0 d0 1 0 0 rg 0 0 1 1 re f"))
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, CharProcs=glyphs, FontMatrix=[1, 0, 0, 1, 0, 0],
                FontBBox=[0, 0, 1, 1], FirstChar=97, LastChar=97, Widths=[1],
                Encoding=Dictionary(Differences=[97, Name.a]),
            )
        )  # fmt: skip
        pdf.pages[6].obj.Resources.Font["/f9"] = font
        drawn(pdf, b"BT /f9 9 Tf 1 0 0 1 100 100 Tm ET")

    assert "print-colour" in codes(show)
    assert "print-colour" in codes(write_in_colour)


@pytest.mark.parametrize(
    "state", [Dictionary(ca=0.5), Dictionary(CA=0), Dictionary(BM=Name.Multiply), Dictionary(SMask=Dictionary())]
)
def test_transparency_is_told(state):
    def see_through(pdf):
        pdf.pages[6].obj.Resources.ExtGState = Dictionary(g9=state)
        drawn(pdf, b"/g9 gs")

    assert codes(see_through) == {"print-transparency"}


@pytest.mark.parametrize("state", [Dictionary(ca=1), Dictionary(SMask=Name("/None"))])
def test_states_without_effect_are_no_transparency(state):
    def say(pdf):
        pdf.pages[6].obj.Resources.ExtGState = Dictionary(g9=state)
        drawn(pdf, b"/g9 gs")

    assert codes(say) == set()


def test_transparent_pictures_and_groups_are_told():
    def show(pdf):
        mask = pdf.make_stream(
            bytes(1), Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )
        resources = pdf.pages[6].obj.Resources
        resources.XObject["/i9"] = pdf.make_stream(
            bytes(1), Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray, SMask=mask
        )
        drawn(pdf, b"1 0 0 1 100 100 cm /i9 Do")

    def group(pdf):
        form = pdf.make_stream(b"0 g", Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=Dictionary(S=Name.Transparency))
        pdf.pages[6].obj.Resources.XObject["/x9"] = form
        drawn(pdf, b"1 0 0 1 100 100 cm /x9 Do")

    assert codes(show) == {"print-transparency"}
    assert codes(group) == {"print-transparency"}


@pytest.mark.parametrize(
    ("place", "page", "is_told"),
    [
        ((22, 300, 4, 4), 6, True),  # at the spine of a recto
        ((25, 300, 4, 4), 6, False),
        ((380, 300, 4, 4), 6, True),  # at its fore edge
        ((370, 300, 4, 4), 6, False),
        ((370, 300, 4, 4), 7, True),  # at the spine of a verso
        ((17, 300, 4, 4), 7, False),  # and at its fore edge: a stroke may stand out so far
        ((12, 300, 4, 4), 7, True),
        ((100, 592, 4, 4), 6, True),
        ((100, 590, 4, 3.9), 6, False),
        ((100, 17, 4, 4), 6, True),
        ((100, 18, 4, 4), 6, False),
        ((-9, 300, 4, 4), 6, False),  # cut away whole: nobody sees it
    ],
)
def test_what_stands_too_near_to_an_edge_is_told(place, page, is_told):
    box = " ".join(map(str, place)).encode()
    assert codes(lambda pdf: drawn(pdf, b"0 g " + box + b" re f", page)) == ({"print-margin"} if is_told else set())
    assert codes(lambda pdf: drawn(pdf, b"1 g " + box + b" re f", page)) == set()


def test_words_that_are_cut_off_are_told():
    def push_out(pdf):
        content = pdf.pages[6].Contents.read_bytes()
        pdf.pages[6].Contents = pdf.make_stream(b"1 0 0 1 340 0 cm " + content)

    assert "print-margin" in codes(push_out)


def test_what_a_clip_cuts_away_of_a_drawing_is_not_in_the_margin():
    assert codes(lambda pdf: drawn(pdf, b"100 100 9 9 re W n 0 0 396 612 re f")) == set()


def test_in_books_from_right_to_left_the_spine_is_at_the_other_side():
    book = mend(sound(), lambda pdf: drawn(pdf, b"0 g 22 300 4 4 re f"))
    codes_there = {problem.code for problem in problems(book, replace(RULES, from_right=True))}
    assert codes_there == set()


def test_a_font_that_is_not_in_the_file_is_told():
    def drop(pdf):
        for font in pdf.pages[6].obj.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            for key in [key for key in set(descriptor.keys()) if key.startswith("/FontFile")]:
                del descriptor[key]

    assert "font-missing" in codes(drop)


def test_a_file_that_is_no_pdf_is_told():
    assert [problem.code for problem in problems(b"no book")] == ["pdf-unreadable"]


def against(book):
    return [problem.code for problem in checks.prove({".pdf": book}, anthology())]


def test_later_an_interior_is_proved_against_its_manuscripts_by_its_words():
    assert against(sound()) == []
    short = made(write(damaged({"lamps": lambda body: body.replace("lamp", "")}), "pdf"), RULES)
    assert "text-lost" in against(short)


def test_a_volume_is_proved_by_the_stories_that_it_holds():
    whole = anthology()
    volume = made(write(replace(whole, stories=whole.stories[:2]), "pdf"), RULES)
    assert against(volume) == ["volume-alone"]


def test_a_reading_pdf_without_its_outline_is_no_interior():
    def forget(pdf):
        del pdf.Root["/Outlines"]

    assert "outline-lost" in against(mend(written("pdf"), forget))
    assert not interior.is_interior(b"no book")


def test_nothing_that_is_proved_is_changed_by_the_proof():
    with pikepdf.open(io.BytesIO(sound())) as before:
        assert "/Outlines" not in before.Root
    assert problems(sound()) == problems(sound())
