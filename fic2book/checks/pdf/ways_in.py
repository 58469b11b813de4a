"""The ways into the PDF: its outline names every story, its pages have numbers, its links lead somewhere."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from fic2book.checks.pdf.opened import Opened, page_of
from fic2book.checks.told import Told, ToldPart
from fic2book.letters import letters
from fic2book.model import Problem, Severity


def outline(book: Opened, told: Told) -> Iterator[Problem]:
    """Look for each story in the outline, in order, leading to its first page."""
    last = -1
    for story in told.stories:
        lines = [
            (place, entry)
            for place, entry in enumerate(book.outline)
            if letters(entry.title).startswith(letters(story.title))
            and entry.page is not None
            and entry.page == book.places.get(story.id, entry.page)
        ]
        place = next((place for place, _ in lines), None)
        if place is None:
            said = f"“{story.title}” is missing from the PDF’s outline, or its line leads to another page."
            yield _problem("outline-lost", said, story.file)
        elif place < last:
            yield _problem("outline-order", f"“{story.title}” is out of order in the PDF’s outline.", story.file)
        else:
            last = place


def title_pages(book: Opened, told: Told) -> Iterator[Problem]:
    """Look for each part in the outline, leading to a page before its first story that shows its title."""
    for part in told.parts:
        page, story = _title_page(book, part), book.places.get(part.first)
        if page is None or (story is not None and page >= story) or letters(part.title) not in book.letters[page]:
            said = f"the part “{part.title}” has no title page in the PDF, or its outline does not lead to it."
            yield _problem("part-lost", said, "")


def labels(book: Opened, told: Told) -> Iterator[Problem]:
    """Look for page numbers that begin with the first story, as the contents say."""
    first = _first_page(book, told)
    if "/PageLabels" not in book.pdf.Root:
        yield _problem(
            "page-labels", "the PDF’s pages have no numbers of their own: “go to page” counts the cover.", ""
        )
    elif first is not None and book.labels[first] != "1":
        said = f"the stories begin on page {book.labels[first]} of the PDF, not on page 1."
        yield _problem("page-labels", said, told.stories[0].file)


def links(book: Opened) -> Iterator[Problem]:
    """Follow every link inside the book."""
    for entry in book.outline:
        if entry.page is None:
            yield _problem("link-broken", f"the line “{entry.title}” of the PDF’s outline leads nowhere.", "")
    for number, page in enumerate(book.pdf.pages):
        for annotation in page.obj.get("/Annots", Array()):
            aim = target(annotation)
            if aim is not None and page_of(aim, book) is None:
                said = f"a link on page {book.labels[number]} of the PDF leads nowhere."
                yield _problem("link-broken", said, book.labels[number])


def _first_page(book: Opened, told: Told) -> int | None:
    """Return the page with which the stories begin: the title page of a part where one stands before them."""
    if not told.stories:
        return None
    first = book.places.get(told.stories[0].id)
    part = next((_title_page(book, part) for part in told.parts if part.first == told.stories[0].id), None)
    return first if part is None else part


def _title_page(book: Opened, part: ToldPart) -> int | None:
    """Return the page of the last line of the outline before a part's first story that has the part's title."""
    story = book.places.get(part.first, len(book.labels))
    named = (entry.page for entry in book.outline if letters(entry.title) == letters(part.title))
    return max((page for page in named if page is not None and page < story), default=None)


def target(annotation: Object) -> Object | None:
    """Return where a link leads inside the book; nothing for other annotations and for addresses of the web."""
    if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != "/Link":
        return None
    action = annotation.get("/A")
    if isinstance(action, Dictionary):
        return action.get("/D") if action.get("/S") == "/GoTo" else None
    return annotation.get("/Dest")


def _problem(code: str, message: str, place: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=place)
