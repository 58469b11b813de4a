"""The wishes of a booklet that are one of a few words."""

from collections.abc import Mapping
from difflib import get_close_matches

from fic2book.errors import SettingsError
from fic2book.model import BookletSettings

_WORDS: Mapping[str, tuple[str, ...]] = {
    "fold": ("folio", "quarto", "octavo"),
    "folded": ("each", "together"),
    "binding": ("sewn", "saddle", "perfect"),
    "flip": ("", "short", "long"),
    "creep": ("auto", "always", "never"),
}
MARKS = ("collation", "sewing", "crop", "fold", "none")


def prove(settings: BookletSettings) -> None:
    """Raise ``SettingsError`` for a word that no booklet knows, with those that it does."""
    for name, words in _WORDS.items():
        _known(name, getattr(settings, name), words)
    for mark in settings.marks:
        _known("mark", mark, MARKS)


def _known(name: str, said: str, words: tuple[str, ...]) -> None:
    if said in words:
        return
    near = get_close_matches(said, words, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise SettingsError(f"there is no {name} “{said}”", way_out=f"Take one of {', '.join(filter(None, words))}.{hint}")
