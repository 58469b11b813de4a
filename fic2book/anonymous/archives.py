"""EPUB and Word files without their words: every part with other letters, every picture a tiny one."""

import io
import zipfile
from pathlib import PurePosixPath

from fic2book.anonymous import pages
from fic2book.anonymous.letters import replaced_name
from fic2book.anonymous.speech import Speech
from fic2book.readers import zipped

_MARKUP = frozenset((".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx", ".rels", ".svg"))
_KEPT = frozenset(("mimetype", "META-INF/container.xml", "[Content_Types].xml"))
_TEXT = frozenset((".css",))
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6368000000820081dd436af40000000049454e44ae426082"
)
"""One grey pixel; a reader tells a picture by its bytes, not by its name."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def replaced(data: bytes, speech: Speech) -> bytes:
    """Return an archive's bytes with other letters; its files stand in the same order."""
    archive = zipped.opened(data, "")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.names:
            entry = zipfile.ZipInfo(name if name in _KEPT else replaced_name(name), _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(entry, _part(name, archive.read(name), speech))
    return out.getvalue()


def _part(name: str, data: bytes, speech: Speech) -> bytes:
    suffix = PurePosixPath(name).suffix.lower()
    if name == "mimetype" or suffix in _TEXT or name == "[Content_Types].xml":
        return data
    if suffix in _MARKUP:
        return pages.replaced(data, speech)
    return _PNG if data[:4] in {b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"GIF8", b"RIFF"} else b""
