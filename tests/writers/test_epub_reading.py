"""What a screen reader and a contents menu meet: order, headings, languages, directions, ways there and back."""

from pathlib import PurePosixPath

import pytest

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Anthology, Part
from tests.sections.shelf import OPENING, anthology, story
from tests.writers import every_kind
from tests.writers.epub_books import OPF, OPS, XHTML, documents, entries, package, tiny, without_fonts

CHAPTERS = f'<h2 class="chapter">Un</h2>{OPENING}<h2 class="chapter">Deux</h2>{OPENING}'


def mixed(**fields: object) -> Anthology:
    stories = (
        story("dusk"),
        story("aube", CHAPTERS, language="fr", authors=("Bo Quill",)),
        story("layl", "<p>كان يا ما كان.</p>", language="ar", title="ليل", authors=("Cass Wren",)),
        story("yoru", "<p>昔々、あるところに。</p>", language="ja", title="夜"),
    )
    return anthology(*stories, **fields)


def spine(book: bytes) -> list[str]:
    items = {item.get("id"): item.get("href") for item in package(book).iter(f"{OPF}item")}
    return [items[item.get("idref")] for item in package(book).iter(f"{OPF}itemref")]


def toc(book: bytes) -> list[Element]:
    nav = next(one for one in documents(book)["EPUB/nav.xhtml"].iter(f"{XHTML}nav") if one.get(f"{OPS}type") == "toc")
    return list(nav.iter(f"{XHTML}a"))


def ranks(root: Element) -> list[int]:
    names = {f"{XHTML}h{rank}": rank for rank in range(1, 7)}
    return [names[element.tag] for element in root.iter() if element.tag in names]


BOOKS = {
    "tiny": tiny(),
    "mixed": mixed(),
    "parts": mixed(parts=(Part(title="Late", stories=("dusk", "aube")), Part(title="Later", stories=("layl",)))),
    "every kind": every_kind.anthology(),
}


@pytest.mark.parametrize("name", BOOKS)
def test_headings_never_leave_out_a_rank_and_each_story_begins_with_one_of_the_first(name):
    book = without_fonts(BOOKS[name])
    found = documents(book)
    for place, root in found.items():
        said = ranks(root)
        assert all(later <= earlier + 1 for earlier, later in zip([0, *said], said, strict=False)), place
    for one in BOOKS[name].stories:
        assert ranks(found[f"EPUB/text/{one.id}.xhtml"])[0] == 1
        assert ranks(found[f"EPUB/text/{one.id}.xhtml"]).count(1) == 1


@pytest.mark.parametrize("name", BOOKS)
def test_the_contents_lead_to_shown_places_in_the_order_of_reading(name):
    book = without_fonts(BOOKS[name])
    order = spine(book)
    found = documents(book)
    places = []
    for link in toc(book):
        file, _, anchor = link.get("href").partition("#")
        ids = [element.get("id") for element in found[f"EPUB/{file}"].iter()]
        places.append((order.index(file), ids.index(anchor) if anchor else 0))
        assert "hidden" not in link.attrib
        assert (link.text or "").strip()
    assert places == sorted(places)
    assert len(places) == len(set(places))


def test_contents_stand_before_the_stories():
    order = spine(without_fonts(mixed()))
    assert order.index("text/contents.xhtml") < order.index("text/dusk.xhtml")


@pytest.mark.parametrize("name", BOOKS)
def test_every_note_is_called_and_leads_back_to_its_call(name):
    found = documents(without_fonts(BOOKS[name]))
    places = {(file, one.get("id")): one for file, root in found.items() for one in root.iter() if one.get("id")}
    calls = [
        (file, link) for file, root in found.items() for link in root.iter(f"{XHTML}a")
        if link.get("role") == "doc-noteref"
    ]  # fmt: skip
    for file, call in calls:
        assert call.get(f"{OPS}type") == "noteref"
        note = places[led(file, call)]
        assert (note.get(f"{OPS}type"), note.get("role")) == ("footnote", "doc-footnote")
        back = [link for link in note.iter(f"{XHTML}a") if link.get("role") == "doc-backlink"]
        assert [places[led(led(file, call)[0], link)] for link in back][:1] == [call]
    assert calls or name not in {"tiny", "every kind"}


def led(file: str, link: Element) -> tuple[str, str]:
    name, _, anchor = link.get("href").partition("#")
    return (PurePosixPath(file).parent / name).as_posix() if name else file, anchor


def test_a_story_says_its_language_and_direction_wherever_its_title_stands():
    book = without_fonts(mixed())
    found = documents(book)
    assert (found["EPUB/text/layl.xhtml"].get("lang"), found["EPUB/text/layl.xhtml"].get("dir")) == ("ar", "rtl")
    assert (found["EPUB/text/yoru.xhtml"].get("lang"), found["EPUB/text/yoru.xhtml"].get("dir")) == ("ja", None)
    said = {link.text: link.get("lang") for link in toc(book)}
    assert said["Dusk — Ada Finch"] is None
    assert said["Aube — Bo Quill"] == said["Un"] == said["Deux"] == "fr"
    assert said["ليل — Cass Wren"] == "ar"
    assert '<navLabel xml:lang="fr"><text>Un</text>' in entries(book)["EPUB/toc.ncx"].decode()


@pytest.mark.parametrize(
    ("language", "turns", "direction"),
    [("en", None, None), ("ja", None, None), ("ar", "rtl", "rtl"), ("he", "rtl", "rtl")],
)
def test_pages_turn_as_the_books_language_is_read(language, turns, direction):
    book = without_fonts(mixed(language=language))
    assert package(book).find(f".//{OPF}spine").get("page-progression-direction") == turns
    assert documents(book)["EPUB/nav.xhtml"].get("dir") == direction
    assert documents(book)["EPUB/text/contents.xhtml"].get("dir") == direction


@pytest.mark.parametrize("name", ["tiny", "every kind"])
def test_every_picture_has_words(name):
    for root in documents(without_fonts(BOOKS[name])).values():
        assert all((image.get("alt") or "").strip() for image in root.iter(f"{XHTML}img"))


def test_a_heading_that_is_left_out_would_be_seen():
    assert ranks(markup.parse('<div xmlns="http://www.w3.org/1999/xhtml"><h1>a</h1><h3>b</h3></div>')) == [1, 3]
