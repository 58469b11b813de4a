"""Make the EPUBs of manuscripts/ that we wrote ourselves: ``python -m tests.our_books`` writes them anew.

Each is a file of tests/cases/our_books, in the shape of tests/cases/books; the book's name there is its name here.
"""

from pathlib import Path

from tests.readers.epub.maker import CONTAINER, TYPES, package, page, zipped
from tests.sources.bound import parts
from tests.tools import ROOT

CASES = Path(__file__).parent / "cases" / "our_books"
PLACES = {"Ballast.book": ROOT / "manuscripts" / "Ballast-sto_118.epub"}
"""Case → manuscript, under the name that its downloader gives it."""


def made(case: str) -> bytes:
    """Return the EPUB that a case describes."""
    said, pages = parts((CASES / case).read_text(encoding="utf-8"))
    metadata = "".join(f"<{name}>{value}</{name}>" for name, value in said)
    items = [(f"file{number:04}", name, TYPES["xhtml"], "") for number, (name, _) in enumerate(pages)]
    opf = package(items, [name for name, *_ in items], metadata=metadata, version="2.0")
    inside = [(name, page("", attributes="").replace("<body>\n\n</body>", body.strip())) for name, body in pages]
    start = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER.format("content.opf"))]
    return zipped([*start, ("content.opf", opf), *inside])


if __name__ == "__main__":
    for name, place in PLACES.items():
        place.write_bytes(made(name))
