"""Rows of a downloader's title page that state one thing each: ``Words: 1234``, or a label and its value below it."""

from collections.abc import Mapping, Sequence

from fic2book.sources import fields, page
from fic2book.sources.page import Page

Place = tuple[int, str]
"""A row and its words."""
_AS_SAID = frozenset({"status", "chapters_stated", "url", "title"})


def label_of(words: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """Return the label that a row begins with, and what it says; an empty label when it has none of these."""
    label, colon, said = words.partition(":")
    return (label.strip(), said.strip()) if colon and label.strip() in labels else ("", "")


def keep(opened: Page, place: Place, field: str) -> None:
    """Keep a row's words as a field; words that no field can hold stay for the ledger."""
    row, words = place
    value = words if field in _AS_SAID else fields.value(field, words) if field else None
    if value:
        page.keep_words(opened, (row, words), field, value)


def read(opened: Page, places: Sequence[Place], labels: Mapping[str, str]) -> None:
    """Keep what labelled rows say; a row without a label is left alone."""
    for row, words in places:
        label, said = label_of(words, labels)
        if label and said:
            keep(opened, (row, said), labels[label])
