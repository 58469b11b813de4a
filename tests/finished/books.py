"""The books that validators and reading systems get; ``python -m tests.finished.books DIR`` writes them all."""

import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fic2book import config, themes
from fic2book.model import Anthology
from fic2book.pipeline import build
from fic2book.reading import silent
from tests import tools
from tests.finished import shapes
from tests.writers import every_kind
from tests.writers.test_every_kind import made as made_of_every_kind


class Finished(NamedTuple):
    """A book on the disk and what it was made from."""

    epub: Path
    pdf: Path | None
    anthology: Anthology


def of_folder(folder: Path, out: Path, **settings: object) -> Finished:
    """Build a folder of manuscripts."""
    done = build(config.load(folder, {"output": out, **settings}), silent)
    assert [one for one in done.problems if one.severity == "error"] == []
    return Finished(done.books[".epub"], done.books.get(".pdf"), done.anthology)


def in_languages(*names: str) -> Callable[[Path], Finished]:
    """Return what builds one book of stories in these languages, in the first one's frame."""

    def made(out: Path) -> Finished:
        folder = out / "stories"
        folder.mkdir()
        for name in names:
            shutil.copy(tools.ROOT / "tests" / "cases" / "languages" / f"{name}.md", folder)
        settings = {"title": "星" if names[0] == "ja" else "نجمة", "language": names[0], "to": ("epub",)}
        return of_folder(folder, out / "book", **settings)

    return made


def in_theme(name: str) -> Callable[[Path], Finished]:
    """Return what builds the fifteen shapes with all apparatus in a theme."""

    def made(out: Path) -> Finished:
        return of_folder(shapes.folder(out), out / "book", theme=name, to=("epub",))

    return made


def with_pictures(out: Path) -> Finished:
    """Write the book that has pictures, notes, scripts and blocks of every kind."""
    place = out / "every-kind.epub"
    place.write_bytes(made_of_every_kind("footnotes")[0][".epub"])
    return Finished(place, None, every_kind.anthology("footnotes"))


def broken(book: Path, place: Path, *changes: tuple[str, str]) -> Path:
    """Write a copy of an EPUB in which patterns are replaced in all of its pages."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.endswith(".xhtml"):
                for pattern, by in changes:
                    data = re.sub(pattern, by, data.decode()).encode()
            new.writestr(info, data, info.compress_type)
    return place


BOOKS: dict[str, Callable[[Path], Finished]] = {
    "demo": lambda out: of_folder(tools.ROOT / "manuscripts", out),
    "seeds": lambda out: of_folder(tools.shared("seeds"), out, to=("epub",)),
    "fiction": lambda out: of_folder(tools.shared("samples", "short-fiction"), out, to=("epub",), title="Fiction"),
    "pictures": with_pictures,
    "Chinese and Japanese": in_languages("ja", "zh-Hans", "zh-Hant"),
    "Arabic": in_languages("ar", "he"),
    **{f"shapes in {name}": in_theme(name) for name, _ in themes.names()},
}
BY_JAVA = ("demo", "fiction", "shapes in classic")
"""What the official EPUBCheck reads each time: it takes ten times as long as its translation, which reads them all."""
BY_ACE = ("demo",)
"""Ace takes a quarter of a second a document."""


if __name__ == "__main__":
    for number, (name, made) in enumerate(BOOKS.items()):
        place = Path(sys.argv[1]) / f"{number:02}-{name.replace(' ', '-')}"
        place.mkdir(parents=True)
        sys.stdout.write(f"{name}: {made(place).epub}\n")
