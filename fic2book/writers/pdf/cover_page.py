"""The cover as the first page, to the edges."""

from fic2book import markup, press
from fic2book.markup import Element
from fic2book.model import Image

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}
_MAY_BE_CUT = 0.06  # of its height or width: what a cover may lose at the edges; more is not cut but framed


def name(cover: Image) -> str:
    """Return the picture's name among the press's resources."""
    return f"cover{_SUFFIXES.get(cover.media_type, '.jpg')}"


def section(cover: Image, label: str, ratio: float) -> Element:
    """Return the page; ``ratio`` is the paper's width by its height, ``label`` the page's name in the outline."""
    fits = abs(cover.width / cover.height / ratio - 1) <= _MAY_BE_CUT
    page = markup.new("section", class_="cover cut" if fits else "cover whole", id="cover.page", data_label=label)
    page.append(markup.new("img", src=press.SCHEME + name(cover), alt=cover.alt or label))
    return page
