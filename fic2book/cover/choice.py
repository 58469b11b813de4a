"""Which cover it is: layout, pattern and palette by name where somebody names them, else as the dice fall."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from fic2book.cover.character import Character
from fic2book.cover.design import Art, Layout
from fic2book.cover.dice import Dice
from fic2book.cover.layouts import COMPOSITIONS, LAYOUTS
from fic2book.cover.palettes import PALETTES, Palette
from fic2book.cover.patterns import PATTERNS
from fic2book.errors import SettingsError
from fic2book.model import Anthology

_Named = TypeVar("_Named", bound=Layout | Art | Palette)


class Wish(NamedTuple):
    """What a person asks of a drawn cover; empty: as title and authors decide."""

    style: str = ""
    """Names of layouts, patterns and palettes in any order; several of a kind: one of them."""
    seed: str = ""
    picture: str = ""
    """How a person's own picture is shown: ``full``, ``framed`` or ``band``."""
    accent: str = "cover"
    """The colour of the book's ornaments: ``cover`` (one of the cover's), ``none`` (black) or ``#rrggbb``."""


AS_IT_FALLS = Wish()


class Choice(NamedTuple):
    """One cover of all that can be drawn."""

    layout: Layout
    art: Art
    palette: Palette

    @property
    def words(self) -> str:
        """What to type to get it."""
        return f"{self.layout.name} {self.art.name} {self.palette.name}"


class _Asked(NamedTuple):
    """Names by kind."""

    layouts: frozenset[str]
    patterns: frozenset[str]
    palettes: frozenset[str]


def seed(anthology: Anthology, wish: Wish) -> str:
    """Return what the cover is thrown from: title and authors unless a seed is given."""
    return wish.seed or "\n".join((anthology.title, *anthology.authors))


def choose(seed: str, character: Character, wish: Wish) -> Choice:
    """Throw layout, pattern and palette, each for itself, among what is asked for and suits the theme."""
    asked = _asked(wish.style)
    pairs = compositions(character, wish)
    layout = Dice(f"{seed}\nlayout").choose(tuple(dict.fromkeys(layout for layout, _ in pairs)))
    art = Dice(f"{seed}\npattern").choose(tuple(art for other, art in pairs if other == layout))
    return Choice(layout, art, Dice(f"{seed}\npalette").choose(_palettes(character, asked)))


def compositions(character: Character, wish: Wish) -> tuple[tuple[Layout, Art], ...]:
    """Return the pairs of layout and pattern to choose from, never none.

    Names that are asked for count; a theme's preferences count among what is left. Two names that were never looked
    at together are drawn together all the same.
    """
    asked = _asked(wish.style)
    liked = _preferred(character)
    fit = tuple(pair for pair in COMPOSITIONS if _suits(pair, asked))
    if not fit:
        return tuple((layout, art) for layout in LAYOUTS for art in PATTERNS if _suits((layout, art), asked))
    return (
        tuple(pair for pair in fit if _suits(pair, liked))
        or tuple(pair for pair in fit if pair[0].name in liked.layouts or pair[1].name in liked.patterns)
        or fit
    )


def candidates(seed: str, character: Character, wish: Wish) -> tuple[Choice, ...]:
    """Return all covers to choose from: the one that would be drawn, every composition, every palette.

    The theme's own compositions come first; each takes the next palette, so that all are seen.
    """
    first = choose(seed, character, wish)
    asked = _asked(wish.style)
    palettes = _palettes(character, asked)
    pairs = (*compositions(character, wish), *(pair for pair in COMPOSITIONS if _suits(pair, asked)))
    start = palettes.index(first.palette)
    others = [
        Choice(layout, art, palettes[(start + number) % len(palettes)])
        for number, (layout, art) in enumerate(dict.fromkeys(pairs))
    ]
    coloured = [Choice(first.layout, first.art, palette) for palette in _all_palettes(asked)]
    return tuple(dict.fromkeys((first, *others, *coloured)))


def _suits(pair: tuple[Layout, Art], names: _Asked) -> bool:
    layout, art = pair
    return (not names.layouts or layout.name in names.layouts) and (not names.patterns or art.name in names.patterns)


def _palettes(character: Character, asked: _Asked) -> tuple[Palette, ...]:
    liked = _preferred(character).palettes
    return tuple(palette for palette in _all_palettes(asked) if palette.name in liked) or _all_palettes(asked)


def _all_palettes(asked: _Asked) -> tuple[Palette, ...]:
    return tuple(palette for palette in PALETTES if not asked.palettes or palette.name in asked.palettes)


def _preferred(character: Character) -> _Asked:
    """Return a theme's names, proved as a person's are."""
    return _Asked(
        frozenset(_known(name, {layout.name: layout for layout in LAYOUTS}).name for name in character.layouts),
        frozenset(_known(name, {art.name: art for art in PATTERNS}).name for name in character.patterns),
        frozenset(_known(name, {palette.name: palette for palette in PALETTES}).name for name in character.palettes),
    )


def _asked(style: str) -> _Asked:
    named = [_known(word, _everything()) for word in style.lower().replace(",", " ").replace("+", " ").split()]
    return _Asked(*(frozenset(one.name for one in named if isinstance(one, kind)) for kind in (Layout, Art, Palette)))


def _everything() -> Mapping[str, Layout | Art | Palette]:
    return {one.name: one for one in (*LAYOUTS, *PATTERNS, *PALETTES)}


def _known(word: str, known: Mapping[str, _Named]) -> _Named:
    if word in known:
        return known[word]
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise SettingsError(f"no cover has anything named “{word}”", way_out=hint + _all_names())


def _all_names() -> str:
    kinds: tuple[tuple[str, Iterable[Layout | Art | Palette]], ...] = (
        ("Layouts", LAYOUTS),
        ("patterns", PATTERNS),
        ("colours", PALETTES),
    )
    return "; ".join(f"{kind} are {', '.join(one.name for one in ones)}" for kind, ones in kinds) + "."
