"""A page while its rows are being set: markup goes out, each row is counted, white space falls as in a browser."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from fic2book import markup
from fic2book.model import Change, Kind, Line
from fic2book.readers.pages.attributes import written
from fic2book.readers.pages.fitting import fitted
from fic2book.readers.pages.inlines import Inline, wanted
from fic2book.readers.pages.row import Row
from fic2book.readers.pages.tags import KEPT_EMPTY, PARENTS

_WHITE = re.compile(r"[ \t\n\r\f]+")
_UNEVEN = re.compile(r"[\t\n\r\f]| {2}")
_DEEPEST = 40
"""Blocks in one another; with rows and inline elements the markup stays below 64 levels."""
_ROOM_OF = {"table": 6, "ul": 3, "ol": 3, "dl": 3, "menu": 3, "dir": 3}
"""Levels that must be free for such a block, or its parts would stand outside it."""


@dataclass(slots=True)
class Galley:
    """What has been set of a page so far."""

    place: str
    """Name of the file inside a book, for the places of rows; empty for a page of its own."""
    number: int
    """Number of the next row."""
    out: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    blocks: list[tuple[str, int, bool]] = field(default_factory=list)
    """Open blocks: tag (empty: not written), place in the markup, whether it has an id."""
    parents: list[str] = field(default_factory=list)
    """Tags of the open blocks that are written."""
    inlines: list[Inline] = field(default_factory=list)
    written: list[Inline] = field(default_factory=list)
    """The inline elements that are open in the markup now."""
    anchors: list[str] = field(default_factory=list)
    """Ids that wait for the next row."""
    row: Row | None = None
    as_typed: int = 0
    in_heading: int = 0
    muted: int = 0
    """Above 0 words are counted as rows and not written: an advertisement."""
    stale: bool = False

    def open_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a block that holds blocks; too deep ones, and parts without their whole, are not written."""
        self.close_row()
        if self.muted or not self._fits(tag, len(self.parents) + _ROOM_OF.get(tag, 0)):
            self.anchors += [attributes["id"]] if "id" in attributes else []
            self.blocks.append(("", 0, False))
            return
        self.parents.append(tag)
        self.blocks.append((tag, len(self.out), "id" in attributes))
        self.out.append(f"<{tag}{written(attributes)}>")

    def close_block(self) -> None:
        """End the innermost block; one without anything in it was nothing, unless links may lead to it."""
        self.close_row()
        tag, at, has_id = self.blocks.pop()
        if tag:
            self.parents.pop()
        if tag and len(self.out) == at + 1 and not has_id:
            self.out.pop()
        elif tag:
            self.out.append(f"</{tag}>")

    def open_row(self, tag: str, attributes: Mapping[str, str], line: int) -> Row:
        """Begin a block that is a row, or several that line breaks part."""
        self.close_row()
        tag = tag if self._fits(tag, 0) else "p"
        self.row = Row(tag, line, len(self.out))
        self._emit(f'<{tag}{written(attributes)} data-line="{self.number}">')
        anchors, self.anchors = self.anchors, []
        for name in anchors:
            self._emit(f"<a{written({'id': name})}></a>")
        return self.row

    def close_row(self) -> None:
        """End the row and its block."""
        row = self.row
        if row is None:
            return
        for inline in reversed(self.written):
            self._emit(f"</{inline.tag}>")
        self.written, self.stale = [], True
        opening = self.out[row.opened_at] if not self.muted else ""
        empty = row.bare and row.part == 0 and len(self.out) == row.opened_at + 1
        self.row = None
        if empty and row.tag not in KEPT_EMPTY and ' id="' not in opening:
            del self.out[row.opened_at :]
            return
        self._count(row)
        self._emit(f"</{row.tag}>")

    def break_row(self, line: int) -> None:
        """End the row with a line break and begin the next one in the same block."""
        row = self.row or self.open_row("p", {}, line)
        self._count(row)
        self._emit(f'<br data-line="{self.number}"/>')
        self.row = Row(row.tag, line, row.opened_at, part=row.part + 1)

    def rule(self, attributes: Mapping[str, str], line: int) -> None:
        """Set a horizontal rule: a row without words."""
        self.close_row()
        self._emit(f'<hr{written(attributes)} data-line="{self.number}"/>')
        self._count(Row("hr", line, 0))

    def picture(self, attributes: Mapping[str, str], line: int) -> None:
        """Set a picture, in a row of its own when none is open."""
        row = self._begun(line)
        self._sync()
        self._emit(f"<img{written(attributes)}/>")
        row.bare, row.space_at = False, -1

    def text(self, words: str, line: int) -> None:
        """Set words as a browser shows them."""
        if self.as_typed:
            self._typed(words, line)
            return
        skipped = 0
        if _UNEVEN.search(words):
            lead = words[: len(words) - len(words.lstrip(" \t\n\r\f"))]
            skipped = lead.count("\n")
            words = _WHITE.sub(" ", words)
        row = self.row
        if words[:1] == " " and (row is None or row.bare or row.space_at >= 0):
            words = words[1:]
        if words:
            self._put(words, line + skipped)

    def instead(self, shown: str, typed: str, line: int) -> None:
        """Set words for others that the file holds; the row keeps the file's."""
        row = self._put(typed, line)
        row.words[-1] = shown
        if shown != typed:
            self.changes.append(Change(rule="emails", kind=Kind.REWRITTEN, line=self.number, before=shown, after=typed))

    def part(self) -> None:
        """Let what follows begin a new row of the same block, for a block inside a heading."""
        if self.row is not None and not self.row.bare:
            self.row.ends = 1

    def push(self, inline: Inline) -> None:
        """Begin an inline element; it is written with the first word in it."""
        self.inlines.append(inline)
        self.stale = True

    def pop(self) -> None:
        """End the innermost inline element; an id that met no word waits for the next row, or stands for itself."""
        inline = self.inlines.pop()
        self.stale = True
        if self.written and self.written[-1] is inline:
            self.written.pop()
            self._emit(f"</{inline.tag}>")
        if inline.id and not inline.used and not self.muted:
            if self.row is None:
                self.anchors.append(inline.id)
            else:
                self._emit(f"<a{written({'id': inline.id})}></a>")

    def _typed(self, words: str, line: int) -> None:
        for at, part in enumerate(words.split("\n")):
            if at and self.row is not None:
                self.row.ends += 1
            if part and (self.row is not None or part.strip()):
                self._put(part, line + at)

    def _begun(self, line: int) -> Row:
        """Return the row that words at ``line`` belong to, behind the line ends typed before them."""
        row = self.row or self.open_row("p", {}, line)
        ends, row.ends = row.ends, 0
        for _ in range(ends if row.part or not row.bare else 0):
            self.break_row(line)
        row = self.row or row
        if row.bare:
            row.line = line
        return row

    def _put(self, words: str, line: int) -> Row:
        row = self._begun(line)
        fit, change = fitted(words, self.number)
        if change:
            self.changes.append(change)
        if not unicodedata.is_normalized("NFC", fit):
            fit = unicodedata.normalize("NFC", fit)
        row.words.append(fit)
        row.bare = False
        row.space_at = -1
        if self.muted:
            self.changes.append(Change(rule="advertisements", kind=Kind.REMOVED, line=self.number, before=fit))
            return row
        self._sync()
        if fit.endswith(" ") and not self.as_typed:
            row.space_at = len(self.out)
        self.out.append(markup.escape(fit))
        return row

    def _sync(self) -> None:
        """Close and open inline elements until those stand open that belong around the next word."""
        if not self.stale or self.muted:
            return
        self.stale = False
        now = wanted(self.inlines)
        same = 0
        while same < min(len(now), len(self.written)) and now[same] is self.written[same]:
            same += 1
        for inline in reversed(self.written[same:]):
            self.out.append(f"</{inline.tag}>")
        for inline in now[same:]:
            self.out.append(inline.opening())
        self.written = now

    def _fits(self, tag: str, levels: int) -> bool:
        """Tell whether a block may stand here: not too deep, and a part only in its whole."""
        parent = self.parents[-1] if self.parents else ""
        return levels < _DEEPEST and parent in PARENTS.get(tag, (parent,))

    def _count(self, row: Row) -> None:
        words = "".join(row.words)
        if row.space_at >= 0:
            self.out[row.space_at] = self.out[row.space_at][:-1]
            words = words.removesuffix(" ")
        place = f"{self.place} line {row.line}".strip() if row.line else self.place
        self.lines.append(Line(number=self.number, text=words, place=place))
        self.number += 1

    def _emit(self, piece: str) -> None:
        if not self.muted:
            self.out.append(piece)
