"""Tumblr and its like: a post copied from a blog, with labels, tags and the dashboard's words."""

import re

from fic2book.model import Document, Story
from fic2book.sources import labels, lines, titles
from fic2book.sources.lines import Paste

_NOTES = re.compile(r"\W*[\d.,]+\s?k?\s+notes?\b(\W+(view|see|show)\s+notes\W*)?\W*\Z", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\W*(tumblr media|keep reading|read more|view notes|see all|reblog(ged)?|like|reply|share|follow|masterlist)\W*\Z",
    re.IGNORECASE,
)
_SURE = re.compile(r"\W*(tumblr media|keep reading|view notes)\W*\Z", re.IGNORECASE)
_TAGLIST = re.compile(
    r"\W*(?:\w+\s+)?tag\s?list\b.*@?.*|\W*(?:tagging|tags?|tagged)\W{0,4}(?:@[\w-]+[\s,]*)+\Z|(?:\s*@[\w-]+[\s,]*){3,}\Z",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:master\s?list|tag\s?list|requests?(?: (?:open|closed|are open|are closed))?|navigation|inbox|ask|rules|ko-?fi|"
    r"(?:next|previous|prev)(?: (?:part|chapter))?|part (?:\d+|one|two|three)|main blog|about(?: me)?|"
    r"(?:read on )?ao3|wattpad)"
)
_LINKS = re.compile(rf"\W*{_PLACE}(?:\s*[|•·⋆✧/~—–-]+\s*{_PLACE})+\W*\Z", re.IGNORECASE)
_WHEN = re.compile(
    r"\W*(?:posted (?:on|at)\b.{0,40}|\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago)\W*\Z", re.IGNORECASE
)
_TAGS = re.compile(r"\s*#[^\s#][^#]*(?:\s#[^\s#][^#]*)*\Z")
_POST = re.compile(r"\W*(masterlist|taglist|requested|a/n|word count|wc|pairings?|genre|warnings)\s*:", re.IGNORECASE)
_BEHIND = (_NOTES, _TAGLIST, _SURE, _LINKS)
_BETWEEN = (_FURNITURE, _WHEN)
"""What is the blog's own only beside other things of the blog's."""
_TAIL = 40  # non-blank lines behind the story: tags, taglist, counters


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a blog post when the dashboard's words, its tags or its lower-case labels are there."""
    if not lines.is_paste(document):
        return ()
    paste = lines.opened(document, "tumblr")
    stray = _peel_stray_header(paste)
    signs = _peel_furniture(paste) + _peel_tail(paste)
    _peel_links(paste)
    if not signs and not stray and not _has_post_labels(paste):
        return ()
    labels.peel(paste)
    titles.peel(paste)
    lines.trim_edges(paste)
    return (lines.story(paste),)


def _has_post_labels(paste: Paste) -> bool:
    """Tell a post's label block: at least two of the words, in lower case as blogs write them."""
    head = [paste.blocks[at].text for at in lines.head(paste, 16)]
    rows = [row for text in head for row in text.split("\n")]
    said = [row for row in rows if _POST.match(row) and row.strip(" *_⟶→")[:1].islower()]
    return len(said) > 1 or any(row.startswith(("⟶", "➵", "→")) and "|" in row for row in rows)


def _peel_stray_header(paste: Paste) -> bool:
    """Take a lower-case line of the post's header that stands before a title in Title Case."""
    places = lines.head(paste, 3)
    if len(places) < 3 or "title" in paste.found:
        return False
    first, second, third = (paste.blocks[at] for at in places)
    plain = first.text.strip()
    is_stray = plain[:1].islower() and len(plain) < 60 and titles.is_title(plain) and ":" not in plain
    if not is_stray or first.tag != "p" or not titles.is_title_case(second.text) or not titles.is_title(second.text):
        return False
    if len(third.text) <= len(second.text):
        return False
    lines.set_aside(paste, places[0])
    return True


def _peel_furniture(paste: Paste) -> int:
    places = [at for at, block in enumerate(paste.blocks) if _SURE.match(block.text)]
    for at in reversed(places):
        lines.set_aside(paste, at)
    return len(places)


def _peel_links(paste: Paste) -> None:
    """Take the row of the blog's own links that stands over a story."""
    for at in reversed(lines.head(paste, 8)):
        if _LINKS.match(paste.blocks[at].text):
            lines.set_aside(paste, at)


def _peel_tail(paste: Paste) -> int:
    """Take the lines behind the story, the last one first, up to the first that is none of the blog's."""
    signs = 0
    for _ in range(_TAIL):
        places = lines.tail(paste, 1)
        if not places or len(paste.blocks) < 3:
            break
        text = paste.blocks[places[0]].text
        if _TAGS.match(text):
            tags = tuple(tag.strip() for tag in re.split(r"(?:^|\s)#(?=\S)", text.strip()) if tag.strip())
            below = paste.found.pop("tags", ())
            lines.move(paste, places[0], "tags", tags)
            paste.found["tags"] = tuple(dict.fromkeys((*tags, *(below if isinstance(below, tuple) else ()))))
        elif any(words.match(text) for words in _BEHIND) or (signs and any(words.match(text) for words in _BETWEEN)):
            lines.set_aside(paste, places[0])
        else:
            break
        signs += 1
    return signs
