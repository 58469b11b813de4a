"""A binder's name, mark and series in the finished books: where they stand, how they look, what libraries hear."""

import io
from dataclasses import replace

import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from fic2book import raster, themes
from fic2book.model import Image, Imprint
from fic2book.writers import pdf
from tests.sections.shelf import anthology, story
from tests.writers import pdf_books
from tests.writers.epub_books import DC, OPF, documents, entries, package, without_fonts
from tests.writers.pdf_books import printed

WORDS = "Twenty words make a paragraph that is long enough to be set on one line and a little more."


def drawing(colour: str = "black") -> Image:
    """Return a ring on nothing."""
    picture, target = Picture.new("RGBA", (60, 40), (0, 0, 0, 0)), io.BytesIO()
    ImageDraw.Draw(picture).ellipse((2, 2, 57, 37), outline=colour, width=6)
    picture.save(target, "PNG")
    return Image(data=target.getvalue(), media_type="image/png", width=60, height=40)


def book(**fields: object):
    stories = (story("ash", f"<p>{WORDS}</p>", permission="CC BY 4.0"), story("bay", f"<p>{WORDS}</p>"))
    return anthology(*stories, **fields)


def said(content, name: str) -> list[str]:
    return [element.text for element in package(without_fonts(content)).iter(f"{DC}{name}")]


def metas(content) -> dict[str, str]:
    found = list(package(without_fonts(content)).iter(f"{OPF}meta"))
    return {(one.get("property") or one.get("name")): (one.text or one.get("content")) for one in found}


@pytest.fixture(scope="module")
def paper():
    press = Imprint(name="Moth & Lamp", place="Lowestoft", edition="Copy 1 of 3", logo=drawing())
    return printed(book(imprint=press))


def test_libraries_hear_the_press_the_permissions_and_the_rights():
    told = book(imprint=Imprint(name="Moth & Lamp"), rights="All theirs.")
    assert said(told, "publisher") == ["Moth & Lamp"]
    assert said(told, "rights") == ["All theirs.", "Ash: CC BY 4.0"]
    assert said(book(), "publisher") == []


def test_libraries_hear_the_books_series_and_its_number():
    found = metas(book(series="The Quay Papers", series_number="2"))
    assert found["belongs-to-collection"] == found["calibre:series"] == "The Quay Papers"
    assert found["group-position"] == found["calibre:series_index"] == "2"


@pytest.mark.parametrize("number", ["", "two", "IV", "2a", "-1"])
def test_a_number_that_is_none_is_told_to_people_only(number):
    found = metas(book(series="The Quay Papers", series_number=number))
    assert found["calibre:series"] == "The Quay Papers"
    assert not {"group-position", "calibre:series_index"} & found.keys()


def test_a_black_mark_is_seen_on_black_pages_and_a_coloured_one_keeps_its_colours():
    for colour, wanted in (("black", (117, 117, 117)), ("white", (117, 117, 117)), ("#a03020", (160, 48, 32))):
        content = book(imprint=Imprint(logo=drawing(colour)))
        found = entries(without_fonts(content))["EPUB/images/press.logo.png"]
        seen = Picture.open(io.BytesIO(found)).convert("RGBA")
        assert seen.getpixel((30, 4)) == (*wanted, 255), colour
        assert seen.getpixel((30, 20))[3] == 0


def test_the_mark_stands_on_the_title_page_with_words(paper):
    page = documents(without_fonts(paper.book.anthology))["EPUB/text/title-page.xhtml"]
    (image,) = (one for one in page.iter() if str(one.tag).endswith("img"))
    assert (image.get("src"), image.get("alt")) == ("../images/press.logo.png", "Mark of Moth & Lamp")


def test_in_print_the_press_stands_on_the_last_line_of_the_title_page(paper):
    page = paper.starts["title-page"]
    assert paper.texts[page].split()[-1] == "Lowestoft"
    design = paper.book.page
    last = paper.tops(page)[-1]
    assert design.height - design.bottom - design.leading < last < design.height - design.bottom


def test_in_print_the_mark_has_words_and_is_no_larger_than_a_publishers(paper):
    (figure,) = (one for one in paper.tagged("Figure") if str(one.Alt) == "Mark of Moth & Lamp")
    left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert paper.page_of(figure) == paper.starts["title-page"]
    assert top - bottom <= 4 * paper.book.page.leading
    assert (right - left) / (top - bottom) == pytest.approx(1.5, abs=0.02)


@pytest.mark.parametrize("name", [name for name, _ in themes.names()])
def test_in_every_theme_sixteen_names_leave_room_for_the_press(name):
    theme = themes.load(name)
    authors = tuple(f"quayside_reader_{number}" for number in range(16))
    stories = (story("ash", f"<p>{WORDS}</p>", authors=authors[:9]), story("bay", authors=authors[9:]))
    press = Imprint(name="Moth & Lamp", place="Lowestoft", logo=drawing())
    content = anthology(
        *stories, title="Letters, Lamps, Lines", subtitle="Tales of three worlds", editor="Ann Quill", imprint=press
    )
    made = replace(pdf_books.book(content), theme=theme, page=themes.design(theme))
    pages = [page.casefold() for page in raster.pdf_text(pdf.write(made).files[".pdf"])]
    title_page = next(page for page in pages if "lowestoft" in page)
    assert "quayside_reader_15" in title_page
    assert "lines: tales" not in title_page  # so begins the colophon


def test_a_title_page_too_full_for_the_press_loses_nothing():
    authors = tuple(f"Author Number {number} of Many" for number in range(150))
    stories = (story("ash", f"<p>{WORDS}</p>", authors=authors[:70]), story("bay", authors=authors[70:]))
    paper = printed(anthology(*stories, imprint=Imprint(name="Moth & Lamp", place="Lowestoft")))
    words = " ".join(" ".join(paper.texts[number] for number in paper.pages_of("title-page")).split())
    assert all(f"Author Number {number} of" in words for number in range(150))
    assert "Moth & Lamp Lowestoft" in words


def test_the_last_page_has_neither_head_nor_folio(paper):
    assert paper.pages_of("press")[-1] == len(paper.texts) - 1
    assert " ".join(paper.texts[-1].split()) == "Colophon Copy 1 of 3 Moth & Lamp, Lowestoft"
