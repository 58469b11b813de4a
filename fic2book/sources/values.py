"""Single values as people write them: lists with commas, names, dates, languages, word counts."""

import re

from fic2book.sources.languages import LONGEST_FIRST, TAGS

_BRACKETS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", '"': '"'}
_TITLES_AFTER_NAMES = re.compile(r"(jr|sr|ii|iii|iv|phd|esq)\.?\Z", re.IGNORECASE)
_AND = re.compile(r"(?<!\s)\s+(?:and|&|with|und|et)\s+", re.IGNORECASE)
_COUNT = re.compile(r"\D{0,12}?(\d[\d.,  '’]*)\s*([km]?)\b", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s]\d{1,2}:\d{2}.*)?\Z")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\Z")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\Z", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z", re.IGNORECASE)
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*\Z", re.IGNORECASE)


def commas(line: str) -> tuple[str, ...]:
    """Split at commas and semicolons, but not inside quotes, brackets or numbers."""
    parts = [""]
    closing = ""
    for at, char in enumerate(line):
        if closing:
            closing = "" if char == closing else closing
        elif char in _BRACKETS and line.find(_BRACKETS[char], at + 1) > at:
            closing = _BRACKETS[char]
        elif char in ",;" and not re.match(r"\d[,;]\d", line[max(at - 1, 0) : at + 2]):
            parts.append("")
            continue
        parts[-1] += char
    return tuple(part.strip().strip('"').strip() for part in parts if part.strip())


def names(line: str) -> tuple[str, ...]:
    """Split a by-line into authors: at commas, "and" and "&"; a name's "Jr." stays with it."""
    found: list[str] = []
    for part in commas(line):
        if found and _TITLES_AFTER_NAMES.match(part):
            found[-1] += f", {part}"
        else:
            found += [name.strip() for name in _AND.split(re.sub(r"^(and|&)\s+", "", part)) if name.strip()]
    return tuple(found)


def language(said: str) -> str:
    """Return the BCP 47 tag for a language's name or tag; empty when it is neither.

    The Archive writes some in two scripts: ``Kurdî | کوردی``.
    """
    wanted = said.lower().partition(" | ")[0].strip()
    known = TAGS.get(wanted)
    if known:
        return known
    if _TAG.match(said) and (len(said) < 4 or "-" in said):
        first, *rest = said.split("-")
        return "-".join([first.lower(), *(_subtag(part) for part in rest)])
    return next((TAGS[name] for name in LONGEST_FIRST if wanted.startswith((f"{name} ", f"{name}-"))), "")


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 else part.lower()


def date(said: str) -> str:
    """Return a date as ISO as far as it is sure; 3/4/2019 is only 2019, for who knows which is the month."""
    iso = _ISO.match(said)
    if iso:
        return _iso(iso[1], iso[2], iso[3])
    numbers = _NUMBERS.match(said)
    if numbers:
        return _from_numbers(int(numbers[1]), int(numbers[3]), numbers[4], dotted=numbers[2] == ".")
    first = _DAY_FIRST.match(said)
    day, month, year = (first[1], first[2], first[3]) if first else (None, "", "")
    second = None if first else _MONTH_FIRST.match(said)
    if second:
        month, day, year = second[1], second[2], second[3]
    if month[:3].lower() in _MONTHS:
        return _iso(year, str(_MONTHS.index(month[:3].lower()) + 1), day)
    return ""


def _from_numbers(first: int, second: int, year: str, *, dotted: bool) -> str:
    if dotted or first > 12:
        return _iso(year, str(second), str(first))
    if second > 12 or first == second:
        return _iso(year, str(first), str(second))
    return year


def _iso(year: str, month: str | None, day: str | None) -> str:
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    if not day:
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(day) <= 31 else ""


def word_count(said: str) -> int:
    """Return a stated number of words: "4,559", "1.2k", "~2000 words", "4.3k (p.1)"; 0 when there is none."""
    found = _COUNT.match(said)
    if not found:
        return 0
    digits, unit = found[1].rstrip(" .,'’"), found[2].lower()
    if unit:
        number = re.match(r"\d+(?:[.,]\d+)?", digits)
        return round(float(number[0].replace(",", ".")) * {"k": 1_000, "m": 1_000_000}[unit]) if number else 0
    grouped = re.match(r"\d{1,3}(?:[.,  '’]\d{3})+(?!\d)", digits)
    plain = re.match(r"\d+", digits)
    return int(re.sub(r"\D", "", (grouped or plain or [""])[0]) or 0)
