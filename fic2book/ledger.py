"""The ledger while it is being written: origins and rules say here what they took, moved, changed or doubted."""

from dataclasses import dataclass, field

from fic2book.model import Change, Kind, Sure


@dataclass(slots=True)
class Ledger:
    """Collects changes in the order in which they happen."""

    changes: list[Change] = field(default_factory=list)

    def removed(self, rule: str, line: int, before: str) -> None:
        """Note words that are in no book."""
        self.changes.append(Change(rule=rule, kind=Kind.REMOVED, line=line, before=before))

    def moved(self, rule: str, line: int, before: str, to: str, sure: Sure = Sure.STATED) -> None:
        """Note words that left the text for the metadata; ``to`` names the place, such as ``title``."""
        self.changes.append(Change(rule=rule, kind=Kind.MOVED, line=line, before=before, after=to, sure=sure))

    def rewritten(self, rule: str, line: int, before: str, after: str) -> None:
        """Note words for which other characters stand now."""
        self.changes.append(Change(rule=rule, kind=Kind.REWRITTEN, line=line, before=before, after=after))

    def flagged(self, rule: str, line: int, before: str, why: str) -> None:
        """Note a place for a person to look at; nothing was changed. ``why`` is a sentence."""
        self.changes.append(Change(rule=rule, kind=Kind.FLAGGED, line=line, before=before, after=why))

    def settled(self) -> tuple[Change, ...]:
        """Return the entries in the order of the source's lines; entries of one line keep their order."""
        return tuple(sorted(self.changes, key=lambda change: change.line))
