"""Small books to print, and a PDF looked at from outside: pages, words, tags."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise

import pikepdf
import pypdfium2
from PIL import Image as Picture

from fic2book import raster, sections, themes
from fic2book.model import Anthology, Book, Image, Note, Place, Problem, Story
from fic2book.writers import pdf

HARBOUR = (
    "The harbour bell rang twice before anybody on the quay believed it. Marit put down the crate of lemons, wiped her "
    "hands on her apron and counted the masts again, slowly, from the lighthouse to the fish market. There were seven, "
    "as there had been the night before, and the night before that, and not one of them was the Halcyon.",
    "“She is late,” said the boy who sold string.",
    "“She is not late,” said Marit. “She is expected. That is a different thing, and it takes longer.”",
    "He thought about this for the length of a pier. Gulls went over. Somewhere behind the customs house a man was "
    "practising the same four bars on a cornet, and every time he reached the end of the third he stopped, apologised "
    "to the instrument, and began again from the beginning with what sounded like a fresh and unreasonable hope.",
    "In the afternoon the wind went round to the south. The lemons were sold by then, except for the three that Marit "
    "always kept, and the tide had uncovered the long green steps on which the children of the town were not allowed "
    "to play. They were playing there. She let them, as her mother had let her, and watched the water.",
    "Nobody ever asked what the three lemons were for.",
)
"""Paragraphs of an invented story."""


def story(name: str, *paragraphs: str, **fields: object) -> Story:
    """Make a story of plain paragraphs and ready blocks (what begins with ``<``)."""
    body = "".join(text if text.startswith("<") else f"<p>{text}</p>" for text in paragraphs)
    given = {"authors": ("Ada Finch",), "language": "en", "file": f"{name}.md", "origin": "markdown", **fields}
    return Story(**{"id": name, "title": name.replace("-", " ").title(), "body": body, **given})


def anthology(*stories: Story, **fields: object) -> Anthology:
    """Make an anthology of stories."""
    authors = tuple(dict.fromkeys(author for one in stories for author in one.authors))
    given = {"title": "The Lemon Tide", "identifier": "urn:uuid:1", "modified": datetime(2021, 3, 4, tzinfo=UTC)}
    return Anthology(**{**given, "stories": stories, "authors": authors, **fields})


def book(content: Anthology, css: str = "", looks: str = "classic", page: str = "") -> Book:
    """Lay out an anthology in a theme on one of its pages, with a plain cover; ``css`` is a user's."""
    theme = themes.load(looks)
    return Book(
        anthology=content,
        sections=sections.lay_out(content),
        theme=replace(theme, pdf_css=theme.pdf_css + css),
        cover=_cover(),
        page=themes.design(theme, page),
    )


def many_parts() -> Anthology:
    """Return an anthology with one of everything, short enough to be printed in every run."""
    broken = [block for text in HARBOUR * 4 for block in (text, '<hr class="scene"/>')]
    paused = [block for number in range(24) for block in (f"{HARBOUR[3]} So {number}.", '<hr class="pause"/>')]
    notes = (
        Note(place=Place.BEFORE, body="<p>For the boy who sold string.</p>"),
        Note(place=Place.AFTER, body="<p>Thank you for waiting with her.</p>"),
    )
    return anthology(
        story("the-harbour-bell", *HARBOUR * 5, notes=notes, summary="<p>A ship is expected.</p>"),
        story(
            "lanterns", HARBOUR[0].replace("The harbour", "I heard as the"), *broken, HARBOUR[0], authors=("Bo Quill",)
        ),
        story("a-pause-for-breath", *paused, HARBOUR[0], authors=("Bo Quill",), warnings=("weather",)),
        story(
            "three-lemons",
            *HARBOUR[:2],
            '<h2 class="chapter">The first</h2>',
            *HARBOUR,
            '<h2 class="chapter">The second</h2>',
            *HARBOUR,
            chapters=("The first", "The second"),
            authors=("Ada Finch", "Cass Wren"),
        ),
        dedication="For those on the quay",
        foreword="<p>These were told in one winter.</p>",
    )


@dataclass(frozen=True)
class Printed:
    """A finished PDF, looked at."""

    book: Book
    data: bytes
    problems: tuple[Problem, ...] = ()

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.data))

    @cached_property
    def texts(self) -> list[str]:
        """Each page's text as pdfium reads it."""
        return list(raster.pdf_text(self.data))

    @cached_property
    def labels(self) -> list[str]:
        """Each page's label."""
        document = pypdfium2.PdfDocument(self.data)
        return [document.get_page_label(number) for number in range(len(document))]

    @cached_property
    def starts(self) -> dict[str, int]:
        """The 0-based page of every id."""
        names = list(self.pdf.Root.Names.Dests.Names)
        pairs = zip(names[::2], names[1::2], strict=True)
        return {str(name): self._numbers[place[0].objgen] for name, place in pairs}

    @cached_property
    def outline(self) -> list[tuple[int, str, int]]:
        """The outline's entries: level, title, 0-based page."""
        with self.pdf.open_outline() as outline:
            return list(self._entries(outline.root, 1))

    @cached_property
    def elements(self) -> list[pikepdf.Object]:
        """The structure elements in reading order."""
        waiting, found = [self.pdf.Root.StructTreeRoot.K[0]], []
        while waiting:
            found.append(waiting.pop())
            kids = [kid for kid in found[-1].get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
            waiting += reversed(kids)
        return found

    def tagged(self, tag: str) -> list[pikepdf.Object]:
        """Return the elements of one kind."""
        return [element for element in self.elements if str(element.S) == f"/{tag}"]

    def page_of(self, element: pikepdf.Object) -> int:
        """Return the 0-based page of a structure element."""
        return self._numbers[element.Pg.objgen] if "/Pg" in element else -1

    def pages_of(self, name: str) -> range:
        """Return the 0-based pages of a section."""
        starts = [*(self.starts[section.id] for section in self.book.sections), len(self.pdf.pages)]
        return next(range(first, last) for first, last in pairwise(starts) if first == self.starts[name])

    def content(self, page: int) -> bytes:
        """Return what is painted on a page by itself, without its running head and number."""
        return content(self.pdf.pages[page])

    def tops(self, page: int) -> list[float]:
        """Return the base lines of a page's text, in points from its head, without head and folio."""
        moves = re.findall(rb"1 0 0 -1 [\d.]+ ([\d.]+) Tm", self.content(page))
        lines = sorted({round(float(move) * 0.75, 1) for move in moves})
        foot = self.book.page.height - self.book.page.bottom
        return [line for line in lines if 50 < line < foot]

    def rights(self, page: int) -> list[float]:
        """Return the right edges of a page's characters, in points; line ends stand behind spaces that nobody sees."""
        document = pypdfium2.PdfDocument(self.data)
        text = document[page].get_textpage()
        seen = (number for number in range(text.count_chars()) if text.get_text_range(number, 1).strip())
        return [text.get_charbox(number)[2] for number in seen]

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def _entries(self, items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            yield level, item.title, self._numbers[item.destination[0].objgen]
            yield from self._entries(item.children, level + 1)


def content(page: pikepdf.Page) -> bytes:
    """Return a page's operators; running head and number stand in forms of their own."""
    streams = page.obj.Contents
    return b"\n".join(one.read_bytes() for one in (streams if isinstance(streams, pikepdf.Array) else [streams]))


def printed(anthology: Anthology, css: str = "", looks: str = "classic", page: str = "") -> Printed:
    """Print an anthology in a theme on one of its pages; ``css`` is a user's."""
    made = book(anthology, css, looks, page)
    result = pdf.write(made)
    return Printed(book=made, data=result.files[".pdf"], problems=result.problems)


def _cover() -> Image:
    out = io.BytesIO()
    Picture.new("RGB", (160, 256), (70, 30, 40)).save(out, "JPEG")
    return Image(data=out.getvalue(), media_type="image/jpeg", width=160, height=256, alt="Cover: The Lemon Tide")
