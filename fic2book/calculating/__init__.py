"""The `calc` command behind its options: pages, sheets, signatures, spine and weight, before anything is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fic2book import building, config, cover, folding, pipeline, reading, themes
from fic2book.assemble import word_count
from fic2book.bindery import printers
from fic2book.binding import Typesetting
from fic2book.calculating import counting, rows, said
from fic2book.calculating.counting import MISS, Counted
from fic2book.calculating.rows import Folded, Printed
from fic2book.console import Console
from fic2book.dressing import Dress
from fic2book.model import Anthology, PageDesign, Settings
from fic2book.reading import Step
from fic2book.report.sentences import counted as counted_words
from fic2book.workers.shop import Shop

PAPERS = ("a4", "letter")
PRINTERS = ("kdp", "lulu")
TRIMS = ("5x8", "5.5x8.5", "a5", "6x9")
"""What is reckoned where nobody asks for anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows are wanted; empty: the usual ones."""

    pages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    printers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What came of it."""

    anthology: Anthology
    settings: Settings
    known: tuple[Counted, ...]
    """What was typeset."""
    by_hand: tuple[Folded, ...]
    by_printers: tuple[Printed, ...]


def run(folder: Path | None, options: Mapping[str, object], asked: Asked, talk: Mapping[str, bool]) -> str:
    """Return the tables, or the same as JSON; ``talk`` holds plain, quiet and json."""
    settings = config.load(folder or building.default_folder(), options)
    console = Console(**{name: wanted for name, wanted in talk.items() if name != "json"})
    with console.progress() as step, building.shop(building.Work(), step) as shop:
        found = reckon(settings, asked, step, shop)
    if talk.get("json"):
        return said.as_json(found.anthology.title, found.by_hand, found.by_printers)
    return "\n".join(_lines(found))


def reckon(settings: Settings, asked: Asked, step: Step, shop: Shop | None = None) -> Reckoned:
    """Typeset the pages that are asked for, or else the book's own; reckon the others from them. Writes no book."""
    theme = pipeline.theme_of(settings)
    design = partial(themes.design, theme)
    papers = asked.papers or ((settings.booklet.paper,) if settings.booklet.paper else PAPERS)
    houses = tuple(printers.printer(name).name for name in asked.printers or PRINTERS)
    sheets = [folding.paper(name) for name in papers]
    wanted = asked.pages or ((folding.trim_of(sheets[0], "folio").page,) if asked.papers else (settings.page,))
    pages = [design(name) for name in wanted]
    wish = cover.Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    anthology = pipeline.gather(reading.read_folder(settings, step), settings)
    dress, press, known = Dress(theme=theme, wish=wish, settings=settings), Typesetting(shop), {}
    for number, page in enumerate(pages):
        step(f"Typesetting pages of {page.name}, to count them", number, len(pages))
        known[page.name] = counting.typeset(anthology, dress, page, press)
    count = partial(counting.reckoned, anthology, known=known)
    by_hand = list(rows.folded(settings.booklet, papers, design, count))
    trims = [design(name) for name in (asked.pages or TRIMS)]
    return Reckoned(
        anthology=anthology,
        settings=settings,
        known=tuple(known.values()),
        by_hand=(*by_hand, *_others(by_hand, tuple(known.values()), settings)),
        by_printers=tuple(row for name in houses for row in rows.printed(name, trims, count)),
    )


def _others(by_hand: Sequence[Folded], known: Sequence[Counted], settings: Settings) -> Iterator[Folded]:
    """Give a row for each typeset page that is no part of the papers in the table."""
    there = {(row.counted.page.width, row.counted.page.height) for row in by_hand}
    for counted in known:
        page: PageDesign = counted.page
        row = rows.on_other_paper(settings.booklet, counted) if page.is_bound else None
        if row and (page.width, page.height) not in there:
            yield row


def _lines(found: Reckoned) -> Iterator[str]:
    booklet = found.settings.booklet
    stories = found.anthology.stories
    words = sum(map(word_count, stories))
    yield f"“{found.anthology.title}”: {counted_words(len(stories), 'story', 'stories')}, {words:,} words."
    for counted in found.known:
        size = folding.said(counted.page.width, counted.page.height)
        yield f"Typeset on {counted.page.name}, {size}: {counted.pages} pages without the cover."
    yield f"“About” is reckoned from that, and may miss by {MISS} %; to have a page typeset, ask for it with --page."
    yield ""
    flyleaves = counted_words(booklet.flyleaves, "blank leaf", "blank leaves")
    sheets = counted_words(booklet.sheets, "sheet")
    paper = f"paper of {booklet.paper_weight:g} g/m²"
    yield f"Folded and bound by hand: {paper}, at most {sheets} a signature, {flyleaves} at each end"
    yield from said.folded(found.by_hand)
    yield ""
    yield "Printed and bound by a printer"
    yield from said.printed(found.by_printers)
