"""The whole program, top to bottom: folder → anthology → books, and the books are proved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fic2book import (
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
from fic2book.errors import Fic2bookError, ManuscriptError, MissingToolError, OutputError
from fic2book.gathering import Gathered
from fic2book.gathering import gather as gather_works
from fic2book.model import Anthology, Book, Image, Problem, Settings, Theme, Written
from fic2book.reading import Reading, Step
from fic2book.slugs import file_name
from fic2book.writers import FLAVOURS, WRITERS, needed, with_pages

_PLAIN = Settings(folder=Path(), output=Path())


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
    """Pages of the PDF; 0 when there is none."""
    sizes: Mapping[str, int]
    """Suffix → bytes of the finished file."""


def build(settings: Settings, step: Step) -> Built:
    """Make every output that is asked for, write it, open it again and prove it."""
    theme = theme_of(settings)
    wish = cover.Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    cover.prove(theme, wish)
    read = reading.read_folder(settings, step)
    gathered = gather_works(read.stories, settings)
    anthology = editions.marked(bind(gathered, read, settings), settings)
    made, noticed, missing = _made(_book(anthology, theme, wish, settings), settings, step)
    books = _written(made, anthology, settings.output, _looks(settings, theme))
    del made  # what is proved is what stands on the disk
    step("Proving that nothing is lost", 0, 0)
    opened = {suffix: place.read_bytes() for suffix, place in books.items()}
    told = (
        *empty_parts(anthology, settings),
        *sections.nameless(anthology),
        *cover.undrawn(anthology, theme, wish),
        *checks.undescribed(anthology),
        *noticed,
    )
    return Built(
        settings=settings,
        anthology=anthology,
        reading=read,
        gathered=gathered,
        books=books,
        problems=tuple(dict.fromkeys((*read.problems, *gathered.problems, *told, *checks.prove(opened, anthology)))),
        missing=missing,
        pages=raster.page_count(opened[".pdf"]) if ".pdf" in opened else 0,
        sizes={suffix: len(data) for suffix, data in opened.items()},
    )


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


def _book(anthology: Anthology, theme: Theme, wish: cover.Wish, settings: Settings) -> Book:
    """Return the content laid out, with its looks, its page and its cover."""
    page = themes.design(theme, settings.page)
    drawn = cover.made(anthology, theme, wish)
    front = cover.front(anthology, theme, wish, page.width / page.height) if "pdf" in settings.to else None
    return Book(
        anthology=anthology,
        sections=sections.lay_out(anthology, themes.open_typefaces(theme), themes.own_typeface(theme)),
        theme=theme,
        cover=raster.grey(drawn) if settings.greyscale else drawn,
        front=raster.grey(front) if settings.greyscale and front else front,
        accent="" if settings.greyscale else cover.accent(anthology, theme, wish),
        page=page,
        epub_fonts=settings.epub_fonts,
        asked=_looks(settings, theme),
    )


def _looks(settings: Settings, theme: Theme) -> dict[str, str]:
    """Return the looks that were asked for, for whoever makes the book again; no path of this machine is in them."""
    own = {"css": settings.css, "ornament": settings.ornament, "fonts": settings.fonts}
    names = ("page", "cover_picture", "cover_style", "cover_seed", "accent", "epub_fonts")
    said = {name: str(getattr(settings, name)) for name in names if getattr(settings, name) != getattr(_PLAIN, name)}
    return {"theme": theme.name, **said, **{name: "own" for name, given in own.items() if given}}


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


def _made(
    book: Book, settings: Settings, step: Step
) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[Fic2bookError, ...]]:
    """Return the files by suffix, what was noticed while they were made, and which outputs could not be made.

    The PDF comes first, because the EPUB marks its pages; one that cannot be made costs no other book.
    """
    made: dict[str, Written] = {}
    missing = []
    outputs = needed(settings.to)
    for number, output in enumerate(outputs):
        step(f"Making the {output.upper()}", number, len(outputs))
        try:
            if output in WRITERS:
                made[output] = WRITERS[output](book)
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
