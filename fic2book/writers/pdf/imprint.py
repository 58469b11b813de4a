"""The press's pages on paper: room for its mark on a full title page, even lines on the last one."""

from fic2book.markup import Element
from fic2book.model import PageDesign, Theme
from fic2book.writers.pdf.page import face
from fic2book.writers.pdf.titles import Setting, balance

_MUCH = frozenset({"many", "book-volume"})
_INSET = 3  # em: the margins of the last page's lines, as base/pdf.css sets them


def make_room(title_page: Element) -> None:
    """Let style sheets know of the press at the foot, and of a title page that has much above it as well.

    Much are many names, or the line that says which volume it is.
    """
    if not any("imprint" in one.get("class", "").split() for one in title_page.iter("div")):
        return
    is_crowded = any(_MUCH & set((one.get("class") or "").split()) for one in title_page.iter("p"))
    kinds = "with-imprint crowded" if is_crowded else "with-imprint"
    title_page.set("class", f"{title_page.get('class', '')} {kinds}".strip())


def even_out(last_page: Element, theme: Theme, page: PageDesign) -> None:
    """Give the lines of each paragraph about the same length."""
    text_face = face(theme.fonts, page)
    if text_face is not None:
        flush = theme.looks.align == "left"
        setting = Setting(text_face, page.size, page.measure - _INSET * page.size, flush=flush)
        for paragraph in last_page.iter("p"):
            balance(paragraph, setting)
