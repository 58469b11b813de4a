"""QR codes in the printed credits: a scanner reads each one and finds the story's address; nothing else has one."""

import io

import pytest
import zxingcpp
from PIL import Image as Picture
from PIL import ImageDraw

from fic2book import markup, raster, themes
from fic2book.writers.pdf import qr_codes
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import XHTML, documents, without_fonts
from tests.writers.pdf_books import printed

SHORT = "https://example.org/works/61834"
LONG = "https://example.org/" + "a-very-long-part-of-an-address/" * 7 + "?chapter=1&view=full#end"
MM = 72 / 25.4
PAGE = themes.design(themes.load("classic"))


def book(*addresses: str, **fields: object):
    told = (story(f"tale-{n}", "<p>She was late.</p>", url=url) for n, url in enumerate(addresses))
    return anthology(*told, **{"qr": True, **fields})


def scanned(pdf: bytes, scale: float = 3) -> list[str]:
    """Return what a scanner reads on all pages, from the head down; at scale 3 a page has 216 dots an inch."""
    pages = [Picture.open(io.BytesIO(page)) for page in raster.pdf_pages(pdf, scale)]
    found = [(page, code) for page, picture in enumerate(pages) for code in zxingcpp.read_barcodes(picture)]
    return [code.text for _, code in sorted(found, key=lambda pair: (pair[0], pair[1].position.top_left.y))]


@pytest.fixture(scope="module")
def paper():
    return printed(book(SHORT, "", LONG))


def test_a_scanner_reads_the_address_of_every_story_that_has_one(paper):
    assert scanned(paper.data) == [SHORT, LONG]


def test_a_spoilt_code_is_not_read(paper):
    page = paper.starts["credits"]
    leaf = Picture.open(io.BytesIO(list(raster.pdf_pages(paper.data, 3))[page])).convert("L")
    (place, _) = zxingcpp.read_barcodes(leaf)
    corner = place.position.top_left
    ImageDraw.Draw(leaf).rectangle((corner.x, corner.y, corner.x + 60, corner.y + 60), fill=255)
    assert SHORT not in [code.text for code in zxingcpp.read_barcodes(leaf)]


def test_its_words_are_the_address(paper):
    assert [str(figure.Alt) for figure in paper.tagged("Figure") if str(figure.Alt).startswith("http")] == [SHORT, LONG]


def test_a_code_is_at_least_fifteen_millimetres_wide_with_white_round_it_and_whole_lines_deep():
    page = markup.parse(f'<div class="credit"><p class="address"><a href="{SHORT}">x</a></p></div>')
    ((_, drawing),) = qr_codes.draw(page, PAGE).items()
    image = page[0][0]
    side = float(image.get("style").partition("width:")[2].partition("pt")[0])
    view = markup.parse(drawing.decode())[0].get("viewBox").split()
    modules = int(view[2]) - 2 * 4
    assert side * modules / (modules + 8) >= 15 * MM
    assert side / PAGE.leading == pytest.approx(round(side / PAGE.leading))


def test_the_level_lets_a_stain_lie_on_it():
    page = markup.parse(f'<div class="credit"><p class="address"><a href="{SHORT}">x</a></p></div>')
    ((_, drawing),) = qr_codes.draw(page, PAGE).items()
    (code,) = zxingcpp.read_barcodes(Picture.open(io.BytesIO(raster.svg_to_jpeg(drawing.decode(), 400, 400))))
    assert (code.text, code.ec_level) == (SHORT, "M")


@pytest.mark.parametrize(
    "href", ["mailto:ada@example.org", "#tale-0", "https://example.org/" + "x" * 1200, "https://e.org/" + "x" * 4000]
)
def test_what_is_no_address_of_the_web_or_too_long_for_the_page_has_no_code(href):
    page = markup.parse(f'<div class="credit"><p class="address"><a href="{href}">x</a></p></div>')
    assert qr_codes.draw(page, PAGE) == {}
    assert not list(page.iter("img"))


def test_links_to_other_works_have_none():
    page = markup.parse(f'<div class="credit"><p class="detail"><a href="{SHORT}">Before</a></p></div>')
    assert qr_codes.draw(page, PAGE) == {}


def test_nobody_gets_codes_who_did_not_ask_and_an_epub_has_links():
    assert scanned(printed(book(SHORT, qr=False)).data) == []
    page = documents(without_fonts(book(SHORT)))["EPUB/text/credits.xhtml"]
    assert [link.text for link in page.iter(f"{XHTML}a")][-1] == SHORT
    assert not list(page.iter(f"{XHTML}img"))
