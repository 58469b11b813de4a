"""Rule: short lines that ``<br/>`` parts on a page are verse, or a letter's, a sign's: they are set line by line."""

import re

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration.context import Context

_FEWEST = 3
_LONGEST = 60
"""Characters: lines of verse are shorter than a line of prose."""
_SPEECH = re.compile(r"\s*[\"“„«「—–-]")


def verses(root: Element, context: Context) -> None:
    """Class paragraphs of three and more short lines as verse, unless they are dialogue or set apart already."""
    if not context.paged:
        return
    for paragraph in root.iter("p"):
        if len(paragraph) and not paragraph.get("class") and _is_verse(paragraph):
            paragraph.set("class", "verse")


def _is_verse(paragraph: Element) -> bool:
    if len(paragraph.findall(".//br")) < _FEWEST - 1:
        return False
    lines = [line.strip() for line in markup.text_of(paragraph).split("\n")]
    return all(line and len(line) < _LONGEST and not _SPEECH.match(line) for line in lines)
