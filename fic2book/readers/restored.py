"""Markdown that a book was taken apart into: nothing in it is mended, and what Markdown cannot say stands as HTML."""

import re
from collections.abc import Callable, Sequence

from fic2book import markup
from fic2book.model import Line
from fic2book.readers import endnotes, places, raw_html

_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(markup.BLOCKS))})(?=[\s/>])", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"(<br ?/>)\n")


def is_html(chunk: str) -> bool:
    """Tell a chunk between blank lines that is HTML from one of Markdown: a tag of a block begins it."""
    return _BLOCK.match(chunk) is not None


def stashed(lines: Sequence[str], stash: Callable[[str], str]) -> list[str]:
    """Return the lines with each chunk of HTML as ``stash`` gives it back; chunks stand between blank lines."""
    done: list[str] = []
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            chunk.append(line)
            continue
        html = bool(chunk) and is_html(chunk[0])
        done += [stash("\n".join(chunk)) if html else one for one in (chunk[:1] if html else chunk)]
        done.append("")
        chunk = []
    return done


def body(
    lines: Sequence[Line], picture: Callable[[str], str], convert: Callable[[str], str]
) -> tuple[str, tuple[str, ...]]:
    """Return such a file's markup with ``data-line``, and the addresses of pictures that are not at hand.

    ``convert`` is Markdown as it is meant, with ``stashed`` in it; a line end behind ``<br/>`` is none of the text.
    """
    left_out: list[str] = []

    def shown(tag: re.Match[str]) -> str:
        found = raw_html.shown(tag[0], picture)
        left_out.extend([] if found else [raw_html.image_words(tag[0])])
        return found

    html = convert("\n".join(line.text for line in lines))
    cleaned = markup.clean(_PICTURE.sub(shown, _BREAK.sub(r"\1", html)))
    root = markup.parse(cleaned.markup)
    root.text = None
    for block in root:
        block.tail = None
    places.set_lines(root, lines)
    endnotes.renumber(root, lines)
    return markup.serialise(root, keep_lines=True), (*left_out, *cleaned.images)
