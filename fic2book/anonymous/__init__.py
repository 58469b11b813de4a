"""A manuscript with every letter replaced, its shape and marks kept: a broken fic can be shown and stays unread."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from fic2book import markup
from fic2book.anonymous import archives, pages, texts
from fic2book.anonymous.letters import replaced_name
from fic2book.anonymous.speech import Speech
from fic2book.errors import ManuscriptError, OutputError
from fic2book.model import Change, Kind
from fic2book.reading import Job, manuscripts

__all__ = ["anonymised"]

_BY_SUFFIX: Mapping[str, Callable[[bytes, Speech], bytes]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), pages.replaced),
    **dict.fromkeys((".epub", ".docx"), archives.replaced),
}
_TELLING = frozenset(
    (
        "rating",
        "warnings",
        "categories",
        "language",
        "published",
        "updated",
        "status",
        "words_stated",
        "chapters_stated",
    )
)
"""Fields whose words are a site's, not the writer's."""


def anonymised(place: Path) -> tuple[str, bytes]:
    """Return a name and the bytes of ``place`` without a word of its own; the same file gives the same bytes.

    Letters are replaced by letters, long numbers by numbers; marks, blank lines, tags, line ends and the encoding stay,
    and so do the words by which sites and rules are known, in rows that are no story. Pictures are tiny grey ones.
    """
    try:
        data = place.read_bytes()
    except OSError as error:
        reason = f"cannot be opened ({(error.strerror or 'unknown reason').lower()})"
        raise OutputError(reason, file=place.name) from error
    speech = _speech(place)
    work = _BY_SUFFIX.get(place.suffix.lower(), texts.replaced)
    stem = PurePosixPath(replaced_name(place.stem)).name
    return f"{stem}.anonymous{place.suffix.lower()}", work(data, speech)


def _speech(place: Path) -> Speech:
    """Read the file, for a row that a site wrote may keep the words by which it is known; a row of story may not."""
    outcome = next(iter(manuscripts([Job(place.parent, place.name)])))
    if isinstance(outcome, ManuscriptError):
        return Speech()
    stories = outcome[0]
    ledger = [change for story in stories for change in story.ledger if _is_a_sites(change)]
    rows = tuple(row.strip() for change in ledger for row in change.before.split("\n") if row.strip())
    return Speech.of(rows, [markup.plain(story.body) for story in stories])


def _is_a_sites(change: Change) -> bool:
    if change.kind is Kind.MOVED:
        return change.after in _TELLING or change.after.startswith("note ")
    return change.kind is Kind.REMOVED
