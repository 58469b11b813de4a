"""The `impose` command behind its options: any PDF laid on sheets to be printed, folded and sewn, and proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fic2book import files, folding, raster, themes
from fic2book.bindery import imposing, leaves, sheet_plan
from fic2book.bindery.imposing import Interior
from fic2book.checks import booklet
from fic2book.config.bound import booklet_settings
from fic2book.errors import OutputError, SettingsError
from fic2book.model import Problem, Severity, SheetPlan

_ALIKE = 1.0
"""Points by which pages of one size may differ."""
_SMALL = 0.6
"""Of their size, below which words of ten points are hard to read."""
_NAMED = 5
_AGAIN = "Print or save the text as a PDF once more."
Size = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposed:
    """What came of it."""

    places: tuple[Path, ...]
    sentences: tuple[str, ...]
    clean: bool
    """Whether the sheets, opened and folded again, read as the PDF does."""


def run(source: Path, output: Path | None, options: Mapping[str, object], *, scale: bool) -> Imposed:
    """Impose a PDF, with its sheet plan, beside it or as ``output``; a later one replaces an earlier one.

    ``scale``: pages that are larger than the folded sheet, or than most others, are made smaller; else they are an
    error. Raises ``OutputError`` for a PDF that cannot be used, ``SettingsError`` for wishes that cannot be followed.
    """
    settings = replace(booklet_settings(options), scale=scale)
    _prove_target(source, output)
    interior, cover = _interior(source)
    known = imposing.interior_of(interior, source.name)
    trim = _common(known.sizes)
    if not scale:
        _prove_alike(known, trim, source.name)
    plan = folding.plan(settings, len(known.sizes), trim, from_right=known.from_right)
    made = imposing.impose(
        interior, plan, booklet.prints(interior), signatures=settings.by_signature, test=settings.test
    )
    every = made | _plan(plan, known.title or source.stem)
    places = {suffix: _place(source, output, suffix) for suffix in every}
    for suffix, data in every.items():
        files.write(places[suffix], data)
    problems = _proved([places[suffix] for suffix in made], interior)
    return Imposed(
        places=tuple(places.values()),
        sentences=(*_words(known, plan, trim, cover), *map(_sentence, problems)),
        clean=not any(problem.severity is Severity.ERROR for problem in problems),
    )


def _prove_target(source: Path, output: Path | None) -> None:
    if output and output.suffix.lower() != ".pdf":
        raise SettingsError(f"sheets cannot be written as {output.name}", way_out="Name it .pdf.")
    if output and output.resolve() == source.resolve():
        raise SettingsError(f"{output.name} would be written over itself", way_out="Give another name with -o.")


def _place(source: Path, output: Path | None, suffix: str) -> Path:
    """Return where a file goes: beside the source, or named as somebody wishes."""
    if not output:
        return source.with_name(f"{source.stem}{suffix}")
    return output.with_name(f"{output.stem}{suffix.partition('-edge')[2]}")


def _interior(source: Path) -> tuple[bytes, int]:
    """Return the pages to be bound, and how many pages of a cover were taken off."""
    try:
        data = source.read_bytes()
    except OSError as error:
        raise OutputError(
            f"cannot be opened: {(error.strerror or 'the disk says no').lower()}", file=source.name
        ) from None
    pages = len(imposing.interior_of(data, source.name).sizes)
    if not pages:
        raise OutputError("the PDF has no page", file=source.name, way_out=_AGAIN)
    if _pages_seen(data) != pages:
        raise OutputError("the PDF is cut off or damaged", file=source.name, way_out=_AGAIN)
    if booklet.is_booklet(data):
        reason = "these are sheets that are imposed already"
        raise OutputError(reason, file=source.name, way_out="Give the PDF that they were made of.")
    interior = leaves.interior(data)
    return interior, pages - len(imposing.interior_of(interior, source.name).sizes)


def _pages_seen(data: bytes) -> int:
    """Return how many pages a viewer finds, which is another number where one program mends what another does not."""
    try:
        return raster.page_count(data)
    except OutputError:
        return 0


def _common(sizes: tuple[Size, ...]) -> Size:
    """Return the size that most pages have; of two, that of the page that comes first."""
    counted: dict[Size, int] = {}
    for size in sizes:
        known = next((one for one in counted if _is_alike(one, size)), size)
        counted[known] = counted.get(known, 0) + 1
    return max(counted, key=counted.__getitem__)


def _is_alike(one: Size, other: Size) -> bool:
    return abs(one[0] - other[0]) <= _ALIKE and abs(one[1] - other[1]) <= _ALIKE


def _prove_alike(known: Interior, trim: Size, name: str) -> None:
    """Raise ``SettingsError`` for the first page that is larger than most of them."""
    for number, size in enumerate(known.sizes, 1):
        if size[0] > trim[0] + _ALIKE or size[1] > trim[1] + _ALIKE:
            reason = f"page {number} is {folding.said(*size)} large, and most pages are {folding.said(*trim)}"
            raise SettingsError(reason, file=name, way_out="Leave --no-scale out: it is made smaller.")


def _plan(plan: SheetPlan, title: str) -> dict[str, bytes]:
    stem = f"-booklet-{plan.paper}-{plan.flip}-edge-plan"
    text = sheet_plan.text(plan, title).encode()
    return {f"{stem}.pdf": sheet_plan.pdf(plan, title, *themes.leaflet()), f"{stem}.txt": text}


def _proved(places: list[Path], interior: bytes) -> tuple[Problem, ...]:
    """Open what was written again, fold it and read it."""
    return tuple(booklet.problems({place.name: place.read_bytes() for place in places}, interior))


def _words(known: Interior, plan: SheetPlan, trim: Size, cover: int) -> Iterator[str]:
    """Give what a binder should know before printing."""
    if cover:
        pages = "page is" if cover == 1 else f"{cover} pages are"
        yield f"The cover's {pages} left out: a cover goes round the leaves, and is no part of them."
    if plan.scale < 1:
        room = f"{folding.spoken(plan.paper)} folded in {plan.fold}"
        small = " Words may be hard to read: take larger paper." if plan.scale < _SMALL else ""
        yield f"Pages of {folding.said(*trim)} are made smaller, to {plan.scale:.0%}, for {room}.{small}"
    larger = [number for number, size in enumerate(known.sizes) if folding.on_trim(plan, size).scale < plan.scale]
    other = [
        number for number, size in enumerate(known.sizes) if number not in set(larger) and not _is_alike(size, trim)
    ]
    if larger:
        yield f"{_listed(larger)} larger than most, and made smaller to stand on the others' page."
    if other:
        yield f"{_listed(other)} smaller than most, and in the middle of the others' page."
    yield from folding.advice(plan)
    yield from _summary(plan)


def _listed(numbers: list[int]) -> str:
    named = ", ".join(str(number + 1) for number in numbers[:_NAMED])
    if len(numbers) == 1:
        return f"Page {named} is"
    return f"{len(numbers)} pages ({named}{' …' if len(numbers) > _NAMED else ''}) are"


def _summary(plan: SheetPlan) -> Iterator[str]:
    sheets, signatures = len(plan.sheets), len(plan.signatures)
    gathered = "one signature" if signatures == 1 else f"{signatures} signatures"
    paper = f"{sheets} {'sheet' if sheets == 1 else 'sheets'} of {folding.spoken(plan.paper)}"
    turned = "" if plan.two_files else f" Print on both sides, flip on the {plan.flip} edge, at actual size (100 %)."
    yield f"{paper} in {gathered}.{turned}"


def _sentence(problem: Problem) -> str:
    return f"{problem.severity} {problem.code}: {problem.place}: {problem.message}"
