"""Lengths as people write them, ``0.75in`` or ``18 mm``, in points."""

import re

MILLIMETRE = 72 / 25.4
UNITS = {"mm": MILLIMETRE, "cm": 720 / 25.4, "in": 72.0, "″": 72.0, '"': 72.0, "pt": 1.0}
"""Unit → points."""
_LENGTH = re.compile(r'\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt|″|"|)\s*\Z')


def points(said: str, bare: str) -> float | None:
    """Return a length in points; ``bare`` is the unit of a mere number. Nothing for what is no length."""
    found = _LENGTH.match(said)
    return number(found[1]) * UNITS[found[2] or bare] if found else None


def number(digits: str) -> float:
    """Return a number with a decimal point or a decimal comma."""
    return float(digits.replace(",", "."))
