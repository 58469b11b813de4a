"""The bench's stories as people have them: text, an archive's HTML download, an EPUB.

    shapes.write(folder, "html", 300, 3500)

The words are those of ``make_stories``; only the wrapping differs.
"""

import html
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import make_stories

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><title>{title} - {author} - The Bench</title></head><body>
<div id="preface"><h2 class="toc-heading">Preface</h2>
<p class="message"><b>{title}</b><br/>Posted originally on the <a href="https://archiveofourown.org/">Archive of Our
Own</a> at <a href="https://archiveofourown.org/works/{number}">https://archiveofourown.org/works/{number}</a>.</p>
<div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a href="#">General Audiences</a></dd>
<dt>Fandom:</dt><dd><a href="#">The Bench</a></dd><dt>Language:</dt><dd>English</dd>
<dt>Stats:</dt><dd>Published: 2020-01-01 Words: {words} Chapters: 1/1</dd></dl>
<h1>{title}</h1><div class="byline">by <a rel="author" href="#">{author}</a></div></div></div>
<div id="chapters" class="userstuff"><h2 class="toc-heading">{title}</h2><div class="userstuff">
{body}
</div></div>
<div id="afterword"><h2 class="toc-heading">Afterword</h2><p class="message">Please drop by the Archive and comment to
let the creator know if you enjoyed their work!</p></div></body></html>
"""
_CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?><package version="2.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">bench-{number}</dc:identifier>
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>en</dc:language></metadata>
<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/></spine></package>"""
_CHAPTER = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>
<body><h1>{title}</h1>
{body}
</body></html>"""


def write(folder: Path, shape: str, stories: int, words: int) -> int:
    """Write the manuscripts of one shape into ``folder`` and return how many words they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for number in range(1, stories + 1):
        facts = _facts(number, words)
        count += int(facts["words"])
        _SHAPES[shape](folder / f"{number:04} story.{shape}", facts)
    return count


def _facts(number: int, words: int) -> dict[str, str]:
    _, head, text = make_stories.story(number, words).split("---\n", 2)
    title, author = (line.partition(": ")[2] for line in head.splitlines()[:2])
    return {
        "number": str(number),
        "title": title,
        "author": author,
        "text": text.strip() + "\n",
        "body": "\n".join(_paragraphs(text)),
        "words": str(len(text.split())),
    }


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        parts = html.escape(paragraph.strip(), quote=False).split("*")
        yield "<hr/>" if paragraph.strip() == "***" else f"<p>{_italic(parts)}</p>"


def _italic(parts: list[str]) -> str:
    return "".join(part if at % 2 == 0 else f"<em>{part}</em>" for at, part in enumerate(parts))


def _text(place: Path, facts: dict[str, str]) -> None:
    head = f"{facts['title']}\n\nby {facts['author']}\n\n"
    place.write_text(head + facts["text"], encoding="utf-8", newline="\n")


def _html(place: Path, facts: dict[str, str]) -> None:
    place.write_text(_PAGE.format_map(facts), encoding="utf-8", newline="\n")


def _epub(place: Path, facts: dict[str, str]) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("OEBPS/book.opf", _PACKAGE.format_map(facts))
        book.writestr("OEBPS/one.xhtml", _CHAPTER.format_map(facts))


_SHAPES: dict[str, Callable[[Path, dict[str, str]], None]] = {"txt": _text, "html": _html, "epub": _epub}
