"""An anthology in its looks: laid out, with its theme, its page and its cover."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fic2book import cover, raster, sections, themes
from fic2book.cover import Wish
from fic2book.model import Anthology, Book, PageDesign, Settings, Theme

_PLAIN = Settings(folder=Path(), output=Path())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """The looks that a build gives to whatever it makes."""

    theme: Theme
    wish: Wish
    settings: Settings


def dressed(anthology: Anthology, dress: Dress, page: PageDesign, *, is_printed: bool) -> Book:
    """Return the content laid out, with its looks and its cover; ``is_printed`` draws the page's own front too."""
    theme, wish, settings = dress.theme, dress.wish, dress.settings
    drawn = cover.made(anthology, theme, wish)
    front = cover.front(anthology, theme, wish, page.width / page.height) if is_printed else None
    return Book(
        anthology=anthology,
        sections=sections.lay_out(anthology, themes.open_typefaces(theme), themes.own_typeface(theme)),
        theme=theme,
        cover=raster.grey(drawn) if settings.greyscale else drawn,
        front=raster.grey(front) if settings.greyscale and front else front,
        accent="" if settings.greyscale else cover.accent(anthology, theme, wish),
        page=page,
        archival=settings.archival,
        epub_fonts=settings.epub_fonts,
        asked=looks(settings, theme),
    )


def looks(settings: Settings, theme: Theme) -> Mapping[str, str]:
    """Return the looks that were asked for, for whoever makes the book again; no path of this machine is in them."""
    own = {"css": settings.css, "ornament": settings.ornament, "fonts": settings.fonts}
    names = ("page", "cover_picture", "cover_style", "cover_seed", "accent", "epub_fonts")
    said = {name: str(getattr(settings, name)) for name in names if getattr(settings, name) != getattr(_PLAIN, name)}
    return {"theme": theme.name, **said, **{name: "own" for name, given in own.items() if given}}
