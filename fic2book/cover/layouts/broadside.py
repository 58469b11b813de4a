"""All type: every line of the title as broad as the measure, one huge above the next, as on a printed broadside."""

from fic2book.cover import lettering, runs, shapes, title
from fic2book.cover.design import Back, Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import parts
from fic2book.cover.lettering import Lettering, Manner
from fic2book.cover.shapes import Box

_LEFT = 150.0
_HEAD = 190.0
_FOOT = 190.0
_LARGEST = 470.0
_GAP = 62.0
_BAR = 30.0


def lay_out(brief: Brief) -> Drawing:
    """Set the title from the head down, a bar in the accent below it, the names at the foot."""
    board, colours = brief.board, brief.palette
    width = board.width - 2 * _LEFT
    foot = board.bottom - _FOOT
    tone = colours.type_on_ground
    on_cloth = (tone, colours.ground)
    lower, lower_placed = parts.foot(brief, width, 50)
    over, under = parts.beside_title(brief, width)
    start = _HEAD + (over.height + _GAP if over.outlines else 0)
    spare = (under.height + _GAP if under.outlines else 0) + lower + 4 * _GAP + _BAR
    lines, end = _lines(brief, Box(_LEFT, start, width, foot - spare - start), on_cloth)
    bar = Box(_LEFT, end + _GAP, width, _BAR)
    texts = parts.margin(brief, parts.column((over,), 0)[1], _LEFT, _HEAD, on_cloth)
    texts += lines
    texts += parts.margin(brief, parts.column((under,), 0)[1], _LEFT, bar.bottom + _GAP, on_cloth)
    texts += parts.margin(brief, lower_placed, _LEFT, foot - lower, on_cloth)
    art = plain(brief, board) + shapes.rectangle(bar, colours.accent)
    return Drawing(art=art, texts=texts, box=board)


def _lines(brief: Brief, room: Box, colours: tuple[str, str]) -> tuple[tuple[Lettering, ...], float]:
    """Set the title's lines to the measure and return where they end."""
    loud = brief.character.capitals is not False and parts.has_simple_capitals(brief.title)
    text, manner = brief.title.upper() if loud else brief.title, Manner(face=brief.faces.title, language=brief.language)
    measure = lettering.measure(manner)
    best: tuple[float, tuple[str, ...], list[float]] = (-1.0, (), [])
    for lines in title.ways(text, measure) if text else ():
        sizes = [min(_LARGEST, room.width / (measure(line) or 1)) for line in lines]
        gaps = _GAP * (len(lines) - 1)
        tall = sum(lettering.ink(line, manner) * size for size, line in zip(sizes, lines, strict=True))
        shrink = min(1.0, (room.height - gaps) / (tall or 1))
        filled = sum(measure(line) * (size * shrink) ** 2 for size, line in zip(sizes, lines, strict=True))
        best = max(best, (filled, lines, [size * shrink for size in sizes]))
    return _set(best[1:], manner, room, colours)


def _set(
    setting: tuple[tuple[str, ...], list[float]], manner: Manner, room: Box, colours: tuple[str, str]
) -> tuple[tuple[Lettering, ...], float]:
    """Place line below line, each with its accents under the last one's tails."""
    texts, top = [], room.y
    turned = runs.runs_left("".join(setting[0]))
    for line, size in zip(*setting, strict=True):
        block = lettering.rows((line,), manner, room.width + 1, (size,))
        over = max(0.0, -block.cap - block.outlines[0].top)
        place, edge = (lettering.flush_right, room.right) if turned else (lettering.flush, room.x)
        text = place(block, edge, top + over, *colours)
        texts.append(text)
        top = max(top + over + block.cap, text.box.bottom) + _GAP
    return tuple(texts), top - _GAP


def _back(brief: Brief, floor: float) -> Back:
    """Set a bar in the accent over the words, as broad as they are."""
    board, colours = brief.board, brief.palette
    bar = Box(_LEFT, _HEAD, board.width - 2 * _LEFT, _BAR)
    foot = min(floor - 60, board.bottom - _FOOT)
    room = Box(_LEFT, bar.bottom + 100, bar.width, foot - bar.bottom - 100)
    art = plain(brief, board) + shapes.rectangle(bar, colours.accent)
    return Back(art, room, (colours.type_on_ground, colours.ground), is_centred=False)


LAYOUT = Layout("broadside", lay_out, plain, _back, cloth)
