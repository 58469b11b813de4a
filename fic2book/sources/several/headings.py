"""Stories under headings: the great ones of a file are titles when nothing above them is one."""

import re
from collections.abc import Sequence

from fic2book.letters import letters
from fic2book.model import Document
from fic2book.sources import fields, titles
from fic2book.sources.lines import Block

_NUMBER = re.compile(r"\s*(?:\d{1,3}|[IVXL]{1,6})\s*(?:[.):–—-]|\Z)")
_PART = re.compile(
    r"\W*(?:chapter|chap\.?|ch\.?|part|book|section|act|scene|day|week|prologue|epilogue|interlude|kapitel|chapitre|"
    r"cap[ií]tulo|capitolo|hoofdstuk|глава|rozdział|(?:author'?s? )?notes?|contents|foreword|afterword|preface|"
    r"acknowledge?ments?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W{0,6}([^\W\d_][\w '’/.&()-]{0,28}?)[*_\s]*:[*_]*\s")
_NOTHING = 8  # words that may stand below a file's own title: a by-line
_STORY = 60  # words under a heading that is a story's title, not a file's


def asked(blocks: Sequence[Block], tag: str) -> tuple[int, ...]:
    """Return the headings of one rank, as a person asked for; one with no story below it is the file's own title."""
    places = [at for at, block in enumerate(blocks) if block.tag == tag and letters(block.text)]
    while len(places) > 1 and _words(blocks[places[0] + 1 : places[1]]) < _NOTHING:
        places.pop(0)
    return tuple(places)


def titles_of_stories(document: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find the headings of the highest rank that are titles of stories; none when they are chapters, or may be."""
    ranks = sorted({block.tag for block in blocks if re.fullmatch(r"h[1-3]", block.tag) and letters(block.text)})
    if not ranks:
        return ()
    places = tuple(at for at, block in enumerate(blocks) if block.tag == ranks[0] and letters(block.text))
    if len(places) < 2 or any(_is_chapter(blocks[at].text) for at in places):
        return ()
    spans = list(zip(places, (*places[1:], len(blocks)), strict=True))
    if any(_words(blocks[at + 1 : end]) < _STORY for at, end in spans):
        return ()
    if all(_has_own_header(blocks[at + 1 : end]) for at, end in spans):
        return places
    first = next(at for at, block in enumerate(blocks) if letters(block.text))
    untitled = "title" not in fields.fields(document.metadata) and first == places[0]
    return places if untitled and ranks[0] == "h1" else ()


def _is_chapter(text: str) -> bool:
    return titles.is_chapter(text) or _PART.match(text) is not None or _NUMBER.match(text) is not None


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _has_own_header(blocks: Sequence[Block]) -> bool:
    """Tell whether a by-line or a label stands right below a heading."""
    first = next((block.text for block in blocks if letters(block.text)), "")
    label = _LABEL.match(first)
    named = fields.field_of(label[1]) if label else ""
    return bool(titles.byline(first.split("\n")[0])) or named not in {"", "notes"}
