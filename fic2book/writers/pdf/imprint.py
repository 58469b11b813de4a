"""The press's pages on paper: room for its mark on a full title page, even lines on the last one."""

from fic2book.markup import Element
from fic2book.model import PageDesign, Theme
from fic2book.writers.pdf.page import face
from fic2book.writers.pdf.titles import Setting, balance

_HIGHER = 3  # lines above a title that has many names and a press below it
_INSET = 3  # em: the margins of the last page's lines, as base/pdf.css sets them


def make_room(title_page: Element) -> None:
    """Let style sheets know of the press at the foot; set a title with many names higher, for air above it."""
    if not any(one.get("class") == "imprint" for one in title_page.iter("div")):
        return
    title_page.set("class", f"{title_page.get('class', '')} with-imprint".strip())
    names = next((one for one in title_page.iter("p") if "many" in (one.get("class") or "").split()), None)
    if names is not None:
        title_page.set("style", f"padding-top:{_HIGHER}rlh")


def even_out(last_page: Element, theme: Theme, page: PageDesign) -> None:
    """Give the centred lines of each paragraph about the same length."""
    text_face = face(theme.fonts, page)
    if text_face is not None:
        setting = Setting(text_face, page.size, page.measure - _INSET * page.size)
        for paragraph in last_page.iter("p"):
            balance(paragraph, setting)
