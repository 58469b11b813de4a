"""Put the English words of the book's apparatus into all catalogues: ``python tools/update_words.py [NEW_LOCALE …]``.

Translated phrases stay as they are. A new one is added with nothing on its right side; one whose English has changed
is asked for again, its old words kept at the end of the file as a comment; one that is gone is dropped into the same
place. A locale that has no catalogue yet (``sv``, ``zh_Hant``) gets one. The same input gives the same bytes.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from fic2book.words import english_words

FOLDER = Path(__file__).resolve().parents[1] / "fic2book" / "locale"
WIDTH = 120


def template() -> Catalog:
    """Return all English phrases, each with its key for a context."""
    catalog = Catalog(project="fic2book", charset="utf-8")
    for key, english in english_words().items():
        forms = english if isinstance(english, str) else (english["one"], english["other"])
        catalog.add(forms, context=key, flags=["python-brace-format"] if "{" in str(english) else [])
    return catalog


def updated(text: bytes, locale: str) -> bytes:
    """Return a catalogue with all phrases of the source in their order, and what was translated already."""
    source = template()
    catalog = read_po(io.BytesIO(text), locale=locale) if text else Catalog(locale=locale)
    catalog.update(source, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalog.header_comment = _head(catalog)
    written = io.BytesIO()
    body = io.BytesIO()
    write_po(body, catalog, width=WIDTH, omit_header=True)
    written.write(f'{catalog.header_comment}\nmsgid ""\nmsgstr ""\n'.encode())
    written.writelines(f'"{name}: {value}\\n"\n'.encode() for name, value in _facts(catalog, locale))
    written.write(b"\n" + body.getvalue().rstrip() + b"\n")
    return written.getvalue()


def _head(catalog: Catalog) -> str:
    name = catalog.locale.english_name if catalog.locale else ""
    return f"# The words of the book's own apparatus in {name}. {{…}} stands for what the book fills in."


def _facts(catalog: Catalog, locale: str) -> tuple[tuple[str, str], ...]:
    """Return the head's lines that editors of catalogues need, and no date."""
    return (
        ("Language", locale),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", catalog.plural_forms),
    )


def main(new: list[str]) -> None:
    """Write every catalogue anew, and those that are asked for."""
    FOLDER.mkdir(exist_ok=True)
    for path in sorted({*FOLDER.glob("*.po"), *(FOLDER / f"{name}.po" for name in new)}):
        text = path.read_bytes() if path.is_file() else b""
        path.write_bytes(updated(text, path.stem))


if __name__ == "__main__":
    main(sys.argv[1:])
