"""anthology.toml as people save it: Notepad's BOM, TextEdit's curly quotes, and a mistake shown with the right line."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fic2book.config.toml import quoted
from fic2book.errors import SettingsError

FILE_NAME = "anthology.toml"
_PLACE = re.compile(r"\(at line (\d+)")
_KEY_AND_VALUE = re.compile(r"(\s*[\w-]+\s*)[=:]\s*(.*?)\s*$")
_CURLY_SINGLE_END = re.compile(r"[‘’](?=\s*(?:[,\]}#]|$))")


class Manner(NamedTuple):
    """How a person's editor saves a file."""

    encoding: str
    line_end: str


_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"), (b"", "utf-8"))


def read_toml(place: Path) -> tuple[str, dict[str, object]]:
    """Return the file's text (with straight delimiters) and its tables; a mistake is a ``SettingsError``."""
    text, _ = decoded(place.read_bytes())
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        text = "\n".join(_with_straight_delimiters(line) for line in text.split("\n"))
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(error, text, place.name) from None


def decoded(raw: bytes) -> tuple[str, Manner]:
    """Return a file's text with line feeds for line ends, and the manner in which it is to be saved again."""
    encoding = next(name for mark, name in _ENCODINGS if raw.startswith(mark))
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = raw.decode(encoding, errors="replace")
    ends = {end: text.count(end) for end in ("\r\n", "\n", "\r")}
    ends["\n"] -= ends["\r\n"]
    ends["\r"] -= ends["\r\n"]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain, Manner(encoding, max(ends, key=lambda end: ends[end]) if any(ends.values()) else "\n")


def encoded(text: str, manner: Manner) -> bytes:
    """Return a text as bytes in the manner of the file that it came from; UTF-8 where that cannot hold it."""
    lines = text.replace("\n", manner.line_end)
    try:
        return lines.encode(manner.encoding)
    except UnicodeEncodeError:
        return lines.encode("utf-8")


def line_of(text: str, key: str, *, after: int = 0) -> int:
    """Return the 1-based line that sets ``key`` first after line ``after``; 0 when there is none."""
    return next(_matching(text, rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", after), 0)


def line_of_header(text: str, table: str, nth: int = 1) -> int:
    """Return the 1-based line of the ``nth`` header ``[[table]]`` (or ``[table]``); 0 when there is none."""
    found = list(_matching(text, rf"\s*\[+\s*{re.escape(table)}\s*\]+", 0))
    return found[nth - 1] if len(found) >= nth else 0


def _matching(text: str, pattern: str, after: int) -> Iterator[int]:
    for number, line in enumerate(text.split("\n"), 1):
        if number > after and re.match(pattern, line):
            yield number


def _with_straight_delimiters(line: str) -> str:
    """Turn “…” and ‘…’ into TOML strings where they stand for delimiters, not inside a straight string."""
    out, at = [], 0
    while at < len(line):
        sign = line[at]
        end = _end_of_string(line, at)
        if end < 0 or sign == "#":
            out.append(line[at:] if sign == "#" else sign)
            at = len(line) if sign == "#" else at + 1
            continue
        inner = line[at + 1 : end]
        out.append(quoted(inner) if sign in "“”„‘’" else line[at : end + 1])
        at = end + 1
    return "".join(out)


def _end_of_string(line: str, at: int) -> int:
    if line[at] in "“”„":
        return next((n for n in range(at + 1, len(line)) if line[n] in "“”"), -1)
    if line[at] in "‘’":
        found = _CURLY_SINGLE_END.search(line, at + 1)
        return found.start() if found else -1
    if line[at] in "\"'":
        return line.find(line[at], at + 1)
    return -1


def _explained(error: tomllib.TOMLDecodeError, text: str, name: str) -> SettingsError:
    """Say which line is wrong, why in a person's words, and how the line should read."""
    found = _PLACE.search(str(error))
    lines = text.split("\n")
    number = min(int(found.group(1)) if found else len(lines), len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    line = lines[number - 1]
    right = _right_line(line)
    way_out = f"It should read: {right}" if right else "Words stand between double quotes, one setting a line."
    way_out = "Keep one of the two." if "overwrite" in str(error) else way_out
    return SettingsError(f"line {number} ({line.strip()}) {_reason(line, str(error))}", file=name, way_out=way_out)


_REASONS = (
    (re.compile(r"=\s*\"[^\"]*\\"), "holds a backslash, which has a meaning of its own between double quotes"),
    (re.compile(r"=\s*'[^']*'[^',\]\s#]"), "has an apostrophe between single quotes"),
    (re.compile(r"=\s*\"[^\"]*\"[^\",\]\s#]"), "has a double quote inside double quotes"),
    (re.compile(r"=\s*[\"'][^\"']*$"), "lacks its closing quote"),
    (re.compile(r"=\s*[^\"'\[{\d]*[\"']\s*$"), "lacks its opening quote"),
    (re.compile(r"=\s*$"), "says nothing after the equals sign"),
    (re.compile(r"^[^=]*$"), "has no equals sign"),
    (re.compile(r"=\s*[^\"'\[{\d]"), "has no quotes round its words"),
)


def _reason(line: str, said: str) -> str:
    if "overwrite" in said:
        return "says again what an earlier line says"
    return next((words for pattern, words in _REASONS if pattern.search(line)), "cannot be understood")


def _right_line(line: str) -> str:
    """Return the line as it was probably meant, if that is a line TOML can read; else nothing."""
    found = _KEY_AND_VALUE.match(line)
    if not found or found.group(2).startswith(("[", "{")):
        return ""
    words = found.group(2).strip("\"'“”‘’").strip()
    if found.group(1).strip() in {"file", "foreword", "afterword", "cover", "css"}:
        words = words.replace("\\", "/")
    right = f"{found.group(1).strip()} = {quoted(words)}"
    try:
        tomllib.loads(right)
    except tomllib.TOMLDecodeError:
        return ""
    return right if words else ""
