"""Front matter: the ``---`` YAML or ``+++`` TOML block at the head of a Markdown file, as fans type it."""

import re
import tomllib
from dataclasses import replace
from typing import NamedTuple

import yaml

from fic2book.letters import letters
from fic2book.model import Change, Kind, Line
from fic2book.sources import fields

_LONGEST = 200  # lines; what is longer is a story between two breaks
_KEY = re.compile(r"[\"'“]?([^\W\d][\w /&.'’-]{0,39}?)[\"'”]?\s*[:=：](?=\s|$|[\"“'\[])\s*(.*)\Z")
_CLEAN_VALUE = re.compile(r"(\[.*\]|\{.*\}|\"[^\"\\]*\"|'[^']*'|[|>][+-]?)\s*\Z")
_QUOTED = re.compile(r"[“”„\"](.*)[“”\"]\s*\Z")


RESTORED = "restored"
"""The key by which a file says that its text is finished: nothing in it is guessed or changed."""
_SAYS_RESTORED = re.compile(r"restored\s*:\s*true\s*\Z", re.IGNORECASE)


class Entry(NamedTuple):
    """One key of the block with the lines it takes."""

    key: str
    value: object
    lines: tuple[Line, ...]


class FrontMatter(NamedTuple):
    """What the block said, and where the story's own lines begin."""

    metadata: dict[str, object]
    body_from: int
    """Index of the first line behind the block; 0 when there is no block."""
    changes: tuple[Change, ...]


def split(lines: tuple[Line, ...]) -> FrontMatter:
    """Find and read the block; a ``---`` that closes nowhere, or around prose, is a scene break and stays."""
    start = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    exact = _exact(lines, start)
    if exact:
        return exact
    mark = _mark(lines[start].text) if start < len(lines) else ""
    if not mark:
        return FrontMatter({}, 0, ())
    within = lines[start + 1 : start + 1 + _LONGEST]
    length = next((at for at, line in enumerate(within) if _closes(line.text, mark)), -1)
    block = within[: max(length, 0)]
    if length < 0 or not _has_keys(block):
        return FrontMatter({}, 0, ())
    entries, mended = _entries(block, mark)
    metadata: dict[str, object] = {}
    changes: list[Change] = []
    in_series = any(fields.field_of(entry.key) == "series" for entry in entries)
    for entry in entries:
        field = fields.field_of(entry.key)
        unheard = entry.key in metadata or (field == "number" and not in_series)
        said = (change.after for change in changes)
        unheard = unheard or (field in said and not isinstance(fields.value(field, entry.value), tuple))
        changes.append(_moved(entry, unheard=unheard))
        metadata.setdefault(entry.key, entry.value)
    if mended:
        why = "The front matter is not valid and was read line by line."
        changes.append(_change(Kind.FLAGGED, block[0].number, block[0].text, why))
    return FrontMatter(metadata, start + length + 2, tuple(changes))


def _exact(lines: tuple[Line, ...], start: int) -> FrontMatter | None:
    """Read the block of a file that says it is finished: as YAML, whole; nothing when it is not sound."""
    if start >= len(lines) or lines[start].text.strip() != "---":
        return None
    end = next((at for at in range(start + 1, len(lines)) if lines[at].text.rstrip() == "---"), start)
    block = lines[start + 1 : end]
    if not any(_SAYS_RESTORED.match(line.text) for line in block):
        return None
    try:
        node = yaml.compose("\n".join(line.text for line in block), yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    said = _content(node, 0)
    changes = tuple(_change(Kind.MOVED, line.number, line.text, "front matter") for line in block if line.text.strip())
    return FrontMatter(dict(said) if isinstance(said, dict) else {}, end + 1, changes)


def _mark(text: str) -> str:
    """Return ``-`` or ``+``: word processors turn three hyphens into dashes."""
    bare = text.strip()
    if bare == "+++":
        return "+"
    return "-" if re.fullmatch(r"---|—-?|–-|-–|-—|---", bare) else ""


def _closes(text: str, mark: str) -> bool:
    return _mark(text) == mark or (mark == "-" and text.strip() == "...")


def _has_keys(block: tuple[Line, ...]) -> bool:
    heads = [line.text for line in block if line.text.strip() and line.text[0] not in " \t-#"]
    keys = [found[1] for found in map(_KEY.match, heads) if found]
    return bool(keys) and len(keys) * 2 > len(heads) and any(fields.field_of(key) for key in keys)


def _entries(block: tuple[Line, ...], mark: str) -> tuple[list[Entry], bool]:
    """Read the block key by key, each by YAML or TOML where it is valid, else as ``key: words``."""
    groups: list[list[Line]] = []
    comments: list[list[Line]] = []
    for line in block:
        if groups and line.text.lstrip().startswith("#") and _is_list(groups[-1][0].text):
            comments.append([line])
        elif groups and (not _KEY.match(line.text) or line.text[:1] in " \t"):
            groups[-1].append(line)
        elif line.text.strip():
            groups.append([line])
    entries: list[Entry] = []
    mended = False
    for group in groups:
        if mark == "+":
            comments += _comment_of(group)
        entry = _toml(group) if mark == "+" else _yaml(group)
        mended = mended or entry is None
        entries.append(entry or _words(group))
    return [*entries, *map(_words, comments)], mended


def _is_list(text: str) -> bool:
    """Tell a key whose values stand in the lines below; between them a ``#`` begins a comment."""
    head = _KEY.match(text)
    return head is not None and head[2].strip() in {"", "["}


def _yaml(group: list[Line]) -> Entry | None:
    head = _KEY.match(group[0].text)
    if group[0].text.lstrip().startswith("#") or (head and len(group) > 1 and re.match(r"[^\s|>\[{\"']", head[2])):
        return _words(group)
    try:
        node = yaml.compose("\n".join([_plain_value(group[0].text), *_tidied(group[1:])]), yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return None
    key, content = node.value[0]
    entry = Entry(str(key.value), _content(content, 0), tuple(group))
    return entry if _says_all(entry, group) else None


def _says_all(entry: Entry, group: list[Line]) -> bool:
    """Tell whether a value of several lines has each word of them: YAML drops what stands behind a ``#``."""
    held = letters(str(entry.value))
    return all(letters(word) in held for line in group[1:] for word in line.text.split())


def _plain_value(text: str) -> str:
    """Quote a value that YAML would misread: colons, ``#``, curly quotes, an apostrophe in quotes."""
    found = _KEY.match(text)
    if not found or not found[2] or _CLEAN_VALUE.match(found[2]):
        return text
    curly = _QUOTED.match(found[2].strip())
    inner = curly[1] if curly else found[2].strip()
    return f"'{found[1]}': '" + inner.replace("'", "''") + "'"


def _tidied(lines: list[Line]) -> list[str]:
    tidy: list[str] = []
    for line in lines:
        text = line.text.replace("\t", "  ")
        item = re.match(r"(\s*-\s+)(.*\S)\s*\Z", text)
        if item and not _CLEAN_VALUE.match(item[2]) and not re.match(r"(name|title)\s*:\s", item[2]):
            curly = _QUOTED.match(item[2])
            text = item[1] + "'" + (curly[1] if curly else item[2]).replace("'", "''") + "'"
        tidy.append(text)
    return tidy


def _content(node: yaml.Node, depth: int) -> object:
    if isinstance(node, yaml.ScalarNode) or depth > 3:
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_content(item, depth + 1) for item in node.value]
    return {str(key.value): _content(item, depth + 1) for key, item in node.value}


def _toml(group: list[Line]) -> Entry | None:
    try:
        table = tomllib.loads("\n".join(line.text for line in group))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    if len(table) != 1:
        return None
    key, value = next(iter(table.items()))
    return Entry(key, value, tuple(group))


def _comment_of(group: list[Line]) -> list[list[Line]]:
    """Take the comment off a line of TOML, and return it as a line of its own."""
    line = group[0]
    if len(group) > 1 or _toml(group) is None:
        return []
    ends = (at for at, sign in enumerate(line.text) if sign == "#")
    at = next((at for at in ends if _toml([replace(line, text=line.text[:at])]) is not None), -1)
    if at <= 0:
        return []
    group[0] = replace(line, text=line.text[:at])
    return [[replace(line, text=line.text[at:])]]


def _words(group: list[Line]) -> Entry:
    found = _KEY.match(group[0].text)
    key = found[1] if found else ""
    first = (found[2] if found else group[0].text).strip().strip("\"'“”[]")
    rest = [line.text.strip() for line in group[1:] if line.text.strip()]
    items = [text.removeprefix("- ").strip("\"'“”") for text in rest]
    value: object = items if not first and all(text.startswith("- ") for text in rest) else " ".join([first, *rest])
    return Entry(key, value, tuple(group))


def _moved(entry: Entry, *, unheard: bool) -> Change:
    place = "" if unheard else fields.field_of(entry.key)
    known = place == "number" or (place and fields.value(place, entry.value) is not None)
    before = "\n".join(line.text for line in entry.lines).rstrip()
    return _change(Kind.MOVED, entry.lines[0].number, before, place if known else "front matter")


def _change(kind: Kind, line: int, before: str, after: str) -> Change:
    return Change(rule="front_matter", kind=kind, line=line, before=before, after=after)
