"""A whole book in shades of grey: the pictures of its stories, the mark of the press, the ornaments and the cover."""

from dataclasses import replace

from fic2book import raster
from fic2book.model import Anthology, Image, Ornament, Picture, Theme


def anthology(book: Anthology) -> Anthology:
    """Return the book with the pictures that its stories and its press show, and a cover of one's own, in grey."""
    stories = tuple(replace(story, pictures=tuple(map(_picture, story.pictures))) for story in book.stories)
    imprint = replace(book.imprint, logo=_image(book.imprint.logo))
    return replace(book, stories=stories, imprint=imprint, cover=_image(book.cover))


def theme(looks: Theme) -> Theme:
    """Return the theme with its ornaments in grey."""
    changed = replace(looks.looks, scene=_ornament(looks.looks.scene), title_page=_ornament(looks.looks.title_page))
    return replace(looks, looks=changed)


def _image(picture: Image | None) -> Image | None:
    return raster.grey(picture) if picture else None


def _picture(picture: Picture) -> Picture:
    coloured = Image(data=picture.data, media_type=picture.media_type, width=picture.width, height=picture.height)
    return replace(picture, data=raster.grey(coloured).data)


def _ornament(ornament: Ornament) -> Ornament:
    return replace(ornament, picture=_image(ornament.picture))
