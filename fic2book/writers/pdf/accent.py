"""The book's one colour on paper: ornaments and the rules at titles take it from the cover; words stay black."""

_RULES = ".story-title::before, .story-title::after, .opener::after"


def css(colour: str) -> str:
    """Return the rules for a colour (``#rrggbb``); none when everything is black."""
    return f"{_RULES} {{ border-color: {colour} }}" if colour else ""


def coloured(drawing: bytes, colour: str) -> bytes:
    """Return an ornament in the colour: an SVG takes it wherever it names none itself; other pictures stay."""
    root = b"<svg "
    if not colour or root not in drawing:
        return drawing
    return drawing.replace(root, f'<svg fill="{colour}" color="{colour}" '.encode(), 1)
