"""Page designs: by name, by measures, set in every theme; and the sentences for pages that cannot be."""

from dataclasses import replace

import pytest

from fic2book import themes
from fic2book.errors import SettingsError
from fic2book.model import PageDesign
from fic2book.writers import pdf
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR
from tools.measure.leaves import read

CLASSIC = themes.load("classic")
THEMES = [name for name, _ in themes.names()]
INCH, MM = 72.0, 72 / 25.4


def page(asked: str, theme: str = "classic") -> PageDesign:
    return themes.design(themes.load(theme), asked)


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ("5x8", 5 * INCH, 8 * INCH),
        ("5.5x8.5", 5.5 * INCH, 8.5 * INCH),
        ("a5", 148 * MM, 210 * MM),
        ("6x9", 6 * INCH, 9 * INCH),
        ("a6", 105 * MM, 148 * MM),
        ("a4", 210 * MM, 297 * MM),
        ("letter", 8.5 * INCH, 11 * INCH),
        ("130x200mm", 130 * MM, 200 * MM),
        ("13cm x 20cm", 130 * MM, 200 * MM),
        ("5,25 × 8 in", 5.25 * INCH, 8 * INCH),
    ],
)
def test_a_page_is_as_large_as_its_name_or_its_measures_say(asked, width, height):
    found = page(asked)
    assert (found.width, found.height) == (pytest.approx(width), pytest.approx(height))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", themes.design_names())
def test_every_theme_stands_on_every_page(theme, name):
    found = page(name, theme)
    assert 40 <= found.characters <= 78
    assert found.lines >= 18
    assert found.bottom >= found.least_bottom - 0.2
    assert found.height - found.top - found.bottom == pytest.approx(found.lines * found.leading, abs=0.2)


@pytest.mark.parametrize("theme", THEMES)
def test_a_themes_own_page_has_lines_that_read_well(theme):
    own = themes.design(themes.load(theme))
    assert 60 <= own.characters <= 74


@pytest.mark.parametrize("name", [name for name in themes.design_names() if page(name).is_bound])
def test_bound_pages_have_room_in_the_gutter_and_under_the_text(name):
    found = page(name)
    assert found.inner > found.outer
    assert found.bottom > found.top


@pytest.mark.parametrize(("wide", "high"), [(200, 200), (210, 148), (210, 297), (500, 500)])
def test_a_wide_page_gets_margins_and_no_endless_lines(wide, high):
    found = page(f"{wide}x{high}mm")
    assert found.characters == pytest.approx(72, abs=1)
    assert found.size <= page("6x9").size
    assert found.inner > found.outer


def test_measures_of_a_named_page_give_its_type_and_margins():
    named, measured = page("a5"), page("148x210mm")
    assert replace(measured, name="a5") == replace(
        named, **{side: pytest.approx(getattr(named, side)) for side in ("inner", "outer", "top", "least_bottom")}
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("folio", r"there is no page “folio”\. Take one of 5x8, .*measures such as 130x200mm"),
        ("letters", "Did you mean letter"),
        ("10x10mm", "nobody can hold a page of 10x10mm"),
        ("900x900mm", "nobody can hold a page of 900x900mm"),
        ("64x64mm", r"a page of 64x64mm has room for \d+ lines of \d+ letters.*Ask for a larger page"),
        ("0x0", "nobody can hold"),
        ("..x..", "there is no page"),
    ],
)
def test_a_page_that_cannot_be_is_refused_with_the_way_out(asked, said):
    with pytest.raises(SettingsError, match=said):
        page(asked)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"inner": "6in"}, "the margins leave no room"),
        ({"top": "9in"}, "the margins leave no room"),
        ({"size": 40}, "has room for"),
        ({"top": "5.5in"}, "has room for"),
        ({"width": "broad"}, "'broad' is no length"),
    ],
)
def test_a_theme_that_spoils_a_page_is_told(table, said):
    spoilt = replace(CLASSIC, tokens={**CLASSIC.tokens, "pages": {"a5": table}})
    with pytest.raises(SettingsError, match=said):
        themes.design(spoilt, "a5")


def test_a_theme_sets_a_page_its_own_way():
    tokens = {**CLASSIC.tokens, "pages": {"a5": {"size": 10, "leading": 14, "inner": "25mm"}}}
    own = themes.design(replace(CLASSIC, tokens=tokens), "a5")
    assert (own.size, own.leading, own.inner) == (10, 14, pytest.approx(25 * MM))
    assert own.title_sizes["story"] < page("a5").title_sizes["story"]


@pytest.fixture(scope="module")
def single() -> bytes:
    content = pdf_books.anthology(*(pdf_books.story(name, *HARBOUR * 4) for name in ("bell", "lanterns")))
    made = pdf_books.book(content)
    return pdf.write(replace(made, page=page("screen"))).files[".pdf"]


def test_a_screen_has_no_blank_pages_and_no_mirrored_margins(single):
    book = read(single)
    assert [leaf.number for leaf in book.leaves[1:] if not leaf.lines] == []
    assert book.box.left[0] == book.box.left[1]
    assert len(book.stories) >= 4


def test_large_print_is_ragged_and_divides_no_word():
    content = pdf_books.anthology(pdf_books.story("bell", *HARBOUR * 4))
    book = read(pdf.write(replace(pdf_books.book(content), page=page("large-print"))).files[".pdf"])
    assert not book.box.is_justified
    assert not [line.text for leaf in book.stories for line in leaf.lines if line.text.endswith("\u2010")]
    assert book.box.size >= 16


@pytest.mark.parametrize("name", ["a6", "screen"])
def test_a_small_page_holds_a_whole_title_page(name):
    names = tuple(f"Somebody With A Long Name {number}" for number in range(8))
    stories = [pdf_books.story(f"s{number}", *HARBOUR, authors=(who,)) for number, who in enumerate(names)]
    content = pdf_books.anthology(
        *stories, title="The Lemon Tide and Other Tales", subtitle="Of the harbour", editor="Perpetua Strand"
    )
    book = read(pdf.write(replace(pdf_books.book(content), page=page(name))).files[".pdf"])
    found = [leaf for leaf in book.leaves if leaf.section == "title-page" and leaf.lines]
    assert "Perpetua Strand" in " ".join(line.text for line in found[0].lines)
