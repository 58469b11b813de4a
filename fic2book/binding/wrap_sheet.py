"""The sheet as the press gets it: the art, the outlines over it, and the words of back and flaps at their size."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from fic2book import markup, press, raster, scripts
from fic2book.binding.wrap_words import Content
from fic2book.cover.wraps import Panel, Wrap
from fic2book.model import Font, PageDesign, Theme, WrapPlan
from fic2book.words import writing_direction
from fic2book.writers.pdf import lent, page

_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Points; the first size at which everything fits is taken."""
_LARGE = (19.0, 17.0)
_FLAP_FROM = 4
"""Flaps begin smaller: their lines are short."""
_LETTER = 0.55
"""Breadth of a letter in ems, on the safe side."""
_SHORT = 260
"""Letters of a text that stands in the middle, line by line."""


class Hand(NamedTuple):
    """What words are set with."""

    design: PageDesign
    language: str
    faces: tuple[Font, ...]


class Setting(NamedTuple):
    """A panel's words as they are set."""

    panel: Panel
    content: Content
    size: float


class Sheet(NamedTuple):
    """Everything that is printed on a wrap."""

    plan: WrapPlan
    wrap: Wrap
    settings: Sequence[Setting]
    hand: Hand


def hand(theme: Theme, design: PageDesign, language: str, said: str) -> Hand:
    """Return what sets the words ``said``: the theme's faces, and those of others for letters that they lack."""
    return Hand(design, language, (*theme.fonts, *lent.borrowed(theme, design, said)))


def fitted(panel: Panel, contents: Sequence[Content], own: Hand) -> Setting:
    """Return the first of several contents that has room on a panel, as large as it may be; each takes less room."""
    tried = [content for content in contents if content.main or content.foot]
    first = _first(len(tried), lambda place: _fits(panel, tried[place], tried[place].least, own))
    if first == len(tried):
        return Setting(panel, Content("", "", "any words" if tried else ""), _SIZES[-1])
    sizes = _sizes(panel, tried[first])
    largest = _first(len(sizes) - 1, lambda place: _fits(panel, tried[first], sizes[place], own))
    return Setting(panel, tried[first], sizes[largest])


def art(sheet: Sheet) -> press.Typeset:
    """Lay out the sheet's art, without any words."""
    things = {_ART: sheet.wrap.art.encode(), **sheet.wrap.pictures}
    return printed(_picture(sheet, _ART), _sized(sheet), sheet.hand, things)


def words(sheet: Sheet) -> press.Typeset:
    """Lay out the sheet's words, on nothing."""
    return printed(body(sheet), _sized(sheet), sheet.hand, resources(sheet))


def body(sheet: Sheet) -> str:
    """Return the markup of the sheet's words: the outlines and the panels."""
    outlines = _picture(sheet, _LETTERS) if sheet.wrap.lettered else ""
    return outlines + "".join(_panel(setting, sheet.hand) for setting in sheet.settings)


def resources(sheet: Sheet) -> Mapping[str, bytes]:
    """Return what the markup of the words fetches."""
    return {_LETTERS: sheet.wrap.letters.encode()}


def _picture(sheet: Sheet, name: str) -> str:
    size = f"width: {sheet.plan.width:.4f}pt; height: {sheet.plan.height:.4f}pt"
    return f'<img alt="art" class="art" style="{size}" src="{press.SCHEME}{name}">'


def _sized(sheet: Sheet) -> str:
    return f"@page {{ size: {sheet.plan.width:.4f}pt {sheet.plan.height:.4f}pt; margin: 0 }}"


def printed(content: str, rules: str, own: Hand, things: Mapping[str, bytes]) -> press.Typeset:
    """Lay out a document of absolute places."""
    html = f'<html lang="{own.language}"><head><title>–</title></head><body>{content}</body></html>'
    faces = {font.path.name: font.path.read_bytes() for font in own.faces}
    sheets = (page.faces(own.faces), _css(own), rules)
    return press.typeset(html, sheets, {**things, **faces}, scripts.rules())


def _sizes(panel: Panel, content: Content) -> tuple[float, ...]:
    """Return the sizes to try: a line or two may be large, a flap's short lines begin smaller; no word is divided."""
    words = markup.plain(content.main)
    sizes = _SIZES[_FLAP_FROM:] if "flap" in panel.name else _SIZES
    if "flap" not in panel.name and len(words) <= _SHORT and _STORY not in content.main:
        sizes = (*_LARGE, *_SIZES)
    longest = max(map(len, words.split()), default=1)
    most = panel.area.width / (longest * _LETTER)
    return tuple(size for size in sizes if content.least <= size <= most) or (content.least,)


def _fits(panel: Panel, content: Content, size: float, own: Hand) -> bool:
    """Tell whether words have room on a panel at a size: whether they fill a page of its measures and no more."""
    area = panel.area
    rules = f"@page {{ size: {area.width:.2f}pt {area.height:.2f}pt; margin: 0 }}"
    text = f'<div class="{_classes(panel, content)}" style="font-size: {size}pt">{_parts(content, own)}</div>'
    return raster.page_count(printed(text, rules, own, {}).pdf) == 1


def _first(count: int, holds: Callable[[int], bool]) -> int:
    """Return the first of so many places at which something holds, by halves once the very first fails; else the count.

    What holds at a place holds at all that follow it.
    """
    if count == 0 or holds(0):
        return 0
    low, high = 1, count
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _panel(setting: Setting, own: Hand) -> str:
    area = setting.panel.area
    place = f"left: {area.x:.3f}pt; top: {area.y:.3f}pt; width: {area.width:.3f}pt; height: {area.height:.3f}pt"
    style = f"{place}; color: {setting.panel.colour}; font-size: {setting.size}pt"
    classes = _classes(setting.panel, setting.content)
    return f'<div class="panel {classes}" style="{style}">{_parts(setting.content, own)}</div>'


def _classes(panel: Panel, content: Content) -> str:
    short = len(markup.plain(content.main)) <= _SHORT or _STORY in content.main
    return " ".join(
        name
        for name, holds in (
            ("words", True),
            ("centred", panel.is_centred),
            ("lines", panel.is_centred and short),
            ("flap", "flap" in panel.name),
        )
        if holds
    )


def _parts(content: Content, own: Hand) -> str:
    turned = f'dir="{writing_direction(own.language)}"'
    below = f'<div class="rule"></div><div class="foot" {turned}>{content.foot}</div>' if content.foot else ""
    return f'<div class="main" {turned}>{content.main}</div><div>{below}</div>'


def _css(own: Hand) -> str:
    return _CSS.replace("FACE", own.design.face)


_STORY = 'class="story"'
_ART, _LETTERS = "wrap-art.svg", "wrap-letters.svg"
_CSS = """
html { font-family: "FACE", serif }
body { margin: 0 }
p { margin: 0 }
.art { position: absolute; left: 0; top: 0 }
.words { line-height: 1.38; hyphens: auto; hyphenate-limit-chars: 7 3 3; widows: 1; orphans: 1;
  overflow-wrap: break-word }
.panel { position: absolute; display: flex; flex-direction: column; justify-content: space-between }
.panel.centred .main { flex: 1; display: flex; flex-direction: column; justify-content: center }
.main { padding-bottom: 1.4em }
.rule { width: 2.6em; border-top: .05em solid; margin-bottom: 1em }
.centred .rule { margin-left: auto; margin-right: auto }
.main p + p { text-indent: 1.2em }
.centred .main { text-align: justify }
.centred .foot, .lines .main { text-align: center }
.lines .main p + p { text-indent: 0; margin-top: .5em }
.lines { hyphens: manual }
.flap .main { text-align: start }
.foot { font-size: .86em; line-height: 1.35 }
.names { font-style: italic; margin-bottom: .9em; hyphens: manual }
.main .names { margin-bottom: 0 }
.sale { font-style: italic; font-size: .92em }
.press { letter-spacing: .02em }
.main .story + .story { text-indent: 0; margin-top: .42em }
.story { hyphens: manual }
.by { display: inline-block; font-style: italic; font-size: .9em; padding-left: .5em }
.titles { hyphens: manual; line-height: 1.5 }
.centred .titles { text-align: center }
.main .title { font-size: 1.45em; line-height: 1.2; margin-bottom: .6em; hyphens: manual }
.main .heading { font-style: italic; margin-bottom: .6em }
.main .title + p, .main .heading + p { text-indent: 0 }
"""
