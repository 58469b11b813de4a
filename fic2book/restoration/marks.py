"""Tell a scene-break mark from a line of story that only looks like one."""

import re
import unicodedata

from fic2book.letters import letters

_LONGEST = 120
_WEAK = frozenset(".:;,·'’`´()[]{}°")
"""Part of many ornaments, but none by themselves."""
_SOLO = frozenset("*#-–—―~§¶•⁂※❦❧☙＊＃～〜")
"""One of these alone on a line is a mark."""
_THREE = frozenset("%&@$^|<>=+_/\\")
"""Need company: one alone is an operator, a currency, an emoticon's part."""
_TALK = frozenset('?!…"“”„«»‘,')
"""With one of these a line says something."""
_NOT_ORNAMENTS = frozenset("©®™№℠☺☹✓✔✗✘✅❌❓❗❤♿")
_FACES = re.compile("[\U0001f440-\U0001f4ff\U0001f600-\U0001f64f\U0001f900-\U0001f97a\U0001f9b0-\U0001f9ff]")
"""Faces, hands, people and things: a message in a chat story, not an ornament."""
_SMILEYS = re.compile(
    r"[<>]?[:;=8x][-'^o]?[()\[\]/\\|*DPp3]|(?P<eye>[*^~=>+@#.;u$-])[_.](?:(?P=eye)|<)|\^\^+|<3|\\o/|\(.{1,3}_.{1,3}\)"
)
_ORNAMENT_LETTERS = frozenset("ღஐﾟʚɞ๑ಌ")
"""Letters of their scripts, used by fans as hearts, flowers and wings."""
_X = re.compile(r"[xX]{3,}\Z")
_O = re.compile(r"(?!Oo+\Z)[oO0]*[oO][oO0]*\Z")
_XO = re.compile(r"[xXoO0]+\Z")
_WORDS = re.compile(
    r"\W*(?:(?:insert )?(?:line|page|scene|section) ?break(?: here)?|horizontal (?:line|rule))\W*\Z", re.I
)
"""Fans write the words where a site takes the rule away."""
_TELLS = re.compile(r"[^\W\d_xXoO]{2}")
"""Two letters that no mark is made of: a quick no for almost every line."""
_SPACE = re.compile(r"[\s\u200b\ufe0e\ufe0f\u200d]+")


def is_mark(text: str) -> bool:
    """Tell whether a line is a scene-break mark and nothing else (``* * *``, ``oOo``, ``⁂``, ``-X-X-``)."""
    line = text.strip()
    if not line or len(line) > _LONGEST or (_TELLS.search(line) and not _WORDS.match(line)):
        return False
    compact = _SPACE.sub("", line)
    if _SMILEYS.fullmatch(compact) or _TALK.intersection(compact):
        return False
    said = "".join(character for character in compact if character.isalnum() and character not in _ORNAMENT_LETTERS)
    if said:
        return _is_lettered(compact, said, line)
    return _is_ornament(compact)


def is_kiss(text: str) -> bool:
    """Tell whether a mark is made of x and o only, which under a signature is a kiss."""
    return _XO.match(_SPACE.sub("", text)) is not None and "x" in text.lower()


def _is_ornament(compact: str) -> bool:
    if len(compact) == 1:
        return compact in _SOLO or _is_symbol(compact)
    strong = [character for character in compact if character not in _WEAK]
    if not strong:
        return (len(compact) > 2 and {".", ":"} <= set(compact)) or compact.startswith(":::") or _is_dots(compact)
    if not all(character in _SOLO or character in _THREE or _is_symbol(character) for character in strong):
        return False
    if len(strong) == 2 and strong[0] == strong[1] and compact[1:-1] in {"...", "....", "…"}:
        return False
    if set(strong) <= _THREE:
        return len(strong) >= 3 or compact in {"//", "\\\\", "||", "__", "=="}
    return _is_balanced(compact)


def _is_dots(compact: str) -> bool:
    return len(compact) > 1 and set(compact) <= {"·", "°"}


def _is_balanced(compact: str) -> bool:
    return all(compact.count(opening) == compact.count(closing) for opening, closing in ("()", "[]", "{}"))


def _is_symbol(character: str) -> bool:
    if character in _ORNAMENT_LETTERS or character in _SOLO or character in "·⁕⁑๑༺༻꧁꧂。｡・":
        return True
    if character.isascii() or character in _NOT_ORNAMENTS or _FACES.match(character) or letters(character):
        return False
    return unicodedata.category(character) in {"So", "Sm", "Sk", "Pd", "Mn"}


def _is_lettered(compact: str, said: str, line: str) -> bool:
    if _WORDS.match(line):
        return True
    if re.fullmatch(r"(?:<3){3,}", compact):
        return True
    if not _XO.match(said):
        return False
    if said == compact:
        return _is_run(said)
    return _is_framed(compact, said)


def _is_run(said: str) -> bool:
    if len(said) < 3 or said.isdigit():
        return False
    if _X.match(said):
        return True
    if _O.match(said):
        return True
    return len(said) >= 8 or said.lower() == "oxo"


def _is_framed(compact: str, said: str) -> bool:
    """Judge letters among ornaments: ``-X-X-``, ``~oOo~``, ``x-x-x``; not ``x_x``, ``-0``, ``[x]``, ``0.0``."""
    ornaments = set(compact) - set(said)
    if not ornaments <= set("-–—~*=._:#+|•·/") or compact in {"\\o/", "o/"}:
        return False
    if said.strip("0") == "":
        return len(said) >= 2 and not compact[0].isalnum() and not compact[-1].isalnum()
    if not compact[0].isalnum() and not compact[-1].isalnum():
        return compact[0] not in ":/" or len(compact) > 3
    return len(said) >= 3
