"""LiveJournal and Dreamwidth: a header of labels, the story, the journal's own lines, the comments below it."""

import re

from fic2book.model import Document, Story
from fic2book.sources import comments, labels, lines, titles
from fic2book.sources.lines import Paste

_RATING = re.compile(r"\W*rat(?:ing|ed)\W*(?:G|PG|PG-?1[35]|R|NC-?17|FR\w{1,3}|(?:soft|hard|light) R)\b", re.IGNORECASE)
_ENTRY = re.compile(
    r"\W*(?:current\s+)?(?:mood|music|location)\s*:\s*\S.{0,120}\Z|\W*crosspost.{0,120}\Z", re.IGNORECASE
)
_SURE = re.compile(r"\W*(?:current\s+(?:mood|music|location)\s*:|crossposted (?:from|to)\b)", re.IGNORECASE)
_TAGS = re.compile(r"\W*(?:entry tags|tags)\s*:\s*(\S.*)\Z", re.IGNORECASE)
_EDGE = 12  # non-blank lines at either end in which the journal's own lines stand


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a journal entry when its comments, its mood and music or its header of labels are there."""
    if not lines.is_paste(document):
        return ()
    paste = lines.opened(document, "livejournal")
    talked = comments.peel(paste)
    furnished = talked + _peel_entry(paste, tagged=lines.tail(paste, 2) if talked else [])
    rated = any(_RATING.match(row) for at in lines.head(paste, 2 * _EDGE) for row in paste.blocks[at].text.split("\n"))
    said = labels.peel(paste)
    if not furnished and not (rated and len(said) > 3 and "title" in said):
        return ()
    titles.peel(paste)
    lines.trim_edges(paste)
    return (lines.story(paste),)


def _peel_entry(paste: Paste, *, tagged: list[int]) -> int:
    """Set aside the writer's mood and music at either end, and keep the entry's tags, beside them or above comments."""
    edges = {*lines.head(paste, _EDGE), *lines.tail(paste, _EDGE)}
    found = sorted(at for at in edges if _ENTRY.match(paste.blocks[at].text))
    if len(found) < 2 and not any(_SURE.match(paste.blocks[at].text) for at in found):
        found = []
    near = [*tagged, *(at for at in edges if any(abs(at - place) < 4 for place in found))]
    tags = [at for at in near if _TAGS.match(paste.blocks[at].text)]
    for at in sorted({*found, *tags}, reverse=True):
        block = paste.blocks[at]
        said = _TAGS.match(block.text) if at in tags else None
        if said:
            lines.move(paste, at, "tags", tuple(tag.strip() for tag in said[1].split(",") if tag.strip()))
        else:
            lines.set_aside(paste, at)
    return len(found)
