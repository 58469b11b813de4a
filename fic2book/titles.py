"""What an anthology is called when nobody said: the collection its pieces name, else its folder."""

import getpass
import re
from collections.abc import Iterable
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
