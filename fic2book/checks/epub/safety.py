"""The EPUB fetches nothing, runs nothing, asks for nothing, and names no person's folders."""

import re
from collections.abc import Iterator

from fic2book import manifest
from fic2book.checks.epub.opened import Opened, is_outside
from fic2book.markup import Element
from fic2book.model import Problem, Severity

_FETCHING = frozenset(
    {"src", "srcset", "data", "poster", "background", "manifest", "archive", "{http://www.w3.org/1999/xlink}href"}
)
_FOREIGN = frozenset(
    {
        "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "object",
        "portal", "select", "source", "textarea", "track", "video",
    }
)  # fmt: skip
"""What runs, loads or asks for something; no page of a book has it."""
_LEADING = frozenset({"href", "action", "formaction", "ping", "{http://www.w3.org/1999/xlink}href"})
_SCHEMES = frozenset({"http", "https", "mailto"})
_PAGE = (".xhtml", ".html", ".htm")
_UNSEEN = re.compile(r"[\x00-\x20\u200b\ufeff]+")
"""What browsers pass over in an address: "java&#10;script:" is one."""
_LINKED = frozenset({"link", "image", "use", "base"})  # elements whose href is fetched
_CSS = "text/css"
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FOLDERS = re.compile(r"""(?:file:/+|\b[A-Za-z]:[\\/]Users[\\/]|(?<![\w.:/-])/(?:home|Users|root)/)[^\s"'<>]*""")


def problems(book: Opened) -> Iterator[Problem]:
    """Look through pages, style sheets and the package."""
    for path, root in book.trees.items():
        for element in root.iter("*"):
            yield from _element(path, element)
    for item in book.items:
        if is_outside(item.path):
            yield _remote(book.package, item.path)
        if item.media_type == _CSS and item.path in book.files:
            yield from _styles(item.path, book.files[item.path].decode("utf-8", "replace"))
    for path in (book.package, manifest.FILE):
        yield from _told_folders(path, book.files.get(path, b"").decode("utf-8", "replace"))


def css_addresses(css: str) -> Iterator[str]:
    """Yield what a style sheet asks for."""
    for found in _CSS_ADDRESS.finditer(_COMMENT.sub("", css)):
        yield (found[1] or found[2]).strip()


def _element(path: str, element: Element) -> Iterator[Problem]:
    if element.tag == "script":
        yield _problem("script", f"the EPUB’s page {path} holds a script.", path)
    elif element.tag in _FOREIGN or (element.tag == "meta" and element.get("http-equiv")):
        yield _problem("script", f"the EPUB’s page {path} holds an element {element.tag}, which no book has.", path)
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        fetched = name in _FETCHING or (name == "href" and element.tag in _LINKED)
        if fetched and is_outside(value) and not value.startswith("data:"):
            yield _remote(path, value)
        elif name.startswith("on") or _scheme(value) in {"javascript", "vbscript"}:
            yield _problem("script", f"the EPUB’s page {path} holds a script in its attribute {name}.", path)
        elif name in _LEADING and _scheme(value) and _scheme(value) not in _SCHEMES:
            yield _problem("link-unsafe", f"a link of the EPUB’s page {path} leads to {value}.", path)
        elif name == "style" and path.endswith(_PAGE):
            yield _problem(
                "script", f"the EPUB’s page {path} holds styles of its own in an element {element.tag}.", path
            )
        elif "/" in value or "\\" in value:
            yield from _told_folders(path, value)
    if element.tag == "style":
        yield from _styles(path, element.text or "")


def _scheme(address: str) -> str:
    """Return the scheme that a browser would see in an address; empty for one inside the book."""
    scheme, colon, _ = _UNSEEN.sub("", address).partition(":")
    return scheme.lower() if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme) else ""


def _styles(path: str, css: str) -> Iterator[Problem]:
    for address in css_addresses(css):
        if is_outside(address) and not address.startswith("data:"):
            yield _remote(path, address)


def _told_folders(path: str, text: str) -> Iterator[Problem]:
    for found in _FOLDERS.finditer(text):
        yield _problem("path-told", f"the EPUB tells where it was made, in {path}: {found[0]}", path)


def _remote(path: str, address: str) -> Problem:
    return _problem("remote-resource", f"the EPUB would fetch {address} from outside, named in {path}.", path)


def _problem(code: str, message: str, place: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=place)
