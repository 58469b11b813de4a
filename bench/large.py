"""A large book: a thousand stories, 3.3 million words, built by fic2book and converted by pandoc in one run.

python bench/large.py
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import make_stories
from timing import Run, machine, many, median, picture, timed, with_headings

STORIES, WORDS = 1_000, 3_300
TURNS = 2
BUILD, WRITING, PANDOC = "fic2book EPUB, whole build", "of it: finished sections written", "pandoc EPUB"


def table(stories: int = STORIES, words: int = WORDS, turns: int = TURNS) -> str:
    """Return the table: both tools on the same Markdown, turn about."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        files = list(make_stories.write(place / "stories", stories, words))
        count = sum(len(file.read_text(encoding="utf-8").split()) for file in files)
        commands = _commands(place, files)
        found: dict[str, list[Run]] = {label: [] for label in (*commands, WRITING)}
        for turn in range(1, turns + 1):
            for label, command in commands.items():
                sys.stderr.write(f"turn {turn}, {len(files):,} stories: {label}\n")
                found[label].append(timed(command, place))
            found[WRITING].append(_writing(place))
    return _table(found, f"{len(files):,} Markdown files, {count:,} words; {many(turns)}. {machine()}.")


def _commands(place: Path, files: Sequence[Path]) -> dict[str, list[str]]:
    cover = picture(place)
    build = [sys.executable, "-m", "fic2book", "build", str(place / "stories"), "-q", "--title", "Bench", "-t", "epub"]
    commands = {BUILD: [*build, "--cover", str(cover), "-o", str(place / "built")]}
    pandoc = shutil.which("pandoc")
    if pandoc:
        read = [pandoc, "--metadata", "title=Bench", *map(str, with_headings(place, files))]
        commands[PANDOC] = [*read, f"--epub-cover-image={cover}", "-o", str(place / "pandoc.epub")]
    return commands


def _writing(place: Path) -> Run:
    """Return what a build needs, in a process of its own, from finished sections to the EPUB's file."""
    command = [sys.executable, __file__, "--writing", str(place / "stories"), str(place / "picture.jpg")]
    said = subprocess.run([*command, str(place / "written")], check=True, capture_output=True, text=True).stdout  # noqa: S603
    wall, cpu = map(float, said.split())
    return Run(wall=wall, cpu=cpu, megabytes=0)


def _written(folder: Path, cover: Path, output: Path) -> str:
    """Build, and return the seconds by the clock and by the processor from finished sections to the finished file."""
    from fic2book import config, pipeline

    moments: dict[str, tuple[float, float]] = {}

    def step(words: str, done: int, total: int) -> None:
        del done, total
        moments[words.split(maxsplit=1)[0]] = (time.perf_counter(), time.process_time())

    pipeline.build(config.load(folder, {"title": "Bench", "cover": cover, "to": ("epub",), "output": output}), step)
    wall, cpu = (after - before for before, after in zip(moments["Making"], moments["Proving"], strict=True))
    return f"{wall} {cpu}\n"


def _table(found: Mapping[str, Sequence[Run]], what: str) -> str:
    runs = {label: median(found[label]) for label in (BUILD, WRITING, PANDOC) if label in found}
    theirs = runs.get(PANDOC)
    rows = [
        "| command | wall, s | CPU, s | memory, MB | wall against pandoc | CPU against pandoc |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for label, run in runs.items():
        memory = f"{run.megabytes:,.0f}" if run.megabytes else "–"
        ratios = (f"{run.wall / theirs.wall:.2f} × | {run.cpu / theirs.cpu:.2f} ×") if theirs else "– | –"
        rows.append(f"| {label} | {run.wall:.1f} | {run.cpu:.1f} | {memory} | {ratios} |")
    return "\n".join((*rows, "", what))


if __name__ == "__main__":
    writing = sys.argv[1:2] == ["--writing"]
    sys.stdout.write(_written(*map(Path, sys.argv[2:5])) if writing else f"{table(*map(int, sys.argv[1:3]))}\n")
