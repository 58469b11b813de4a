"""Readings of characters (ruby), which WeasyPrint cannot set above them: in brackets behind."""

from fic2book.markup import Element


def bracket(section: Element) -> None:
    """Put brackets round each reading: 漢字 (kanji)."""
    for reading in section.iter("rt"):
        last = reading[-1] if len(reading) else None
        reading.text = f"({reading.text or ''}"
        if last is None:
            reading.text += ")"
        else:
            last.tail = f"{last.tail or ''})"
