"""Time fic2book and pandoc on the same manuscripts, turn about, and write the tables to docs/benchmarks.md.

    make bench                       40 stories of 3,000 words, 5 turns (2 for the PDFs); a large book; reading; sheets
    python bench/run.py --turns 9 --stories 40 --words 3000

Each run is a process of its own; the figures are medians: wall time, CPU time of the process and its children, and the
largest resident memory of any one of them, as the system's wait4 tells it.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import large
import make_stories
import shapes
import sheets
from timing import Run, alternate, machine, many, median, on_one_core, picture, with_headings

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- begin: written by make bench -->", "<!-- end -->"
BEGIN_READING, END_READING = "<!-- begin: reading, written by make bench -->", "<!-- end of reading -->"
BEGIN_LARGE, END_LARGE = "<!-- begin: a large book, written by make bench -->", "<!-- end of the large book -->"
BEGIN_SHEETS, END_SHEETS = "<!-- begin: sheets, written by make bench -->", "<!-- end of sheets -->"
READ_STORIES, READ_WORDS = 300, 3_500
READ_TURNS = 3
PANDOC_READS = 30
"""Files that pandoc is given: a process a file, so its time a word is the same for more of them."""
LATEX = ("xelatex", "lualatex", "tectonic")


def main() -> int:
    """Measure, print, write down."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        files = list(make_stories.write(place / "stories", asked.stories, asked.words))
        words = sum(len(file.read_text(encoding="utf-8").split()) for file in files)
        commands = _commands(place, files)
        turns = {label: asked.turns if "PDF" not in label else min(asked.turns, 2) for label in commands}
        runs = alternate(commands, turns, place)
    block = _block(runs, f"{len(files)} Markdown files, {words:,} words", turns)
    _written_down(block, BEGIN, END)
    _written_down(large.table(turns=min(asked.turns, large.TURNS)), BEGIN_LARGE, END_LARGE)
    _written_down(_reading(min(asked.turns, READ_TURNS)), BEGIN_READING, END_READING)
    _written_down(sheets.table(asked.turns), BEGIN_SHEETS, END_SHEETS)
    return 0


def _reading(turns: int) -> str:
    """Return the table of reading and restoring alone, on one core, beside pandoc turning the same files into text."""
    rows = [
        "| manuscripts | wall, s for 100,000 words | memory, MB | pandoc to plain text | wall against pandoc |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        for shape in ("txt", "html", "epub"):
            words = shapes.write(place / shape, shape, READ_STORIES, READ_WORDS)
            few = shapes.write(place / f"{shape}-few", shape, PANDOC_READS, READ_WORDS)
            ours = [sys.executable, str(ROOT / "bench" / "reading.py"), str(place / shape)]
            runs = alternate(
                {"ours": on_one_core(ours), **_pandoc(place, shape)}, {"ours": turns, "pandoc": turns}, place
            )
            rows.append(_reading_row(shape, runs, words, few))
    said = f"{READ_STORIES} stories of {READ_WORDS:,} words in each shape; {many(turns)}, one core."
    return "\n".join((*rows, "", f"{said} pandoc was given {PANDOC_READS} of them, a process a file. {machine()}."))


def _pandoc(place: Path, shape: str) -> dict[str, list[str]]:
    """Return pandoc's part, one shell loop over the files; nothing where it is not installed."""
    if not shutil.which("pandoc"):
        return {}
    kind = {"txt": "markdown"}.get(shape, shape)
    loop = f'for file in "$0"/*.{shape}; do pandoc -f {kind} -t plain "$file" -o "$file.plain"; done'
    return {"pandoc": on_one_core(["sh", "-c", loop, str(place / f"{shape}-few")])}


def _reading_row(shape: str, runs: Mapping[str, Sequence[Run]], words: int, few: int) -> str:
    ours = median(runs["ours"])
    each = ours.wall / words * 100_000
    if "pandoc" not in runs:
        return f"| {shape} | {each:.2f} | {ours.megabytes:.0f} | – | – |"
    theirs = median(runs["pandoc"]).wall / few * 100_000
    return f"| {shape} | {each:.2f} | {ours.megabytes:.0f} | {theirs:.2f} | {each / theirs:.2f} × |"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time fic2book and pandoc on the same manuscripts.")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--words", type=int, default=3000)
    return parser.parse_args()


def _commands(place: Path, files: Sequence[Path]) -> dict[str, list[str]]:
    """Return what is compared, by label; pandoc's part is left out, and said so, where there is no pandoc."""
    cover = picture(place)
    build = [sys.executable, "-m", "fic2book", "build", str(place / "stories"), "-q", "--title", "Bench"]
    commands = {
        "fic2book EPUB, cover given": [*build, "-t", "epub", "--cover", str(cover), "-o", str(place / "given")],
        "fic2book EPUB, cover drawn": [*build, "-t", "epub", "-o", str(place / "drawn")],
        "fic2book PDF": [*build, "-t", "pdf", "-o", str(place / "pdf")],
    }
    pandoc = shutil.which("pandoc")
    if pandoc:
        # Files one after the other are one text to pandoc, so each story brings its title as a heading, as a person
        # who uses pandoc for this would write it.
        read = [pandoc, "--metadata", "title=Bench", *map(str, with_headings(place, files))]
        out = str(place / "pandoc")
        commands["pandoc EPUB, cover given"] = [*read, f"--epub-cover-image={cover}", "-o", f"{out}.epub"]
        latex = next(filter(shutil.which, LATEX), None)
        if latex:
            commands["pandoc PDF"] = [*read, f"--pdf-engine={latex}", "-o", f"{out}.pdf"]
    return commands


def _block(runs: Mapping[str, Sequence[Run]], what: str, turns: Mapping[str, int]) -> str:
    middle = {label: median(found) for label, found in runs.items()}
    rows = [
        "| command | wall, s | CPU, s | memory, MB | wall against pandoc |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(_row(label, run, middle) for label, run in middle.items()),
    ]
    few = ", fewer for PDFs" if len(set(turns.values())) > 1 else ""
    notes = [f"{what}; {many(max(turns.values()))}{few}, alternating. {machine()}."]
    if "pandoc EPUB, cover given" not in runs:
        notes.append("pandoc is not on this machine: nothing to compare with.")
    elif "pandoc PDF" not in runs:
        notes.append(f"pandoc's PDF was not measured: none of {', '.join(LATEX)} is on this machine.")
    return "\n".join((*rows, "", *notes))


def _row(label: str, run: Run, middle: Mapping[str, Run]) -> str:
    against = middle.get("pandoc PDF" if "PDF" in label else "pandoc EPUB, cover given")
    ratio = f"{run.wall / against.wall:.2f} ×" if against else "–"
    return f"| {label} | {run.wall:.2f} | {run.cpu:.2f} | {run.megabytes:.0f} | {ratio} |"


def _written_down(block: str, begin: str, end: str) -> None:
    """Print a table, and put it between its two marks of docs/benchmarks.md."""
    sys.stdout.write(f"{block}\n\n")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{begin}\n{block}\n{end}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
