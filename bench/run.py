"""Time fic2book and pandoc on the same manuscripts, turn about, and write the tables to docs/benchmarks.md.

    make bench                       40 stories of 3,000 words, 5 turns (2 for the PDFs); reading: 300 of 3,500
    python bench/run.py --turns 9 --stories 40 --words 3000

Each run is a process of its own; the figures are medians: wall time, CPU time of the process and its children, and the
largest resident memory of any one of them, as the system's wait4 tells it.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import make_stories
import shapes

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- begin: written by make bench -->", "<!-- end -->"
BEGIN_READING, END_READING = "<!-- begin: reading, written by make bench -->", "<!-- end of reading -->"
READ_STORIES, READ_WORDS = 300, 3_500
READ_TURNS = 3
PANDOC_READS = 30
"""Files that pandoc is given: a process a file, so its time a word is the same for more of them."""
LATEX = ("xelatex", "lualatex", "tectonic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one process cost."""

    wall: float
    cpu: float
    megabytes: float


def main() -> int:
    """Measure, print, write down."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        files = list(make_stories.write(place / "stories", asked.stories, asked.words))
        words = sum(len(file.read_text(encoding="utf-8").split()) for file in files)
        commands = _commands(place, files)
        turns = {label: asked.turns if "PDF" not in label else min(asked.turns, 2) for label in commands}
        runs = _alternate(commands, turns, place)
    block = _block(runs, f"{len(files)} Markdown files, {words:,} words", turns)
    reading = _reading()
    sys.stdout.write(f"{block}\n\n{reading}\n")
    _write_down(block, BEGIN, END)
    _write_down(reading, BEGIN_READING, END_READING)
    return 0


def _reading() -> str:
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
            runs = _alternate({"ours": _on_one_core(ours), **_pandoc(place, shape)}, _READ_TURNS_OF, place)
            rows.append(_reading_row(shape, runs, words, few))
    said = f"{READ_STORIES} stories of {READ_WORDS:,} words in each shape; medians of {READ_TURNS} turns, one core."
    return "\n".join((*rows, "", f"{said} pandoc was given {PANDOC_READS} of them, a process a file. {_machine()}."))


_READ_TURNS_OF = {"ours": READ_TURNS, "pandoc": READ_TURNS}


def _on_one_core(command: Sequence[str]) -> list[str]:
    taskset = shutil.which("taskset")
    return [taskset, "-c", "0", *command] if taskset else list(command)


def _pandoc(place: Path, shape: str) -> dict[str, list[str]]:
    """Return pandoc's part, one shell loop over the files; nothing where it is not installed."""
    if not shutil.which("pandoc"):
        return {}
    kind = {"txt": "markdown"}.get(shape, shape)
    loop = f'for file in "$0"/*.{shape}; do pandoc -f {kind} -t plain "$file" -o "$file.plain"; done'
    return {"pandoc": _on_one_core(["sh", "-c", loop, str(place / f"{shape}-few")])}


def _reading_row(shape: str, runs: Mapping[str, Sequence[Run]], words: int, few: int) -> str:
    ours = _median(runs["ours"])
    each = ours.wall / words * 100_000
    if "pandoc" not in runs:
        return f"| {shape} | {each:.2f} | {ours.megabytes:.0f} | – | – |"
    theirs = _median(runs["pandoc"]).wall / few * 100_000
    return f"| {shape} | {each:.2f} | {ours.megabytes:.0f} | {theirs:.2f} | {each / theirs:.2f} × |"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time fic2book and pandoc on the same manuscripts.")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--words", type=int, default=3000)
    return parser.parse_args()


def _commands(place: Path, files: Sequence[Path]) -> dict[str, list[str]]:
    """Return what is compared, by label; pandoc's part is left out, and said so, where there is no pandoc."""
    picture = _picture(place)
    build = [sys.executable, "-m", "fic2book", "build", str(place / "stories"), "-q", "--title", "Bench"]
    commands = {
        "fic2book EPUB, cover given": [*build, "-t", "epub", "--cover", str(picture), "-o", str(place / "given")],
        "fic2book EPUB, cover drawn": [*build, "-t", "epub", "-o", str(place / "drawn")],
        "fic2book PDF": [*build, "-t", "pdf", "-o", str(place / "pdf")],
    }
    pandoc = shutil.which("pandoc")
    if pandoc:
        # Files one after the other are one text to pandoc, so each story brings its title as a heading, as a person
        # who uses pandoc for this would write it.
        read = [pandoc, "--metadata", "title=Bench", *map(str, _with_headings(place, files))]
        out = str(place / "pandoc")
        commands["pandoc EPUB, cover given"] = [*read, f"--epub-cover-image={picture}", "-o", f"{out}.epub"]
        latex = next(filter(shutil.which, LATEX), None)
        if latex:
            commands["pandoc PDF"] = [*read, f"--pdf-engine={latex}", "-o", f"{out}.pdf"]
    return commands


def _picture(place: Path) -> Path:
    """Make a cover of the usual size with fic2book's own rasteriser."""
    from fic2book import raster

    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2560"><rect width="1600" height="2560"/></svg>'
    picture = place / "picture.jpg"
    picture.write_bytes(raster.svg_to_jpeg(svg, 1600, 2560))
    return picture


def _with_headings(place: Path, files: Sequence[Path]) -> list[Path]:
    folder = place / "headed"
    folder.mkdir()
    headed = []
    for file in files:
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = head.split("title: ", 1)[1].splitlines()[0]
        headed.append(folder / file.name)
        headed[-1].write_text(f"# {title}\n\n{body}\n", encoding="utf-8", newline="\n")
    return headed


def _alternate(commands: Mapping[str, Sequence[str]], turns: Mapping[str, int], place: Path) -> dict[str, list[Run]]:
    """Run turn about, so that what else the machine does falls on all alike; a first round warms the disk."""
    runs: dict[str, list[Run]] = {label: [] for label in commands}
    for turn in range(-1, max(turns.values())):
        for label, command in commands.items():
            warming = turn < 0
            if turn < turns[label] and not (warming and "PDF" in label):
                sys.stderr.write(f"{'warming up' if warming else f'turn {turn + 1}'}: {label}\n")
                run = _timed(command, place)
                runs[label] += [] if warming else [run]
    return runs


def _timed(command: Sequence[str], place: Path) -> Run:
    """Run a command to its end; what it costs comes from wait4, which counts the children it waited for."""
    log = place / "log.txt"
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)  # noqa: S603 - our own words
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    if code:
        sys.exit(f"{' '.join(command[:4])} … ended with {code}:\n{log.read_text(errors='replace')[-2000:]}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, megabytes=kilobytes / 1024)


def _block(runs: Mapping[str, Sequence[Run]], what: str, turns: Mapping[str, int]) -> str:
    middle = {label: _median(found) for label, found in runs.items()}
    rows = [
        "| command | wall, s | CPU, s | memory, MB | wall against pandoc |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(_row(label, run, middle) for label, run in middle.items()),
    ]
    many = " and ".join(dict.fromkeys(f"{turns[label]}" for label in runs))
    notes = [f"{what}; medians of {many} turns (fewer for PDFs), alternating. {_machine()}."]
    if "pandoc EPUB, cover given" not in runs:
        notes.append("pandoc is not on this machine: nothing to compare with.")
    elif "pandoc PDF" not in runs:
        notes.append(f"pandoc's PDF was not measured: none of {', '.join(LATEX)} is on this machine.")
    return "\n".join((*rows, "", *notes))


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        megabytes=statistics.median(run.megabytes for run in runs),
    )


def _row(label: str, run: Run, middle: Mapping[str, Run]) -> str:
    against = middle.get("pandoc PDF" if "PDF" in label else "pandoc EPUB, cover given")
    ratio = f"{run.wall / against.wall:.2f} ×" if against else "–"
    return f"| {label} | {run.wall:.2f} | {run.cpu:.2f} | {run.megabytes:.0f} | {ratio} |"


def _machine() -> str:
    pandoc = shutil.which("pandoc")
    version = (
        subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]  # noqa: S603
        if pandoc
        else "no pandoc"
    )
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {version}"


def _write_down(block: str, begin: str, end: str) -> None:
    """Put a table between its two marks of docs/benchmarks.md."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{begin}\n{block}\n{end}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
