"""Word's own properties of a document, by their own names.

The people in them are users of a program, often under their legal names: joining those to a pen name is harm. They are
for the plan to ask about, and no source prints them.
"""

from fic2book.markup import Element
from fic2book.readers.docx.xml import name

_KEPT = {
    "title": "dc:title", "subject": "dc:subject", "description": "dc:description", "language": "dc:language",
    "creator": "dc:creator", "lastModifiedBy": "cp:lastModifiedBy",
}  # fmt: skip
_NOBODY = frozenset({"python-docx", "user", "admin", "administrator", "microsoft office user", "author", "un-named"})


def facts(root: Element | None) -> dict[str, tuple[str, ...]]:
    """Return what ``docProps/core.xml`` says of the work and of those who typed it."""
    said = {name(one): " ".join((one.text or "").split()) for one in root if name(one)} if root is not None else {}
    return {
        ours: (said[theirs],)
        for theirs, ours in _KEPT.items()
        if said.get(theirs) and said[theirs].lower() not in _NOBODY
    }
