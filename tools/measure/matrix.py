"""Measure a folder's book in every theme and on every page design: ``make measure``.

    python -m tools.measure.matrix FOLDER [--themes classic,modern] [--pages 5x8,a6] [--jobs 2] [--write]

Each book is built as people build it, by the command, one process a core. The table is printed; ``--write`` puts it
into docs/typesetting.md too. The exit code says whether a limit is broken.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fic2book import themes
from tools.measure.limits import broken
from tools.measure.measuring import Measured, measured
from tools.measure.tables import table, write_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One book of the matrix."""

    theme: str
    page: str
    found: Measured

    @property
    def beyond(self) -> dict[str, str]:
        """Return the limits that it breaks, with the sentences."""
        return dict(broken(self.found.figures, self.page, is_justified=self.found.box.is_justified))


def main() -> int:
    """Build, measure, print, judge."""
    asked = _asked()
    pairs = [(theme, page) for theme in asked.themes.split(",") for page in _pages(theme, asked.pages)]
    with ThreadPoolExecutor(asked.jobs) as pool:
        cells = [cell for cell in pool.map(lambda pair: cell_of(asked.folder, *pair), pairs) if cell]
    rows = table([(cell.theme, cell.page, cell.found) for cell in cells])
    faults = [f"{cell.theme} on {cell.page}: {sentence}" for cell in cells for sentence in cell.beyond.values()]
    places = [
        f"{cell.theme} on {cell.page}: {one}"
        for cell in cells
        for one in cell.found.figures.findings
        if one.measure in cell.beyond
    ]
    sys.stdout.write("\n".join((rows, "", *faults, "", *places, "")))
    if asked.write:
        stories = len(
            [file for file in Path(asked.folder).iterdir() if file.suffix in {".txt", ".md", ".html", ".xhtml"}]
        )
        write_down("matrix", f"{rows}\n\n{stories} stories.")
    return 1 if faults or len(cells) < len(pairs) else 0


def cell_of(folder: str, theme: str, page: str) -> Cell | None:
    """Build one book and measure it; nothing, and a line that says so, when there is no PDF."""
    with tempfile.TemporaryDirectory(prefix="measure-") as place:
        command = [sys.executable, "-m", "fic2book", "build", folder, "--output", place, "--to", "pdf", "--quiet"]
        done = subprocess.run(  # noqa: S603 - our own words
            [*command, "--theme", theme, "--page", page, "--title", "Measured"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        made = sorted(Path(place).glob("*.pdf"))
        if not made:
            sys.stderr.write(f"{theme} on {page}: no PDF was made.\n{done.stderr[-500:]}\n")
            return None
        found = measured(made[0].read_bytes())
    sys.stderr.write(f"{theme} on {page}: {found.figures.values['pages']:g} pages measured\n")
    return Cell(theme=theme, page=page, found=found)


def _pages(theme: str, asked: str | None) -> tuple[str, ...]:
    """Return the page designs that are asked for: if none are named, all, and the theme's own."""
    if asked:
        return tuple(asked.split(","))
    return tuple(dict.fromkeys((*themes.design_names(), themes.design(themes.load(theme)).name)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure a folder's book in every theme and on every page design.")
    parser.add_argument("folder")
    parser.add_argument("--themes", default=_names(themes.names()), help="names with commas between them")
    parser.add_argument("--pages", help="names with commas between them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="put the table into docs/typesetting.md")
    return parser.parse_args()


def _names(labelled: Sequence[tuple[str, str]]) -> str:
    return ",".join(name for name, _ in labelled)


if __name__ == "__main__":
    sys.exit(main())
