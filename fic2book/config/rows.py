"""Rows as a person names them: ``"12-340"``, ``"3-5, 12"``, ``12``, ``[12, "14-20"]``."""

import re
from collections.abc import Iterable

from fic2book.model import Rows

_STRETCH = re.compile(r"(\d{1,9})(?:\s*(?:-|–|—|\.\.\.?|to)\s*(\d{1,9}))?\Z")
_ROWS = re.compile(r"[\d\s,;.–—-]*\d[\d\s,;.–—-]*\Z")


def looks_like_rows(said: object) -> bool:
    """Tell whether a value names rows, and is not words."""
    return _is_number(said) or isinstance(said, list) or (isinstance(said, str) and _ROWS.match(said) is not None)


def rows(said: object) -> Rows | None:
    """Return the stretches named, in order, those that touch joined; ``None`` when they cannot be understood."""
    found = [_stretch(piece) for piece in _pieces(said)]
    stretches = [stretch for stretch in found if stretch]
    return joined(stretches) if stretches and len(stretches) == len(found) else None


def numbers(said: object) -> tuple[int, ...] | None:
    """Return single rows, in order, each once; ``None`` when they cannot be understood."""
    found = rows(said)
    if found is None or any(last - first > _FEW for first, last in found):
        return None
    return tuple(number for first, last in found for number in range(first, last + 1))


_FEW = 1_000
"""Nobody means a thousand breaks by one stretch."""


def joined(stretches: Iterable[tuple[int, int]]) -> Rows:
    """Return stretches in order; those that overlap or touch are one."""
    whole: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return tuple(whole)


def _pieces(said: object) -> list[str]:
    if isinstance(said, list):
        return [piece for item in said for piece in _pieces(item)]
    if _is_number(said):
        return [str(said)]
    return [piece.strip() for piece in re.split(r"[,;]", said) if piece.strip()] if isinstance(said, str) else [""]


def _stretch(piece: str) -> tuple[int, int] | None:
    found = _STRETCH.match(piece)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if 0 < first <= last else None


def _is_number(said: object) -> bool:
    return isinstance(said, int) and not isinstance(said, bool)
