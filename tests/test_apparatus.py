"""A book of all apparatus from fifteen shapes: what it prints of its pages is true, and every link arrives."""

import re
import zipfile
from pathlib import PurePosixPath

import pytest
from lxml import etree

from fic2book import checks, config
from fic2book.letters import letters
from fic2book.pipeline import Built, build
from fic2book.reading import silent
from tests import printed_pages, tools
from tests.checks.pdf.test_page_numbers import book as small
from tests.finished import shapes, systems
from tests.writers import pdf_books
from tests.writers.pdf_books import Printed

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["front", "back"])
def built(request, tmp_path_factory) -> Built:
    """Build the book of all apparatus in a folder of its own."""
    folder = shapes.folder(tmp_path_factory.mktemp("all"), request.param)
    done = build(config.load(folder, {"output": folder / "book"}), silent)
    assert [one for one in done.problems if one.severity == "error"] == []
    return done


@pytest.fixture(scope="module")
def printed(built) -> Printed:
    return Printed(book=pdf_books.book(built.anthology), data=built.books[".pdf"].read_bytes())


def text(book: Printed, section: str) -> str:
    """Return all that the pages of a section say, without heads and folios: what stands alone at a page's edge."""
    pages = (book.texts[page].splitlines() or [""] for page in book.pages_of(section))
    return " ".join(line.strip() for lines in pages for line in lines[: -1 if lines[-1].strip().isalnum() else None])


def wrong(book: Printed, section: str, pattern: str = r"\W+{title}\W+(\d+)\b") -> list[str]:
    """Return the stories whose title is not on the page that a section prints for it, or for which it prints none."""
    said = f" {text(book, section)}"
    found = []
    for story in book.book.anthology.stories:
        if section != "contents" and f'"#{story.id}"' not in body(book, section):
            continue
        title = r"\s+".join(map(re.escape, story.title.split()))
        page = re.search(pattern.format(title=title), said)
        if page is None or not opens(book, story, page[1]):
            found.append(story.title)
    return found


def opens(book: Printed, story, label: str) -> bool:
    """Tell whether a story opens on the page that carries a label: its title stands at the head."""
    return label in book.labels and letters(book.texts[book.labels.index(label)]).startswith(letters(story.title))


def body(book: Printed, section: str) -> str:
    return next(one.body for one in book.book.sections if one.id == section)


def test_the_contents_print_the_page_on_which_each_story_opens(printed):
    assert wrong(printed, "contents") == []


def test_the_content_notes_do(printed):
    assert wrong(printed, "content-notes", r"{title}(?:\s(?:\D|PG-13)*?)?\s(\d+)\b") == []


def test_the_appendix_of_notes_does(printed):
    assert wrong(printed, "notes", r"{title}, page (\d+)\b") == []


def test_each_index_prints_the_pages_of_stories_that_have_the_name(printed):
    said = text(printed, "index")
    stories = printed.book.anthology.stories
    for kind in ("authors", "fandoms", "relationships", "characters", "tags"):
        for name in {name for story in stories for name in getattr(story, kind)}:
            words = r"\s+".join(map(re.escape, name.split())).replace(r"\-", r"[-￾]\s?").replace("/", r"/\s?")
            pages = re.search(rf"{words},\s((?:\d+,\s)*\d+)", said)
            assert pages, name
            wanted = [story for story in stories if name in getattr(story, kind)]
            assert all(map(opens, [printed] * len(wanted), wanted, pages[1].split(", "))), name


def test_the_product_proves_the_same(printed):
    assert checks.prove({".pdf": printed.data}, printed.book.anthology) == ()


def test_a_wrong_number_would_be_seen():
    css = '.contents [data-to="#tide"].folio::after { content: "2" }'
    true, false = pdf_books.printed(small()), pdf_books.printed(small(), css)
    assert wrong(true, "contents") == []
    assert wrong(false, "contents") == ["第三章"]
    false = pdf_books.printed(small(), css.replace(".contents", ".notes"))
    assert wrong(false, "notes", r"{title}, page (\d+)\b") == ["第三章"]


@pytest.fixture(scope="module")
def epub(finished):
    return finished("shapes in classic").epub


def test_every_link_of_the_epub_has_a_target(epub):
    with zipfile.ZipFile(epub) as archive:
        pages = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")}
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    links = [(name, href) for name, page in pages.items() for href in page.xpath("//*[local-name()='a']/@href")]
    inside = [(name, href) for name, href in links if not re.match(r"[a-z]+:", href)]
    assert len(inside) > 100
    for name, href in inside:
        file, _, place = href.partition("#")
        target = str(PurePosixPath(name).parent / file) if file else name
        assert target in pages, (name, href)
        assert not place or place in ids[target], (name, href)


def test_every_page_of_the_pdf_begins_at_its_mark_in_the_epub(built):
    shown = printed_pages.pages(built.books[".pdf"].read_bytes())
    found = printed_pages.marks(built.books[".epub"].read_bytes())
    assert [mark.label for mark in found] == list(shown)
    assert {mark.section for mark in found} >= {
        "contents",
        "content-notes",
        "foreword",
        "part",
        "notes",
        "index",
        "credits",
    }
    off = {mark.label: printed_pages.words_off(mark, shown[mark.label]) for mark in found}
    assert {label: words for label, words in off.items() if words > 0.5} == {}


def test_every_link_arrives_in_a_real_reader(epub):
    found = systems.node("follow_links.mjs", epub)
    assert found["problems"] == []
    assert found["places"] > 25


def test_ace_has_nothing_to_say(epub, tmp_path):
    assert tools.ace(epub, tmp_path / "ace") == []


def test_the_pdf_speaks_without_errors(printed, tmp_path):
    (tmp_path / "book.pdf").write_bytes(printed.data)
    assert tools.outloud(tmp_path / "book.pdf") == []
