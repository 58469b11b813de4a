"""Three small stories as an anthology, the books that the real writers make of it, and ways to break them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pikepdf

from fic2book import cover, markup, sections, themes
from fic2book.model import Anthology, Book, Note, Place, Story
from fic2book.writers import WRITERS

CASES = Path(__file__).parents[1] / "cases" / "checks"
BREAKS = {"* * *": '<hr class="scene"/>', "~": '<hr class="pause"/>'}


def story(file: Path) -> Story:
    title, author, *lines = file.read_text(encoding="utf-8").splitlines()
    return Story(
        file=file.name,
        origin="text",
        title=title,
        id=file.stem.partition("-")[2],
        authors=(author,),
        body="".join(block(line) for line in lines if line),
        chapters=tuple(line[2:] for line in lines if line.startswith("# ")),
        summary=markup.paragraph(" ".join(max(lines[:4], key=len).split()[:12])),
        notes=(Note(place=Place.AFTER, body="<p>Thank you for reading this one.</p>"),),
        language="en",
    )


def block(line: str) -> str:
    if line.startswith("# "):
        return f'<h2 class="chapter">{markup.escape(line[2:])}</h2>'
    return BREAKS.get(line) or markup.paragraph(line)


@cache
def anthology() -> Anthology:
    stories = tuple(story(file) for file in sorted(CASES.glob("*.txt")))
    return Anthology(
        title="Small Hours",
        stories=stories,
        identifier="urn:uuid:2b4c3f6e-5f5c-5a1e-9a39-0c3c1e1f7a11",
        modified=datetime(2001, 2, 3, tzinfo=UTC),
        authors=("Odile Marrow", "Ben Tallow"),
    )


def damaged(changes: Mapping[str, Callable[[str], str]]) -> Anthology:
    """Return the anthology with some stories' bodies changed, by id."""
    whole = anthology()
    stories = tuple(replace(one, body=changes.get(one.id, str)(one.body)) for one in whole.stories)
    return replace(whole, stories=stories)


@cache
def written(output: str) -> bytes:
    return write(anthology(), output)


def write(content: Anthology, output: str) -> bytes:
    theme = themes.load("classic")
    picture = drawn_cover()
    made = WRITERS[output](
        Book(
            anthology=content,
            sections=sections.lay_out(content),
            theme=theme,
            cover=picture,
            page=themes.design(theme),
        )
    )
    return made.files[f".{output}"]


@cache
def drawn_cover():
    return cover.cover(anthology(), themes.load("classic"))


def names(book: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return archive.namelist()


def entry(book: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return archive.read(archive_name(archive.namelist(), name))


def edit(book: bytes, name: str, before: str, after: str) -> bytes:
    """Return the EPUB with words in one file changed; the file is named by the end of its path."""
    data = entry(book, name).decode()
    assert before in data, f"{before} is not in {name}"
    return rezip(book, {archive_name(names(book), name): data.replace(before, after, 1).encode()})


def rezip(book: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return the EPUB with files changed, added, or (``None``) left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            data = changes[name] if name in changes else old.read(name)
            if data is not None:
                new.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def archive_name(entries: list[str], end: str) -> str:
    return next(name for name in entries if name.endswith(end))


def mend(book: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return the PDF after ``change`` did its damage."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(book)) as pdf:
        change(pdf)
        pdf.save(buffer)
    return buffer.getvalue()
