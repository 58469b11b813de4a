"""Page numbers of other places, where paper needs them: behind a pointer, or in place of an index's words."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.words import Words

_SHORT = 24  # letters: longer words must be free to break


def locate(section: Element, words: Words) -> None:
    """Set page numbers in place of the stories' titles, with commas between them."""
    for entry in section.iter("li"):
        for piece in entry:
            kind = piece.get("class")
            if kind == "index-joint":
                piece.text = words.comma
            elif kind == "locator":
                piece.text = None
                piece.append(markup.new("span", class_="folio", data_to=piece.get("href") or ""))
        _keep(entry)


def _keep(entry: Element) -> None:
    """Keep a name's last word and its first page in one line: no number stands alone under its name."""
    name, joint, locator = entry[0], entry[1], entry[2]
    before, _, last = (name.text or "").rpartition(" ")
    if len(last) > _SHORT:
        return
    name.text = f"{before} " if before else None
    kept = markup.new("span", last, class_="kept")
    kept.extend([joint, locator])
    name.append(kept)


def name_pages(section: Element, words: Words) -> None:
    """Put ", page 12" behind the words of each link of class ``to-page``; the style sheet counts."""
    before, _, behind = words.page_number.partition("{number}")
    for link in section.iter("a"):
        if "to-page" in (link.get("class") or "").split():
            folio = markup.new("span", class_="folio", data_to=link.get("href") or "")
            folio.tail = behind
            page = markup.new("span", f"{words.comma}{before}", class_="on-page")
            page.append(folio)
            link.append(page)
