"""The whole program, top to bottom: folder → anthology → books, and the books are proved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fic2book import (
    binding,
    checks,
    cover,
    editions,
    files,
    greys,
    manifest,
    markup,
    raster,
    reading,
    restoration,
    sections,
    themes,
)
from fic2book.assemble import Papers, assemble, empty_parts
from fic2book.dressing import Dress, dressed, looks
from fic2book.errors import Fic2bookError, ManuscriptError, MissingToolError, OutputError
from fic2book.gathering import Gathered
from fic2book.gathering import gather as gather_works
from fic2book.model import Anthology, Image, Problem, Settings, Theme, Written
from fic2book.reading import Reading, Step
from fic2book.slugs import file_name
from fic2book.workers.shop import Shop
from fic2book.writers import FLAVOURS, WRITERS, needed, with_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build."""

    settings: Settings
    anthology: Anthology
    reading: Reading
    gathered: Gathered
    """Whole works, with what was left out because it is there twice."""
    books: Mapping[str, Path]
    """Suffix → place of the finished file."""
    problems: tuple[Problem, ...]
    missing: tuple[Fic2bookError, ...]
    """Why outputs could not be made, and what changes it: a part of the system is not there, or the press fails."""
    pages: int
    """Pages of the PDF, or else of what is printed and bound; 0 when there is none."""
    sizes: Mapping[str, int]
    """Suffix → bytes of the finished file."""


def build(settings: Settings, step: Step, shop: Shop | None = None) -> Built:
    """Make every output that is asked for, write it, open it again and prove it; ``shop`` typesets the pages."""
    dress = _dress(settings)
    read = reading.read_folder(settings, step)
    gathered = gather_works(read.stories, settings)
    anthology = editions.marked(bind(gathered, read, settings), settings)
    made, missing = _outputs(anthology, dress, step, shop or Shop())
    books = _written(made.files, anthology, settings.output, looks(settings, dress.theme))
    noticed, proofs, blocks = made.problems, made.proofs, made.blocks
    del made  # what is proved is what stands on the disk
    step("Proving that nothing is lost", 0, 0)
    opened = {suffix: place.read_bytes() for suffix, place in books.items()}
    told = (
        *empty_parts(anthology, settings),
        *sections.nameless(anthology),
        *cover.undrawn(anthology, dress.theme, dress.wish),
        *checks.undescribed(anthology),
        *noticed,
        *checks.prove(opened, anthology),
        *(problem for proof in proofs for problem in proof(opened)),
    )
    return Built(
        settings=settings,
        anthology=anthology,
        reading=read,
        gathered=gathered,
        books=books,
        problems=tuple(dict.fromkeys((*read.problems, *gathered.problems, *told))),
        missing=missing,
        pages=raster.page_count(opened[".pdf"]) if ".pdf" in opened else sum(one.pages for one in blocks.values()),
        sizes={suffix: len(data) for suffix, data in opened.items()},
    )


def _dress(settings: Settings) -> Dress:
    """Return the looks that are asked for; wishes that no manuscript can change are errors before a folder is read."""
    theme = theme_of(settings)
    wish = cover.Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    cover.prove(theme, wish)
    binding.prove(settings, theme)
    return Dress(theme=theme, wish=wish, settings=settings)


def _written(
    made: Mapping[str, bytes], anthology: Anthology, output: Path, looks: Mapping[str, str]
) -> dict[str, Path]:
    """Write the books and, when they are there, the manifest beside them, by which the next edition knows this one."""
    name = file_name(anthology.title)
    books = {suffix: output / f"{name}{suffix}" for suffix in made}
    for suffix, place in books.items():
        files.write(place, made[suffix])
    if made:
        files.write(output / f"{name}{manifest.BESIDE}", manifest.dump(anthology, looks))
    return books


def theme_of(settings: Settings) -> Theme:
    """Return the theme that is asked for, with a person's own sheets, ornament and faces."""
    theme = themes.load(settings.theme, settings.css, themes.Own(settings.ornament, settings.fonts))
    return greys.theme(theme) if settings.greyscale else theme


def gather(read: Reading, settings: Settings) -> Anthology:
    """Return the anthology of what was read; a folder without a single story is an error that says so."""
    return bind(gather_works(read.stories, settings), read, settings)


def bind(gathered: Gathered, read: Reading, settings: Settings) -> Anthology:
    """Return the anthology of whole works, with the papers and the cover that the folder has."""
    if not gathered.stories:
        raise _nothing(read)
    if settings.dedication_paper:
        said = markup.plain(reading.read_paper(settings.dedication_paper, "Dedication"))
        settings = replace(settings, dedication=said.strip())
    anthology = assemble(
        gathered.stories,
        _typeset(settings),
        papers=Papers(
            foreword=reading.read_paper(settings.foreword, "Foreword"),
            afterword=reading.read_paper(settings.afterword, "Afterword"),
            about=reading.read_paper(settings.about, "About"),
            logo=raster.mark(settings.imprint.logo) if settings.imprint.logo else None,
        ),
        cover=_picture(settings.cover or read.cover),
    )
    return greys.anthology(anthology) if settings.greyscale else anthology


def _typeset(settings: Settings) -> Settings:
    """Return the settings with the typography of a book in the words that it prints."""
    return replace(
        settings,
        title=restoration.line(settings.title, settings.language),
        subtitle=restoration.line(settings.subtitle, settings.language),
        description=restoration.line(settings.description, settings.language),
        dedication=restoration.line(settings.dedication, settings.language),
        rights=restoration.line(settings.rights, settings.language),
        series=restoration.line(settings.series, settings.language),
        imprint=replace(
            settings.imprint,
            name=restoration.line(settings.imprint.name, settings.language),
            edition=restoration.line(settings.imprint.edition, settings.language),
            colophon=restoration.line(settings.imprint.colophon, settings.language),
        ),
    )


def _picture(place: Path | None) -> Image | None:
    return raster.image(place) if place else None


def _outputs(
    anthology: Anthology, dress: Dress, step: Step, shop: Shop
) -> tuple[binding.Bound, tuple[Fic2bookError, ...]]:
    """Make the books to read, then what is printed and bound of them; return why some could not be made."""
    typesetting = binding.Typesetting(shop)
    files, noticed, missing = _made(anthology, dress, typesetting, step)
    bound, unbound = binding.made(anthology, dress, typesetting, step)
    problems = (*noticed, *bound.problems)
    return replace(bound, files={**files, **bound.files}, problems=problems), (*missing, *unbound)


def _made(
    anthology: Anthology, dress: Dress, typesetting: binding.Typesetting, step: Step
) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[Fic2bookError, ...]]:
    """Return the files by suffix, what was noticed while they were made, and which outputs could not be made.

    The PDF comes first, because the EPUB marks its pages; one that cannot be made costs no other book.
    """
    made: dict[str, Written] = {}
    missing = []
    settings = dress.settings
    outputs = needed(settings.to)
    if not outputs:
        return {}, (), ()
    page = themes.design(dress.theme, settings.page)
    book = dressed(anthology, dress, page, is_printed="pdf" in outputs)
    for number, output in enumerate(outputs):
        step(f"Making the {output.upper()}", number, len(outputs))
        try:
            if output in WRITERS:
                made[output] = typesetting.pdf(book) if output == "pdf" else WRITERS[output](book)
                if output == "pdf":
                    book = with_pages(book, made[output]) if number + 1 < len(outputs) else book
            elif "epub" in made:
                made[output] = FLAVOURS[output](made["epub"].files[".epub"])
        except (MissingToolError, OutputError) as error:
            missing.append(error)
    in_order = [made[output] for output in settings.to if output in made]
    finished = {suffix: data for written in in_order for suffix, data in written.files.items()}
    return finished, tuple(problem for written in in_order for problem in written.problems), tuple(missing)


def _nothing(read: Reading) -> ManuscriptError:
    way_out = "Put stories as .txt or .md files into the folder."
    if read.unreadable:
        return ManuscriptError(
            f"none of the {len(read.unreadable)} files could be read",
            way_out="\n".join(str(error) for error in read.unreadable),
        )
    return ManuscriptError("there is no story in this folder", way_out=way_out)
