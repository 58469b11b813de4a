"""Parts and pictures in the finished files: nested contents, outline and page numbers, pictures of every size."""

import io
from dataclasses import replace

import pytest
from PIL import Image as Picturing

from fic2book.model import Note, Part, Picture, Place
from fic2book.writers.pdf.running_heads import heads
from tests.writers import pdf_books
from tests.writers.epub_books import OPF, OPS, XHTML, documents, entries, package, without_fonts
from tests.writers.pdf_books import HARBOUR

PARTS = (
    Part(title="The Quay", stories=("harbour", "lanterns"), text="Early."),
    Part(title="The Sea", stories=("tide",)),
)


def picture(name: str, width: int, height: int, kind: str = "PNG") -> Picture:
    buffer = io.BytesIO()
    Picturing.new("RGB", (width, height), (90, 60, 40)).save(buffer, kind)
    return Picture(name=name, data=buffer.getvalue(), media_type=f"image/{kind.lower()}", width=width, height=height)


def in_parts(**fields: object):
    chapters = f'<h2 class="chapter">Out</h2><p>{HARBOUR[0]}</p><h2 class="chapter">Back</h2><p>{HARBOUR[3]}</p>'
    return pdf_books.anthology(
        pdf_books.story("harbour", *HARBOUR),
        pdf_books.story("lanterns", chapters, authors=("Bo Quill",)),
        pdf_books.story("tide", *HARBOUR, authors=("Cass Wren",)),
        pdf_books.story("after", *HARBOUR),
        parts=PARTS,
        **fields,
    )


@pytest.fixture(scope="module")
def epub():
    return without_fonts(in_parts())


def listed(element) -> list:
    """Return a list of the navigation as nested (label, href, children)."""
    return [
        (item.find(f"{XHTML}a").text, item.find(f"{XHTML}a").get("href"), listed(inner) if inner is not None else [])
        for item in element.findall(f"{XHTML}li")
        for inner in [item.find(f"{XHTML}ol")]
    ]


def test_the_navigation_nests_stories_in_parts_and_chapters_in_stories(epub):
    nav = documents(epub)["EPUB/nav.xhtml"]
    toc = next(one for one in nav.iter(f"{XHTML}nav") if one.get(f"{OPS}type") == "toc")
    tree = {label: children for label, _, children in listed(toc.find(f"{XHTML}ol"))}
    assert [label for label, _, _ in tree["The Quay"]] == ["Harbour — Ada Finch", "Lanterns — Bo Quill"]
    assert [label for label, _, _ in tree["The Quay"][1][2]] == ["Out", "Back"]
    assert "After — Ada Finch" in tree
    assert b'name="dtb:depth" content="3"' in entries(epub)["EPUB/toc.ncx"]


def test_a_part_is_a_document_of_its_own_and_the_book_begins_with_it(epub):
    spine = [item.get("idref") for item in package(epub).iter(f"{OPF}itemref")]
    assert spine[spine.index("page-contents") + 1 :] == [
        "page-part-the-quay", "page-harbour", "page-lanterns", "page-part-the-sea", "page-tide", "page-after",
        "page-index",
    ]  # fmt: skip
    page = documents(epub)["EPUB/text/part-the-quay.xhtml"]
    assert [one.get(f"{OPS}type") for one in page.iter(f"{XHTML}section")] == ["part"]
    nav = documents(epub)["EPUB/nav.xhtml"]
    marks = {one.get(f"{OPS}type"): one.get("href") for one in nav.iter(f"{XHTML}a")}
    assert marks["bodymatter"] == "text/part-the-quay.xhtml"


@pytest.mark.parametrize("openers", ["recto", "any"])
def test_the_pdf_counts_from_the_first_parts_title_page(openers):
    book = pdf_books.printed(in_parts(openers=openers))
    assert book.problems == ()
    first = book.starts["part-the-quay"]
    assert book.labels[first] == "1"
    assert "The Quay" in book.texts[first]
    assert "Early." in book.texts[first]
    assert not any(line.strip() == "1" for line in book.texts[first].splitlines())
    for name in ("part-the-quay", "part-the-sea", "harbour", "tide"):
        assert openers == "any" or int(book.labels[book.starts[name]]) % 2 == 1
    contents = book.texts[book.starts["contents"]].split()
    assert [contents[contents.index(word) + 1] for word in ("Quay", "Sea")] == [
        book.labels[book.starts[name]] for name in ("part-the-quay", "part-the-sea")
    ]


def test_the_outline_nests_stories_in_parts():
    found = [(level, title) for level, title, _ in pdf_books.printed(in_parts()).outline]
    assert found[found.index((1, "The Quay")) :] == [
        (1, "The Quay"),
        (2, "Harbour — Ada Finch"),
        (2, "Lanterns — Bo Quill"),
        (3, "Out"),
        (3, "Back"),
        (1, "The Sea"),
        (2, "Tide — Cass Wren"),
        (1, "After — Ada Finch"),
        (1, "Index"),
        (2, "Authors"),
    ]


def test_in_a_book_by_one_author_the_left_head_is_the_part():
    content = in_parts()
    content = replace(content, stories=tuple(replace(one, authors=("Ada Finch",)) for one in content.stories))
    made = {section.id: section for section in pdf_books.book(content).sections}
    assert heads(made["harbour"], content) == ("The Quay", "Harbour")
    assert heads(made["after"], content) == ("The Lemon Tide", "After")


SIZES = {
    "taller than a page": (300, 4000),
    "wider than the measure": (4000, 300),
    "as large as a page": (600, 900),
    "one pixel": (1, 1),
    "a line": (2000, 1),
}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_picture_of_any_size_stands_inside_the_text_block(size):
    shown = picture("big", *size)
    body = (f"<p>{HARBOUR[0]}</p>", '<p><img src="picture:big" alt="A plate"/></p>', *HARBOUR[1:])
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("plates", *body, pictures=(shown,))))
    assert book.problems == ()
    figure = next(one for one in book.tagged("Figure") if str(one.Alt) == "A plate")
    left, bottom, right, top = map(float, figure.A.BBox)
    assert 43 <= left < right <= 396 - 43 + 0.1
    assert 61 <= bottom < top <= 612 - 50


def test_lines_below_a_picture_stand_on_the_lines_of_other_pages():
    shown = picture("odd", 311, 173)
    body = (HARBOUR[0], '<p><img src="picture:odd" alt="Odd"/></p>', *HARBOUR * 3)
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("plates", *body, pictures=(shown,))))
    pages = list(book.pages_of("plates"))
    grid = {round(line % 14.5, 0) % 14.5 for page in pages[1:] for line in book.tops(page)}
    assert {round(line % 14.5, 0) % 14.5 for line in book.tops(pages[0])[-6:]} <= grid


def test_a_story_names_the_appendix_and_the_appendix_the_storys_page():
    note = Note(place=Place.AFTER, body="<p>Thank you for waiting.</p>")
    content = replace(in_parts(), show_notes="appendix")
    content = replace(content, stories=tuple(replace(one, notes=(note,)) for one in content.stories))
    book = pdf_books.printed(content)
    story = " ".join(book.texts[book.pages_of("harbour")[-1]].split())
    assert "Author’s note: see “Authors’ notes” at the back of the book" in story
    assert "page" not in story
    page = book.labels[book.starts["harbour"]]
    assert f"Harbour, page {page}" in " ".join(book.texts[book.starts["harbour-notes"]].split())
    assert "Thank you for waiting." in book.texts[book.starts["harbour-notes"]]


@pytest.mark.parametrize("count", [13, 14])
def test_the_contents_leave_no_lone_line_on_their_last_page(count):
    names = [f"evening-{number}" for number in range(count)]
    authors = (("Ada Finch",), ("Bo Quill",))
    stories = [pdf_books.story(name, HARBOUR[1], authors=authors[place % 2]) for place, name in enumerate(names)]
    book = pdf_books.printed(pdf_books.anthology(*stories))
    pages = [book.texts[page].count("Evening ") for page in book.pages_of("contents") if book.texts[page].strip()]
    assert sum(pages) == count
    assert min(pages) >= 3
