"""The zip behind a Word document: its parts as trees, and a new zip of sound parts for the library that reads it."""

import io
import re
import zipfile
from collections.abc import Mapping

from fic2book import markup
from fic2book.errors import ManuscriptError
from fic2book.markup import Element
from fic2book.readers import zipped
from fic2book.readers.zipped import Archive

_OLD = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "Open it in Word or LibreOffice and save it anew as .docx."
_FIXED = (1980, 1, 1, 0, 0, 0)
"""Time of every part: nobody reads it."""


def opened(data: bytes, file: str) -> Archive:
    """Return the zip of a Word document.

    Raises ``ManuscriptError`` with what the file is instead.
    """
    if data.startswith(_OLD):
        if _LOCKED in data:
            reason = "it is locked with a password"
            raise ManuscriptError(reason, file=file, way_out="Open it with the password and save it without one.")
        reason = "it is an old Word document (.doc)"
        raise ManuscriptError(reason, file=file, way_out="Open it in Word or LibreOffice and save it as .docx.")
    if data.lstrip().startswith(b"{\\rtf"):
        raise ManuscriptError("it is an RTF document", file=file, way_out=_AGAIN)
    if not data.startswith(b"PK"):
        reason = "it is no Word document" if data.strip(b"\0 \r\n\t") else "the file is empty"
        raise ManuscriptError(reason, file=file, way_out=_AGAIN)
    archive = zipped.opened(data, file)
    if not any(name.endswith("document.xml") or "officeDocument" in name for name in archive.names):
        raise ManuscriptError("there is no Word document in it", file=file, way_out=_AGAIN)
    return archive


def trees(archive: Archive, file: str) -> dict[str, Element]:
    """Return every part that is XML as a tree, by name; nothing is fetched for them, no entity is expanded.

    Raises ``ManuscriptError`` when the document itself is damaged.
    """
    found: dict[str, Element] = {}
    for name in archive.names:
        if not name.lower().endswith((".xml", ".rels")):
            continue
        try:
            found[name] = markup.parse_xml(archive.read(name))
        except ValueError as error:
            if name == document_name(found) or name == "word/document.xml":
                raise ManuscriptError("the text in it is damaged", file=file, way_out=_AGAIN) from error
    return found


def document_name(parts: Mapping[str, Element]) -> str:
    """Return the name of the part that holds the text, as the package's relationships say."""
    relations = parts.get("_rels/.rels")
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def parts_named(parts: Mapping[str, Element], pattern: str) -> list[tuple[str, Element]]:
    """Return the parts whose names match, in the order of their names."""
    return [(name, parts[name]) for name in sorted(parts) if re.search(pattern, name)]


def rebuilt(archive: Archive, parts: Mapping[str, Element]) -> io.BytesIO:
    """Return a zip of the trees and of the pictures; what was not read is not in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, tree in parts.items():
            package.writestr(zipfile.ZipInfo(name, _FIXED), markup.xml_bytes(tree))
        for name in archive.names:
            if "/media/" in name:
                package.writestr(zipfile.ZipInfo(name, _FIXED), archive.read(name))
    target.seek(0)
    return target
