"""Footnotes: from python-markdown's list to our ``aside`` elements at the body's end."""

import re
from collections.abc import Sequence

from fic2book import markup
from fic2book.model import Line

_DEFINITION = re.compile(r"\W*\[\^([^\]]*)\]:")


def renumber(root: markup.Element, lines: Sequence[Line]) -> None:
    """Give references and notes the book's shape, numbered in the order in which the text asks for them."""
    listed = root.find("div[@class='footnote']")
    if listed is None:
        return
    notes = {item.get("id", "").partition(":")[2]: item for item in listed.iter("li") if item.get("id")}
    numbers = _numbers(root, list(notes))
    places = {found[1]: line.number for line in reversed(lines) if (found := _DEFINITION.match(line.text))}
    for name, number in sorted(numbers.items(), key=lambda pair: pair[1]):
        aside = _aside(notes[name], number, asked=number in _asked(root))
        aside.set("data-line", str(places.get(name, listed.get("data-line", "0"))))
        root.append(aside)
    markup.remove(listed)


def _numbers(root: markup.Element, names: list[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    seen: set[str] = set()
    for sup in [sup for sup in root.iter("sup") if (sup.get("id") or "").startswith("fnref")]:
        name = (sup.get("id") or "").partition(":")[2]
        number = numbers.setdefault(name, len(numbers) + 1)
        reference = markup.new("a", str(number), class_="noteref", href=f"#fn-{number}")
        if name not in seen:
            reference.set("id", f"fnref-{number}")
        seen.add(name)
        reference.tail = sup.tail
        parent = sup.getparent()
        if parent is not None:
            parent.replace(sup, reference)
    for name in names:
        numbers.setdefault(name, len(numbers) + 1)
    return {name: number for name, number in numbers.items() if name in names}


def _asked(root: markup.Element) -> set[int]:
    return {
        int((link.get("id") or "-0").partition("-")[2]) for link in root.iter("a") if link.get("class") == "noteref"
    }


def _aside(item: markup.Element, number: int, *, asked: bool) -> markup.Element:
    aside = markup.new("aside", class_="footnote", id=f"fn-{number}")
    for back in [link for link in item.iter("a") if link.get("class") == "footnote-backref"]:
        markup.remove(back)
    blocks = list(item) or [markup.new("p")]
    if item.text and item.text.strip():
        first = markup.new("p", item.text.strip())
        blocks = [first, *blocks]
    aside.extend(blocks)
    for paragraph in [block for block in aside if markup.is_blank(block)]:
        markup.remove(paragraph)
    _number(aside, number, asked=asked)
    return aside


def _number(aside: markup.Element, number: int, *, asked: bool) -> None:
    """Put the number that leads back before the note's first words."""
    back = markup.new("a", str(number), class_="backref", href=f"#fnref-{number}")
    if not asked:
        back.attrib.pop("href")
    first = aside[0] if len(aside) and aside[0].tag == "p" else None
    if first is None:
        first = markup.new("p")
        aside.insert(0, first)
    back.tail = " " + (first.text or "").lstrip()
    first.text = None
    first.insert(0, back)
    for paragraph in aside:
        if len(paragraph) and paragraph[-1].tail:
            paragraph[-1].tail = paragraph[-1].tail.rstrip("\xa0 \n")
        elif paragraph.text:
            paragraph.text = paragraph.text.rstrip("\xa0 \n")
