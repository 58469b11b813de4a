"""Wraps to look at: a small order, its leaves told, and what comes of it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from fic2book.binding import Order, Typesetting, Volume, wrapping
from fic2book.cover import Wish
from fic2book.dressing import Dress
from fic2book.model import BookBlock, Image, PrintSettings, Settings, WrapSettings
from fic2book.words import writing_direction
from tests.cover.books import THEME, book

INCH, MILLIMETRE = 72.0, 72 / 25.4
BLURB = (
    "Nine winters on one coast. A lamplighter counts the ships that do not come home, a baker’s daughter sells bread "
    "to ghosts, and two sisters have not spoken since the bridge fell.\n\nRead them in any order, the last one last."
)
BOOK = book("The Harbour of Small Lights", ("Mara Ellison", "Quill", "Tomas Reyes"), description=BLURB)
QUICK = "ribbon rays night"
"""A cover of few shapes."""


def order(
    anthology=BOOK, style=QUICK, printer="kdp", block=(6 * INCH, 9 * INCH, 300), *, picture="", grey=False, **wishes
):
    width, height, pages = block
    settings = Settings(
        folder=Path(),
        output=Path(),
        to=("wrap",),
        printing=PrintSettings(printer=printer),
        wrap=WrapSettings(**wishes),
        greyscale=grey,
    )
    leaves = BookBlock(
        width=width,
        height=height,
        pages=pages,
        thickness=pages / 2 * 0.1 * MILLIMETRE,
        from_right=writing_direction(anthology.language) == "rtl",
    )
    return Order(
        volumes=(Volume(anthology=anthology),),
        dress=Dress(theme=THEME, wish=Wish(style, "", picture), settings=settings),
        typesetting=Typesetting(),
        blocks={"": leaves},
    )


@cache
def made(title=BOOK.title, **wishes):
    """Make a wrap; what is asked for twice is made once."""
    return wrapping.make(order(replace(BOOK, title=title), **wishes))


def problems(bound):
    """Prove what was made as a build does, with its files as they are."""
    return [problem for proof in bound.proofs for problem in proof(bound.files)]


def picture(colour=(30, 90, 120), size=(600, 900)):
    """Return a person's picture: a lighter disc on a colour."""
    import io

    from PIL import Image as pictures  # noqa: N813 — as raster names it
    from PIL import ImageDraw

    drawn = pictures.new("RGB", size, colour)
    ImageDraw.Draw(drawn).ellipse((100, 100, 400, 400), fill=(230, 200, 120))
    target = io.BytesIO()
    drawn.save(target, "JPEG", quality=90)
    return Image(data=target.getvalue(), media_type="image/jpeg", width=size[0], height=size[1])
