"""Which files of a folder are manuscripts, in natural order; and why each of the others is not one."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from fic2book import manifest
from fic2book.errors import SettingsError
from fic2book.paths import relative_files

_PICTURES = (".jpg", ".jpeg", ".png")
_SHOWN = (*_PICTURES, ".gif", ".webp", ".bmp", ".svg", ".heic", ".avif", ".tif", ".tiff")
_PAPERS = re.compile(r"(readme|licen[cs]e|copying|changelog|contributing|anthology\.toml)\b", re.IGNORECASE)
_PAGE = re.compile(r"\.(?:s?html?|xht(?:ml)?)\Z", re.IGNORECASE)
_COMPANION = re.compile(
    r"(?:[_.](?:files?|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|dosyalar|elemei|tiedostot|файлы)"
    r"|-(?:dateien|filer|gefiler))\Z",
    re.IGNORECASE,
)
"""What browsers of many languages add to a saved page's name for the folder with its pictures and scripts."""
_MAKER = b'content="fic2book report"'
_HEAD = 4_096  # bytes of a page that hold the name of its maker
_LIST_AT_MOST = 1_000_000  # bytes at a zip's end that hold the names of what is in it
_PRODUCT = re.compile(
    r"(?:-volume-\d+)?-(?:print|booklet|wrap)(?:-[\w.-]+)?\.pdf|(?:-volume-\d+)?-booklet-[\w.-]*plan\.txt"
)
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
    books = {
        _stem(file)
        for file in files
        if file.endswith(".epub") and (folder / file).is_file() and _is_our_book(folder / file)
    }
    bound = {file.removesuffix(manifest.BESIDE) for file in files if file.endswith(manifest.BESIDE)}
    away = {path.resolve() for path in named}
    look = _Look(folder, output, away, books, bound, _companions(files))
    candidates, skipped = [], []
    for file in files:
        why = _why_skipped(file, look)
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


class _Look(NamedTuple):
    """What must be known of a folder to tell a story from what is none."""

    folder: Path
    output: Path
    away: Collection[Path]
    books: Collection[str]
    bound: Collection[str]
    """Names of books, without suffixes, beside which what was printed and bound of them may lie."""
    companions: Collection[str]


_REASONS = (
    ("hidden", "a hidden or system file"),
    ("nowhere", "a link that leads nowhere"),
    ("special", "not a file"),
    ("output", "in the folder of finished books"),
    ("named", "a page, a picture or a face of the book, not a story"),
    ("companion", "belongs to a saved page"),
    ("papers", "not a story by its name"),
    ("cover", "the cover"),
    ("book", "a book that fic2book made"),
    ("product", "made by fic2book for printing or binding"),
    ("report", "a report that fic2book made"),
    ("outside", "a link that leads out of the folder"),
    ("picture", "a picture, for stories that show it"),
)


def _why_skipped(file: str, look: _Look) -> str:
    name, place = file.rpartition("/")[2], _real(look.folder / file)
    if place is None:
        return dict(_REASONS)["hidden" if _is_hidden(file) else "nowhere"]
    holds = {
        "hidden": _is_hidden(file),
        "special": not place.is_file(),
        "output": look.output.resolve() != look.folder.resolve() and look.output.resolve() in place.parents,
        "named": place in look.away,
        "companion": any(file.startswith(f"{folder}/") for folder in look.companions),
        "papers": is_paper(name),
        "cover": file.lower() in {f"cover{suffix}" for suffix in _PICTURES},
        "book": _stem(file) in look.books and file.endswith((".epub", ".pdf", ".azw3")),
        "product": any(_PRODUCT.fullmatch(file.removeprefix(book)) for book in look.bound),
        "report": name.lower().endswith(".html") and _MAKER in _beginning(place),
        "outside": look.folder.resolve() not in place.parents,
        "picture": name.lower().endswith(_SHOWN),
    }
    return next((reason for key, reason in _REASONS if holds.get(key)), "")


def _beginning(place: Path) -> bytes:
    try:
        with place.open("rb") as page:
            return page.read(_HEAD)
    except OSError:
        return b""


def _real(place: Path) -> Path | None:
    """Return where a file really is; nothing for a link that leads nowhere or in a circle."""
    try:
        return place.resolve(strict=True)
    except (OSError, RuntimeError):  # a circle is a RuntimeError before Python 3.13
        return place.absolute() if not place.is_symlink() and place.exists() else None


def _companions(files: Collection[str]) -> frozenset[str]:
    """Return the folders that browsers put beside saved pages, by the pages' names."""
    pages = {_PAGE.sub("", file) for file in files if _PAGE.search(file)}
    folders = {parent for file in files for parent in _parents(file)}
    return frozenset(folder for folder in folders if (name := _COMPANION.sub("", folder)) != folder and name in pages)


def _parents(file: str) -> list[str]:
    parts = file.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def _is_hidden(file: str) -> bool:
    return any(_is_system(part) for part in file.split("/"))


def _is_system(part: str) -> bool:
    return part.startswith((".", "~$", "._")) or part.lower() in _SYSTEM or part.endswith((".part", "~", ".tmp"))


def _stem(file: str) -> str:
    return file.rpartition(".")[0]


def _is_our_book(place: Path) -> bool:
    """Tell by the list at a zip's end, which holds names as they are; a stranger's zip is not opened here."""
    try:
        with place.open("rb") as book:
            book.seek(max(0, place.stat().st_size - _LIST_AT_MOST))
            return manifest.FILE.encode() in book.read(_LIST_AT_MOST)
    except OSError:
        return False
