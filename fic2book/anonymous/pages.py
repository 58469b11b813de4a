"""HTML and XML without their words: tags, ids and classes as they stand, texts and telling attributes replaced."""

import re

from fic2book.anonymous.encodings import decoded, encoded
from fic2book.anonymous.letters import replaced as letters_replaced
from fic2book.anonymous.speech import Speech

_PIECE = re.compile(
    r"(?P<code><(?P<name>script|style)\b[^>]*>.*?</(?P=name)\s*>)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<tag></?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<other><[!?][^>]*>)"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?P<head>\s(?P<name>[\w:.-]+)\s*=\s*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_TELLING = frozenset(
    (
        "alt", "title", "content", "href", "src", "srcset", "target", "full-path", "author", "initials", "descr",
        "tooltip", "summary", "value", "placeholder", "aria-label", "file-as", "cite", "datetime", "action", "label",
    )
)  # fmt: skip
_WORDS = frozenset(("alt", "title", "descr", "tooltip", "author", "initials", "file-as", "aria-label"))
"""Attributes that hold a writer's words, not a site's."""
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|\w+);")
_DATA = re.compile(r"data:[^\"'\s]+")
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAICAgP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
_MAIL = "4320262e26032631222e332f266d2c3124"
"""What the network Cloudflare puts in place of an address: its first byte is the key to the others."""


def replaced(data: bytes, speech: Speech) -> bytes:
    """Return a page's bytes with other letters, in its encoding."""
    text, encoding = decoded(data)
    return encoded(_PIECE.sub(lambda piece: _piece(piece, speech, encoding), text), encoding)


def _piece(piece: re.Match[str], speech: Speech, encoding: str) -> str:
    if piece["code"]:
        head, _, rest = piece["code"].partition(">")
        body, end = rest[: rest.rindex("</")], rest[rest.rindex("</") :]
        return f"{head}>{letters_replaced(body, keep=piece['name'].lower() == 'style', encoding=encoding)}{end}"
    if piece["tag"]:
        return _ATTRIBUTE.sub(lambda found: _attribute(found, speech, encoding), piece["tag"])
    if piece["comment"]:
        return f"<!--{_text(piece['comment'][4:-3], speech, encoding)}-->"
    return piece["other"] or _text(piece["text"], speech, encoding)


def _text(text: str, speech: Speech, encoding: str) -> str:
    """Replace the words of a text between tags; references to characters stay."""
    parts, at = [], 0
    for found in _ENTITY.finditer(text):
        parts += [speech.replaced(text[at : found.start()], encoding), found[0]]
        at = found.end()
    return "".join((*parts, speech.replaced(text[at:], encoding)))


def _attribute(found: re.Match[str], speech: Speech, encoding: str) -> str:
    name = found["name"].lower().rpartition(":")[2]
    value = found["value"]
    if name == "data-cfemail":
        return f'{found["head"]}"{_MAIL}"'
    if name not in _TELLING:
        return found[0]
    value = _DATA.sub(_PIXEL, value)
    if _PIXEL in value:
        return found["head"] + value
    if name in _WORDS:
        return found["head"] + _text(value, speech, encoding)
    return found["head"] + _ENTITY.sub(lambda sign: sign[0], letters_replaced(value, keep=True, encoding=encoding))
