"""Values as TOML text, on one line each."""

import re
from collections.abc import Mapping

from fic2book.model import Series

_ESCAPES: Mapping[str, str] = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\b": "\\b",
    "\f": "\\f",
}
_CONTROL = re.compile("[\x00-\x1f\x7f]")


def quoted(words: str) -> str:
    """Return words between double quotes."""
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in words)
    return '"' + _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", escaped) + '"'


def value(said: object) -> str:
    """Return a field's value: words in quotes, several in brackets, a series as an inline table."""
    if isinstance(said, (tuple, list)):
        return f"[{', '.join(map(value, said))}]"
    if isinstance(said, Series):
        number = f", number = {quoted(said.number)}" if said.number else ""
        return f"{{ name = {quoted(said.name)}{number} }}"
    if isinstance(said, bool):
        return "true" if said else "false"
    return str(said) if isinstance(said, int) else quoted(str(said))
