"""What people see while they wait: a progress bar on a terminal, one line a step elsewhere; the only rich."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from fic2book import scanning
from fic2book.inspection import Looked, story_lines, story_row
from fic2book.pipeline import Built
from fic2book.reading import Step, silent
from fic2book.report import sentences
from fic2book.scanning import Scanned

_PLAIN_SIGNS = ("ACCESSIBLE", "NO_COLOR")


class Console:
    """Talks on standard error; standard output is for paths and JSON."""

    def __init__(self, *, plain: bool = False, verbose: bool = False, quiet: bool = False) -> None:
        asked = plain or any(os.environ.get(sign) for sign in _PLAIN_SIGNS) or os.environ.get("TERM") == "dumb"
        self.plain = asked or not sys.stderr.isatty()
        self.verbose = verbose
        self.quiet = quiet

    @contextmanager
    def progress(self) -> Iterator[Step]:
        """Give the step function that the pipeline tells its progress to."""
        if self.quiet:
            yield silent
        elif self.plain:
            yield _Lines().step
        else:
            with _bar() as step:
                yield step

    def built(self, built: Built) -> None:
        """Say what came of a build; quiet says only what went wrong."""
        said = sentences(built, verbose=self.verbose)
        if self.quiet:
            failures = {*map(str, built.missing), *map(str, built.reading.unreadable)}
            said = tuple(line for line in said if line in failures or line.startswith("Error"))
        for line in said:
            self._say(line)

    def scanned(self, scanned: Scanned) -> None:
        """Say what came of a scan, and on standard output where the file is; quiet says only what went wrong."""
        said = [str(error) for error in scanned.unreadable] if self.quiet else scanning.sentences(scanned)
        for line in said:
            self._say(line)
        sys.stdout.write(f"{scanned.place}\n")

    def manuscripts(self, looked: Looked) -> None:
        """Show how manuscripts were read, one block each, on standard output."""
        if self.plain or not sys.stdout.isatty():
            for story in looked.stories:
                sys.stdout.write("\n".join(story_lines(story)) + "\n\n")
            return
        from rich.console import Console as Terminal  # late: only terminals need it
        from rich.table import Table

        terminal = Terminal()
        for story in looked.stories:
            table = Table(title=f"{story.title}", title_justify="left", show_header=False, title_style="bold")
            for name, words in story_row(story):
                table.add_row(name, words)
            terminal.print(table)

    def _say(self, line: str) -> None:
        sys.stderr.write(line + "\n")


_COUNTED = "Typesetting stories: "


class _Lines:
    """One line a step: a long reading is one step."""

    def __init__(self) -> None:
        self._last = ""

    def step(self, words: str, done: int, total: int) -> None:
        """Write a line at each step's beginning; what is counted has one more at its end."""
        if words.startswith(_COUNTED) and done < total:
            words = words.partition(":")[0]
        head = words.partition(" ")[0] if total > 1 and words.startswith("Reading ") else words
        if head != self._last:
            self._last = head
            sys.stderr.write((f"Reading {total} files" if head == "Reading" else words) + "\n")


@contextmanager
def _bar() -> Iterator[Step]:
    from rich.console import Console as Terminal  # late: only terminals need it
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=Terminal(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=None)

        def step(words: str, done: int, total: int) -> None:
            progress.update(task, description=words[:60], completed=done, total=total or None)
            progress.refresh()

        yield step
