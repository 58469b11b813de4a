"""Four hundred pages laid on sheets: fic2book and pdfimpose, turn about, on the same PDF.

python bench/sheets.py [--turns 9] [--source BOOK.pdf]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import make_stories
from timing import Run, alternate, machine, many, median

ROOT = Path(__file__).resolve().parents[1]
PAGES, STORIES, WORDS = 400, 42, 3_000
TURNS = 9
LAYING, WHOLE, THEIRS = (
    "fic2book: pages laid on sheets",
    "fic2book impose: the same, a plan, and the proof",
    "pdfimpose",
)


def table(turns: int = TURNS, book: Path | None = None) -> str:
    """Return the table: both programs on a book's first 400 pages, signatures of four sheets.

    Without ``book`` one is typeset.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        source = _source(place, book or _typeset(place))
        out = {label: place / f"{number}.pdf" for number, label in enumerate((LAYING, WHOLE, THEIRS))}
        commands = {
            LAYING: [sys.executable, __file__, "--laying", str(source), str(out[LAYING])],
            WHOLE: [sys.executable, "-m", "fic2book", "impose", str(source), "--flyleaves", "0", "-o", str(out[WHOLE])],
        }
        theirs = _pdfimpose()
        if theirs:
            commands[THEIRS] = [theirs, "hardcover", "-s", "2x1", "-g", "4", "-o", str(out[THEIRS]), str(source)]
        runs = alternate(commands, dict.fromkeys(commands, turns), place)
        sizes = {label: out[label].stat().st_size / source.stat().st_size for label in commands}
        inside = [_inside(source, out[LAYING]) for _ in range(turns)]
        said = f"{PAGES} pages of prose, {source.stat().st_size / 1e6:.1f} MB; {many(turns)}. {machine()}."
    work = f"Of the first line {sorted(inside)[turns // 2]:.2f} s of the processor are the work itself."
    return _table(runs, sizes, f"{said} {work}")


def _typeset(place: Path) -> Path:
    """Return a typeset book of more than four hundred pages."""
    list(make_stories.write(place / "stories", STORIES, WORDS))
    build = [sys.executable, "-m", "fic2book", "build", str(place / "stories"), "-q", "--title", "Bench", "-t", "pdf"]
    subprocess.run([*build, "--page", "a5", "-o", str(place / "book")], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return place / "book" / "bench.pdf"


def _source(place: Path, book: Path) -> Path:
    """Return the first four hundred pages behind the cover."""
    import io

    import pikepdf

    from fic2book.bindery import leaves

    source = place / "source.pdf"
    with pikepdf.open(io.BytesIO(leaves.interior(book.read_bytes()))) as pdf:
        del pdf.pages[PAGES:]
        if len(pdf.pages) < PAGES:
            sys.exit(f"the book has only {len(pdf.pages)} pages: let STORIES be more")
        pdf.save(source, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return source


def _pdfimpose() -> str | None:
    return shutil.which("pdfimpose", path=str(ROOT / ".tools" / "pdfimpose" / "bin")) or shutil.which("pdfimpose")


def _inside(source: Path, output: Path) -> float:
    """Return the processor's seconds from the PDF's bytes to the imposed ones, without the start of Python."""
    command = [sys.executable, __file__, "--laying", str(source), str(output)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603


def _laying(source: Path, output: Path) -> str:
    """Lay the pages, write the file, and return the seconds that it took."""
    import time

    from fic2book import folding
    from fic2book.bindery import imposing
    from fic2book.model import BookletSettings

    data = source.read_bytes()
    start = time.process_time()
    known = imposing.interior_of(data)
    plan = folding.plan(BookletSettings(flyleaves=0), len(known.sizes), known.sizes[0])
    (made,) = imposing.impose(data, plan).values()
    seconds = time.process_time() - start
    output.write_bytes(made)
    return f"{seconds}\n"


def _table(runs: Mapping[str, Sequence[Run]], sizes: Mapping[str, float], what: str) -> str:
    middle = {label: median(found) for label, found in runs.items()}
    theirs = middle.get(THEIRS)
    rows = [
        "| command | wall, s | CPU, s | memory, MB | file, against its source | wall against pdfimpose |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for label, run in middle.items():
        ratio = f"{run.wall / theirs.wall:.2f} ×" if theirs else "–"
        size = f"{sizes[label]:.2f} ×"
        rows.append(f"| {label} | {run.wall:.2f} | {run.cpu:.2f} | {run.megabytes:.0f} | {size} | {ratio} |")
    return "\n".join((*rows, "", what if theirs else f"{what} pdfimpose is not on this machine."))


def _main() -> str:
    if sys.argv[1:2] == ["--laying"]:
        return _laying(*map(Path, sys.argv[2:4]))
    parser = argparse.ArgumentParser(description="Time fic2book and pdfimpose on the same PDF.")
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--source", type=Path, metavar="BOOK", help="a PDF that is typeset already")
    asked = parser.parse_args()
    return f"{table(asked.turns, asked.source)}\n"


if __name__ == "__main__":
    sys.stdout.write(_main())
