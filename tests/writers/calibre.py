"""calibre reads a book: the text that it finds in it, by its own means."""

from pathlib import Path

from tests import tools

HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"}
BREAK = "* * *"
"""What calibre writes for a rule across the page."""


def text(book: Path) -> str:
    """Return a book's text as calibre converts it; skips the test where calibre is not installed."""
    place = book.with_name(f"{book.name}.txt")
    own = {"CALIBRE_CONFIG_DIRECTORY": str(book.parent / "settings")}
    done = tools.run(tools.tool("ebook-convert"), book, place, "--txt-output-encoding=utf-8", **HEADLESS, **own)
    assert done.returncode == 0, done.stderr[-600:]
    return place.read_text(encoding="utf-8")
