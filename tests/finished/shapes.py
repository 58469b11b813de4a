"""The folder of fifteen shapes with all apparatus, two parts and a style sheet of its own."""

import shutil
from pathlib import Path

from tests import tools
from tests.test_shapes import SHAPES

SETTINGS = """
title = "All Shapes"
to = ["epub", "pdf"]
editor = "Ida Marsh"
series = "Copies of the Net"
series_number = "2"
dedication = "For those on the quay"
foreword = "fore.md"
afterword = "after.md"
about = "about.md"
lengths = true
indexes = ["authors", "fandoms", "relationships", "characters", "tags"]
content_notes = "{place}"
qr = true
css = "{css}"

[notes]
show = "appendix"

[press]
name = "Quay Press"
edition = "Copy 1 of 3"
colophon = "Sewn with linen thread."

[[part]]
title = "The First"
files = ["{first}"]

[[part]]
title = "The Second 12"
files = ["{second}"]
"""


def folder(place: Path, content_notes: str = "front", css: str = "") -> Path:
    """Fill a folder with the shapes and their settings, and return it."""
    for name in SHAPES:
        shutil.copy(tools.shared("samples", "web-shapes", name), place / name)
    for name, title in (("fore", "Before the tide"), ("after", "After it"), ("about", "Who they are")):
        (place / f"{name}.md").write_text(f"# {title}\n\nThese were told in one winter.\n", encoding="utf-8")
    (place / "mine.css").write_text(css or "/* nothing */", encoding="utf-8")
    said = SETTINGS.format(place=content_notes, css="mine.css", first=SHAPES[3], second=SHAPES[7])
    (place / "anthology.toml").write_text(said, encoding="utf-8")
    return place
