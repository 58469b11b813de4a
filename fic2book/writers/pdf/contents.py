"""The printed contents and content notes: each entry with a leader and its page number."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import PageDesign

LEADER = "leader.svg"
"""Name of the leader's one dot among the press's resources."""
_HEAD = 9  # lines that the heading takes with its space
_FOLIO, _MEAN_LETTER = 2.5, 0.45  # of the size: what a page number takes, and a letter of a title
_APART = "page-entry"
_AIRY = 3  # lines of an entry: title, author, and a white one


def add_folios(section: Element, page: PageDesign) -> None:
    """Give each entry a leader and a page number, which the style sheet counts.

    The number hangs on a span beside the words: ``target-counter`` on the link itself makes WeasyPrint write the
    link's tag three times; and the leader is a background, for ``leader()`` writes a tag for each dot. A list that
    fills no more than a page gets air between its entries.
    """
    for entry in section.iter("a"):
        title = next((part for part in entry.iter("span") if part.get("class") == "entry-title"), None)
        if title is not None:
            _add_folio(title, entry.get("href") or "", "folio roman" if _is_front(entry) else "folio")
    if _lines(section, page) <= page.lines - _HEAD + 1:
        section.set("class", f"{section.get('class')} airy")


def leader(page: PageDesign) -> bytes:
    """Draw one dot of the leader, which the style sheet repeats: half a size wide, on the text's base line."""
    step, up = page.size / 2, page.leading * 0.29
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{step:g}pt" height="{page.leading:g}pt" '
        f'viewBox="0 0 {step:g} {page.leading:g}">'
        f'<circle cx="{step / 2:g}" cy="{page.leading - up:.2f}" r="{page.size / 28:.2f}"/></svg>'
    ).encode()


def _lines(section: Element, page: PageDesign) -> int:
    """Count the lines of an airy list, roughly, with those that long titles turn over to."""
    told = sum(1 for line in section.iter("p")) + sum(2 for line in section.iter("li") if line.get("class") == _APART)
    room = (page.measure - _FOLIO * page.size) / (page.size * _MEAN_LETTER)
    turned = sum(int(len(markup.text_of(one)) // room) for one in section.iter("span") if one.get("class") == "words")
    return told + turned + sum(_taken(set((one.get("class") or "").split())) for one in section.iter("li"))


def _taken(kinds: set[str]) -> int:
    """Return the lines of an entry, by its classes."""
    return _AIRY if "entry" in kinds else 1


def _is_front(entry: Element) -> bool:
    """Tell whether an entry leads to a page with a roman number."""
    line = entry.getparent()
    return line is not None and "roman" in (line.get("class") or "").split()


def _add_folio(title: Element, target: str, kind: str) -> None:
    ink = markup.new("span", class_="ink")
    ink.text, title.text = title.text, None
    ink.extend(list(title))
    words = markup.new("span", class_="words")
    words.append(ink)
    title.extend([words, markup.new("span", class_=kind, data_to=target)])
