"""No word of a Word document is lost, doubled or glued to another, whatever Word put around it."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fic2book import markup, readers
from fic2book.readers.given import Given
from tests.readers.docx.maker import docx, p, r
from tests.readers.pages import oracle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(data):
    """Return the words of a document's text by another parser: a line end behind each paragraph and break."""
    found = []
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))  # noqa: S314 — our own
    for element in body.iter():
        if element.tag == f"{_W}t":
            found.append(element.text or "")
        elif element.tag in {f"{_W}p", f"{_W}br", f"{_W}cr", f"{_W}tab"}:
            found.append(" ")
    return "".join(found).split()


_WORDS = st.sampled_from(["one", " two ", "three\nfour", "fünf", "", " ", "a & b <c>", "שלום", "\u00a0"])
_LOOK = st.sampled_from(
    ["", "<w:i/>", "<w:b/>", '<w:u w:val="single"/>', '<w:sz w:val="30"/>', '<w:lang w:val="en-US"/>']
)
_RUN = st.tuples(_WORDS, _LOOK).map(lambda pair: r(pair[0].replace("&", "&amp;").replace("<", "&lt;"), pair[1]))
_AROUND = st.sampled_from(
    [
        "<w:ins>{}</w:ins>", "<w:smartTag>{}</w:smartTag>", '<w:fldSimple w:instr="X">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:bdo w:val="rtl">{}</w:bdo>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>', "<w:moveTo>{}</w:moveTo>", "<w:customXml>{}</w:customXml>",
        '<w:bookmarkStart w:id="1" w:name="b"/>{}<w:bookmarkEnd w:id="1"/>', "<w:proofErr/>{}",
    ]
)  # fmt: skip
_INLINE = st.recursive(
    _RUN, lambda inner: st.tuples(_AROUND, st.lists(inner, max_size=3)).map(lambda two: two[0].format("".join(two[1])))
)
_STYLE = st.sampled_from(["", "Title", "berschrift1", "Quote", "Verse", "Thought", "Centred", "NoSuchStyle"])
_PARAGRAPH = st.tuples(st.lists(_INLINE, max_size=4), _STYLE).map(lambda two: p(*(two[0] or [""]), style=two[1]))
_TABLE = st.lists(st.lists(_PARAGRAPH, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: (
        "<w:tbl>" + "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows) + "</w:tbl>"
    )
)
_BLOCKS = st.lists(st.one_of(_PARAGRAPH, _PARAGRAPH, _TABLE), min_size=1, max_size=6)


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks=_BLOCKS)
def test_any_document_keeps_its_words(blocks):
    prove(blocks)


@pytest.mark.slow
@settings(max_examples=1_000, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks=_BLOCKS)
def test_many_more_documents_keep_their_words(blocks):
    prove(blocks)


def prove(blocks):
    """Ask that a document's rows hold its words, and that its markup says the same."""
    data = docx(*blocks, p("the end"))
    document = readers.understand(Given("a.docx", data))
    assert "\n".join(line.text for line in document.lines).split() == words(data)
    assert oracle.rows(document.body) == {line.number: line.text for line in document.lines}
    assert markup.plain(markup.tidy(list(markup.parse(document.body))).markup).split() == words(data)
