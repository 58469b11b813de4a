"""The two boxes on which Kobo's engine sets its pages, and their line of style."""

from fic2book.markup import Element

_HTML = "{http://www.w3.org/1999/xhtml}"
COLUMNS, INNER = "book-columns", "book-inner"
STYLE = f"\ndiv#{INNER} {{ margin-top: 0; margin-bottom: 0; }}\n"
"""Of what Kobo's shop writes into its books this keeps the box's own margins from adding to the reader's; the rest of
it, sizes, link colours and margins of everything, would undo a theme."""


def put(body: Element) -> None:
    """Put a page's whole body into the boxes; a page with such an id of its own has none, since an id stands once."""
    if {COLUMNS, INNER} & {element.get("id") for element in body.iter()}:
        return
    outer = body.makeelement(f"{_HTML}div", {"id": COLUMNS})
    inner = body.makeelement(f"{_HTML}div", {"id": INNER})
    outer.append(inner)
    inner.text, body.text = body.text, None
    for child in list(body):
        inner.append(child)
    body.append(outer)
