"""Books for printers: the page, its margins, a gutter that follows the pages, and sentences for what cannot be."""

import io
from dataclasses import replace
from functools import cache
from math import inf
from pathlib import Path
from statistics import median

import pikepdf
import pypdfium2
import pytest

from fic2book import config, cover, pipeline, themes
from fic2book.bindery import printers
from fic2book.binding import Order, Typesetting, Volume, printing, trims
from fic2book.checks.pdf import margins
from fic2book.dressing import Dress, dressed
from fic2book.errors import SettingsError
from fic2book.model import Anthology, PrintSettings, Settings, Written
from fic2book.reading import silent
from tests.bindery.printed_pdfs import data, reading
from tests.bindery.test_printers import CASES, INCH, inches
from tests.tools import ROOT
from tests.writers import pdf_books

KDP, LULU, HOME = (printers.printer(name) for name in ("kdp", "lulu", "home"))


def dress(**wishes) -> Dress:
    page = wishes.pop("page", "")
    settings = Settings(folder=Path(), output=Path(), to=("print",), page=page, printing=PrintSettings(**wishes))
    return Dress(theme=themes.load("classic"), wish=cover.Wish("", "", "", "cover"), settings=settings)


def order(anthology: Anthology, **wishes) -> Order:
    return Order(volumes=(Volume(anthology=anthology),), dress=dress(**wishes), typesetting=Typesetting())


@cache
def lemons():
    return pdf_books.many_parts()


def page(asked="", house=KDP, theme="classic"):
    return trims.page(themes.load(theme), asked, house)


def test_without_a_wish_it_is_the_themes_own_page_or_the_printers_nearest():
    assert page(house=KDP).name == "5.5x8.5"
    cramped = replace(LULU, trims=(printers.Trim(6 * INCH, 9 * INCH), printers.Trim(8 * INCH, 10 * INCH)))
    assert (page(house=cramped).width, page(house=cramped).height) == (6 * INCH, 9 * INCH)


@pytest.mark.parametrize(
    ("asked", "house", "width", "height"),
    [
        ("a5", LULU, 5.83, 8.27),  # the printer's own measures of it
        ("a5", KDP, 5.8268, 8.2677),
        ("5.06x7.81in", KDP, 5.06, 7.81),
        ("a6", HOME, 4.1339, 5.8268),
        ("letter", KDP, 8.5, 11),
    ],
)
def test_the_page_that_is_asked_for_is_the_printers_trim(asked, house, width, height):
    found = page(asked, house)
    assert (found.width, found.height) == (inches(width), inches(height))


def test_a_printer_binds_even_what_is_meant_for_single_leaves():
    assert page("letter", KDP).is_bound
    assert not page("letter", HOME).is_bound


@pytest.mark.parametrize(
    ("asked", "house", "said"),
    [
        ("a6", KDP, "KDP prints no pages of a6. The nearest that it has: --page 5.06x7.81in."),
        ("a6", LULU, "--page 4.25x6.875in."),
        ("130x200mm", LULU, "--page 5x8in."),
        ("9x12in", KDP, "--page 8.27x11.69in."),
    ],
)
def test_a_page_that_the_printer_does_not_make_is_refused_with_the_nearest(asked, house, said):
    with pytest.raises(SettingsError) as error:
        page(asked, house)
    assert said in str(error.value)
    assert page(str(error.value).partition("--page ")[2].rstrip("."), house)


@pytest.mark.parametrize("row", CASES["gutter"], ids=lambda row: row["printer"])
def test_margins_are_at_least_the_printers_for_each_number_of_pages(row):
    house = printers.printer(row["printer"])
    bare = replace(page(house=house), inner=0, outer=0, top=0, least_bottom=0)
    for pages, inner in row["inner"]:
        found = trims.with_margins(bare, house, pages)
        assert found.inner == inches(inner)
        assert found.outer == printers.outside(house)
        assert min(found.top, found.least_bottom) > printers.outside(house)
        assert trims.with_margins(page(house=house), house, pages).inner >= page(house=house).inner


def recorded(*counts: int, house) -> tuple[Typesetting, object]:
    """Return a press that was at work already: for each gutter of a printer a book of so many pages."""
    own = dress()
    book = dressed(lemons(), own, trims.page(own.theme, "", house), is_printed=False)
    press = Typesetting()
    for (most, _), count in zip(house.gutters, counts, strict=True):
        pages = 9999 if most == inf else int(most)
        kept = replace(book, page=trims.with_margins(book.page, house, pages))
        press.keep(kept, Written(files={".pdf": data(reading(*[b"BT ET"] * count))}))
    return press, book


GROWING = replace(KDP, gutters=((4, 60.0), (8, 70.0), (inf, 80.0)))


@pytest.mark.parametrize(
    ("counts", "pages", "inner", "times"),
    [
        ((4, 4, 4), 4, 60, 0),
        ((6, 6, 6), 6, 70, 1),
        ((6, 10, 12), 12, 80, 2),  # wider margins take more pages
        ((10, 10, 10), 10, 80, 1),
        ((6, 4, 4), 4, 70, 1),  # fewer pages again: the wider gutter stays
        ((10, 6, 2), 2, 80, 1),
    ],
)
def test_a_book_is_typeset_once_more_while_its_pages_want_a_wider_gutter(counts, pages, inner, times):
    press, book = recorded(*counts, house=GROWING)
    made = printing.typeset(book, press, GROWING, printers.paper(KDP))
    assert (made.pages, made.book.page.inner) == (pages, inner)
    assert [problem.code for problem in made.problems] == ["gutter-widened"] * times
    assert made.rules.inner <= inner


def test_the_sentence_of_a_wider_gutter_names_pages_and_inches():
    press, book = recorded(6, 6, 6, house=replace(GROWING, gutters=((4, 60.0), (8, 72.0), (inf, 80.0))))
    wide = replace(GROWING, gutters=((4, 60.0), (8, 72.0), (inf, 80.0)))
    (problem,) = printing.typeset(book, press, wide, printers.paper(KDP)).problems
    assert problem.message == "for 6 pages KDP wants 1 in at the spine: the book was typeset once more with that."


@pytest.mark.parametrize(
    ("house", "paper", "pages", "said"),
    [
        (KDP, "white", 900, "“The Lemon Tide” has 900 pages, and KDP binds no more than 828 pages of 5.5 × 8.5 in on "
         "its paper “white”. Ask for volumes (--volumes auto) or for a larger --page."),
        (KDP, "cream", 800, "Ask for volumes (--volumes auto) or for a larger --page, or for --printer-paper white."),
        (LULU, "", 20, "binds no fewer than 32"),
        (KDP, "std_color", 30, "binds no fewer than 72"),
    ],
)  # fmt: skip
def test_too_many_and_too_few_pages_are_one_sentence_with_the_way_out(house, paper, pages, said):
    flat = replace(house, gutters=((inf, 36.0),))
    press, book = recorded(pages, house=flat)
    made = printing.typeset(book, press, flat, printers.paper(house, paper))
    with pytest.raises(SettingsError) as error:
        printing.prove_pages(made, flat, printers.paper(house, paper))
    assert said in str(error.value)


def test_a_book_that_fits_is_bound_and_at_home_any_does():
    for house, pages in ((KDP, 828), (HOME, 2), (HOME, 1000)):
        flat = replace(house, gutters=((inf, 36.0),))
        press, book = recorded(pages, house=flat)
        made = printing.typeset(book, press, flat, printers.paper(house))
        printing.prove_pages(made, flat, printers.paper(house))
        assert made.pages == pages


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"printer": "kdp", "paper": "vellum"}, "KDP has no paper “vellum”. Take one of white, cream"),
        ({"printer": "kdp", "page": "a6"}, "--page 5.06x7.81in"),
        ({"printer": "nobody"}, "there is no printer “nobody”"),
    ],
)
def test_wishes_that_cannot_be_are_refused_before_the_press_runs(wishes, said):
    with pytest.raises(SettingsError) as error:
        printing.make(order(lemons(), **wishes))
    assert said in str(error.value)


@cache
def widened():
    """Return a small book for a printer whose gutter grows to an inch with the sixth page."""
    house = replace(KDP, gutters=((4, 36.0), (inf, 72.0)))
    own = dress()
    longer = pdf_books.anthology(pdf_books.story("the-harbour-bell", *pdf_books.HARBOUR * 6))
    book = dressed(longer, own, trims.page(own.theme, "5x8", house), is_printed=False)
    return printing.typeset(book, Typesetting(), house, printers.paper(KDP))


def test_the_gutter_of_the_finished_pages_is_the_printers_to_a_thousandth_of_an_inch():
    """Measured from where the letters of each line begin, on rectos, and end, on versos."""
    made = widened()
    document = pypdfium2.PdfDocument(made.data)
    rectos, versos = [], []
    for number, leaf in enumerate(document):
        words = leaf.get_textpage()
        letters = enumerate(words.get_text_range())
        boxes = [words.get_charbox(place, loose=True) for place, letter in letters if not letter.isspace()]
        if len(boxes) > 500:
            rectos += [round(box[0], 2) for box in boxes] if number % 2 == 0 else []
            versos += [round(made.rules.width - box[2], 2) for box in boxes] if number % 2 else []
    assert made.problems[-1].code == "gutter-widened"
    assert commonest_edge(rectos) == inches(1)
    assert commonest_edge(versos) == inches(1)


def commonest_edge(edges):
    """Return the edge at which most lines begin or end; the widths of letters end them a few hundredths apart."""
    tenths = [round(edge, 1) for edge in edges if edge < min(edges) + 5]
    most = max(sorted(set(tenths)), key=tenths.count)
    return median(edge for edge in edges if abs(edge - most) < 0.3)


def test_nothing_stands_in_the_zones_that_the_printer_wants_free():
    made = widened()
    assert list(margins.problems(made.data, made.rules)) == []
    assert list(margins.problems(made.data, replace(made.rules, inner=76)))
    assert list(margins.problems(made.data, replace(made.rules, outside=60)))


@pytest.mark.parametrize("theme", ["gothic", "romance"])
def test_heads_and_folios_stay_inside_the_half_inch_of_lulu(theme):
    house = replace(LULU, trims=())
    own = replace(dress(printer="lulu"), theme=themes.load(theme))
    small_page = trims.page(own.theme, "a6", house)
    book = dressed(small(), own, small_page, is_printed=False)
    made = printing.typeset(book, Typesetting(), house, printers.paper(LULU))
    assert list(margins.problems(made.data, made.rules)) == []


@cache
def small():
    return pdf_books.anthology(pdf_books.story("the-harbour-bell", *pdf_books.HARBOUR * 2))


@pytest.fixture(scope="module")
def made():
    coloured = order(small(), printer="home", page="a6", paper="color")
    black = order(small(), printer="home", page="a6")
    return printing.make(coloured), printing.make(black)


def test_the_file_has_its_name_and_proves_itself(made):
    for bound in made:
        assert set(bound.files) == {"-print.pdf"}
        (proof,) = bound.proofs
        assert list(proof(bound.files)) == []
        assert {problem.code for problem in proof({"-print.pdf": bound.files["-print.pdf"][:-900]})} == {
            "pdf-unreadable"
        }


def test_black_paper_gets_black_and_coloured_paper_keeps_colours(made):
    coloured, black = (bound.files["-print.pdf"] for bound in made)
    assert operators(coloured) & {"rg", "RG"}
    assert not operators(black) & {"rg", "RG", "k", "K"}


def operators(book):
    with pikepdf.open(io.BytesIO(book)) as pdf:
        return {str(one.operator) for leaf in pdf.pages for one in pikepdf.parse_content_stream(leaf)}


def test_what_goes_round_the_book_knows_its_leaves(made):
    for bound in made:
        (leaves,) = bound.blocks.values()
        assert (leaves.width, leaves.height) == (inches(4.1339), inches(5.8268))
        assert leaves.thickness == pytest.approx(leaves.pages / 2 * 0.1 * 72 / 25.4)
    elsewhere = order(lemons(), printer="ingram", page="5x8")
    assert printing.block(elsewhere.volumes[0], elsewhere).thickness == 0


@pytest.mark.slow
@pytest.mark.parametrize(("printer", "page"), [("kdp", "5x8"), ("lulu", "a5"), ("ingram", "6x9"), ("home", "a6")])
def test_the_books_of_the_manuscripts_are_as_printers_want_them(printer, page, tmp_path):
    wishes = {"to": ("print",), "page": page, "printer": printer, "output": tmp_path}
    built = pipeline.build(config.load(ROOT / "manuscripts", wishes), silent)
    assert not built.missing
    assert not [problem for problem in built.problems if problem.severity == "error"]
    assert [place.name for place in built.books.values()] == ["lamp-letter-line-print.pdf"]


def test_an_interior_is_made_once_for_all_who_ask():
    one = order(small(), printer="home", page="a6")
    first = printing.interior(one.volumes[0], one)
    assert printing.interior(one.volumes[0], one) is first
    assert one.typesetting.pdf(first.book).files[".pdf"] == first.reading
