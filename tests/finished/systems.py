"""Real reading systems: each opens a book and tells what it shows of it."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import tools

JS = Path(__file__).parent / "js"
IN_A_BROWSER = ("foliate", "epubjs", "readium")
PAGE = ("-W", "405", "-H", "547", "-S", "11")
"""MuPDF's page of an e-reader of 1072 × 1448 pixels, in points."""


def node(script: str, *words: str | Path) -> dict[str, object]:
    """Run one of our scripts that drive Chromium, and return what it found."""
    modules = tools.NODE_TOOLS / "readers" / "node_modules"
    if not (modules / "@readium").is_dir():
        tools.missing("the reading systems of tests/finished/js/package.json are not installed in .tools/readers")
    done = tools.run(tools.tool("node"), JS / script, *words, CHROMIUM=tools.tool("chromium"), MODULES=str(modules))
    if not done.stdout.strip():
        pytest.fail(f"{script} said nothing: {done.stderr[-600:]}")
    return dict(json.loads(done.stdout))


def opened(book: Path, pictures: str = "", documents: str = "0", systems: tuple[str, ...] = IN_A_BROWSER) -> dict:
    """Open a book in the systems that live in a browser: ``{system: {info, shown, problems}}``.

    ``pictures`` begins the names of the pictures that are taken of some ``documents`` (numbers in the spine).
    """
    wanted = [pictures, documents] if pictures else []
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda system: node("open.mjs", book, system, *wanted), systems)
        return dict(zip(systems, found, strict=True))


def problems(book: Path, system: str, pictures: Path) -> list[str]:
    """Open a book in one system, and return what went wrong."""
    return list(opened(book, str(pictures / "page"), systems=(system,))[system]["problems"])


def epubcheck_ts(book: Path) -> list[str]:
    """Return what the translation of EPUBCheck says, which needs no Java: ``SEVERITY ID message``, a line each."""
    script = tools.NODE_TOOLS / "readers" / "node_modules" / "@likecoin" / "epubcheck-ts" / "bin" / "epubcheck.js"
    if not script.exists():
        tools.missing("@likecoin/epubcheck-ts is not installed in .tools/readers")
    report = book.with_suffix(".epubcheck-ts.json")
    done = tools.run(tools.tool("node"), script, book, "-q", "-u", "--json", report)
    if not report.exists():
        pytest.fail(f"epubcheck-ts wrote no report: {done.stderr[-600:]}")
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [f"{one['severity'].upper()} {one['ID']} {one['message']}" for one in messages]


def in_mupdf(book: Path, folder: Path) -> tuple[str, list, str]:
    """Open a book in MuPDF: its text page by page, its outline as nested (label, file, below), its complaints."""
    mutool = tools.tool("mutool")
    drawn = tools.run(mutool, "draw", "-q", "-F", "text", *PAGE, "-o", folder / "text.txt", book)
    script = folder / "outline.js"
    script.write_text("print(JSON.stringify(new Document(scriptArgs[0]).loadOutline()))\n", encoding="utf-8")
    outline = tools.run(mutool, "run", script, book)
    return (
        (folder / "text.txt").read_text(encoding="utf-8"),
        _outline(json.loads(outline.stdout)),
        drawn.stderr + outline.stderr,
    )


def drawn_by_mupdf(book: Path, folder: Path, pages: str) -> list[Path]:
    """Let MuPDF draw some pages as an e-reader shows them, and return their pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    done = tools.run(
        tools.tool("mutool"), "draw", "-q", "-w", "1072", "-h", "1448", *PAGE, "-o", folder / "p-%d.png", book, pages
    )
    assert done.returncode == 0, done.stderr
    return sorted(folder.glob("*.png"))


def _outline(entries: list[dict]) -> list[tuple[str, str, list]]:
    return [(one["title"], one["uri"].partition("#")[0], _outline(one.get("down", []))) for one in entries]
