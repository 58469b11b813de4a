"""What is measured of a book: its figures, and each place that breaks a rule, by page and words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tools.measure.leaves import Leaf, Line

_SHOWN = 60  # letters of a line that name its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A place that breaks a rule."""

    measure: str
    page: str
    words: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"page {self.page}: {self.measure}: {self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures by name, in their order, and the places behind them."""

    values: dict[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def finding(measure: str, leaf: Leaf, line: Line | None, more: str = "") -> Finding:
    """Name a place by its page and the words of its line."""
    words = line.text[:_SHOWN] if line else "(a drawing)"
    return Finding(measure=measure, page=leaf.label, words=f"{words} {more}".strip())


def counted(names: Iterable[str], findings: Iterable[Finding]) -> Figures:
    """Return figures that count places."""
    found = tuple(findings)
    return Figures(values={name: sum(one.measure == name for one in found) for name in names}, findings=found)


def together(parts: Iterable[Figures]) -> Figures:
    """Put figures together."""
    every = list(parts)
    return Figures(
        values={name: value for part in every for name, value in part.values.items()},
        findings=tuple(one for part in every for one in part.findings),
    )


def percent(part: int, whole: int) -> float:
    """Return a share; 0 of nothing."""
    return 100 * part / whole if whole else 0.0
