"""Label lines: ``pairing: …``, ``Rating: …``, ``⟶ … | …``, in a block at the head of a paste."""

import re
from typing import NamedTuple

from fic2book.model import Note, NoteKind, Place
from fic2book.sources import fields, lines
from fic2book.sources.lines import Paste
from fic2book.sources.values import word_count

_LABEL = re.compile(r"(?:[^\w:：]|_){0,8}?([^\W\d_][\w '’/.&()-]{0,28}?)[*_\s]*[:：][*_]*(?:\s+|\Z)(.*)\Z", re.DOTALL)
_ARROW = re.compile(r"(?<!\s)\s*[⟶→➵➤➳⟿↳⤷»✧⇢]+\s*(?=.*\|)")
_USELESS_WORDS = (
    "packaged publisher chapters chapter author url reviews favs follows favorites hits kudos comments "
    "bookmarks views votes reads id stats masterlist taglist next previous part one crossposted"
)
_OF_NO_USE = {*_USELESS_WORDS.split(), "author url", "tag list", "crossposted to", "posted on"}
_KEPT_WORDS = "disclaimer disclaimers dedication prompt beta betas request requested challenge inspiration"
_KEPT_WHOLE = frozenset(_KEPT_WORDS.split())
_NOTE = NoteKind.NOTE
_NOTE_KINDS = {"disclaimer": NoteKind.DISCLAIMER, "disclaimers": NoteKind.DISCLAIMER}
_STRONG_FIELDS = "title authors summary relationships rating warnings fandoms words_stated characters tags"
_STRONG = frozenset(_STRONG_FIELDS.split())
_LONG = frozenset({"summary", "notes", "warnings"})  # fields whose value may be several paragraphs
_ROWS = 16  # non-blank lines in which a header may begin
_SENTENCE = 60  # signs from which a line that ends as a sentence does is prose
_PARAGRAPHS = 4  # paragraphs by which such a value goes on at most
_WORDS = 120  # words of one of them


class Row(NamedTuple):
    """One line of a block that may be a label line."""

    at: int
    line: int
    text: str


def peel(paste: Paste) -> tuple[str, ...]:
    """Move the header's label lines to the fields they name; a block needs two labels, or one that is sure.

    Returns the fields that the labels mean, in order; empty when there is no header.
    """
    block = _header(paste)
    known = [row for row in block if _label(row.text)]
    sure = [row for row in known if _is_strong(row.text)]
    enough = len(sure) > 1 if block and _is_told(paste, block[0].at) else len(known) > 1 or len(sure) == 1
    if not enough:
        return ()
    for text, first in _joined(block):
        _keep(paste, first, text)
    for at in sorted({row.at for row in block}, reverse=True):
        lines.drop(paste, at)
    return tuple(_label(row.text) for row in known)


def is_label(text: str) -> bool:
    """Tell whether a line names something of the story: ``Rating: G``."""
    return bool(_label(text))


def _header(paste: Paste) -> list[Row]:
    """Return the rows of the first run of label lines, with the lines on which long values go on."""
    run: list[Row] = []
    seen = 0
    for at, block in enumerate(paste.blocks):
        rows = [Row(at, block.line + n, text) for n, text in enumerate(block.text.split("\n")) if text.strip()]
        if not rows:
            continue
        seen += len(rows)
        if _label(rows[0].text) or (run and _goes_on(paste, run, rows)):
            run += rows
        elif run and _resumes(paste, run, at):
            run += [Row(between, paste.blocks[between].line, "") for between in range(run[-1].at + 1, at)] + rows
        elif run or seen > _ROWS:
            break
    return run


def _is_told(paste: Paste, at: int) -> bool:
    """Tell whether prose stands above a place: a label in a story is one of its words."""
    texts = (block.text.rstrip() for block in paste.blocks[:at])
    return any(len(text) > _SENTENCE and text.endswith((".", "!", "?", "”", '"', "…")) for text in texts)


def _resumes(paste: Paste, run: list[Row], at: int) -> bool:
    """Tell a long value's next paragraph: a blank line above it, and soon another of the header's labels."""
    labelled = [row for row in run if _label(row.text)]
    if _label(labelled[-1].text) not in _LONG or sum(_is_strong(row.text) for row in labelled) < 3:
        return False
    ahead = [block.text for block in paste.blocks[at:] if block.text.strip()][: _PARAGRAPHS + 1]
    following = next((number for number, text in enumerate(ahead) if _label(text)), 0)
    return 0 < following <= _PARAGRAPHS and all(len(text.split()) <= _WORDS for text in ahead[:following])


def _goes_on(paste: Paste, run: list[Row], rows: list[Row]) -> bool:
    """Tell a wrapped value's next line: between two labels, or right under a long line with a blank line soon."""
    last = run[-1]
    at = rows[0].at
    if at == last.at + 1 and at + 1 < len(paste.blocks) and _label(paste.blocks[at + 1].text):
        return True
    if at != last.at + 1 or not 55 <= len(last.text) <= 100 or len(rows[0].text) > 100:
        return False
    ahead = [block.text for block in paste.blocks[at : at + 6]]
    return any(not text.strip() or _label(text) for text in ahead)


def _joined(block: list[Row]) -> list[tuple[str, Row]]:
    joined: list[tuple[list[str], Row]] = []
    for row in block:
        if _label(row.text) or not joined:
            joined.append(([row.text], row))
        else:
            joined[-1][0].append(row.text)
    return [("\n".join(texts), row) for texts, row in joined]


def _label(text: str) -> str:
    """Return what kind of label line this is: a field, ``useless``, ``arrow``; empty when it is none."""
    if _ARROW.match(text):
        return "arrow"
    found = _LABEL.match(text)
    if not found:
        return ""
    said = found[1].strip().lower()
    if said in _KEPT_WHOLE:
        return "notes"
    return fields.field_of(said) or ("useless" if said in _OF_NO_USE else "")


def _is_strong(text: str) -> bool:
    return _label(text) in _STRONG or _label(text) == "arrow"


def _keep(paste: Paste, row: Row, text: str) -> None:
    kind = _label(text.partition("\n")[0])
    if kind == "arrow":
        for part in _ARROW.sub("", text).split("|"):
            _keep_part(paste, row, part.strip())
        return
    found = _LABEL.match(text)
    said, content = (found[1].strip().lower(), found[2].strip()) if found else ("", text)
    if kind == "notes":
        words = text if said in _KEPT_WHOLE else content
        note = Note(place=Place.BEFORE, body=fields.paragraphs(words), line=row.line, kind=_NOTE_KINDS.get(said, _NOTE))
        lines.keep(paste, row.line, text, "notes", (note,) if content else ())
        return
    value = fields.value(kind, content)
    if kind == "number" or value is None:
        paste.ledger.removed(paste.origin, row.line, text)
    else:
        lines.keep(paste, row.line, text, kind, value)


def _keep_part(paste: Paste, row: Row, part: str) -> None:
    """Sort one part of an arrow line by its look: a pairing, a number of words, else a tag."""
    if not part:
        return
    if _label(part):
        _keep(paste, row, part)
    elif re.search(r"\b(x|&)\b|\S/\S", part, re.IGNORECASE) and not re.search(r"\d", part):
        lines.keep(paste, row.line, part, "relationships", (part,))
    elif re.search(r"\d\s*k\b|\bwords\b|\bwc\b", part, re.IGNORECASE) and word_count(part):
        lines.keep(paste, row.line, part, "words_stated", word_count(part))
    else:
        lines.keep(paste, row.line, part, "tags", (part,))
