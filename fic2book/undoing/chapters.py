"""Chapters under the titles that a person gives them."""

from collections.abc import Sequence
from dataclasses import replace

from fic2book import markup
from fic2book.errors import ManuscriptError
from fic2book.model import Story


def retitled(story: Story, titles: Sequence[str]) -> Story:
    """Return the story with other titles for all its chapters; another number of them is a ``ManuscriptError``."""
    root = markup.parse(story.body)
    headings = [block for block in root if block.tag == "h2" and block.get("class") == "chapter"]
    if len(headings) != len(titles):
        reason = f"chapters in anthology.toml gives {len(titles)} titles, and the story has {len(headings)} chapters"
        raise ManuscriptError(reason, file=story.file, way_out="Give each chapter its title, in order, or none.")
    for heading, title in zip(headings, titles, strict=True):
        heading.addprevious(markup.new("h2", title, class_="chapter", **_id_of(heading)))
        markup.remove(heading)
    return replace(story, body=markup.serialise(root), chapters=tuple(titles))


def _id_of(heading: markup.Element) -> dict[str, str]:
    name = heading.get("id", "")
    return {"id": name} if name else {}
