"""A folder in which things lie that are no files, or lead out of it: nothing hangs, and nothing outside is touched."""

import os
import re
import socket
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from tests.hostile import files
from tests.tools import run

GOOD = "The Good Lamp\n\nby Ada Quay\n\n{}\n".format("\n\n".join([files.FIRST, files.DEEP, files.LAST]))
HIDDEN = "SECRETWORD was the word that she had never said to anybody, and nobody had ever asked her for it."
RUNS = ("script", "iframe", "object", "embed", "form", "input", "button", "applet", "base", "foreignObject", "video")


def build(folder, output, to="epub"):
    command = [sys.executable, "-m", "fic2book", "build", folder, "-o", output, "--to", to, "--plain"]
    return run(*command, timeout=500)


def everything_in(folder):
    return {place.relative_to(folder): place.lstat().st_mtime_ns for place in folder.rglob("*")}


def text_of(book):
    with zipfile.ZipFile(book) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xhtml")]
    return " ".join("".join(etree.fromstring(page).itertext()) for page in pages)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "stories"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(HIDDEN, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text(HIDDEN, encoding="utf-8")
    return place


def strange_things(place):
    """Put into a folder what only looks like a manuscript."""
    os.mkfifo(place / "pipe.txt")
    (place / "folder.txt").mkdir()
    (place / "folder.epub").mkdir()
    (place / "out.txt").symlink_to("../secret.txt")
    (place / "outside").symlink_to("../elsewhere")
    (place / "loop").symlink_to(".")
    (place / "itself.txt").symlink_to("itself.txt")
    (place / "nowhere.txt").symlink_to("nothing.txt")
    here = Path.cwd()
    os.chdir(place)  # a socket's whole path may hold some hundred characters only
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
    os.chdir(here)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_or_leads_out_is_never_read(folder, tmp_path):
    strange_things(folder)
    done = build(folder, tmp_path / "book")
    book = next((tmp_path / "book").glob("*.epub"))
    assert "Traceback" not in done.stderr
    assert "fault of its own" not in done.stderr
    assert "30 seconds" not in done.stderr
    assert "STARTWORD" in text_of(book)
    assert "SECRETWORD" not in text_of(book)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="some systems and users may open everything")
def test_a_file_that_may_not_be_opened_is_named(folder, tmp_path):
    (folder / "closed.txt").write_text(HIDDEN, encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    done = build(folder, tmp_path / "book")
    assert "closed.txt: the file cannot be opened" in done.stderr
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow fewer names")
def test_names_may_hold_any_character(folder, tmp_path):
    for name in ("a b%20{}$(x)'\"", "<b>&amp;", "-o", "\u202eevil", "龍 é", "\udcff", "a" * 240, "tab\t", "line\nline"):
        inside = folder / name[:100]
        inside.mkdir()
        (inside / f"{name}.txt").write_text(GOOD.replace("Good Lamp", "Bad Lamp"), encoding="utf-8")
    done = build(folder, tmp_path / "book")
    assert "Traceback" not in done.stderr
    assert "fault of" not in done.stderr
    assert done.returncode == 0
    assert len(list((tmp_path / "book").glob("*.epub"))) == 1


def active_book(tmp_path, to):
    """Build a book of files that hold what runs or fetches; return the folder of the book and what was said."""
    place = tmp_path / "stories"
    place.mkdir(exist_ok=True)
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, hostile in files.outward().items():
        (place / name).write_bytes(hostile.data)
    before = everything_in(tmp_path)
    done = build(place, tmp_path / "book", to)
    after = everything_in(tmp_path)
    made = {path for path in after if path.parts[0] != "book"}
    assert made == set(before), "something was written outside the output folder"
    return tmp_path / "book", done


def test_nothing_that_runs_or_fetches_comes_into_an_epub(tmp_path):
    output, done = active_book(tmp_path, "epub")
    assert "Traceback" not in done.stderr
    with zipfile.ZipFile(next(output.glob("*.epub"))) as book:
        found = [f"{name}: {fault}" for name in book.namelist() for fault in faults(name, book.read(name))]
    assert not found


def faults(name, data):
    """Return what in a file of a book runs, fetches or sends by itself."""
    said = data.decode("utf-8", "ignore")
    if name.endswith(".css"):
        return re.findall(r"@import|url\(\s*[\"']?(?:[a-z]+:|//)[^)]*", said)
    if not name.endswith((".xhtml", ".opf", ".ncx", ".svg", ".xml")):
        return []
    found = re.findall(r"root:x:0|haha|evil\(\"script\"\)", said)  # words that only follow from running or fetching
    for element in etree.fromstring(data).iter("*"):
        tag = etree.QName(element).localname
        found += [tag] if tag in RUNS else []
        found += [f"{tag} {name}={value}" for name, value in element.attrib.items() if acts(name, value)]
    return found


def acts(attribute, value):
    """Tell whether an attribute runs something, fetches something, or leads to what does."""
    name = etree.QName(attribute).localname
    plain = re.sub(r"[\x00-\x20]+", "", value)  # browsers leave out white space and controls inside a scheme
    scheme = re.match(r"([a-z][a-z0-9+.-]*:|//)", plain, re.IGNORECASE)
    allowed = {"href": {"http:", "https:", "mailto:"}, "src": set()}.get(name)
    if allowed is not None:
        return bool(scheme) and scheme[1].lower() not in allowed
    return name.startswith("on") or name in {"style", "srcset", "srcdoc", "formaction", "ping", "background"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xhtml", b"<p onclick='x'/>"),
        ("a.xhtml", b"<p style='x'/>"),
        ("a.xhtml", b"<p><script/></p>"),
        ("a.xhtml", b"<a href='data:text/html,x'/>"),
        ("a.xhtml", b"<a href='java&#10;script:x'/>"),
        ("a.xhtml", b"<a href='ms-settings:x'/>"),
        ("a.xhtml", b"<img src='http://example.org/x'/>"),
        ("a.xhtml", b"<img src='//example.org/x'/>"),
        ("a.css", b"p { background: url(http://example.org/x) }"),
    ],
)
def test_what_runs_or_fetches_would_be_seen(name, data):
    assert faults(name, data)


@pytest.mark.slow
def test_nothing_that_runs_or_fetches_comes_into_a_pdf(tmp_path):
    output, done = active_book(tmp_path, "pdf")
    assert "Traceback" not in done.stderr
    with pikepdf.open(next(output.glob("*.pdf"))) as book:
        said = [str(item) for item in _said(book)]
        keys = {key for item in book.objects if isinstance(item, pikepdf.Dictionary) for key in item}
    addresses = [words for words in said if re.match(r"\s*[a-z]+:", words, re.IGNORECASE)]
    assert not keys & {"/JS", "/JavaScript", "/Launch", "/SubmitForm", "/EmbeddedFiles", "/AA", "/GoToR"}
    assert not [address for address in addresses if not re.match(r"https?:|mailto:", address)]
    assert not [words for words in said if "evil" in words or "root:x:0" in words]


def _said(book):
    for item in book.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/URI":
            yield item.URI


@pytest.mark.slow
def test_one_folder_of_all_of_it_is_one_book(tmp_path):
    place = tmp_path / "stories"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    everything = files.everything()
    for name, hostile in everything.items():
        (place / name).write_bytes(hostile.data)
    done = build(place, tmp_path / "book")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "fault of" not in done.stderr
    for name, hostile in everything.items():
        if hostile.come == files.NAMED:
            assert [line for line in done.stderr.splitlines() if line.startswith(f"{name}: ")], name
    assert files.FIRST in " ".join(text_of(next((tmp_path / "book").glob("*.epub"))).split())
