"""A booklet: the book typeset for the folded sheet, laid on sheets, with the plan that says what to do with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fic2book import folding, themes
from fic2book.bindery import imposing, leaves, sheet_plan
from fic2book.binding.orders import Bound, Order, Proof, Volume
from fic2book.checks import booklet as check
from fic2book.checks import pdf as reading_check
from fic2book.dressing import dressed
from fic2book.model import BookBlock, PageDesign, Problem, Settings, SheetPlan, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A volume that is typeset and waits to be laid on sheets."""

    volume: Volume
    typeset: bytes
    """The reading PDF, its cover in front."""
    interior: bytes
    """Its pages without the cover."""
    plan: SheetPlan
    problems: tuple[Problem, ...]


def make(order: Order) -> Bound:
    """Make every volume's sheets and its sheet plan."""
    files: dict[str, bytes] = {}
    proofs = []
    volumes = [folded(order, volume) for volume in order.volumes]
    for volume in volumes:
        sheets = _sheets(order, volume)
        files |= sheets | _plan(volume)
        proofs.append(proof(volume, tuple(sheets)))
    return Bound(
        files=files,
        problems=tuple(problem for volume in volumes for problem in volume.problems),
        blocks={volume.volume.suffix: block(volume.plan) for volume in volumes},
        proofs=tuple(proofs),
    )


def page(settings: Settings, theme: Theme) -> PageDesign:
    """Return the page that is asked for, else the one that the folded sheet gives; its margins are mirrored.

    Raises ``SettingsError`` for a page that does not fit, and for a paper or a fold that gives none to read.
    """
    booklet = settings.booklet
    given = settings.page or folding.trim_of(folding.paper(booklet.paper), booklet.fold).page
    design = themes.design(theme, given)
    folding.plan(booklet, 1, (design.width, design.height))
    return replace(design, is_bound=True)


def folded(order: Order, volume: Volume) -> Folded:
    """Typeset a volume and plan its sheets."""
    settings = order.dress.settings
    design = page(settings, order.dress.theme)
    book = dressed(volume.anthology, order.dress, design, is_printed=True)
    written = order.typesetting.pdf(book)
    typeset = written.files[".pdf"]
    interior = leaves.interior(typeset)
    known = imposing.interior_of(interior)
    trim = (design.width, design.height)
    plan = folding.plan(settings.booklet, len(known.sizes), trim, from_right=known.from_right)
    return Folded(volume=volume, typeset=typeset, interior=interior, plan=plan, problems=written.problems)


def _sheets(order: Order, folded: Folded) -> dict[str, bytes]:
    wishes = order.dress.settings.booklet
    prints = check.prints(folded.interior)
    made = imposing.impose(folded.interior, folded.plan, prints, signatures=wishes.by_signature, test=wishes.test)
    return {f"{folded.volume.suffix}{suffix}": data for suffix, data in made.items()}


def _plan(folded: Folded) -> dict[str, bytes]:
    """Return the plan as a page and as text, named like the sheets that it is about."""
    plan, book = folded.plan, folded.volume.anthology
    title = ", ".join(part for part in (book.title, book.volume) if part)
    stem = f"{folded.volume.suffix}-booklet-{plan.paper}-{plan.flip}-edge-plan"
    drawn = sheet_plan.pdf(plan, title, *themes.leaflet())
    return {f"{stem}.pdf": drawn, f"{stem}.txt": sheet_plan.text(plan, title).encode()}


def block(plan: SheetPlan) -> BookBlock:
    """Return the folded leaves, for what goes round them."""
    return BookBlock(
        width=plan.trim_width,
        height=plan.trim_height,
        pages=2 * plan.leaves,
        thickness=plan.spine,
        from_right=plan.from_right,
    )


def proof(folded: Folded, suffixes: tuple[str, ...]) -> Proof:
    """Return the proof: nothing is lost from manuscripts to pages, and nothing from pages to folded sheets."""

    def problems(opened: Mapping[str, bytes]) -> Iterator[Problem]:
        if opened.get(".pdf") != folded.typeset:  # the PDF to read is proved by itself
            yield from reading_check.check(folded.typeset, folded.volume.anthology)
        sheets = {suffix: opened[suffix] for suffix in suffixes}
        yield from check.problems(sheets, folded.interior)

    return problems
