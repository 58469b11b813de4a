"""What strangers nest is made sound: e-readers open it, and no word and no link of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book import letters, markup
from fic2book.sections.soundness import make_sound


def sound(body: str) -> str:
    root = markup.parse(body)
    make_sound(root)
    return markup.serialise(root)


CASES = {
    "an item without a list": ("<li>a</li>", "<div>a</div>"),
    "a list that holds words": ("<ul>a<li>b</li>c</ul>", "<ul><li>a</li><li>bc</li></ul>"),
    "a list in a list without an item": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>",
    ),
    "a cell without a table": ("<td>a</td>", "<div>a</div>"),
    "a table that holds words": ("<table>a<tr><td>b</td></tr></table>", "<div>a<div><div>b</div></div></div>"),
    "a term without a list": ("<dt>a</dt><dd>b</dd>", "<p>a</p><div>b</div>"),
    "a meaning without its term": ("<dl><dd>a</dd></dl>", "<div><div>a</div></div>"),
    "a link in a link": ('<a href="#x">a<a href="#y">b</a></a>', '<a href="#x">a<span>b</span></a>'),
    "a paragraph that holds a block": ("<p>a<ul><li>b</li></ul></p>", "<div>a<ul><li>b</li></ul></div>"),
    "emphasis that holds a block": ("<em>a<p>b</p></em>", "a<p>b</p>"),
    "a reading without its characters": ("<p><rt>kan</rt></p>", "<p><span>kan</span></p>"),
    "brackets round a reading": (
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
        "<p><ruby>漢<rt>kan</rt></ruby></p>",
    ),
    "a caption without a figure": ("<figcaption>a</figcaption>", "<p>a</p>"),
    "a section of a page": ('<section class="story"><p>a</p></section>', "<div><p>a</p></div>"),
    "a class of the book's own": ('<p class="cover verse">a</p>', '<p class="verse">a</p>'),
    "attributes that say nothing": (
        '<p lang="English" dir="sideways" start="3">a</p><ol start="x"><li>b</li></ol>',
        "<p>a</p><ol><li>b</li></ol>",
    ),
    "attributes that say something": (
        '<p lang="fr" dir="ltr">a</p><ol start="-3"><li>b</li></ol><table><tr><td colspan="2">c</td></tr></table>',
        '<p lang="fr" dir="ltr">a</p><ol start="-3"><li>b</li></ol><table><tr><td colspan="2">c</td></tr></table>',
    ),
}
LEFT_ALONE = {
    "a list": "<ul><li>a<ul><li>b</li></ul></li></ul>",
    "a table": "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td/></tr></tbody></table>",
    "a table in a cell": "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
    "terms": "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
    "a note": '<aside class="footnote" id="fn-1"><p>a</p></aside>',
    "a chat": '<div class="chat"><p class="message"><span class="sender">a</span> b</p></div>',
    "a reading": "<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>",
    "struck words": "<p><s>a</s> <sub>b</sub> <sup>c</sup> <q>d</q> <small>e</small></p>",
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_it_is_mended(before, after):
    assert sound(before) == after


@pytest.mark.parametrize("body", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_it_is_left_alone(body):
    assert sound(body) == body


TAGS = sorted(markup.BLOCKS - {"body"}) + sorted(markup.INLINES - {"br", "rp"})


@st.composite
def nests(draw, depth=4):
    if not depth:
        return draw(st.sampled_from(["alpha", "beta ", " gamma", "delta"]))
    inner = draw(st.lists(st.one_of(st.sampled_from(["one", "two ", ""]), nests(depth - 1)), max_size=3))
    tag = draw(st.sampled_from(TAGS))
    return "".join(inner) if tag == "hr" else f"<{tag}>{''.join(inner)}</{tag}>"


@given(nests())
def test_no_nesting_loses_a_word_or_stays_unsound(body):
    once = sound(body)
    assert letters.letters(markup.plain(once)) == letters.letters(markup.plain(body))
    assert sound(once) == once
