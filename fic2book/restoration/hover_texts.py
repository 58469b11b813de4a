"""Rule: what a page shows only under the mouse becomes a footnote: paper and e-readers have no mouse."""

import re

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context

HOVER = "data-hover"
_MARK = "data-mark"
_TOOLTIP = re.compile(
    r"(?:https?:|www\.|mailto:|permalink|permanent link|(?:opens?|shows?) (?:in|on)\b|click\b|links? to\b|go to\b|"
    r"see more|view (?:all|more|post|profile|the)|visit\b|read more|share\b|reply\b|back to\b|external link|"
    r"\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_PLACES = frozenset({"p", "li", "blockquote", "div", "td", "dd"})


def hover_texts(root: Element, context: Context) -> None:
    """Make a footnote of each ``title`` that says more than the words it explains; one for the same words twice."""
    if not context.paged:
        return
    seen: set[tuple[str, str]] = set()
    for element in [element for element in root.iter("abbr", "span", "a", "dfn") if element.get("title")]:
        title = " ".join(str(element.attrib.pop("title")).split())
        said = markup.text_of(element).strip()
        if not _says_more(title, said) or rows.are_text(element, context):
            continue
        if (letters(said), title) not in seen and _block(element).tag in _PLACES:
            _explain(root, element, title, len(seen))
            seen.add((letters(said), title))


def _says_more(title: str, said: str) -> bool:
    new = letters(title)
    return bool(new and letters(said)) and new not in letters(said) and _TOOLTIP.match(title) is None


def _block(element: Element) -> Element:
    return next(place for place in element.iterancestors() if place.tag in markup.BLOCKS)


def _explain(root: Element, element: Element, title: str, number: int) -> None:
    name = f"hover-{number}"
    call = markup.new("a", class_="noteref", href=f"#{name}")
    call.set(_MARK, "")
    element.addnext(call)
    call.tail, element.tail = element.tail, None
    aside = markup.new("aside", class_="footnote", id=name, data_line=str(rows.first(element)))
    aside.set(_MARK, "")
    aside.set(HOVER, title)
    aside.append(markup.new("p", title))
    root.append(aside)
