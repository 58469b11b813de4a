"""The book's one colour on paper: ornaments and rules have it, words never."""

from fic2book.writers.pdf import accent

SIGN = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'


def test_a_drawn_ornament_takes_the_colour_and_a_photograph_stays():
    assert b'fill="#5c1a22"' in accent.coloured(SIGN, "#5c1a22")
    assert accent.coloured(SIGN, "") == SIGN
    assert accent.coloured(b"\x89PNG....", "#5c1a22") == b"\x89PNG...."


def test_only_rules_are_coloured_by_the_style_sheet():
    sheet = accent.css("#5c1a22")
    assert "border-color: #5c1a22" in sheet
    assert "{ color" not in sheet
    assert accent.css("") == ""
