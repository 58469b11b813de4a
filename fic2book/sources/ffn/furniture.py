"""What FanFiction.Net prints around every story: controls above it, buttons and forms below it."""

import re

_CONTROLS = re.compile(
    r"[\s+–−-]*(?:Full\s+3/4\s+1/2)?\s*(?:Expand\s+Tighten)?\s*\Z"
    r"|[\s<>«»]*(?:(?:Prev|Next|Review|Go|Jump:|Text Size|Contrast:?|Dark|Light|Follow|Favorite)[\s<>«».|•]*)+\Z"
    r"|(?:Font|Contrast|Text Size|Size|Width|Line Spacing):[\w\s.+-]{0,60}\Z|A\s*[+-]?(?:\s+A\s*[+-]?)+\Z",
)
_PREVIOUS = re.compile(r"\s*[<«]\s*Prev\b")
_NEXT = re.compile(r".*Next\s*[>»]\s*\Z")
_SURE = re.compile(
    r"\s*(?:Favorite\s*:\s*Story\s+Author\b.*|Follow\s*:\s*Story\s+Author\b.*|Post Review As"
    r"|Story:\s*Follow\s+Favorite\s+Author:.*|Share:\s*Email\s*\.\s*Facebook.*|Share:\s*Facebook\s*\.\s*Twitter.*"
    r"|Help\s*[.•]\s+.*\bTerms of Service\b.*|Desktop/Tablet Mode\b.*"
    r"|The author would like to thank you for your continued support\. Your review has been posted\."
    r"|[<«\s]*(?:Prev\s+)?Ch\s+\d+\s+of\s+\d+(?:\s+Next)?[\s>»|]*(?:Review)?)\s*\Z"
)
_MENU = re.compile(
    r"(?:Anime/Manga|Books|Cartoons|Comics|Games|Misc|Movies|Plays/Musicals|TV Shows)[\s»>]*(?P<fandom>\S.*)\Z"
)
_CROSSOVER = re.compile(r"(?:Crossovers?[\s»>]*)?(?P<fandoms>\S.*\S)\s+Crossover\Z")


def is_control(row: str) -> bool:
    """Tell whether a row between the Rated line and the story is the site's."""
    return _CONTROLS.match(row) is not None


def has_previous(row: str) -> bool:
    """Tell whether a row has the button that leads to a chapter before."""
    return _PREVIOUS.match(row) is not None


def has_next(row: str) -> bool:
    """Tell whether a row has the button that leads to a chapter behind."""
    return _NEXT.match(row) is not None


def is_tail(row: str) -> bool:
    """Tell whether a row can only be the site's, below a story."""
    return _SURE.match(row) is not None


def fandoms(row: str) -> tuple[str, ...]:
    """Return the fandoms that a row of the path above the title names: ``BooksPride`` or ``A + B Crossover``."""
    bare = re.sub(r"^\s*(?:Home\s*)?[»>]\s*", "", row).strip()
    crossover = _CROSSOVER.match(bare)
    if crossover:
        return tuple(name.strip() for name in crossover["fandoms"].split(" + ") if name.strip())
    menu = _MENU.match(bare)
    return (menu["fandom"].strip(),) if menu else ()
