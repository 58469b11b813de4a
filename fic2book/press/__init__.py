"""WeasyPrint, and Pango under it: found or named, shut off from the world, and listened to. The only weasyprint.

WeasyPrint is imported inside the functions: the import costs 0.4 s, and without Pango it prints a banner and fails.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fic2book.model import Problem
from fic2book.press import hearing, pango
from fic2book.press.desk import Kit
from fic2book.press.faces import Installed, installed, look_for_glyphs
from fic2book.press.fragments import VARIANT, Copy, Fragment, fragment
from fic2book.press.leaves import Anchor, Bookmark, Glyph, Leaf, Shown
from fic2book.press.line_boxes import composed_by
from fic2book.press.pango import available, colour_profile, command, versions
from fic2book.press.paragraphs import Composer
from fic2book.press.running import Edge, Table, Wanted, edges, running
from fic2book.press.shut_off import BASE, SCHEME, closed_fetcher, failing_in_words

__all__ = [
    "SCHEME", "Anchor", "Bookmark", "Copy", "Edge", "Fragment", "Glyph", "Installed", "Kit", "Leaf", "Shown", "Table",
    "Typeset", "Wanted", "available", "colour_profile", "command", "edges", "fragment", "installed", "running",
    "typeset", "versions",
]  # fmt: skip


class Typeset(NamedTuple):
    """What came off the press."""

    pdf: bytes
    problems: tuple[Problem, ...]
    """What WeasyPrint warned of and a reader would notice; each once, in the order of the run."""
    unprinted: Mapping[str, int]
    """Characters that no font has, and how often each is an empty box."""


def typeset(
    html: str,
    stylesheets: Sequence[str],
    resources: Mapping[str, bytes],
    faces: str = "",
    compose: Composer | None = None,
) -> Typeset:
    """Lay out one HTML document and return its PDF.

    ``resources`` are the only things that markup and style sheets can fetch, as ``book:NAME``. ``faces`` are rules of
    fontconfig that say where a missing glyph is looked for; ``compose`` is asked where lines should end.
    Raises MissingToolError without Pango, OutputError when the text cannot be laid out.
    """
    weasyprint = pango.load()
    own = {"url_fetcher": closed_fetcher(resources), "base_url": BASE}
    look_for_glyphs(faces)
    with hearing.listening() as said, failing_in_words(), composed_by(compose):
        fonts = weasyprint.text.fonts.FontConfiguration()
        sheets = [weasyprint.CSS(string=css, font_config=fonts, **own) for css in stylesheets]
        page = weasyprint.HTML(string=html, **own)
        pdf = page.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT, presentational_hints=True)
    return Typeset(pdf, hearing.problems(said), hearing.unprinted(said))
