"""What FanFicFare's title page calls a story's properties, in its own words and in those of the sites behind it.

The words are those of the program's ``defaults.ini`` (versions 1 to 4). Its "Category" is a fandom, its "Genre" holds
all of AO3's free tags; what belongs to nobody's book (counters, bookmarks, its own clock) is named too, so that a
line that only looks like a label is told from one.
"""

import re
from collections.abc import Mapping, Sequence

from fic2book.model import Series
from fic2book.sources import fields

_FIELDS: Mapping[str, str] = {
    label: field
    for field, said in {
        "title": "Title",
        "authors": "Author",
        "fandoms": "Category, Categories, Fandoms, Fandom, Crossover Fandom, Universe",
        "tags": "Genre, Genres, Freeform Tags, Additional Tags, Extra Tags, Tags, Site Tags, Site tags, Tropes, "
        "Keywords",
        "categories": "AO3 Categories, AdAstra Categories, CFAA Categories, superlove Categories, "
        "SquidgeWorld Categories",
        "language": "Language",
        "characters": "Characters",
        "relationships": "Relationships, Pairings, Relationship, Pairing",
        "series": "Series, Additional Series",
        "status": "Status",
        "published": "Published",
        "updated": "Updated",
        "rating": "Rating",
        "warnings": "Warnings, Archive Warning, Archive Warnings, Content Warnings",
        "chapters_stated": "Chapters, Chapters/Total Chapters",
        "words_stated": "Words",
        "url": "Story URL",
        "summary": "Summary",
        "collection": "Collections",
        "": "Packaged, Publisher, Author URL, Series URL, File Format, File Extension, Site Abbrev, Story ID, "
        "Author ID, Downloader Version, Total Chapters, Comments, Kudos, Hits, Bookmarks, Reviews, Favs, Follows, "
        "Favorites, Views, Votes, Likes, Readers, Restricted to Registered Users, Average Rating, Cover Source URL, "
        "I Bookmarked Story, I Marked for Later, I Subscribed, My Bookmark Tags, My Bookmark Summary, "
        "My Bookmark Private, My Bookmark Rec",
    }.items()
    for label in said.split(", ")
}
_LABEL = re.compile(r"\s*(?P<label>[A-Z][\w/ ]{1,32}?):(?:\s+(?P<value>\S.*?))?\s*\Z", re.DOTALL)
_OWN = frozenset({"Packaged", "Publisher", "Story URL", "Author URL"})
_IN_SERIES = re.compile(r"(?P<name>.+?)\s*\[(?P<number>[\d.]+)\]\Z")
_AO3_CATEGORIES = frozenset({"F/F", "F/M", "M/M", "Multi", "Gen", "Other"})


def split(line: str) -> tuple[str, str]:
    """Return label and value of one of the program's lines; empty label when it is none."""
    found = _LABEL.match(line)
    label = found["label"] if found else ""
    return (label, (found["value"] or "").strip()) if found and label in _FIELDS else ("", "")


def are_its_own(labels: Sequence[str]) -> bool:
    """Tell whether a block of labels is this program's: its clock, or two more that no fan writes."""
    return "Packaged" in labels or len(_OWN.intersection(labels)) > 1


def value(label: str, said: str, subjects: Sequence[str] = ()) -> dict[str, object]:
    """Return the fields of ``Story`` that a value fills; none when no book has a use for it.

    ``subjects`` are tags that the file lists one by one: a tag with a comma in it is one tag.
    """
    field = _FIELDS.get(label, "")
    if field == "url":
        said = said.replace(" ", "")  # a long address is cut at the line's end
    if field in {"status", "chapters_stated", "collection", "url"}:
        return {field: said} if said else {}
    if field == "series":
        found = _IN_SERIES.match(said)
        return (
            {field: (Series(name=found["name"], number=found["number"].removesuffix(".00")),)}
            if found
            else _one(field, said)
        )
    if field == "tags" and said:
        tags = _listed(said, subjects)
        kinds = tuple(tag for tag in tags if tag in _AO3_CATEGORIES)
        rest = tuple(tag for tag in tags if tag not in _AO3_CATEGORIES)
        return {name: items for name, items in (("tags", rest), ("categories", kinds)) if items}
    return _one(field, said) if field else {}


def _one(field: str, said: str) -> dict[str, object]:
    read = fields.value(field, said)
    return {} if read is None else {field: read}


def _listed(said: str, subjects: Sequence[str]) -> tuple[str, ...]:
    """Split a list at its commas, but not inside a tag that is known."""
    rest, found = said, list[str]()
    while rest:
        known = max((tag for tag in subjects if rest == tag or rest.startswith(f"{tag}, ")), key=len, default="")
        item = known or rest.partition(", ")[0]
        found.append(item.strip())
        rest = rest[len(item) :].removeprefix(", ").lstrip()
    return tuple(dict.fromkeys(filter(None, found)))
