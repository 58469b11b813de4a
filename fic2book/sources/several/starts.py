"""How fans part the stories of a text: headers, titles with by-lines, titles between rules, numbers that count."""

import re
from collections.abc import Callable, Sequence

from fic2book.letters import letters
from fic2book.model import Document
from fic2book.sources import fields, titles
from fic2book.sources.lines import Block

Rule = Callable[[Document, Sequence[Block]], tuple[int, ...]]

_TITLE = re.compile(r"\W{0,6}(?:story\s+)?title\W{0,6}:\W*\S", re.IGNORECASE)
_LABEL = re.compile(r"\W{0,6}([^\W\d_][\w '’/.&()-]{0,28}?)[*_\s]*:[*_]*(?:\s|\Z)")
_COUNTED = re.compile(
    r"\W*(?:story|fic|one[\s-]?shot)\s*(?:#|no\.?|number)?\s*(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?:\W+(?P<name>\w.{0,80}))?\W*\Z",
    re.IGNORECASE,
)
_NUMBERS = "one two three four five six seven eight nine ten"
_RULE_LINE = re.compile(r"\s*([=\-_~*#+.•])(?:\s*\1){2,}\s*\Z")
_BANNER = re.compile(r"\s*([=*#~+])(?:\s?\1){3,}\s*(?P<title>[^\s=*#~+].{0,70}?)\s*\1(?:\s?\1){3,}\s*\Z")
_END = re.compile(r"\W*(?:the end|fin|end|finis|ende|fini|end file)\W*\Z", re.IGNORECASE)
_SITE = re.compile(r"\W*(?:work header|posted originally on the archive of our own at .*)\W*\Z", re.IGNORECASE)
_SITE_TOP = re.compile(r"\W*(?:main content|archive of our own(?: beta)?|skip header)\W*\Z", re.IGNORECASE)
_LEAST = 20  # words that a story has between its own start and the next one's


def _by_headers(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find blocks of labels that begin with a title and name something else of the story."""
    found = []
    for at, block in enumerate(blocks):
        rows = [row for near in blocks[at : at + 4] for row in near.text.split("\n") if row.strip()]
        if _TITLE.match(block.text) and any(_field(row) not in {"", "title", "notes"} for row in rows[1:4]):
            found.append(_top_of_header(blocks, at))
    return _worth(blocks, found)


def _by_sites(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find pages of an archive that were pasted one below the other."""
    found: list[int] = []
    for at, block in enumerate(blocks):
        if _SITE.match(block.text):
            above = [near for near in range(max(at - 40, 0), at) if _SITE_TOP.match(blocks[near].text)]
            found.append(min((near for near in above if near > (found[-1] if found else -1)), default=at))
    return _worth(blocks, found)


def _by_ends_of_files(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find the files that a downloader ended with a line of its own, put together by hand."""
    ends = [at for at, block in enumerate(blocks) if block.text.strip() == "End file."]
    nexts = [_next(blocks, at + 1) for at in ends]
    return _worth(blocks, [_next(blocks, 0), *(at for at in nexts if at < len(blocks))]) if ends else ()


def _by_numbers(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find lines that count stories from one on: "Story 1: The Lamp", "One-shot #2"."""
    found = [(at, match) for at, block in enumerate(blocks) if (match := _COUNTED.match(block.text))]
    numbers = [_number(match[1]) for _, match in found]
    return _worth(blocks, [at for at, _ in found]) if numbers == list(range(1, len(found) + 1)) else ()


def _by_titles_with_bylines(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find titles with a by-line right below them, each behind a rule, an end or a wide gap."""
    found = []
    for at, block in enumerate(blocks):
        below = _next(blocks, at + 1)
        if below == len(blocks) or blocks[below].line - block.line > 2 or not titles.byline(blocks[below].text):
            continue
        if titles.is_title(block.text, block.tag) and _is_parted(blocks, at):
            found.append(at)
    return _worth(blocks, found) if found and found[0] in _head(blocks, 3) else ()


def _by_banners(_: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find titles between rules, or in a line of signs, where at least one story before them says that it ends."""
    found = [at for at in range(len(blocks)) if _is_banner(blocks, at)]
    named = [blocks[at + 1 if _RULE_LINE.match(blocks[at].text) else at].text for at in found]
    if not found or found[0] not in _head(blocks, 1) or any(map(titles.is_chapter, named)):
        return ()
    ended = any(_END.match(blocks[_before(blocks, at)].text) for at in found[1:])
    return _worth(blocks, found) if ended else ()


RULES: tuple[Rule, ...] = (
    _by_sites,
    _by_ends_of_files,
    _by_headers,
    _by_numbers,
    _by_titles_with_bylines,
    _by_banners,
)
"""Asked in order, the surest first; the first that finds more than one start is believed."""


def without_count(title: str) -> str:
    """Return a title without the words that count it: "Story 2: The Lamp"."""
    found = _COUNTED.match(title)
    return found["name"].strip() if found and found["name"] else title


def _field(row: str) -> str:
    found = _LABEL.match(row)
    return fields.field_of(found[1]) if found else ""


def _top_of_header(blocks: Sequence[Block], at: int) -> int:
    """Return where a header begins whose title is not its first label."""
    while at and _field(blocks[at - 1].text) and len(blocks[at - 1].text) < 200:
        at -= 1
    return at


def _worth(blocks: Sequence[Block], found: Sequence[int]) -> tuple[int, ...]:
    """Return the starts if each of them has a story behind it."""
    ends = [*found[1:], len(blocks)][: len(found)]
    words = [sum(len(block.text.split()) for block in blocks[at:end]) for at, end in zip(found, ends, strict=True)]
    return tuple(found) if all(count >= _LEAST for count in words) else ()


def _is_parted(blocks: Sequence[Block], at: int) -> bool:
    above = _before(blocks, at)
    if above < 0:
        return True
    gap = blocks[at].line - blocks[above].line
    last = blocks[above]
    return gap > 2 or last.tag == "hr" or _RULE_LINE.match(last.text) is not None or _END.match(last.text) is not None


def _is_banner(blocks: Sequence[Block], at: int) -> bool:
    if _BANNER.match(blocks[at].text):
        return True
    rows = blocks[at : at + 3]
    if len(rows) < 3 or rows[2].line - rows[0].line != 2:
        return False
    between = titles.is_title(rows[1].text, rows[1].tag)
    return between and all(_RULE_LINE.match(row.text) for row in (rows[0], rows[2]))


def _head(blocks: Sequence[Block], count: int) -> list[int]:
    return [at for at, block in enumerate(blocks) if letters(block.text) or _RULE_LINE.match(block.text)][:count]


def _next(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and not blocks[at].text.strip():
        at += 1
    return at


def _before(blocks: Sequence[Block], at: int) -> int:
    """Return the last block above a place that holds something; -1 when there is none."""
    at -= 1
    while at >= 0 and not blocks[at].text.strip() and blocks[at].tag != "hr":
        at -= 1
    return at


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _NUMBERS.split().index(said.lower()) + 1
