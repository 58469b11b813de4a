"""How far the typesetting has come: stories, their words, the pages that they fill."""

from collections.abc import Iterable

from fic2book.writers.pdf.engine import pieces
from fic2book.writers.pdf.engine.jobs import Job


class Progress:
    """Pieces counted as they are done, by their keys."""

    def __init__(self, stories: Iterable[tuple[str, Job]]) -> None:
        self._words = {key: job.words for key, job in stories if job.words}
        self._left = dict(self._words)
        self._pages = 0

    def told(self, key: str, made: bytes | None) -> tuple[str, int, int]:
        """Return what to say when a piece is done, or has failed: how many words of how many stand on pages."""
        self._left.pop(key, None)
        self._pages += pieces.pages(made) if made else 0
        total = sum(self._words.values())
        done = total - sum(self._left.values())
        stories = f"{len(self._words) - len(self._left):,} of {len(self._words):,}"
        pages = f"{self._pages:,} {'page' if self._pages == 1 else 'pages'}"
        return f"Typesetting stories: {stories}, {done:,} words, {pages}", done, total
