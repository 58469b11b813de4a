"""A file under a wrong name is read for what it is, where that is safe; a story that only looks like a page is not."""

import pytest

from fic2book import readers
from fic2book.errors import ManuscriptError
from fic2book.readers.given import Given
from tests.readers.docx.maker import docx, p

_PAGE = b"<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>The river rose.</p></body></html>"
_SITE = b'<p data-p-id="1">The river rose.</p>\n<p data-p-id="2">Nobody saw.</p>\n<p>It fell.</p>'
_WORD = docx(p("The river rose."))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", _PAGE, "html"), ("a.HTM", _PAGE, "html"), ("a.xhtml", _PAGE, "html"), ("a.txt", _PAGE, "html"),
        ("a.doc", _PAGE, "html"), ("a.docx", _PAGE, "html"), ("a.txt", _SITE, "html"),
        ("a.txt", b"\xef\xbb\xbf" + _PAGE, "html"),
        ("a.docx", _WORD, "docx"), ("a.doc", _WORD, "docx"), ("a.txt", _WORD, "docx"), ("a.html", _WORD, "docx"),
        ("a.html", b"The river rose.\n\n1 < 2 and x > y.", "text"),
        ("a.txt", b"The river rose <i>high</i>.\n\n<p>\n\nNobody saw.", "text"),
        ("a.txt", b"<p>Hello</p> is how a page begins. The river rose.", "text"),
        ("a.txt", b"<3\n\nThe river rose.", "text"),
        ("a.md", b"<div>The river rose.</div>\n\n<p>a</p><p>b</p><p>c</p>", "markdown"),
    ],
)  # fmt: skip
def test_the_content_chooses_where_the_name_is_plainly_wrong(name, data, kind):
    document = readers.understand(Given(name, data))
    assert document.format == kind
    assert "river rose" in "\n".join(line.text for line in document.lines)


def test_what_the_content_tells_nothing_of_is_read_by_its_name():
    with pytest.raises(ManuscriptError, match="a zip file"):
        readers.understand(Given("a.txt", b"PK\x03\x04 something"))


def test_a_page_that_only_frames_another_names_it():
    with pytest.raises(ManuscriptError, match=r"it only frames another one \(story\.html\)"):
        readers.understand(Given("a.html", b'<html><frameset><frame src="story.html"></frameset></html>'))
    with pytest.raises(ManuscriptError, match="no words on this page"):
        readers.understand(Given("a.html", b"<html><body><div id=app></div><script>run()</script></body></html>"))


_SAID = "<p>“Déjà,” said Zoë—“très haute.”</p>"


@pytest.mark.parametrize(
    ("html", "encoding"),
    [
        (f'<meta charset="utf-8">{_SAID}', "utf-8"),
        (f'<meta charset="utf-8">{_SAID}', "cp1252"),
        (f'<meta charset="iso-8859-1">{_SAID}', "utf-8"),
        (f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">{_SAID}', "cp1252"),
        (f'<meta charset="x-no-such-thing">{_SAID}', "utf-8"),
        (f'<meta charset="rot13">{_SAID}', "cp1252"),
        (f'<?xml version="1.0" encoding="utf-8"?><html>{_SAID}</html>', "utf-8-sig"),
        (f'<meta charset="utf-8">{_SAID}', "utf-16"),
        (_SAID.replace("“", "&#147;").replace("”", "&#148;").replace("—", "&#151;"), "latin-1"),
    ],
)
def test_a_declaration_counts_as_far_as_the_bytes_agree(html, encoding):
    document = readers.understand(Given("a.html", html.encode(encoding)))
    assert [line.text for line in document.lines] == ["“Déjà,” said Zoë—“très haute.”"]


@pytest.mark.parametrize(
    ("said", "declared", "encoding"),
    [
        ("Вечером дождь кончился.", "windows-1251", "cp1251"), ("Вечером дождь кончился.", "koi8-r", "koi8_r"),
        ("夕方に雨が止んだ。", "Shift_JIS", "cp932"), ("傍晚雨停了。", "gb2312", "gb18030"),
        ("저녁에 비가 그쳤다.", "euc-kr", "cp949"),
        ("בערב פסק הגשם", "windows-1255", "cp1255"), ("傍晚雨停了。", "big5", "big5"),
    ],
)  # fmt: skip
def test_short_pages_in_other_scripts_trust_their_declaration(said, declared, encoding):
    html = f'<html><head><meta charset="{declared}"></head><body><p>{said}</p></body></html>'
    assert readers.understand(Given("a.html", html.encode(encoding))).lines[0].text == said
