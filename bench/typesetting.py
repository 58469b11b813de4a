"""The PDF: fic2book beside one run of WeasyPrint over the same sections, turn about; tables of docs/performance.md.

    python bench/typesetting.py engine      40 stories of 3,000 words: cold, a word changed, a story more
    python bench/typesetting.py large       200 stories of 5,000 words
    python bench/typesetting.py archive     1,000 stories of 3,300 words, fic2book alone
    python bench/typesetting.py others      other programs on the same words and page
    python bench/typesetting.py profile     where the time goes, and what was saved
    python bench/typesetting.py             all of them, one after the other: what `make bench` does

``--stories``, ``--words`` and ``--turns`` make a table smaller; ``--dry`` prints it and leaves the page alone.
"""

import argparse
import json
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import make_stories
import others
import where
from setting import ONE_RUN, PIECES, TOLD
from timing import Run, many, median, processor, timed

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
CORES = 2
"""Stories at once, on any machine: figures of different machines are of the same work."""


_RATIO = "against one run"
_COLUMNS = ("to PDF, s", _RATIO, "whole build, s", _RATIO, "CPU, s", "memory, MB", _RATIO, "pages", "file, MB")


class Size(NamedTuple):
    """How much is built, and how often."""

    stories: int
    words: int
    turns: int

    def __str__(self) -> str:
        """Say it below a table."""
        return f"{self.stories:,} stories of {self.words:,} words, A5; {many(self.turns)}"


SIZES = {
    "engine": Size(40, 3_000, 3),
    "large": Size(200, 5_000, 1),
    "archive": Size(1_000, 3_300, 1),
    "others": Size(40, 3_000, 2),
    "profile": Size(12, 3_000, 3),
}
SMALL = Size(40, 3_000, 1)
"""The book whose cost a page the large one's is held against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to build a folder."""

    how: str
    folder: Path
    jobs: int = CORES
    kept: Path | None = None
    """Pages that are kept before each turn; nothing: none are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one way cost, medians of its turns."""

    whole: Run
    """The process from its start to its end: Python, reading, restoring, the PDF, the proof."""
    pages: Run
    """Of it: from finished sections to the PDF's bytes."""
    count: int
    """Pages of the book."""
    megabytes: float
    """Of the file."""


def alternate(ways: Mapping[str, Way], turns: int, place: Path) -> dict[str, Made]:
    """Build in all ways, turn about."""
    found: dict[str, list[tuple[Run, dict[str, float]]]] = {label: [] for label in ways}
    for turn in range(1, turns + 1):
        for label, way in ways.items():
            sys.stderr.write(f"turn {turn}: {label}\n")
            found[label].append(built(way, place))
    return {label: _middle(runs) for label, runs in found.items()}


def built(way: Way, place: Path) -> tuple[Run, dict[str, float]]:
    """Build once, in a process of its own, with what is kept as it was before."""
    cache, output = place / "cache", place / "out"
    for old in (cache, output):
        shutil.rmtree(old, ignore_errors=True)
    if way.kept:
        shutil.copytree(way.kept, cache)
    command = [sys.executable, str(ROOT / "bench" / "setting.py"), way.how, str(way.folder), str(output)]
    run = timed([*command, "--jobs", str(way.jobs), "--cache", str(cache)], place)
    return run, json.loads((output / TOLD).read_text(encoding="utf-8"))


def _middle(runs: Sequence[tuple[Run, dict[str, float]]]) -> Made:
    told = {name: statistics.median(one[name] for _, one in runs) for name in runs[0][1]}
    return Made(
        whole=median([run for run, _ in runs]),
        pages=Run(wall=told["wall"], cpu=told["cpu"], megabytes=0),
        count=int(told["pages"]),
        megabytes=told["bytes"] / 1e6,
    )


def engine(size: Size, place: Path) -> str:
    """Return the table of a book of usual size: built anew, built again, built after a small change."""
    stories, middle = place / "stories", size.stories // 2
    files = list(make_stories.write(stories, size.stories, size.words))
    changed, longer = (Path(shutil.copytree(stories, place / name)) for name in ("changed", "longer"))
    _change_a_word(changed / files[middle].name)
    more = _by_somebody_new(make_stories.story(size.stories + 1, size.words))
    (longer / f"{middle:04} story, and another.md").write_text(more, encoding="utf-8", newline="\n")
    kept = place / "kept"
    built(Way(how=PIECES, folder=stories), place)
    (place / "cache").rename(kept)
    ways = {
        "one run of WeasyPrint": Way(how=ONE_RUN, folder=stories),
        f"fic2book, nothing kept, {CORES} at once": Way(how=PIECES, folder=stories),
        "fic2book, nothing kept, 1 at once": Way(how=PIECES, folder=stories, jobs=1),
        "fic2book, one word changed": Way(how=PIECES, folder=changed, kept=kept),
        "fic2book, a story more in the middle, by a new author": Way(how=PIECES, folder=longer, kept=kept),
        "fic2book, nothing changed": Way(how=PIECES, folder=stories, kept=kept),
    }
    found = alternate(ways, size.turns, place)
    rows, base = _rows(found), found["one run of WeasyPrint"]
    typst = others.typst(place, files)
    if typst:
        runs = [timed(typst, place) for _ in range(size.turns)]
        rows.append(_other("pandoc \\| typst, after any change", median(runs), base))
    missing = "" if typst else " typst or a pandoc that writes for it is not on this machine: not measured."
    return "\n".join((*rows, "", f"{size}. {processor()}.{missing}"))


def large(size: Size, place: Path) -> str:
    """Return the table of a book of thousands of pages, and what a page costs beside a usual book's."""
    folders = {}
    for name, wanted in (("large", size), ("small", SMALL)):
        folders[name] = place / name
        list(make_stories.write(folders[name], min(wanted.stories, size.stories), wanted.words))
    ours = f"fic2book, nothing kept, {CORES} at once"
    ways = {
        "one run of WeasyPrint": Way(how=ONE_RUN, folder=folders["large"]),
        ours: Way(how=PIECES, folder=folders["large"]),
    }
    found = alternate(ways, size.turns, place)
    small = alternate({ours: Way(how=PIECES, folder=folders["small"])}, size.turns, place)[ours]
    each, usual = (1000 * made.pages.wall / made.count for made in (found[ours], small))
    cost = f"A page costs {each:.1f} ms, in a book of {small.count:,} pages {usual:.1f} ms: {each / usual:.2f} ×."
    return "\n".join((*_rows(found), "", f"{size}. {cost} {processor()}."))


def archive(size: Size, place: Path) -> str:
    """Return the table of a book that one run of WeasyPrint is not asked for."""
    list(make_stories.write(place / "stories", size.stories, size.words))
    ways = {f"fic2book, nothing kept, {CORES} at once": Way(how=PIECES, folder=place / "stories")}
    return "\n".join((*_rows(alternate(ways, size.turns, place)), "", f"{size}. {processor()}."))


def beside(size: Size, place: Path) -> str:
    """Return the table of other programs that make a PDF of the same words on the same page."""
    files = list(make_stories.write(place / "stories", size.stories, size.words))
    ours = alternate({"fic2book": Way(how=PIECES, folder=place / "stories")}, size.turns, place)["fic2book"]
    said = f"{size}; fic2book with nothing kept, {CORES} at once. {processor()}."
    return others.table(ours.whole, ours.pages, ours.count, others.measured(files, size.turns, place)) + f"\n\n{said}"


def profile(size: Size, place: Path) -> str:
    """Return where the time of stories typeset one after the other goes, and what was saved."""
    list(make_stories.write(place / "stories", size.stories, size.words))
    return f"{where.tables(place / 'stories', size.turns, place)}\n\n{size}, one process. {processor()}."


def _rows(found: Mapping[str, Made]) -> list[str]:
    base = next(iter(found.values()))
    columns = ("", *_COLUMNS)
    return [
        f"| {' | '.join(columns)} |".replace("|  |", "| |"),
        f"| --- |{' ---: |' * len(_COLUMNS)}",
        *(_row(label, made, base if len(found) > 1 else None) for label, made in found.items()),
    ]


def _row(label: str, made: Made, base: Made | None) -> str:
    pairs = ("wall", "pages"), ("wall", "whole"), ("megabytes", "whole")
    values = [getattr(getattr(made, part), name) for name, part in pairs]
    ratios = [
        f"{value / getattr(getattr(base, part), name):.2f} ×" if base else "–"
        for value, (name, part) in zip(values, pairs, strict=True)
    ]
    times = f"{values[0]:.2f} | {ratios[0]} | {values[1]:.2f} | {ratios[1]} | {made.whole.cpu:.2f}"
    return f"| {label} | {times} | {values[2]:,.0f} | {ratios[2]} | {made.count:,} | {made.megabytes:.2f} |"


def _other(label: str, run: Run, base: Made) -> str:
    to_pdf, memory = run.wall / base.pages.wall, run.megabytes / base.whole.megabytes
    costs = f"{run.wall:.2f} | {to_pdf:.2f} × | – | – | {run.cpu:.2f} | {run.megabytes:,.0f} | {memory:.2f} ×"
    return f"| {label} | {costs} | – | – |"


def _by_somebody_new(text: str) -> str:
    """Give a story an author whom the book has not: the cover is drawn anew, and has other colours."""
    found, many = re.subn("^author: .*$", "author: Quill Somebody-New", text, count=1, flags=re.MULTILINE)
    if not many:
        sys.exit("no author to change")
    return found


def _change_a_word(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    before, word, after = text.rpartition(" the ")
    if not word:
        sys.exit(f"no word to change in {file.name}")
    file.write_text(f"{before} that {after}", encoding="utf-8", newline="\n")


TABLES = {"engine": engine, "large": large, "archive": archive, "others": beside, "profile": profile}


def main() -> int:
    """Measure what is asked for, print it, write it down."""
    asked = _asked()
    for name in asked.tables or TABLES:
        given = {"stories": asked.stories, "words": asked.words, "turns": asked.turns}
        size = SIZES[name]._replace(**{key: value for key, value in given.items() if value})
        with tempfile.TemporaryDirectory(prefix="bench-") as place:
            block = TABLES[name](size, Path(place))
        sys.stdout.write(f"{block}\n\n")
        sys.stdout.flush()
        if not asked.dry:
            write_down(name, block)
    return 0


def write_down(name: str, block: str) -> None:
    """Put a table between its two marks of docs/performance.md."""
    begin, end = f"<!-- {name}: written by make bench -->", f"<!-- end of {name} -->"
    before, mark, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, closing, after = rest.partition(end)
    if not (mark and closing):
        sys.exit(f"docs/performance.md has no place for {name}")
    PAGE.write_text(f"{before}{begin}\n{block}\n{end}{after}", encoding="utf-8", newline="\n")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the making of PDFs, and write the tables down.")
    parser.add_argument("tables", nargs="*", choices=[[], *TABLES], metavar="TABLE", help=", ".join(TABLES))
    for name in Size._fields:
        parser.add_argument(f"--{name}", type=int)
    parser.add_argument("--dry", action="store_true", help="print the tables only")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
