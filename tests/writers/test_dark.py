"""A reader at night: light letters on black, in every theme, as a browser computes them."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from fic2book import themes
from tests import tools
from tests.writers import epub_books, every_kind

SCRIPT = Path(__file__).with_name("dark.mjs")


def seen(book: bytes, folder: Path) -> dict:
    """Return what a browser finds on a book's pages, dark."""
    modules = tools.NODE_TOOLS / "node_modules"
    if not (modules / "puppeteer-core").is_dir():
        tools.missing("puppeteer is not installed in .tools")
    zipfile.ZipFile(io.BytesIO(book)).extractall(folder)
    done = tools.run(tools.tool("node"), SCRIPT, folder, CHROMIUM=tools.tool("chromium"), MODULES=str(modules))
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def spoilt(book: bytes, css: str) -> bytes:
    """Return a book with a rule more in its style sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (css.encode() if name.endswith(".css") else b""))
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in themes.names()])
def test_on_black_every_word_rule_and_ornament_is_seen(name, tmp_path):
    told = seen(epub_books.written(every_kind.anthology(), themes.load(name)), tmp_path)
    assert told["found"] == []
    assert told["own"] == 0
    assert told["texts"] > 500
    assert told["drawn"] > 5


@pytest.mark.slow
def test_a_colour_of_the_books_own_is_found(tmp_path):
    book = epub_books.written(every_kind.anthology(), themes.load("classic"))
    css = ".story-text p { color: #222 } .caption, figcaption { color: #777 } hr.scene { color: #111 }"
    told = seen(spoilt(book, css), tmp_path)
    assert {one["what"] for one in told["found"]} >= {"text"}
    assert told["own"] > 50
