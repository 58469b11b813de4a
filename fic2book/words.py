"""The words of the book's own apparatus: English in ``words.toml``, others in the catalogues of ``locale/``."""

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from fic2book import locales

_DATE = re.compile(r"\d{4}(-\d\d){0,2}\Z", re.ASCII)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", re.ASCII)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "iw", "ckb", "ps", "sd", "ug", "ur", "yi"})


def _parted(joint: str) -> tuple[str, str]:
    """Part what stands between two names: signs and spaces, and a word with the space behind it."""
    word = joint.lstrip(" \u00a0,;،、，；")
    return joint.removesuffix(word), word


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase that counts something: ``[en]`` has its two forms, other languages as many as they need."""

    key: str
    one: str
    other: str
    tongue: locales.Tongue

    def said(self, number: int, **gaps: object) -> str:
        """Return the phrase for ``number``, which fills ``{count}``; ``gaps`` fill what else stands open."""
        form = locales.counted(self.tongue.catalogue, self.key, (self.one, self.other), number)
        return form.format(count=locales.number(self.tongue.locale, number), **gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the book says in its own voice; ``words.toml`` shows each one in English."""

    tongue: locales.Tongue
    untitled: str
    by: str
    edited_by: str
    others: Counted
    contents: str
    foreword: str
    afterword: str
    dedication: str
    colophon: str
    credits: str
    cover: str
    title_page: str
    half_title: str
    start: str
    landmarks: str
    scene_break: str
    warnings: str
    note: str
    summary: str
    footnotes: str
    rights: str
    sources: str
    made_with: str
    typefaces: str
    shared_on: str
    published: str
    updated: str
    series: str
    series_numbered: str
    collection: str
    fandom: str
    rating: str
    categories: str
    relationships: str
    characters: str
    tags: str
    images_left_out: Counted
    notes: str
    picture: str
    gift: str
    unfinished: str
    chapters_of: Counted
    chapters_so_far: Counted
    words_stated: Counted
    inspired_by: str
    translation_of: str
    translated_as: str
    inspired: str
    colon: str
    comma: str
    semicolon: str
    full_stop: str
    cover_of: str
    cover_by: str
    content_notes: str
    content_notes_lead: str
    nothing_stated: str
    see_content_notes: str
    see_notes: str
    page_number: str
    chapters_counted: Counted
    characters_counted: Counted
    minutes: Counted
    hours: Counted
    new: str
    permission: str
    book_in_series: str
    about_the_author: str
    about_the_authors: str
    imprint: str
    press_mark: str
    restored: str
    lines_set_aside: Counted
    notes_found: Counted
    breaks_restored: Counted
    letters_mended: Counted
    emphasis_restored: Counted
    signs_restored: Counted
    index: str
    authors: str
    fandoms: str
    set_in: str
    renewed: str
    page_list: str
    not_for_sale: str
    stories_by: str
    volume: str

    @property
    def language(self) -> str:
        """BCP 47 tag that these words are in, the book's own where its language is known."""
        return self.tongue.language

    def listed(self, names: tuple[str, ...]) -> str:
        """Return names as a phrase: "A, B and C"."""
        return "".join(name + joint for name, joint in self.joined(names))

    def joined(self, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return each name with what stands behind it in a list: a comma, "and", at last nothing."""
        return tuple(zip(names, locales.joints(self.tongue.locale, len(names)), strict=True)) if names else ()

    def strung(self, names: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
        """Return each name with what stands before it and behind it where lines may end: an "and" keeps to its name.

        A comma stays behind the name before it, and so does the space, at which a line may end.
        """
        parted = [(name, *_parted(joint)) for name, joint in self.joined(names)]
        befores = ("", *(word for _, _, word in parted))
        return tuple((before, name, behind) for before, (name, behind, _) in zip(befores, parted, strict=False))

    def counted(self, number: int) -> str:
        """Return a number with its thousands apart: "12,345"."""
        return locales.number(self.tongue.locale, number)

    def volume_of(self, number: int) -> str:
        """Return which volume of several a book is: "Volume I"."""
        return self.volume.format(number=locales.numeral(self.tongue, number))

    def dated(self, iso: str) -> str:
        """Return an ISO date, as far as it goes, as people write it; what is no date stays as it is."""
        if not _DATE.match(iso):
            return iso
        known = iso.count("-")
        try:
            when = date.fromisoformat(iso + "-01" * (2 - known))
        except ValueError:
            return iso
        return (locales.year, locales.month, locales.day)[known](self.tongue.locale, when)


@cache
def words_of(language: str) -> Words:
    """Return the words for a book in ``language`` (BCP 47); English when it has none."""
    tongue = locales.tongue(language)
    english = english_words()
    said: dict[str, Any] = {
        field.name: _phrase(field.name, english[field.name], tongue)
        for field in fields(Words)
        if field.name != "tongue"
    }  # a phrase or one that counts, as its field says
    return Words(tongue=tongue, **said)


def _phrase(key: str, english: str | dict[str, str], tongue: locales.Tongue) -> str | Counted:
    if isinstance(english, str):
        return locales.said(tongue.catalogue, key, english)
    return Counted(key, english["one"], english["other"], tongue)


@cache
def english_words() -> dict[str, str | dict[str, str]]:
    """Return the source of all words: a phrase, or for one that counts its forms for ``one`` and ``other``."""
    text = files("fic2book").joinpath("words.toml").read_text("utf-8")
    return dict(tomllib.loads(text)["en"])


def language_tag(language: str, otherwise: str = "en") -> str:
    """Return ``language`` when it is a well-formed BCP 47 tag, else ``otherwise``."""
    return language if _TAG.match(language) else otherwise


def primary(language: str) -> str:
    """Return the language itself, without script and region: ``pt`` of ``pt-BR``."""
    return language.partition("-")[0].lower()


def foreign(language: str, book: str) -> str:
    """Return the tag of a language that is another than the book's, whatever the region; else nothing."""
    tag = language_tag(language, "")
    return tag if primary(tag) != primary(book) else ""


def writing_direction(language: str) -> str:
    """Return ``rtl`` for a language written from right to left, else ``ltr``."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"
