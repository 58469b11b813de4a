"""A broken encoding is repaired, and text that only looks unusual is never touched."""

import pytest

from fic2book.model import Document, Kind, Line
from fic2book.restoration import mend, mend_text

BROKEN = [
    ("â€œIt isnâ€™t,â€\ufffd he said", "“It isn’t,” he said"),
    ("â€œIt isnâ€™t,â€\x9d he said", "“It isn’t,” he said"),
    ("a stray\x9d byte", "a stray byte"),
    ("the lampâ€”the old lamp", "the lamp—the old lamp"),
    ("dÃ©jÃ  vu", "déjà vu"),
    ("MuÃ±oz", "Muñoz"),
    ("zero\u200bwidth and a \ufeffmark", "zerowidth and a mark"),
]
SOUND = [
    "“It isn’t,” he said—and left…",
    "déjà vu, Muñoz, Ångström, Łódź",
    "plain words",
    "ﬁne ligatures and ½ a loaf",
    "ÃO is not a word, but Âge is",
    "Привет, мир",
    "今晩は",
    "नमस्ते\u200dक",
    "می\u200cخواهم",
    "ภาษา\u200bไทย",
    "👩\u200d🚀",
    "road\u2060—\u2060road",
]


@pytest.mark.parametrize(("broken", "sound"), BROKEN)
def test_mojibake_is_repaired(broken, sound):
    assert mend_text(broken) == sound


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text):
    assert mend_text(text) == text


@pytest.mark.parametrize("text", [sound for _, sound in BROKEN])
def test_repairing_twice_changes_nothing_more(text):
    assert mend_text(text) == text


def _document(*texts, **fields):
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, 1))
    return Document(file="a.md", format="markdown", lines=lines, **fields)


def test_lines_body_and_front_matter_are_repaired_and_the_ledger_says_which_line():
    document = _document(
        "title: dÃ©jÃ  vu", "", "MuÃ±oz", body='<p data-line="3">MuÃ±oz</p>', metadata={"title": ["dÃ©jÃ  vu"]}
    )
    mended = mend(document)
    assert [line.text for line in mended.lines] == ["title: déjà vu", "", "Muñoz"]
    assert mended.body == '<p data-line="3">Muñoz</p>'
    assert mended.metadata == {"title": ["déjà vu"]}
    assert [(change.line, change.kind) for change in mended.changes] == [(1, Kind.REWRITTEN), (3, Kind.REWRITTEN)]


def test_a_sound_document_comes_back_as_it_is():
    document = _document("déjà vu")
    assert mend(document) is document


def test_a_page_is_repaired_row_by_row_in_its_lines_and_in_its_markup():
    document = _document(
        "The cafÃ© was shut.",
        "â€œNo,â€\ufffd she said.",
        body='<div><p data-line="1">The <em>cafÃ©</em> was shut.<br data-line="2"/>â€œNo,â€\ufffd she said.</p></div>',
    )
    mended = mend(document)
    assert [line.text for line in mended.lines] == ["The café was shut.", "“No,” she said."]
    assert (
        mended.body == '<div><p data-line="1">The <em>café</em> was shut.<br data-line="2"/>“No,” she said.</p></div>'
    )


def test_what_would_be_repaired_in_a_line_only_stays_as_it_is_in_both():
    document = _document("The cafÃ© was shut.", body='<p data-line="1">The caf<b>Ã</b>© was shut.</p>')
    mended = mend(document)
    assert mended.lines == document.lines
    assert mended.body == document.body
    assert not mended.changes


def test_a_line_without_markup_of_its_own_is_repaired():
    document = _document("title: dÃ©jÃ  vu", "", "cafÃ©", body='<p data-line="3">cafÃ©</p>', head={"title": ("cafÃ©",)})
    mended = mend(document)
    assert [line.text for line in mended.lines] == ["title: déjà vu", "", "café"]
    assert mended.head == {"title": ("café",)}
