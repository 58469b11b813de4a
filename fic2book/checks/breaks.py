"""Scene breaks and pauses: as many as in the manuscript, and where they stood."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from fic2book.checks.losses import Side
from fic2book.letters import letters
from fic2book.manifest.own_words import SCENE, Break
from fic2book.model import Problem, Severity

_TELLING = 12  # letters that name a break's place: words would change with a space between two of them
_NAMES = {SCENE: "scene break"}


def problems(side: Side, own: Sequence[Break], found: Sequence[Break], *, by_place: bool) -> Iterator[Problem]:
    """Compare the breaks of one text; ``by_place`` where the words are the same, so that places can be compared."""
    one, other = _keys(own, by_place=by_place), _keys(found, by_place=by_place)
    if one == other:
        return
    for tag, start, end, out_start, out_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for lost in own[start:end]:
            yield _problem("break-lost", side, lost, f"is missing from the {side.output}")
        for foreign in found[out_start:out_end]:
            yield _problem("break-foreign", side, foreign, f"stands in the {side.output} that is not in the manuscript")


def _keys(breaks: Sequence[Break], *, by_place: bool) -> list[tuple[str, str]]:
    return [(one.kind, letters(one.after)[-_TELLING:] if by_place else "") for one in breaks]


def _problem(code: str, side: Side, one: Break, what: str) -> Problem:
    place = f"after the words “{one.after}”" if one.after else "at the very beginning"
    kind = _NAMES.get(one.kind, one.kind)
    message = f"{side.name}: {place}, a {kind} {what}."
    return Problem(code=code, severity=Severity.ERROR, message=message, place=side.file)
