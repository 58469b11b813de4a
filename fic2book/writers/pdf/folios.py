"""Page numbers of other places, where paper needs them: behind a pointer, or in place of an index's words."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.words import Words


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
