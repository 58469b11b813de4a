"""A section's text as one stream of signs, and the way back from a sign to its place in the tree."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Element
from fic2book.walk.joined_letters import folded

_DIGITS = re.compile(r"\d+")
_CHUNK = re.compile(r"\S+")
_IN_PRINT_ONLY_NUMBERS = frozenset({"locator", "index-joint"})
"""Classes of what paper says in page numbers: an index's places."""
_JOINTS = frozenset("-‐‑'’\u00ad\u200c\u200d")
"""What stands inside words: hyphens, apostrophes, signs that are not seen."""
_OPENING = frozenset("\"'¿¡")
_WITHOUT_SPACES = ("THAI ", "LAO ", "KHMER ", "MYANMAR ", "TIBETAN ")
_LONGEST = 80
"""Characters of a word that is kept whole: what is longer runs over lines, and the page's own first letter counts."""


class Place(NamedTuple):
    """A character of a text in a tree, or, with ``at`` -1, the place before an element."""

    element: Element
    is_behind: bool
    """Whether the text behind the element is meant, not the one inside it."""
    at: int


def before(element: Element) -> Place:
    """Return the place before an element."""
    return Place(element, is_behind=False, at=-1)


class _Text(NamedTuple):
    element: Element
    is_behind: bool
    text: str
    line: int
    """Texts of one line are inline content of the same block."""


def signs(text: str) -> str:
    """Return a text's letters without figures: notes' calls, folios and lists' numbers differ between outputs."""
    return without_figures(folded(text))


def without_figures(text: str) -> str:
    """Return a text without its figures."""
    return _DIGITS.sub("", text)


class Stream:
    """All text inside some trees, in reading order."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self.texts: list[_Text] = []
        self.pictures: list[tuple[Element, int]] = []
        """Each picture, and how many texts stand before it."""
        self._gather(roots)
        runs = [signs(one.text) for one in self.texts]
        self.signs = "".join(runs)
        self.ends = list(accumulate(map(len, runs)))

    def text(self) -> str:
        """Return all the text, block by block."""
        before = (-1, *(one.line for one in self.texts))
        return "".join("\n" * (line != one.line) + one.text for line, one in zip(before, self.texts, strict=False))

    def beginning(self) -> Place:
        """Return the place of the first text or picture."""
        first = next((place for place, one in enumerate(self.texts) if one.text.strip()), len(self.texts))
        picture = next((image for image, before in self.pictures if before <= first), None)
        return before(picture) if picture is not None else self._place(first, 0)

    def before_picture(self, number: int) -> Place:
        """Return the place before a picture."""
        return before(self.pictures[number][0])

    def comes_first(self, number: int, sign: int) -> bool:
        """Tell whether a picture stands right before a sign, with no other sign between."""
        if number >= len(self.pictures):
            return False
        texts = self.pictures[number][1]
        return (self.ends[texts - 1] if texts else 0) == sign

    def at(self, sign: int, lead: str) -> Place:
        """Return where a page begins that begins with ``lead``, all that is no sign of ours, and then with a sign.

        A word that begins on the page before is the page's own, as a whole.
        """
        text = min(bisect_right(self.ends, sign), len(self.texts) - 1)
        before = self.ends[text] - len(signs(self.texts[text].text))
        place, at = text, _character(self.texts[text].text, sign - before)
        led = self._led(place, at, lead)
        return self._place(*(led or self._word(place, at)))

    def _place(self, text: int, at: int) -> Place:
        one = self.texts[text]
        return Place(one.element, one.is_behind, at)

    def _led(self, text: int, at: int, lead: str) -> tuple[int, int] | None:
        """Return where a lead begins that ends before a character, as much of it as stands there."""
        rest = _seen(lead)
        found = None
        for place, char_at, char in self._back(text, at):
            seen = _seen(char)
            if not seen:
                continue
            if not rest or not rest.endswith(seen) or signs(char):
                break
            rest = rest[: -len(seen)]
            found = place, char_at
        return found

    def _word(self, text: int, at: int) -> tuple[int, int]:
        """Return where the word begins that goes on at a character, an opening sign that is joined to it included."""
        first, line = (text, at), self.texts[text].line
        here = self.texts[text].text[at : at + 1]
        length = 0
        for place, char_at, char in self._back(text, at):
            if self.texts[place].line != line or not _goes_on(char, here):
                break
            first, here, length = (place, char_at), char, length + 1
        if first == (text, at) or length > _LONGEST:
            return text, at
        for place, char_at, char in self._back(*first):
            if self.texts[place].line != line or not (char in _OPENING or unicodedata.category(char) in {"Ps", "Pi"}):
                break
            first = place, char_at
        return first

    def _back(self, text: int, at: int) -> Iterator[tuple[int, int, str]]:
        """Yield the characters before a place, the nearest first: text, place in it, character."""
        for place in range(text, -1, -1):
            run = self.texts[place].text
            for char_at in range((at if place == text else len(run)) - 1, -1, -1):
                yield place, char_at, run[char_at]

    def _gather(self, roots: Iterable[Element]) -> None:
        line = 0
        for root in roots:
            line += 1
            hidden: Element | None = None
            for element, is_behind in markup.text_places(root):
                if hidden is None and not is_behind and _is_hidden(element):
                    hidden = element
                elif element is hidden and is_behind:
                    hidden = None
                line += element.tag in markup.BLOCKS or element.tag == "br"
                if element.tag == "img" and not is_behind:
                    self.pictures.append((element, len(self.texts)))
                text = element.tail if is_behind else element.text
                if text and hidden is None:
                    self.texts.append(_Text(element, is_behind, text, line))


def _is_hidden(element: Element) -> bool:
    return bool(_IN_PRINT_ONLY_NUMBERS & set((element.get("class") or "").split()))


def _seen(text: str) -> str:
    """Return the characters that can be seen, as compatibility writes them; dashes and hyphens of all kinds as one."""
    plain = unicodedata.normalize("NFKC", text)
    kept = (char for char in plain if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"})
    return "".join("-" if unicodedata.category(char) == "Pd" else char for char in kept)


def _character(text: str, sign: int) -> int:
    """Return the place of the character that brings sign number ``sign`` of a text."""
    done = 0
    for chunk in _CHUNK.finditer(text):
        run = len(signs(chunk[0]))
        if done + run > sign:
            ends = range(1, len(chunk[0]) + 1)
            return chunk.start() + bisect_right(ends, sign - done, key=lambda end: len(signs(chunk[0][:end])))
        done += run
    return len(text)


def _goes_on(before: str, here: str) -> bool:
    """Tell whether a word goes on from one character to the next."""
    return _is_of_word(before) and not (_stands_alone(before) or _stands_alone(here))


def _is_of_word(char: str) -> bool:
    return char in _JOINTS or unicodedata.category(char)[0] in "LMN"


def _stands_alone(char: str) -> bool:
    """Tell whether a character is of a script that is written without spaces: there a line ends between any two."""
    if char.isascii():
        return False
    return unicodedata.east_asian_width(char) in "WF" or unicodedata.name(char, "").startswith(_WITHOUT_SPACES)
