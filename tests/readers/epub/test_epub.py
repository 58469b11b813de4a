"""A book's pages come in their order, with what its package says; what cannot be read is said."""

import io

import pytest
from PIL import Image

from fic2book import markup, readers
from fic2book.errors import ManuscriptError
from fic2book.model import Kind
from fic2book.readers.given import Given
from tests.readers.epub.maker import TYPES, book, package, page, zipped

XHTML = TYPES["xhtml"]


def read(data):
    return readers.understand(Given("weir.epub", data))


def words(document):
    return [line.text for line in document.lines if line.text]


def flags(document):
    return [(change.before, change.after) for change in document.changes if change.kind is Kind.FLAGGED]


def sections(document):
    return list(markup.parse(document.body))


def picture(colour="red", size=(4, 4), kind="PNG"):
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, kind)
    return target.getvalue()


def test_pages_come_in_reading_order_and_rows_count_on():
    pages = {"a.xhtml": page("<p>One</p><p>Two</p>"), "b.xhtml": page("<p>Three<br/>Four</p>")}
    document = read(book(pages, spine=["p1", "p0"]))
    assert [(line.number, line.text) for line in document.lines] == [(1, "Three"), (2, "Four"), (3, "One"), (4, "Two")]
    assert document.lines[2].place == "a.xhtml line 6"
    assert [section.get("data-file") for section in sections(document)] == ["OEBPS/b.xhtml", "OEBPS/a.xhtml"]


def test_pages_of_one_name_are_told_apart_by_their_folder():
    document = read(book({"1/c.xhtml": page("<p>One</p>"), "2/c.xhtml": page("<p>Two</p>")}))
    assert [line.place for line in document.lines] == ["OEBPS/1/c.xhtml line 6", "OEBPS/2/c.xhtml line 6"]


@pytest.mark.parametrize(
    ("href", "name"),
    [
        ("the%20weir.xhtml", "the weir.xhtml"),
        ("the%2520weir.xhtml", "the weir.xhtml"),
        ("100%25.xhtml", "100%.xhtml"),
        ("50%.xhtml", "50%.xhtml"),
        ("Text/../a.xhtml", "a.xhtml"),
        ("./text/a.xhtml", "text/a.xhtml"),
        ("TEXT/A.XHTML", "text/a.xhtml"),
        ("/OEBPS/a.xhtml", "a.xhtml"),
        ("e\u0301te\u0301.xhtml", "\xe9t\xe9.xhtml"),
        ("%E9%BE%8D.xhtml", "龍.xhtml"),
        ("a.xhtml#top", "a.xhtml"),
        ("a&b.xhtml", "a&b.xhtml"),
    ],
)
def test_a_page_is_found_however_its_address_is_written(href, name):
    document = read(book({name: page("<p>Found.</p>")}, items=[("c", href, XHTML, "")]))
    assert words(document) == ["Found."]


@pytest.mark.parametrize(
    ("href", "said"),
    [
        ("gone.xhtml", "is not in the book"),
        ("../../a.xhtml", "leads out of the book"),
        ("..%2f..%2fa.xhtml", "leads out of the book"),
        ("http://example.org/a.xhtml", "leads out of the book"),
        ("//example.org/a.xhtml", "leads out of the book"),
        ("file:///a.xhtml", "leads out of the book"),
        ("C:\\a.xhtml", "leads out of the book"),
        ("/a.xhtml", "is not in the book"),
        ("", "is not in the book"),
    ],
)
def test_a_page_that_is_not_there_is_said_and_the_rest_is_read(href, said):
    items = [("gone", href, XHTML, ""), ("here", "here.xhtml", XHTML, "")]
    document = read(book({"here.xhtml": page("<p>Here.</p>")}, items=items))
    assert words(document) == ["Here."]
    [(before, after)] = flags(document)
    assert before == (href or "gone")
    assert said in after


def test_empty_pages_doubles_and_drawings_in_the_order_are_said():
    pages = {"a.xhtml": page("<p>Here.</p>"), "empty.xhtml": "", "map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    items = [("a", "a.xhtml", XHTML, ""), ("e", "empty.xhtml", XHTML, ""), ("m", "map.svg", TYPES["svg"], "")]
    document = read(book(pages, items=items, spine=["a", "e", "a", "m", "nobody"]))
    assert words(document) == ["Here."]
    assert [after.partition(" ")[2].partition("page ")[2] for _, after in flags(document)] == [
        "is empty or no text.",
        "stands in the reading order twice and was read once.",
        "is no page (image/svg+xml).",
        "is not in the book.",
    ]


def test_a_page_outside_the_order_is_named_and_its_words_are_no_words_of_the_book():
    pages = {"a.xhtml": page("<p>Here.</p>"), "b.xhtml": page("<p>Draft.</p>")}
    document = read(book(pages, spine=["p0"]))
    assert words(document) == ["Here."]
    assert flags(document) == [
        ("OEBPS/b.xhtml", "This page is in the file, but not in the book's reading order; it was not read.")
    ]


def test_what_the_package_says_is_there_by_its_own_names():
    said = (
        '<dc:title>The Weir</dc:title><dc:creator opf:role="aut">Ada Quay</dc:creator>'
        '<dc:creator opf:role="ill">Ben Lock</dc:creator><dc:subject>Rivers</dc:subject><dc:subject>Fluff</dc:subject>'
        "<dc:publisher>Quay Press</dc:publisher><dc:description>&lt;p&gt;A flood.&lt;/p&gt;</dc:description>"
        '<meta name="calibre:series" content="Tides"/><meta name="calibre:series_index" content="2.0"/>'
        '<meta name="generator" content="a program"/><dc:title/>'
    )
    head = read(book({"a.xhtml": page("<p>x</p>")}, metadata=said, version="2.0")).head
    assert head == {
        "title": ("A page",),
        "dc:title": ("The Weir",),
        "dc:creator": ("Ada Quay",),
        "dc:contributor": ("Ben Lock",),
        "dc:subject": ("Rivers", "Fluff"),
        "dc:publisher": ("Quay Press",),
        "dc:description": ("<p>A flood.</p>",),
        "calibre:series": ("Tides",),
        "calibre:series_index": ("2.0",),
        "meta generator": ("a program",),
    }


def test_refinements_order_titles_and_creators_and_name_the_series():
    said = (
        '<dc:title id="s">A tale</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:title id="m">The Weir</dc:title><meta refines="#m" property="title-type">main</meta>'
        '<dc:creator id="two">Ben Lock</dc:creator><meta refines="#two" property="display-seq">2</meta>'
        '<dc:creator id="one">Ada Quay</dc:creator><meta refines="#one" property="display-seq">1</meta>'
        '<dc:creator id="tr">Cat Sluice</dc:creator><meta refines="#tr" property="role">trl</meta>'
        '<meta property="belongs-to-collection" id="c">Tides</meta>'
        '<meta refines="#c" property="collection-type">series</meta>'
        '<meta refines="#c" property="group-position">3</meta>'
        '<meta property="belongs-to-collection" id="d">Best of</meta>'
        '<meta refines="#d" property="collection-type">set</meta>'
        '<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>'
    )
    head = read(book({"a.xhtml": page("<p>x</p>")}, metadata=said)).head
    assert head["dc:title"] == ("The Weir", "A tale")
    assert head["dc:creator"] == ("Ada Quay", "Ben Lock")
    assert head["dc:contributor"] == ("Cat Sluice",)
    assert (head["calibre:series"], head["calibre:series_index"]) == (("Tides",), ("3",))
    assert head["dcterms:modified"] == ("2020-01-01T00:00:00Z",)


@pytest.mark.parametrize(
    "said",
    [
        "<dc:title>Quay & Weir</dc:title>",
        "<dc:title>Quay &amp; Weir</dc:title><calibre:x>1</calibre:x>",
        "<dc:title>Quay &amp; Weir<br></dc:title>",
        "<dc:title>Quay &amp;&nbsp;Weir</dc:title>",
    ],
)
def test_a_package_that_is_not_well_formed_is_read_as_it_is_meant(said):
    document = read(book({"a.xhtml": page("<p>Here.</p>")}, metadata=said))
    assert document.head["dc:title"] == ("Quay & Weir",)
    assert words(document) == ["Here."]


def test_a_package_at_the_top_with_white_space_before_its_declaration():
    data = zipped(
        [
            (
                "META-INF/container.xml",
                '\n <container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
            ),
            ("a.opf", "\n  " + package([("a", "a.xhtml", XHTML, "")], ["a"])),
            ("a.xhtml", page("<p>Here.</p>")),
        ]
    )
    assert words(read(data)) == ["Here."]


def test_what_a_page_is_comes_from_itself_the_landmarks_or_the_guide():
    nav = page(
        '<nav epub:type="toc"><ol><li><a href="b.xhtml#mid">Middle</a></li>'
        '<li><a href="b.xhtml">The Weir</a></li></ol></nav>'
        '<nav epub:type="landmarks"><ol><li><a epub:type="titlepage" href="a.xhtml">Title</a></li></ol></nav>'
        '<nav epub:type="page-list"><ol><li><a href="c.xhtml">1</a></li></ol></nav>'
    )
    pages = {
        "nav.xhtml": nav,
        "a.xhtml": page("<p>Title</p>"),
        "b.xhtml": page("<p>Story</p>", attributes=' epub:type="bodymatter chapter" class="fff_chapter"'),
        "c.xhtml": page("<p>Cover</p>"),
    }
    items = [(name.partition(".")[0], name, XHTML, "nav" * (name == "nav.xhtml")) for name in pages]
    guide = '<guide><reference type="cover" href="c.xhtml"/></guide>'
    spine = ["nav", "a", "b", '<itemref idref="c" linear="no"/>']
    document = read(book(pages, items=items, spine=spine, rest=guide))
    seen = [(each.get("data-type"), each.get("data-label"), each.get("data-class"), each.get("data-linear"))
            for each in sections(document)]  # fmt: skip
    assert seen == [
        ("toc", None, None, None),
        ("titlepage", None, None, None),
        ("bodymatter chapter", "The Weir", "fff_chapter", None),
        ("cover", None, None, "no"),
    ]
    assert words(document) == ["Middle", "The Weir", "Title", "1", "Title", "Story", "Cover"]


def test_an_ncx_names_pages_too():
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>The Weir</text></navLabel>'
        '<content src="Text/a.xhtml"/></navPoint></navMap></ncx>'
    )
    items = [("n", "toc.ncx", TYPES["ncx"], ""), ("a", "Text/a.xhtml", XHTML, "")]
    document = read(book({"toc.ncx": ncx, "Text/a.xhtml": page("<p>x</p>")}, items=items, spine=["a"]))
    assert [section.get("data-label") for section in sections(document)] == ["The Weir"]


def test_style_sheets_of_a_page_say_what_its_classes_mean():
    pages = {
        "a.xhtml": page('<p>It was <span class="i">late</span>.</p>', head='<link rel="stylesheet" href="../s.css"/>')
    }
    document = read(book(pages, more=[("s.css", ".i { font-style: italic }")]))
    assert "<em>late</em>" in document.body


def test_pictures_are_taken_once_and_the_missing_keep_their_address():
    shown = '<p><img src="../Images/a%20b.png" alt="A map"/></p><p><img src="../Images/a b.png"/></p>'
    lost = '<p><img src="gone.png" alt="Gone"/><img src="http://example.org/x.png"/><img src="../Images/bad.png"/></p>'
    more = [("OEBPS/Images/a b.png", picture()), ("OEBPS/Images/bad.png", b"\x89PNG\r\n\x1a\nno"), ("x.png", picture())]
    document = read(book({"Text/a.xhtml": page(f"{shown}{lost}<p>x</p>")}, more=more))
    assert [(each.name, each.media_type, each.width) for each in document.pictures] == [("a-b", "image/png", 4)]
    found = [image.get("src") for image in markup.parse(document.body).iter("img")]
    assert found == ["picture:a-b", "picture:a-b", "gone.png", "http://example.org/x.png", "../Images/bad.png"]


def test_two_pictures_of_one_name_are_two():
    shown = '<p>x<img src="1/a.png"/><img src="2/a.png"/></p>'
    more = [("OEBPS/1/a.png", picture("red")), ("OEBPS/2/a.png", picture("blue"))]
    document = read(book({"a.xhtml": page(shown)}, more=more))
    assert [each.name for each in document.pictures] == ["a", "a-2"]
    assert document.pictures[0].data != document.pictures[1].data


def test_links_between_pages_work_in_one_body():
    one = (
        '<p id="fn1">One <a href="b.xhtml#fn1">note</a> <a href="#fn1">self</a> <a href="b.xhtml">next</a> '
        '<a href="B.xhtml#gone">lost place</a> <a href="gone.xhtml#x">lost page</a> <a href="#none">nowhere</a> '
        '<a href="http://example.org/b.xhtml#fn1">web</a> <a href="mailto:a@example.org">mail</a></p>'
    )
    two = '<p id="chapters">Two</p><p id="fn1">Note</p>'
    root = markup.parse(read(book({"a.xhtml": page(one), "b.xhtml": page(two)})).body)
    found = {markup.text_of(link): link.get("href") for link in root.iter("a")}
    assert found == {
        "note": "#b-fn1",
        "self": "#fn1",
        "next": "#b",
        "lost place": "#b",
        "lost page": None,
        "nowhere": None,
        "web": "http://example.org/b.xhtml#fn1",
        "mail": "mailto:a@example.org",
    }
    places = [element.get("id") for element in root.iter() if element.get("id")]
    assert places == ["fn1", "b", "chapters", "b-fn1"]


def test_an_id_that_two_pages_share_stays_when_no_link_leads_to_it():
    pages = {"a.xhtml": page('<div id="chapters"><p>A</p></div>'), "b.xhtml": page('<div id="chapters"><p>B</p></div>')}
    assert read(book(pages)).body.count('id="chapters"') == 2


def test_merged_books_keep_what_each_said():
    inner = package(
        [("c", "c.xhtml", XHTML, "")], ["c"], metadata="<dc:title>Tide</dc:title><dc:creator>Ada</dc:creator>"
    )
    document = read(book({"1/c.xhtml": page("<p>x</p>")}, opf="content.opf", more=[("1/content.opf", inner)]))
    assert (document.head["1/dc:title"], document.head["1/dc:creator"]) == (("Tide",), ("Ada",))


def test_fonts_that_are_garbled_lock_nothing():
    assert words(read(book({"a.xhtml": page("<p>Here.</p>")}, more=[encryption("http://www.idpf.org/2008/embedding")])))


def encryption(*algorithms):
    entries = "".join(
        f'<enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="{name}"/>'
        "</enc:EncryptedData>"
        for name in algorithms
    )
    return ("META-INF/encryption.xml", f"<encryption>{entries}</encryption>")


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        (encryption("http://www.idpf.org/2008/embedding", "http://www.w3.org/2001/04/xmlenc#aes256-cbc"), "with DRM"),
        (("META-INF/rights.xml", "<rights/>"), "Adobe"),
        (("META-INF/license.lcpl", "{}"), "Readium LCP"),
        (("META-INF/sinf.xml", "<sinf/>"), "Apple FairPlay"),
    ],
)
def test_a_locked_book_is_named_as_one(lock, said):
    with pytest.raises(ManuscriptError, match=f"weir.epub: this book is locked with DRM.*{said}|locked {said}"):
        read(book({"a.xhtml": page("<p>x</p>")}, more=[lock]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped([("a.txt", "x")]), "its container (META-INF/container.xml) is missing"),
        (zipped([("META-INF/container.xml", "<container/>")]), "its container names no package"),
        (zipped([("META-INF/container.xml", "")]), "the file is empty"),
        (book({}, spine=[]), "no reading order"),
        (book({"a.xhtml": page("")}), "no word on the pages"),
        (book({}, items=[("a", "a.xhtml", XHTML, "")]), "a.xhtml: this page is not in the book"),
        (book({"a.xhtml": page("<p>x</p>")})[:-30], "damaged"),
        (b"", "the file is empty"),
        (b"\0" * 50, "the file is empty"),
        (b"<!DOCTYPE html><p>x", "a web page with the name of an EPUB"),
        (b"Once upon a time", "a text with the name"),
        (b"%PDF-1.7", "a PDF with the name"),
        (b"\0" * 60 + b"BOOKMOBI", "a Kindle book with the name"),
        (b"\x01\0\x02", "no EPUB, whatever its name"),
        (zipped([("[Content_Types].xml", "x"), ("word/document.xml", "x")]), "a Word document with the name"),
    ],
)
def test_what_is_no_book_is_one_sentence_with_a_way_out(data, said):
    with pytest.raises(ManuscriptError) as caught:
        read(data)
    assert said in str(caught.value)
    assert caught.value.way_out
    assert caught.value.file == "weir.epub"
    assert "\n" not in str(caught.value)


def test_a_page_of_a_book_may_be_html_of_another_charset():
    old = '<html><head><meta charset="windows-1252"></head><body><p>Caf\xe9<br>d\xe9j\xe0</body></html>'.encode(
        "cp1252"
    )
    assert words(read(book({"a.html": old}))) == ["Café", "déjà"]


def test_nothing_outside_is_looked_up_for_a_package(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    entity = f'<!DOCTYPE package [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "SECRET">]>'
    opf = package([("a", "a.xhtml", XHTML, "")], ["a"], metadata="<dc:title>A&x;B&y;</dc:title>")
    opf = opf.replace("<package", f"{entity}<package", 1)
    data = book({"a.xhtml": page("<p>x</p>").replace("<!DOCTYPE html>", entity.replace("package", "html"))})
    files = [("META-INF/container.xml", '<rootfile full-path="a.opf"/>'), ("a.opf", opf), ("a.xhtml", page("<p>x</p>"))]
    assert read(zipped(files)).head["dc:title"] == ("AB",)
    assert "SECRET" not in repr(read(data))
