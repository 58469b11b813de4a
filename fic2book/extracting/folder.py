"""The whole folder of a book that is taken apart: names and bytes, nothing written yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fic2book.checks.epub.opened import Opened
from fic2book.extracting import own, stories
from fic2book.extracting.manuscripts import file_name, manuscript, paper
from fic2book.extracting.shelf import anthology_toml
from fic2book.manifest import BESIDE, FILE, Manifest
from fic2book.markup import Element
from fic2book.model import Story
from fic2book.slugs import slug
from fic2book.words import Words, words_of

PICTURES = "pictures"
BOOKS = "book"
"""Where the books of the folder are made; the manifest there keeps the stories' names from this edition to the next."""
_SUFFIXES = {"image/png": ".png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A book taken apart."""

    stories: Mapping[str, Story]
    """By the names of their files, in the book's order."""
    files: Mapping[str, bytes]
    """All that goes into the folder, by path with forward slashes."""
    hidden: int
    """Notes that are not in the book because a person wanted them hidden."""


def taken_apart(book: Opened, manifest: Manifest) -> Apart:
    """Return a book's stories and the folder that makes it again."""
    found = list(stories.taken(book, manifest))
    named = {file_name(one.story): one.story for one in found}
    cover = dict(_cover(book))
    logo = dict(_logo(book))
    text = anthology_toml(manifest, named, next(iter(cover), ""), next(iter(logo), ""))
    files = {
        "anthology.toml": text.encode(),
        **cover,
        **logo,
        **{file: manuscript(story, places(story)).encode() for file, story in named.items()},
        **{name: data for story in named.values() for name, data in _pictures(story)},
        **dict(_papers(book, manifest)),
        f"{BOOKS}/{slug(manifest.title)}{BESIDE}": book.files[FILE],
    }
    return Apart(stories=named, files=files, hidden=sum(one.hidden for one in found))


def as_html(story: Story) -> bytes:
    """Return a story's file with its text in HTML, for what Markdown cannot carry."""
    return manuscript(story, places(story), plain=True).encode()


def places(story: Story) -> Mapping[str, str]:
    """Return where a story's pictures lie, by their addresses in its markup."""
    return {
        f"picture:{one.name}": f"{PICTURES}/{story.id}/{one.name}{_SUFFIXES.get(one.media_type, '.jpg')}"
        for one in story.pictures
    }


def _pictures(story: Story) -> Iterator[tuple[str, bytes]]:
    where = places(story)
    yield from ((where[f"picture:{one.name}"], one.data) for one in story.pictures if one.data)


def _cover(book: Opened) -> Iterator[tuple[str, bytes]]:
    for item in book.items:
        if "cover-image" in item.properties and item.path in book.files:
            yield f"{PICTURES}/cover{_SUFFIXES.get(item.media_type, '.jpg')}", book.files[item.path]


def _logo(book: Opened) -> Iterator[tuple[str, bytes]]:
    for item in book.items:
        if item.path.rpartition("/")[2].startswith("press.logo.") and item.path in book.files:
            yield f"{PICTURES}/press-logo{_SUFFIXES.get(item.media_type, '.jpg')}", book.files[item.path]


def _papers(book: Opened, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    words = words_of(manifest.language)
    authors = {story.authors for story in manifest.stories}
    by_one = len(authors) == 1 and len(next(iter(authors))) == 1
    usual = {
        "foreword": words.foreword,
        "afterword": words.afterword,
        "about": words.about_the_author if by_one else words.about_the_authors,
    }
    for name, title in usual.items():
        roots = list(_prose(book, name))
        if roots:
            yield f"{name}.md", _paper(name, title, roots, words).encode()


def _paper(name: str, usual: str, roots: list[tuple[str, Element]], words: Words) -> str:
    homes = (
        (root, own.Home(name=name, path=path, unnamed=words.picture, language=words.language)) for path, root in roots
    )
    body = own.fragment(tuple(homes), own.Shown({}))
    section = roots[0][1].getparent()
    title = next((stories.bare(one) for one in section.iter("h1")), usual) if section is not None else usual
    is_usual = title == usual and not body.startswith(("<h1", "<h2"))
    return paper(title, body, "" if is_usual else title)


def _prose(book: Opened, name: str) -> Iterator[tuple[str, Element]]:
    for path, page in stories.pages(book):
        for section in (one for one in page.iter("section") if stories.has(one, name)):
            yield from ((path, root) for root in section.iter("div") if stories.has(root, "prose"))
