"""Small folders of stories that grow: written, built, and what the finished book says of itself."""

import json
import zipfile
from pathlib import Path

from PIL import Image

from fic2book import config, pipeline
from fic2book.manifest import BESIDE, FILE
from fic2book.reading import silent

TALES = {
    "bo": "harbour mole lantern pilot herring anchor copper rope gull tar mast hull sailcloth",
    "marit": "orchard ladder basket russet wasp cider frost bark graft hedge mill barrow stone",
    "olin": "bell tower clapper rope verger crypt moss owl slate psalm candle draught key",
    "yrsa": "glacier sledge husky crevasse pemmican sextant aurora seal ice tent stove compass fur",
    "tove": "loom shuttle weft madder indigo skein spindle treadle selvage fringe wool teasel dye",
}
"""A story each of words of its own: no two share a run of six."""


def tale(name: str, sentences: int = 12) -> str:
    """Return a story of so many sentences of twelve words or so."""
    words = TALES[name].split()
    size = len(words)
    lines = (
        f"The {words[n % size]} stood by the {words[(n + 3) % size]} and {name} the {n + 1}th counted every "
        f"{words[(n * 5 + 1) % size]} against the {words[(n * 7 + 2) % size]}."
        for n in range(sentences)
    )
    return "\n\n".join(lines)


def tell(folder: Path, name: str, **said: str) -> None:
    """Write a story as Markdown; ``text``, ``title``, ``author``, ``url`` and other front matter as given."""
    text = said.pop("text", "") or tale(name)
    head = {"title": name.title(), "author": "Ada Finch", **said}
    front = "".join(f"{key}: {value}\n" for key, value in head.items() if value)
    (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")


def shelf(place: Path, *names: str, title: str = "Lamp Tales", more: str = "") -> Path:
    """Make a folder with an anthology.toml, a cover (to draw one takes longer than the rest) and some stories."""
    place.mkdir()
    Image.new("RGB", (600, 960), "teal").save(place / "cover.jpg")
    said = f'title = "{title}"\n' if title else ""
    (place / "anthology.toml").write_text(f'{said}to = "epub"\ncover = "cover.jpg"\n{more}', encoding="utf-8")
    for name in names:
        tell(place, name)
    return place


class Book:
    """A finished EPUB and what it says of itself."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.data = place.read_bytes()
        with zipfile.ZipFile(place) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.said = json.loads(self.files[FILE])

    @property
    def marks(self) -> tuple[list[str], list[str]]:
        """Ids of the new stories and of the updated ones."""
        return self.said["new"], self.said["updated"]

    @property
    def ids(self) -> list[str]:
        """Ids of the stories in their order."""
        return [story["id"] for story in self.said["stories"]]

    def page(self, name: str) -> bytes:
        """Return a page's bytes."""
        return self.files[f"EPUB/text/{name}.xhtml"]


def built(folder: Path, **options: object) -> Book:
    """Build a folder's EPUB; the contents say as many marks as the manifest does, inside and beside."""
    done = pipeline.build(config.load(folder, {"output": folder / "book", **options}), silent)
    assert [one for one in done.problems if one.severity == "error"] == []
    book = Book(done.books[".epub"])
    contents = book.page("contents").decode()
    assert contents.count("new in this edition") == len(book.said["new"])
    assert contents.count("updated in this edition") == len(book.said["updated"])
    beside = done.books[".epub"].with_suffix(BESIDE).read_bytes()
    assert beside == book.files[FILE]
    return book
