"""The stories' pictures on paper: as large as they are, no larger than the page, and deep by whole lines."""

from collections.abc import Mapping
from math import ceil

from fic2book import press
from fic2book.markup import Element
from fic2book.model import Anthology, PageDesign, Picture
from fic2book.writers.pictures import PictureFile, files, shown

_PX = 0.75  # points in a CSS pixel: pictures from the web are as large as a browser shows them
_ROOM = 2  # lines of a page that a picture leaves to the text
_APART = 2  # lines of white round a plate, shared between above and below
_FIRST = 14  # lines of a plate that a story begins with: it stands below the opener
_LOGO = (0.3, 2.75)  # of the measure, and lines: the press's mark is no larger than a publisher's on a title page
_IN_LINE = 0.9  # of the leading: a sign may not push the lines apart


def resources(anthology: Anthology, roots: tuple[Element, ...]) -> dict[str, bytes]:
    """Return the pictures that some page shows, by the name of their file."""
    asked = shown(roots)
    return {name: picture.data for name, picture in files(anthology).values() if press.SCHEME + name in asked}


def place(section: Element, pictures: Mapping[str, PictureFile], page: PageDesign) -> None:
    """Lead the pictures of a section to the press, and say how large they are set.

    A plate has the measure and the page for bounds, and white around it that makes its depth a whole number of lines.
    A sign among words is no higher than a line.
    """
    first = _first_plate(section)
    if first is not None:
        section.set("class", f"{section.get('class', '')} plate-first".strip())
    for image in section.iter("img"):
        found = pictures.get(image.get("src", ""))
        if found is None:
            continue
        image.set("src", press.SCHEME + found.name)
        kind = image.get("class")
        if kind == "logo":
            _size(image, _filling(found.picture, _LOGO[0] * page.measure, _LOGO[1] * page.leading))
        elif kind == "sign":
            _size(image, _within(found.picture, page.measure, _IN_LINE * page.leading))
        else:
            _set_apart(image, found.picture, page, _FIRST if image is first else page.lines - _ROOM - _APART)


def _first_plate(section: Element) -> Element | None:
    """Return the picture that a story opens with, if its first block is one."""
    text = next((part for part in section.iter("div") if part.get("class") == "story-text" and len(part)), None)
    first = text[0] if text is not None else None
    return first.find(".//img") if first is not None and "picture" in (first.get("class") or "").split() else None


def _set_apart(image: Element, picture: Picture, page: PageDesign, lines: int) -> None:
    width, height = _within(picture, page.measure, lines * page.leading)
    deep = (ceil(height / page.leading) + _APART) * page.leading
    white = (deep - height) / 2
    size = f"width:{width:.2f}pt;height:{height:.2f}pt"
    image.set("style", f"{size};margin:{white:.2f}pt auto {deep - height - white:.2f}pt")


def _size(image: Element, size: tuple[float, float]) -> None:
    image.set("style", f"width:{size[0]:.2f}pt;height:{size[1]:.2f}pt")


def _filling(picture: Picture, widest: float, highest: float) -> tuple[float, float]:
    """Return the size of a picture that fills its room whatever its pixels: a mark is as large as it is meant to be."""
    scale = min(widest / picture.width, highest / picture.height)
    return picture.width * scale, picture.height * scale


def _within(picture: Picture, widest: float, highest: float) -> tuple[float, float]:
    width, height = picture.width * _PX, picture.height * _PX
    scale = min(1.0, widest / width, highest / height)
    return width * scale, height * scale
