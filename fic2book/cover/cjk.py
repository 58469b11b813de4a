"""Where a line of Chinese or Japanese may end: between words as far as the writing shows them, never before a mark."""

_HIRAGANA = range(0x3041, 0x30A0)
_KATAKANA = range(0x30A0, 0x3100)
_HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32000))
_NOT_FIRST = frozenset(
    "、。，．・：；！？ー々ゝヽ」』）】〉》〕…‥～〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.!?:;)”’"
)
"""Marks that close, small kana and signs that lengthen or repeat: none begins a line."""
_NOT_LAST = frozenset("「『（【〈《〔(“‘")


def pieces(word: str) -> list[str]:
    """Return the parts of an unspaced text between which a line may end; a word of another script is one part.

    Japanese is divided behind kana that end a word, as a reader pauses; text of Chinese characters alone anywhere.
    """
    kana = any(ord(sign) in _HIRAGANA for sign in word)
    parts, start = [], 0
    for place in range(1, len(word)):
        if _may_end(word[place - 1], word[place], kana=kana):
            parts.append(word[start:place])
            start = place
    return [*parts, word[start:]]


def _may_end(last: str, next_: str, *, kana: bool) -> bool:
    if next_ in _NOT_FIRST or last in _NOT_LAST or not (is_written_so(last) or is_written_so(next_)):
        return False
    if last in _NOT_FIRST and not last.isalpha():
        return True
    if kana:
        return ord(last) in _HIRAGANA and ord(next_) not in _HIRAGANA
    return not (ord(last) in _KATAKANA and ord(next_) in _KATAKANA)


def is_written_so(sign: str) -> bool:
    """Tell whether a sign is one of Chinese or Japanese, or a mark of theirs."""
    code = ord(sign)
    marks = 0x3000 <= code < 0x3040 or 0xFF00 <= code < 0xFF70
    return marks or code in _HIRAGANA or code in _KATAKANA or any(code in block for block in _HAN)
