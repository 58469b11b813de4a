"""The `inspect` command behind its options: manuscripts shown, or written anew without their words."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fic2book import anonymous, files, inspection
from fic2book.console import Console


def show(paths: Sequence[Path], *, as_json: bool, plain: bool) -> int:
    """Show how manuscripts are read, on standard output; return the exit code."""
    looked = inspection.look(paths)
    if as_json:
        sys.stdout.write(inspection.as_json(looked) + "\n")
    else:
        Console(plain=plain).manuscripts(looked)
    for error in looked.unreadable:
        sys.stderr.write(f"fic2book: {error}\n")
    return 1 if looked.unreadable else 0


def anonymise(paths: Sequence[Path]) -> Iterator[Path]:
    """Write each file into the current folder with other letters, and give its place; other files stay."""
    for folder, file in inspection.manuscripts_of(paths):
        name, data = anonymous.anonymised(folder / file)
        place = Path(name)
        files.write(place, data)
        yield place
