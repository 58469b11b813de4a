"""Tell a chapter's heading from a sentence that begins with the word."""

import re

_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORDS = (
    f"(?:twenty|thirty|forty|fifty)(?:[- ](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|the first|the second|the third|the last"
)
_NUMBER = rf"(?:\d{{1,3}}|{_ROMAN}|{_WORDS})"
_KINDS = r"(?:chapter|chap\.?|ch\.|part|book|section|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|глава|rozdział)"
_LABEL = re.compile(rf"(?:{_KINDS}\s+{_NUMBER})(?P<sep>\s*[:.\-–—|]+\s*|\s+[-–—~]\s+|\Z)(?P<title>.*)\Z", re.IGNORECASE)
_EASTERN = re.compile(
    r"(?:第\s?[〇零一二三四五六七八九十百千\d０-９]{1,6}\s?[章回话話节節幕卷]|제\s?\d{1,3}\s?[장화회편]|\d{1,3}\s?화|(?:บทที่|ตอนที่)\s?\d{1,3}"
    r"|الفصل (?:ال\w+|\d{1,3})|פרק (?:[א-ת]{1,3}['׳״]?|\d{1,3}))(?:[\s:：、.·\u3000-]+(?P<title>.*)|\Z)\Z"
)
"""Chapter lines in Chinese, Japanese, Korean, Thai, Arabic and Hebrew."""
_ALONE = re.compile(r"(?:prologue|epilogue|prolog|epilog|interlude|intermission)[.:]?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…,;:]['\"’”»]?\Z")
_LONE_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,6})\.?\Z")
_ORNAMENTS = "*~_=-–—#•✧✦⋆ \u00a0\u3000"


def is_label(text: str) -> bool:
    """Tell whether a line is a heading such as ``Chapter One``, ``PART II: The Weir`` or ``Epilogue``."""
    bare = text.strip(_ORNAMENTS)
    eastern = _EASTERN.match(bare)
    if eastern:
        return len(eastern["title"] or "") <= 30 and not (eastern["title"] or "").endswith(("。", "！", "？", "؟", "."))
    if _ALONE.match(bare):
        return bare[0].isupper()
    match = _LABEL.match(bare)
    if match is None or not bare[0].isupper():
        return False
    title = match["title"]
    if not match["sep"].strip():
        return not title
    return not title or (len(title.split()) <= 10 and not _is_sentence(title) and not title[0].islower())


def is_number(text: str) -> bool:
    """Tell whether a line holds nothing but a small number, in digits or Roman."""
    return _LONE_NUMBER.match(text) is not None and _value(text) > 0


def count_up(numbers: list[str]) -> bool:
    """Tell whether lone numbers are chapters: at least two, counting up from one without a gap."""
    return len(numbers) > 1 and [_value(number) for number in numbers] == list(range(1, len(numbers) + 1))


def _is_sentence(title: str) -> bool:
    return _SENTENCE_END.search(title) is not None and len(title.split()) > 2 and not title.endswith(("?", "!"))


def _value(number: str) -> int:
    """Return the value of a lone number; 0 when its letters are no Roman numeral."""
    bare = number.rstrip(".")
    if bare.isdigit():
        return int(bare)
    if not re.fullmatch(_ROMAN, bare, re.IGNORECASE):
        return 0
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in bare]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
