"""The title and the by-line: which of the first lines they are, and what the file's name tells."""

import re

from fic2book.letters import letters
from fic2book.sources import file_names, lines, with_author
from fic2book.sources.lines import Block, Paste
from fic2book.sources.values import names

PAGE = "page title"
"""Key of a document's metadata: what a page's head calls it, a title when nothing on the page is one."""
_LONGEST = 90  # characters of a title line; the longest titles of the samples have 60
_WIDEST = 300  # characters of a title line with the signs and spaces around it
_ORNAMENT = re.compile(r"^[\s*_~=#•·.:+✧✦⋆☆★|>-]+|[\s*_~=#•·:+✧✦⋆☆★|<-]+$")
_SENTENCE = re.compile(r"[.!?…]['\"’”»)]*\s*\Z|[,;:—–-]\s*\Z")
_SPOKEN = re.compile(r"\s*[\"“„«‘'].*[.,!?…][\"”“»’']")
_SMALL_WORDS = "a an and as at but by for from in into nor of on or so the to up with de la le les du der die das und"
_SMALL = frozenset(_SMALL_WORDS.split())
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the first|the second|the last"
_CHAPTER = re.compile(
    rf"(?:chapter|part|chapitre|kapitel|capítulo)\s+(?:\d{{1,3}}|[ivxlc]{{1,6}}|{_COUNT})(?:\s*[:.–—-].*)?\Z|"
    r"(?:chapter|part|chapitre|kapitel|capítulo|prologue|epilogue)\b[\s\divxlc.:-]*\Z|\d+\.?\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[ivxl]{1,6})\s*[.):–—-]", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3"})
_BYLINE = re.compile(
    r"\s*[*_~([-]*\s*(?:(?:a\s+(?:story|fic|one[- ]?shot)\s+)?(?:written\s+)?by|von|par)\s*:?\s+(\S.*?)[*_~)\]-]*\s*\Z",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"(the|a|an|my|his|her|their|our|your|then|now|this|that|all|and|far)\b", re.IGNORECASE)
_RULE = re.compile(r"\s*([=\-_~*#+.•])(?:\s*\1){2,}\s*\Z")


def peel(paste: Paste) -> None:
    """Find title and authors in the first lines, else in the file's name; say in the ledger where they stood."""
    said = "title" in paste.found
    if not said and _byline_is_first(paste):
        _peel_byline(paste)
    if not said:
        _peel_title(paste)
    else:
        _peel_repeated(paste)
    _peel_byline(paste)
    _peel_repeated(paste)
    _from_file_name(paste)


def is_title(text: str, tag: str = "p") -> bool:
    """Tell whether a line can be a title: short, no sentence, no speech; Title Case may end in a full stop."""
    bare = bare_title(text) if len(text) <= _WIDEST else ""
    if not letters(bare) or len(bare) > _LONGEST or "\n" in text or _CHAPTER.match(bare) or _SPOKEN.match(text):
        return False
    if tag in _HEADINGS:
        return True
    return is_title_case(bare) or not _SENTENCE.search(bare)


def is_title_case(text: str) -> bool:
    """Tell whether every word but the small ones begins with a capital, and more than one does."""
    great = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if word.lower() not in _SMALL]
    return len(great) > 1 and len(great) < 12 and all(word[0].isupper() for word in great)


def bare_title(text: str) -> str:
    """Return a title without the ornaments that fans put around it."""
    bare = _ORNAMENT.sub("", text).strip()
    return bare if letters(bare) else text.strip()


def is_chapter(text: str) -> bool:
    """Tell whether a line is a chapter's number or name rather than a story's title."""
    return len(text) <= _WIDEST and _CHAPTER.match(bare_title(text)) is not None


def byline(text: str) -> tuple[str, ...]:
    """Return the names of a by-line ("by Ada and Ben"); none when a line is no by-line."""
    found = _BYLINE.match(text) if len(text) <= _LONGEST else None
    if not found or "\n" in text or _NOT_NAMES.match(found[1]):
        return ()
    said = names(found[1])
    if re.search(r"[!?:;,…]\s*\Z|[a-z]{3,}\.\s*\Z", found[1]) or any(len(name.split()) > 5 for name in said):
        return ()
    return said


def _peel_title(paste: Paste) -> None:
    _peel_rule_above(paste)
    places = lines.head(paste, 1)
    if not places or not is_title(paste.blocks[places[0]].text, paste.blocks[places[0]].tag):
        return
    block = paste.blocks[places[0]]
    if _is_one_of_many(paste, block) or _is_not_the_pages(paste, block):
        return
    parts = with_author.read(block.text, paste.document.file) if "authors" not in paste.found else None
    if parts:
        lines.drop(paste, places[0])
        lines.keep(paste, block.line, parts.title, "title", bare_title(parts.title).strip('“”"„«»'))
        lines.keep(paste, block.line, parts.said, "authors", names(parts.author))
    else:
        lines.move(paste, places[0], "title", bare_title(block.text))
    under = lines.head(paste, 1)
    if under and paste.blocks[under[0]].line == block.line + 1 and _is_rule(paste.blocks[under[0]].text):
        lines.set_aside(paste, under[0])


def _byline_is_first(paste: Paste) -> bool:
    """Tell a by-line above a title, or without one, from a title such as "By Candlelight"."""
    places = lines.head(paste, 2)
    if len(places) < 2 or "authors" in paste.found:
        return False
    text, below = (paste.blocks[at].text for at in places)
    people = [name for name in byline(text) if len(name.split()) > 1]
    of_file = letters(text) in letters(paste.document.file) or paste.blocks[places[0]].tag in _HEADINGS
    return bool(people) and not byline(below) and not of_file


def _is_not_the_pages(paste: Paste, block: Block) -> bool:
    """Tell a short paragraph that is not what the page's head calls the page."""
    called = letters(str(paste.document.metadata.get(PAGE, "")))
    return bool(called) and block.tag not in _HEADINGS and letters(bare_title(block.text)) not in called


def _is_one_of_many(paste: Paste, block: Block) -> bool:
    """Tell a numbered heading among others of its rank from a title that begins with a number."""
    if block.tag not in _HEADINGS or not _NUMBERED.match(block.text):
        return False
    return sum(other.tag == block.tag and _NUMBERED.match(other.text) is not None for other in paste.blocks) > 1


def _peel_rule_above(paste: Paste) -> None:
    """Take the upper one of two rules that a title was set between."""
    places = lines.head(paste, 3)
    if len(places) < 3:
        return
    above, title, below = (paste.blocks[at] for at in places)
    touching = below.line - above.line == 2
    if touching and _is_rule(above.text) and _is_rule(below.text) and is_title(title.text, title.tag):
        lines.set_aside(paste, places[0])


def _is_rule(text: str) -> bool:
    return len(text) <= _WIDEST and _RULE.match(text) is not None


def _peel_repeated(paste: Paste) -> None:
    title = letters(str(paste.found.get("title", "")))
    for at in reversed(lines.head(paste, 3)):
        block = paste.blocks[at]
        words = letters(block.text)
        if title and (words == title or (block.tag in _HEADINGS and title in words)):
            lines.set_aside(paste, at)


def _peel_byline(paste: Paste) -> None:
    places = lines.head(paste, 2)
    if places and _is_the_writer(paste, paste.blocks[places[0]]):
        lines.move(paste, places[0], "authors", ())
        return
    if not places or not (authors := byline(paste.blocks[places[0]].text)):
        return
    block = paste.blocks[places[0]]
    if paste.found.get("authors", authors) != authors:
        paste.ledger.flagged("titles", block.line, block.text, "Another by-line: it was left in the story.")
        return
    lines.move(paste, places[0], "authors", authors)
    after = lines.head(paste, 1)
    if after and byline(paste.blocks[after[0]].text):
        block = paste.blocks[after[0]]
        if byline(block.text) == authors:
            lines.set_aside(paste, after[0])
        else:
            paste.ledger.flagged("titles", block.line, block.text, "Another by-line: it was left in the story.")


def _is_the_writer(paste: Paste, block: Block) -> bool:
    """Tell a line that says nothing but the names that the file itself gives."""
    authors = paste.found.get("authors")
    return isinstance(authors, tuple) and letters(block.text) == letters("".join(authors)) != ""


def _from_file_name(paste: Paste) -> None:
    """Fill in what the text does not say, and say that it is a guess."""
    called = str(paste.document.metadata.get(PAGE, ""))
    if called:
        paste.found.setdefault("title", called)
    named = file_names.read(paste.document.file, str(paste.found.get("title", "")))
    if "title" not in paste.found:
        paste.found["title"] = named.title
        why = f'No title was found; “{named.title}” is the file\'s name: title = "…" sets it.'
        paste.ledger.flagged("titles", 0, "", why)
    if named.author and "authors" not in paste.found:
        paste.found["authors"] = names(named.author)
        why = f'No by-line was found; “{named.author}” is from the file\'s name: authors = ["…"] sets them.'
        paste.ledger.flagged("titles", 0, "", why)
