"""Pictures of the PDF as a screen reader finds them, and as they are drawn: scene breaks, and the stories' own."""

import re
from collections import Counter
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from fic2book.checks import pictures
from fic2book.checks.pdf.opened import Opened
from fic2book.checks.pdf.stories import pages
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.wording import counted
from fic2book.manifest.own_words import SCENE
from fic2book.model import Problem, Severity

_DRAWN = re.compile(rb"/(\S+)\s+Do\b")


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Count each story's scene breaks and pictures. Pauses are white lines: nothing marks them."""
    heard: dict[int, Counter[str]] = {}
    for page, words in _figures(book):
        heard.setdefault(page, Counter())[words] += 1
    for number, story in enumerate(told.stories):
        if story.id in book.places:
            own = range(*pages(book, told, number))
            said = sum((heard[page] for page in own if page in heard), Counter[str]())
            yield from _breaks(story, said)
            yield from _pictures(story, said, sum((_drawn(book, page) for page in own), Counter[tuple[int, int]]()))


def _breaks(story: ToldStory, said: Counter[str]) -> Iterator[Problem]:
    wanted = sum(chapter.count(SCENE) for chapter in story.chapters)
    there = said[story.scene_break] - sum(one.words == story.scene_break for one in story.pictures)
    if there != wanted:
        code = "break-lost" if there < wanted else "break-foreign"
        message = f"“{story.title}” has {counted(there, 'scene break')} in the PDF; the manuscript has {wanted}."
        yield Problem(code=code, severity=Severity.ERROR, message=message, place=story.file)


def _pictures(story: ToldStory, said: Counter[str], drawn: Counter[tuple[int, int]]) -> Iterator[Problem]:
    """Look for each picture twice: by its words among the tags, by its size among what is drawn."""
    left, shapes = said.copy(), drawn.copy()
    for one in story.pictures:
        left[one.words] -= 1
        shapes[one.width, one.height] -= 1
        if shapes[one.width, one.height] < 0:
            yield pictures.problem("picture-lost", story, one.words, "is missing from the PDF")
        elif left[one.words] < 0:
            yield pictures.problem("picture-words", story, one.words, "has not its words in the PDF")


def _drawn(book: Opened, page: int) -> Counter[tuple[int, int]]:
    """Return how often pictures of each size are drawn on a page."""
    leaf = book.pdf.pages[page].obj
    resources = leaf.get("/Resources")
    shapes = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    contents = leaf.get("/Contents")
    if not isinstance(shapes, Dictionary) or contents is None:
        return Counter()
    streams = list(contents) if isinstance(contents, Array) else [contents]
    names = (f"/{name.decode('latin-1')}" for stream in streams for name in _DRAWN.findall(stream.read_bytes()))
    found = (shapes[name] for name in names if name in shapes)
    return Counter((int(one.Width), int(one.Height)) for one in found if one.get("/Subtype") == "/Image")


def _figures(book: Opened) -> Iterator[tuple[int, str]]:
    """Yield page and words of every picture that has an alternative text."""
    waiting: list[Object] = [book.pdf.Root.StructTreeRoot] if "/StructTreeRoot" in book.pdf.Root else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        page = element.get("/Pg")
        if element.get("/S") == "/Figure" and "/Alt" in element and isinstance(page, Dictionary):
            yield book.numbers.get(page.objgen, -1), str(element.Alt)
        kids = element.get("/K")
        waiting += [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]
