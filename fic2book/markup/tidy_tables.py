"""Tables of a page: which are tables, and which only put a text into a frame."""

from collections.abc import Iterator

from lxml import etree

from fic2book.markup.tree import Element

_GROUPS = frozenset({"thead", "tbody", "tfoot"})


def is_table(element: Element) -> bool:
    """Tell whether a table has columns and is sound; one cell a row is a frame around a text."""
    groups = [child for child in element if child.tag in _GROUPS]
    parts = [child for child in element if child.tag not in _GROUPS] + [row for group in groups for row in group]
    trs = [part for part in parts if part.tag == "tr"]
    odd = [part for part in parts if part.tag not in {"tr", "caption"}]
    odd += [cell for row in trs for cell in row if cell.tag not in {"td", "th"}]
    stray = any((place.text or "").strip() for place in (element, *groups, *trs))
    captions = sum(1 for part in parts if part.tag == "caption")
    return not odd and not stray and captions < 2 and any(len(row) > 1 for row in trs)


def rows(table: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield each row's group (``thead``, else nothing) and its cells, in order; rows without cells are none."""
    first = next((child for child in table if child.tag != "caption"), None)
    for row in table.iter("tr"):
        parent = row.getparent()
        if len(row) and next(row.iterancestors("table")) is table:
            yield ("thead" if parent is first and first is not None and first.tag == "thead" else ""), list(row)


def captions(table: Element) -> list[Element]:
    """Return the table's caption, if it has one."""
    return [child for child in table if child.tag == "caption"]


def section(table: Element, group: str) -> Element:
    """Return where a row of this group belongs: in the head, else in the body, made when it is the first."""
    name = group or "tbody"
    last = table[-1] if len(table) else None
    return last if last is not None and last.tag == name else etree.SubElement(table, name)


def spans(target: Element, cell: Element) -> None:
    """Keep how many columns and rows a cell takes."""
    for name in ("colspan", "rowspan"):
        value = number(cell.get(name))
        if value not in {"", "0", "1"}:
            target.set(name, value)


def number(value: str | None) -> str:
    """Return a whole number of at most three digits as it may stand in an attribute, else nothing."""
    said = (value or "").strip()
    return str(int(said)) if said.isascii() and said.isdigit() and len(said) < 4 else ""
