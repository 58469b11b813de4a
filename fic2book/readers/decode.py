"""Bytes → lines of text: which encoding a file is in, where its lines end, which characters no book can hold."""

import re
import unicodedata
from codecs import lookup
from typing import NamedTuple

from charset_normalizer import from_bytes

from fic2book.errors import ManuscriptError
from fic2book.model import Change, Kind, Line

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before utf-16-le, which begins with the same two bytes
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a zip file (a .docx or .epub with another name?)"),
    (b"%PDF-", "a PDF with another name"),
    (b"\xd0\xcf\x11\xe0", "an old Word document with another name"),
    (b"{\\rtf", "an RTF document with another name"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WESTERN = frozenset({"English", "French", "German", "Spanish", "Italian", "Portuguese", "Dutch", "Swedish", "Danish"})
_CENTRAL = frozenset({"cp1250", "iso8859_2", "iso8859_16", "mac_latin2", "cp852", "cp1257", "cp1254"})
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
"""What browsers read instead: the encodings of Windows, which hold those others and more (encoding.spec.whatwg.org)."""
_DECLARABLE = re.compile(r"(?:iso8859|cp\d|koi8|mac|gb|big5|shift_jis|euc_|tis|hz)")
_ALPHABETS = (
    "àâæçéèêëîïôœùûüÿ",
    "äöüßéà",
    "áéíñóúüª",
    "àèéìíîòóùú",
    "àáâãçéêíóôõúü",
    "åäöæøéà",
    "áéíóúýöæðþ",
    "ëïéèöüóê",
)
"""Letters above ASCII of French, German, Spanish, Italian, Portuguese, the Nordic languages, Icelandic, Dutch."""
_SAMPLE = 65_536  # bytes that hold all habits of a text; more makes detection slow, not better
_LINE_END = re.compile("\r*\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|(?<![\xc2-\xf4\u20ac])[\x81\x8d\x8f\x90\x9d]"
)
"""The five bytes that cp1252 leaves open are halves of letters in text decoded wrongly: its repair needs them."""
_BINARY_SHARE = 0.05  # control characters among all; texts damaged by copying stay below 0.01
_WAY_OUT = "Open it in its own program and save it as plain text (.txt, UTF-8)."


class Decoded(NamedTuple):
    """A file as text."""

    lines: tuple[Line, ...]
    encoding: str
    """Python's name of the encoding, such as ``utf-8`` or ``cp1252``."""
    changes: tuple[Change, ...]


def decode(data: bytes, file: str) -> Decoded:
    """Return the lines of a text file in NFC, its encoding, and what had to be taken out.

    Raises ``ManuscriptError`` for an empty file and for one that is no text.
    """
    text, encoding = told(data, file)
    lines = _LINE_END.split(unicodedata.normalize("NFC", text))
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return _fit(lines, encoding)


def told(data: bytes, file: str, declared: str = "") -> tuple[str, str]:
    """Return the text of a file as it stands, and its encoding; ``declared`` counts where the bytes do not gainsay it.

    Raises ``ManuscriptError`` for an empty file and for one that is no text.
    """
    for magic, what in _OTHER_FILES:
        if data.startswith(magic):
            reason = f"it is {what}, not a text"
            raise ManuscriptError(reason, file=file, way_out=_WAY_OUT)
    text, encoding = _text(data, declared)
    if not text.strip().strip("\ufeff\x00").strip():
        reason = "the file is empty"
        raise ManuscriptError(reason, file=file, way_out="Put the story into it, or take the file out of the folder.")
    controls = len(_UNFIT.findall(text))
    if controls > 8 and controls > len(text) * _BINARY_SHARE:
        reason = "the file is no text (it is full of control characters)"
        raise ManuscriptError(reason, file=file, way_out=_WAY_OUT)
    return text.removeprefix("\ufeff"), encoding


def _fit(lines: list[str], encoding: str) -> Decoded:
    """Take out the characters that XML and printing cannot hold; doubtful ones are flagged."""
    kept: list[Line] = []
    changes: list[Change] = []
    for number, text in enumerate(lines, 1):
        unfit = "".join(_UNFIT.findall(text))
        if unfit:
            changes.append(Change(rule="control_characters", kind=Kind.REMOVED, line=number, before=unfit))
        kept.append(Line(number=number, text=_UNFIT.sub("", text) if unfit else text))
    return Decoded(tuple(kept), encoding, tuple(changes))


def _text(data: bytes, declared: str) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _as_declared(data, declared) or _legacy(data)


def _as_declared(data: bytes, declared: str) -> tuple[str, str] | None:
    """Read what is no UTF-8 by the encoding that the file names for itself, if every byte of it can be."""
    try:
        name = lookup(declared).name
        name = _READ_AS.get(name, name)
        if name == "cp1252":
            return _cp1252(data), name
        return (data.decode(name), name) if _DECLARABLE.match(name) else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _wide_encoding(data: bytes) -> str:
    """Name UTF-16 or UTF-32 without a byte order mark: its zero bytes stand in step."""
    sample = data[: _SAMPLE // 4 * 4]
    zeros = [sample[step::4].count(0) for step in range(4)]
    quarter = len(sample) // 4
    if quarter < 2 or sum(zeros) < len(sample) * 0.2:
        return ""
    if min(zeros[2:]) > quarter * 0.9 and zeros[0] < quarter * 0.2:
        return "utf-32-le"
    if min(zeros[:2]) > quarter * 0.9 and zeros[3] < quarter * 0.2:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) < 4 * min(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(data: bytes) -> tuple[str, str] | None:
    """Read UTF-8 into which a few cp1252 bytes were pasted, as editors that append do."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = sum(1 for char in text if "\udc80" <= char <= "\udcff")
    proper = sum(1 for char in text if char > "\x7f") - stray
    if proper < 10 * stray:
        return None
    mended = re.sub("[\udc80-\udcff]", lambda m: _cp1252(bytes([ord(m[0]) - 0xDC00])), text)
    return mended, "utf-8 with cp1252"


def _legacy(data: bytes) -> tuple[str, str]:
    """Tell an 8-bit or East Asian encoding by the lines that hold more than ASCII."""
    telling = b"\n".join(line for line in re.split(rb"[\r\n]+", data) if not line.isascii())[:_SAMPLE]
    best = from_bytes(telling).best()
    name = best.encoding if best else "cp1252"
    if best is None or _is_western(telling, name, best.language):
        return _cp1252(data), "cp1252"
    name = _japanese(telling) or name
    return data.decode(name, errors="replace"), name


def _japanese(telling: bytes) -> str:
    """Name the encoding in which a text is Japanese beyond doubt: much of it is hiragana, which no other reads so."""
    for name in ("cp932", "euc_jp"):
        text = telling.decode(name, errors="ignore")
        hiragana = sum(1 for char in text if "\u3041" <= char <= "\u309f")
        halved = sum(1 for char in text if "\uff61" <= char <= "\uff9f")
        if hiragana > 0.15 * sum(1 for char in text if char > "\x7f") and halved < 0.1 * hiragana:
            return name
    return ""


def _is_western(telling: bytes, name: str, language: str) -> bool:
    """Tell cp1252 from its neighbours: few foreign letters, or a western language.

    charset-normalizer says cp1250 for English with typographic quotes, because both share them.
    """
    if name in {"cp1252", "latin_1", "iso8859_15", "iso8859_1", "ascii"}:
        return True
    text = _cp1252(telling)
    foreign = sum(1 for char in text if char > "\xbf" and char.isalpha())
    if foreign <= max(5, len(text) * 0.005) and not re.search("[³¹¿¼¾½¡£¥ª¯][a-z]", text):
        return True
    used = {char for char in text.lower() if char > "\xbf" and char.isalpha()}
    return name in _CENTRAL and (language in _WESTERN or any(used.issubset(letters) for letters in _ALPHABETS))


def _cp1252(data: bytes) -> str:
    """Decode as browsers do: the five bytes that cp1252 leaves open are the C1 controls of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in data)
