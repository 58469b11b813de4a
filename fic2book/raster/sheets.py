"""Pages laid out beside one another on one picture, as on a table."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_GAP = 0.045
"""Around a page, of its height."""
_TABLE, _EDGE = "#dedbd4", "#bdb8ae"
_COLOURS = 48
"""Enough for type and a cover, and half the bytes of all colours."""


def sheet(groups: Sequence[Sequence[bytes]], rows: int = 1, height: int = 0) -> bytes:
    """Return one PNG of groups of pages (PNG too); the pages of a group touch, as those of an open book.

    ``height`` is that of a page in pixels; 0 leaves it as it is. A single page is given alone, without a table.
    """
    pages = [[_opened(page, height) for page in group] for group in groups]
    if len(pages) == len(pages[0]) == 1:
        return _written(pages[0][0])
    return _written(_laid_out(_in_rows(pages, rows)))


def _opened(page: bytes, height: int) -> "Pixels":
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    picture = pictures.open(io.BytesIO(page)).convert("RGB")
    if not height:
        return picture
    return picture.resize((round(picture.width * height / picture.height), height), pictures.Resampling.LANCZOS)


def _in_rows(groups: Sequence[list["Pixels"]], rows: int) -> list[list[list["Pixels"]]]:
    """Deal groups out over rows that hold about the same number of pages."""
    most = -(-sum(map(len, groups)) // rows)
    dealt: list[list[list[Pixels]]] = [[]]
    for group in groups:
        if dealt[-1] and sum(map(len, dealt[-1])) + len(group) > most:
            dealt.append([])
        dealt[-1].append(group)
    return dealt


def _laid_out(rows: list[list[list["Pixels"]]]) -> "Pixels":
    from PIL import Image as pictures  # noqa: N813 — the same
    from PIL import ImageDraw

    page = rows[0][0][0]
    gap = round(page.height * _GAP)
    width = max(sum(one.width for group in row for one in group) + gap * (len(row) + 1) for row in rows)
    table = pictures.new("RGB", (width, gap + (page.height + gap) * len(rows)), _TABLE)
    draw = ImageDraw.Draw(table)
    for number, row in enumerate(rows):
        free = width - sum(one.width for group in row for one in group)
        step, top = free / (len(row) + 1), gap + (page.height + gap) * number
        left = 0.0
        for group in row:
            left += step
            for one in group:
                at = (round(left), top)
                table.paste(one, at)
                draw.rectangle((at[0] - 1, top - 1, at[0] + one.width, top + one.height), outline=_EDGE)
                left += one.width
    return table


def _written(picture: "Pixels") -> bytes:
    from PIL import Image as pictures  # noqa: N813 — the same

    target = io.BytesIO()
    picture.quantize(_COLOURS, dither=pictures.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()
