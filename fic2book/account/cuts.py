"""Words that stand in the rows just as the ledger has them are cut out there, and nothing around them changes."""

import re

from fic2book.account.manuscript import Row, signs


def cut(rows: list[Row], at: int, words: str) -> bool:
    """Cut words out of a row of Markdown, or out of the rows from there on; tell whether they stood there so."""
    wanted = [line.strip() for line in words.split("\n") if line.strip()]
    return _from_row(rows, at, wanted[0]) if len(wanted) == 1 else len(wanted) > 1 and _from_rows(rows, at, wanted)


def _from_row(rows: list[Row], at: int, words: str) -> bool:
    text = rows[at].text
    syntax = [(sign.start(), sign.end()) for sign in signs(text)]
    before, behind = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    for found in re.finditer(f"{before}{re.escape(words)}{behind}", text):
        inside = any(start <= found.start() and found.end() <= end for start, end in syntax)
        if not inside and not _halves(text, found.start()) and not _halves(text, found.end()):
            rows[at] = Row(rows[at].line, f"{text[: found.start()]} {text[found.end() :]}")
            return True
    return False


def _from_rows(rows: list[Row], at: int, wanted: list[str]) -> bool:
    """Cut words that end one row, fill those below it and begin the last one; blank rows may stand between."""
    filled = [place for place in range(at, len(rows)) if rows[place].text.strip()][: len(wanted)]
    texts = [rows[place].text.strip() for place in filled]
    if len(texts) < len(wanted) or filled[0] != at or texts[1:-1] != wanted[1:-1]:
        return False
    if not texts[0].endswith(wanted[0]) or not texts[-1].startswith(wanted[-1]):
        return False
    if _halves(texts[0], len(texts[0]) - len(wanted[0])) or _halves(texts[-1], len(wanted[-1])):
        return False
    for place in filled:
        rows[place] = Row(rows[place].line, "")
    rows[at] = Row(rows[at].line, texts[0].removesuffix(wanted[0]))
    rows[filled[-1]] = Row(rows[filled[-1]].line, texts[-1].removeprefix(wanted[-1]))
    return True


def _halves(text: str, at: int) -> bool:
    """Tell whether a cut would go through a sign of the syntax: ``&amp;`` says no more than ``&``."""
    return any(sign.start() < at < sign.end() for sign in signs(text))


def cut_picture(rows: list[Row], at: int, words: str) -> bool:
    """Cut a picture out of a row of Markdown, which the ledger names by its alternative or its address."""
    text = rows[at].text
    for sign in signs(text):
        is_picture = sign["picture"] or sign[0][:4].lower() == "<img"
        if is_picture and words.strip() in sign[0]:
            rows[at] = Row(rows[at].line, f"{text[: sign.start()]} {text[sign.end() :]}")
            return True
    return False
