"""Languages as people write and count in them: a catalogue of words each, and the CLDR's dates, lists and plurals.

The only babel. It is imported inside the functions: with its tables it costs 40 ms that ``--help`` need not wait for.
"""

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from babel import Locale
    from babel.support import NullTranslations

_SPARE = "\0"
"""Stands for a name in a list's pattern: no name holds it."""
_WORLD_ENGLISH = "en_001"
"""English of no country: 21 April 2019; A, B and C."""

_WITHOUT_ROMAN = frozenset({"ar", "he", "ja", "zh"})
"""Languages with a catalogue whose books do not number volumes in Latin letters."""
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Tongue(NamedTuple):
    """The language that a book's own words are in."""

    language: str
    """BCP 47 tag: the book's own where its language has a catalogue, else English."""
    catalogue: str
    """The catalogue's name, ``pt_BR``; empty for English, which is the source of all."""
    locale: str
    """Where dates, numbers and lists are looked up, ``pt_BR``."""


def tongue(language: str) -> Tongue:
    """Return the words' language for a book in ``language`` (BCP 47): its own, its nearest relation's, or English."""
    locale = _locale(language)
    if locale is None:
        return Tongue("en", "", _WORLD_ENGLISH)
    if locale.language == "en":
        return Tongue(language, "", _WORLD_ENGLISH if locale.territory is None else str(locale))
    there = catalogues()
    name = next((name for name in _names(locale) if name in there), "")
    return Tongue(language, name, str(locale)) if name else Tongue("en", "", _WORLD_ENGLISH)


@cache
def catalogues() -> tuple[str, ...]:
    """Return the names of the catalogues, sorted; English has none."""
    found = (entry.name for entry in files("fic2book").joinpath("locale").iterdir())
    return tuple(sorted(name.removesuffix(".po") for name in found if name.endswith(".po")))


def said(catalogue: str, key: str, english: str) -> str:
    """Return one phrase; what a catalogue lacks is said in English."""
    return str(_translations(catalogue).pgettext(key, english))


def counted(catalogue: str, key: str, english: tuple[str, str], number: int) -> str:
    """Return the form of a phrase that goes with ``number``, of as many as the language has."""
    return str(_translations(catalogue).npgettext(key, *english, number))


def joints(locale: str, count: int) -> tuple[str, ...]:
    """Return what stands behind each of ``count`` names in a list: ", ", " and " and nothing."""
    from babel.lists import format_list

    return tuple(format_list([_SPARE] * count, locale=locale).split(_SPARE)[1:])


def number(locale: str, value: int) -> str:
    """Return a number with its thousands apart."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)


def numeral(tongue: Tongue, value: int) -> str:
    """Return a number as volumes bear it: Roman, where the language's own letters are no others than those."""
    return str(value) if tongue.language.partition("-")[0].lower() in _WITHOUT_ROMAN else roman(value)


def roman(value: int) -> str:
    """Return a number above 0 in Roman numerals: XIV."""
    written = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        written += sign * times
    return written


def day(locale: str, when: date) -> str:
    """Return a date in words: 21 April 2019."""
    from babel.dates import format_date

    return format_date(when, "long", locale=locale)


def month(locale: str, when: date) -> str:
    """Return a month and its year: April 2019."""
    return _skeleton(locale, when, "yMMMM")


def year(locale: str, when: date) -> str:
    """Return a year as it stands alone: 2019, in Chinese 2019年."""
    return _skeleton(locale, when, "y")


def _skeleton(locale: str, when: date, parts: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(parts, when, locale=locale)


@cache
def _locale(language: str) -> "Locale | None":
    """Return the CLDR's locale of a tag, or of as much of its beginning as it knows."""
    from babel import Locale, UnknownLocaleError

    parts = language.split("-")
    while any(parts):
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return None


def _names(locale: "Locale") -> Iterator[str]:
    """Yield the catalogues that would do, the best first: zh_Hant of zh-TW, pt_PT of pt-AO, pt_BR of pt."""
    from babel.core import get_global

    whole = str(locale)
    language, *rest = str(get_global("likely_subtags").get(whole, whole)).split("_")
    yield "_".join([language, *rest])
    yield from (f"{language}_{part}" for part in reversed(rest))
    yield str(get_global("parent_exceptions").get(whole, ""))
    yield language


@cache
def _translations(catalogue: str) -> "NullTranslations":
    """Return a catalogue ready for use; its fuzzy entries are left out, as nobody has read them."""
    from babel.support import NullTranslations, Translations

    if not catalogue:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    text = files("fic2book").joinpath("locale", f"{catalogue}.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale=catalogue))
    compiled.seek(0)
    return Translations(compiled)
