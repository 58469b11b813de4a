"""Build a folder's PDF in this process, in one run of WeasyPrint or as fic2book does, and tell what the pages took.

python bench/setting.py one-run|pieces FOLDER OUTPUT [--jobs 2] [--cache FOLDER]

What is told, as JSON in OUTPUT/told.json: seconds by the clock and by the processors from finished sections to the
PDF's bytes, pages, bytes. What the whole process took is for whoever started it to see.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ONE_RUN, PIECES = "one-run", "pieces"
TOLD = "told.json"


def main() -> int:
    """Build, look for errors, and write down what was measured."""
    asked = _asked()
    sys.path.insert(0, str(ROOT))  # the single run is kept with the tests, as the oracle of what pages must be
    from fic2book import config, kept, pipeline
    from fic2book.model import Severity
    from fic2book.workers.shop import Shop

    told = _measured(asked.way)
    settings = config.load(asked.folder, {"title": "Bench", "to": ("pdf",), "page": "a5", "output": asked.output})
    shop = Shop(workers=asked.jobs, store=kept.Kept(asked.cache) if asked.cache else None)
    built = pipeline.build(settings, lambda what, done, total: None, shop)  # noqa: ARG005 — nobody watches
    wrong = [problem for problem in built.problems if problem.severity is Severity.ERROR]
    if wrong or built.missing:
        sys.exit(f"the book is not whole: {wrong or built.missing}")
    found = {**told, "pages": built.pages, "bytes": built.sizes[".pdf"]}
    (asked.output / TOLD).write_text(json.dumps(found), encoding="utf-8")
    return 0


def _measured(way: str) -> Mapping[str, float]:
    """Let the pages be made in one way, with a watch beside it; return what will be read from it."""
    from fic2book.binding import typesetting
    from fic2book.model import Book, Written
    from fic2book.workers.shop import Shop

    usual = typesetting.typeset
    told: dict[str, float] = {}

    def typeset(book: Book, shop: Shop | None = None) -> Written:
        wall, cpu = time.perf_counter(), seconds()
        made = _in_one_run(book) if way == ONE_RUN else usual(book, shop)
        told.update(wall=time.perf_counter() - wall, cpu=seconds() - cpu)
        return made

    typesetting.typeset = typeset
    return told


def _in_one_run(book: Any) -> Any:  # noqa: ANN401 — the types come with the late import
    from fic2book.model import Written
    from tests import oracle

    return Written(files={".pdf": oracle.single_run(book)}, problems=())


def seconds() -> float:
    """Return the processors' seconds of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build a folder's PDF and tell what its pages took.")
    parser.add_argument("way", choices=(ONE_RUN, PIECES))
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
