"""The title and the by-line: which of the first lines they are, and what the file's name tells."""

import re
from pathlib import PurePosixPath

from fic2book.letters import letters
from fic2book.sources import lines
from fic2book.sources.lines import Paste
from fic2book.sources.values import names

_LONGEST = 90  # characters of a title line; the longest titles of the samples have 60
_ORNAMENT = re.compile(r"^[\s*_~=#•·.:+✧✦⋆☆★|>-]+|[\s*_~=#•·:+✧✦⋆☆★|<-]+$")
_SENTENCE = re.compile(r"[.!?…]['\"’”»)]*\s*\Z|[,;:—–-]\s*\Z")
_SPOKEN = re.compile(r"\s*[\"“„«‘'].*[.,!?…][\"”“»’']")
_SMALL_WORDS = "a an and as at but by for from in into nor of on or so the to up with de la le les du der die das und"
_SMALL = frozenset(_SMALL_WORDS.split())
_CHAPTER = re.compile(
    r"(chapter|part|chapitre|kapitel|capítulo|prologue|epilogue)\b[\s\divxlc.:-]*\Z|\d+\.?\Z", re.IGNORECASE
)
_BYLINE = re.compile(
    r"\s*[*_~([-]*\s*(?:(?:a\s+(?:story|fic|one[- ]?shot)\s+)?(?:written\s+)?by|von|par)\s*:?\s+(\S.*?)[*_~)\]-]*\s*\Z",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"(the|a|an|my|his|her|their|our|your|then|now|this|that|all|and|far)\b", re.IGNORECASE)
_AUTHOR_IN_NAME = re.compile(r"(.+?)\s+[-–—]\s+(.+)\Z")


def peel(paste: Paste) -> None:
    """Find title and authors in the first lines, else in the file's name; say in the ledger where they stood."""
    said = "title" in paste.found
    if not said:
        _peel_title(paste)
    else:
        _peel_repeated(paste)
    _peel_byline(paste)
    _peel_repeated(paste)
    _from_file_name(paste)


def is_title(text: str, tag: str = "p") -> bool:
    """Tell whether a line can be a title: short, no sentence, no speech; Title Case may end in a full stop."""
    bare = bare_title(text)
    if not letters(bare) or len(bare) > _LONGEST or "\n" in text or _CHAPTER.match(bare) or _SPOKEN.match(text):
        return False
    if tag in {"h1", "h2", "h3"}:
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


def _peel_title(paste: Paste) -> None:
    places = lines.head(paste, 1)
    if places and is_title(paste.blocks[places[0]].text, paste.blocks[places[0]].tag):
        at = places[0]
        lines.move(paste, at, "title", bare_title(paste.blocks[at].text))


def _peel_repeated(paste: Paste) -> None:
    title = letters(str(paste.found.get("title", "")))
    for at in reversed(lines.head(paste, 3)):
        if title and letters(paste.blocks[at].text) == title:
            lines.set_aside(paste, at)


def _peel_byline(paste: Paste) -> None:
    places = lines.head(paste, 2)
    if not places or not (authors := _byline(paste.blocks[places[0]].text)):
        return
    block = paste.blocks[places[0]]
    if paste.found.get("authors", authors) != authors:
        paste.ledger.flagged("titles", block.line, block.text, "Another by-line: it was left in the story.")
        return
    lines.move(paste, places[0], "authors", authors)
    after = lines.head(paste, 1)
    if after and _byline(paste.blocks[after[0]].text):
        block = paste.blocks[after[0]]
        if _byline(block.text) == authors:
            lines.set_aside(paste, after[0])
        else:
            paste.ledger.flagged("titles", block.line, block.text, "Another by-line: it was left in the story.")


def _byline(text: str) -> tuple[str, ...]:
    found = _BYLINE.match(text)
    if not found or len(text) > 90 or "\n" in text or _NOT_NAMES.match(found[1]):
        return ()
    said = names(found[1])
    if re.search(r"[!?:;,…]\s*\Z|[a-z]{3,}\.\s*\Z", found[1]) or any(len(name.split()) > 5 for name in said):
        return ()
    return said


def _from_file_name(paste: Paste) -> None:
    """Guess from ``Title - Author``, or ``12345 Title - Author`` as ao3downloader names its files."""
    stem = PurePosixPath(paste.document.file).stem
    stem = re.sub(r"^\d{4,}[ _]+(?=\S)", "", stem.replace("_", " ")).strip() or stem
    parts = _AUTHOR_IN_NAME.match(stem)
    title, author = (parts[1], parts[2]) if parts else (stem, "")
    if "title" not in paste.found:
        paste.found["title"] = _readable(title)
        paste.ledger.flagged("titles", 0, "", f"No title was found; “{_readable(title)}” is the file's name.")
    elif letters(title) != letters(str(paste.found["title"])):
        return
    if author and "authors" not in paste.found:
        paste.found["authors"] = names(author)
        paste.ledger.flagged("titles", 0, "", f"No by-line was found; “{author}” is from the file's name.")


def _readable(stem: str) -> str:
    words = stem if " " in stem else stem.replace("-", " ")
    return words.title() if words.islower() else words
