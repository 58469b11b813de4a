"""What all runs of one book share: style sheets parsed once, faces loaded once, in each process that typesets."""

import atexit
import copy
import hashlib
import os
import shutil
from collections.abc import Mapping
from functools import cached_property
from multiprocessing import parent_process
from multiprocessing.util import Finalize
from typing import Any, NamedTuple

from fic2book.press import hearing, pango
from fic2book.press.faces import look_for_glyphs
from fic2book.press.shut_off import BASE, closed_fetcher, failing_in_words

_MOST = 6  # desks that a process keeps: stories borrow different faces for their letters, most of them none
_AT_EDGES = "@"  # what the pseudo-type of a margin box begins with
_AREAS = frozenset({"@footnote", "@note-area"})  # of the text block, not of the margins


class Kit(NamedTuple):
    """Style sheets, and what they fetch: the same for many documents."""

    sheets: tuple[str, ...]
    resources: Mapping[str, bytes]
    """Fonts and drawings that style sheets name, as ``book:NAME``."""
    faces: str = ""
    """Rules of fontconfig that say where a missing glyph is looked for."""

    def digest(self) -> str:
        """Return a name that two kits share only when they are the same."""
        summed = hashlib.sha256()
        for piece in (*self.sheets, self.faces):
            summed.update(hashlib.sha256(piece.encode()).digest())
        for name in sorted(self.resources):
            summed.update(name.encode() + b"\0" + hashlib.sha256(self.resources[name]).digest())
        return summed.hexdigest()


class Desk:
    """A kit laid out for work: faces in the font map, sheets parsed, and what was said at that."""

    def __init__(self, kit: Kit) -> None:
        weasyprint = pango.load()
        look_for_glyphs(kit.faces)
        own: dict[str, Any] = {"url_fetcher": closed_fetcher(kit.resources), "base_url": BASE}
        with hearing.listening() as said, failing_in_words():
            self.fonts = weasyprint.text.fonts.FontConfiguration()
            self.sheets = [weasyprint.CSS(string=css, font_config=self.fonts, **own) for css in kit.sheets]
        self.kit = kit
        self.said = tuple(said)

    @cached_property
    def without_margins(self) -> list[Any]:
        """The sheets without the boxes in the pages' margins: what a story's pages say there is laid over later."""
        return [_without_margins(sheet) for sheet in self.sheets]

    def sheet(self, css: str) -> list[Any]:
        """Parse the few rules that one document has of its own."""
        from weasyprint import CSS

        return [CSS(string=css, font_config=self.fonts, base_url=BASE)] if css else []


def desk(kit: Kit) -> Desk:
    """Return the desk of a kit, laid out when it is asked for first."""
    name = kit.digest()
    if name not in _laid_out:
        if not _laid_out and parent_process():  # a forked process ends without what is registered with atexit
            Finalize(None, _clear_away, exitpriority=0)
        while len(_laid_out) >= _MOST:
            del _laid_out[next(iter(_laid_out))]
        _laid_out[name] = Desk(kit)
    return _laid_out[name]


_laid_out: dict[str, Desk] = {}
_anothers: list[Desk] = []
"""Those of the process that this one was forked from: who lets a desk go takes the files of its faces away."""


def _clear_away() -> None:
    """Take away the files of the faces, which are to go when nothing asks for them: too late for a forked process."""
    for one in _laid_out.values():
        shutil.rmtree(getattr(one.fonts, "_folder", None) or "", ignore_errors=True)
    _laid_out.clear()


def _lay_out_own() -> None:
    _anothers.extend(_laid_out.values())
    _laid_out.clear()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_lay_out_own)
atexit.register(_clear_away)  # while the library is still there that faces are given back to


def _without_margins(sheet: Any) -> Any:  # noqa: ANN401 — WeasyPrint ships no types
    """Return a sheet whose page rules know nothing of margin boxes, which take a third of the time of a page."""
    bare = copy.copy(sheet)
    bare.page_rules = [
        (rule, selectors, declarations)
        for rule, selectors, declarations in sheet.page_rules
        if not any((kind or "").startswith(_AT_EDGES) and kind not in _AREAS for _, kind, _ in selectors)
    ]
    return bare
