"""Markdown: python-markdown, kept from the traps that prose sets it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from xml.etree.ElementTree import Element  # python-markdown's own tree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from fic2book import markup
from fic2book.model import Change, Document, Kind, Line
from fic2book.readers import beside, endnotes, front_matter, places, prose, raw_html, restored
from fic2book.readers.album import Album
from fic2book.readers.decode import decode
from fic2book.readers.given import Given

_MOST_BRACKETS = 1_000  # in one paragraph; python-markdown's time grows with their square (0.4 s at 1,600)
_DEEPEST = 60  # levels of lists and quotations; it ends in RecursionError at about 300
_DEFINITION = re.compile(
    r"\s{0,3}\[([^\]^][^\]]*)\]:\s*<?((?:[a-z][a-z0-9+.-]{1,10}://|mailto:|www\.|/|#)\S*?)>?"
    r"(?:\s+[\"'(](.*)[\"')])?\s*\Z",
    re.IGNORECASE,
)
_INLINE = re.compile(r"[\\`*_\[\]!<>&~\x02]|  \n")
"""What any of python-markdown's inline patterns begins with; a paragraph without it is text already."""
_ESCAPES = tuple("\"'~<>$@^|:,/=&%;?" + raw_html.HIDDEN_LESS_THAN)


def read(given: Given) -> Document:
    """Return a Markdown text as markup, its front matter as metadata, and what was left out of it."""
    decoded = decode(given.data, given.file)
    front = front_matter.split(decoded.lines)
    lines = decoded.lines[front.body_from :]
    album = Album()
    is_restored = str(front.metadata.get(front_matter.RESTORED, "")).lower() == "true"
    body, changes = (_as_it_stands if is_restored else _body)(lines, beside.shown_in(given, album))
    return Document(
        file=given.file,
        format="restored" if is_restored else "markdown",
        lines=decoded.lines,
        metadata=front.metadata,
        body=body,
        pictures=album.pictures,
        images_left_out=tuple(change.before for change in changes if change.rule == "images"),
        changes=(*decoded.changes, *front.changes, *changes),
    )


def _body(lines: Sequence[Line], picture: Callable[[str], str]) -> tuple[str, list[Change]]:
    if _is_pathological(lines):
        return _as_text(lines)
    tamed = raw_html.tame("\n".join(line.text for line in lines), picture)
    changes = _left_out(lines, tamed)
    references, texts = _definitions(tamed.text.split("\n"))
    try:
        html = _converter(references).convert("\n".join(prose.mend(texts)))
    except RecursionError:
        return _as_text(lines)
    cleaned = markup.clean(html.replace(raw_html.HIDDEN_LESS_THAN, "&lt;"))
    root = markup.parse(cleaned.markup)
    for paragraph in [block for block in root.iter("p") if len(block) == 0 and not (block.text or "").strip()]:
        markup.remove(paragraph)
    places.set_lines(root, lines)
    endnotes.renumber(root, lines)
    changes += [_change("images", Kind.REMOVED, _line_of(lines, words), words) for words in cleaned.images]
    return markup.serialise(root, keep_lines=True), changes


def _as_it_stands(lines: Sequence[Line], picture: Callable[[str], str]) -> tuple[str, list[Change]]:
    """Read Markdown as it is meant, without a guess: a finished book's text."""
    converter = _plain()
    converter.reset()
    try:
        found, images = restored.body(lines, picture, converter.convert)
    except RecursionError:
        return _as_text(lines)
    return found, [_change("images", Kind.REMOVED, _line_of(lines, words), words) for words in images]


class _Html(Preprocessor):
    """Keeps chunks of HTML from Markdown."""

    def run(self, lines: list[str]) -> list[str]:
        """Put such chunks away until the rest is converted."""
        return restored.stashed(lines, self.md.htmlStash.store)


class _Chapters(Treeprocessor):
    """Marks the headings ``##`` as chapters, and rules as scene breaks."""

    def run(self, root: Element) -> None:
        """Give them their classes."""
        for rule in root.iter("hr"):
            rule.set("class", "scene")
        for heading in root.findall("h2"):
            heading.set("class", "chapter")


class _PlainText(Treeprocessor):
    """Tells python-markdown which paragraphs are text already: twenty patterns looked at each."""

    def run(self, root: Element) -> None:
        """Mark the text of such elements as finished."""
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)


def _converter(references: dict[str, tuple[str, str]]) -> Markdown:
    """Return python-markdown ready for one file: without what other files defined."""
    converter = _set_up()
    converter.reset()
    converter.references.update(references)
    return converter


@cache  # setting it up takes as long as reading a page
def _set_up() -> Markdown:
    return _made()


def _made() -> Markdown:
    """Return python-markdown without what hurts stories: code by indentation, link definitions of any shape."""
    converter = Markdown(extensions=["tables", FootnoteExtension()], output_format="xhtml")
    numbered = converter.parser.blockprocessors["olist"]
    numbered.LAZY_OL = False  # type: ignore[attr-defined]  # keeps a list's first number
    converter.preprocessors.deregister("html_block")
    converter.parser.blockprocessors.deregister("code")
    converter.parser.blockprocessors.deregister("reference")
    converter.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "s"), "struck", 55)
    converter.treeprocessors.register(_PlainText(converter), "plain_text", 21)  # just before "inline", at 20
    converter.ESCAPED_CHARS = [*converter.ESCAPED_CHARS, *_ESCAPES]
    return converter


@cache
def _plain() -> Markdown:
    """Return python-markdown that lets HTML alone, adds no line ends, and knows chapters."""
    converter = _made()
    converter.preprocessors.register(_Html(converter), "html", 20)  # behind "normalize_whitespace", at 30
    converter.treeprocessors.deregister("prettify")
    converter.treeprocessors.register(_Chapters(converter), "chapters", 5)
    return converter


def _definitions(lines: list[str]) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Take out ``[name]: address`` lines; ``[Alice]: hello there`` is a chat and stays."""
    references: dict[str, tuple[str, str]] = {}
    kept: list[str] = []
    for line in lines:
        found = _DEFINITION.match(line)
        if found:
            references[found[1].strip().lower()] = (found[2], found[3] or "")
        else:
            kept.append(line)
    return references, kept


def _is_pathological(lines: Sequence[Line]) -> bool:
    brackets = 0
    for line in lines:
        brackets = brackets + line.text.count("[") if line.text.strip() else 0
        lead = re.match(r"[\s>*+-]*", line.text)
        depth = len(re.findall(r"[>*+-]\s| {4}|\t|>", lead[0])) if lead and lead.end() < len(line.text) else 0
        if brackets > _MOST_BRACKETS or depth > _DEEPEST:
            return True
    return False


def _as_text(lines: Sequence[Line]) -> tuple[str, list[Change]]:
    why = "This is too deep or too tangled for Markdown and was read as plain text."
    number = lines[0].number if lines else 0
    changes = [Change(rule="markdown", kind=Kind.FLAGGED, line=number, after=why)]
    return "".join(markup.paragraph(line.text.strip(), line.number) for line in lines if line.text.strip()), changes


def _left_out(lines: Sequence[Line], tamed: raw_html.Tamed) -> list[Change]:
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    changes = []
    for offset, kind, taken in tamed.taken:
        line = lines[bisect_right(starts, offset) - 1].number
        words = raw_html.image_words(taken) if kind == "images" else taken
        changes.append(_change("images" if kind == "images" else "raw_html", Kind.REMOVED, line, words))
    return changes


def _line_of(lines: Sequence[Line], words: str) -> int:
    return next((line.number for line in lines if words in line.text), lines[0].number if lines else 0)


def _change(rule: str, kind: Kind, line: int, before: str) -> Change:
    return Change(rule=rule, kind=kind, line=line, before=before)
