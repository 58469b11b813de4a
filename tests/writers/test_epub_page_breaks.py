"""Marks of printed pages: cases in ``tests/cases/page_breaks``, and what a whole EPUB says of its pages."""

import re
from dataclasses import replace

import pytest

from fic2book import markup
from fic2book.model import Printed, PrintedPage
from fic2book.words import words_of
from fic2book.writers import epub
from fic2book.writers.epub import page_breaks
from fic2book.writers.epub.documents import documents
from tests.sections.shelf import anthology, story
from tests.tools import ROOT
from tests.writers.epub_books import DC, OPF, OPS, XHTML, book, entries, package

CASES = (ROOT / "tests" / "cases" / "page_breaks" / "marks.txt").read_text(encoding="utf-8").split("====\n")
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
URN = "urn:uuid:7d2b3b0e-63f4-5a55-9a0e-3a1d0f8f3c11"
MARK = re.compile(r'<span [^>]*role="doc-pagebreak"[^>]*aria-label="(\d+)"[^>]*/>')


def marked(body: str, pages: list[PrintedPage]) -> str:
    section = markup.parse(f"<section>{body}</section>")[0]
    page_breaks.mark({"s": (section,)}, Printed(identifier=URN, pages=tuple(pages)))
    return MARK.sub(r"|\1|", re.sub(r' xmlns:\w+="[^"]*"', "", markup.serialise(section)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_a_page_begins_at_its_word(case):
    head, *pieces = re.split(r"^== ", case, flags=re.MULTILINE)
    *pages, (_, wanted) = (piece.split("\n", 1) for piece in pieces)
    printed = [
        PrintedPage(label=str(number), section="s", text=text, pictures=tuple(map(int, re.findall(r"\d+", kind))))
        for number, (kind, text) in enumerate(pages, 1)
    ]
    assert marked(head.partition("\n")[2].strip(), printed) == wanted.strip()


def test_a_scream_longer_than_lines_is_marked_where_the_page_begins():
    scream = "A" * 300
    pages = [PrintedPage(label=str(number), section="s", text="A" * 150) for number in (1, 2)]
    assert marked(f"<p>{scream}</p>", pages) == f"<p>|1|{'A' * 150}|2|{'A' * 150}</p>"


def paged(words: int = 400, first: int = 1):
    """Return a book of two stories, with printed pages of ten words."""
    texts = {
        name: " ".join(f"{name} word {place} of many said Marit again" for place in range(words)) for name in ("a", "b")
    }
    content = anthology(*(story(f"tide-{name}", f"<p>{text}</p>") for name, text in texts.items()))
    pages = []
    for name, text in texts.items():
        run = text.split()
        for place in range(0, len(run), 800):
            title = f"Tide {name.upper()} " if not place else ""
            pages.append((f"tide-{name}", title + " ".join(run[place : place + 800])))
    printed = tuple(
        PrintedPage(label=str(number), section=section, text=text)
        for number, (section, text) in enumerate(pages, first)
    )
    front = PrintedPage(label="iii", section="title-page", text=content.title)
    return replace(book(content), printed=Printed(identifier=URN, pages=(front, *printed)))


def files(book) -> dict[str, bytes]:
    return entries(epub.write(book).files[".epub"])


def test_marks_are_empty_labelled_and_listed_in_both_contents():
    found = files(paged())
    nav, ncx = (markup.parse_xml(found[f"EPUB/{name}"]) for name in ("nav.xhtml", "toc.ncx"))
    page_list = next(one for one in nav.iter(f"{XHTML}nav") if one.get(f"{OPS}type") == "page-list")
    listed = [(link.text, link.get("href")) for link in page_list.iter(f"{XHTML}a")]
    assert [label for label, _ in listed] == ["iii", *map(str, range(1, 9))]
    for label, address in listed:
        name, _, id_ = address.partition("#")
        mark = markup.parse_xml(found[f"EPUB/{name}"]).find(f".//{XHTML}span[@id='{id_}']")
        assert (mark.get("aria-label"), mark.get("role"), mark.get(f"{OPS}type")) == (
            label,
            "doc-pagebreak",
            "pagebreak",
        )
        assert not mark.text
        assert not len(mark)
    targets = [
        (target.findtext(f"{NCX}navLabel/{NCX}text"), target.find(f"{NCX}content").get("src"), target.get("type"))
        for target in ncx.iter(f"{NCX}pageTarget")
    ]
    assert targets == [(label, address, "front" if label == "iii" else "normal") for label, address in listed]
    heads = {meta.get("name"): meta.get("content") for meta in ncx.iter(f"{NCX}meta")}
    assert (heads["dtb:totalPageCount"], heads["dtb:maxPageNumber"]) == ("9", "8")


def test_the_ncx_counts_contents_and_pages_together_in_reading_order():
    ncx = markup.parse_xml(files(paged())["EPUB/toc.ncx"])
    points = {
        (one.find(f"{NCX}content").get("src")): int(one.get("playOrder"))
        for one in ncx.iter(f"{NCX}navPoint", f"{NCX}pageTarget")
    }
    assert sorted(points.values()) == list(range(1, len(points) + 1))
    stories = [points[name] for name in ("text/tide-a.xhtml", "text/tide-a.xhtml#tide-a-page-1")]
    assert stories == [stories[0], stories[0] + 1]
    assert points["text/tide-a.xhtml#tide-a-page-4"] < points["text/tide-b.xhtml"]


def test_the_package_names_the_book_whose_pages_are_marked():
    root = package(epub.write(paged()).files[".epub"])
    metas = {meta.get("property"): meta.text for meta in root.iter(f"{OPF}meta")}
    assert metas["pageBreakSource"] == URN
    assert metas["source-of"] == "pagination"
    assert [source.text for source in root.iter(f"{DC}source") if source.get("id") == "printed"] == [URN]
    features = {meta.text for meta in root.iter(f"{OPF}meta") if "Feature" in (meta.get("property") or "")}
    assert features >= {"pageBreakMarkers", "pageNavigation"}


def test_a_book_without_printed_pages_says_nothing_of_pages():
    found = files(replace(paged(), printed=None))
    for name, data in found.items():
        if name.endswith((".xhtml", ".ncx", ".opf")):
            assert not re.search(rb"doc-pagebreak|page-list|pageList|pageBreak|pagination|pageNavigation", data), name


def test_a_story_on_other_pages_keeps_its_bytes_but_for_the_labels():
    one, other = (files(paged(first=first))["EPUB/text/tide-b.xhtml"] for first in (1, 32))
    assert one != other
    assert re.sub(rb'aria-label="\d+"', b"", one) == re.sub(rb'aria-label="\d+"', b"", other)


def test_marks_change_no_word_and_no_file_name():
    with_marks, without = files(paged()), files(replace(paged(), printed=None))
    assert with_marks.keys() == without.keys()
    for name in (name for name in without if name.startswith("EPUB/text/")):
        one, other = (markup.parse_xml(found[name]) for found in (with_marks, without))
        assert markup.text_of(one) == markup.text_of(other)


def test_a_long_story_with_all_its_marks_stays_below_240_kilobytes():
    paragraphs = [f"{number}: the tide went out as far as the second buoy, and back." for number in range(8000)]
    content = anthology(story("tide", "".join(f"<p>{text}</p>" for text in paragraphs)))
    leaves = [" ".join(paragraphs[place : place + 25]) for place in range(0, len(paragraphs), 25)]
    pages = [PrintedPage(label=str(number), section="tide", text=leaf) for number, leaf in enumerate(leaves, 1)]
    bound = replace(book(content), printed=Printed(identifier=URN, pages=tuple(pages)))
    long = [page for page in documents(bound, words_of("en")) if page.section.id == "tide"]
    assert sum(len(page.breaks) for page in long) == 320
    assert max(len(page.content) for page in long) > 200_000
    assert all(len(page.content) < 240_000 for page in long)
