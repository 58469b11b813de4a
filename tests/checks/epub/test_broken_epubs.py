"""A finished EPUB that is broken on purpose fails with the right code, and its sentence names story and place."""

import io
import zipfile

import pytest

from fic2book import checks, fonts
from fic2book.model import Severity
from tests.checks.library import anthology, archive_name, damaged, edit, entry, names, rezip, write, written

PARAGRAPH = (
    "<p>“You are late,” said the girl who sat there. “I have counted every one of them. "
    "I thought that you had forgotten me.”</p>"
)
OTHER = (
    "<p>“I am never late,” said the old woman, and she put down her can. "
    "“The street is longer than it used to be, and I am shorter. Pass me the bread.”</p>"
)
SCENE = '<hr class="scene" aria-label="Scene break"/><p class="first">The fifteenth'
PAUSE = '<hr class="pause" aria-hidden="true"/>'

BREAKAGES = {
    "a dropped paragraph": (
        ("lamps.xhtml", PARAGRAPH, ""),
        "text-lost",
        "“The Lamps of Quill Street”: after the words “where a table was laid for two.”, 23 words are missing",
    ),
    "a dropped word": (
        ("ferry.xhtml", "a flat tin boat", "a tin boat"),
        "text-lost",
        "1 word is missing from the EPUB: “flat”",
    ),
    "two paragraphs that changed places": (
        ("lamps.xhtml", PARAGRAPH + OTHER, OTHER + PARAGRAPH),
        "text-moved",
        "stand in another place of the EPUB: “",
    ),
    "a sentence that stands twice": (
        ("clock.xhtml", "for a long while.", "for a long while. The clock was silent for a long while."),
        "text-doubled",
        "8 words stand twice in the EPUB: “The clock was silent for a long while.”",
    ),
    "one changed letter": (
        ("clock.xhtml", "like a butler", "like a batler"),
        "text-changed",
        "the EPUB has “batler,” where the manuscript has “butler,”",
    ),
    "one dropped letter": (
        ("clock.xhtml", "low voice", "low voce"),
        "text-changed",
        "the EPUB has “voce,” where the manuscript has “voice,”",
    ),
    "a foreign sentence": (
        ("ferry.xhtml", "a pear.</p>", "a pear.</p><p>Read the next part on my page!</p>"),
        "text-foreign",
        "chapter “Outward”: after the words “grandfather, and he gave her a pear.”, 7 words stand in the EPUB",
    ),
    "a dropped scene break": (
        ("lamps.xhtml", SCENE, '<p class="first">The fifteenth'),
        "break-lost",
        "after the words “and they came to fourteen once more.”, a scene break is missing from the EPUB",
    ),
    "a dropped pause": (
        ("lamps.xhtml", PAUSE, ""),
        "break-lost",
        "a pause is missing from the EPUB",
    ),
    "a pause that became a scene break": (
        ("lamps.xhtml", PAUSE, '<hr class="scene"/>'),
        "break-foreign",
        "a scene break stands in the EPUB that is not in the manuscript",
    ),
    "another title": (
        ("clock.xhtml", ">The Clock That Was Sorry</h1>", ">The Clock</h1>"),
        "title-changed",
        "“The Clock That Was Sorry” has the title “The Clock”",
    ),
    "another chapter title": (
        ("ferry.xhtml", ">Homeward</h2>", ">Home</h2>"),
        "title-changed",
        "chapter “Homeward” has the title “Home”",
    ),
    "a chapter whose text lost its class": (
        ("ferry.xhtml", 'class="story-text" id="ferry-c2-text"', 'id="ferry-c2-text"'),
        "chapters-differ",
        "“A Ferry for Small Things” has 1 text in the EPUB; the manuscript has 2",
    ),
    "a renamed story": (
        ("clock.xhtml", 'id="clock"', 'id="watch"'),
        "story-renamed",
        "“The Clock That Was Sorry” stands in the EPUB under the name “watch”",
    ),
    "a link to a place that is not there": (
        ("contents.xhtml", "ferry.xhtml#ferry", "ferry.xhtml#fery"),
        "link-broken",
        "A Ferry for Small Things",
    ),
    "a link to a file that is not there": (
        ("nav.xhtml", "text/clock.xhtml", "text/clocks.xhtml"),
        "link-broken",
        "leads to EPUB/text/clocks.xhtml, a file that is not in it",
    ),
    "contents without a story": (
        ("nav.xhtml", "text/clock.xhtml", "text/lamps.xhtml"),
        "contents-lost",
        "“The Clock That Was Sorry” is missing from the EPUB’s navigation",
    ),
    "a page that is not well-formed": (
        ("clock.xhtml", "</header>", ""),
        "not-well-formed",
        "text/clock.xhtml is not well-formed",
    ),
    "a script": (
        ("clock.xhtml", "</head>", "<script>1</script></head>"),
        "script",
        "text/clock.xhtml holds a script",
    ),
    "a script in an attribute": (
        ("clock.xhtml", "<header ", '<header onclick="1" '),
        "script",
        "attribute onclick",
    ),
    "a picture from outside": (
        ("clock.xhtml", "</header>", '<img src="https://example.org/x.png" alt=""/></header>'),
        "remote-resource",
        "would fetch https://example.org/x.png",
    ),
    "a style sheet from outside": (
        ("book.css", "@font-face", '@import "https://example.org/x.css"; @font-face'),
        "remote-resource",
        "https://example.org/x.css",
    ),
    "a folder of a person": (
        ("content.opf", "</metadata>", "<meta>/home/somebody/stories</meta></metadata>"),
        "path-told",
        "/home/somebody/stories",
    ),
    "a font that the style sheet asks for in vain": (
        ("book.css", "ebgaramond-italic.ttf", "ebgaramond-oblique.ttf"),
        "font-missing",
        "fonts/ebgaramond-oblique.ttf",
    ),
    "a file that the package does not name": (
        ("content.opf", 'href="text/clock.xhtml"', 'href="text/watch.xhtml"'),
        "file-undeclared",
        "text/clock.xhtml",
    ),
    "a file that is named and not there": (
        ("content.opf", 'href="text/clock.xhtml"', 'href="text/watch.xhtml"'),
        "file-missing",
        "text/watch.xhtml",
    ),
    "a reading order with a page that is not there": (
        ("content.opf", '<itemref idref="page-clock"', '<itemref idref="page-watch"'),
        "spine-broken",
        "reading order",
    ),
}


def proved(book: bytes):
    return checks.prove({".epub": book}, anthology())


def test_a_sound_book_has_no_problem():
    assert proved(written("epub")) == ()


@pytest.mark.parametrize("breakage", BREAKAGES, ids=str)
def test_a_broken_book_is_told_with_its_place(breakage):
    change, code, sentence = BREAKAGES[breakage]
    problems = proved(edit(written("epub"), *change))
    told = [problem for problem in problems if problem.code == code]
    assert told, f"{code} is not among {problems}"
    assert any(sentence in problem.message for problem in told), told
    assert all(problem.severity == Severity.ERROR for problem in told)


def test_a_paragraph_that_is_gone_is_the_only_problem_told():
    problems = proved(edit(written("epub"), "lamps.xhtml", PARAGRAPH, ""))
    assert [problem.code for problem in problems] == ["text-lost"]
    assert problems[0].place == "1-lamps.txt"
    assert "“You are late,” said the girl" in problems[0].message


def test_a_dropped_story_is_told_by_its_title():
    without = edit(written("epub"), "content.opf", '<itemref idref="page-clock" id="place-page-clock"/>', "")
    problems = proved(without)
    assert "the whole story “The Clock That Was Sorry” is missing from the EPUB." in [one.message for one in problems]


def test_stories_out_of_order_are_told():
    book = written("epub")
    for before, after in (("lamps", "x"), ("clock", "lamps"), ("x", "clock")):
        book = edit(book, "content.opf", f'<itemref idref="page-{before}"', f'<itemref idref="page-{after}"')
    assert "story-order" in {problem.code for problem in proved(book)}


def test_a_book_written_from_a_damaged_anthology_is_not_the_anthology():
    book = write(damaged({"ferry": lambda body: body.replace("The shoe had come back polished.", "")}), "epub")
    (problem,) = proved(book)
    assert problem.code == "text-lost"
    assert "6 words are missing from the EPUB: “The shoe had come back polished.”" in problem.message


def test_a_glyph_that_is_gone_from_a_face_is_told():
    path = archive_name(names(written("epub")), "ebgaramond-regular.ttf")
    without = fonts.subset(entry(written("epub"), path), "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,.")
    (problem,) = [one for one in proved(rezip(written("epub"), {path: without})) if one.code == "glyph-missing"]
    assert problem.severity == Severity.ERROR
    assert "q (U+0071)" in problem.message
    assert "ebgaramond-regular.ttf" in problem.message


def test_a_font_file_that_is_no_font_lacks_everything():
    path = archive_name(names(written("epub")), "ebgaramond-regular.ttf")
    problems = proved(rezip(written("epub"), {path: b"no font"}))
    assert "glyph-missing" in {problem.code for problem in problems}


def test_a_font_that_is_gone_is_told():
    path = archive_name(names(written("epub")), "ebgaramond-regular.ttf")
    codes = {problem.code for problem in proved(rezip(written("epub"), {path: None}))}
    assert {"font-missing", "file-missing"} <= codes


def test_a_sign_that_no_text_face_has_is_told_and_fails_nothing():
    book = edit(written("epub"), "colophon.xhtml", "</section>", "<p>🦊</p></section>")
    (problem,) = proved(book)
    assert (problem.code, problem.severity) == ("glyph-fallback", Severity.INFO)
    assert "🦊 (U+1F98A)" in problem.message


@pytest.mark.parametrize("part", [0, 1, 30, 0.3, 0.5, 0.9, 0.999])
def test_a_book_that_is_cut_off_is_a_problem_and_no_traceback(part):
    whole = written("epub")
    cut = whole[: part if isinstance(part, int) else int(len(whole) * part)]
    assert [problem.code for problem in proved(cut)] == ["epub-unreadable"]


def test_a_file_that_is_no_epub_is_told():
    (problem,) = proved(b"%PDF-1.7 something else")
    assert "this is no EPUB file" in problem.message


def test_a_zip_that_is_no_epub_is_told():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("story.txt", "Once.")
    (problem,) = proved(buffer.getvalue())
    assert "no META-INF/container.xml" in problem.message


def test_damage_inside_an_entry_is_told():
    whole = bytearray(written("epub"))
    place = whole.index(b"EPUB/text/clock.xhtml") + 60
    whole[place : place + 20] = b"\0" * 20
    assert [problem.code for problem in proved(bytes(whole))] == ["epub-unreadable"]


def test_a_mimetype_that_is_not_first_is_told():
    problems = proved(rezip(written("epub"), {"mimetype": b"text/plain"}))
    assert [problem.code for problem in problems] == ["mimetype"]
