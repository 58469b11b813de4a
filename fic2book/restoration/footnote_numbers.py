"""Rule: footnotes are numbered in the order in which the text calls them, and each leads back to its call."""

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context
from fic2book.restoration.footnotes import MARK, RULE
from fic2book.restoration.hover_texts import HOVER

_NEAR = 30
"""Characters before a call that tell its place in the row."""


def footnote_numbers(root: Element, context: Context) -> None:
    """Give new footnotes their numbers; the ledger tells which marks became other ones, and of words added."""
    calls = [link for link in root.iter("a") if link.get("class") == "noteref" and MARK in link.attrib]
    if not calls:
        return
    asides = {aside.get("id", ""): aside for aside in root.iter("aside") if MARK in aside.attrib}
    taken = sum(1 for aside in root.iter("aside") if aside.get("class") == "footnote") - len(asides)
    numbers: dict[str, int] = {}
    for call in calls:
        numbers.setdefault(call.get("href", "")[1:], len(numbers) + taken + 1)
    for call in reversed(calls):  # so that what is told of a row holds no words told of it before
        name = call.get("href", "")[1:]
        if _tell(call, asides[name], numbers[name], context):
            call.text = f"[{numbers[name]}]"  # as the ledger has it
    called: set[int] = set()
    for call in calls:
        number = numbers[call.get("href", "")[1:]]
        _number(call, number, first=number not in called)
        called.add(number)
    for name, number in numbers.items():
        _finish(asides[name], number, context)
        root.append(asides[name])


def _tell(call: Element, aside: Element, number: int, context: Context) -> bool:
    """Enter a call whose number is another than the manuscript's, and words that no row of it shows; tell whether."""
    row, before = rows.before(call)
    mark, near = call.get(MARK, ""), before[-_NEAR:]
    hover = aside.get(HOVER)
    if hover:  # told at the row's end, for the row may move as one
        whole = dict(rows.words(_holder(call))).get(row, before)
        behind = whole[len(before) :] if whole.startswith(before) else ""
        context.ledger.rewritten("hover_texts", row, before + behind, f"{before}[{number}]{behind} ({number} {hover})")
    elif letters(mark) != str(number):
        context.ledger.rewritten(aside.get(RULE, "footnotes"), row, near + mark, f"{near}[{number}]")
    return bool(hover) or letters(mark) != str(number)


def _holder(call: Element) -> Element:
    return next((place for place in call.iterancestors() if place.get("data-line")), call)


def _number(call: Element, number: int, *, first: bool) -> None:
    for child in list(call):
        markup.remove(child)
    call.text = str(number)
    call.set("href", f"#fn-{number}")
    call.attrib.pop(MARK)
    if first:
        call.set("id", f"fnref-{number}")


def _finish(aside: Element, number: int, context: Context) -> None:
    mark = str(aside.attrib.pop(MARK))
    aside.attrib.pop(HOVER, "")
    rule = str(aside.attrib.pop(RULE, "footnotes"))
    if mark and mark != str(number):
        context.ledger.rewritten(rule, rows.first(aside), mark, str(number))
    aside.set("id", f"fn-{number}")
    first = aside[0] if len(aside) and aside[0].tag == "p" else markup.new("p")
    if first.getparent() is None:
        aside.insert(0, first)
    back = markup.new("a", str(number), class_="backref", href=f"#fnref-{number}")
    back.tail = " " + (first.text or "").lstrip()
    first.text = None
    first.insert(0, back)
