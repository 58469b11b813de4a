"""Scene breaks of the PDF: pictures on a story's pages whose alternative is the words for one."""

from collections import Counter
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from fic2book.checks.pdf.opened import Opened
from fic2book.checks.pdf.stories import pages
from fic2book.checks.told import Told
from fic2book.checks.wording import counted
from fic2book.manifest.own_words import SCENE
from fic2book.model import Problem, Severity


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Count each story's scene breaks where a screen reader finds them. Pauses are white lines: nothing marks them."""
    heard = Counter(page for page in _pictures(book) if page is not None)
    for number, story in enumerate(told.stories):
        if story.id not in book.places:
            continue
        first, end = pages(book, told, number)
        wanted = sum(chapter.count(SCENE) for chapter in story.chapters)
        there = sum(heard[page] for page in range(first, end))
        if there != wanted:
            code = "break-lost" if there < wanted else "break-foreign"
            said = f"“{story.title}” has {counted(there, 'scene break')} in the PDF; the manuscript has {wanted}."
            yield Problem(code=code, severity=Severity.ERROR, message=said, place=story.file)


def _pictures(book: Opened) -> Iterator[int | None]:
    """Yield the page of every picture that has an alternative text."""
    waiting: list[Object] = [book.pdf.Root.StructTreeRoot] if "/StructTreeRoot" in book.pdf.Root else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        if element.get("/S") == "/Figure" and "/Alt" in element:
            page = element.get("/Pg")
            yield book.numbers.get(page.objgen) if isinstance(page, Dictionary) else None
        kids = element.get("/K")
        waiting += [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]
