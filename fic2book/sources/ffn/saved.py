"""A FanFiction.Net page saved by the browser: ``#storytext``, on phones ``#storycontent``, under its Rated line."""

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import look, page, spine
from fic2book.sources.ffn import chapter_list, page_head, rated
from fic2book.sources.page import Page

_BODIES = ("storytext", "storycontent", "storytextp")
_REPEATED_WITHIN = 6  # blocks of a body in which its title, by-line and chapter are repeated


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a saved page: the site's body below the site's Rated line."""
    if not look.is_page(document) or spine.files(look.at(document)):
        return ()
    root = look.at(document)
    body = look.by_id(root, *_BODIES)
    if body is None or page_head.rated_line(page_head.before(root, body)) is None:
        return ()
    opened = page.opened(document, "ffn")
    body = look.by_id(opened.root, *_BODIES)
    places = page_head.before(opened.root, body) if body is not None else []
    found = page_head.rated_line(places)
    if body is None or found is None:
        return ()
    page_head.read(opened, places, found)
    blocks = _without_repeats(opened, _blocks(body))
    return (page.story(opened, [*_heading(opened, places, blocks), *blocks]),)


def _blocks(body: Element) -> list[Element]:
    if body.get("data-line"):
        return [body]
    return [block for block in spine.blocks(list(body)) if not _is_advertisement(block)]


def _is_advertisement(block: Element) -> bool:
    return block.tag == "ins" and markup.is_blank(block)


def _without_repeats(opened: Page, blocks: list[Element]) -> list[Element]:
    """Set aside title and by-line where the writer put them into the text again."""
    title, authors = str(opened.found.get("title", "")), opened.found.get("authors", ())
    names = "".join(authors) if isinstance(authors, tuple) else ""
    said = {letters(words) for words in (title, f"by {names}", f"{title} by {names}") if letters(words)}
    head = [block for block in blocks if not markup.is_blank(block)][:3]
    repeats = [block for block in head if letters(look.text(block)) in said]
    for block in repeats:
        page.set_aside(opened, block)
    return [block for block in blocks if block not in repeats]


def _heading(opened: Page, places: list[page_head.Place], blocks: list[Element]) -> list[Element]:
    """Return the heading of this chapter, unless the writer's own stands in the text, or the story has only one."""
    number = page_head.chapter_number(opened)
    if "url" in opened.found:
        said = " ".join(words for name in ("title", "link canonical") for words in opened.document.head.get(name, ()))
        opened.found["url"] = rated.of_chapter(rated.of_site(opened.found["url"], said), number)
    menu = next(opened.root.iter("option"), None)
    holder, title = page_head.chapter_row(opened, places, number)
    if holder is None or not title or (menu is None and str(opened.found.get("chapters_stated", "")) == "1"):
        return []
    head = [look.text(block) for block in blocks if not markup.is_blank(block)][:_REPEATED_WITHIN]
    if any(map(chapter_list.is_labelled, head)) or letters(title) in map(letters, head):
        return []
    heading = page.chapter(opened, holder, title)
    heading.set("id", f"chapter-{number}")
    return [heading]
