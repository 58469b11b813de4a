"""The `build` command behind its options: settings found, the pipeline run, the outcome said in words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from fic2book import config, files, inspection, kept, pipeline, readers, report, scanning
from fic2book.config import keys
from fic2book.console import Console
from fic2book.discover import is_paper
from fic2book.errors import SettingsError
from fic2book.model import Severity
from fic2book.reading import Step
from fic2book.workers.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the command prints and returns."""

    places: tuple[Path, ...]
    exit_code: int
    open: bool
    """Whether the folder with the books is to be opened."""
    json: str
    """Everything that came of it, for programs."""


class Work(NamedTuple):
    """How the pages are typeset; the book is the same whatever it says."""

    jobs: int = 0
    """Stories at once; 0: as many as there are processors."""
    keeps: bool = True
    """Whether typeset pages are kept for the next build, and those of the last one taken."""
    cluster: str = ""
    """The address of a Dask scheduler whose workers typeset the stories; empty: this machine does."""


def run(
    folder: Path | None, options: Mapping[str, object], talk: Mapping[str, bool], work: Work | None = None
) -> Outcome:
    """Build what is asked for; ``talk`` holds plain, verbose, quiet and json."""
    settings = config.load(folder or default_folder(), _checked(options))
    config.prove_wanted(options, settings.to)
    console = Console(**{name: said for name, said in talk.items() if name != "json"})
    with console.progress() as step, shop(work or Work(), step) as typesetters:
        built = pipeline.build(settings, step, typesetters)
    files.write(settings.output / report.NAME, map(str.encode, report.pieces(built)))
    console.built(built)
    worst = {problem.severity for problem in built.problems}
    failed = Severity.ERROR in worst or (settings.strict and Severity.WARNING in worst)
    unmade = bool(built.missing or built.reading.unreadable)
    places = tuple(built.books.values())
    return Outcome(
        places=places,
        exit_code=1 if failed or unmade else 0,
        open=settings.open and bool(places),
        json=inspection.of_build(built) if talk.get("json") else "",
    )


@contextmanager
def shop(work: Work, step: Step) -> Iterator[Shop]:
    """Open what typesets pages, with those that are kept; see to it in the end that these do not become too many."""
    store = kept.users() if work.keeps else None
    here = Shop(workers=work.jobs, store=store, step=step)
    try:
        if not work.cluster:
            yield here
            return
        from fic2book.workers import cluster  # late: it opens connections

        with cluster.joined(work.cluster) as hands:
            yield replace(here, **hands._asdict())
    finally:
        if store:
            store.trim()


def scan(folder: Path | None, talk: Mapping[str, bool]) -> int:
    """Bring a folder's anthology.toml up to date, say what is new, and return the exit code."""
    console = Console(**talk)
    with console.progress() as step:
        scanned = scanning.scan(folder or default_folder(), step)
    console.scanned(scanned)
    return 1 if scanned.unreadable else 0


def default_folder() -> Path:
    """Return the current folder when it holds manuscripts or an anthology.toml, else ``manuscripts``."""
    here = Path()
    if (here / config.FILE_NAME).is_file() or any(map(_is_story, here.iterdir())):
        return here
    place = here / "manuscripts"
    if place.is_dir():
        return place
    raise SettingsError(
        "this folder holds no stories and no folder named manuscripts",
        way_out="Say which folder: fic2book build FOLDER.",
    )


def _is_story(place: Path) -> bool:
    return place.is_file() and readers.is_readable(place.name) and not is_paper(place.name)


def _checked(options: Mapping[str, object]) -> dict[str, object]:
    """Return the options with lists split and choices proved, as the file's keys are."""
    checked = dict(options)
    to = options.get("to")
    if isinstance(to, tuple):
        asked = [part.strip().lower() for item in to for part in item.split(",") if part.strip()]
        checked["to"] = tuple(dict.fromkeys(keys.choice("to", part) for part in asked))
    if checked.pop("cover_title", False):
        checked["cover_picture"] = "band"
    for key in ("order", "openers", "epub_fonts"):
        if key in options:
            checked[key] = keys.choice(key, str(options[key]))
    return checked
