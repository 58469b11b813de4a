"""Make the pictures of docs/binding.md anew from manuscripts/: ``python tools/binding_pictures.py``.

They are what the program makes: a signature's sheets, the sheet plan, the drawings of the folds, a wrap with its zones,
a jacket. The same manuscripts give the same pictures; look at them before you commit them.
"""

import io
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image as Picture

from fic2book import building, files, folding, lengths, press, raster, themes
from fic2book.bindery.sheet_plan import folds, leaflet
from fic2book.model import BookletSettings, SheetPlan

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "docs" / "pictures"
MOST_BYTES, COLOURS = 150_000, 255
QUIET = {"plain": False, "verbose": False, "quiet": True, "json": False}
SIGNATURE, SIDE = 8, 230
"""Sides of the first signature's four sheets, and the height of each in pixels."""


def built(scratch: Path, **options: object) -> dict[str, bytes]:
    """Build the book with options and return its files by their names; raises ``SystemExit`` where one is not right."""
    made = building.run(ROOT / "manuscripts", {"output": scratch, **options}, QUIET)
    if made.exit_code:
        raise SystemExit(f"the book is not right with {options}")
    return {place.name: place.read_bytes() for place in made.places}


def pages(pdf: bytes, height: int, count: int = 1) -> list[bytes]:
    """Return the first pages of a PDF as pictures, so large that they can be made smaller to a height in pixels."""
    scale = height / lengths.MILLIMETRE / 100
    return list(islice(raster.pdf_pages(pdf, scale), count))


def pictures() -> Iterator[tuple[str, bytes]]:
    """Give each picture with its name."""
    yield "binding-folds", folded()
    with tempfile.TemporaryDirectory(prefix="fic2book-") as scratch:
        place = Path(scratch)
        made = built(place, to=("booklet", "wrap"), paper="a4", wrap="jacket", spine="9.5")
        sides = pages(only(made, "-short-edge.pdf"), SIDE, SIGNATURE)
        yield "binding-signature", raster.sheet([(side,) for side in sides], rows=4, height=SIDE)
        yield "binding-plan", laid(only(made, "-plan.pdf"), 1000)
        yield "binding-jacket", laid(only(made, "-wrap.pdf"), 420)
        made = built(place, to=("print", "wrap"), printer="lulu", page="a5", guides=True)
        yield "binding-wrap", laid(only(made, "-wrap-proof.pdf"), 680)


def only(made: dict[str, bytes], end: str) -> bytes:
    """Return the one file whose name ends so."""
    (found,) = (data for name, data in made.items() if name.endswith(end))
    return found


def laid(pdf: bytes, height: int) -> bytes:
    """Return a PDF's first page as a picture of a height in pixels, with colours enough for a cover and thin lines."""
    page = Picture.open(io.BytesIO(pages(pdf, height)[0])).convert("RGB")
    page = page.resize((round(page.width * height / page.height), height), Picture.Resampling.LANCZOS)
    target = io.BytesIO()
    page.quantize(COLOURS, Picture.Quantize.FASTOCTREE, dither=Picture.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()


def folded() -> bytes:
    """Return the drawings of all folds, one beside the other, with their names."""
    css, fonts = themes.leaflet()
    papers = {"folio": "a4", "quarto": "a4", "octavo": "a3"}
    drawings = {fold: folds.folds(plan(fold, paper)).svg for fold, paper in papers.items()}
    figures = "".join(
        f'<figure><figcaption>{fold.capitalize()}</figcaption><img src="{press.SCHEME}{fold}.svg" alt=""></figure>'
        for fold in drawings
    )
    rules = (
        "@page { size: 640pt 124pt; margin: 8pt } body { display: flex; justify-content: space-between } "
        "figure { margin: 0 8pt; width: 186pt } figcaption { font-weight: 700; text-align: center }"
    )
    resources = {f"{fold}.svg": svg.encode() for fold, svg in drawings.items()}
    resources |= {font.path.name: font.path.read_bytes() for font in fonts}
    html = f'<!DOCTYPE html><html lang="en"><head><title>Folds</title></head><body class="a4">{figures}</body></html>'
    printed = press.typeset(html, (*map(leaflet.face, fonts), css, rules), resources)
    return raster.sheet(((next(raster.pdf_pages(printed.pdf, 1.7)),),))


def plan(fold: str, paper: str) -> SheetPlan:
    """Return a plan of one sheet a signature."""
    settings = BookletSettings(fold=fold, paper=paper, sheets=1, flyleaves=0)
    trim = folding.trim_of(folding.paper(paper), fold)
    return folding.plan(settings, 16, (trim.width, trim.height))


def main(made: Sequence[tuple[str, bytes]]) -> None:
    """Write the pictures; one that is too large for a page of documents is an error."""
    for name, data in made:
        if len(data) > MOST_BYTES:
            raise SystemExit(f"{name}.png has {len(data)} bytes; at most {MOST_BYTES} are good for a page on the web")
        place = PLACE / f"{name}.png"
        files.write(place, data)
        sys.stdout.write(f"{place}\n")


if __name__ == "__main__":
    main(list(pictures()))
