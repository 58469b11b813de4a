"""Where the time of the pages goes, and what the ways to spare it are worth, by measurement.

python bench/where.py --looked FOLDER OUTPUT        one book, looked at two hundred times a second
python bench/where.py --without WHAT FOLDER OUTPUT  one book, with one of the savings undone
"""

import collections
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from timing import timed

ROOT = Path(__file__).resolve().parents[1]
_EVERY = 0.005  # seconds of the processor between two looks

PARTS = (
    ("/pydyf/", "writing the PDF's objects"),
    ("/weasyprint/pdf/fonts", "WeasyPrint: faces"),
    ("/weasyprint/pdf/", "WeasyPrint: the PDF and its tags"),
    ("/weasyprint/draw/", "WeasyPrint: drawing"),
    ("/weasyprint/stacking", "WeasyPrint: drawing"),
    ("/weasyprint/text/", "WeasyPrint: text (Pango, HarfBuzz)"),
    ("/weasyprint/css/", "WeasyPrint: styles"),
    ("/tinycss2/", "WeasyPrint: styles"),
    ("/cssselect2/", "WeasyPrint: styles"),
    ("/weasyprint/formatting_structure/", "WeasyPrint: boxes"),
    ("/weasyprint/layout/", "WeasyPrint: layout"),
    ("/weasyprint/", "WeasyPrint: the rest"),
    ("/writers/pdf/lines/", "choosing the ends of lines"),
    *((f"/press/{name}", "choosing the ends of lines") for name in ("line_boxes", "widths", "fitting", "marks")),
    ("/press/pa", "choosing the ends of lines"),
    ("/fic2book/press/", "what stands on which page"),
    ("/writers/pdf/tags", "tidying tags"),
    ("/engine/settling", "tidying tags"),
    ("/engine/assembly", "putting the book together"),
    ("/engine/", "putting the book together"),
    ("/writers/pdf/", "sections made ready, the file finished"),
    ("/fic2book/", "sections made ready, the file finished"),
)
"""What a module's time is called: the innermost frame of the list counts, so Pango's is that of who asked it."""

STEPS = {
    ("press/fragments.py", "fragment"): "pages of the pieces",
    ("press/running.py", "running"): "running heads and numbers",
    ("press/running.py", "edges"): "running heads and numbers",
    ("engine/settling.py", "settled"): "tags tidied, faces emptied",
    ("engine/settling.py", "emptied"): "tags tidied, faces emptied",
    ("engine/jobs.py", "key"): "looking for what is kept",
    ("engine/units.py", "units"): "the book cut into pieces",
    ("engine/assembly.py", "assembled"): "one file of all pieces",
    ("pdf/finish.py", "finish"): "the file finished",
}
"""What a function's time is called, with all that it asks of others."""

_ALL = "as it is"
_SAVINGS = {
    _ALL: "",
    "collector": "the collector of garbage not held off",
    "desk": "faces loaded and style sheets parsed for each story",
    "subset": "faces cut down for each story, by HarfBuzz",
    "fonttools": "faces cut down for each story, by fontTools",
}


def tables(folder: Path, turns: int, place: Path) -> str:
    """Return the share of each part, and the processor's seconds without each of the savings, turn about."""
    looks = _told(["--looked"], folder, place)
    runs: dict[str, list[float]] = {name: [] for name in _SAVINGS}
    for turn in range(1, turns + 1):
        for name, found in runs.items():
            sys.stderr.write(f"turn {turn}: {_SAVINGS[name] or name}\n")
            found.append(_told(["--without", name], folder, place)["seconds"])
    middle = {name: sorted(found)[len(found) // 2] for name, found in runs.items()}
    saved = [f"| {_SAVINGS[name] or name} | {took / middle[_ALL]:.2f} × |" for name, took in middle.items()]
    shares = "\n\n".join(_shares(what, looks[what]) for what in ("step", "part of the work"))
    return "\n".join([shares, "", "| | CPU against the usual |", "| --- | ---: |", *saved])


def _shares(what: str, counts: Mapping[str, int]) -> str:
    rows = [f"| {name} | {100 * count / sum(counts.values()):.1f} % |" for name, count in counts.items()]
    return "\n".join([f"| {what} | share |", "| --- | ---: |", *rows])


def _told(words: list[str], folder: Path, place: Path) -> dict[str, Any]:
    output = place / "told.json"
    timed([sys.executable, __file__, *words, str(folder), str(output)], place)
    return dict(json.loads(output.read_text(encoding="utf-8")))


def looked(folder: Path) -> Mapping[str, Mapping[str, int]]:
    """Build a book's PDF and count in which step, and in which part of the work, it was seen."""
    make = _maker(folder)
    steps: collections.Counter[str] = collections.Counter()
    parts: collections.Counter[str] = collections.Counter()

    def look(signal_number: int, frame: FrameType | None) -> None:
        del signal_number
        steps[next(filter(None, map(_step, _frames(frame))), "sections made ready")] += 1
        parts[next(filter(None, map(_part, _frames(frame))), "the rest")] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    make()
    signal.setitimer(signal.ITIMER_PROF, 0)
    return {"step": dict(steps.most_common()), "part of the work": dict(parts.most_common())}


def _frames(frame: FrameType | None) -> Iterator[FrameType]:
    """Yield the frames of the program, innermost first."""
    while frame is not None:
        yield frame
        frame = frame.f_back


def _part(frame: FrameType) -> str:
    file = frame.f_code.co_filename
    return "" if file == __file__ else next((part for fragment, part in PARTS if fragment in file), "")


def _step(frame: FrameType) -> str:
    code = frame.f_code
    return next((step for (file, name), step in STEPS.items() if code.co_name == name and file in code.co_filename), "")


def without(saving: str, folder: Path) -> Mapping[str, float]:
    """Build a book's PDF with a saving undone; return the processor's seconds from sections to bytes."""
    make = _maker(folder)
    if saving != "collector":
        from fic2book.workers import shop

        shop._prepare()  # as every process that typesets is made ready
    _UNDONE.get(saving, lambda: None)()
    start = time.process_time()
    make()
    return {"seconds": time.process_time() - start}


def _no_desk() -> None:
    """Forget faces and style sheets behind each story."""
    from fic2book.press import desk
    from fic2book.writers.pdf.engine import jobs

    work = jobs.work

    def fresh(job: Any) -> bytes:  # noqa: ANN401 — a job, whose module is imported late
        made = work(job)
        desk._laid_out.clear()
        return made

    jobs.work = fresh


def _all_faces() -> None:
    """Let WeasyPrint cut faces down in each story, and not only once in the book."""
    from fic2book.press import unburdened

    unburdened.Fonts = lambda shared: {}  # noqa: ARG005 — what the book shares, each story has again


def _no_harfbuzz() -> None:
    from weasyprint.pdf import fonts

    _all_faces()
    fonts.harfbuzz_subset = None


_UNDONE: Mapping[str, Callable[[], None]] = {"desk": _no_desk, "subset": _all_faces, "fonttools": _no_harfbuzz}


def _maker(folder: Path) -> Callable[[], object]:
    """Return what makes the PDF of a folder from its finished sections, in this process alone."""
    sys.path.insert(0, str(ROOT))
    from fic2book import config, pipeline, press, reading, themes
    from fic2book.cover import Wish
    from fic2book.dressing import Dress, dressed
    from fic2book.writers import pdf

    press.available()  # WeasyPrint's own import is in no step
    settings = config.load(folder, {"title": "Bench", "to": ("pdf",), "page": "a5"})
    read = reading.read_folder(settings, lambda what, done, total: None)  # noqa: ARG005 — nobody watches
    anthology = pipeline.gather(read, settings)
    theme = pipeline.theme_of(settings)
    wish = Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    dress = Dress(theme=theme, wish=wish, settings=settings)
    book = dressed(anthology, dress, themes.design(theme, settings.page), is_printed=True)
    return lambda: pdf.write(book)


def _main() -> int:
    how, *words = sys.argv[1:]
    found = looked(Path(words[0])) if how == "--looked" else without(words[0], Path(words[1]))
    Path(words[-1]).write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
