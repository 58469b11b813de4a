"""A story's ledger as a person reads it: what belongs together in one group, with the lines that undo it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fic2book.config.rows import joined
from fic2book.model import Change, Kind, Rows, Story, Sure
from fic2book.undoing import lines
from fic2book.undoing.lines import Setting
from fic2book.undoing.words import numbered

_NEAR = 2
"""Rows from one entry to the next of its group: lines of a paste have a blank one between them."""
_SHOWN = 160
"""Signs of a doubtful paragraph that stand in a list of several."""
_BY_ROWS = frozenset({"text", "note"})
SURE = {Sure.STATED: "", Sure.LIKELY: "likely", Sure.GUESSED: "a guess"}


class Spot(NamedTuple):
    """One place of several with the same doubt."""

    row: int
    place: str
    words: str
    """Cut to what shows the doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries that belong together, and what turns them round."""

    file: str
    """Empty when it is the story's own."""
    where: str
    """Its rows as a person calls them; empty when it stands in none."""
    place: str
    rule: str
    sure: str
    words: tuple[str, ...]
    """Of each entry the file's own words."""
    after: str
    """Where they went, what stands for them, or why a person should look."""
    undo: str
    """A ``[[story]]`` table to paste; empty when there is nothing to undo."""
    why_not: str
    spots: tuple[Spot, ...] = ()
    """Of several places with the same doubt each; empty for one, and for entries that are no doubts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """What one rule rewrote in a story."""

    rule: str
    count: int
    undo: str
    """What turns all of it round; empty when each entry is turned round by itself."""
    shown: tuple[Group, ...]


def groups(story: Story, kind: Kind, *, several: bool) -> tuple[Group, ...]:
    """Return the entries of a kind: neighbours that went the same way together, and doubts of the same reason."""
    entries = [change for change in story.ledger if change.kind is kind]
    runs = _doubts(entries) if kind is Kind.FLAGGED else _runs(entries)
    return tuple(_group(story, run, several=several) for run in runs)


def rewritings(story: Story, *, several: bool, most: int) -> tuple[Rewriting, ...]:
    """Return what was rewritten, by rule; of each the first ``most`` entries are shown."""
    rules: dict[str, list[Change]] = {}
    for change in story.ledger:
        if change.kind is Kind.REWRITTEN:
            rules.setdefault(change.rule, []).append(change)
    return tuple(_rewriting(story, entries, several=several, most=most) for _, entries in sorted(rules.items()))


def spoken(rule: str) -> str:
    """Return a rule's name as a person says it."""
    return rule.replace("_", " ")


def _rewriting(story: Story, entries: Sequence[Change], *, several: bool, most: int) -> Rewriting:
    whole = lines.setting(story, entries[0])
    at_once = whole is not None and whole.key not in _BY_ROWS | {"breaks"}
    shown = tuple(_group(story, [change], several=several) for change in entries[:most])
    return Rewriting(
        rule=spoken(entries[0].rule),
        count=len(entries),
        undo=shown[0].undo if at_once else "",
        shown=shown,
    )


def _runs(entries: Iterable[Change]) -> Iterator[list[Change]]:
    run: list[Change] = []
    for change in entries:
        if run and not _belongs(run[-1], change):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _doubts(entries: Iterable[Change]) -> Iterator[list[Change]]:
    """Give the flagged entries of one reason together, where the first of them stands."""
    found: dict[tuple[str, str, str], list[Change]] = {}
    for change in entries:
        found.setdefault((change.file, change.rule, change.after), []).append(change)
    yield from found.values()


def _belongs(last: Change, change: Change) -> bool:
    """Tell whether an entry goes on where the last one ended: the same way, or from the same row to another field."""
    if (last.rule, last.file, last.sure) != (change.rule, change.file, change.sure) or not last.line:
        return False
    if last.line == change.line and last.kind is Kind.MOVED:
        return True
    return last.after == change.after and last.line <= change.line <= _last_row(last) + _NEAR


def _last_row(change: Change) -> int:
    return change.line + change.before.count("\n")


def _group(story: Story, run: Sequence[Change], *, several: bool) -> Group:
    first = run[0]
    rows = said(joined((change.line, _last_row(change)) for change in run))
    setting = _setting(story, run, rows)
    part = story.part if several else 0
    private = first.rule in lines.PRIVATE
    doubts = run if first.kind is Kind.FLAGGED and len(run) > 1 and not private else ()
    return Group(
        file=first.file if first.file != story.file else "",
        where=numbered(first.file or story.file, rows) if first.line else "",
        place=first.place if len(run) == 1 or first.kind is not Kind.FLAGGED else "",
        rule=spoken(first.rule),
        sure=SURE[first.sure],
        words=() if doubts or private else tuple(change.before for change in run),
        after=_fields(run) if first.kind is Kind.MOVED else first.after,
        undo=lines.table(first.file or story.file, part, [setting]) if setting else "",
        why_not=lines.why_not(first),
        spots=tuple(Spot(change.line, change.place, cut(change.before)) for change in doubts),
    )


def _fields(run: Sequence[Change]) -> str:
    return ", ".join(dict.fromkeys(spoken(change.after) for change in run))


def said(stretches: Rows) -> str:
    """Return rows as a person writes them: ``3-5, 12``."""
    return ", ".join(str(start) if start == stop else f"{start}-{stop}" for start, stop in stretches)


def cut(words: str) -> str:
    """Return the part of a long paragraph that shows a doubt: round its last quotation mark, else its beginning."""
    line = " ".join(words.split())
    if len(line) <= _SHOWN:
        return line
    mark = max(line.rfind(sign) for sign in '“”"«»„')
    start = min(max(mark - _SHOWN // 2, 0), len(line) - _SHOWN)
    return f"{'…' if start else ''}{line[start : start + _SHOWN]}{'…' if start + _SHOWN < len(line) else ''}"


def _setting(story: Story, run: Sequence[Change], rows: str) -> Setting | None:
    """Return what turns all entries of a group round."""
    found = lines.setting(story, run[0])
    if found and found.key in _BY_ROWS and run[0].line:
        return Setting(found.key, f'"{rows}"')
    if found and found.key == "breaks":
        return Setting(found.key, f"[{', '.join(str(change.line) for change in run)}]")
    return found
