"""The finished PDF by its meaning: what stands where, what is read, what is never there."""

import io
import re

import pikepdf
import pytest

from fic2book import letters, markup
from fic2book.model import Severity
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR, Printed

LEADING = 14.75
STORIES = ("the-harbour-bell", "lanterns", "a-pause-for-breath", "three-lemons")


@pytest.fixture(scope="module")
def book():
    return pdf_books.printed(pdf_books.many_parts())


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


def edges(printed: Printed) -> int:
    """Count the scene breaks that stand over or under all text of their page."""
    count = 0
    for figure in printed.tagged("Figure")[1:]:
        page = printed.page_of(figure)
        top = 612 - float(figure.A.BBox[3])
        on_page = printed.tops(page)
        count += not on_page[0] < top < on_page[-1]
    return count


def test_the_press_has_nothing_to_complain_of(book):
    assert book.problems == ()


def test_the_outline_names_every_part_and_chapter_on_its_page(book):
    stories = [(level, title) for level, title, _ in book.outline]
    assert stories == [
        (1, "Cover"),
        (1, "Title page"),
        (1, "Colophon"),
        (1, "Dedication"),
        (1, "Contents"),
        (1, "Content notes"),
        (1, "Foreword"),
        (1, "The Harbour Bell — Ada Finch"),
        (1, "Lanterns — Bo Quill"),
        (1, "A Pause For Breath — Bo Quill"),
        (1, "Three Lemons — Ada Finch and Cass Wren"),
        (2, "The first"),
        (2, "The second"),
        (1, "Index"),
        (2, "Authors"),
    ]
    assert [page for _, title, page in book.outline if "—" in title] == [book.starts[name] for name in STORIES]


def test_page_labels_are_roman_in_front_and_arabic_from_the_first_story(book):
    first = book.starts[STORIES[0]]
    assert book.labels[:4] == ["C1", "C2", "i", "ii"]
    assert book.labels[first - 1 : first + 3] == ["x", "1", "2", "3"]


def test_the_printed_folios_are_the_page_labels(book):
    for name in (*STORIES, "contents", "foreword"):
        for page in book.pages_of(name):
            assert not lines(book.texts[page]) or lines(book.texts[page])[-1] == book.labels[page]


def test_the_contents_print_the_pages_where_the_stories_are(book):
    said = re.findall(r"^(.+?) (\d+)$", "\n".join(lines(book.texts[book.starts["contents"]])), re.MULTILINE)
    titles = {story.title: story.id for story in book.book.anthology.stories}
    assert {title: page for title, page in said if title in titles} == {
        title: book.labels[book.starts[name]] for title, name in titles.items()
    }


def test_half_title_title_contents_and_the_first_story_are_rectos(book):
    for name in ("half-title", "title-page", "dedication", "contents", "foreword", STORIES[0]):
        assert book.starts[name] % 2 == 0
    assert book.starts["colophon"] == book.starts["title-page"] + 1


def test_running_heads_name_the_author_left_and_the_story_right(book):
    for page in list(book.pages_of(STORIES[0]))[1:]:
        assert ("Ada Finch" if page % 2 else "The Harbour Bell") in lines(book.texts[page])


def test_openers_blanks_and_display_pages_have_no_head(book):
    opener = lines(book.texts[book.starts["lanterns"]])
    assert opener[:2] == ["Lanterns", "by Bo Quill"]
    assert opener[1:].count("Bo Quill") == opener[1:].count("Lanterns") == 0
    assert lines(book.texts[book.starts["half-title"]]) == ["The Lemon Tide"]
    assert lines(book.texts[book.starts["dedication"]]) == ["For those on the quay"]
    assert [lines(book.texts[page]) for page in (1, 3, 7, 11)] == [[], [], [], []]


def test_a_book_by_one_author_has_its_own_title_on_the_left_pages():
    alone = pdf_books.printed(pdf_books.anthology(pdf_books.story("lanterns", *HARBOUR * 4)))
    verso, recto = list(alone.pages_of("lanterns"))[1:3]
    assert "The Lemon Tide" in lines(alone.texts[verso])
    assert "Lanterns" in lines(alone.texts[recto])
    assert "Ada Finch" not in alone.texts[verso]


def test_each_storys_words_stand_there_in_order(book):
    for story in book.book.anthology.stories:
        heads = {story.title, ", ".join(story.authors)}
        pages = [book.texts[page] for page in book.pages_of(story.id)]
        folios = {book.labels[page] for page in book.pages_of(story.id)}
        text = letters.letters(" ".join(line for page in pages for line in lines(page) if line not in heads | folios))
        assert letters.letters(markup.plain(story.body)) in text


def test_every_font_is_embedded_in_part_and_is_the_themes(book):
    fonts = {str(font.BaseFont): font for page in book.pdf.pages for font in page.Resources.Font.values()}
    assert fonts
    for name, font in fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+EB-Garamond.*", name)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_every_page_has_the_trim_size(book):
    assert {tuple(map(float, page.MediaBox)) for page in book.pdf.pages} == {(0, 0, 396, 612)}


def test_lines_of_all_text_pages_stand_on_the_same_grid(book):
    pages = [page for name in ("lanterns", "a-pause-for-breath") for page in list(book.pages_of(name))[1:]]
    offsets = [(top - 50.4) % LEADING for page in pages for top in book.tops(page)]
    assert len(offsets) > 100
    assert max(offsets) - min(offsets) < 0.3


def test_margins_are_mirrored(book):
    recto, verso = book.pages_of(STORIES[0])[2], book.pages_of(STORIES[0])[1]
    lefts = {
        page: min(float(x) for x in re.findall(rb"1 0 0 -1 ([\d.]+) [\d.]+ Tm", book.content(page)))
        for page in (recto, verso)
    }
    assert round(lefts[recto] * 0.75) == 58
    assert round(lefts[verso] * 0.75) == 47


def test_scene_breaks_are_pictures_that_a_screen_reader_names(book):
    said = [str(figure.Alt) for figure in book.tagged("Figure")]
    assert said == ["Cover: The Lemon Tide", *["Scene break"] * 24]


def test_no_scene_break_stands_at_the_edge_of_a_page(book):
    assert edges(book) == 0


def test_scene_breaks_would_stand_at_edges_without_the_rule():
    loose = "div.scene { break-before: auto; break-after: auto }"
    assert edges(pdf_books.printed(pdf_books.many_parts(), loose)) > 0


def test_no_pause_is_lost_at_the_edge_of_a_page(book):
    pages = [lines(book.texts[page])[1:-1] for page in book.pages_of("a-pause-for-breath")]
    assert len(pages) > 3
    for page in pages[1:-1]:
        assert not page[0].startswith("He thought")
        assert not re.search(r"So \d+\.$", page[-1])


def test_heads_and_folios_are_artifacts(book):
    page = book.pages_of(STORIES[0])[1]
    content = book.content(page)
    assert content.count(b"/Artifact <</Type /Pagination>> BDC") == 2
    marked = len(re.findall(rb"/MCID \d+", content))
    tagged = [
        kid
        for element in book.elements
        if book.page_of(element) == page
        for kid in element.get("/K", [])
        if _is_mark(kid)
    ]
    assert len(tagged) == marked > 30


def test_each_mark_in_the_tree_belongs_to_one_element(book):
    marks = [
        (book.page_of(element), int(kid)) for element in book.elements for kid in element.get("/K", []) if _is_mark(kid)
    ]
    assert len(marks) == len(set(marks))


def test_each_link_has_one_tag_and_one_annotation(book):
    page = book.pdf.pages[book.starts["contents"]]
    links = [link for link in book.tagged("Link") if book.page_of(link) == book.starts["contents"]]
    assert len(page.Annots) == len(links) == len((*STORIES, "content-notes", "foreword", "index"))


def test_title_authors_dates_and_language_are_written(book):
    info, root = book.pdf.docinfo, book.pdf.Root
    assert str(info.Title) == "The Lemon Tide"
    assert str(info.Author) == "Ada Finch, Bo Quill, Cass Wren"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20210304000000Z"
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with book.pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == "The Lemon Tide"
        assert xmp["dc:creator"] == ["Ada Finch", "Bo Quill", "Cass Wren"]


def test_the_file_is_sound(book):
    assert pikepdf.open(io.BytesIO(book.data)).check_pdf_syntax() == []


def test_a_story_in_another_language_is_read_and_divided_in_it():
    german = (
        "Die Verantwortungslosigkeit der Hafenverwaltung war das Gesprächsthema des Donnerstagnachmittags, auch unter "
        "den Beamtenanwärterinnen, die sonst nur über Zwiebelkuchen und Straßenbahnverbindungen redeten, und über die "
        "Landungsbrückenbeleuchtungsangelegenheiten."
    )
    book = pdf_books.printed(
        pdf_books.anthology(pdf_books.story("bell", HARBOUR[0]), pdf_books.story("hafen", *[german] * 6, language="de"))
    )
    first = book.starts["hafen"]
    assert {
        str(element.get("/Lang", ""))
        for element in book.pdf.Root.StructTreeRoot.K[0].K
        if book.page_of(element) == first
    } == {"de"}
    assert "\u2010" in book.texts[first] or "\xad" in book.texts[first] or "\ufffe" in book.texts[first]


def test_a_sign_that_no_font_has_is_told():
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("bell", "A private sign: \ue123 stood there.")))
    assert [(problem.code, problem.severity) for problem in book.problems] == [("glyph-missing", Severity.ERROR)]


def _is_mark(kid: object) -> bool:
    return not isinstance(kid, pikepdf.Dictionary)
