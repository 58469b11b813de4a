"""A second witness: the words of a story, counted as the site counts them, against the number that its file states.

The proofs beside this one compare the book with what was read; this one would also see what was never read.
"""

from collections.abc import Container, Iterator

from fic2book.checks.epub.opened import Opened
from fic2book.letters import site_words
from fic2book.manifest import FILE, ManifestError, StoryRecord, load
from fic2book.markup import Element
from fic2book.model import Problem, Severity

_SMALL = 0.01
"""Share of the words that a difference may be without a warning: the site counted differently in its first years, and
keeps a number until its work is edited."""
_NOT_THE_TEXT = frozenset({"note-text"})
"""Classes of what may stand inside a story's text without being of it."""


def problems(book: Opened) -> Iterator[Problem]:
    """Compare each story's words with the site's count, as far as the book knows one."""
    if FILE not in book.files:
        return
    try:
        manifest = load(book.files[FILE])
    except ManifestError:
        return
    wanted = frozenset(story.id for story in manifest.stories if story.words_to_find)
    found = counts(book, wanted) if wanted else {}
    for story in manifest.stories:
        if story.id in found:
            yield from _compared(story, *found[story.id])


def _compared(story: StoryRecord, fewest: int, most: int) -> Iterator[Problem]:
    wanted = story.words_to_find
    if fewest <= wanted <= most:
        return
    there = fewest if wanted < fewest else most
    pasted = not story.file.lower().endswith((".html", ".htm", ".xhtml", ".epub"))
    is_small = abs(there - wanted) <= max(wanted * _SMALL, 2)
    said = (
        f"“{story.title}” has {there:,} words by the count of the site that it came from, and should have {wanted:,}. "
        + (
            "The site's own numbers may be that far off."
            if is_small
            else "Compare its end and its chapters with the site's."
        )
    )
    severity = Severity.INFO if is_small or pasted else Severity.WARNING
    yield Problem(code="words-stated", severity=severity, message=said, place=story.file)


def counts(book: Opened, wanted: Container[str]) -> dict[str, tuple[int, int]]:
    """Return the wanted stories' words by the site's rule: without chapters' titles and footnotes, and with them.

    The site counts no chapter titles, but a heading that the author typed into the text; no footnotes that stand among
    the notes behind a chapter, but those behind its text. In the book they look alike.
    """
    found: dict[str, tuple[int, int]] = {}
    name = ""
    for path in book.spine:
        root = book.page(path)
        for section in root.iter("section") if root is not None else ():
            if "story" not in _classes(section):
                continue
            name = name if "continued" in _classes(section) else section.get("id", "")
            if name not in wanted:
                continue
            texts = _of_class(section, "story-text")
            words = sum(map(_words, texts))
            notes = sum(_words(note) for text in texts for note in text.iter("aside"))
            titles = sum(map(_words, _of_class(section, "chapter-title")))
            before = found.get(name, (0, 0))
            found[name] = (before[0] + words - notes, before[1] + words + titles)
    return found


def _words(root: Element) -> int:
    """Count the words of an element, text node by text node, as the site does."""
    total = site_words(root.text or "")
    for child in root:
        if not _classes(child) & _NOT_THE_TEXT:
            total += _words(child)
        total += site_words(child.tail or "")
    return total


def _of_class(section: Element, name: str) -> list[Element]:
    return [element for element in section.iter() if name in _classes(element)]


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())
