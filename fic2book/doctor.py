"""What works on this machine: each finding is something that was tried, with the one command that mends it."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fic2book import __version__, fonts, pipeline, press, scripts, themes
from fic2book.errors import Fic2bookError, MissingToolError
from fic2book.model import Problem, Settings, Severity
from fic2book.reading import silent
from fic2book.writers.azw3 import converter

_SAMPLE_NAME = "A Try.txt"
_SAMPLE = "The lamp was lit at last. “It burns,” she said, and shaded it with her hand.\n\n" * 12
_SIGNS = "“—’é"
"""What reports print: quotes, dashes, names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was tried."""

    what: str
    """A word or two: ``EPUB``, ``This folder``."""
    well: bool
    said: str
    """What was tried and what came of it, as a sentence."""
    way_out: str = ""
    """What to do about it, as a sentence; for what is well, a remark or nothing."""

    @property
    def sentence(self) -> str:
        """The finding as one line for a person."""
        mark = "ok" if self.well else "not ok"
        return f"{mark + ':':<8}{self.what}: {self.said}" + (f" {self.way_out}" if self.way_out else "")


def examine() -> tuple[Finding, ...]:
    """Try everything that a build needs, in the order in which a build needs it; a trial that breaks is a finding."""
    return tuple(_tried(trial) for trial in TRIALS)


def program() -> Finding:
    """Say what is running, and where it runs."""
    python = f"Python {platform.python_version()}"
    return Finding(what="fic2book", well=True, said=f"version {__version__}, on {python}, {_system()}.")


def looks() -> Finding:
    """Load every theme and open every one of its faces."""
    try:
        found = [themes.load(name) for name, _ in themes.names()]
        faces = [font for theme in found for font in theme.fonts]
        broken = [font.path.name for font in faces if fonts.missing(font.path, "Aa")]
        pages = [name for name in themes.design_names() if all(themes.design(theme, name) for theme in found)]
    except (Fic2bookError, OSError, ValueError) as error:
        return Finding(what="Themes and fonts", well=False, said=_clause(error), way_out=_reinstall())
    if broken or not faces:
        said = f"the fonts are damaged or gone ({', '.join(broken) or 'none found'})."
        return Finding(what="Themes and fonts", well=False, said=said, way_out=_reinstall())
    names = ", ".join(theme.name for theme in found)
    return Finding(
        what="Themes and fonts", well=True, said=f"{names}; {len(faces)} faces opened; pages: {', '.join(pages)}."
    )


def epub() -> Finding:
    """Make an EPUB of one page in a folder of its own, and prove it."""
    return _made("epub", "EPUB")


def pdf() -> Finding:
    """Find Pango, then typeset a small PDF and prove it."""
    return _made("pdf", "PDF")


def azw3() -> Finding:
    """Let calibre make an AZW3 of one page, where it is installed; only a Kindle on a cable needs one."""
    try:
        converter()
    except MissingToolError as error:
        said = "calibre is not here; it is needed for --to azw3 alone."
        return Finding(what="AZW3", well=True, said=said, way_out=f"If you need it: {error.way_out}")
    return _made("azw3", "AZW3")


def writing() -> Finding:
    """Look which scripts the faces of this machine print; a book in Latin letters needs none of them."""
    found = scripts.printable()
    there = ", ".join(f"{script.name} ({face})" for script, face in found if face)
    lacking = [script for script, face in found if not face]
    if not lacking:
        return Finding(what="Scripts", well=True, said=f"this machine prints {there}.")
    named = ", ".join(script.name for script in lacking)
    ways = " ".join(f"{one.name}: {scripts.what_brings(one)}" for one in lacking)
    said = f"this machine prints {there}. It has no font for {named}."
    return Finding(what="Scripts", well=True, said=said, way_out=f"If you need them: {ways}")


def this_folder() -> Finding:
    """Write a file into the current folder, where books go, and take it away again."""
    try:
        with tempfile.NamedTemporaryFile(dir=Path(), prefix=".fic2book-"):
            pass
    except OSError as error:
        said = f"nothing can be written here ({_clause(error)})."
        way_out = "Go to a folder of your own, or say where the books go: fic2book build FOLDER -o DIRECTORY."
        return Finding(what="This folder", well=False, said=said, way_out=way_out)
    return Finding(what="This folder", well=True, said="a file was written and taken away again.")


def terminal() -> Finding:
    """Look whether this terminal can show the signs that reports hold."""
    stream = sys.stderr
    encoding = getattr(stream, "encoding", None) or "ascii"
    kind = "a terminal" if stream.isatty() else "no terminal: one line a step"
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        said = f"{kind}; {encoding} cannot show {_SIGNS.encode('ascii', 'replace').decode()} (quotes, dashes, accents)."
        command = "set PYTHONUTF8=1" if os.name == "nt" else "export PYTHONUTF8=1"
        way_out = f"The books are not touched by it; for readable messages: {command}"
        return Finding(what="Terminal", well=True, said=said, way_out=way_out)
    return Finding(what="Terminal", well=True, said=f"{kind}; {encoding} shows “quotes”, dashes and accents.")


TRIALS: tuple[Callable[[], Finding], ...] = (program, looks, epub, pdf, azw3, writing, this_folder, terminal)


def _tried(trial: Callable[[], Finding]) -> Finding:
    try:
        return trial()
    except Exception as error:  # noqa: BLE001 - the doctor outlives whatever is broken, and the other trials count
        said = f"a fault of fic2book's own ({type(error).__name__}: {error})."
        return Finding(what=trial.__name__, well=False, said=said, way_out=_reinstall())


def _made(output: str, name: str) -> Finding:
    """Build a book from one small manuscript, the whole way that every book goes."""
    missing = press.available() if output == "pdf" else ""
    if missing:
        return Finding(what=name, well=False, said=missing)
    try:
        with tempfile.TemporaryDirectory(prefix="fic2book-") as place:
            size, problems = _build(Path(place), output)
    except MissingToolError as error:
        return Finding(what=name, well=False, said=str(error))
    except Fic2bookError as error:
        return Finding(what=name, well=False, said=str(error), way_out=_reinstall())
    except OSError as error:
        way_out = "Make room on the disk, or name a folder that can be written in the variable TMPDIR."
        return Finding(
            what=name, well=False, said=f"a folder for the trial failed ({_clause(error)}).", way_out=way_out
        )
    if problems:
        said = f"a small one was made and is not right: {problems[0].message}."
        return Finding(what=name, well=False, said=said, way_out=_reinstall())
    return Finding(what=name, well=True, said=f"a small one was made, opened again and proved ({size // 1024} kB).")


def _build(folder: Path, output: str) -> tuple[int, tuple[Problem, ...]]:
    (folder / _SAMPLE_NAME).write_text(_SAMPLE, encoding="utf-8")
    settings = Settings(folder=folder, output=folder / "book", to=(output,), title="A Try")
    built = pipeline.build(settings, silent)
    for error in built.missing:
        raise error
    errors = tuple(problem for problem in built.problems if problem.severity is Severity.ERROR)
    return sum(place.stat().st_size for place in built.books.values()), errors


def _system() -> str:
    """Name the system as its maker does."""
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    if platform.system() == "Windows":
        return f"Windows {platform.release()}"
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def _reinstall() -> str:
    """Say the one command that installs the program anew, the way it was installed here."""
    parts = Path(sys.prefix).parts
    command = f"{Path(sys.executable).name} -m pip install --force-reinstall fic2book"
    if "uv" in parts:
        command = "uv tool upgrade --reinstall fic2book"
    elif "pipx" in parts:
        command = "pipx reinstall fic2book"
    elif (Path(__file__).parents[1] / "pyproject.toml").is_file():
        command = "make clean setup"
    return f"Install it anew with: {command}"


def _clause(error: Exception) -> str:
    return str(error.strerror or error) if isinstance(error, OSError) else str(error)
