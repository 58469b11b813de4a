"""Nothing of a stranger's page runs, loads, asks or leads astray in a book; a book in which something does is told."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from fic2book import checks
from fic2book.model import Severity
from tests.checks.library import anthology, edit, entry, mend, names, write, written
from tests.sections import shelf

HOSTILE = (
    "<script>steal()</script><style>p{background:url(https://evil.example/x)}</style>"
    '<p onclick="run()" style="color:red">Said <a href="javascript:run()">she</a>, <a href="data:text/html,x">and</a> '
    '<a href="java&#10;script:run()">he</a> <a href="vbscript:x">too</a>.</p>'
    '<iframe src="https://evil.example/"><p>framed</p></iframe><object data="x.swf"><p>object</p></object>'
    '<form action="https://evil.example/"><p>asked</p></form><embed src="x.swf"/>'
    '<p><img src="https://evil.example/pixel.png"/><img src="picture:gone" onerror="run()"/>seen</p>'
    '<svg onload="run()"><a href="javascript:x">drawn</a></svg><math><mi>m</mi></math>'
    '<p><a href="file:///etc/passwd">file</a> <a href="https://ok.example/">kept</a></p>'
)


def hostile():
    one = shelf.story("trap", HOSTILE, summary=HOSTILE)
    return shelf.anthology(one, shelf.story("calm", authors=("B",)), foreword=HOSTILE, afterword=HOSTILE)


def errors(book: bytes, suffix: str, content=None) -> dict[str, str]:
    problems = checks.prove({suffix: book}, content or anthology())
    return {one.code: one.message for one in problems if one.severity == Severity.ERROR}


def test_nothing_of_a_hostile_page_is_in_the_epub_and_its_words_are():
    book = write(hostile(), "epub")
    pages = "".join(entry(book, name).decode() for name in names(book) if name.endswith(".xhtml"))
    for bad in ("<script", "steal", "onclick", "onload", "onerror", "javascript", "vbscript", "data:", "file:", "evil",
                "<iframe", "<object", "<form", "<embed", "<svg", "style="):  # fmt: skip
        assert bad not in pages, bad
    for word in ("Said", "she", "framed", "object", "asked", "seen", "drawn", "https://ok.example/"):
        assert word in pages, word
    assert errors(book, ".epub", hostile()).keys() <= {"text-lost", "text-changed", "page-lost"}


def test_nothing_of_a_hostile_page_is_in_the_pdf():
    book = write(hostile(), "pdf")
    assert not errors(book, ".pdf", hostile()).keys() & {"script", "link-unsafe"}
    with pikepdf.open(io.BytesIO(book)) as pdf:
        links = [
            str(one.A.URI) for page in pdf.pages for one in page.obj.get("/Annots", []) if "/URI" in one.get("/A", {})
        ]
    assert set(links) == {"https://ok.example/"}


EPUB = {
    "a frame": ('<iframe src="clock.xhtml"></iframe>', "script"),
    "an object": ('<object data="x.bin"></object>', "script"),
    "an embedded thing": ('<embed src="x.bin"/>', "script"),
    "a form": ('<form action="x"><p>a</p></form>', "script"),
    "a field": ("<input/>", "script"),
    "sound": ('<audio src="x.mp3"></audio>', "script"),
    "a base": ('<base href="https://a.b/"/>', "script"),
    "styles of its own": ('<p style="color:red">a</p>', "script"),
    "an address that runs": ('<a href="javascript:1">a</a>', "script"),
    "an address that runs in disguise": ('<a href=" java&#10;script:1">a</a>', "script"),
    "a page in an address": ('<a href="data:text/html,x">a</a>', "link-unsafe"),
    "an address on the machine": ('<a href="file:///x">a</a>', "link-unsafe"),
    "a picture from outside": ('<img src="https://a.b/x.png" alt="a"/>', "remote-resource"),
    "a picture from outside without a scheme": ('<img src="//a.b/x.png" alt="a"/>', "remote-resource"),
    "several pictures from outside": ('<img srcset="https://a.b/x.png" src="y" alt="a"/>', "remote-resource"),
}


@pytest.mark.parametrize(("foreign", "code"), EPUB.values(), ids=EPUB)
def test_an_epub_with_something_foreign_is_told(foreign, code):
    assert code in errors(edit(written("epub"), "clock.xhtml", "</header>", f"{foreign}</header>"), ".epub")


def test_a_page_that_moves_on_by_itself_is_told():
    moved = edit(written("epub"), "clock.xhtml", "</head>", '<meta http-equiv="refresh" content="1"/></head>')
    assert "script" in errors(moved, ".epub")


def action(**keys: object) -> Dictionary:
    return Dictionary({f"/{key}": value for key, value in keys.items()})


def link(**keys: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action(**keys))


def add_link(annotation: Dictionary):
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[9].obj
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(annotation)])

    return change


def set_root(name: str, value: object):
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root[name] = value

    return change


def add_name(name: str):
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names[name] = Dictionary(Names=Array([]))

    return change


JAVASCRIPT = action(S=Name.JavaScript, JS=String("app.alert(1)"))
PDF = {
    "a link that runs": (add_link(link(S=Name.JavaScript, JS=String("1"))), "script"),
    "a link that starts a program": (add_link(link(S=Name.Launch, F=String("x.exe"))), "script"),
    "a link that sends": (add_link(link(S=Name.SubmitForm, F=String("https://a.b"))), "script"),
    "a link that runs afterwards": (add_link(link(S=Name.URI, URI=String("https://a.b/"), Next=JAVASCRIPT)), "script"),
    "a link to a file": (add_link(link(S=Name.URI, URI=String("file:///etc/x"))), "link-unsafe"),
    "a link to a script": (add_link(link(S=Name.URI, URI=String("javascript:1"))), "link-unsafe"),
    "a film": (add_link(Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]))), "script"),
    "a script at the beginning": (set_root("/OpenAction", JAVASCRIPT), "script"),
    "a script at the end": (set_root("/AA", Dictionary(WC=JAVASCRIPT)), "script"),
    "a form": (set_root("/AcroForm", Dictionary(Fields=Array([]))), "script"),
    "scripts by name": (add_name("/JavaScript"), "script"),
    "a file inside": (add_name("/EmbeddedFiles"), "script"),
}


@pytest.mark.parametrize(("change", "code"), PDF.values(), ids=PDF)
def test_a_pdf_with_something_foreign_is_told(change, code):
    assert code in errors(mend(written("pdf"), change), ".pdf")


@pytest.mark.parametrize("address", ["https://a.b/", "http://a.b/", "mailto:a@b.example"])
def test_a_pdf_may_lead_to_the_web_and_to_a_letter_box(address):
    assert errors(mend(written("pdf"), add_link(link(S=Name.URI, URI=String(address)))), ".pdf") == {}
