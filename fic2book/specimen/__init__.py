"""A small book of our own, built in every theme and shown as pictures: what a theme looks like before it is chosen."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from fic2book import config, files, pipeline, raster, themes
from fic2book.errors import OutputError
from fic2book.reading import silent

_BOOK = Path(__file__).parent / "book"
_OPENER, _CHAT, _CLOSING = "The Orchard Clock — Wren Alder", "Weather for Tomorrow — Tamsin Pell", "Ink — Ivo Larch"
_SCALE = 150 / 72
"""Pages on their own have 150 dots an inch."""
_SHEET_HEIGHT = 440
"""Pixels of a page on the sheet."""


def preview(place: Path, asked: Sequence[str] = ()) -> Iterator[Path]:
    """Write each theme's sheet and single pages as PNG into ``place``; yield the sheets as they are done.

    Raises ``MissingToolError`` where no PDF can be made, since it is the printed page that is shown.
    """
    names = tuple(asked) or tuple(name for name, _ in themes.names())
    for name in names:
        shown = _shown(name)
        stem = Path(name).name
        for what, pages in shown.items():
            files.write(place / f"{stem}-{what}.png", raster.sheet((pages,)))
        sheet = place / f"{stem}.png"
        files.write(sheet, raster.sheet(tuple(shown.values()), rows=2, height=_SHEET_HEIGHT))
        yield sheet


def _shown(theme: str) -> Mapping[str, tuple[bytes, ...]]:
    """Build the specimen in a theme and return its telling pages, by what they show."""
    with tempfile.TemporaryDirectory(prefix="fic2book-") as scratch:
        settings = config.load(_BOOK, {"theme": theme, "to": ("pdf",), "output": Path(scratch)})
        built = pipeline.build(settings, silent)
        if built.missing:
            raise built.missing[0]
        errors = [problem for problem in built.problems if problem.severity.value == "error"]
        if errors:
            raise OutputError(f"the specimen is not right: {errors[0].message}", file=theme, way_out="Mend the theme.")
        pdf = built.books[".pdf"].read_bytes()
    places = raster.pdf_outline(pdf)
    opener, chat = places[_OPENER], places[_CHAT]
    wanted = {
        "cover": (0,),
        "title": (places["Title page"],),
        "contents": (places["Contents"],),
        "opener": (opener,),
        "spread": (opener + 1, opener + 2),
        "chat": (chat,),
        "closing": (places[_CLOSING],),
    }
    pages = dict(enumerate(raster.pdf_pages(pdf, _SCALE)))
    return {what: tuple(pages[number] for number in numbers) for what, numbers in wanted.items()}
