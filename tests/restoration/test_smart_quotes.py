"""The pairs that markdown-it's smart quotes are tested with hold here too."""

import re
from html import unescape
from pathlib import Path

import markdown
import pytest

from fic2book import markup
from fic2book.restoration.context import Context
from fic2book.restoration.dashes import dashes
from fic2book.restoration.ellipses import ellipses
from fic2book.restoration.quotes import quotes

FILE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "smart-quotes" / "smartquotes.md"
UNSEEN = {
    "Should be escapable:": "a backslash or an entity of the source is no longer to be seen in markup",
    "Should not replace entities:": "a backslash or an entity of the source is no longer to be seen in markup",
}
_CASE = re.compile(r"^(?P<name>\S[^\n]*)\n+\.\n(?P<source>.*?)\n\.\n(?P<html>.*?)\n\.$", re.MULTILINE | re.DOTALL)


def _pairs():
    if not FILE.is_file():
        return []
    return [case.groups() for case in _CASE.finditer(FILE.read_text(encoding="utf-8"))]


@pytest.mark.skipif(not FILE.is_file(), reason="the sample pairs are kept outside this project")
@pytest.mark.parametrize(("name", "source", "html"), _pairs(), ids=lambda value: value[:40])
def test_quotes_pair_as_in_the_samples(name, source, html):
    if name in UNSEEN:
        pytest.skip(UNSEEN[name])
    marked = markdown.markdown(source.replace("\\\n", "  \n"), output_format="xhtml").replace("&quot;", '"')
    root = markup.parse(markup.clean(marked).markup)
    given = Context()
    for rule in (ellipses, quotes, dashes):
        rule(root, given)
    assert _comparable(markup.serialise(root)) == _comparable(html)


def _comparable(html):
    return unescape(re.sub(r"\s*/>", ">", html)).replace("<br>\n", "<br>").strip()
