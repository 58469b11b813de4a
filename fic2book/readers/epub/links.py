"""Links between the pages of a book become links inside one body; an id that two pages share is told apart."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from fic2book import markup
from fic2book.markup import Element
from fic2book.readers.epub.names import Names, find, fragment, leads_out
from fic2book.slugs import slug, unique

Target = tuple[str, str]
"""File and id; the id is empty for the whole file."""


def joined(sections: Sequence[str], names: Sequence[str], known: Names) -> str:
    """Return the body of all sections, with links that work in it.

    Ids stay as they are: sites are recognised by them, and one may stand in several pages. Only one that a link
    leads to is renamed, when an earlier page has it too. A link to what the book does not hold is none.
    """
    root = markup.parse("".join(sections))
    pages = dict(zip(names, root, strict=True))
    places = _places(pages)
    first: dict[str, Target] = {}
    for place in places:
        first.setdefault(place[1], place)
    given: dict[Target, str] = {}
    taken = set(first)
    for link, target in _links(pages, places, known):
        if target is None:
            del link.attrib["href"]
            continue
        if target not in given:
            given[target] = target[1] if first[target[1]] == target and target[1] else _free(target, taken)
            taken.add(given[target])
            places[target].set("id", given[target])
        link.set("href", f"#{given[target]}")
    return markup.serialise(root, keep_lines=True)


def _links(
    pages: Mapping[str, Element], places: Mapping[Target, Element], known: Names
) -> Iterator[tuple[Element, Target | None]]:
    """Give the links that do not lead to the web, and where each leads; ``None``: nowhere in the book."""
    for name, page in pages.items():
        for link in page.iter("a"):
            address = link.get("href", "")
            if address and not (":" in address and leads_out(address, name)):
                yield link, _target(address, name, places, known)


def _places(pages: Mapping[str, Element]) -> dict[Target, Element]:
    """Return where links can lead: the elements with ids, and each page as a whole."""
    places: dict[Target, Element] = {}
    for name, page in pages.items():
        for element in page.iter():
            place = element.get("id")
            if place:
                places.setdefault((name, place), element)
    whole = {(name, ""): page for name, page in pages.items()}
    return {**places, **whole}


def _target(address: str, name: str, places: Mapping[Target, Element], known: Names) -> Target | None:
    """Return where a link leads: to the id, else to the page that should have it, else nowhere."""
    page = name if address.strip().startswith("#") else find(address, name, known)
    if (page, fragment(address)) in places:
        return page, fragment(address)
    return (page, "") if (page, "") in places and page != name else None


def _free(target: Target, taken: set[str]) -> str:
    page, place = target
    stem = slug(PurePosixPath(page).stem)
    return unique(f"{stem}-{place}" if place else stem, "", taken)
