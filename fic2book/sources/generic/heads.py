"""Over a story on a page: its title, its by-line, the day it was posted, in the page's words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Document, Kind, Sure
from fic2book.sources import look, rows, titles
from fic2book.sources.generic import furniture
from fic2book.sources.values import date

_HEADINGS = ("h1", "h2", "h3")
_ROWS = 8  # rows between a title and its story in which by-line and date stand
_SITE = re.compile(r"\s+(?:[|»·•]|::|«)\s+.*\Z")
_NO_TITLE = re.compile(
    r"(?:untitled.*|unknown|microsoft word - .*|document ?\d*|new page.*|index|home|"
    r"page \d+|(?:no )?title|.*\.(?:docx?|html?|txt|odt))\Z"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}})"
)
_DATED = re.compile(
    rf"(?:(?:posted|published|written|updated|date)\b)?\W*(?:on\W+)?(?:\w+day,?\s+)?(?P<day>{_DAY})"
    r"(?:\W+(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]m)?)?(?:\W*\bby\s+(?P<name>\S.{0,40}?))?\W*\Z",
    re.IGNORECASE,
)
_BY_ON = re.compile(
    rf"(?:(?:posted|published|written)\s+)?by\s+(?P<name>\S.{{0,40}}?)\W+(?:on\s+)?(?P<day>{_DAY})\W*\Z", re.IGNORECASE
)


@dataclass(slots=True)
class Opening:
    """What stands over a story."""

    title: Element | None = None
    blocks: list[Element] = field(default_factory=list)
    """The title and the by-line, where they stand outside the story's own part of the page."""
    facts: dict[str, object] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def over(root: Element, body: Element, document: Document) -> Opening:
    """Find title, by-line and date over a story; junk above a title inside the story's part is taken out."""
    opening = Opening(_title(root, body, document))
    inside = opening.title is not None and body in opening.title.iterancestors()
    byline = _part_byline(opening.title) if opening.title is not None else None
    if opening.title is not None and not inside:
        opening.blocks += [opening.title] if byline is None else [opening.title, byline]
    order = [row for row in root.iter() if row.get("data-line") and row.tag != "br"]
    start = order.index(opening.title) + 1 if opening.title is not None and opening.title in order else 0
    for row in order[start : start + _ROWS] if opening.title is not None else []:
        outside = body not in row.iterancestors()
        if _take_dateline(row, opening, document.format):
            markup.remove(row)
        elif titles.byline(look.text(row)) and outside:
            opening.blocks.append(row)
        elif furniture.prose(row) and not outside:
            break
    if inside and opening.title is not None:
        _clear_above(opening.title, body)
    return opening


def from_page_title(document: Document) -> Mapping[str, object]:
    """Return what a page's head calls it, without the site's name, as a second-best title; nothing of a program's."""
    said = next(iter(document.head.get("title", ())), "")
    site = next(iter(document.head.get("og:site_name", ())), "")
    title = re.sub(rf"\s*[-–—|:»·]\s*{re.escape(site)}\W*\Z", "", said) if site else said
    title = _SITE.sub("", title).strip()
    return {titles.PAGE: title} if letters(title) and not is_programs(title) else {}


def is_programs(title: str) -> bool:
    """Tell whether a title was put there by a program, for want of one."""
    return _NO_TITLE.match(title.lower()) is not None


def drop_references(title: Element | None) -> Iterator[Change]:
    """Take the call of a footnote out of a title."""
    for link in list(title.iter("a")) if title is not None else ():
        if "noteref" in link.get("data-type", ""):
            words = rows.words_by_row(link)
            yield from (Change(rule="page", kind=Kind.REMOVED, line=row, before=text) for row, text in words.items())
            markup.remove(link)


def _title(root: Element, body: Element, document: Document) -> Element | None:
    """Return the heading that the page itself calls its title, else the story's first one if it is the only one."""
    headings = [heading for heading in root.iter(*_HEADINGS) if letters(look.text(heading))]
    named = [heading for heading in headings if {"title", "fulltitle"} & set(heading.get("data-type", "").split())]
    told = [heading for heading in headings if _is_told(heading, document)]
    if document.format == "epub":
        told = [heading for heading in told if not _said_before(heading, body)]
    within = [heading for heading in headings if body in heading.iterancestors() or heading.getparent() is body]
    first = [heading for heading in within if heading.tag == within[0].tag]
    best = [heading for heading in (*named[:1], *told) if not _is_site(heading, document)]
    if best:
        return best[0]
    stated = any(not is_programs(text) for key in ("og:title", "dc:title") for text in document.head.get(key, ()))
    alone = len(first) == 1 and not stated and not _said_before(first[0], body)
    return first[0] if alone and titles.is_title(look.text(first[0]), "h1") else None


def _part_byline(title: Element) -> Element | None:
    """Give the by-line in a title's own row a paragraph of its own, where the name is a link."""
    links = list(title.iter("a"))
    name = links[-1] if links else None
    if name is None or name.getparent() is not title or (name.tail or "").strip():
        return None
    above = name.getprevious()
    before = (above.tail if above is not None else title.text) or ""
    found = re.search(r"\s+by\s+\Z", before, re.IGNORECASE)
    if not found or not letters(look.text(name)):
        return None
    if above is not None:
        above.tail = before[: found.start()]
    else:
        title.text = before[: found.start()]
    byline = markup.new("p", found[0].strip() + " ", data_line=title.get("data-line", ""))
    byline.append(name)
    title.addnext(byline)
    return byline


def _is_told(heading: Element, document: Document) -> bool:
    """Tell whether a page's head names a heading: alone, or with the site's or the writer's name beside it."""
    words = letters(look.text(heading))
    if any(words == letters(text) for key in ("og:title", "dc:title") for text in document.head.get(key, ())):
        return True
    called = [letters(text) for text in document.head.get("title", ())]
    return any(text.startswith(words) or text.endswith(words) for text in called)


def _is_site(heading: Element, document: Document) -> bool:
    sites = {letters(site) for site in document.head.get("og:site_name", ())}
    return letters(look.text(heading)) in sites or titles.is_chapter(look.text(heading))


def _said_before(heading: Element, body: Element) -> int:
    said = 0
    for row in body.iter():
        if row is heading:
            break
        said += furniture.prose(row) if row.get("data-line") and row.tag != "br" else 0
    return said


def _clear_above(title: Element, body: Element) -> None:
    """Take out what stands above a title inside the story's part, if none of it is prose."""
    above: list[Element] = []
    for row in body.iter():
        if row is title:
            break
        above += [row] if row.get("data-line") and row.tag != "br" else []
    if not any(furniture.prose(row) for row in above):
        for row in above:
            markup.remove(row)


def _take_dateline(row: Element, opening: Opening, rule: str) -> bool:
    """Read the day, and the name if there is one, off a line such as "Posted on March 3, 2019 by ada_quay"."""
    text = look.text(row)
    found = _DATED.match(text) or _BY_ON.match(text) if len(text) < 120 else None
    if not found or not date(found["day"]):
        return False
    opening.facts.setdefault("published", date(found["day"]))
    if found["name"]:
        opening.facts.setdefault("authors", [found["name"].strip()])
    opening.changes += [
        Change(rule=rule, kind=Kind.MOVED, line=number, before=words, after=to, sure=Sure.LIKELY)
        for number, words in rows.words_by_row(row).items()
        for words, to in _sorted(words, found)
    ]
    return True


def _sorted(words: str, found: re.Match[str]) -> Iterable[tuple[str, str]]:
    """Part a date line into what names the writer and what names the day."""
    if not found["name"]:
        return [(words, "published")]
    before, name, after = words.partition(found["name"])
    parts = [(before.strip(), "published"), (name, "authors"), (after.strip(), "published")]
    return [(part, to) for part, to in parts if letters(part)]
