"""FicHub's .epub and .html: an introduction that ends in its name, then the chapters, each under a heading."""

import re
from collections.abc import Mapping, Sequence

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import chaptered, look, page, rows, spine, statements
from fic2book.sources.chaptered import Chapter
from fic2book.sources.page import Page
from fic2book.sources.statements import Place
from fic2book.sources.values import names

ORIGIN = "fichub"
_NAMED = re.compile(r"Exported with the assistance of\s+\S")
_BYLINE = re.compile(r"(?:By:|by)\s+(?P<authors>\S.*)\Z")
_LABELS: Mapping[str, str] = {
    "Status": "status",
    "Published": "published",
    "Updated": "updated",
    "Words": "words_stated",
    "Chapters": "chapters_stated",
    "Original source": "url",
}
_OF_THE_SITE: Mapping[str, str] = {"Language": "language", "Genre": "tags", "Characters": "characters"}
_RATED = re.compile(r"Rated:\s*(?:Fiction\s+)?(\S.*)\Z")
_MOST = 80  # blocks of an introduction, long descriptions and all
_NAVIGATION = re.compile(r"(?:(?:previous chapter|next chapter|chapter list)\s*)+|\(back to chapter list\)")


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a file whose introduction FicHub signed."""
    if not look.is_page(document) or not _introduction(look.at(document)):
        return ()
    opened = page.opened(document, ORIGIN)
    introduction = _introduction(opened.root)
    _read(opened, introduction)
    chapters = _chapters(opened.root, introduction[-1])
    return (page.story(opened, chaptered.body(opened, chapters)),) if chapters else ()


def _introduction(root: Element) -> list[Element]:
    """Return the blocks from the title to the signature, if the by-line and the source stand between them."""
    blocks = spine.blocks(list(spine.files(root)[0] if spine.files(root) else root))[:_MOST]
    end = next((at for at, block in enumerate(blocks) if _NAMED.match(look.text(block))), -1)
    begin = next((at for at, block in enumerate(blocks[: end + 1]) if block.tag == "h1"), -1)
    said = [look.text(block) for block in blocks[begin : end + 1]] if begin >= 0 else []
    known = any(map(_BYLINE.match, said[1:2])) and any(words.startswith("Original source:") for words in said)
    return blocks[begin : end + 1] if known else []


def _read(opened: Page, introduction: Sequence[Element]) -> None:
    title = introduction[0]
    page.keep(opened, title, "title", look.text(title))
    places = [place for block in introduction[1:] for place in rows.words_by_row(block).items() if place[1]]
    found = _BYLINE.match(places[0][1])
    if found:
        page.keep_words(opened, (places[0][0], found["authors"]), "authors", names(found["authors"]))
    places = places[1:]
    first = next((at for at, (_, words) in enumerate(places) if statements.label_of(words, _LABELS)[0]), 0)
    summary = "".join(markup.paragraph(words) for _, words in places[:first])
    for place in places[:first]:
        page.keep_words(opened, place, "summary", summary)
    statements.read(opened, places[first:], _LABELS)
    for place in places[first:]:
        _read_site(opened, place)


def _read_site(opened: Page, place: Place) -> None:
    """Keep what the story's own site said of it, which FicHub prints in one row with dashes between."""
    row, words = place
    said = re.split(r"\s+-\s+", words)
    rated = _RATED.match(said[0])
    if rated is None:
        return
    page.keep_words(opened, (row, rated[1]), "rating", rated[1])
    for part in said[1:]:
        label, value = statements.label_of(part, _OF_THE_SITE)
        if label == "Genre":
            genres = tuple(re.findall(r"Hurt/Comfort|[^/]+", value))
            page.keep_words(opened, (row, value), "tags", genres)
        elif label == "Characters":
            people = tuple(filter(None, (name.strip() for name in re.split(r"[\[\],]", value))))
            page.keep_words(opened, (row, value), "characters", people)
        elif label:
            statements.keep(opened, (row, value), _OF_THE_SITE[label])


def _chapters(root: Element, signature: Element) -> list[Chapter]:
    if spine.files(root):
        files = [file for file in spine.files(root) if signature not in file.iter()]
        told = [file for file in files if not spine.is_contents(file) and not spine.is_empty(file)]
        return [_chapter(spine.blocks(list(file))) for file in told]
    rooms = [room for room in root.iter("div") if re.fullmatch(r"chap_\d+", room.get("id", ""))]
    rooms = [room for room in rooms if signature not in room.iter()]
    rooms = [room for room in rooms if not any(other in rooms for other in room.iterancestors())]
    return [_chapter(spine.blocks(list(room))) for room in rooms]


def _chapter(blocks: list[Element]) -> Chapter:
    own = [block for block in blocks if not _NAVIGATION.fullmatch(look.text(block))]
    heading = next(iter(own), None)
    if heading is None or heading.tag not in {"h1", "h2", "h3"}:
        return Chapter(None, own)
    return Chapter(heading, own[1:])
