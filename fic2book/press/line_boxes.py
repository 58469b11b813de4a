"""A say in where WeasyPrint ends its lines.

WeasyPrint fills line after line and never looks ahead. Just before it sets a paragraph, everything that decides its
lines is known: faces, sizes, indents, the room beside a drop cap. This module hands it out, and puts what comes back
into the text as marks that only a line breaker sees: soft hyphens where a word may be divided, word joiners where a
line may not end. Lines are still ended by WeasyPrint alone. So a wrong measure, or a WeasyPrint that is built
otherwise, costs an uneven line and never a word.
"""

import contextlib
from collections.abc import Iterator

from fic2book.press.fitting import fitted
from fic2book.press.marks import apply
from fic2book.press.paragraphs import Composer, Paragraph, Piece, Run
from fic2book.press.parts import Box, Part, UnknownError, gathered, rooms_of
from fic2book.press.widths import Face, Measured

_SEEN = "_fic2book_seen"
_NO_SAY = frozenset("\t\f\xad\u0085\u2028\u2029\u202a\u202b\u202c\u202d\u202e")
_ALIGNED = frozenset({"justify", "left", "start"})
_UNNARROWED = 2  # rooms: a first line, indented, and the others
_OTHERWISE = (AttributeError, LookupError, TypeError, ValueError)  # another WeasyPrint than this one was written for
_FACE = (
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "lang"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings"),
    *("font_language_override", "letter_spacing", "word_spacing"),
)


@contextlib.contextmanager
def composed_by(compose: Composer | None) -> Iterator[None]:
    """Ask ``compose`` about each paragraph of running text that WeasyPrint is about to set."""
    from weasyprint.layout import block

    usual = getattr(block, "iter_line_boxes", None)
    if compose is None or usual is None:
        yield
        return
    desk = _Desk()

    def lines(context: Box, box: Box, *rest: Box) -> Box:
        if not getattr(box, _SEEN, False):
            setattr(box, _SEEN, True)
            texts, paragraphs = desk.read(context, box, rest)
            answers = [(start, compose(paragraph)) for start, paragraph in paragraphs]
            settings = [(start, setting) for start, setting in answers if setting is not None]
            if settings:
                apply(settings, texts)
        return usual(context, box, *rest)

    block.iter_line_boxes = lines
    try:
        with fitted():
            yield
    finally:
        block.iter_line_boxes = usual


class _Desk:
    """The widths that one run of the press has measured, by face."""

    def __init__(self) -> None:
        self.faces: dict[str, Face] = {}

    def read(self, context: Box, line: Box, rest: tuple[Box, ...]) -> tuple[list[Part], list[tuple[int, Paragraph]]]:
        """Return the text boxes and the paragraphs of a line box, with where they begin in it.

        Nothing for what is no running text, for a paragraph that lines were taken from already, and for one that
        cannot be told beforehand.
        """
        try:
            top, _, skip, block, _, _, _, first_line_style = rest
            if skip is not None or first_line_style or not _is_running_text(line.style):
                return [], []
            return self._paragraphs(gathered(line), rooms_of(line, block, top, context.excluded_shapes))
        except (UnknownError, *_OTHERWISE):
            return [], []

    def _paragraphs(
        self, parts: list[Part], rooms: tuple[float, ...]
    ) -> tuple[list[Part], list[tuple[int, Paragraph]]]:
        texts = [part for part in parts if part.box is not None]
        text = "".join(part.text for part in parts)
        if not texts or not _NO_SAY.isdisjoint(text):
            return [], []
        measured = Measured(text, parts, [self._face(part.box) for part in parts])
        return texts, [
            (start, _paragraph(measured, (start, end), rooms if not start else rooms[-1:], texts))
            for start, end in _between_breaks(text)
        ]

    def _face(self, box: Box) -> "Face | None":
        if box is None:
            return None
        key = str([box.style[name] for name in _FACE])
        if key not in self.faces:
            self.faces[key] = Face(box.style)
        return self.faces[key]


def _is_running_text(style: Box) -> bool:
    """Tell whether words may flow from line to line here: verse, tables, titles and lists of contents are set apart."""
    aligned = style["text_align_all"]
    flows = style["white_space"] == "normal" and style["direction"] == "ltr" and aligned in _ALIGNED
    return flows and (aligned == "justify" or style["hyphens"] == "auto")


def _between_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the stretches between forced line ends begin and end."""
    start = 0
    for stretch in text.split("\n"):
        if stretch.strip(" "):
            yield start, start + len(stretch)
        start += len(stretch) + 1


def _paragraph(measured: Measured, bounds: tuple[int, int], lines: tuple[float, ...], texts: list[Part]) -> Paragraph:
    """Describe the text between two forced line ends; places count from its start."""
    start, end = bounds
    main, face = max(
        zip(measured.parts, measured.faces, strict=True), key=lambda pair: len(pair[0].text) * bool(pair[1])
    )
    if face is None:
        raise UnknownError
    style = main.box.style
    is_beside = len(lines) > _UNNARROWED  # WeasyPrint sets a line with a soft hyphen anywhere behind it below the float
    runs = tuple(
        Run(part.start - start, part.text, part.box.style["lang"] or "")
        for part in texts
        if part.start < end and start < part.start + len(part.text)
    )
    return Paragraph(
        text=measured.text[start:end],
        pieces=tuple(_pieces(measured, start, end, style["lang"])),
        runs=runs,
        lines=tuple(room - max(style["word_spacing"], 0.0) for room in lines),  # Pango counts one behind the last word
        size=float(style["font_size"]),
        space=face.space,
        is_justified=style["text_align_all"] == "justify",
        hyphenate=tuple(style["hyphenate_limit_chars"]) if style["hyphens"] == "auto" and not is_beside else None,
        hyphen=face.hyphen,
        zone=_zone(style["hyphenate_limit_zone"], lines[-1]),
        width=lambda a, b: measured.words(a + start, b + start),
    )


def _zone(zone: Box, room: float) -> float:
    """Return CSS's ``hyphenate-limit-zone`` as a part of a line."""
    value = float(zone.value)
    return value / 100 if zone.unit == "%" else value / room


def _pieces(measured: Measured, start: int, end: int, language: Box) -> Iterator[Piece]:
    """Yield what stands between the places where Pango could end a line."""
    from weasyprint.text.line_break import get_log_attrs

    text = measured.text[start:end]
    marks = get_log_attrs(text, language)
    begin = 0
    for place in (*(n for n in range(1, len(text)) if marks[n].is_line_break), len(text)):
        stop = begin + len(text[begin:place].rstrip(" "))
        words, inner = measured.stretch(start + begin, start + stop)
        gap = measured.stretch(start + stop, start + place)[1] if place < len(text) else 0.0
        yield Piece(begin, stop, place, words, inner, gap)
        begin = place
