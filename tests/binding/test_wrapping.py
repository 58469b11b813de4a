"""A wrap as its maker gets it: one sheet, its words where they may stand, proved again from the finished file."""

import io
from dataclasses import replace

import pikepdf
import pytest

from fic2book import raster
from fic2book.binding import wrapping
from fic2book.errors import SettingsError
from fic2book.model import Imprint, Severity, Story
from tests.binding.wrapped import BLURB, BOOK, INCH, MILLIMETRE, made, order, picture, problems
from tests.cover.books import LONG, book

A5 = (148 * MILLIMETRE, 210 * MILLIMETRE, 240)
BY_HAND = {"printer": "home", "block": A5}
PRESS = Imprint(name="Lantern & Thorn", place="Saint Ives", colophon="Bound by hand in an edition of seven.")


def said(bound, name="-wrap.pdf"):
    return " ".join(" ".join(raster.pdf_text(bound.files[name])).split())


@pytest.mark.parametrize(
    "wishes",
    [
        {},
        pytest.param({"printer": "lulu"}, marks=pytest.mark.slow),
        {"printer": "lulu", "kind": "casewrap"},
        pytest.param({**BY_HAND, "kind": "paperback"}, marks=pytest.mark.slow),
        pytest.param({**BY_HAND, "kind": "jacket"}, marks=pytest.mark.slow),
        {**BY_HAND, "kind": "case"},
        pytest.param({"grey": True}, marks=pytest.mark.slow),
    ],
    ids=lambda wishes: " ".join(str(wish) for wish in wishes.values() if isinstance(wish, str)) or "kdp",
)
def test_every_kind_of_wrap_is_made_and_proved(wishes):
    bound = made(**wishes)
    assert problems(bound) == []
    with pikepdf.open(io.BytesIO(bound.files["-wrap.pdf"])) as pdf:
        assert len(pdf.pages) == 1
        assert "/StructTreeRoot" not in pdf.Root
        assert "/Metadata" not in pdf.Root
    assert len(bound.files["-wrap.pdf"]) < 40_000_000
    assert all(name in said(bound).replace("\xad", "") for name in ("Nine winters", "Mara Ellison", "not for sale"))


def test_the_same_book_gives_the_same_wrap():
    assert wrapping.make(order(guides=True)).files == made(guides=True).files


@pytest.mark.parametrize(
    "style",
    [
        "horizon",
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in ("plate", "quarter", "label", "frame", "roundel", "arch")
        ),
    ],
)
def test_each_layout_has_a_back_with_room_for_words_that_keep_to_it(style):
    bound = made(title=LONG, style=f"{style} tiles", block=(5 * INCH, 8 * INCH, 500), printer="lulu")
    assert problems(bound) == []
    assert "Nine winters" in said(bound)


@pytest.mark.slow
def test_a_book_from_the_right_has_its_front_at_the_left():
    hebrew = book("המגדלור האחרון", ("נועה ברק",), language="he", description="תשעה חורפים על חוף אחד.")
    bound = wrapping.make(order(hebrew))
    assert problems(bound) == []
    plan = wrapping.plan(order(hebrew), order(hebrew).volumes[0])
    assert plan.areas["front"].x < plan.areas["spine"].x < plan.areas["back"].x


@pytest.mark.slow
def test_a_book_in_japanese_is_made_with_a_spine_of_upright_signs():
    bound = wrapping.make(order(book("星の海を渡る手紙", ("田中ゆき",), language="ja", description="九つの冬。")))
    assert [problem for problem in problems(bound) if problem.code != "glyph-missing"] == []


def test_flaps_tell_of_the_story_and_of_its_authors_and_the_back_lists_the_stories():
    stories = tuple(
        Story(file="a", origin="t", title=title, body="<p>x</p>", authors=("Mara Ellison",))
        for title in ("Salt", "Nine")
    )
    anthology = replace(BOOK, stories=stories, about="<p>Quill has never said where.</p>", imprint=PRESS)
    words = said(wrapping.make(order(anthology, **BY_HAND, kind="jacket")))
    for expected in ("Nine winters", "never said where", "edition of seven", "Salt", "Lantern & Thorn, Saint Ives"):
        assert expected in words


@pytest.mark.slow
def test_without_a_description_the_back_lists_the_stories():
    stories = tuple(
        Story(file="a", origin="t", title=title, body="<p>x</p>", authors=(by,))
        for title, by in (("The Lamplighter’s Arithmetic", "Mara Ellison"), ("Salt", "Quill"))
    )
    words = said(wrapping.make(order(replace(BOOK, description="", stories=stories))))
    assert "Arithmetic" in words
    assert "Salt" in words


@pytest.mark.parametrize("many", [22, pytest.param(63, marks=pytest.mark.slow)])
def test_a_long_list_of_stories_keeps_to_its_panel(many):
    names = ("Mara Ellison", "quillofthenorth_and_other_places")
    title = "A Short and Incomplete History of the Harbour Master’s Left Boot"
    stories = tuple(
        Story(file="a", origin="t", title=f"{title} {number}", body="<p>x</p>", authors=(names[number % 2],))
        for number in range(many)
    )
    anthology = replace(BOOK, stories=stories, authors=names, imprint=PRESS)
    bound = wrapping.make(order(anthology, **BY_HAND, kind="jacket"))
    assert problems(bound) == []
    assert "quillofthenorth_and_other_places" in said(bound)


def test_what_has_no_room_is_told():
    anthology = replace(BOOK, description=f"{BLURB} " * 14)
    bound = wrapping.make(order(anthology))
    assert [problem.code for problem in bound.problems] == ["wrap-room"]
    assert "the end of the description" in bound.problems[0].message
    assert "Nine winters" in said(bound)
    assert problems(bound) == []


def test_a_spine_without_words_says_why():
    bound = made(block=(6 * INCH, 9 * INCH, 60))
    assert [(problem.code, problem.severity) for problem in bound.problems] == [("wrap-spine", Severity.INFO)]
    assert "from 80 pages on, and this book has 60" in bound.problems[0].message
    assert problems(bound) == []


def test_words_on_a_spine_of_two_millimetres_are_one_sentence_with_the_way_out():
    with pytest.raises(SettingsError) as raised:
        wrapping.make(order(printer="home", block=(*A5[:2], 40), kind="paperback", spine_text="always"))
    assert "the spine is 2.0 mm broad" in str(raised.value)
    assert "spine_text" in str(raised.value.way_out)


@pytest.mark.slow
def test_an_estimated_spine_is_told():
    assert [problem.code for problem in made(printer="ingram").problems] == ["wrap-measure"]


def test_guides_are_a_second_file_and_the_first_is_the_same():
    plain, guided = made(), made(guides=True)
    assert list(plain.files) == ["-wrap.pdf"]
    assert plain.files["-wrap.pdf"] == guided.files["-wrap.pdf"]
    words = said(guided, "-wrap-proof.pdf")
    for zone in (
        "back",
        "spine",
        "front",
        "barcode: left free",
        "12.926 in",
        "9.250 in",
        "is bleed",
        "words stay inside",
    ):
        assert zone in words


def test_a_case_comes_with_what_is_to_be_cut():
    words = said(made(**BY_HAND, kind="case"), "-wrap-proof.pdf")
    assert "Cut 2 × board: 144.0 mm" in words
    assert "Cut 1 × spine strip: 16.0 mm" in words
    assert "back hinge" in words


@pytest.mark.parametrize(
    "shown", ["band", pytest.param("full", marks=pytest.mark.slow), pytest.param("framed", marks=pytest.mark.slow)]
)
def test_a_persons_picture_is_the_front_in_cloth_of_its_colours(shown):
    bound = wrapping.make(order(replace(BOOK, cover=picture()), picture=shown))
    found = problems(bound)
    assert [problem.code for problem in found] == ["wrap-picture"]
    assert "pixels an inch" in found[0].message
    assert raster.resolutions(bound.files["-wrap.pdf"])


@pytest.mark.slow
def test_a_picture_of_other_proportions_stands_whole():
    wide = replace(BOOK, cover=picture(size=(2400, 900)))
    bound = wrapping.make(order(wide))
    assert min(raster.resolutions(bound.files["-wrap.pdf"])) > 300
    assert problems(bound) == []


@pytest.mark.slow
def test_grey_wraps_have_no_colour():
    page = next(iter(raster.pdf_pages(made(grey=True).files["-wrap.pdf"], 0.3)))
    from PIL import Image

    colours = Image.open(io.BytesIO(page)).convert("RGB").getcolors(1_000_000)
    assert all(max(colour) - min(colour) <= 2 for _, colour in colours)
