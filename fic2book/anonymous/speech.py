"""Which words of a row may stay: a site's own, a label's, and none of the story's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fic2book.anonymous.letters import is_known, replaced
from fic2book.letters import letters
from fic2book.restoration.marks import is_mark

_LABEL = re.compile(r"(\W*[^\W\d_][^:：\n]{0,38}[:：])(?=\s|\Z|\W)(.*)\Z", re.DOTALL)
_BYLINE = re.compile(r"(\W*by\s+)(.*)\Z", re.IGNORECASE | re.DOTALL)
_SHORTEST = 4
"""Signs of a site's words that are looked for inside a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What the reading knows of a file's rows: which words in them are a site's."""

    told: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    """The same as letters only, for quotes and dashes may have changed."""
    story: str = ""
    """The letters of the stories; a row of theirs keeps no word."""

    @staticmethod
    def of(rows: tuple[str, ...], stories: Iterable[str]) -> "Speech":
        """Know a site's rows, and the text of the stories."""
        told = {row for row in rows if len(row) >= _SHORTEST}
        return Speech(
            told=tuple(sorted(told, key=lambda row: (-len(row), row))),
            whole=frozenset(map(letters, rows)),
            story="\0".join(map(letters, stories)),
        )

    def replaced(self, row: str, encoding: str = "utf-8") -> str:
        """Return a row (a line, a text between tags) with other letters."""
        if is_mark(row):
            return row
        if self._is_a_sites(row) or letters(row) in self.story:
            return replaced(row, keep=self._is_a_sites(row), encoding=encoding)
        for words in self.told:
            if words in row:
                head, _, tail = row.partition(words)
                kept = replaced(words, keep=True, encoding=encoding)
                return self.replaced(head, encoding) + kept + self.replaced(tail, encoding)
        found = _LABEL.match(row) or _BYLINE.match(row)
        if found and is_known(found[1]):
            return found[1] + self.replaced(found[2], encoding)
        return replaced(row, keep=False, encoding=encoding)

    def _is_a_sites(self, row: str) -> bool:
        bare = letters(row)
        return bare in self.whole or (bare not in self.story and is_known(row))
