"""Other programs that make a PDF: the same words on the same page, each as its own manual says it is done.

Those that read HTML get one file that pandoc has made of the Markdown, with a style sheet of the page, the margins and
a new page for each story; making it is not counted. Those that have a source of their own are timed with pandoc, which
writes it. What a program leaves out (notes, contents, tags, embedded faces) it is not asked for.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from timing import Run, median, timed, with_headings

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"
NAMES = ("Vivliostyle CLI", "calibre", "Chromium", "pandoc, XeLaTeX", "pandoc, Typst")
SHEET = """
@page { size: 148mm 210mm; margin: 18mm 18mm 21mm 20mm }
html { font: 10.5pt/1.4 serif }
h1 { break-before: page; font-size: 1.6em; text-align: center }
p { margin: 0; text-indent: 1.2em; text-align: justify; hyphens: auto }
"""
"""The page that fic2book's A5 is, as near as a plain style sheet comes to it."""

_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"}


class Found(NamedTuple):
    """What a program cost, and how many pages came of it."""

    run: Run
    pages: int


def measured(files: Sequence[Path], turns: int, place: Path) -> dict[str, Found | str]:
    """Time each program, turn about; of one that is not here, or that fails, say so."""
    os.environ.update(_OFFSCREEN)
    commands = _commands(files, place)
    runs: dict[str, list[Run]] = {label: [] for label, command in commands.items() if command}
    failed: dict[str, str] = {}
    for turn in range(1, turns + 1):
        for label in [label for label in runs if label not in failed]:
            sys.stderr.write(f"turn {turn}: {label}\n")
            try:
                runs[label].append(timed(commands[label], place))
            except SystemExit as error:
                sys.stderr.write(f"{error}\n")
                failed[label] = "not measured: it failed here"
    return {label: _found(label, runs, failed, place) for label in NAMES}


def _found(label: str, runs: Mapping[str, Sequence[Run]], failed: Mapping[str, str], place: Path) -> Found | str:
    if label in failed or label not in runs:
        return failed.get(label, "not measured: not on this machine")
    from fic2book import raster

    return Found(median(runs[label]), raster.page_count(_output(label, place).read_bytes()))


def table(whole: Run, pages: Run, count: int, found: Mapping[str, Found | str]) -> str:
    """Return the table; fic2book's whole build, and of it what turns finished sections into a PDF, stand first."""
    rows = [
        "| program | wall, s | against fic2book's PDF | CPU, s | memory, MB | pages |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        f"| fic2book, from reading to proof | {_costs(whole, pages, f'{whole.megabytes:,.0f}', count)}",
        f"| of it: finished sections to PDF | {_costs(pages, pages, '–', count)}",
    ]
    for label, one in found.items():
        if isinstance(one, str):
            rows.append(f"| {label} | {one} | – | – | – | – |")
        else:
            rows.append(f"| {label} | {_costs(one.run, pages, f'{one.run.megabytes:,.0f}', one.pages)}")
    return "\n".join(rows)


def _costs(run: Run, base: Run, memory: str, count: int) -> str:
    return f"{run.wall:.2f} | {run.wall / base.wall:.2f} × | {run.cpu:.2f} | {memory} | {count:,} |"


def _commands(files: Sequence[Path], place: Path) -> dict[str, list[str]]:
    """Return each program's command; an empty one where it is not here."""
    commands: dict[str, list[str]] = {label: [] for label in NAMES}
    commands["pandoc, Typst"] = typst(place, files)
    pandoc = shutil.which("pandoc")
    if not pandoc:
        return commands
    headed = [str(file) for file in _headed(place, files)]
    latex = shutil.which("xelatex")
    if latex:
        page = ["-V", "documentclass=book", "-V", "classoption=openany", "--top-level-division=chapter"]
        page += ["-V", "papersize=a5", "-V", "geometry=margin=18mm"]
        output = str(_output("pandoc, XeLaTeX", place))
        commands["pandoc, XeLaTeX"] = [pandoc, *headed, *page, "--pdf-engine", latex, "-o", output]
    book = _html(pandoc, headed, place)
    return {**commands, **_of_html(book, place)}


def _of_html(book: Path, place: Path) -> dict[str, list[str]]:
    """Return the commands of the programs that lay out HTML."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    vivliostyle = _own("vivliostyle", "node_modules/.bin") or shutil.which("vivliostyle")
    calibre = shutil.which("ebook-convert")
    commands: dict[str, list[str]] = {}
    if chromium:
        quiet = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        waits = ["--virtual-time-budget=600000", f"--print-to-pdf={_output('Chromium', place)}", book.as_uri()]
        commands["Chromium"] = [*quiet, *waits]
    if vivliostyle and chromium:
        output = ["-o", str(_output("Vivliostyle CLI", place)), "--executable-browser", chromium, "-t", "3600"]
        commands["Vivliostyle CLI"] = [vivliostyle, "build", str(book), "--single-doc", *output]
    if calibre:
        page = ["--paper-size", "a5", "--pdf-default-font-size", "14", "--pdf-page-numbers", "--chapter", "//h:h1"]
        commands["calibre"] = [calibre, str(book), str(_output("calibre", place)), *page]
    return commands


def typst(place: Path, files: Sequence[Path]) -> list[str]:
    """Return the command of ``pandoc | typst``: one that writes for it, and one that sets what it wrote."""
    pandoc = _pandoc_for_typst()
    program, python = shutil.which("typst"), _own("typst", "bin", "python")
    if not (pandoc and (program or python)):
        return []
    setting = [program, "compile"] if program else [str(python), "-c", _TYPST]
    source, output = place / "book.typ", _output("pandoc, Typst", place)
    head = place / "head.typ"
    head.write_text("#show heading.where(level: 1): story => pagebreak(weak: true) + story\n", encoding="utf-8")
    page = ["-t", "typst", "-s", "-H", str(head), "-V", "papersize=a5", "-V", "fontsize=10.5pt"]
    script = place / "typst.sh"
    words = [pandoc, *map(str, _headed(place, files)), *page, "-o", str(source)]
    lines = [shlex.join(words), shlex.join([*setting, str(source), str(output)])]
    script.write_text("set -e\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return ["sh", str(script)]


def _pandoc_for_typst() -> str:
    """Return a pandoc that writes Typst's source (3.1.2 or later): the system's, or one beside typst in .tools."""
    found = shutil.which("pandoc")
    for place in filter(
        None, (found, *map(str, sorted(TOOLS.glob("typst/lib/*/site-packages/pypandoc/files/pandoc"))))
    ):
        formats = subprocess.run([place, "--list-output-formats"], capture_output=True, text=True, check=True).stdout  # noqa: S603
        if "typst" in formats.split():
            return place
    return ""


def _html(pandoc: str, headed: Sequence[str], place: Path) -> Path:
    """Return the Markdown as one HTML file with the page's style sheet in it."""
    sheet, book = place / "sheet.html", place / "book.html"
    sheet.write_text(f"<style>{SHEET}</style>", encoding="utf-8")
    words = [pandoc, *headed, "-s", "-H", str(sheet), "-V", "lang=en", "--metadata", "title=Bench", "-o", str(book)]
    subprocess.run(words, check=True)  # noqa: S603
    return book


def _headed(place: Path, files: Sequence[Path]) -> list[Path]:
    folder = place / "headed"
    return sorted(folder.iterdir()) if folder.is_dir() else with_headings(place, files)


def _output(label: str, place: Path) -> Path:
    return place / f"{label.replace(', ', '-').replace(' ', '-').lower()}.pdf"


def _own(name: str, *inside: str) -> str | None:
    """Return a program of .tools; the last word is its name where that is another."""
    program = inside[-1] if len(inside) > 1 else name
    return shutil.which(program, path=str(TOOLS / name / inside[0]))
