"""The EPUB brings its fonts: each face that a style sheet names is in the file, and has the book's characters."""

import re
from collections.abc import Iterator, Mapping

from fic2book import fonts, markup
from fic2book.checks.epub.opened import Opened, is_outside, resolved
from fic2book.checks.epub.safety import css_addresses
from fic2book.model import Problem, Severity

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FAMILY = re.compile(r"""font-family:\s*["']?([^"';,}]+)""")
_BODY = re.compile(r"""(?m)^body\s*\{[^}]*font-family:\s*([^;}]+)""")
_PUNCTUATION = "‐–—‘’‚“”„…"
_TEXT, _BEHIND, _TITLES = "text", "behind", "titles"
_MOST = 12  # characters named in one sentence


def problems(book: Opened) -> Iterator[Problem]:
    """Compare the style sheets' faces with the files, and the text with the faces' characters."""
    faces: dict[str, bytes] = {}
    roles: dict[str, str] = {}
    for item in book.items:
        if item.media_type != "text/css" or item.path not in book.files:
            continue
        css = book.files[item.path].decode("utf-8", "replace")
        for family, address in _addresses(css):
            path = resolved(item.path, address)[0]
            if path in book.files:
                faces[path] = book.files[path]
                roles[path] = _role(family, css)
            elif not is_outside(address):
                said = f"the EPUB’s style sheet asks for the font {path}, which is not in the file."
                yield Problem(code="font-missing", severity=Severity.ERROR, message=said, place=item.path)
    yield from _glyphs(book, faces, roles)


def is_usual(sign: str) -> bool:
    """Tell whether every text face has a sign: Latin letters of Western Europe, digits, the punctuation of stories."""
    return "!" <= sign <= "~" or ("À" <= sign <= "ÿ" and sign.isalpha()) or sign in _PUNCTUATION


def _addresses(css: str) -> Iterator[tuple[str, str]]:
    for face in _FACE.findall(css):
        family = _FAMILY.search(face)
        yield from ((family[1] if family else "", address) for address in css_addresses(face))


def _role(family: str, css: str) -> str:
    """Return what a family is for: running text, what its first face lacks (``behind``), or titles and drop caps."""
    body = _BODY.search(css)
    named = [name.strip().strip("\"'") for name in body[1].split(",")] if body else [family]
    if family not in named:
        return _TITLES
    return _TEXT if family == named[0] else _BEHIND


def _glyphs(book: Opened, faces: Mapping[str, bytes], roles: Mapping[str, str]) -> Iterator[Problem]:
    """Report what a face should have and has not, and what none has: a reader's own font has to show that."""
    text = "".join(sorted({sign for path in book.spine for sign in _signs(book, path)}))
    titles = "".join(sorted({sign for path in book.spine for sign in _title_signs(book, path)}))
    shown = {path: titles if roles[path] == _TITLES else text for path in faces}
    behind = {path for path in faces if roles[path] == _BEHIND}
    stood_in = frozenset(sign for path in behind for sign in frozenset(text) - fonts.missing(faces[path], text))
    lacking = {path: fonts.missing(faces[path], shown[path]) - stood_in for path in faces.keys() - behind}
    for path, signs in sorted(lacking.items()):
        usual = frozenset(sign for sign in signs if is_usual(sign))
        if usual:
            said = f"the EPUB’s font {path} lacks {_named(usual)}: such words stand in two faces or with empty boxes."
            yield Problem(code="glyph-missing", severity=Severity.ERROR, message=said, place=path)
    for_text = [signs for path, signs in lacking.items() if roles[path] == _TEXT]
    nowhere = frozenset(text).intersection(*for_text) if for_text else frozenset()
    rare = frozenset(sign for sign in nowhere if not is_usual(sign))
    if rare:
        said = f"the EPUB’s own fonts lack {_named(rare)}: the reading app has to show them in a font of its own."
        yield Problem(code="glyph-fallback", severity=Severity.INFO, message=said)


def _named(signs: frozenset[str]) -> str:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(signs)[:_MOST])
    return f"{named} and {len(signs) - _MOST} more" if len(signs) > _MOST else named


def _signs(book: Opened, path: str) -> set[str]:
    root = book.page(path)
    return set() if root is None else set(markup.text_of(root))


def _title_signs(book: Opened, path: str) -> set[str]:
    root = book.page(path)
    headings = () if root is None else root.iter(*markup.HEADINGS)
    return {sign for heading in headings for sign in markup.text_of(heading)}
