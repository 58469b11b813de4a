"""The measuring tool sees what is wrong with a page: each fault is made on purpose and must be found."""

from dataclasses import replace
from functools import cache

import pytest

from fic2book import themes
from fic2book.writers import pdf
from tests.writers.pdf_books import HARBOUR, anthology, book, story
from tools.measure.glyphs import sheets
from tools.measure.limits import broken, limits
from tools.measure.measuring import Measured, measured

SCENES = [block for text in HARBOUR * 9 for block in (text, '<hr class="scene"/>')]
CHAPTERS = [block for number in range(9) for block in (f"<h2>The {number}th</h2>", *HARBOUR[3:5])]
LONG_WORDS = (
    "Understandably uncharacteristic representatives unceremoniously misinterpreted international telecommunications, "
    "notwithstanding incomprehensible administrative responsibilities, disproportionate circumstantial considerations, "
    "and extraordinarily unsympathetic superintendents. "
)
LONE_LINES = "html { orphans: 1; widows: 1 }"
FREE_BREAKS = "div.scene { break-before: auto; break-after: auto }"
FAULTS = {
    "orphans": LONE_LINES,
    "widows": LONE_LINES,
    "break at head": FREE_BREAKS,
    "break at foot": FREE_BREAKS,
    "heading at foot": "h2 { break-after: auto } h2 + p { break-inside: avoid }",
    "outside": ".story-text p:nth-child(4) { margin-right: -2em }",
    "longest run": "html { hyphenate-limit-chars: 4 2 2; hyphenate-limit-zone: 0 } "
    "p { padding-right: 45%; white-space: pre-line }",  # pre-line is left to the press alone
    "caps wrong": ".drop-cap { margin-bottom: 1.2rlh }",
}
"""What is measured → the style that spoils it."""
MORE = {"longest run": (LONG_WORDS * 2,)}
"""What is measured → the paragraphs that spoil it too."""


@cache
def found(css: str = "", *more: str) -> Measured:
    stories = (
        story("the-harbour-bell", *HARBOUR * 5),
        story("lanterns", HARBOUR[0], *SCENES, HARBOUR[0], authors=("Bo Quill",)),
        story("four-lemons", *CHAPTERS, *more, *HARBOUR * 3),
    )
    return measured(pdf.write(book(anthology(*stories), css)).files[".pdf"])


def test_a_sound_book_breaks_no_limit_and_its_page_is_read_as_it_was_designed():
    sound = found()
    assert sound.figures.values["lines"] > 100
    assert not dict(broken(sound.figures, "5.5x8.5", is_justified=True)).keys() - {"characters", "hyphenated"}
    box = sound.box
    assert (box.size, box.leading, box.rows, box.is_justified) == (11.25, 14.75, 34, True)
    assert (box.left, box.indent) == ((57.6, 46.8), pytest.approx(11.25, abs=0.1))
    assert sound.figures.values["caps"] > 0
    assert sound.figures.values["off the grid"] == 0


@pytest.mark.parametrize("measure", FAULTS)
def test_what_is_broken_on_purpose_is_found(measure):
    assert found().figures.values[measure] <= dict(_most())[measure]
    spoilt = found(FAULTS[measure], *MORE.get(measure, ()))
    assert measure in dict(broken(spoilt.figures, "5.5x8.5", is_justified=True))
    assert [one for one in spoilt.figures.findings if one.measure == measure and one.page and one.words]


def _most():
    return [(limit.measure, limit.most) for limit in limits("5.5x8.5")]


def test_a_ligature_does_not_divide_its_word():
    literata = themes.load("modern")
    joined = replace(book(anthology(story("thursday", *["The thrush thinks. Thus: Thole. " * 12] * 6))), theme=literata)
    pages = sheets(pdf.write(joined).files[".pdf"])
    read = {word.text for sheet in pages for row in sheet.rows for word in row}
    assert {"Thus:", "Thole."} <= read
    assert "T" not in read
