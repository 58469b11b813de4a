"""Plain cloth, the title at the head, and one huge letter of it as a window on the pattern."""

from fic2book.cover import lettering, shapes
from fic2book.cover.design import Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import backs, parts
from fic2book.cover.lettering import Manner
from fic2book.cover.shapes import Box

_LEFT = 150.0
_HEAD = 210.0
_FOOT = 190.0
_SPACE = 120.0
_LITTLE = 3
"""Words of so few letters ("The", "A") do not give the letter, if others can."""


def lay_out(brief: Brief) -> Drawing:
    """Draw the letter as large as title and names leave room."""
    board, colours = brief.board, brief.palette
    width = board.width - 2 * _LEFT
    foot = board.bottom - _FOOT
    lower, lower_placed = parts.foot(brief, width, 50)
    most = foot - lower - _HEAD - 2 * _SPACE - board.height * 0.3
    upper, upper_placed = parts.head(brief, (width, 640), 70, most=most)
    end = foot - lower - _SPACE if lower_placed else foot
    field = Box(_LEFT, _HEAD + upper + _SPACE, width, end - _HEAD - upper - _SPACE)
    tone = colours.type_on_ground
    pieces = [plain(brief, board), _window(brief, field)]
    on_cloth = (tone, colours.ground)
    texts = parts.margin(brief, upper_placed, _LEFT, _HEAD, on_cloth)
    texts += parts.margin(brief, lower_placed, _LEFT, foot - lower, on_cloth)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _window(brief: Brief, field: Box) -> str:
    """Draw the pattern, and cloth over it all round the letter's outline."""
    sign, manner = _letter(brief.title), Manner(face=brief.faces.title, language=brief.language)
    if not sign:
        return ""
    outline = lettering.outline(sign, manner, 1000)
    wide, tall = outline.right - outline.left, outline.bottom - outline.top
    if not outline.path or not wide or not tall:
        return ""
    size = 1000 * min(field.width / wide, field.height / tall)
    outline = lettering.outline(sign, manner, size)
    drawn = Box(field.x, field.y, outline.right - outline.left, outline.bottom - outline.top)
    drawn = drawn._replace(y=field.y + (field.height - drawn.height) / 2)
    x, y = drawn.x - outline.left, drawn.y - outline.top
    board = brief.sheet._replace(x=brief.sheet.x - x, y=brief.sheet.y - y)
    round_it = shapes.group(shapes.around(board, outline.path, brief.palette.ground), at=(x, y))
    edge = shapes.outlined(outline.path, brief.palette.type_on_ground, 5)
    return brief.draw_art(drawn) + round_it + shapes.group(edge, at=(x, y))


def _letter(title: str) -> str:
    """Return the first letter of the first word that is more than an article, in capitals where there are any."""
    words = ["".join(sign for sign in word if sign.isalnum()) for word in title.split()]
    spoken = [word for word in words if word]
    chosen = next((word for word in spoken if len(word) > _LITTLE), (spoken or [title[:1]])[0])
    return chosen[:1].upper()[:1]


LAYOUT = Layout("initial", lay_out, plain, backs.on_cloth, cloth)
