"""The style rules that follow from a theme's looks: they come after the base and before the theme's own sheet."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from fic2book.model import Lettering, Looks, Ornament

SELECTORS: Mapping[str, str] = {
    "half-title": ".half-title .book-title",
    "title-page": ".title-page .book-title",
    "part": ".part-title",
    "story": ".story-title",
    "page": ".page-title",
    "chapter": ".chapter-title",
    "heading": ".story-text h2, .story-text h3, .prose h2, .prose h3, .prose h4",
    "byline": ".byline",
    "authors": ".book-authors",
    "label": ".note-title, .warnings b, .label, .sender, .notes-chapter, .part-entry > a > .entry-title",
    "lead-in": ".lead-in",
}
"""By kind of line; the running heads are in the margin of the page."""
_TAIL = ".drabble > .story-text::after"
ORNAMENTS = {"scene": "hr.scene", "title-page": ".title-page .ornament"}
"""Where ornaments stand, and what holds them in the EPUB."""
_SLANTED = re.compile(r"([^{}@]+)\{[^{}]*font-style: italic[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE = 0.7  # em of the EPUB for a white line of the page: a screen is small


def rules(looks: Looks, output: str, base: str, choices: Path) -> str:
    """Return the rules for ``epub`` or ``pdf`` over the ``base``; ``choices`` has a sheet for each choice with one."""
    upright = _upright(base) if looks.italics == "emphasis" else ()
    return "\n".join((*upright, *_chosen(looks, output, choices), *RULES[output](looks), "\n"))


def _upright(base: str) -> Iterator[str]:
    """Set upright what the base slants; what an author has slanted is not in it."""
    for found in _SLANTED.finditer(_COMMENT.sub("", base)):
        yield f"{found[1].strip()} {{ font-style: normal; }}"


def lettered(lettering: Lettering, output: str = "pdf", *, keeps: bool = False) -> str:
    """Return the declarations of a lettering; one that ``keeps`` leaves emphasis in the text as it is."""
    return " ".join((*_slope_and_weight(lettering, keeps=keeps), *_declarations(lettering, output)))


def _chosen(looks: Looks, output: str, choices: Path) -> Iterator[str]:
    for token, value in (("rule", looks.rule), ("contents", looks.contents), ("align", looks.align)):
        for sheet in ("common", output):
            place = choices / f"{token}-{value}.{sheet}.css"
            if place.is_file():
                yield place.read_text("utf-8").strip()


def _slope_and_weight(lettering: Lettering, *, keeps: bool) -> Iterator[str]:
    if lettering.style != Lettering().style or not keeps:
        yield f"font-style: {lettering.style};"
    if lettering.weight != Lettering().weight or not keeps:
        yield f"font-weight: {lettering.weight};"


def _declarations(lettering: Lettering, output: str) -> Iterator[str]:
    if lettering.face:
        yield f'font-family: "{lettering.face}", serif;'
    small = lettering.caps in {"small-caps", "all-small-caps"}
    if small and output == "epub":
        yield "font-variant: small-caps;"  # engines of all ages know the short form
    if small and (output == "pdf" or lettering.caps == "all-small-caps"):
        yield f"font-variant-caps: {lettering.caps};"
    if lettering.caps == "capitals":
        yield "text-transform: uppercase;"
    if lettering.tracking:
        yield f"letter-spacing: {lettering.tracking:g}em;"


def _letterings(looks: Looks, output: str) -> Iterator[str]:
    for kind, selector in SELECTORS.items():
        yield f"{selector} {{ {lettered(looks.lettering[kind], output, keeps=kind == 'lead-in')} }}"


def _epub(looks: Looks) -> Iterator[str]:
    yield from _letterings(looks, "epub")
    yield f".opener {{ margin-top: {looks.opener_lines * _LINE:g}em; }}"
    yield from _hyphen(looks)
    if looks.drop_cap_lines > 1:
        yield _drop_cap(looks)
    for place, selector in ORNAMENTS.items():
        ornament = looks.scene if place == "scene" else looks.title_page
        side = "left" if place == "title-page" and looks.align == "left" else "center"
        yield _drawn(selector, place, ornament, side) if ornament.picture else _signed(selector, ornament, side)
    yield _tailpiece(looks)


def _tailpiece(looks: Looks) -> str:
    """Close a very short story with the ornament of its breaks, where engines know how to draw one."""
    if looks.scene.picture:
        drawn = _drawn(_TAIL, "scene", looks.scene, "center")
        return drawn.replace("border: 0;", 'display: block; margin-top: 1.6em; content: "";')
    return (
        f"@supports (font-variant-caps: small-caps) {{\n"
        f"  {_TAIL} {{ display: block; margin-top: 1.2em; font-size: {looks.scene.size:g}em; line-height: 1; "
        f"text-align: center; {_content(looks.scene)} }}\n}}"
    )


def _pdf(looks: Looks) -> Iterator[str]:
    yield from _letterings(looks, "pdf")
    yield f".opener {{ padding-top: {looks.opener_lines}rlh }}"
    if looks.scene.picture:
        yield f".drabble > .story-text::after {{ background-size: auto {looks.scene.size:g}rem }}"
        if looks.scene.picture.media_type == "image/png":
            yield ".drabble > .story-text::after { background-image: url(book:ornament.png) }"
    if looks.title_page.picture:
        yield f".title-page .ornament {{ background-size: auto {looks.title_page.size:g}rem }}"
    yield f"@page {{ @top-center {{ {lettered(looks.lettering['head'])} }} }}"
    yield from _hyphen(looks)


def _hyphen(looks: Looks) -> Iterator[str]:
    if looks.hyphen != Looks().hyphen:
        yield f'html {{ hyphenate-character: "{looks.hyphen}"; -webkit-hyphenate-character: "{looks.hyphen}"; }}'


def _drop_cap(looks: Looks) -> str:
    """Set a drop cap where the engine can fit one, else a large letter that needs no fitting."""
    lines, face = looks.drop_cap_lines, ""
    if looks.drop_cap != Lettering():
        face = f" {lettered(looks.drop_cap, 'epub')}"
    return (
        f"p.drop::first-letter {{ padding: 0 0.06em 0 0; font-size: 2em; line-height: 1;{face} }}\n"
        f"@supports (initial-letter: {lines}) or (-webkit-initial-letter: {lines}) {{\n"
        f"  p.drop::first-letter {{ margin: 0 0.1em 0 0; padding: 0; font-size: inherit; line-height: inherit; "
        f"-webkit-initial-letter: {lines}; initial-letter: {lines}; }}\n}}"
    )


def _signed(selector: str, ornament: Ornament, side: str) -> str:
    """Set a sign in the text's own colour; it is not read aloud. Engines too old for it keep the base's rule."""
    return (
        f"@supports (font-variant-caps: small-caps) {{\n"
        f"  {selector} {{ margin-left: 0; margin-right: 0; border: 0; line-height: 1; text-align: {side}; }}\n"
        f"  {selector}::before {{ display: block; font-size: {ornament.size:g}em; {_content(ornament)} }}\n}}"
    )


def _content(ornament: Ornament) -> str:
    """Return what sets a sign that is not read aloud."""
    sign = ornament.sign.replace("\\", "\\\\").replace('"', '\\"')
    return f'content: "{sign}"; content: "{sign}" / "";'


def _drawn(selector: str, place: str, ornament: Ornament, side: str) -> str:
    """Let the text's own colour show through a drawing; engines too old for it keep the base's rule."""
    suffix = ".svg" if ornament.picture and ornament.picture.media_type == "image/svg+xml" else ".png"
    mask = f'url("../images/ornament-{place}{suffix}") {side} center / contain no-repeat'
    if ornament.is_coloured:
        return (
            f"@supports (background-size: contain) {{\n"
            f"  {selector} {{ margin-left: 0; margin-right: 0; border: 0; height: {ornament.size:g}em; "
            f"background: {mask}; }}\n}}"
        )
    return (
        f"@supports (mask-size: contain) or (-webkit-mask-size: contain) {{\n"
        f"  {selector} {{ margin-left: 0; margin-right: 0; border: 0; height: {ornament.size:g}em; "
        f"background: currentColor; -webkit-mask: {mask}; mask: {mask}; }}\n}}"
    )


RULES: Mapping[str, Callable[[Looks], Iterator[str]]] = {"epub": _epub, "pdf": _pdf}
