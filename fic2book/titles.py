"""What an anthology is called and who wrote it when nobody said: the collection its pieces name, else its folder."""

import getpass
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

DEFAULT = "One-Shots"
_NO_NAME = frozenset(
    {
        "manuscripts", "manuscript", "fics", "fic", "fanfic", "fanfics", "stories", "story", "downloads", "download",
        "new folder", "untitled folder", "documents", "desktop", "books", "book", "texts", "text", "txt", "files",
        "home", "users", "user", "tmp", "temp", "src", "input", "in", "out", "output",
        "neuer ordner", "nouveau dossier", "nueva carpeta", "nuova cartella", "nova pasta",
    }
)  # fmt: skip
_HOMES = frozenset({"home", "users"})
_COPY = re.compile(r"\s*\(\d+\)$|\s+\d+$")


def guess_title(collections: Iterable[str], folder: Path) -> tuple[str, str]:
    """Return (title, where it comes from: ``collection``, ``folder`` or ``default``)."""
    named = {name.strip() for name in collections if name.strip()}
    if len(named) == 1:
        return named.pop(), "collection"
    place = folder.resolve()
    for candidate in (place, place.parent):
        name = _readable(candidate.name)
        if name and _says_something(candidate, name):
            return name, "folder"
    return DEFAULT, "default"


def guess_authors(bylines: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return who wrote stories with these bylines, each once, in order."""
    return tuple(dict.fromkeys(name for byline in bylines for name in byline))


def _readable(name: str) -> str:
    words = " ".join(name.replace("_", " ").split())
    return words if " " in words else words.replace("-", " ").strip()


def _says_something(place: Path, name: str) -> bool:
    """Tell whether a folder's name is a title: not a system's word for a folder, and never a person's login name."""
    plain = _COPY.sub("", name.casefold())
    return (
        plain not in _NO_NAME
        and any(sign.isalpha() for sign in plain)
        and place != Path.home()
        and place.parent != Path.home().parent
        and place.parent.name.casefold() not in _HOMES
        and plain != _login()
    )


def _login() -> str:
    try:
        return getpass.getuser().casefold()
    except (OSError, KeyError):
        return ""


_ARTICLES: Mapping[str, tuple[str, ...]] = {
    "de": ("das", "der", "des", "die", "ein", "eine"),
    "en": ("a", "an", "the"),
    "es": ("el", "la", "las", "los", "un", "una"),
    "fr": ("l’", "l'", "la", "le", "les", "un", "une"),
    "it": ("gli", "i", "il", "l’", "l'", "la", "le", "lo", "un", "un’", "un'", "una", "uno"),
    "nl": ("de", "een", "het"),
    "pt": ("a", "as", "o", "os", "um", "uma"),
}
"""Articles that librarians do not file under (MARC 21, Appendix F)."""


def filed_under(title: str, language: str) -> str:
    """Return a title as a library files it: ``The Lit Quay`` is ``Lit Quay, The``; most titles stay as they are."""
    for article in sorted(_ARTICLES.get(language.partition("-")[0].lower(), ()), key=len, reverse=True):
        gap = "" if article[-1] in "’'" else " "
        rest = title[len(article) + len(gap) :]
        if title.lower().startswith(article + gap) and rest[:1].strip():
            return f"{rest}, {title[: len(article)]}"
    return title
