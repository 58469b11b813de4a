"""A stranger's page → markup in rows: what every format that holds HTML shares, before anybody knows the site."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Node
from fic2book.model import Change, Line
from fic2book.readers.pages import attributes, head, looks
from fic2book.readers.pages.galley import Galley
from fic2book.readers.pages.setting import around_blocks, set_page
from fic2book.readers.pages.shop import Shop

__all__ = ["Around", "Page", "normalise"]


def _as_it_is(address: str) -> str:
    return address


class Around(NamedTuple):
    """What is known of a page that it does not say itself."""

    place: str = ""
    """Name of the file inside a book, for the places of rows; empty for a page of its own."""
    xml: bool = False
    """Whether it should be XML; it is read as HTML when it is not well-formed."""
    css: str = ""
    """The text of its style sheets; those inside the page are known."""
    picture: Callable[[str], str] = _as_it_is
    """Address of a picture → ``picture:NAME`` when its file is at hand, else the address."""


class Page(NamedTuple):
    """A page in rows."""

    body: str
    """Markup of the whole page; each block that holds words, and each ``<br/>`` in it, has ``data-line``."""
    lines: tuple[Line, ...]
    head: Mapping[str, tuple[str, ...]]
    changes: tuple[Change, ...]
    attributes: Mapping[str, str]
    """Of the page's ``<body>``, with the language and direction of ``<html>``."""
    next: int
    """Number of the row behind the last one."""


def normalise(source: str, first: int = 1, around: Around = Around()) -> Page:  # noqa: B008 — a frozen value
    """Return a page's whole body as rows, numbered from ``first``; no word of it is left out, nothing is fetched."""
    root = (markup.read_xml(source) if around.xml else None) or markup.read_html(source)
    html = _child(root, "html") or root
    body = _child(html, "body") or html
    galley = Galley(around.place, first)
    rules = looks.sheet("\n".join((around.css, *_sheets(html))))
    inherited = {name: html.attributes[name] for name in ("lang", "xml:lang", "dir") if name in html.attributes}
    own = attributes.kept("body", {**inherited, **body.attributes})
    language = own.get("lang", "").partition("-")[0].lower()
    set_page(body, Shop(galley, rules, around.picture, language, around_blocks(body)))
    return Page(
        body="".join(galley.out),
        lines=tuple(galley.lines),
        head=head.facts(root, source),
        changes=tuple(galley.changes),
        attributes=own,
        next=galley.number,
    )


def _child(node: Node, name: str) -> Node | None:
    return next((child for child in node.children if child.name == name), None)


def _sheets(html: Node) -> list[str]:
    top = [*html.children, *((_child(html, "head") or html).children)]
    return ["".join(text.text for text in node.children) for node in top if node.name == "style"]
