"""Fifteen shapes in which people have their fics, with facts counted by hand: as read, in the EPUB and in the PDF."""

import io
import json
import shutil
import zipfile

import pikepdf
import pytest
from lxml import etree

from fic2book import config, raster
from fic2book.inspection import look, manuscript
from fic2book.letters import letters
from fic2book.pipeline import build
from fic2book.words import words_of
from tests import tools

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
SHAPES = (
    "01_ao3_oneshot_notes.html", "02_ao3_oneshot_hr.html", "03_ao3_br_paragraphs.html", "04_ao3_multichapter.html",
    "05_ffn_page_paste.txt", "06_fanficfare_txt_wrapped_crlf.txt", "07_ao3_page_paste.txt", "08_wattpad_paste.txt",
    "09_tumblr_paste.txt", "10_livejournal_header_cp1252.txt", "11_markdown_frontmatter.md",
    "12_mojibake_utf8_as_cp1252.txt", "13_standardebooks_nyarlathotep.xhtml",
    "14_standardebooks_the-oval-portrait.xhtml", "15_ao3_calibre.epub",
)  # fmt: skip
NOT_IN_THE_FILE = {
    "09_tumblr_paste.txt": {"author"},
    "13_standardebooks_nyarlathotep.xhtml": {"author"},
    "14_standardebooks_the-oval-portrait.xhtml": {"author"},
}
"""Facts that no word of the file states: a pasted post leaves its author's name out, a publisher's page too."""
TITLED_IN_SMALL_LETTERS = {"09_tumblr_paste.txt"}
"""Their writers type titles so on purpose, and the book keeps their letters; the facts have the printed edition's."""
DROPPED_AS_A_DOUBLE = "15_ao3_calibre.epub"
"""The same story as 02, word for word: one build makes it once."""


def silent(*_):
    """Say nothing."""


@pytest.fixture(scope="module")
def facts():
    rows = json.loads(tools.shared("samples", "web-shapes", "FACTS.json").read_text(encoding="utf-8"))
    return {row["file"]: row for row in rows}


@pytest.fixture(scope="module")
def read():
    looked = look([tools.shared("samples", "web-shapes", file) for file in SHAPES])
    assert (looked.unreadable, looked.problems) == ((), ())
    return {story.file: (story, manuscript(story)) for story in looked.stories}


def stated(fact, file):
    """Return the facts of a file that can be compared word for word."""
    wanted = {key: fact[key] for key in ("title", "author", "rating", "fandom", "series") if key in fact}
    wanted |= {key: fact[key] for key in ("chapters", "paragraphs", "scene_breaks") if key in fact}
    wanted |= {"notes": fact["notes"]} if "notes" in fact else {}
    return {key: value for key, value in wanted.items() if key not in NOT_IN_THE_FILE.get(file, ())}


def found(row, wanted):
    series = [f"{one['name']} #{one['number']}" for one in row["series"]]
    said = {
        "title": row["title"],
        "author": ", ".join(row["authors"]),
        "rating": row["rating"],
        "fandom": ", ".join(row["fandoms"]),
        "series": ", ".join(series),
        "notes": len(row["notes"]),
        **{key: row[key] for key in ("chapters", "paragraphs", "scene_breaks")},
    }
    return {key: said[key] for key in wanted}


@pytest.mark.parametrize("file", SHAPES)
def test_every_stated_fact_of_a_shape_is_read(file, facts, read):
    wanted = stated(facts[file], file)
    told = found(read[file][1], wanted)
    if file in TITLED_IN_SMALL_LETTERS:
        assert told["title"] == wanted["title"].lower()
        wanted["title"] = told["title"]
    assert told == wanted


@pytest.mark.parametrize("file", SHAPES)
def test_a_shape_begins_and_ends_where_its_story_does(file, facts, read):
    text = letters(" ".join(etree.fromstring(f"<b>{read[file][0].body}</b>").itertext()))
    first, last = (letters(facts[file].get(edge, "")) for edge in ("first", "last"))
    head = letters("".join(facts[file].get("chapters", [])[:1]))
    assert text.removeprefix(head).startswith(first)
    assert text.endswith(last)


@pytest.mark.parametrize("file", SHAPES)
def test_a_shapes_furniture_is_in_no_part_of_the_story(file, facts, read):
    story = read[file][0]
    book = letters("\n".join([story.body, story.summary, story.title, *(note.body for note in story.notes)]))
    assert [words for words in facts[file].get("must_drop", ()) if letters(words) in book] == []


@pytest.mark.parametrize("file", SHAPES)
def test_a_shape_has_about_as_many_words_as_were_counted(file, facts, read):
    assert read[file][1]["words"] == pytest.approx(facts[file]["story_words"], rel=0.02)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tools.shared("samples", "web-shapes")
    return build(config.load(folder, {"output": tmp_path_factory.mktemp("shapes"), "title": "Shapes"}), silent)


@pytest.fixture(scope="module")
def epub(built):
    """Return each story's sections of the finished EPUB, by its manuscript: the trees of its documents."""
    archive = zipfile.ZipFile(io.BytesIO(built.books[".epub"].read_bytes()))
    trees = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")]
    return {
        story.file: [tree for tree in trees if tree.xpath(f"//*[starts-with(@id, '{story.id}-') or @id='{story.id}']")]
        for story in built.anthology.stories
    }


@pytest.fixture(scope="module")
def everything(built):
    """Return the words of both finished books, as letters."""
    archive = zipfile.ZipFile(io.BytesIO(built.books[".epub"].read_bytes()))
    pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xhtml")]
    words = " ".join(text for page in pages for text in etree.fromstring(page).xpath("//text()[not(ancestor::style)]"))
    return {".epub": letters(words), ".pdf": letters(" ".join(raster.pdf_text(built.books[".pdf"].read_bytes())))}


@pytest.mark.slow
def test_all_shapes_become_one_proved_book_without_the_double(built):
    assert [problem for problem in built.problems if problem.severity != "info"] == []
    assert {story.file for story in built.anthology.stories} == set(SHAPES) - {DROPPED_AS_A_DOUBLE}
    assert [problem.code for problem in built.problems].count("duplicate") == 1


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".epub", ".pdf"])
def test_both_books_say_every_fact_and_no_furniture(suffix, facts, built, everything):
    book = everything[suffix]
    for file in {story.file for story in built.anthology.stories}:
        fact = facts[file]
        said = [fact.get(key, "") for key in ("title", "rating", "fandom", "first", "last")]
        said += [*fact.get("chapters", ()), fact.get("series", "").partition(" #")[0]]
        said += [] if "author" in NOT_IN_THE_FILE.get(file, ()) else [fact["author"]]
        assert [words for words in said if letters(words) not in book] == []
        assert [words for words in fact.get("must_drop", ()) if letters(words) in book] == []


@pytest.mark.slow
def test_each_story_of_the_epub_has_the_scene_breaks_that_were_counted(facts, epub):
    counted = {
        file: sum(len(tree.xpath("//*[local-name()='hr'][contains(@class, 'scene')]")) for tree in trees)
        for file, trees in epub.items()
        if "scene_breaks" in facts[file]
    }
    assert counted == {file: facts[file]["scene_breaks"] for file in counted}


@pytest.mark.slow
def test_the_pdf_has_as_many_scene_breaks_as_were_counted(built):
    spoken = words_of("en").scene_break
    with pikepdf.open(built.books[".pdf"]) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        heard = sum(1 for thing in things if thing.get("/S") == "/Figure" and str(thing.get("/Alt", "")) == spoken)
    assert heard == sum(manuscript(story)["scene_breaks"] for story in built.anthology.stories)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Build all shapes and all short fiction as one book, and once more, from folders of different names."""
    books = []
    for name in ("one", "another"):
        folder = tmp_path_factory.mktemp(name) / "stories"
        for room in ("web-shapes", "short-fiction"):
            source = tools.shared("samples", room)
            shutil.copytree(source, folder / room, ignore=shutil.ignore_patterns("FACTS.json"))
        books.append(build(config.load(folder, {"output": folder.parent / "book", "title": "Library"}), silent))
    return books


@pytest.mark.slow
def test_shapes_and_short_fiction_are_one_book_of_76_stories_with_two_doubles_named(library):
    built = library[0]
    doubles = [problem for problem in built.problems if problem.code == "duplicate"]
    said = " ".join(f"{problem.place} {problem.message}" for problem in doubles)
    assert (len(built.anthology.stories), len(doubles)) == (76, 2)
    assert [name for name in ("02_ao3", "15_ao3", "06_fanficfare", "london--to-build-a-fire") if name not in said] == []
    assert [problem for problem in built.problems if problem.severity != "info"] == []


@pytest.mark.slow
def test_the_library_built_twice_is_the_same_byte_for_byte(library):
    one, another = ({suffix: place.read_bytes() for suffix, place in built.books.items()} for built in library)
    assert one == another


@pytest.mark.slow
def test_the_library_passes_epubcheck_and_ace(library, tmp_path):
    book = library[0].books[".epub"]
    assert [said for said in tools.epubcheck(book) if not said.startswith("USAGE CSS-028")] == []
    assert tools.ace(book, tmp_path / "ace") == []
