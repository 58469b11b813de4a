"""The printed contents: each entry with a leader and its page number."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import PageDesign

LEADER = "leader.svg"
"""Name of the leader's one dot among the press's resources."""
_HEAD = 9  # lines that the heading takes with its space
_AIRY = 3  # lines of an entry: title, author, and a white one


def add_folios(section: Element, page: PageDesign) -> None:
    """Give each entry a leader and a page number, which the style sheet counts.

    The number hangs on a span beside the words: ``target-counter`` on the link itself makes WeasyPrint write the
    link's tag three times; and the leader is a background, for ``leader()`` writes a tag for each dot. A list that
    fills no more than a page gets air between its entries.
    """
    entries = [entry for entry in section.iter("a") if (entry.get("href") or "").startswith("#")]
    for entry in entries:
        title = next((part for part in entry.iter("span") if part.get("class") == "entry-title"), None)
        if title is not None:
            _add_folio(title, entry.get("href") or "")
    if len(entries) * _AIRY <= page.lines - _HEAD + 1:
        section.set("class", f"{section.get('class')} airy")


def leader(page: PageDesign) -> bytes:
    """Draw one dot of the leader, which the style sheet repeats: half a size wide, on the text's base line."""
    step, up = page.size / 2, page.leading * 0.29
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{step:g}pt" height="{page.leading:g}pt" '
        f'viewBox="0 0 {step:g} {page.leading:g}">'
        f'<circle cx="{step / 2:g}" cy="{page.leading - up:.2f}" r="{page.size / 28:.2f}"/></svg>'
    ).encode()


def _add_folio(title: Element, target: str) -> None:
    ink = markup.new("span", class_="ink")
    ink.text, title.text = title.text, None
    ink.extend(list(title))
    words = markup.new("span", class_="words")
    words.append(ink)
    title.extend([words, markup.new("span", class_="folio", data_to=target)])
