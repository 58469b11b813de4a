"""The sheet plan as one printed page."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from fic2book import press, raster, scripts
from fic2book.bindery.sheet_plan.counts import facts
from fic2book.bindery.sheet_plan.measures import is_american
from fic2book.bindery.sheet_plan.steps import Step, steps
from fic2book.model import Font
from fic2book.model.bound import SheetPlan

_LONG_TITLE, _LONGEST_TITLE = 40, 110
"""Letters: of more than one line in large type; of more than two lines in small type, which help nobody."""
_STRONG = re.compile(r"\*(.+?)\*")


def pdf(plan: SheetPlan, title: str, css: str, fonts: tuple[Font, ...]) -> bytes:
    """Return the plan as a PDF of one page, A4 or Letter, in the larger type where it has room for it.

    ``css`` and ``fonts`` are its looks (``themes.leaflet``). The same plan has the same bytes. Raises
    ``MissingToolError`` without Pango.
    """
    large = pages(((plan, title),), css, fonts, size="large")
    return large if raster.page_count(large) == 1 else pages(((plan, title),), css, fonts)


def pages(plans: Sequence[tuple[SheetPlan, str]], css: str, fonts: tuple[Font, ...], size: str = "small") -> bytes:
    """Return a PDF with a page for each plan and title, all of the paper that goes with the first one's.

    In small type each is one page; in ``large`` one of many words is two.
    """
    paper = "letter" if is_american(plans[0][0]) else "a4"
    done = [steps(plan) for plan, _ in plans]
    mains = [_main(*plan, own, f"{number}") for number, (plan, own) in enumerate(zip(plans, done, strict=True))]
    head = f'<meta charset="utf-8"><title>Sheet plan: {escape(plans[0][1])}</title>'
    body = f'<body class="{paper} {size}">{"".join(mains)}</body>'
    html = f'<!DOCTYPE html><html lang="en"><head>{head}</head>{body}</html>'
    drawings = {_name(f"{number}", step): step.drawing.svg.encode() for number, own in enumerate(done) for step in own}
    faces = {font.path.name: font.path.read_bytes() for font in fonts}
    sheets = (*map(face, fonts), f"@page {{ size: {paper} }}", css)
    return press.typeset(html, sheets, {**drawings, **faces}, scripts.rules()).pdf


def face(font: Font) -> str:
    """Return the rule that brings a face, served by the press under its file's name."""
    what = f'font-family: "{font.family}"; font-style: {font.style}; font-weight: {font.weight}'
    return f"@font-face {{ {what}; src: url({press.SCHEME}{font.path.name}) }}"


def _main(plan: SheetPlan, title: str, own: tuple[Step, ...], mark: str) -> str:
    shown = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    large = ' class="long"' if len(title) > _LONG_TITLE else ""
    known = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts(plan))
    head = f'<div class="head"><p class="kicker">Sheet plan</p><h1{large}>{escape(shown)}</h1><dl>{known}</dl></div>'
    return f"<main>{head}{''.join(_sections(own, mark))}</main>"


def _sections(own: tuple[Step, ...], mark: str) -> Iterator[str]:
    for number, step in enumerate(own, 1):
        words = "".join(f"<p>{_STRONG.sub(_strong, escape(words))}</p>" for words in step.words)
        picture = f'<img src="{press.SCHEME}{_name(mark, step)}" alt="{escape(step.drawing.spoken)}">'
        heading = f'<h2><span class="number">{number}</span> {escape(step.heading)}</h2>'
        yield f'<section style="min-height: {step.drawing.height:g}pt">{heading}{words}{picture}</section>'


def _strong(found: re.Match[str]) -> str:
    return f'<span class="look">{found[1]}</span>'  # a strong would part the sentence for a listener


def _name(mark: str, step: Step) -> str:
    return f"{mark}-{step.heading.lower().replace(' ', '-')}.svg"
