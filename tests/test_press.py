"""The press: found or named, shut off from the world, and listened to."""

import http.server
import io
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator

import pikepdf
import pytest

from fic2book import press, raster
from fic2book.errors import OutputError
from fic2book.model import Severity
from tests import tools

WITHOUT_PANGO = """
import cffi
def gone(self, name, flags=0):
    raise OSError(f"cannot load library {name!r}")
cffi.FFI.dlopen = gone
from fic2book import press
"""
"""Python in which no library of the system can be opened, as on a machine without Pango."""

PAGE = '<html lang="en"><head><title>A book</title>{head}</head><body>{body}</body></html>'


def run(code: str) -> subprocess.CompletedProcess[str]:
    return tools.run(sys.executable, "-c", code)


def pages(head: str = "", body: str = "<p>Words.</p>", css: str = "", **resources: bytes) -> press.Typeset:
    return press.typeset(PAGE.format(head=head, body=body), [css], resources)


def codes(typeset: press.Typeset) -> list[str]:
    return [problem.code for problem in typeset.problems]


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """Give a web server's address and the list of what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


def test_a_press_that_works_has_nothing_to_say():
    assert press.available() == ""


def test_without_pango_one_sentence_names_the_command_and_nothing_else_is_printed():
    done = run(WITHOUT_PANGO + "print(press.available())")
    assert done.stderr == ""
    assert done.stdout.startswith("the PDF needs Pango, which was not found here. ")
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ("ID=debian", "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("ID=linuxmint\nID_LIKE=ubuntu debian", "sudo apt install libpango-1.0-0"),
        ("ID=fedora", "sudo dnf install pango"),
        ('ID=manjaro\nID_LIKE="arch"', "sudo pacman -S pango"),
        ("ID=slackware", "the system's package manager"),
    ],
    ids=["debian", "mint", "fedora", "manjaro", "others"],
)
@pytest.mark.skipif(platform.system() != "Linux", reason="reads the description of a Linux system")
def test_each_linux_gets_its_own_command(release, command, tmp_path):
    file = tmp_path / "os-release"
    file.write_text(release)
    describe = f"import platform; platform._os_release_candidates = ({str(file)!r},)\n"
    assert command in run(WITHOUT_PANGO + describe + "print(press.available())").stdout


@pytest.mark.parametrize(
    ("system", "command"), [("Darwin", "brew install pango"), ("Windows", "pacman -S mingw-w64-ucrt-x86_64-pango")]
)
def test_other_systems_get_their_own_command(system, command):
    describe = f"import platform; platform.system = lambda: {system!r}\n"
    assert command in run(WITHOUT_PANGO + describe + "print(press.available())").stdout


def test_on_a_mac_the_usual_folders_are_looked_through_unless_the_person_named_others():
    mac = "import os, platform; platform.system = lambda: 'Darwin'\n"
    say = "press.available(); print(os.environ['DYLD_FALLBACK_LIBRARY_PATH'])"
    assert run(WITHOUT_PANGO + mac + say).stdout.strip() == "/opt/homebrew/lib:/usr/local/lib:/opt/local/lib"
    own = "os.environ['DYLD_FALLBACK_LIBRARY_PATH'] = '/mine'\n"
    assert run(WITHOUT_PANGO + mac + own + say).stdout.strip() == "/mine"


def test_the_import_waits_until_something_is_typeset():
    done = run("import sys; from fic2book import press; print('weasyprint' in sys.modules)")
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "asking",
    [
        {"head": '<link rel="attachment" href="{file}">'},
        {"head": '<link rel="stylesheet" href="{file}">'},
        {"body": '<img src="{file}" alt="x">'},
        {"body": '<object data="{file}"></object><embed src="{file}">'},
        {"css": "p {{ background: url({file}) }}"},
        {"css": "@import url({file});"},
        {"css": "@font-face {{ font-family: x; src: url({file}) }} p {{ font-family: x }}"},
        {"css": "p::before {{ content: url({file}) }}"},
    ],
    ids=["attachment", "stylesheet", "image", "object", "background", "import", "font", "content"],
)
def test_nothing_outside_the_book_is_read_or_fetched(asking, tmp_path, visits):
    secret = tmp_path / "secret.txt"
    secret.write_text("p::after { content: 'the secret' } the secret")
    address, asked = visits
    for place in (secret.as_uri(), str(secret), f"{address}/x.png", f"//{address[5:]}/y.png"):
        made = pages(**{name: text.format(file=place) for name, text in asking.items()})
        assert b"the secret" not in made.pdf
        assert "secret" not in "".join(raster.pdf_text(made.pdf))
        with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
            assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
    assert asked == []


def test_what_was_refused_is_told():
    assert codes(pages(body='<img src="http://example.org/a.png" alt="x">')) == ["not-fetched"]


def test_the_books_own_images_are_served():
    dot = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'
    made = pages(body='<img src="book:dot.svg" alt="A dot">', **{"dot.svg": dot})
    assert made.problems == ()


def test_a_font_that_is_none_is_told():
    css = "@font-face { font-family: Nothing; src: url(book:n.ttf) } p { font-family: Nothing }"
    made = pages(css=css, **{"n.ttf": b"no font"})
    assert [(problem.code, problem.severity) for problem in made.problems] == [("font-failed", Severity.ERROR)]


def test_missing_signs_are_counted():
    assert pages(body="<p>\ue123 and \ue123 and \ue124</p>").unprinted == {"\ue123": 2, "\ue124": 1}
    assert pages(body="<p>Words.</p>").unprinted == {}


def test_a_style_rule_without_effect_is_told():
    made = pages(css="p { colour: red }")
    assert codes(made) == ["css-ignored"]
    assert "colour" in made.problems[0].message


def test_a_failure_inside_weasyprint_is_a_sentence_and_no_traceback():
    with pytest.raises(OutputError, match="WeasyPrint fails"):
        pages(css="@page { size: 0 0; margin: 0 }" + "p { font-size: 1e400px; line-height: 1e400 }")


def test_a_link_that_leads_nowhere_is_told():
    assert codes(pages(body='<p><a href="#nowhere">there</a></p>')) == ["link-broken"]


def test_nothing_is_printed_while_it_works(capfd):
    pages(body='<p>\ue123</p><img src="http://example.org/a.png" alt="x">', css="p { colour: red }")
    assert capfd.readouterr() == ("", "")


def test_nesting_as_deep_as_markup_lets_through_is_set():
    body = "<blockquote>" * 100 + "<p>deep</p>" + "</blockquote>" * 100
    assert "deep" in "".join(raster.pdf_text(pages(body=body).pdf))


def test_nesting_beyond_that_is_a_sentence_and_no_traceback():
    with pytest.raises(OutputError, match="nested too deeply"):
        pages(body="<div>" * 1500 + "<p>deep</p>" + "</div>" * 1500)


STORY = "The Orchard\n\nby June Harrow\n\nThe apples rang when the wind came through, and nobody spoke.\n"


def build(tmp_path, *options: str) -> subprocess.CompletedProcess[str]:
    folder = tmp_path / "Orchard Tales"
    folder.mkdir(exist_ok=True)
    (folder / "orchard.txt").write_text(STORY, encoding="utf-8")
    arguments = ["build", str(folder), "-o", str(tmp_path / "book"), *options]
    return run(f"{WITHOUT_PANGO}\nfrom fic2book.cli import main\nmain({arguments!r})")


def test_without_pango_the_whole_epub_is_made_and_one_sentence_brings_the_pdf(tmp_path):
    done = build(tmp_path)
    assert (done.returncode, sorted(path.name for path in (tmp_path / "book").iterdir())) == (
        1, ["orchard-tales.epub", "orchard-tales.fic2book.json", "report.html"],
    )  # fmt: skip
    assert done.stdout.split() == [str(tmp_path / "book" / "orchard-tales.epub")]
    assert [line for line in done.stderr.splitlines() if "Pango" in line or "WeasyPrint" in line] == [
        line for line in done.stderr.splitlines() if "the PDF needs Pango" in line
    ]
    assert done.stderr.count("the PDF needs Pango") == 1
    assert "Traceback" not in done.stderr


def test_without_pango_an_epub_alone_is_a_clean_build(tmp_path):
    done = build(tmp_path, "--to", "epub")
    assert (done.returncode, "Pango" in done.stderr) == (0, False)
