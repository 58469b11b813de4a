r"""Read case files of the restoration, which anybody can add to: a name, ``.``, before, ``.``, after, ``.``.

Before: one paragraph a line; a line that begins with ``<`` is markup. After: the same, ``=`` when nothing may change.
Notes that a rule set apart stand behind the story as ``[note before] words`` (``[unmarked note after] words``), places
that it flagged as ``[flagged 3]`` with the line. A name may end in a language, ``opens with a dash [fr]``, in what a
person said of rows, ``[text=3-5]``, ``[note=2]``, ``[breaks=4]``, or in ``[paged]`` for what only pages hold. What no
screen shows is written by its number: ``\u00a0``.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Choices, Kind
from fic2book.restoration.context import Context, Rule

CASES = Path(__file__).resolve().parents[1] / "cases" / "restoration"
_CASE = re.compile(r"^(?P<name>\S.*)\n\.\n(?P<before>(?:.*\n)*?)\.\n(?P<after>(?:.*\n)*?)\.$", re.MULTILINE)
_NUMBER = re.compile(r"\\u([0-9a-f]{4})")
_OPTION = re.compile(r"\[([\w-]+)(?:=([\w-]+))?\]")
_MARKUP = re.compile(r"<(?:p|h[1-6]|hr|div|blockquote|ul|ol|pre|table|aside)[ />]")
_PARAGRAPH = re.compile(r"<p>(.*)</p>\Z", re.DOTALL)


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    before: str
    after: str

    @property
    def leaves_alone(self) -> bool:
        return self.after == "="

    @property
    def options(self) -> dict[str, str]:
        return dict(_OPTION.findall(self.name))

    def __str__(self) -> str:
        return self.name


def read(rule: str) -> list[Case]:
    written = (CASES / f"{rule}.txt").read_text(encoding="utf-8")
    text = _NUMBER.sub(lambda match: chr(int(match[1], 16)), written)
    return [Case(rule, *(part.removesuffix("\n") for part in match.groups())) for match in _CASE.finditer(text)]


def rules_with_cases() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.txt"))


def tree(before: str, *, plain: bool) -> Element:
    """Return the body that a reader would give for a case."""
    return markup.parse("".join(_blocks(before, plain=plain)))


def context(case: Case, *, plain: bool) -> Context:
    options = case.options
    paged = "paged" in options
    language = next((name for name, value in options.items() if not value and name != "paged"), "en")
    choices = Choices(
        opening_note=options.get("opening_note", ""),
        closing_note=options.get("closing_note", ""),
        text=_rows(options.get("text", "")),
        note=_rows(options.get("note", "")),
        breaks=tuple(low for low, _ in _rows(options.get("breaks", ""))),
    )
    return Context(language=language, plain=plain, paged=paged, title=options.get("title", ""), choices=choices)


def _rows(said: str) -> tuple[tuple[int, int], ...]:
    low, _, high = said.partition("-")
    return ((int(low), int(high or low)),) if said else ()


def outcome(rule: Rule, case: Case, *, plain: bool = False) -> str:
    """Run one rule over a case and show what came of it."""
    root = tree(case.before, plain=plain)
    given = context(case, plain=plain)
    rule(root, given)
    return show(root, given)


def expected(case: Case, *, plain: bool = False) -> str:
    given = context(case, plain=plain)
    return show(tree(case.before, plain=plain), given) if case.leaves_alone else case.after


def show(root: Element, given: Context) -> str:
    lines = [_line(block) for block in root if block.tag == "hr" or not markup.is_blank(block)]
    for note in given.notes:
        words = markup.plain(note.body).replace("\n\n", "\n").replace("\n", " / ")
        lines.append(f"[{'' if note.marked else 'unmarked '}{note.kind} {note.place}] {words}")
    lines += [f"[flagged {change.line}]" for change in given.ledger.changes if change.kind is Kind.FLAGGED]
    return "\n".join(lines)


def _line(block: Element) -> str:
    holder = markup.new("body")
    copied = deepcopy(block)
    copied.tail = None
    for place in copied.iter():
        for name in ("data-mark", "data-end", "data-typed", "data-line", "data-rule"):
            place.attrib.pop(name, "")
    holder.append(copied)
    text = markup.serialise(holder)
    found = _PARAGRAPH.match(text)
    return unescape(found[1]) if found and "<" not in found[1] else found[1] if found else text


def _blocks(before: str, *, plain: bool) -> Iterator[str]:
    for number, line in enumerate(before.split("\n"), 1):
        if _MARKUP.match(line):
            yield line
        elif line.strip():
            yield markup.paragraph(line, number)
        elif plain:
            yield f'<p data-line="{number}"/>'
