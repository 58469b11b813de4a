"""The drop cap and its word: one word to the eye, to the ear and to every program that takes text from a page."""

import re

import pikepdf
import pytest

from fic2book import markup, themes
from fic2book.writers.pdf import drop_caps
from fic2book.writers.pdf import page as pages
from tests import tools
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR, Printed

LONG = " The rest of the paragraph is long enough for five lines, as the opening of a story mostly is." * 4
THEME = themes.load("classic")
PAGE = themes.design(THEME)


@pytest.fixture(scope="module")
def book():
    firsts = (
        "The night train came in late.",
        "I had a lantern once.",
        "Quiet fell, Ann’s most of all.",
        "<p><em>Joy</em> it was.",
    )
    stories = [
        pdf_books.story(f"s{number}", first + LONG + "</p>" * (first[0] == "<")) for number, first in enumerate(firsts)
    ]
    return pdf_books.printed(pdf_books.anthology(*stories))


def openings(texts: dict[int, str], book: Printed) -> list[str]:
    """Return each story's first word as it stands in its page's text."""
    words = ("The", "I", "Quiet", "Joy")
    return [
        word if re.search(rf"(?:^|\s){word}\s+(night|had|fell|it)\b", texts[book.starts[f"s{number}"]]) else ""
        for number, word in enumerate(words)
    ]


def test_pdfium_reads_the_word_in_one_piece(book):
    assert openings(dict(enumerate(book.texts)), book) == ["The", "I", "Quiet", "Joy"]


@pytest.mark.parametrize("way", [(), ("-raw",), ("-layout",)], ids=["reading-order", "raw", "layout"])
def test_poppler_reads_the_word_in_one_piece(book, tmp_path, way):
    file = tmp_path / "book.pdf"
    file.write_bytes(book.data)
    text = tools.run(tools.tool("pdftotext"), *way, file, "-").stdout
    assert openings(dict(enumerate(text.split("\f"))), book) == ["The", "I", "Quiet", "Joy"]


def test_mupdf_reads_the_word_in_one_piece(book, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(book.data)
    text = tools.run(tools.tool("mutool"), "draw", "-q", "-F", "txt", file).stdout
    assert openings(dict(enumerate(text.split("\f"))), book) == ["The", "I", "Quiet", "Joy"]


def test_the_tags_give_the_cap_and_the_word_to_one_paragraph_in_order(book):
    paragraph = next(
        element for element in book.tagged("P") if book.page_of(element) == book.starts["s0"] and len(element.K) > 3
    )
    marks = [int(kid) for kid in paragraph.K if not isinstance(kid, pikepdf.Dictionary)]
    assert marks == sorted(marks)
    content = book.content(book.starts["s0"])
    sizes = [re.search(rb"MCID %d>>\s*BDC.*?/\S+ ([\d.]+) Tf" % mark, content, re.DOTALL) for mark in marks[:2]]
    assert [round(float(size[1]) * 0.75, 1) for size in sizes] == [11.2, 11.2]


def combinations():
    """Yield every theme with drop caps on every page design; the classic's own page and its smallest in every run."""
    for name, _ in themes.names():
        theme = themes.load(name)
        for design in themes.design_names() if theme.looks.drop_cap_lines else ():
            quick = name == "classic" and design in {"5.5x8.5", "a6"}
            yield pytest.param(name, design, marks=() if quick else pytest.mark.slow)


@pytest.mark.parametrize(("name", "design"), list(combinations()))
def test_as_many_lines_stand_beside_the_cap_as_it_is_high(name, design):
    """A letter with a tail takes one more; without the point of safety roundings took one more now and then."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    stories = [
        pdf_books.story(letter, f"{letter}lone it stood there, and nobody came by." + LONG) for letter in letters
    ]
    theme = themes.load(name)
    page = themes.design(theme, design)
    book = pdf_books.printed(pdf_books.anthology(*stories, openers="any"), looks=name, page=design)
    caps = {letter: drop_caps.wrap(opening(letter), page, theme) for letter in letters}
    foot = caps["H"].ink[1]
    for letter, cap in caps.items():
        has_tail = cap.ink[1] > foot + 0.3 * page.leading
        assert (letter, beside_the_cap(book, letter, page.leading)) == (letter, page.drop_cap_lines + has_tail)


def opening(letter):
    return markup.parse(f'<p class="first opening drop">{letter}lone it stood there, and nobody came by.{LONG}</p>')


def beside_the_cap(book: Printed, name: str, leading: float) -> int:
    """Count the lines that begin behind the cap: those above the first line that begins at the margin."""
    content = book.content(book.starts[name])
    starts = [(float(y) * 0.75, float(x) * 0.75) for x, y in re.findall(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm", content)]
    margin = min(left for _, left in starts)
    lefts = {top: min(left for other, left in starts if abs(other - top) < 1) for top, _ in starts}
    line = min(top for top, left in lefts.items() if left < margin + 1)
    count = 0
    while any(abs(top - (line - leading)) < 1 and left > margin + 4 for top, left in lefts.items()):
        count, line = count + 1, line - leading
    return count


@pytest.mark.parametrize(
    "text",
    ["Too short for it.", "“Spoken first,” she said." + LONG, "1984 was the year." + LONG],
    ids=["short", "quotation", "figure"],
)
def test_a_paragraph_in_which_no_cap_fits_keeps_its_words_as_they_are(text):
    story = markup.parse(f'<p class="first opening drop">{text}</p>')
    assert drop_caps.wrap(story, PAGE, THEME) is None
    assert markup.plain_text(story) == text
    assert len(story[0]) == 0


def test_the_words_stay_the_same_with_a_cap():
    lead_in, rest = HARBOUR[0][:20], HARBOUR[0][20:]
    story = markup.parse(f'<p class="first opening drop"><span class="lead-in">{lead_in}</span>{rest}</p>')
    assert drop_caps.wrap(story, PAGE, THEME) is not None
    assert markup.plain_text(story) == HARBOUR[0]


def test_the_cap_is_as_high_as_the_capitals_of_the_first_line_and_stands_on_the_third():
    cap = drop_caps.drop_cap("H", PAGE, pages.face(THEME.fonts, PAGE))
    top, bottom = cap.ink
    first_base = (PAGE.leading - PAGE.size * 1.305) / 2 + PAGE.size * 1.007
    assert bottom == pytest.approx(first_base + 2 * PAGE.leading, abs=0.4)  # serifs overshoot
    assert top == pytest.approx(first_base - 0.65 * PAGE.size, abs=0.4)
