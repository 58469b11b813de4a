"""Find the partners of quotes in one block's flat text."""

import re
import unicodedata
from dataclasses import dataclass, field

from fic2book.restoration.flat import BREAK, CLOSE, OBJECT, OPEN
from fic2book.restoration.quote_marks import Pairs

_TOKEN = re.compile("[\"'“”‘’„‚«»\ud800\ud801]")
_FEET = re.compile(r"(?<=\d)'\d{1,2}\"(?!\")|(?<=\d)'(?=\d)")
_DOUBLE = frozenset('"“”„«»')


@dataclass(slots=True)
class _Quote:
    """An open quote that waits for its partner."""

    at: int
    double: bool
    level: int


@dataclass(slots=True)
class _Scan:
    """One block while it is being read from left to right."""

    flat: str
    pairs: Pairs
    waiting: list[_Quote] = field(default_factory=list)
    replaced: dict[int, str] = field(default_factory=dict)
    level: int = 0


def pair(flat: str, pairs: Pairs) -> str:
    """Return the text with its straight quotes set; those without a partner stay, apostrophes never do."""
    scan = _Scan(flat, pairs)
    feet = _FEET.finditer(flat) if "'" in flat else ()
    kept = {place for match in feet for place in range(match.start(), match.end())}
    for match in _TOKEN.finditer(flat):
        if match[0] == OPEN:
            scan.level += 1
        elif match[0] == CLOSE:
            scan.level -= 1
            while scan.waiting and scan.waiting[-1].level > scan.level:
                scan.waiting.pop()
        elif not (match.start() in kept and match[0] in "\"'"):
            _place(scan, match.start())
    return _replace(flat, scan.replaced)


def _place(scan: _Scan, at: int) -> None:
    """Close the nearest open quote of this kind and level, or wait for a partner, or be an apostrophe."""
    mark = scan.flat[at]
    before, after = _neighbours(scan.flat, at)
    opens, closes = _directions(before, after) if mark in "\"'’" else _set_already(mark, scan.pairs, before, after)
    if mark == '"' and after == '"' and before.isdigit():
        return  # 21"": the first is the inches'
    if closes and _close(scan, at, mark in _DOUBLE):
        return
    if opens and mark != "’":
        scan.waiting.append(_Quote(at, mark in _DOUBLE, scan.level))
    elif mark == "'" and not (before.isdigit() and not after.isalpha()):
        scan.replaced[at] = "’"


def _close(scan: _Scan, at: int, double: bool) -> bool:  # noqa: FBT001 (the kind of quote, not a switch)
    for number in range(len(scan.waiting) - 1, -1, -1):
        quote = scan.waiting[number]
        if quote.level < scan.level:
            return False
        if quote.double == double and quote.level == scan.level:
            opening, closing = scan.pairs[:2] if double else scan.pairs[2:]
            _set(scan, quote.at, opening)
            _set(scan, at, closing)
            del scan.waiting[number:]
            return True
    return False


def _set(scan: _Scan, at: int, mark: str) -> None:
    if scan.flat[at] in "\"'":
        scan.replaced[at] = mark


def _replace(flat: str, replaced: dict[int, str]) -> str:
    pieces = []
    last = 0
    for at, mark in sorted(replaced.items()):
        pieces += [flat[last:at], mark]
        last = at + 1
    return "".join([*pieces, flat[last:]])


def _neighbours(flat: str, at: int) -> tuple[str, str]:
    """Return the characters before and after, as seen through emphasis: nothing at the edges, a space at line ends."""
    left = at - 1
    while left >= 0 and flat[left] in (OPEN, CLOSE):
        left -= 1
    right = at + 1
    while right < len(flat) and flat[right] in (OPEN, CLOSE):
        right += 1
    return _seen(flat[left] if left >= 0 else ""), _seen(flat[right] if right < len(flat) else "")


def _seen(character: str) -> str:
    if character == BREAK:
        return " "
    return "x" if character == OBJECT else character


def _directions(before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a quote between two characters may open and may close (CommonMark's flanking rules).

    At a block's edge there is only one thing that a quote can do, whatever space a typist left beside it.
    """
    if not before or not after:
        return not before and bool(after), not after and bool(before)
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    opens = not space_after and (not mark_after or space_before or mark_before)
    closes = not space_before and (not mark_before or space_after or mark_after)
    if opens and closes:
        return mark_before, mark_after
    return opens, closes


def _set_already(mark: str, pairs: Pairs, before: str, after: str) -> tuple[bool, bool]:
    """Tell what a quote that is typographic already does in this language."""
    opening = mark in {pairs.open[0], pairs.inner_open}
    closing = mark in {pairs.close[-1], pairs.inner_close}
    return _directions(before, after) if opening and closing else (opening, closing)


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace() and unicodedata.category(character)[0] in "PS"
