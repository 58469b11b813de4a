"""A theme's looks in values: what code has to know of them; everything else is style sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fic2book.model.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How one kind of line is lettered; an empty ``face`` is the text face."""

    face: str = ""
    style: str = "normal"
    """``normal`` or ``italic``."""
    weight: int = 400
    caps: str = "none"
    """``none``, ``small-caps``, ``all-small-caps`` or ``capitals``."""
    tracking: float = 0.0
    """Space added between letters, in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ornament:
    """What parts scenes or stands on the title page: a sign of one of the theme's faces, or a picture."""

    sign: str = ""
    picture: Image | None = None
    """A drawing of the theme's own (SVG) or a person's picture; it goes before the sign."""
    size: float = 1.3
    """A sign's size, a picture's height: times the text's size."""
    is_coloured: bool = False
    """Whether a picture's colours are its own; else it is shown in the text's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The tokens of ``theme.toml``, read and proved."""

    scene: Ornament = field(default_factory=Ornament)
    """Between scenes."""
    title_page: Ornament = field(default_factory=Ornament)
    lettering: Mapping[str, Lettering] = field(default_factory=dict)
    """By kind of line: ``half-title``, ``title-page``, ``part``, ``story``, ``page``, ``chapter``, ``heading``,
    ``byline``, ``authors``, ``label``, ``lead-in``, ``head``."""
    drop_cap: Lettering = field(default_factory=Lettering)
    drop_cap_lines: int = 0
    """0: none."""
    align: str = "centre"
    """Titles and openers: ``centre`` or ``left``."""
    opener_lines: int = 5
    """White lines above a story's title."""
    rule: str = "none"
    """On an opener: ``none``, ``above``, ``short`` (under the title) or ``below``."""
    number: str = "none"
    """Of a story, above its title: ``none``, ``arabic`` or ``roman``."""
    contents: str = "leaders"
    """How a page number stands: ``leaders``, ``flush`` or ``after`` the title."""
    italics: str = "all"
    """``all``; ``emphasis``: only what authors have set in italics themselves."""
    hyphen: str = "‐"
    """At the end of a line."""
