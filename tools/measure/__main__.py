"""Measure finished books: ``python -m tools.measure BOOK.pdf … [--page a5] [--all]``.

Each figure is printed, then each place that breaks a limit with its page and words; ``--all`` names every place that
was found, within the limits too. The exit code says whether a limit is broken.
"""

import argparse
import sys
from pathlib import Path

from tools.measure.limits import broken
from tools.measure.measuring import measured


def main() -> int:
    """Measure, print, judge."""
    asked = _asked()
    return max(_tell(Path(book), asked.page, every=asked.all) for book in asked.books)


def _tell(book: Path, page: str, *, every: bool) -> int:
    found = measured(book.read_bytes())
    beyond = dict(broken(found.figures, page, is_justified=found.box.is_justified))
    said = [f"{name:18} {value:8.2f}" for name, value in found.figures.values.items()]
    said += [f"BROKEN: {sentence}" for sentence in beyond.values()]
    said += [str(one) for one in found.figures.findings if every or one.measure in beyond]
    lines = "justified" if found.box.is_justified else "ragged"
    box = f"{found.box.size:g} on {found.box.leading:g} pt, {found.box.rows} lines, {lines}"
    sys.stdout.write("\n".join((f"{book.name}: {box}", *said, "")))
    return 1 if beyond else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the printed pages of finished books.")
    parser.add_argument("books", nargs="+", metavar="BOOK.pdf")
    parser.add_argument("--page", default="", help="the page design, whose limits count")
    parser.add_argument("--all", action="store_true", help="name every place that was found")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
