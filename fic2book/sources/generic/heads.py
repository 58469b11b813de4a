"""Over a story on a page: its title, its by-line, the day it was posted, in the page's words."""

import re
from collections.abc import Iterator, Mapping

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Document, Kind, Sure
from fic2book.sources import look, rows, titles
from fic2book.sources.generic import datelines, furniture
from fic2book.sources.generic.datelines import Opening

_HEADINGS = ("h1", "h2", "h3")
_ROWS = 8  # rows between a title and its story in which by-line and date stand
_SITE = re.compile(r"\s+(?:[|»·•]|::|«)\s+.*\Z")
_NO_TITLE = re.compile(
    r"(?:untitled.*|unknown|microsoft word - .*|document ?\d*|new page.*|index|home|"
    r"page \d+|(?:no )?title|.*\.(?:docx?|html?|txt|odt))\Z"
)


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
        if datelines.take_day(row, opening, document.format):
            markup.remove(row)
        elif titles.byline(look.text(row)) and outside:
            opening.blocks.append(row)
        elif furniture.prose(row) and not outside:
            break
    if inside and opening.title is not None:
        _clear_above(opening.title, body)
        if _said_before(opening.title, body) and len(rows.rows(opening.title)) == 1:
            _take_title(opening.title, opening, document)
    for row in [row for row in body.iter() if row.get("data-line") and row.tag != "br"][-datelines.BEHIND :]:
        if datelines.take_signature(row, opening, document.format):
            markup.remove(row)
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
    told = [heading for heading in headings if _is_told(heading, document) and not titles.byline(look.text(heading))]
    if document.format == "epub":
        told = [heading for heading in told if not _said_before(heading, body)]
    within = [heading for heading in headings if body in heading.iterancestors() or heading.getparent() is body]
    first = [heading for heading in within if heading.tag == within[0].tag]
    told = [heading for heading in told if not _said_before(heading, root)][-1:] or told
    best = [heading for heading in (*named[:1], *told) if not _is_site(heading, document)]
    if best:
        return best[0]
    stated = any(not is_programs(text) for text in _stated(document))
    alone = len(first) == 1 and not stated and not _said_before(first[0], body)
    return first[0] if alone and titles.is_title(look.text(first[0]), "h1") else None


def _part_byline(title: Element) -> Element | None:
    """Give the by-line in a title's own row a paragraph of its own, where the name is a link."""
    links = list(title.iter("a"))
    name = links[-1] if links else None
    if name is None or name.getparent() is not title or name.getnext() is not None or (name.tail or "").strip():
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
    if any(words == letters(text) for text in _stated(document)):
        return True
    called = [letters(text) for text in document.head.get("title", ())]
    return any(text.startswith(words) or text.endswith(words) for text in called)


def _stated(document: Document) -> tuple[str, ...]:
    """Return the titles that a page's or a package's head states."""
    return tuple(text for key in ("og:title", "dc:title") for text in document.head.get(key, ()))


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


def _take_title(title: Element, opening: Opening, document: Document) -> None:
    """Take a title out from among a story's words: moved over them it would be a word more, if it is not believed.

    One that is not the title that the file states is a heading of the text, and stays where it is.
    """
    words = look.text(title)
    if is_programs(words):
        return
    stated = [text for text in _stated(document) if not is_programs(text)]
    if stated and letters(words) not in map(letters, stated):
        opening.title = None
        return
    opening.facts["title"] = words
    opening.title = None
    opening.changes += [
        Change(rule=document.format, kind=Kind.MOVED, line=row, before=said, after="title", sure=Sure.LIKELY)
        for row, said in rows.words_by_row(title).items()
    ]
    rows.cut(title)


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
