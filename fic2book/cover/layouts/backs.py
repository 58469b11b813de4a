"""What backs have in common: a panel that carries the words, as high as the board leaves room."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, ornament, patterned, plain
from fic2book.cover.shapes import Box

_SIDE = 170.0
_HEAD = 210.0
_ABOVE_FLOOR = 90.0
"""Between a panel and what the printer needs, in px."""
_PADDING = 96.0
_SIGN = 100.0
_FLUSH = 150.0


def panel(brief: Brief, floor: float, side: float = _SIDE, head: float = _HEAD) -> Box:
    """Return the box of a panel: as far from the board's foot as from its head, or above what the printer needs."""
    board = brief.board
    foot = min(floor - _ABOVE_FLOOR, board.bottom - head)
    return Box(board.x + side, board.y + head, board.width - 2 * side, foot - board.y - head)


def on_paper(
    brief: Brief, label: Box, rules: tuple[tuple[float, float], ...], padding: float = _PADDING, under: str = ""
) -> Back:
    """Lay out a back whose words stand on paper; ``rules`` are distances from its edge, and widths.

    ``under`` lies between it and the boards.
    """
    colours = brief.palette
    pieces = [patterned(brief, brief.sheet), under, shapes.rectangle(label, colours.paper)]
    pieces += [shapes.frame(label.inset(inset), colours.ink, width) for inset, width in rules]
    inner = max((inset for inset, _ in rules), default=0.0) + padding
    return Back("".join(pieces), label.inset(inner), (colours.ink, colours.paper))


def on_cloth(brief: Brief, floor: float) -> Back:
    """Lay out a back of plain cloth with a rule at its head and words that begin at the margin."""
    colours, tone = brief.palette, brief.palette.type_on_ground
    room = panel(brief, floor, _FLUSH, 210)
    pieces = [plain(brief, brief.sheet), shapes.rule((room.x, room.y), (room.right, room.y), tone, 5)]
    below = Box(room.x, room.y + 70, room.width, room.height - 70)
    return Back("".join(pieces), below, (tone, colours.ground), is_centred=False)


def in_mat(brief: Brief, floor: float) -> Back:
    """Lay out the back of a framed picture: the mat's rules, an ornament, words in the middle."""
    colours, board = brief.palette, brief.board
    room = panel(brief, floor, 190, 430)
    pieces = [
        plain(brief, brief.sheet),
        shapes.frame(board.inset(62), colours.tones[2], 5),
        shapes.frame(board.inset(78), colours.tones[2], 1.8),
        ornament(brief, (board.width / 2, 290), _SIGN, colours.tones[3]),
    ]
    foot = min(room.bottom, board.bottom - 170)
    return Back("".join(pieces), room._replace(height=foot - room.y), (colours.paper, colours.ground))
