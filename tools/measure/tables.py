"""Tables of what was measured, and their place in docs/typesetting.md."""

from collections.abc import Iterable
from pathlib import Path

from tools.measure.measuring import Measured

PAGE = Path(__file__).resolve().parents[2] / "docs" / "typesetting.md"

_COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("characters", "{:g}", ("characters",)),
    ("hyphens %", "{:.1f}", ("hyphenated",)),
    ("run", "{:g}", ("longest run",)),
    ("wide %", "{:.1f}", ("wide",)),
    ("tight %", "{:.1f}", ("tight",)),
    ("runts %", "{:.1f}", ("runts",)),
    ("breaks at edges", "{:g}", ("break at head", "break at foot")),
    ("lone lines", "{:g}", ("orphans", "widows")),
    ("headings at foot", "{:g}", ("heading at foot",)),
    ("outside", "{:g}", ("outside",)),
    ("caps, wrong", "{:g}, {:g}", ("caps", "caps wrong")),
    ("full · one short · more %", "{:.0f} · {:.0f} · {:.0f}", ("full", "one short", "shorter")),
    ("facing even %", "{:.0f}", ("facing even",)),
    ("pages", "{:g}", ("pages",)),
)
"""Heading, how its figures are written, the figures: several are added up unless each has its own place."""

_RAGGED = {"hyphenated", "wide", "tight"}
"""What is said of justified lines alone."""


def table(found: Iterable[tuple[str, str, Measured]]) -> str:
    """Return a Markdown table: a row a book."""
    heads = ("theme", "page", "type", *(head for head, *_ in _COLUMNS))
    rows = [f"| {' | '.join(heads)} |", f"| --- | --- | --- |{' ---: |' * len(_COLUMNS)}"]
    for theme, page, book in found:
        box = book.box
        set_as = f"{box.size:g}/{box.leading:g}, {box.rows} lines{'' if box.is_justified else ', ragged'}"
        cells = [_cell(book, form, names) for _, form, names in _COLUMNS]
        rows.append(f"| {' | '.join((theme, page, set_as, *cells))} |")
    return "\n".join(rows)


def write_down(name: str, text: str) -> None:
    """Put a text between the two marks of its name in docs/typesetting.md."""
    begin, end = f"<!-- begin: {name}, written by a tool -->", "<!-- end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8", newline="\n")


def _cell(book: Measured, form: str, names: tuple[str, ...]) -> str:
    if not book.box.is_justified and set(names) & _RAGGED:
        return "–"
    values = [book.figures.values[name] for name in names]
    return form.format(*(values if form.count("{") == len(values) else [sum(values)]))
