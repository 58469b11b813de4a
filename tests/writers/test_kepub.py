"""The kepub: Kobo's places at every word, Kobo's boxes round every page, and the same book as the EPUB."""

import io
import zipfile
from functools import cache

import pytest

from fic2book import checks, manifest, markup
from fic2book.writers import FLAVOURS, WRITERS, kepub, needed
from fic2book.writers.kepub import boxes, jumps, spans
from tests.checks.library import edit
from tests.sections.shelf import anthology, story
from tests.tools import ROOT
from tests.writers import every_kind
from tests.writers.epub_books import documents, entries, tiny, tree, written

SAID = (ROOT / "tests" / "cases" / "kepub" / "sentences.txt").read_text(encoding="utf-8").split("\n.\n")
CASES = list(zip(SAID[::3], SAID[1::3], SAID[2::3], strict=False))
"""(name, text, text cut into sentences)"""


@cache
def pair() -> tuple[bytes, bytes]:
    """Return an EPUB with one of everything and its kepub."""
    epub = written(tiny())
    return epub, kepub.make(epub).files[".kepub.epub"]


def spanned(body: str) -> str:
    root = markup.parse_xml(f'<body xmlns="http://www.w3.org/1999/xhtml">{body}</body>'.encode())
    spans.put(root)
    return markup.serialise_block(root).removeprefix('<body xmlns="http://www.w3.org/1999/xhtml">')[: -len("</body>")]


def ids(body: str) -> list[str]:
    root = markup.parse(spanned(body))
    return [span.get("id") for span in root.iter("span") if span.get("class") == "koboSpan"]


@pytest.mark.parametrize(("name", "text", "cut"), CASES, ids=[name.strip() for name, *_ in CASES])
def test_sentences_are_cut_as_the_cases_say(name, text, cut):
    assert "|".join(spans.sentences(text)) == cut, name


def test_sentences_together_are_the_text():
    text = "One.  Two!\n\n  “Three?” … 4.5\u00a0: five。six"
    assert "".join(spans.sentences(text)) == text


def test_a_paragraph_counts_its_sentences_from_one():
    assert spanned("<p>It rained. It stopped.</p>") == (
        '<p><span class="koboSpan" id="kobo.1.1">It rained. </span>'
        '<span class="koboSpan" id="kobo.1.2">It stopped.</span></p>'
    )


def test_headings_paragraphs_lists_and_tables_count_and_what_is_in_them_does_not():
    assert ids("<h1>A</h1><p>B. C.</p><ul><li>D</li><li>E</li></ul>") == [
        "kobo.1.1", "kobo.2.1", "kobo.2.2", "kobo.3.1", "kobo.3.2",
    ]  # fmt: skip
    assert ids("<table><tr><td>A</td><td>B</td></tr></table><blockquote><p>C</p></blockquote>") == [
        "kobo.1.1", "kobo.1.2", "kobo.2.1",
    ]  # fmt: skip


def test_a_paragraph_without_words_counts_nothing():
    assert ids("<p>A</p><p> </p><p></p><p>B</p>") == ["kobo.1.1", "kobo.2.1"]


def test_emphasis_and_links_cut_a_sentence_and_keep_their_place():
    assert spanned('<p>He <em>had. Been</em> <a href="x">there</a>.</p>') == (
        '<p><span class="koboSpan" id="kobo.1.1">He </span><em><span class="koboSpan" id="kobo.1.2">had. </span>'
        '<span class="koboSpan" id="kobo.1.3">Been</span></em> <a href="x"><span class="koboSpan" id="kobo.1.4">there'
        '</span></a><span class="koboSpan" id="kobo.1.5">.</span></p>'
    )


def test_a_picture_is_a_paragraph_of_its_own():
    assert spanned('<p>A <img src="a.png" alt=""/> b</p><p>C</p>') == (
        '<p><span class="koboSpan" id="kobo.1.1">A </span><span class="koboSpan" id="kobo.2.1">'
        '<img src="a.png" alt=""/></span><span class="koboSpan" id="kobo.2.2"> b</span></p>'
        '<p><span class="koboSpan" id="kobo.3.1">C</span></p>'
    )


def test_a_page_mark_stays_where_it_stands_between_two_letters():
    mark = '<span id="page-12" role="doc-pagebreak" aria-label="12"/>'
    assert spanned(f"<p>He went{mark} home.</p>") == (
        f'<p><span class="koboSpan" id="kobo.1.1">He went</span>{mark}'
        '<span class="koboSpan" id="kobo.1.2"> home.</span></p>'
    )


def test_what_is_typed_and_drawings_stay_as_they_are():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>A. B.</text></svg>'
    assert spanned(f"<pre>10 PRINT.\n20</pre>{drawing}") == f"<pre>10 PRINT.\n20</pre>{drawing}"


def test_every_page_but_the_cover_has_its_words_in_places():
    _, book = pair()
    for name, root in documents(book).items():
        if name.startswith("EPUB/text/") and not name.endswith("cover.xhtml"):
            inner = root.find("{*}body/{*}div[@id='book-columns']/{*}div[@id='book-inner']")
            assert inner is not None, name
            assert [text for text in _bare(inner) if text.strip()] == [], name


def _bare(element):
    if element.get("class") != "koboSpan":
        yield element.text or ""
        for child in element:
            yield from _bare(child)
            yield child.tail or ""


def test_the_cover_has_the_boxes_and_nothing_round_its_picture():
    cover = documents(pair()[1])["EPUB/text/cover.xhtml"]
    assert next(cover.iter("{*}img")).getparent().get("class") == "cover"
    assert next(cover.iter("{*}span"), None) is None


def test_all_but_pages_and_style_sheets_are_the_files_of_the_epub():
    epub, book = pair()
    assert list(entries(epub)) == list(entries(book))
    for name, data in entries(epub).items():
        if name.endswith(".css"):
            assert entries(book)[name] == data + boxes.STYLE.encode()
        elif not name.startswith("EPUB/text/"):
            assert entries(book)[name] == data, name


def test_the_same_epub_gives_the_same_bytes_and_no_clock():
    epub, book = pair()
    assert kepub.make(epub).files[".kepub.epub"] == book
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_a_page_is_the_epubs_page_when_places_boxes_and_jumps_are_taken_out():
    epub, book = pair()
    for name, root in documents(book).items():
        if not name.startswith("EPUB/text/"):
            continue
        for element in list(root.iter("{*}span", "{*}div")):
            own = element.get("id", "")
            if element.get("class") == "koboSpan" or own in {boxes.COLUMNS, boxes.INNER} or own.endswith(".jump"):
                markup.unwrap(element)
        assert _shape(root) == _shape(documents(epub)[name]), name


def _shape(root):
    """Return names, attributes but addresses, and text."""
    return [
        (element.tag, {key: said for key, said in element.attrib.items() if key != "href"}, element.text, element.tail)
        for element in root.iter()
        if element.tag != root.tag
    ]


def test_contents_lead_to_files_since_a_short_story_would_open_as_a_note():
    contents = documents(pair()[1])["EPUB/text/contents.xhtml"]
    assert {link.get("href") for link in contents.iter("{*}a")} >= {"the-lamps.xhtml", "the-ferry.xhtml"}


def test_links_into_a_page_lead_to_marks_without_text():
    pages = documents(kepub.make(written(every_kind.anthology("appendix"))).files[".kepub.epub"])
    found = []
    for path, root in pages.items():
        for link in root.iter("{*}a") if path.startswith("EPUB/text/") else ():
            file, _, mark = link.get("href", "").partition("#")
            if mark and ":" not in file and link.get("role") not in {"doc-noteref", "doc-backlink"}:
                target = pages[f"EPUB/text/{file}" if file else path]
                element = next(one for one in target.iter() if one.get("id") == mark)
                found.append((mark, markup.text_of(element)))
    assert len(found) > 3
    assert [(mark, text) for mark, text in found if not mark.endswith(".jump") or text] == []


def test_calls_of_notes_lead_to_their_notes_and_back():
    lamps = documents(pair()[1])["EPUB/text/the-lamps.xhtml"]
    links = {link.get("role"): link.get("href") for link in lamps.iter("{*}a")}
    assert links["doc-noteref"] == "#the-lamps-fn-1"
    assert links["doc-backlink"] == "#the-lamps-fnref-1"


def test_a_link_stays_where_no_mark_can_stand():
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A</p><hr id="h"/><a href="#h">to it</a></body></html>'
    root = markup.parse_xml(page)
    jumps.mend({"text/a.xhtml": root})
    assert next(root.iter("{*}a")).get("href") == "#h"


def test_a_story_called_like_kobos_boxes_has_no_id_twice():
    book = kepub.make(written(anthology(story("book-inner", "<p>Small.</p>")))).files[".kepub.epub"]
    root = documents(book)["EPUB/text/book-inner.xhtml"]
    assert [element.get("id") for element in root.iter()].count("book-inner") == 1


@pytest.mark.parametrize("how", ["footnotes", "appendix"])
def test_no_word_and_no_break_of_any_kind_of_story_is_lost(how):
    content = every_kind.anthology(how)
    book = kepub.make(written(content)).files[".kepub.epub"]
    found = (*checks.prove({".kepub.epub": book}, content), *checks.prove_alone({"book.kepub.epub": book}))
    assert [one for one in found if one.code not in {"glyph-missing", "glyph-fallback"}] == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('<span class="koboSpan" id="kobo.2.1">', '<span id="kobo.2.1">', "kobo-place"),
        ('id="kobo.2.1"', 'id="kobo.1.1"', "kobo-place"),
        ("still</span>", "</span>", "text-lost"),
        ('<hr class="scene"', "<hr", "break-lost"),
    ],
)
def test_a_spoiled_kepub_is_noticed(before, after, code):
    spoiled = edit(pair()[1], "EPUB/text/the-lamps.xhtml", before, after)
    assert code in {problem.code for problem in checks.prove({".kepub.epub": spoiled}, tiny())}
    alone = {problem.code for problem in checks.prove_alone({"tiny.kepub.epub": spoiled})}
    assert code in alone


def test_a_sound_kepub_says_whose_book_it_is():
    _, book = pair()
    assert checks.prove({".kepub.epub": book}, tiny()) == ()
    assert manifest.FILE in entries(book)


def test_a_kepub_needs_the_epub_and_comes_behind_it():
    assert needed(("kepub",)) == ("epub", "kepub")
    assert needed(("kepub", "pdf")) == ("pdf", "epub", "kepub")
    assert needed(("pdf", "epub")) == ("pdf", "epub")
    assert set(WRITERS).isdisjoint(FLAVOURS)


def test_void_elements_only_close_themselves():
    assert b"<span/>" not in entries(pair()[1])["EPUB/text/contents.xhtml"]
    assert tree(entries(pair()[1])["EPUB/text/contents.xhtml"]).tag.endswith("html")
