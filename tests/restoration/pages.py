"""Write the body of a page, row by row, as a reader gives it."""

from fic2book import markup
from fic2book.model import Line


class _Sheet:
    """What has been written, and the rows so far."""

    def __init__(self):
        self.lines = []
        self.out = []

    def row(self, text):
        self.lines.append(Line(number=len(self.lines) + 1, text=text))
        return len(self.lines)


def written(page):
    """Return body and lines of blocks given as (kind, rows of (inline element, words), line ends between rows)."""
    sheet = _Sheet()
    for kind, rows, ends in page:
        _block(sheet, kind, rows, ends)
    return "".join(sheet.out), tuple(sheet.lines)


def _block(sheet, kind, rows, ends):
    if kind == "hr":
        sheet.out.append(f'<hr data-line="{sheet.row("")}"/>')
    elif kind == "empty":
        sheet.out.append(f'<p data-line="{sheet.row("")}">\u00a0</p>')
    else:
        open_, close = {
            "li": ("<ul><li", "</li></ul>"),
            "td": ("<table><tr><td", "</td></tr></table>"),
            "box": ("<div><div><p", "</p></div></div>"),
        }.get(kind, (f"<{kind}", f"</{kind}>"))
        first = True
        for pieces in rows:
            if not first:
                for _ in range(ends - 1):
                    sheet.out.append(f'<br data-line="{sheet.row("")}"/>')
            number = sheet.row("".join(_text(piece) for piece in pieces))
            sheet.out.append(f'{open_} data-line="{number}">' if first else f'<br data-line="{number}"/>')
            sheet.out.append(_row(pieces))
            first = False
        sheet.out.append(close)


def _row(pieces):
    return "".join(_piece(*piece) for piece in pieces)


def _text(piece):
    name, words = piece
    return {"ref": f"{words}[1]"}.get(name, words)


def _piece(name, words):
    inside = markup.escape(words)
    shapes = {
        "": inside,
        "note": f'<a id="note1"></a>{inside}',
        "title": f'<abbr title="a low dam">{inside}</abbr>',
        "ref": f'{inside}<a href="#note1">[1]</a>',
    }
    return shapes.get(name, f"<{name}>{inside}</{name}>")
