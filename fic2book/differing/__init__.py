"""The `diff` command behind its options: what two editions of a book have otherwise, in words or as JSON."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from fic2book.differing.books import Difference, difference
from fic2book.differing.opened import Edition, opened
from fic2book.differing.said import sentences
from fic2book.errors import Fic2bookError

__all__ = ["Difference", "Edition", "Outcome", "difference", "opened", "run"]

SAME, OTHER, TROUBLE = 0, 1, 2


class Outcome(NamedTuple):
    """What the command prints and returns."""

    lines: tuple[str, ...]
    exit_code: int
    """0: the same; 1: they differ; 2: one of them cannot be compared, and the lines say why."""


def run(old: Path, new: Path, *, as_json: bool) -> Outcome:
    """Compare two EPUBs that fic2book made."""
    try:
        found = difference(opened(old), opened(new))
    except Fic2bookError as error:
        return Outcome((f"fic2book: {error}",), TROUBLE)
    said = asdict(found)
    lines = (json.dumps({"schema": 1, **said}, ensure_ascii=False, indent=1),) if as_json else sentences(found)
    return Outcome(lines, OTHER if found.is_any else SAME)
