"""The PDF writer's small rules, each alone."""

import re
from dataclasses import replace

import pytest

from fic2book import fonts, markup, themes
from fic2book.errors import SettingsError
from fic2book.model import Image, Lettering, Section
from fic2book.writers.pdf import (
    colophon,
    contents,
    cover_page,
    imprint,
    long_words,
    openers,
    ornament,
    running_heads,
    tables,
    titles,
)
from fic2book.writers.pdf import page as pages
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR

THEME = themes.load("classic")
PAGE = themes.design(THEME)
FACE = pages.face(THEME.fonts, PAGE)
ROOM = running_heads.room(THEME, PAGE)


def test_the_text_block_is_a_whole_number_of_lines_deep():
    depth = PAGE.height - PAGE.top - PAGE.bottom
    assert PAGE.lines == 34
    assert depth == pytest.approx(34 * 14.75, abs=0.2)
    assert PAGE.bottom >= PAGE.least_bottom


def test_a_theme_without_a_page_is_an_error_that_says_so():
    with pytest.raises(SettingsError, match=r"Add a \[type\] table"):
        themes.design(replace(THEME, tokens={}))


def test_a_theme_with_a_word_for_a_number_is_an_error_that_names_it():
    wrong = {"type": {**THEME.tokens["type"], "size": "large"}}
    with pytest.raises(SettingsError, match="large"):
        themes.design(replace(THEME, tokens=wrong))


LONG_TITLE = "A Very Long Title Indeed for a Story Which Has Only a Small Thing to Say"


def test_a_short_head_stays_as_it_is():
    assert running_heads.shortened("The Harbour Bell", ROOM) == "The Harbour Bell"


@pytest.mark.parametrize("name", themes.design_names())
def test_a_long_head_ends_after_a_whole_word_and_inside_its_measure(name):
    page = themes.design(THEME, name)
    room = running_heads.room(THEME, page)
    head = running_heads.shortened(LONG_TITLE * 2, room)
    assert head.endswith("…")
    assert head[:-1] != LONG_TITLE * 2
    assert LONG_TITLE.startswith(head[:-1]) or head.startswith(LONG_TITLE)
    assert page.measure * 0.6 < titles.width_of(head, room) < page.measure


def test_a_head_of_one_endless_word_is_cut():
    assert len(running_heads.shortened("x" * 300, ROOM)) < 70


def test_a_head_that_cannot_be_measured_is_cut_by_its_letters():
    bare = replace(THEME, fonts=())
    for room in (running_heads.room(bare, PAGE), ROOM):
        assert 20 < len(running_heads.shortened("Ж" + "水" * 300, room)) < 70


def test_a_story_by_nobody_known_runs_under_the_books_title():
    content = pdf_books.anthology(pdf_books.story("a", "x", authors=()), pdf_books.story("b", "y"))
    section = next(section for section in pdf_books.book(content).sections if section.id == "a")
    assert running_heads.heads(section, content) == ("The Lemon Tide", "A")


@pytest.mark.parametrize(("asked", "rectos"), [("recto", True), ("any", False)])
def test_openers_are_where_they_are_asked_for(asked, rectos):
    content = pdf_books.anthology(pdf_books.story("a", *HARBOUR), openers=asked)
    assert openers.on_rectos(content, PAGE) is rectos


def test_long_stories_open_on_rectos_and_short_ones_on_the_next_page():
    short, long = pdf_books.story("a", *HARBOUR), pdf_books.story("b", *HARBOUR * 12)
    assert openers.on_rectos(pdf_books.anthology(long, long, short), PAGE)
    assert not openers.on_rectos(pdf_books.anthology(short, short, long), PAGE)


def test_the_pages_of_a_story_are_estimated_as_they_are_printed():
    content = pdf_books.anthology(*(pdf_books.story(f"s{count}", *HARBOUR * count) for count in (3, 6, 12)))
    book = pdf_books.printed(content)
    for story in content.stories:
        assert abs(openers.pages(story, PAGE) - len(book.pages_of(story.id))) <= 1


@pytest.mark.parametrize(
    "title", ["Winter Lights and Other Stories", "The Very Long Road That Led Us Home Again at Last"]
)
def test_a_title_of_several_lines_breaks_into_lines_of_like_length(title):
    heading = markup.new("h1", title)
    titles.balance(heading, titles.Setting(FACE, 30, PAGE.measure))
    width = float(re.match(r"max-width:([\d.]+)pt", heading.get("style"))[1])
    assert width < PAGE.measure
    whole = fonts.shape(title, FACE, 30).width
    count = -(-whole // PAGE.measure)
    assert width < whole / count * 1.35


def test_a_title_that_fits_its_line_is_left_alone():
    heading = markup.new("h1", "Winter")
    titles.balance(heading, titles.Setting(FACE, 30, PAGE.measure))
    assert heading.get("style") is None


def displayed(kind: str, markup_of_section: str, theme: str = "romance"):
    """Balance what stands apart in a section, as a theme sets it."""
    looks = themes.load(theme)
    section = Section(id="a", kind=kind, title="A", matter="body", body="", language="en")
    element = markup.parse(markup_of_section)[0]
    titles.balance_display(element, section, looks, themes.design(looks))
    return element


def test_a_titles_line_does_not_end_behind_a_hyphen():
    title = displayed("story", "<section><h1>Wind South-West, Nine</h1></section>")[0]
    (kept,) = title
    assert (title.text, kept.text, kept.tail) == ("Wind ", "South-West", ", Nine")
    assert kept.get("style") == "white-space:nowrap"


def test_a_title_without_hyphens_and_one_too_long_for_a_line_stay_as_they_are():
    long = "-".join(["Every", "Lighthouse", "From", "Here", "To", "Morning"])
    for words in ("Wind, Nine – Ten", "- A -", long):
        assert len(displayed("story", f"<section><h1>{words}</h1></section>")[0]) == 0


@pytest.mark.parametrize("theme", ["romance", "adventure", "modern"])
def test_the_words_of_a_part_do_not_leave_one_alone(theme):
    text = "The mail ship Patience Underhill delivers everything, sooner or later, in the end."
    part = displayed("part", f'<section><p class="part-text">{text}</p></section>', theme)
    assert "max-width" in part[0].get("style")
    forced = displayed("part", f'<section><p class="part-text">{text}<br/>Two.</p></section>', theme)
    assert forced[0].get("style") is None


def test_no_story_ends_on_a_page_of_one_line_or_two():
    def tale(count: int):
        return pdf_books.story(f"s{count}", *(f"The {n} bell rang and nobody came." for n in range(count)))

    content = pdf_books.anthology(*(tale(count) for count in range(16, 30)))
    book = pdf_books.printed(content)
    last = {one.id: book.texts[book.pages_of(one.id)[-1]].count("bell rang") for one in content.stories}
    assert any(len(book.pages_of(one.id)) > 1 for one in content.stories)
    assert min(last.values()) >= 3


def test_words_of_common_length_are_not_divided():
    root = markup.parse(f"<p>{HARBOUR[0]} Donaudampfschifffahrtsgesellschaft</p>")
    before = markup.serialise(root)
    long_words.divide(root)
    assert markup.serialise(root) == before


def test_a_long_word_keeps_its_letters_and_its_accents():
    word = "a\u0301" * 200
    root = markup.parse(f"<p>{word}</p>")
    long_words.divide(root)
    assert "\u200b\u0301" not in root[0].text
    assert root[0].text.replace("\u200b", "") == word


def test_only_tables_that_are_too_wide_are_tightened():
    root = markup.parse(f"<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>{'x' * 90}</td></tr></table>")
    tables.tighten(root, PAGE)
    assert ["tight" in (table.get("class") or "") for table in root] == [False, True]


def test_a_colophon_longer_than_its_page_begins_at_its_head():
    short, long = markup.parse("<p>Made.</p>"), markup.parse("<p>Made at length, from this and that.</p>" * 60)
    colophon.sink(short, PAGE)
    colophon.sink(long, PAGE)
    assert "padding-top" in short.get("style")
    assert long.get("style") is None


def test_contents_get_air_when_they_fit_one_page_with_it():
    entry = '<li class="entry"><a href="#{}"><span class="entry-title">T</span></a></li>'
    few, many = (
        markup.parse(f'<section class="contents">{entry.format("s") * count}</section>')[0] for count in (8, 9)
    )
    contents.add_folios(few, PAGE)
    contents.add_folios(many, PAGE)
    assert (few.get("class"), many.get("class")) == ("contents airy", "contents")


def test_an_ornament_that_no_face_has_becomes_asterisks():
    def drawn(sign):
        looks = replace(THEME.looks, scene=replace(THEME.looks.scene, sign=sign))
        return ornament.drawings(replace(THEME, looks=looks), PAGE)[ornament.SCENE]

    assert drawn("\ue123") == drawn("* * *") != drawn("❦")


def test_titles_are_measured_as_they_are_lettered():
    plain, spaced = (
        markup.new("h1", "Winter Lights and Other Stories"),
        markup.new("h1", "Winter Lights and Other Stories"),
    )
    titles.balance(plain, titles.Setting(FACE, 20, PAGE.measure))
    capitals = Lettering(caps="capitals", tracking=0.1)
    titles.balance(spaced, titles.Setting(FACE, 20, PAGE.measure, capitals, flush=True))
    assert plain.get("style") is None
    assert re.fullmatch(r"max-width:[\d.]+pt;word-spacing:0", spaced.get("style"))


@pytest.mark.parametrize("theme", ["adventure", "gothic", "modern"])
def test_the_wide_word_spaces_of_a_theme_leave_no_word_of_a_summary_alone(theme):
    summary = "<p>Two years of weather reports, one postcard, and forty boats listening.</p>"
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("wind", *HARBOUR, summary=summary)), looks=theme)
    lines = [line.strip() for line in book.texts[book.pages_of("wind")[0]].splitlines()]
    (last,) = (line for line in lines if line.endswith("listening."))
    assert len(last.split()) > 2


def test_the_last_page_hangs_on_the_left_edge_where_its_theme_does():
    words = "Printed at home on cream paper of ninety grams, folded in signatures and sewn on linen tapes."
    for theme, is_centred in ((themes.load("clear"), False), (THEME, True)):
        page = markup.parse(f"<section><p>{words}</p></section>")[0]
        imprint.even_out(page, theme, themes.design(theme))
        assert "max-width" in page[0].get("style")
        assert ("auto" in page[0].get("style")) is is_centred


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(1600, 2560, "cut"), (1000, 1000, "whole"), (3000, 1000, "whole")]
)
def test_a_cover_of_other_proportions_is_not_cut(width, height, kind):
    cover = Image(data=b"", media_type="image/png", width=width, height=height, alt="A cover")
    page = cover_page.section(cover, "Cover", PAGE.width / PAGE.height)
    assert page.get("class") == f"cover {kind}"
    assert page[0].get("alt") == "A cover"


def test_the_call_of_a_footnote_is_large_enough_to_be_touched():
    body = (
        '<p>She read it<a class="noteref" href="#fn-1" id="fnref-1">1</a>.</p><aside class="footnote" id="fn-1">'
        '<p><a class="backref" href="#fnref-1">1</a> The fourth.</p></aside>'
    )
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("calls", body)))
    boxes = [[float(edge) for edge in one.Rect] for page in book.pdf.pages for one in page.get("/Annots", [])]
    assert len(boxes) > 2
    assert all(right - left >= 9.9 and top - bottom >= 9.9 for left, bottom, right, top in boxes)
