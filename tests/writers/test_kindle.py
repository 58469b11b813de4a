"""What an EPUB must be to survive Send to Kindle: contents in the order of the book, a cover, no word in a style."""

import posixpath
import re

import pytest

from fic2book import themes
from tests.writers import every_kind
from tests.writers.epub_books import OPF, entries, package, tiny, tree, written

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])")
OUT_OF_SIGHT = re.compile(
    r"(?:text-indent|left|top|right|margin[a-z-]*)\s*:\s*-\s*\d{3,}|position\s*:\s*(?:absolute|fixed)"
)
CONTENT = re.compile(r"\bcontent\s*:([^;]*)")
NO_WORDS = re.compile(r"url\([^)]*\)|attr\([^)]*\)|\\[0-9a-fA-F]{1,6}\s?")
WORD = re.compile(r"[^\W\d_]{2,}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
MEANT = {".line + br"}
"""A line of verse is a block of its own, so that the break behind it is there twice where it is seen."""


def rules(css):
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [(selector.strip().splitlines()[-1].strip(), said) for selector, said in RULE.findall(bare)]


def hidden(css):
    return [
        selector
        for selector, said in rules(css)
        if (HIDING.search(said) or OUT_OF_SIGHT.search(said)) and selector not in MEANT
    ]


def spoken(css):
    """Return the selectors whose style puts words into the page."""
    told = [(selector, said) for selector, styles in rules(css) for said in CONTENT.findall(styles)]
    return [selector for selector, said in told if any(map(WORD.search, NO_WORDS.sub("", said).split('"')[1::2]))]


@pytest.fixture(scope="module", params=["tiny", "every kind"])
def book(request):
    return written(tiny() if request.param == "tiny" else every_kind.anthology("appendix"))


def spine(book):
    hrefs = {item.get("id"): item.get("href") for item in package(book).iter(f"{OPF}item")}
    return [hrefs[place.get("idref")] for place in package(book).iter(f"{OPF}itemref")]


def targets(book):
    """Return where the contents and the old contents lead, in their order."""
    nav = tree(entries(book)["EPUB/nav.xhtml"])
    toc = next(one for one in nav.iter("{*}nav") if one.get("{http://www.idpf.org/2007/ops}type") == "toc")
    ncx = tree(entries(book)["EPUB/toc.ncx"])
    old = [place.find("{*}content").get("src") for place in ncx.iter("{*}navPoint")]
    return [link.get("href") for link in toc.iter("{*}a")], old


def test_every_page_is_read_in_turn(book):
    assert {place.get("linear") for place in package(book).iter(f"{OPF}itemref")} <= {None, "yes"}


def test_contents_lead_to_visible_pages_in_the_order_of_the_book(book):
    pages = spine(book)
    for found in targets(book):
        assert len(found) > 3
        files = [posixpath.normpath(address.partition("#")[0]) for address in found]
        assert set(files) <= set(pages)
        assert [pages.index(file) for file in files] == sorted(pages.index(file) for file in files)


def test_the_cover_is_marked_in_the_old_and_in_the_new_way(book):
    items = list(package(book).iter(f"{OPF}item"))
    (new,) = [item for item in items if item.get("properties") == "cover-image"]
    (old,) = [meta.get("content") for meta in package(book).iter(f"{OPF}meta") if meta.get("name") == "cover"]
    assert old == new.get("id")
    assert new.get("media-type") in {"image/jpeg", "image/png"}
    assert next(package(book).iter(f"{OPF}reference")).get("type") == "cover"


@pytest.mark.parametrize("name", [name for name, _ in themes.names()])
def test_no_style_hides_a_word_or_says_one(name):
    css = themes.load(name).epub_css
    assert hidden(css) == []
    assert spoken(css) == []


def test_a_style_that_hides_or_says_something_would_be_seen():
    assert hidden("p.x { display: none; }") == ["p.x"]
    assert hidden("h1 { text-indent: -9999px; }") == ["h1"]
    assert hidden("h1 { font-size: 0; }\nb { font-size: 0.9em; margin-left: -1.2em; }") == ["h1"]
    assert spoken('b::before { color: red; content: "by "; }') == ["b::before"]
    assert spoken(r'b::after { content: "\2002"; } i::before { content: url("a.png"); }') == []
