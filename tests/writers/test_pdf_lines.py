"""Lines chosen paragraph by paragraph: where they end, what is foretold, and that no measure can cost a word."""

import re
from functools import cache

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book import press, raster, themes
from fic2book.press.paragraphs import Composer, Paragraph, Piece, Run, Setting
from fic2book.writers.pdf import lines, page
from fic2book.writers.pdf.lines import following, hyphenation, total_fit
from tests.writers.pdf_books import HARBOUR

INLINE = (
    "The cornet — <i>that</i> cornet — had been <b>mended</b> twice by the man at the customs house, who was no tinker,"
    " and once by the tinker, who was <em>worse</em>; since then it had three notes of its own, a well-worn valve,"
    ' and <span style="letter-spacing:.05em;font-variant-caps:small-caps">a reputation</span> along the quay.'
)
TEXT = (*(text for text in HARBOUR if len(text) > 150), INLINE)
PLAIN = re.compile(r"<[^>]+>")
CSS = """
@page { size: 290pt 600pt; margin: 20pt }
html { font-family: "EB Garamond"; font-size: 11pt; line-height: 14.5pt; text-align: justify; hyphens: auto;
  overflow-wrap: break-word; hyphenate-limit-chars: 6 3 3 }
p { margin: 0; text-indent: 1em }
"""


def typeset(compose: Composer | None, *texts: str, css: str = "") -> bytes:
    fonts = themes.load("classic").fonts
    html = f'<html lang="en"><title>Lines</title>{"".join(f"<p>{text}</p>" for text in texts)}'
    served = {font.path.name: font.path.read_bytes() for font in fonts}
    return press.typeset(html, (page.faces(fonts), CSS, css), served, compose=compose).pdf


def read(pdf: bytes) -> list[str]:
    return [line for text in raster.pdf_text(pdf) for line in text.replace("\ufffe", "‐").split("\r\n")]


def right_ends(pdf: bytes) -> list[float]:
    """Return where each letter of the first page ends, in points from its left edge."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return [page.get_charbox(number)[2] for number in range(page.count_chars())]


def letters(rows: list[str]) -> str:
    """Return the words as they are without hyphens, seen and unseen, and line ends."""
    return re.sub(r"[\s\xad‐-]", "", "".join(rows))


class Foretelling:
    """A composer that keeps what it chose."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def __call__(self, paragraph: Paragraph) -> Setting | None:
        chosen = total_fit.lines(paragraph)
        start = 0
        for at in chosen.breaks:
            self.rows.append(paragraph.text[start : at.place].strip() + "‐" * at.is_hyphen)
            start = at.place
        return following.setting(paragraph, chosen)


def spaced(paragraph: Paragraph, factor: float) -> Paragraph:
    """Return a paragraph whose every measure is wrong."""
    wrong = tuple(piece._replace(width=piece.width * factor, gap=piece.gap / factor) for piece in paragraph.pieces)
    return paragraph._replace(pieces=wrong, width=lambda a, b: paragraph.width(a, b) * factor)


@cache
def greedy() -> list[str]:
    return read(typeset(None, *TEXT))


def test_every_line_ends_where_it_was_foretold():
    foretold = Foretelling()
    found = read(typeset(foretold, *TEXT))
    assert [row.strip().replace("\xad", "") for row in found] == foretold.rows
    assert len(foretold.rows) > 20


@pytest.mark.parametrize("spacing", ["0", ".035em"])
def test_lines_end_where_they_were_foretold_where_the_face_changes_at_every_third_word(spacing):
    text = [re.sub(r"(\S+ \S+ )(\S+)", r"\1<i>\2</i>", PLAIN.sub("", one)) for one in TEXT]
    wrong = 0
    for width in range(180, 250, 5):
        foretold = Foretelling()
        found = read(
            typeset(foretold, *text, css=f"@page {{ size: {width}pt 2000pt }} p {{ word-spacing: {spacing} }}")
        )
        wrong += len({row.strip() for row in found} ^ set(foretold.rows)) > 0
    assert wrong == 0


def test_a_word_joined_to_another_face_takes_only_its_neighbour_to_the_next_line():
    words = "a thousand years ago the keepers of the lamp agreed to tell all of the people of the sea that all were but"
    joined = Setting(joined=frozenset({len(words) + 1}))
    for width in range(196, 226, 3):
        css = f"@page {{ size: {width}pt 900pt }} p {{ text-indent: 0; hyphens: manual }}"
        found = read(
            typeset(
                lambda _: joined, f"{words} <i>two</i> ways to come there", css=f"{css} p {{ text-align: justify }}"
            )
        )
        assert any("but two" in row for row in found)
        assert min(map(len, found[:-1])) > 20


@pytest.mark.parametrize("spacing", [".05em", "-.02em", "1pt"])
def test_a_design_with_word_spaces_of_its_own_is_foretold_too(spacing):
    foretold = Foretelling()
    found = read(typeset(foretold, *TEXT, css=f"html {{ word-spacing: {spacing} }}"))
    assert [row.strip().replace("\xad", "") for row in found] == foretold.rows


def test_a_narrow_hyphenation_zone_divides_more_words_and_makes_more_even_lines():
    counts = []
    for zone in (4, 10, 25):
        foretold = Foretelling()
        typeset(foretold, *TEXT * 2, css=f"html {{ hyphenate-limit-zone: {zone}% }} @page {{ size: 230pt 900pt }}")
        counts.append(sum(row.endswith("‐") for row in foretold.rows))
    assert counts[0] > counts[1] > counts[2]


def test_the_press_alone_would_have_ended_them_elsewhere():
    assert read(typeset(lines.compose, *TEXT)) != greedy()


def test_the_letters_are_the_same_and_no_mark_is_left_in_them():
    found = read(typeset(lines.compose, *TEXT))
    assert letters(found) == letters([PLAIN.sub("", text) for text in TEXT]) == letters(greedy())
    assert not set("\u2060\xad\u200b\u00a0") & set("".join(found))


@pytest.mark.parametrize("factor", [0.5, 0.9, 1.1, 3.0])
def test_a_wrong_measure_costs_no_word_and_nothing_leaves_the_page(factor):
    pdf = typeset(lambda paragraph: lines.compose(spaced(paragraph, factor)), *TEXT)
    assert letters(read(pdf)) == letters(greedy())
    assert max(map(len, read(pdf))) < 75


def test_an_answer_without_sense_costs_no_word():
    senseless = Setting(hyphens=frozenset(range(0, 900, 7)), joined=frozenset(range(0, 900, 5)), tightened=0.2)
    assert letters(read(typeset(lambda _: senseless, *TEXT))) == letters(greedy())


def test_lines_beside_a_drop_cap_and_after_a_forced_end_are_foretold_too():
    foretold = Foretelling()
    cap = '<span style="float:left;width:30pt;height:42pt"></span>'
    found = read(typeset(foretold, cap + TEXT[1], f"{TEXT[0]}<br>{TEXT[2]}"))
    assert [row.strip().replace("\xad", "") for row in found] == foretold.rows


@pytest.mark.parametrize(
    "css", ["p { text-align: center }", "p { text-align: left; hyphens: manual }", "p { white-space: pre-wrap }"]
)
def test_what_is_no_running_text_is_left_to_the_press(css):
    asked = Foretelling()
    typeset(asked, *TEXT, css=css)
    assert not asked.rows


ZONE = 0.1


def measured(text: str, *rooms: float, justified: bool = True, divides: bool = True) -> Paragraph:
    """Measure a text as a typewriter would: each sign is 1 wide, each space 1."""
    pieces = []
    for word in re.finditer(r"\S+ ?", text):
        own = word[0].rstrip()
        pieces.append(Piece(word.start(), word.start() + len(own), word.end(), len(own), 0.0, len(word[0]) - len(own)))
    return Paragraph(
        text, tuple(pieces), (Run(0, text, "en"),), rooms, 1.0, 1.0, justified, (6, 3, 3) if divides else None, 1.0,
        ZONE, lambda a, b: float(b - a),
    )  # fmt: skip


def rows(paragraph: Paragraph) -> list[str]:
    ends = [at.place for at in total_fit.lines(paragraph).breaks]
    return [paragraph.text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)]


def followed(paragraph: Paragraph, room: float) -> list[str]:
    """Break lines as a press does that never looks ahead, but at the marks."""
    marks = following.setting(paragraph, total_fit.lines(paragraph))
    size = total_fit.lines(paragraph).size
    units = [place for piece in paragraph.pieces for place in (piece.next,) if place not in marks.joined]
    found, start = [], 0
    while start < len(paragraph.text):
        chances = sorted({*units, *marks.hyphens})
        fitting = [
            place
            for place in chances
            if place > start and _length(paragraph.text[start:place], marks) * size + (place in marks.hyphens) <= room
        ]
        end = max(fitting, default=min(place for place in chances if place > start))
        found.append(paragraph.text[start:end].strip())
        start = end
    return found


def _length(text: str, marks: Setting) -> float:
    return len(text.rstrip()) - text.rstrip().count(" ") * marks.tightened


def test_a_loose_line_is_spared_by_ending_the_one_before_earlier():
    text = "aa aa aa aa aa aa bb ccccccccccc dd dd dd dd dd"
    assert rows(measured(text, 20.0, divides=False))[0] == "aa aa aa aa aa aa bb"
    evened = total_fit.lines(measured(text, 20.0, divides=False)).ratios
    assert max(evened[:-1]) < 4


def test_a_last_line_of_one_short_word_is_avoided_where_there_is_a_choice():
    text = "the sea was grey and the boats were in and all of us went up to it"
    assert rows(measured(text, 64.0, justified=False, divides=False))[-1] != "it"


@pytest.mark.parametrize(
    ("word", "whole"), [("lighthouse", False), ("Gibraltar", True), ("well-mannered", True), ("LIGHTHOUSE", True)]
)
def test_names_capitals_and_compounds_stay_whole(word, whole):
    found = list(hyphenation.points(Run(0, word, "en"), (0, len(word)), (6, 3, 3)))
    assert bool(found) != whole


def test_a_full_line_beside_a_drop_cap_stays_in_its_place_where_the_face_changes_behind_it():
    cap = '<span style="float:left;font-size:30pt;line-height:1">T</span>'
    text = f"{cap}he scene is the exterior of a cottage in one of the desperately rustic <b>afternoons of August</b>."
    for width in range(176, 240, 2):
        book = typeset(lines.compose, text, css=f"@page {{ size: {width}pt 600pt; margin: 20pt }}")
        assert all(ends <= width - 19.5 for ends in right_ends(book))


def test_no_line_begins_with_the_dash_behind_a_word():
    def begun(compose: Composer | None) -> list[str]:
        columns = [
            read(typeset(compose, text, css=f"@page {{ size: {width}pt 2000pt }}")) for width in range(160, 200, 4)
        ]
        return [row for rows in columns for row in rows if row.startswith("—")]

    text = " ".join(["The bell—he had it cast—rang over <i>all</i>—all—of them."] * 6)
    assert begun(None)
    assert not begun(lines.compose)


def test_a_language_without_patterns_divides_nothing():
    assert not list(hyphenation.points(Run(0, "lighthouse", "tlh"), (0, 10), (6, 3, 3)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "of", "the", "bell", "quay", "harbour", "lighthouse"]), min_size=8, max_size=40))
def test_a_press_that_never_looks_ahead_is_led_to_the_chosen_ends(words):
    paragraph = measured(" ".join(words), 30.0)
    chosen = rows(paragraph)
    if followed(paragraph, 30.0) != chosen:
        assert followed(paragraph, 30.0)[:-1] == chosen[:-2]  # the last line's words fit into the one before
