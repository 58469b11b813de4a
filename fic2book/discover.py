"""Which files of a folder are manuscripts, in natural order; and why each of the others is not one."""

import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from fic2book import manifest
from fic2book.errors import SettingsError
from fic2book.paths import relative_files

_PICTURES = (".jpg", ".jpeg", ".png")
_PAPERS = re.compile(r"(readme|licen[cs]e|copying|changelog|contributing|anthology\.toml)\b", re.IGNORECASE)
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a folder holds; files are paths relative to it, with forward slashes, in natural order."""

    candidates: tuple[str, ...]
    """Files that somebody wants in the book: manuscripts, and formats that may turn out unreadable."""
    skipped: tuple[tuple[str, str], ...]
    """(file, reason) of what is never read."""
    cover: Path | None
    """``cover.jpg`` or ``cover.png`` of the folder itself."""


def discover(folder: Path, *, output: Path, named: Collection[Path] = ()) -> Found:
    """Look through ``folder`` and its sub-folders; ``named`` are files that anthology.toml names for another use."""
    if not folder.is_dir():
        reason = "is a file, not a folder" if folder.exists() else "is not there"
        raise SettingsError(reason, file=folder.name or str(folder), way_out="Give the folder with your stories.")
    files = relative_files(folder)
    books = {_stem(file) for file in files if file.endswith(".epub") and _is_our_book(folder / file)}
    away = {path.resolve() for path in named}
    candidates, skipped = [], []
    for file in files:
        why = _why_skipped(folder, file, output, away, books)
        if why:
            skipped.append((file, why))
        else:
            candidates.append(file)
    covers = (folder / f"cover{suffix}" for suffix in _PICTURES)
    cover = next((place for place in covers if place.is_file()), None)
    return Found(candidates=tuple(candidates), skipped=tuple(skipped), cover=cover)


def is_paper(name: str) -> bool:
    """Tell whether a file's name is that of a paper about a folder (README, LICENSE), which is no story."""
    return _PAPERS.match(name) is not None


_REASONS = (
    ("hidden", "a hidden or system file"),
    ("output", "in the folder of finished books"),
    ("named", "named in anthology.toml for another use"),
    ("papers", "not a story by its name"),
    ("cover", "the cover"),
    ("book", "a book that fic2book made"),
    ("outside", "a link that leads out of the folder"),
)


def _why_skipped(folder: Path, file: str, output: Path, away: Collection[Path], books: Collection[str]) -> str:
    name, place = file.rpartition("/")[2], folder / file
    holds = {
        "hidden": any(_is_system(part) for part in file.split("/")),
        "output": output.resolve() != folder.resolve() and output.resolve() in place.resolve().parents,
        "named": place.resolve() in away,
        "papers": is_paper(name),
        "cover": file.lower() in {f"cover{suffix}" for suffix in _PICTURES},
        "book": _stem(file) in books and file.endswith((".epub", ".pdf")),
        "outside": folder.resolve() not in place.resolve().parents,
    }
    return next((reason for key, reason in _REASONS if holds[key]), "")


def _is_system(part: str) -> bool:
    return part.startswith((".", "~$", "._")) or part.lower() in _SYSTEM or part.endswith((".part", "~", ".tmp"))


def _stem(file: str) -> str:
    return file.rpartition(".")[0]


def _is_our_book(place: Path) -> bool:
    try:
        with zipfile.ZipFile(place) as book:
            return manifest.FILE in book.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
