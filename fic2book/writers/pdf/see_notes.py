"""What stands in another place of the book is named with its page, as paper needs it."""

from fic2book import markup
from fic2book.markup import Element


def add_folios(section: Element) -> None:
    """Put the page of the appendix behind a story's pointer to it; the style sheet counts it."""
    for pointer in section.iter("p"):
        if pointer.get("class") == "see-notes":
            for link in pointer.findall("a"):
                link.tail = ", "
                pointer.append(markup.new("span", class_="folio", data_to=link.get("href") or ""))
