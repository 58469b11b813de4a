"""Locks: a book that only its shop's own program can open is named as such, never read as noise."""

from fic2book.errors import ManuscriptError
from fic2book.readers.epub import xml
from fic2book.readers.zipped import Archive

_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Algorithms that only garble fonts against copying (EPUB 3.3, 4.2.6.3.1.3; Adobe's own): the words stay plain."""
_LOCKS = (
    ("META-INF/license.lcpl", "Readium LCP"),
    ("META-INF/sinf.xml", "Apple FairPlay"),
    ("META-INF/rights.xml", "Adobe or Barnes & Noble"),
)
_ENCRYPTION = "META-INF/encryption.xml"


def refuse_locked(archive: Archive, file: str) -> None:
    """Raise ``ManuscriptError`` for a book under DRM."""
    lock = next((maker for name, maker in _LOCKS if name in archive), "")
    if lock or _is_encrypted(archive, file):
        reason = f"this book is locked with DRM ({lock})" if lock else "this book is locked with DRM"
        way_out = "Only its shop's own program opens it; get the story unlocked from the place where it was posted."
        raise ManuscriptError(reason, file=file, way_out=way_out)


def _is_encrypted(archive: Archive, file: str) -> bool:
    if _ENCRYPTION not in archive:
        return False
    data = archive.read(_ENCRYPTION)
    if not data.strip():
        return False
    methods = xml.every(xml.tree(data, file), "encryptionmethod")
    return any(xml.said(method, "algorithm") not in _FONTS_ONLY for method in methods)
