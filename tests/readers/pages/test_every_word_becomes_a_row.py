"""No word of a page is lost, doubled, glued to another or moved, whatever the markup around it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fic2book import markup
from fic2book.readers.pages import Around, normalise
from tests.readers.pages import oracle

_PAGES = {
    "paragraphs": "<p>The ferry came <em>late</em>.</p><p>Nobody <b>waved</b>.</p>",
    "words around blocks": "Late <div>ferry <p>at the</p> quay</div> again",
    "emphasis around blocks": "<b>All <p>of this</p><i><p>is loud</p></i></b><p>and this is not</p>",
    "a link around blocks": "<a href='https://example.org/'><h2>The Weir</h2><p>A tale</p></a>",
    "line breaks": "<p>one<br>two<br/><br>three</p><br>four<br>",
    "line breaks between blocks": "<p>one</p><br><br><p>two</p>",
    "lists": "<ul><li>one<li>two<ul><li>two and a half</ul><li><p>three</p>and more</ul><ol start=3><li>four</ol>",
    "a list with stray words": "<ul>stray<li>one</li>between<li>two</li></ul>",
    "definitions": "<dl><dt>Rating:</dt><dd>General</dd><dt>Words:<dd><p>204</p></dl>",
    "a table": "<table><caption>Tides</caption><tr><th>Day<th>Height<tr><td>One<td>3 m<p>or so</p></table>",
    "a table inside emphasis": "<i>before <table><tr><td>in</td><td>side</td></tr></table> after</i>",
    "typed lines": "<pre>\n  one\n\n    two\nthree\n</pre>",
    "a poem in a text field": "<textarea>\none\n two</textarea>",
    "blocks in a heading": "<h1><div>The</div> <div>Weir</div></h1>",
    "blocks in a typed block": "<pre><p>one\ntwo</p><p>three</p></pre>",
    "entities": "<p>Fish &amp; chips &lt;now&gt; &eacute;t&eacute; &#8212; &#x2014; &#151; &#146; &nbsp;end&nbsp;</p>",
    "no-break spaces": "<p>&nbsp;</p><p>\u00a0Mr.\u00a0Orme </p>",
    "spaces at the seams": "<p> one <em> two </em> three<b> four</b> <i></i> five <em> </em>six </p>",
    "spans of word processors": "<p><span>Half</span><span>way</span><span> home</span></p>",
    "right to left": "<p dir=rtl lang=he>שלום <b>עולם</b></p><p lang=ar dir=rtl>مرحبا بالعالم</p>",
    "fields": "<form><select><option>One<option>Two</select><button>Go</button><button>Stop</button></form>",
    "custom elements": "<story-body id=s><p>one</p><chat-line>two</chat-line></story-body> <o:p>three</o:p>",
    "not closed": "<p>one<div>two<p>three<b>four<p>five</div>six",
    "closed too often": "one</p></div></b> two </section>three",
    "a list of tags": "<dl class=tags>\n<dt>Fandom:</dt>\n<dd><a href=x>One</a>, <a href=y>Two</a></dd>\n</dl>",
    "a page with head": "<html lang=en><head><title>No word</title></head><body class=x>one<p>two</body></html> three",
    "old looks": "<center><font size=5>Title</font></center><tt>typed</tt> <big>big</big> <strike>gone</strike>",
    "ruby": "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>",
    "quirks": "<p>one<table><tr><td>two</table>three",
}


@pytest.mark.parametrize("html", _PAGES.values(), ids=_PAGES.keys())
def test_a_page_keeps_its_words_in_order(html):
    prove(html)


def test_a_lost_glued_or_moved_word_would_be_seen():
    html = "<p>The ferry came late.</p><p>Nobody waved.</p>"
    for broken in (
        "<p>The ferry late.</p>",
        "<p>The ferry camelate.</p>",
        "<p>Nobody waved.</p><p>The ferry came late.</p>",
    ):
        assert oracle.words(html) != _words(normalise(broken))
    with pytest.raises(AssertionError, match="that is no row"):
        oracle.rows("<div>words<p data-line='1'>more</p></div>")


_WORD = st.sampled_from(["one", "two ", " three", "fo\nur", "&amp;five", "six&nbsp;", "sieb\u00e9n", " ", "\n", "."])
_TAGS = "b i em span a u sup font q x-note label div p section blockquote center ul><li article"
_LOOKS = ["div id=x", "div style='text-align:right'", "p align=center", "span style='font-style:italic'"]
_TAG = st.sampled_from([*_TAGS.split(), *_LOOKS])
_ALONE = st.sampled_from(
    ["<br>", "<hr>", "<img src=x alt=y>", "<!-- no words -->", "<input value=no>", "<wbr>", "<h2>The Weir</h2>"]
)


def _element(inner):
    return st.tuples(_TAG, st.lists(inner, max_size=4)).map(lambda two: _closed(two[0], "".join(two[1])))


def _closed(tags, inside):
    ends = "".join(f"</{tag.split()[0]}>" for tag in reversed(tags.split("><")))
    return f"<{tags}>{inside}{ends}"


_MARKUP = st.lists(st.recursive(st.one_of(_WORD, _ALONE), _element, max_leaves=25), max_size=6).map("".join)


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(html=_MARKUP)
def test_any_markup_keeps_its_words(html):
    prove(html)


@pytest.mark.slow
@settings(max_examples=3_000, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(html=_MARKUP)
def test_much_more_markup_keeps_its_words(html):
    prove(html)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(html=st.text(alphabet="<>/=\"'&;! abp-#\n\x00\x97\ud800é", max_size=60))
def test_no_text_at_all_makes_an_error(html):
    page = normalise(html)
    assert {number: " ".join(text.split()) for number, text in oracle.rows(page.body).items()} == {
        line.number: " ".join(line.text.split()) for line in page.lines
    }


def prove(html):
    """Ask that a page's rows hold its words, that its markup says the same, and that tidying it loses none."""
    for around in (Around(), Around(xml=True)):
        page = normalise(html, 5, around)
        assert _words(page) == oracle.words(html)
        assert [line.number for line in page.lines] == list(range(5, page.next))
        assert oracle.rows(page.body) == {line.number: line.text for line in page.lines}
        tidied = markup.tidy(list(markup.parse(page.body)))
        assert markup.plain(tidied.markup).split() == oracle.words(html)


def _words(page):
    return "\n".join(line.text for line in page.lines).split()


@pytest.mark.parametrize(
    ("tag", "levels"), [("div", 50_000), ("b", 50_000), ("p><i", 2_000), ("ul><li", 5_000), ("table><tr><td", 3_000)]
)
def test_fifty_thousand_levels_are_flattened_without_losing_a_word(tag, levels):
    page = normalise("".join(f"<{tag}>w{level} " for level in range(levels)))
    assert page.lines[0].text.startswith("w0")
    assert oracle.depth(page.body) <= 64
    words = _words(page)
    assert len(words) == len(set(words))
    assert len(words) == levels
    tidied = markup.tidy(list(markup.parse(page.body)))
    assert sorted(markup.plain(tidied.markup).split()) == sorted(words)
