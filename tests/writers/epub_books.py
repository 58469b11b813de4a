"""Small books to write, and an EPUB looked at from outside: entries, documents, links."""

import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

from PIL import Image as Picture

from fic2book import markup, sections, themes
from fic2book.model import Anthology, Book, Image, Note, Place, Series, Theme
from fic2book.writers import epub
from tests.sections.shelf import OPENING, anthology, story

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPS = "{http://www.idpf.org/2007/ops}"


def tiny() -> Anthology:
    """Return a book with one of everything."""
    footnoted = (
        '<p>She read the line<a class="noteref" href="#fn-1" id="fnref-1">1</a> again.</p><hr class="scene"/>'
        '<p>It was <em>still</em> raining.</p><hr class="pause"/><p>And then not.</p>'
        '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> The fourth.</p></aside>'
    )
    first = story(
        "the-lamps",
        OPENING + footnoted,
        origin="wattpad",
        url="https://www.wattpad.com/100-the-lamps",
        fandoms=("Quay Tales",),
        rating="General Audiences",
        warnings=("Heights",),
        summary="<p>Somebody lights the lamps.</p>",
        notes=(Note(place=Place.AFTER, body="<p>Thank you for waiting.</p>"),),
        published="2019-04-21",
        series=(Series(name="Evenings", number="1"),),
        tags=("Fluff",),
    )
    second = story(
        "the-ferry",
        f'<h2 class="chapter">Out</h2>{OPENING}<h2 class="chapter">Back</h2><p>It came back empty.</p>',
        authors=("Ben Tallow",),
        series=(Series(name="Evenings", number="2"),),
        language="en-GB",
    )
    return anthology(
        first,
        second,
        subtitle="Two evenings",
        editor="Cleo Vane",
        description="Lamps & ferries.",
        dedication="For the one with the match",
        foreword="<p>Read it after dark.</p>",
    )


def written(content: Anthology, theme: Theme | None = None, **asked: Any) -> bytes:
    """Return the EPUB of an anthology, with a plain small cover; ``asked`` are other fields of ``Book``."""
    return epub.write(book(content, theme, **asked)).files[".epub"]


def book(content: Anthology, theme: Theme | None = None, **asked: Any) -> Book:
    """Lay out an anthology, with a plain small cover; ``asked`` are other fields of ``Book``."""
    return Book(
        anthology=content,
        sections=sections.lay_out(content),
        theme=theme or themes.load("classic"),
        cover=plain_cover(),
        page=themes.design(themes.load("classic")),
        **asked,
    )


def without_fonts(content: Anthology) -> bytes:
    """Return the EPUB of an anthology in a theme that has no fonts: a test that looks at text needs none."""
    return written(content, replace(themes.load("classic"), fonts=()))


@cache
def plain_cover() -> Image:
    buffer = io.BytesIO()
    Picture.new("RGB", (16, 26), (40, 60, 90)).save(buffer, "JPEG")
    return Image(
        data=buffer.getvalue(), media_type="image/jpeg", width=16, height=26, alt="Cover: The Lit Quay, plain."
    )


def entries(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(document: bytes) -> markup.Element:
    """Return a document's root; any XML declaration is left out, as ``markup.parse`` reads fragments."""
    text = document.decode()
    return markup.parse(text[text.index("<html") if "<html" in text else text.index("<", text.index("?>")) :])[0]


def documents(book: bytes) -> dict[str, markup.Element]:
    return {name: tree(data) for name, data in entries(book).items() if name.endswith(".xhtml")}


def package(book: bytes) -> markup.Element:
    return tree(entries(book)["EPUB/content.opf"])


def properties(book: bytes) -> list[tuple[str, str]]:
    """Return the package's metas as (property, value)."""
    return [
        (meta.get("property"), meta.text or "") for meta in package(book).iter(f"{OPF}meta") if meta.get("property")
    ]


def story_text(book: bytes, name: str) -> str:
    """Return the words of a story over all its documents, in the order of the spine."""
    found = documents(book)
    hrefs = {item.get("id"): item.get("href") for item in package(book).iter(f"{OPF}item")}
    spine = [f"EPUB/{hrefs[item.get('idref')]}" for item in package(book).iter(f"{OPF}itemref")]
    own = [found[one] for one in spine if one.removeprefix("EPUB/text/").partition(".")[0] == name]
    texts = [element for root in own for element in root.iter() if element.get("class", "").startswith("story-text")]
    return "".join(markup.text_of(element) for element in texts)
