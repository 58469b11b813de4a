"""The EPUB's structure, by meaning, and one tiny book entry by entry."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from fic2book import markup, themes
from fic2book.letters import letters
from fic2book.model import Series
from tests.sections.shelf import URN, anthology, story
from tests.tools import ROOT
from tests.writers import epub_books, pdf_books
from tests.writers.epub_books import (
    DC,
    OPF,
    OPS,
    XHTML,
    documents,
    entries,
    package,
    properties,
    tiny,
    without_fonts,
    written,
)

GOLDEN = ROOT / "tests" / "golden" / "epub"
READ_BY_PEOPLE = (".opf", ".ncx", ".xhtml")


@pytest.fixture(scope="module")
def book() -> bytes:
    return written(tiny())


def test_a_tiny_book_is_what_it_was(golden):
    found = entries(without_fonts(tiny()))
    shown = {name.removeprefix("EPUB/"): data for name, data in found.items() if name.endswith(READ_BY_PEOPLE)}
    for name, data in shown.items():
        golden(GOLDEN / name, data.decode())
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.*")} == set(shown)


def test_the_mimetype_comes_first_and_no_clock_is_in_the_zip(book):
    names = list(entries(book))
    assert names[:3] == ["mimetype", "META-INF/container.xml", "EPUB/content.opf"]
    assert book[30:58] == b"mimetypeapplication/epub+zip"
    listed = [name for name in names[3:] if name.startswith("EPUB")]
    assert listed == sorted(listed)


def test_the_book_carries_its_manifest(book):
    assert b'"title": "The Lit Quay"' in entries(book)["META-INF/fic2book.json"]


def test_nothing_in_the_book_is_random_or_of_this_machine(book):
    told = b"".join(data for name, data in entries(book).items() if not name.startswith("EPUB/fonts"))
    assert not re.search(rb"generator|Ebook-lib|/home/|/tmp/|\d\d:\d\d:\d\d(?!Z)", told)
    assert properties(book)[0] == ("dcterms:modified", "2021-03-04T00:00:00Z")
    assert package(book).find(f".//{DC}identifier").text == URN


def test_documents_stand_in_reading_order_and_the_machines_contents_are_no_page(book):
    spine = [item.get("idref") for item in package(book).iter(f"{OPF}itemref")]
    assert spine == [
        "page-cover", "page-half-title", "page-title-page", "page-colophon", "page-dedication", "page-contents",
        "page-content-notes", "page-foreword", "page-the-lamps", "page-the-ferry", "page-credits",
    ]  # fmt: skip


def test_every_link_leads_to_a_place_that_is_there(book):
    found = documents(book)
    ids = {name: {element.get("id") for element in root.iter()} for name, root in found.items()}
    links = [(name, link.get("href")) for name, root in found.items() for link in root.iter(f"{XHTML}a")]
    inner = [(PurePosixPath(name), href) for name, href in links if ":" not in href]
    assert len(inner) > 15
    for name, href in inner:
        file, _, anchor = href.partition("#")
        target = (name.parent / file).as_posix() if file else name.as_posix()
        assert target in found, href
        assert not anchor or anchor in ids[target], href


def test_contents_name_title_and_author_and_chapters(book):
    nav = documents(book)["EPUB/nav.xhtml"]
    toc = next(element for element in nav.iter(f"{XHTML}nav") if element.get(f"{OPS}type") == "toc")
    assert [link.text for link in toc.iter(f"{XHTML}a")] == [
        "Title page", "Colophon", "Contents", "Content notes", "Foreword", "The Lamps — Ada Finch",
        "The Ferry — Ben Tallow", "Out", "Back", "Credits",
    ]  # fmt: skip


def test_old_and_new_contents_agree(book):
    found = entries(book)
    new = re.findall(rb'<a href="([^"]+)"', found["EPUB/nav.xhtml"].partition(b"landmarks")[0])
    old = re.findall(rb'src="([^"]+)"', found["EPUB/toc.ncx"])
    assert new == old
    numbers = re.findall(rb'playOrder="(\d+)"', found["EPUB/toc.ncx"])
    assert [int(number) for number in numbers] == list(range(1, len(old) + 1))


def test_landmarks_lead_to_cover_title_contents_and_the_first_story(book):
    nav = documents(book)["EPUB/nav.xhtml"]
    marks = {link.get(f"{OPS}type"): link.get("href") for link in nav.iter(f"{XHTML}a") if link.get(f"{OPS}type")}
    assert marks == {
        "cover": "text/cover.xhtml",
        "titlepage": "text/title-page.xhtml",
        "toc": "text/contents.xhtml",
        "bodymatter": "text/the-lamps.xhtml",
    }


def test_people_have_roles_and_names_to_file_them_under(book):
    people = (one for tag in ("creator", "contributor") for one in package(book).iter(f"{DC}{tag}"))
    names = {one.get("id"): one.text for one in people}
    assert names == {"author-1": "Ada Finch", "author-2": "Ben Tallow", "editor": "Cleo Vane", "maker": "fic2book"}
    said = {(meta.get("refines"), meta.get("property")): meta.text for meta in package(book).iter(f"{OPF}meta")}
    assert said["#author-1", "role"] == "aut"
    assert said["#author-1", "file-as"] == "Finch, Ada"
    assert said["#editor", "role"] == "edt"


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("quillfeather", "quillfeather"),
        ("moth_and_rust", "moth_and_rust"),
        ("Quill Market (quillmarket)", "Quill Market (quillmarket)"),
        ("Ada Lamp 77", "Ada Lamp 77"),
        ("王 小明", "王 小明"),
        ("J. K. Moss", "Moss, J. K."),
        ("J.K. Moss", "Moss, J.K."),
        ("Ada M. Moss", "Moss, Ada M."),
        ("A. Ives Moss", "Moss, A. Ives"),
        ("Ada Mary Moss", None),
        ("Ada of Quay", None),
        ("xX Ada", None),
        ("Mr. Puffin", None),
        ("Ada M.", None),
    ],
)
def test_a_pen_name_is_filed_as_it_is_and_a_name_of_unknown_parts_is_left_to_the_library(name, filed):
    metas = package(without_fonts(anthology(story("a", authors=(name,)), story("b")))).iter(f"{OPF}meta")
    said = {meta.get("refines"): meta.text for meta in metas if meta.get("property") == "file-as"}
    assert said.get("#author-1") == filed
    assert said["#author-2"] == "Finch, Ada"
    assert said["#maker"] == "fic2book"


def test_the_package_says_what_is_known(book):
    def all_of(tag: str) -> list[str]:
        return [one.text for one in package(book).iter(f"{DC}{tag}")]

    assert all_of("title") == ["The Lit Quay", "Two evenings"]
    assert all_of("language") == ["en", "en-GB"]
    assert all_of("description") == ["Lamps & ferries."]
    assert all_of("source") == ["https://www.wattpad.com/100-the-lamps", "The Ferry — Ben Tallow"]
    assert all_of("subject") == ["Quay Tales", "Fluff"]
    assert all_of("date") == ["2019-04-21"]
    assert all_of("rights")[0].startswith("Each story belongs")
    assert ("belongs-to-collection", "Evenings") in properties(book)
    assert b'name="calibre:series" content="Evenings"' in entries(book)["EPUB/content.opf"]


def test_a_series_that_not_all_stories_share_is_not_the_books():
    stories = (story("a", series=(Series(name="Evenings"),)), story("b"))
    assert "belongs-to-collection" not in dict(properties(without_fonts(anthology(*stories))))


def test_a_book_without_dates_claims_none():
    plain = without_fonts(anthology(story("a"), story("b"), modified=datetime(2000, 1, 1, tzinfo=UTC)))
    assert package(plain).find(f".//{DC}date") is None


def test_accessibility_is_described(book):
    said = properties(book)
    for feature in ("tableOfContents", "readingOrder", "structuralNavigation", "alternativeText"):
        assert ("schema:accessibilityFeature", feature) in said
    assert ("schema:accessMode", "textual") in said
    assert ("schema:accessibilityHazard", "none") in said


def test_the_cover_is_a_page_with_words_for_it(book):
    image = documents(book)["EPUB/text/cover.xhtml"].find(f".//{XHTML}img")
    assert image.get("alt") == "Cover: The Lit Quay, plain."
    assert b'properties="cover-image"' in entries(book)["EPUB/content.opf"]


def test_footnotes_are_what_reading_systems_pop_up(book):
    root = documents(book)["EPUB/text/the-lamps.xhtml"]
    call = next(link for link in root.iter(f"{XHTML}a") if link.get(f"{OPS}type") == "noteref")
    note = next(aside for aside in root.iter(f"{XHTML}aside") if aside.get(f"{OPS}type") == "footnote")
    assert call.get("href") == f"#{note.get('id')}"
    assert note.find(f".//{XHTML}a").get("href") == f"#{call.get('id')}"


def test_each_document_says_its_language_and_the_storys_letters(book):
    content = tiny()
    for one in content.stories:
        root = documents(book)[f"EPUB/text/{one.id}.xhtml"]
        assert root.get("lang") == one.language
        texts = [element for element in root.iter() if element.get("class") == "story-text"]
        own = "".join(markup.plain(body) for _, body in markup.split_chapters(one.body))
        assert letters("".join(markup.text_of(element) for element in texts)) == letters(own)


def test_only_the_faces_that_are_needed_are_in_the_book(book):
    def faces(data: bytes) -> list[str]:
        return [Path(name).stem.rpartition("-")[2] for name in entries(data) if "/fonts/" in name]

    assert faces(book) == ["bold", "italic", "regular"]
    plain = anthology(story("a"), story("b"))
    assert faces(written(plain)) == ["italic", "regular"]
    loud = anthology(story("a", "<p><em>Very <strong>loud</strong></em>.</p>"), story("b"))
    assert faces(written(loud)) == ["bold", "bolditalic", "italic", "regular"]
    bold = replace(themes.load("classic"), epub_css="h1 { font-weight: bold; }")
    assert faces(written(plain, bold)) == ["bold", "italic", "regular"]


def test_fonts_are_small_and_named_in_the_style_sheet(book):
    found = entries(book)
    sizes = [len(data) for name, data in found.items() if "/fonts/" in name]
    assert sum(sizes) < 400_000
    css = found["EPUB/styles/book.css"].decode()
    named = re.findall(r'src: url\("\.\./([^"]+)"\)', css)
    assert {f"EPUB/{name}" for name in named} == {name for name in found if "/fonts/" in name}


def test_a_book_from_right_to_left_turns_its_pages_so():
    stories = (story("a", "<p>كان يا ما كان.</p>", language="ar"), story("b", "<p>ليلة.</p>", language="ar"))
    arabic = without_fonts(anthology(*stories, language="ar"))
    assert package(arabic).find(f".//{OPF}spine").get("page-progression-direction") == "rtl"
    assert documents(arabic)["EPUB/text/a.xhtml"].get("dir") == "rtl"


@pytest.mark.parametrize("title", ["<script>x</script>", 'A & "B"', "ליל", "🦊🌊", "x" * 300, "", "a\x00\x0bb\ufffe"])
def test_hostile_titles_make_a_sound_book(title):
    stories = (story("a", title=title, authors=(title,)), story("b"))
    found = written(anthology(*stories, title=title, editor=title, subtitle=title, description=title))
    shown = "".join(sign for sign in title if sign not in "\x00\x0b\ufffe")
    assert package(found).find(f".//{DC}title").text == (shown or "Untitled")
    assert not [name for name, root in documents(found).items() if root.find(f".//{XHTML}script") is not None]


def test_stories_called_like_pages_and_files_keep_their_places():
    names = ("cover", "contents", "nav", "ncx", "css", "1984", "page-cover")
    found = without_fonts(anthology(*(story(name) for name in names)))
    ids = [item.get("id") for item in package(found).iter(f"{OPF}item")]
    assert len(ids) == len(set(ids))
    assert {f"EPUB/text/{name}.xhtml" for name in names} <= set(entries(found))
    assert "EPUB/text/cover-page.xhtml" in entries(found)
    assert "EPUB/text/contents-page.xhtml" in entries(found)


@pytest.mark.parametrize("name", [name for name, _ in themes.names()])
def test_a_story_keeps_its_file_when_others_come(name):
    theme = replace(themes.load(name), fonts=())
    first, second, other = story("a"), story("b", authors=("Ben",)), story("z", authors=("Cy",))
    few = entries(written(anthology(first, second), theme))
    more = entries(written(anthology(other, second, first), theme))
    assert few["EPUB/text/a.xhtml"] == more["EPUB/text/a.xhtml"]


@pytest.mark.parametrize(("name", "number"), [("gothic", "II"), ("adventure", "2"), ("classic", None)])
def test_the_number_above_a_title_stands_in_the_style_sheet(name, number):
    css = entries(written(anthology(story("a"), story("b")), themes.load(name)))["EPUB/styles/book.css"].decode()
    assert dict(re.findall(r'#(\w+) > \.opener::before \{ content: "(\w+)"; \}', css)).get("b") == number


def test_a_very_short_story_is_closed_by_the_ornament_and_no_other():
    def kinds(*body: str) -> list[str]:
        book = epub_books.written(pdf_books.anthology(pdf_books.story("late", *body)))
        return re.search(r'class="(story[^"]*)"', epub_books.entries(book)["EPUB/text/late.xhtml"].decode())[1].split()

    assert kinds(pdf_books.HARBOUR[3]) == ["story", "drabble"]
    assert kinds(pdf_books.HARBOUR[3], '<hr class="scene"/>', pdf_books.HARBOUR[1]) == ["story"]
    assert kinds(*pdf_books.HARBOUR) == ["story"]


@pytest.mark.parametrize("name", [name for name, _ in themes.names()])
def test_every_theme_closes_a_very_short_story(name):
    assert ".drabble > .story-text::after" in themes.load(name).epub_css
