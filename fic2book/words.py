"""The words of the book's own apparatus, by language: ``words.toml`` holds them, English stands in for the rest."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", re.ASCII)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "iw", "ckb", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the book says in its own voice; ``words.toml`` shows each one in English."""

    language: str
    """BCP 47 tag that these words are in, the book's own where its language is known."""
    untitled: str
    by: str
    and_: str
    anthology: str
    edited_by: str
    others: str
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
    manuscript: str
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
    one_image_left_out: str
    images_left_out: str
    notes: str
    picture: str
    gift: str
    unfinished: str
    chapters_of: str
    chapters_so_far: str
    one_chapter_so_far: str
    words_stated: str
    thousands: str
    inspired_by: str
    translation_of: str
    translated_as: str
    inspired: str
    day: str
    month: str
    months: tuple[str, ...]

    def listed(self, names: tuple[str, ...]) -> str:
        """Return names as a phrase: "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.and_} {names[-1]}"

    def counted(self, number: int) -> str:
        """Return a number with its thousands apart: "12,345"."""
        return f"{number:,}".replace(",", self.thousands)

    def dated(self, iso: str) -> str:
        """Return an ISO date, as far as it goes, as people write it; what is no date stays as it is."""
        year, _, rest = iso.partition("-")
        month, _, day = rest.partition("-")
        if not (month.isdecimal() and 1 <= int(month) <= 12):
            return iso
        name = self.months[int(month) - 1]
        if day.isdecimal():
            return self.day.format(day=int(day), month=name, year=year)
        return iso if day else self.month.format(month=name, year=year)


def words_of(language: str) -> Words:
    """Return the words for a book in ``language`` (BCP 47); English when it has none."""
    table = _tables()
    known = primary(language) in table
    said = table["en"] | (table[primary(language)] if known else {})
    values = {field.name: said[field.name.rstrip("_")] for field in fields(Words) if field.name != "language"}
    values["months"] = tuple(values["months"])
    return Words(language=language if known else "en", **values)


def known() -> tuple[str, ...]:
    """Return the languages that have words of their own."""
    return tuple(_tables())


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


@cache
def _tables() -> dict[str, dict[str, Any]]:  # tomllib's own type
    return tomllib.loads(files("fic2book").joinpath("words.toml").read_text("utf-8"))
