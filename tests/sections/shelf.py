"""Stories and anthologies to lay out, in a line or two."""

from datetime import UTC, datetime

from fic2book import markup, sections
from fic2book.markup import Element
from fic2book.model import Anthology, Section, Story

URN = "urn:uuid:6f2d1c0a-3b52-5d8e-9c41-7a0e5b9d2f13"
OPENING = (
    "<p>Every lamp on the quay was lit that evening, and nobody could say who had gone round with the match. The "
    "harbour master counted them from his window, twice, and wrote the number in the book under Weather.</p>"
)


def story(name: str = "the-lamps", body: str = OPENING, **fields: object) -> Story:
    given = {
        "file": f"{name}.txt",
        "origin": "text",
        "title": name.replace("-", " ").title(),
        "authors": ("Ada Finch",),
    }
    return Story(**{**given, "id": name, "body": body, "language": "en", **fields})


def anthology(*stories: Story, **fields: object) -> Anthology:
    authors = tuple(dict.fromkeys(author for one in stories for author in one.authors))
    given = {"title": "The Lit Quay", "identifier": URN, "modified": datetime(2021, 3, 4, tzinfo=UTC)}
    return Anthology(**{**given, "stories": stories, "authors": authors, **fields})


def two_hands(**fields: object) -> Anthology:
    """Return a book of two stories by two authors."""
    return anthology(story("the-lamps"), story("the-ferry", authors=("Ben Tallow",)), **fields)


def laid_out(book: Anthology) -> dict[str, Section]:
    return {section.id: section for section in sections.lay_out(book)}


def tree(section: Section) -> Element:
    return markup.parse(section.body)[0]


def text(section: Section) -> str:
    return " ".join(markup.text_of(tree(section)).split())


def of_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def text_of_class(section: Section, name: str) -> list[str]:
    return [" ".join(markup.text_of(element).split()) for element in of_class(tree(section), name)]
