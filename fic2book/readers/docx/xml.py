"""Word's XML by local names: its namespaces come in two versions (ECMA-376 transitional and strict)."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element


def name(element: Element) -> str:
    """Return an element's name without its namespace; nothing for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute, whatever its namespace; nothing when it, or the element, is not there."""
    if element is None:
        return ""
    return next((str(said) for key, said in element.attrib.items() if str(key).rpartition("}")[2] == attribute), "")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of that name, or a grandchild along a path of names."""
    for step in path:
        element = next((inner for inner in element if name(inner) == step), None) if element is not None else None
    return element


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and not turned off (17.17.4 of ECMA-376)."""
    return element is not None and value(element).lower() not in {"0", "false", "off", "none"}


def every(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names inside ``root``, in order; the tree may change meanwhile."""
    yield from [element for element in root.iter() if name(element) in names]


def words(element: Element) -> str:
    """Return the words inside an element, deleted ones too: a space for tabs and breaks, a line end a paragraph."""
    pieces: list[str] = []
    for inner in element.iter():
        kind = name(inner)
        if kind in {"t", "delText"}:
            pieces.append(inner.text or "")
        elif kind in {"tab", "br", "cr"}:
            pieces.append(" ")
        elif kind == "p":
            pieces.append("\n")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def made(like: Element, kind: str, **attributes: str) -> Element:
    """Make an element of Word's main namespace as ``like`` has it; a damaged file has none."""
    namespace = "".join(like.tag.rpartition("}")[:2])
    return markup.new_xml(namespace + kind, {namespace + key: said for key, said in attributes.items()})
