"""EPUBCheck and Ace have nothing to say about any of the finished books."""

import pytest

from tests import tools
from tests.finished import systems
from tests.finished.books import BOOKS, BY_ACE, BY_JAVA, broken

pytestmark = pytest.mark.slow


def serious(messages: list[str]) -> list[str]:
    """Return all but the remark that fonts are used."""
    return [message for message in messages if not message.startswith("USAGE CSS-028")]


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_in_javascript_has_nothing_to_say(finished, name):
    assert serious(systems.epubcheck_ts(finished(name).epub)) == []


@pytest.mark.parametrize("name", BY_JAVA)
def test_epubcheck_has_nothing_to_say(finished, name):
    assert serious(tools.epubcheck(finished(name).epub)) == []


@pytest.mark.parametrize("name", BY_ACE)
def test_ace_finds_no_barrier(finished, name, tmp_path):
    assert tools.ace(finished(name).epub, tmp_path / "ace") == []


def test_the_pdf_speaks_without_errors(finished):
    assert tools.outloud(finished("demo").pdf) == []


def test_every_font_of_the_pdf_is_embedded(finished):
    listed = tools.run(tools.tool("pdffonts"), finished("demo").pdf).stdout.splitlines()[2:]
    assert listed
    assert all(line.split()[-5] == "yes" for line in listed)


BREAKS = {
    "a link without a target": (r'(<a class="backref" href="#)', r"\1no-"),
    "a page that is not well-formed": (r"</section>", ""),
}


@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_epub_does_not_pass_either_epubcheck(finished, tmp_path, how):
    place = broken(finished("demo").epub, tmp_path / "broken.epub", BREAKS[how])
    for messages in (tools.epubcheck(place), systems.epubcheck_ts(place)):
        assert any(message.startswith(("FATAL", "ERROR")) for message in messages)


def test_an_epub_whose_page_has_no_language_does_not_pass_ace(finished, tmp_path):
    place = broken(finished("seeds").epub, tmp_path / "broken.epub", (r' (?:xml:)?lang="[^"]*"', ""))
    assert any("lang" in finding for finding in tools.ace(place, tmp_path / "ace"))
