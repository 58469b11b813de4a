"""Works that a story grew from, was translated from or inspired, as the Archive lists them."""

import re
from dataclasses import replace

from fic2book.markup import Element
from fic2book.model import Related
from fic2book.sources import look, page, rows
from fic2book.sources.page import Page

_SITE = "https://archiveofourown.org"
_LABEL = re.compile(r"(Inspired by|A translation of|Translation into [^:]{1,60} available:)\s+", re.IGNORECASE)
_END = re.compile(r"(?<!\s)\s*\.?(?:\s*Log in to view\.?)?\Z", re.IGNORECASE)
_FOR = re.compile(r"(?:For|A gift for)\s+(?P<names>.+?)\s*\.?\Z", re.IGNORECASE)


def keep_item(opened: Page, item: Element, *, inspired: bool = False) -> None:
    """Keep one item: a related work, or whom the work is for; what is neither is set aside with the page."""
    text = look.text(item)
    gift = _FOR.match(text)
    if gift:
        names = look.links(item) or tuple(name.strip() for name in gift["names"].split(","))
        page.keep(opened, item, "recipients", names)
        return
    found = related(text, look.links(item))
    if found is None or not (inspired or found[1]):
        return
    work, label = replace(found[0], url=_address(item, found[0].title)), found[1]
    if work.how == "translated as":
        _set_label_aside(opened, item, label)
    page.keep(opened, item, "related", (work if label else replace(work, how="inspired"),))


def _set_label_aside(opened: Page, item: Element, label: str) -> None:
    """Set the words before a title aside, in whichever rows they stand."""
    left = label
    for row, words in rows.words_by_row(item).items():
        part = words if left.startswith(words) else left if words.startswith(left) else ""
        page.set_aside_words(opened, row, part)
        left = left.removeprefix(part).strip()


def related(text: str, links: tuple[str, ...] = ()) -> tuple[Related, str] | None:
    """Return the work that a line names, and the label before it; ``None`` for a line that names none.

    A title may hold the word *by*, so the link says where it ends; without one the last *by* does.
    """
    label = _LABEL.match(text)
    said = _END.sub("", text[label.end() :] if label else text)
    title, _, authors = said.rpartition(" by ") if " by " in said else (said, "", "")
    if links and said.startswith(links[0]):
        title, authors = links[0], said.removeprefix(links[0]).strip().removeprefix("by ")
    if not title.strip():
        return None
    names = tuple(name.strip() for name in authors.split(",") if name.strip())
    return Related(how=_how(label[1] if label else ""), title=title.strip(), authors=names), label[1] if label else ""


def _how(label: str) -> str:
    if label.lower().startswith("translation into"):
        return "translated as"
    return label.lower() or "inspired by"


def _address(item: Element, title: str) -> str:
    address = next((link.get("href", "") for link in item.iter("a") if look.text(link) == title), "")
    return f"{_SITE}{address}" if address.startswith("/") else address
