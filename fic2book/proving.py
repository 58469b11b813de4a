"""The `check` command behind its options: finished books opened again, alone or against their manuscripts."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from fic2book import checks, config, editions, greys
from fic2book.errors import OutputError
from fic2book.manifest import BESIDE, ManifestError
from fic2book.model import Anthology, Problem, Settings, Severity
from fic2book.pipeline import gather
from fic2book.reading import read_folder, silent
from fic2book.report import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the check found, in words."""

    sentences: tuple[str, ...]
    clean: bool


def prove(books: Sequence[Path], against: Path | None, *, strict: bool) -> Proof:
    """Open the books, compare them with each other, with what they say of themselves, and with a folder if given."""
    opened = {place.name: _opened(place) for place in books}
    problems = checks.prove_alone(opened)
    if against is not None:
        settings = config.load(against, {})
        read = read_folder(replace(settings, output=books[0].parent), silent)
        anthology = gather(read, settings)
        problems += read.problems
        for place in books:
            named = _as_named(anthology, settings, place)
            problems += _compared({place.suffix.lower(): opened[place.name]}, named)
    problems = tuple(dict.fromkeys(problems))
    counted_as_errors = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    clean = not any(problem.severity in counted_as_errors for problem in problems)
    said = tuple(_sentence(problem) for problem in problems)
    proved = f"{counted(len(books), 'book')} proved: nothing is lost."
    return Proof(sentences=(*said, proved) if clean else said, clean=clean)


def _as_named(anthology: Anthology, settings: Settings, place: Path) -> Anthology:
    """Return the anthology with the names and places that its stories have in a book: they may be of an earlier one."""
    for told in (place, place.with_suffix(".epub"), place.with_suffix(BESIDE)):
        with suppress(ManifestError):
            return editions.grown(anthology, settings, editions.Last(editions.read(told), is_base=False))
    return anthology


def _compared(book: Mapping[str, bytes], anthology: Anthology) -> tuple[Problem, ...]:
    """Prove a book against its manuscripts; one that was made with ``--greyscale`` against their pictures in grey."""
    found = checks.prove(book, anthology)
    if not any(problem.code == "picture-foreign" for problem in found):
        return found
    in_grey = checks.prove(book, greys.anthology(anthology))
    return found if any(problem.code == "picture-foreign" for problem in in_grey) else in_grey


def _opened(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        raise OutputError(f"cannot be opened: {error.strerror}", file=place.name) from None


def _sentence(problem: Problem) -> str:
    place = f"{problem.place}: " if problem.place else ""
    return f"{problem.severity} {problem.code}: {place}{problem.message}"
