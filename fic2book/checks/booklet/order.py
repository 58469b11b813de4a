"""Pages in reading order against those of the interior: lost, doubled, moved, foreign, on their heads."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fic2book.checks.booklet.pages import Found
from fic2book.checks.booklet.sheets import Print
from fic2book.model import Problem, Severity

_MOST = 6
"""Pages named in one sentence; the others are counted."""


class Pair(NamedTuple):
    """A place of the folded book: which page should stand there, and what does."""

    page: int | None
    """0-based page of the interior; nothing where the leaf is blank."""
    found: Found


def problems(pairs: Sequence[Pair], prints: Sequence[Print]) -> Iterator[Problem]:
    """Compare what is read with the interior's pages; one problem of each kind, with its pages."""
    known = {one.letters: page for page, one in reversed(list(enumerate(prints))) if one.letters}
    stood = Counter(pair.found.print.letters for pair in pairs)
    wanted = Counter(prints[pair.page].letters for pair in pairs if pair.page is not None)
    lost = [page for page in _pages(pairs) if prints[page].letters and not stood[prints[page].letters]]
    doubled = sorted({known[one] for one in wanted if one and stood[one] > wanted[one]})
    moved, foreign, turned = [], [], []
    for pair in pairs:
        letters = pair.found.print.letters
        right = prints[pair.page].letters if pair.page is not None else ""
        if letters and letters not in known:
            foreign.append(pair.page)
        elif letters != right and letters and known[letters] not in doubled:
            moved.append(known[letters])
        elif letters and pair.page is not None and pair.found.print.angle != prints[pair.page].angle:
            turned.append(pair.page)
    kinds = {"lost": lost, "doubled": doubled, "moved": moved, "turned": turned}
    for kind, pages in kinds.items():
        if pages:
            yield said(kind, sorted(pages))
    if foreign:
        yield _foreign(foreign)


def said(kind: str, pages: Sequence[int]) -> Problem:
    """Return the problem of one kind that these pages (from 0) have."""
    told = _KINDS[kind]
    message = f"{listed(pages)} {told.one if len(pages) == 1 else told.several} {told.why}"
    return Problem(code=told.code, severity=told.severity, message=message)


def listed(pages: Sequence[int]) -> str:
    """Return pages (from 0) as people count them: ``page 3``, ``pages 3, 4 and 9``."""
    names = [str(page + 1) for page in pages]
    if len(names) == 1:
        return f"page {names[0]}"
    if len(names) > _MOST:
        return f"pages {', '.join(names[:_MOST])} and {len(names) - _MOST} others"
    return f"pages {', '.join(names[:-1])} and {names[-1]}"


class _Kind(NamedTuple):
    code: str
    one: str
    several: str
    why: str
    severity: Severity = Severity.ERROR


_KINDS: Mapping[str, _Kind] = {
    "lost": _Kind(code="booklet-page-lost", one="is", several="are", why="on no sheet."),
    "doubled": _Kind(code="booklet-page-doubled", one="stands", several="stand", why="on the sheets once too often."),
    "moved": _Kind(
        code="booklet-page-moved", one="comes", several="come", why="at another place when the sheets are folded."
    ),
    "turned": _Kind(
        code="booklet-page-turned",
        one="stands on its head",
        several="stand on their heads",
        why="when the sheets are folded.",
    ),
    "shifted": _Kind(
        code="booklet-page-shifted", one="does", several="do", why="not stand where the knife and the fold want it."
    ),
    "changed": _Kind(code="booklet-page-changed", one="looks", several="look", why="otherwise than in the interior."),
    "edge": _Kind(
        code="booklet-page-edge",
        one="has",
        several="have",
        why="words within 5 mm of the sheet's edge, where few printers print: take larger paper, or wider margins.",
        severity=Severity.WARNING,
    ),
}


def _pages(pairs: Sequence[Pair]) -> list[int]:
    return [pair.page for pair in pairs if pair.page is not None]


def _foreign(places: Sequence[int | None]) -> Problem:
    there = [page for page in places if page is not None]
    blank = len(places) - len(there)
    where = [f"in place of {listed(there)}"] if there else []
    where += [f"on {blank} blank {'page' if blank == 1 else 'pages'}"] if blank else []
    message = f"words that are on no page of the interior stand {' and '.join(where)}."
    return Problem(code="booklet-page-foreign", severity=Severity.ERROR, message=message)
