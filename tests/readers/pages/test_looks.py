"""What styles mean for the text is kept, as tags and attributes; and only that."""

import pytest

from fic2book.readers.pages import Around, looks, normalise


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("font-style: italic", "<em>x</em>"), ("FONT-STYLE:Oblique", "<em>x</em>"),
        ("font-weight: 700", "<strong>x</strong>"),
        ("text-decoration: line-through", "<s>x</s>"), ("text-decoration-line: underline", "<u>x</u>"),
        ("vertical-align: super; font-size: 60%", "<sup>x</sup>"), ("color: red; font-size: 20px", "x"),
        ("mso-bidi-font-style: italic", "x"), ("font-weight: 400", "x"), ("background:url(javascript:evil)", "x"),
    ],
)  # fmt: skip
def test_an_inline_style_becomes_the_tag_that_says_it(style, shown):
    assert normalise(f'<p><span style="{style}">x</span></p>').body == f'<p data-line="1">{shown}</p>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<b style="font-weight:normal"><p>x</p></b>', "x"),
        ('<i>a <span style="font-style:normal">b</span></i>', "<i>a </i>b"),
        ('<p style="font-style:italic">x</p>', "<em>x</em>"),
        ('<div style="font-style:italic"><p>x</p></div>', "<em>x</em>"),
        ("<b><b>x <strong>y</strong></b></b>", "<b>x <strong>y</strong></b>"),
    ],
)
def test_a_look_is_undone_or_pushed_into_the_rows(html, shown):
    assert shown in normalise(html).body.replace(' data-line="1"', "")


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        (".a { font-style: italic }", "<em>x</em>"), ("p.a{font-style:italic}", "x"),
        ("span.a, i.b{font-style:italic}", "<em>x</em>"),
        ("@media print { .a { font-style: italic } }", "x"),
        ("@media screen { .a { font-style: italic } }", "<em>x</em>"),
        ("/* .a { font-style: italic } */", "x"),
        (".b .a { font-style: italic }", "x"), (".a { font-style: italic", "x"),
        ("@import url(https://evil.example/x.css); .c{}", "x"),
    ],
)  # fmt: skip
def test_a_style_sheet_counts_by_class(css, shown):
    for page in (normalise(f'<style>{css}</style><p><span class="a">x</span></p>'),
                 normalise('<p><span class="a">x</span></p>', around=Around(css=css))):  # fmt: skip
        assert page.body == f'<p data-line="1"><span class="a">{shown}</span></p>'


def test_style_sheets_made_to_be_slow_are_not():
    for css in ("@media{" * 200_000, "/*" * 300_000, "{" * 500_000, ".a{" + "text-decoration:" * 50_000, "}" * 500_000):
        looks.sheet(css)
        assert looks.look("p", {"style": css}, {}) == looks.look("p", {}, {})


def test_the_address_that_a_browser_saved_a_page_from_is_known():
    said = "<!DOCTYPE html>\n<!-- saved from url=(0024)https://example.org/a -->\n<p>x"
    assert normalise(said).head["saved from"] == ("https://example.org/a",)
    said = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/b -->\n<p>x"
    assert normalise(said).head["saved from"] == ("https://example.org/b",)
    assert "saved from" not in normalise("<p>x").head
