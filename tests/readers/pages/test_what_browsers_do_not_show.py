"""What is no word in a browser is none here: declarations, comments of every kind, tags that Word leaves behind."""

import random

import pytest
from justhtml import JustHTML

from fic2book import markup
from fic2book.readers.pages import Around, normalise


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html><body><p>x', "x"),
        ('<!DOCTYPE html [<!ENTITY a "b">\n]>\n<p>x &a; y', "x &a; y"),
        ("<p>a<![if !supportEmptyParas]> <![endif]><?pi data?>b<!bogus>c</![x]>d</p>", "a bcd"),
        ("<p>one<!--[if gte mso 9]><xml>no</xml><![endif]--> two</p>", "one two"),
        ("<p>one</p class=x><p>two</p>", "one\ntwo"),
    ],
)
def test_what_browsers_skip_is_skipped(html, text):
    assert "\n".join(line.text for line in normalise(html).lines) == text


def test_an_entity_that_a_file_declares_is_never_expanded_and_hides_no_word():
    source = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY l "lol">]>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>START &e; MID &l; END&nbsp;.</p></body></html>'
    )
    assert normalise(source, around=Around(xml=True)).lines[0].text == "START &e; MID &l; END\u00a0."


def test_pages_are_parsed_with_places_just_as_without():
    pieces = (
        "<p> </p> <b> <div id=a> </div x=1> <! <!x> <? </ </1> < text &amp; <!--c--> <![CDATA[x]]> <table> <tr><td> "
    )
    pieces += "</table> <textarea><?x?> </textarea> <br/> <img\nsrc=x ' > <select> <template> <plaintext> \x00 \n"
    dice = random.Random(3)  # noqa: S311 — the same pages at every run
    for _ in range(2_000):
        source = "".join(dice.choice(pieces.split(" ")) for _ in range(dice.randint(1, 12)))
        assert _said(markup.read_html(source)) == _said(JustHTML(source, sanitize=False).root), source


def test_every_row_knows_its_line_in_the_file():
    page = normalise("<html>\n<body>\n\n<p>\n  one<br>\n two</p>\n<pre>three\nfour</pre>\n<hr>\n</body>")
    assert [(line.text, line.place) for line in page.lines] == [
        ("one", "line 5"), ("two", "line 6"), ("three", "line 7"), ("four", "line 8"), ("", "line 9"),
    ]  # fmt: skip
    assert normalise("<p>x", 7, Around(place="ch2.xhtml")).lines[0].place == "ch2.xhtml line 1"


def _said(node):
    found, waiting = [], [node]
    while waiting:
        inner = waiting.pop()
        name = inner.name if inner.name not in {"#text", "#document"} else ""
        if name.startswith(("#", "!")):
            continue
        found += [f"<{name}"] if name else [str(getattr(inner, "text", "") or getattr(inner, "data", "") or "")]
        waiting += reversed(inner.children or [])
    return [piece for piece in found if piece]
