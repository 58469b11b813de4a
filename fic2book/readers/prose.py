"""Markdown as story writers type it: lines that its rules would misread are told apart before it is read."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_BREAK = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*\Z")
_RULE = re.compile(r"[-=]+\s*\Z")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,3}\.)\s+\S")
_NUMBERED = re.compile(r"\s*(\d+)\.(?=\s)")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
_SPECIAL = re.compile(r"\s*(?:[-+*]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||\[\^?[^\]]+\]:)|\s*$")
_SENTENCE_END = re.compile(r"[.!?…:;,—–-][\"'”’»)*_\]]*\s*\Z|[”»\"]\s*\Z")
_LONGEST_HEADING = 60
_LONGER_THAN_WRAPPED = 120
_OWN_PARAGRAPHS = 0.7  # of the lines that follow one another end a sentence; hard wraps stay below 0.3
_EMPTY_NOTE = re.compile(r"\s{0,3}\[\^[^\]]+\]:\s*\Z")


def mend(lines: Sequence[str]) -> list[str]:
    """Return lines that Markdown reads as the writer meant them; no letter is changed, lines may be added."""
    lines = list(_named_once(lines))
    own = _each_line_is_a_paragraph(lines)
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    mended: list[str] = []
    inside = False
    for at, raw in enumerate(lines):
        line = _code_in_line(raw.expandtabs(4))
        if "`" not in line:
            line = line.replace("[^]", "\\[^]")  # a footnote without a name is none
        before = lines[at - 1] if at else ""
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if _EMPTY_NOTE.match(line) and re.match(r"#|[-+*]\s|>|\d{1,3}\.\s", after):
            line = f"\\{line.lstrip()}"  # a heading or a list below is no part of it
        if before.rstrip().endswith("]") and line.startswith("[") and line[1:2] != "^":
            line = f"\\{line}"  # no link goes on in the next line
        lone = _is_lone_number(lines, at)
        inside = not lone and _stays_inside(line, before, inside=inside)
        if not inside:
            line = line.lstrip(" ")
        if lone:
            line = line.replace(".", "\\.", 1)
        mended += _breaks(line, before, first=at == first + 1)
        mended[-1] = mended[-1] if inside else _escaped(mended[-1])
        if (own and _is_prose(raw) and _is_prose(after)) or _BREAK.match(raw) or _parts(raw, after):
            mended.append("")
    return mended


def _named_once(lines: Sequence[str]) -> Iterator[str]:
    """Escape a footnote's name that is used again: Markdown would drop the first note's words."""
    names: set[str] = set()
    for line in lines:
        note = _FOOTNOTE.match(line.strip())
        if note and note[0] in names:
            yield from ("", line.lstrip().replace("[", "\\[", 1))
        else:
            yield line
        names.update([note[0]] if note else [])


def _code_in_line(line: str) -> str:
    """Escape a backtick without a partner in its line: as code it would swallow the lines below."""
    if line.count("`") % 2 == 0:
        return line
    before, _, after = line.rpartition("`")
    return f"{before}\\`{after}"


def _each_line_is_a_paragraph(lines: Sequence[str]) -> bool:
    pairs = [one for one, two in pairwise(lines) if _is_prose(one) and _is_prose(two)]
    joined = [one for one in pairs if not one.endswith(("  ", "\\"))]
    ends = sum(1 for one in joined if len(one) > _LONGER_THAN_WRAPPED or _SENTENCE_END.search(one))
    return bool(joined) and ends >= len(joined) * _OWN_PARAGRAPHS


def _is_prose(line: str) -> bool:
    return not _SPECIAL.match(line) and not _BREAK.match(line) and not _RULE.match(line)


def _parts(line: str, after: str) -> bool:
    """Tell a lone hyphen between lines, and prose above a line that is set in as new paragraphs are."""
    return re.fullmatch(r"\s*-{1,2}\s*", line) is not None or (
        _is_prose(line) and _is_prose(after) and re.match(r"   |\t", after) is not None and not line[0].isspace()
    )


def _stays_inside(line: str, before: str, *, inside: bool) -> bool:
    """Tell whether a line belongs to a list or a footnote, where indentation means something."""
    if _ITEM.match(line) or _FOOTNOTE.match(line):
        return not (line.startswith("    ") and not inside) and not _BREAK.match(line)
    return inside and not (not before.strip() and line.strip() and not line.startswith(" "))


def _breaks(line: str, before: str, *, first: bool) -> list[str]:
    """Part scene breaks from the prose above them, which would become a heading."""
    if _BREAK.match(line) and not ("-" in line and _underlines(line, before, first=first)):
        return ["", "***"] if before.strip() else ["***"]
    if _RULE.match(line) and before.strip() and not _underlines(line, before, first=first):
        return ["", line]
    return [line]


def _underlines(line: str, above: str, *, first: bool) -> bool:
    """Tell a heading's underline (short line, no sentence) from a break typed under a paragraph."""
    bare = above.strip()
    if not bare or len(line.strip()) < 3 or len(bare) > _LONGEST_HEADING or not _is_prose(above):
        return False
    return " " not in line.strip() and (
        "=" in line or (first and all(word[0].isupper() for word in bare.split())) or not _SENTENCE_END.search(bare)
    )


def _is_lone_number(lines: Sequence[str], at: int) -> bool:
    """Tell ``1987. A good year.`` and ``7. Seven``, standing alone, from the items of a list."""
    number = _NUMBERED.match(lines[at])
    if not number:
        return False
    above = next((lines[row] for row in range(at - 1, -1, -1) if lines[row].strip()), "")
    below = next((lines[row] for row in range(at + 1, len(lines)) if lines[row].strip()), "")
    if len(number[1]) > 3:
        return True
    if any(near[:1] in {" ", "\t"} for near in (above, below)):
        return False
    follows, leads = _NUMBERED.match(above), _NUMBERED.match(below)
    here = int(number[1])
    return not (follows and here - int(follows[1]) in {0, 1}) and not (leads and int(leads[1]) - here in {0, 1})


def _escaped(line: str) -> str:
    if line.startswith("#") and not re.match(r"#{1,6}\s+\S", line):
        return "\\" + line
    if re.match(r">[:;._<]|[-+*]\s*\Z", line):
        return "\\" + line
    if line.endswith("\\") and not line.endswith("\\\\"):
        return line[:-1] + "  "
    return line
