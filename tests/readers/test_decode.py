"""Bytes become text, whatever program saved them."""

import pytest

from fic2book.errors import ManuscriptError
from fic2book.readers.decode import decode

_TEXT = "The café’s “grey” quay — naïve…\nSecond line.\n"


def _texts(data):
    return [line.text for line in decode(data, "x.txt").lines]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_an_encoding_is_found_with_and_without_a_mark(encoding):
    assert _texts(_TEXT.encode(encoding)) == _TEXT.splitlines()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\u2028", "\u2029", "\x85", "\f", "\v"])
def test_every_line_end_ends_a_line(end):
    assert _texts(f"One{end}two{end}".encode()) == ["One", "two"]


def test_western_text_is_cp1252_and_central_european_is_not():
    western = "“I don’t know,” she said — and it was over…\n" * 40
    czech = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekla a šla k řece.\n" * 40
    assert decode(western.encode("cp1252"), "x.txt").encoding == "cp1252"
    assert _texts(czech.encode("cp1250"))[0] == czech.splitlines()[0]


def test_cyrillic_and_japanese_are_read():
    russian = "Она пришла на набережную, когда вода уже ушла.\n" * 30
    japanese = "潮が引いたころ、二人は石段を下りてきた。\n" * 30
    assert _texts(russian.encode("cp1251"))[0] == russian.splitlines()[0]
    assert _texts(japanese.encode("shift_jis"))[0] == japanese.splitlines()[0]


def test_a_few_cp1252_bytes_in_utf8_are_mended():
    data = ("É" * 60 + "\n").encode() + b"don\x92t\n"
    assert _texts(data)[1] == "don’t"


def test_half_a_letter_of_a_text_decoded_wrongly_is_left_for_its_repair():
    saved_twice = "“Yes.” She ran.\n".encode().decode("latin-1")
    web = saved_twice.replace("\x80", "€").replace("\x9c", "œ")
    decoded = decode(web.encode(), "a.txt")
    assert (decoded.lines[0].text, decoded.changes) == ("â€œYes.â€\x9d She ran.", ())


def test_control_characters_are_taken_out_and_named():
    decoded = decode(b"One\nShe said\x00 no\x08thing.\n", "x.txt")
    assert [line.text for line in decoded.lines] == ["One", "She said nothing."]
    assert [(change.rule, change.line, change.before) for change in decoded.changes] == [
        ("control_characters", 2, "\x00\x08")
    ]


def test_no_surrogate_survives():
    data = b"\xff\xfe" + "a".encode("utf-16-le") + b"\x00\xd8" + "b".encode("utf-16-le")
    assert not any("\ud800" <= char <= "\udfff" for text in _texts(data) for char in text)
    assert not any("\ud800" <= char <= "\udfff" for text in _texts(b"a\xed\xa0\x80b") for char in text)


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_an_empty_file_is_named(data):
    with pytest.raises(ManuscriptError, match=r"x\.txt: the file is empty\. Put"):
        decode(data, "x.txt")


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", bytes(range(32)) * 40])
def test_what_is_no_text_is_named_with_the_way_out(data):
    with pytest.raises(ManuscriptError, match=r"x\.txt: .*\. Open it in its own program"):
        decode(data, "x.txt")
