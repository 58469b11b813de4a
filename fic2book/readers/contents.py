"""What a file is by its content, whatever its name says, where that is safe to tell."""

import re

_ZIP = b"PK\x03\x04"
_WORD = b"word/document.xml"
_BOOK = b"application/epub+zip"
_CONTAINER = b"META-INF/container.xml"
_FIRST = 4_096
_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PARAGRAPH = re.compile(rb"</p\s*>|</div\s*>|<br\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(rb"<(?:p|div|h[1-6]|center|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(rb"<(?:/?[a-z][a-z0-9]*\b[^<>]*|!--|!doctype[^<>]*|\?xml[^<>]*)>", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind(data: bytes) -> str:
    """Return ``docx``, ``epub`` or ``html`` for bytes that can be nothing else, else nothing."""
    if data.startswith(_ZIP):
        if _WORD in data:
            return "docx"
        return "epub" if _BOOK in data[:200] or _CONTAINER in data else ""
    return "html" if _is_page(data) else ""


def has_no_tags(data: bytes) -> bool:
    """Tell whether what is called a page is a plain text: it has not one tag."""
    return not data.startswith(_MARKS[1:]) and b"\0" not in data[:_FIRST] and _TAG.search(data) is None


def _is_page(data: bytes) -> bool:
    start = data[:_FIRST].removeprefix(_MARKS[0]).lstrip()
    if _PAGE.match(start):
        return True
    return _BLOCK.match(start) is not None and len(_PARAGRAPH.findall(data)) > 2
