"""Word's own properties of a document: a title and its like for the plan; names are told apart, to be asked about."""

from collections.abc import Mapping

from fic2book.markup import Element
from fic2book.model import Change, Kind, Sure
from fic2book.readers.docx.xml import name

_KEPT = ("title", "subject", "description", "language")
_NAMES = ("creator", "lastModifiedBy")
_PROGRAMS = frozenset({"python-docx", "user", "admin", "administrator", "microsoft office user", "author", "un-named"})
RULE = "properties"


def facts(root: Element | None) -> dict[str, tuple[str, ...]]:
    """Return what ``docProps/core.xml`` says of the work; never who wrote it, for that may be a legal name."""
    said = _said(root)
    return {f"dc:{key}": (said[key],) for key in _KEPT if said.get(key)}


def names(root: Element | None) -> tuple[Change, ...]:
    """Return the names of people in the properties, as something to be asked: joining them to a pen name is harm."""
    said = _said(root)
    found = dict.fromkeys(said[key] for key in _NAMES if said.get(key) and said[key].lower() not in _PROGRAMS)
    why = "Word's properties name this person; nothing is printed of it unless anthology.toml says author."
    return tuple(
        Change(rule=RULE, kind=Kind.FLAGGED, line=0, before=person, after=why, sure=Sure.GUESSED) for person in found
    )


def _said(root: Element | None) -> Mapping[str, str]:
    return {name(one): " ".join((one.text or "").split()) for one in root if name(one)} if root is not None else {}
