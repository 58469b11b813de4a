"""Chapter headings of all the Archive's years: ``Festival``, ``Chapter 2``, ``Chapter 1: Festival``."""

import re

_NUMBERED = re.compile(r"Chapter\s+(\d+)\s*(?::\s*(?P<title>\S.*))?\Z", re.DOTALL)


def title_of(heading: str) -> str:
    """Return the author's own title of a chapter; of one without a title the number, as the site prints it."""
    numbered = _NUMBERED.match(heading)
    return (numbered["title"] or heading) if numbered else heading


def number_of(heading: str) -> int:
    """Return the number that a heading begins with; 0 when it states none."""
    numbered = _NUMBERED.match(heading)
    return int(numbered[1]) if numbered else 0
