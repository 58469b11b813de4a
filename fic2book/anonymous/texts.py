"""Plain text and Markdown without their words: every line as long as it was."""

import re

from fic2book.anonymous.encodings import decoded, encoded
from fic2book.anonymous.letters import replaced as letters_replaced
from fic2book.anonymous.speech import Speech

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_LINE = re.compile(r"[^\r\n]+")


def replaced(data: bytes, speech: Speech) -> bytes:
    """Return a text's bytes with other letters, in its encoding."""
    text, encoding = decoded(data)
    return encoded(_LINE.sub(lambda line: _line(line[0], speech, encoding), text), encoding)


def _line(line: str, speech: Speech, encoding: str) -> str:
    """Replace the words of a line; of an address the site's name stays."""
    parts, at = [], 0
    for found in _ADDRESS.finditer(line):
        parts += [speech.replaced(line[at : found.start()], encoding), letters_replaced(found[0], keep=True)]
        at = found.end()
    return "".join((*parts, speech.replaced(line[at:], encoding)))
