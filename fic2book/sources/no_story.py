"""Pages without a story: error pages, walls, gates, lists of works, files that end before the story begins.

They are told by sentences that stand alone in a row, where a story quotes them inside one, and by how little else
there is. A page that holds a story's text in the site's own place is never one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.errors import ManuscriptError
from fic2book.letters import words
from fic2book.model import Document, Story
from fic2book.sources import look

_AGAIN = "Open the story in a browser, wait until it is there, and save or download it again."
_DOWNLOAD = "Open the work, press Download, and choose HTML or EPUB."
_LOG_IN = "Log in on the site, open the story, and save or download it again."
_FIND = "Look the story up on the site; if it is gone, its author or another reader may have a copy."
_PLACES = ("chapters", "storytext", "storytextp", "storycontent")
"""Where the sites' pages hold a story's text."""
_MARK = re.compile(r"(?:Work Text|Chapter Text):?\Z")
_BEGUN = 50  # words behind the mark
_FEW = 600  # words; the walls with all the menus around them have up to 300


class Sign(NamedTuple):
    """What a page without a story says."""

    says: Sequence[str]
    """Patterns of whole rows, or of their beginnings when they end in ``…``."""
    needs: int
    """How many of them have to be there."""
    most: int
    """A page with more words is something else."""
    reason: str
    way_out: str


SIGNS: Sequence[Sign] = (
    Sign(
        (r"this work (could|potentially) ?(have|has) adult content\b.*",),
        1,
        _FEW,
        "is the site's question about adult content, not the story",
        f"Answer it with “Yes, Continue” (or “Proceed”). {_DOWNLOAD}",
    ),
    Sign(
        (
            r"this work is only available to registered users of the archive\b.*",
            r"sorry, you don['’]t have permission .*",
        ),
        1,
        _FEW,
        "is the site's request to log in, not the story",
        _LOG_IN,
    ),
    Sign(
        (
            r"this work is part of an ongoing challenge and (will be revealed soon|is scheduled to be revealed)\b.*",
            r"this work is part of a collection that has not been revealed\b.*",
        ),
        1,
        _FEW,
        "is a work that is not revealed yet",
        "Wait until its collection is revealed, and download it then.",
    ),
    Sign(
        (
            r"(sorry, )?we couldn['’]t find the (work|chapter|page) you were looking for\W*",
            r"the page you were looking for doesn['’]t exist\b.*",
            r"sorry, this work doesn['’]t exist\W*|this work has been deleted\b.*|this has been deleted, sorry!",
            r"unable to locate story\..*|story is unavailable for reading\..*|chapter not found\. please check .*",
        ),
        1,
        _FEW,
        "is the site's word that the page was not found, not a story",
        _FIND,
    ),
    Sign(
        (r"(error )?404\W*(not found|page not found)?\W*", r"(page|story|file|work) not found\W*", r"not found\W*"),
        1,
        25,
        "is the site's word that the page was not found, not a story",
        _FIND,
    ),
    Sign(
        (
            r"just a moment\W*",
            r"(checking|verifying) (your browser|if the site connection is secure)\b.*",
            r"verif(y|ying) (that )?you are (a )?human\b.*",
            r"enable javascript and cookies to continue\W*",
            r".*\bneeds to review the security of your connection\b.*",
            r"(cloudflare )?ray id\W.*|performance & security by cloudflare\W*|ddos protection by cloudflare\W*",
            r"attention required!.*|sorry, you have been blocked\W*|access denied\W*",
        ),
        2,
        300,
        "is a page that checks whether a person is reading, not the story",
        _AGAIN,
    ),
    Sign(
        (
            r"retry later\W*",
            r"(error )?429\b.*|.*\btoo many requests\W*",
            r"you (are being|have been) rate limited\W*.*",
        ),
        1,
        25,
        "is the site's request to come back later, not the story",
        _AGAIN,
    ),
    Sign(
        (
            r"(error )?50[0234] (bad gateway|service (temporarily )?unavailable|gateway time-?out|internal .*)\W*.*",
            r"error 5\d\d\b.{0,60}|bad gateway\W*|the archive is down for maintenance\W*.*",
        ),
        1,
        120,
        "is the site's word that it could not answer, not the story",
        _AGAIN,
    ),
    Sign(
        (
            r"(log ?in|sign up|join wattpad)( or (log ?in|sign up))? to (continue|keep) reading\b.{0,80}",
            r"(continue|keep) reading (this story|for free) (by|after) (logging|signing) (in|up)\b.{0,80}",
            r"(you need|you have) to (log ?in|sign up|be logged in)\b.{0,80}\bread\b.{0,60}",
        ),
        1,
        _FEW,
        "is the site's request to log in, not the story",
        _LOG_IN,
    ),
)

_LISTED = re.compile(r"(?:work|bookmark|series|external_work)_\d+\Z")
_INDEX = re.compile(r"chapter index for .+ by .+|navigate work\b.*", re.IGNORECASE)
_POSTED = re.compile(r"Posted originally on .*Archive", re.IGNORECASE)
_WORK = re.compile(r"(?:https?://[^/]+)?/works/\d+")
_CHAPTER = re.compile(r".*/works/\d+/chapters/\d+\Z")


def recognise(document: Document) -> tuple[Story, ...]:
    """Return nothing for a document that may hold a story.

    Raises ``ManuscriptError`` with the reason and the way out for a page that holds none.
    """
    found = next(_reasons(document), None)
    if found is not None:
        reason, way_out = found
        raise ManuscriptError(reason, file=document.file, way_out=way_out)
    return ()


def _reasons(document: Document) -> Iterator[tuple[str, str]]:
    root = look.at(document) if look.is_page(document) else None
    if root is not None and (_has_text(root) or _goes_on(document)):
        return
    yield from _of_words(document)
    if root is not None:  # behind what it says: the question about adult content shows the work as in a list
        yield from _of_page(root)


def _of_words(document: Document) -> Iterator[tuple[str, str]]:
    """Give what the rows of a document say."""
    said = [" ".join(row.text.split()) for row in document.lines if row.text.strip()]
    said += [title for title in document.head.get("title", ()) if title]
    count = sum(map(words, said))
    for sign in SIGNS:
        if count <= sign.most and sum(any(_is(row, pattern) for row in said) for pattern in sign.says) >= sign.needs:
            yield sign.reason, sign.way_out


def _is(row: str, pattern: str) -> bool:
    return re.fullmatch(pattern, row.partition(" | ")[0], re.IGNORECASE) is not None


def _of_page(root: markup.Element) -> Iterator[tuple[str, str]]:
    """Give what a page's own structure tells."""
    if _is_works_page(root):
        yield "has no story in it: the file ends before the story begins", "Download the story again."
    items = (item for item in root.iter("li") if _LISTED.match(item.get("id", "")))
    if any(_WORK.match(link.get("href", "")) for item in items for link in item.iter("a")):
        yield "is a list of works, not a story", _DOWNLOAD
    lists = any(_are_chapters(one) for one in root.iter("ol", "ul"))
    if lists and any(_INDEX.fullmatch(look.text(one)) for one in root.iter("h1", "h2", "h3")):
        yield "is the list of a work's chapters, not the story", _DOWNLOAD


def _is_works_page(root: markup.Element) -> bool:
    """Tell a page that has everything of a story but its text: a download's preface, a work header, a profile."""
    prefaces = look.all_by_id(root, "preface")
    labels = {look.text(label) for label in root.iter("dt")}
    posted = any(_POSTED.search(look.text(preface)) for preface in prefaces)
    return posted or {"Rating:", "Stats:"} <= labels or (look.by_id(root, "profile_top") is not None)


def _has_text(root: markup.Element) -> bool:
    return any(_says_something(place) for place in look.all_by_id(root, *_PLACES))


def _goes_on(document: Document) -> bool:
    """Tell whether words follow the site's own mark of a text: editors that save a page forget its ids."""
    texts = [row.text.strip() for row in document.lines]
    at = next((at for at, text in enumerate(texts) if _MARK.match(text)), len(texts))
    return sum(map(words, texts[at + 1 :])) > _BEGUN


def _says_something(place: markup.Element) -> bool:
    return bool(look.text(place)) or next(place.iter("img"), None) is not None


def _are_chapters(block: markup.Element) -> bool:
    links = [link.get("href", "") for link in block.iter("a")]
    return len(links) > 0 and all(map(_CHAPTER.match, links))
