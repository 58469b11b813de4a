"""Small books to bind."""

from pathlib import Path
from typing import Any

from fic2book import cover, themes
from fic2book.binding import Order, Typesetting, Volume
from fic2book.dressing import Dress
from fic2book.model import Anthology, Settings
from tests.writers.pdf_books import HARBOUR, anthology, story


def order(*contents: Anthology, **asked: Any) -> Order:
    """Return the order of a book, or of volumes; ``asked`` are fields of ``Settings``."""
    settings = Settings(folder=Path(), output=Path(), **asked)
    several = len(contents) > 1
    volumes = (
        Volume(anthology=one, suffix=f"-volume-{number}" if several else "")
        for number, one in enumerate(contents or (small(),), 1)
    )
    dress = Dress(theme=themes.load(settings.theme), wish=cover.AS_IT_FALLS, settings=settings)
    return Order(volumes=tuple(volumes), dress=dress, typesetting=Typesetting())


def small(**fields: Any) -> Anthology:
    """Return an anthology of three short stories."""
    return anthology(
        story("the-harbour-bell", *HARBOUR * 3),
        story("lanterns", *HARBOUR, authors=("Bo Quill",)),
        story("three-lemons", *HARBOUR * 2),
        **fields,
    )
