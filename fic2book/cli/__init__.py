"""The command line: options in, exit code out; the only click."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from fic2book import __version__
from fic2book.cli.binding import AROUND, SHEETS, Sectioned, with_options
from fic2book.cli.calculating import calc
from fic2book.cli.door import Grouped, exit_code, harden_streams
from fic2book.cli.impose import impose
from fic2book.cli.typesetting import cache, work_of, work_options

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, exists=True, path_type=Path)


@click.group(cls=Grouped, invoke_without_command=True, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="fic2book")
@click.pass_context
def program(context: click.Context) -> None:
    """Turn a folder of one-shots into one book: a designed EPUB and a designed PDF, with nothing lost.

    Without a command, on a terminal, fic2book asks for the folder.
    """
    if context.invoked_subcommand is not None:
        return
    if not sys.stdin.isatty():
        click.echo(context.get_help(), err=True)
        context.exit(2)
    from fic2book.folder_prompt import asked_folder  # late: --help answers at once

    answer = click.prompt("Drag your folder here and press Enter", err=True)
    context.invoke(build, folder=asked_folder(answer), open=True)


@program.command(cls=Sectioned, short_help="Make the book of a folder.")
@click.argument("folder", type=_FOLDER, required=False)
@click.option("-o", "--output", type=_FOLDER, help="Folder for the finished books.  [default: book]")
@click.option(
    "-t", "--to", multiple=True, metavar="FORMATS", help="epub, pdf, kepub, azw3; print, booklet, wrap: a list."
)
@click.option("--title", help="Title of the book.")
@click.option("--author", "authors", multiple=True, help="Author of the book; may be repeated.")
@click.option("--editor", help="Who gathered the stories.")
@click.option("--language", metavar="CODE", help="Language of the book, such as en, fr or pt-BR.")
@click.option("--theme", metavar="NAME", help="Looks of the book; `fic2book themes` lists them.")
@click.option("--page", metavar="SIZE", help="The printed page: 5x8, a5, 6x9, screen … or 130x200mm.")
@click.option("--css", multiple=True, type=_FILE, help="Your own style sheet over the theme; may be repeated.")
@click.option("--cover", type=_FILE, help="A picture for the cover.")
@click.option("--cover-title", is_flag=True, default=None, help="Put title and names on a band over that picture.")
@click.option("--cover-style", metavar="NAMES", help="A drawn cover's layout, pattern or colours, by name.")
@click.option("--cover-seed", metavar="WORD", help="Draw another cover: any word or number.")
@click.option("--fonts", "epub_fonts", metavar="WHICH", help="Faces inside the EPUB: none, body or all.")
@click.option("--greyscale", is_flag=True, default=None, help="All pictures in grey: for e-ink, for black ink.")
@click.option("--order", metavar="KEY", help="file, title, author, date, length, series or fandom.")
@click.option("--openers", metavar="WHERE", help="Where stories open in print: auto, recto or any.")
@click.option("--since", type=_FILE, help="The edition before, an EPUB: marks are against it.")
@with_options(SHEETS, AROUND)
@click.option("--open", "open", is_flag=True, default=None, help="Open the folder with the books afterwards.")
@work_options
@click.option("--strict", is_flag=True, default=None, help="Let warnings fail the build too.")
@click.option("--json", "json", is_flag=True, help="Print what came of it as JSON, instead of the books' paths.")
@click.option("--plain", is_flag=True, help="One line a step, no colour, no boxes.")
@click.option("-v", "--verbose", is_flag=True, help="Say of each file that is not read why.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def build(folder: Path | None = None, **options: Any) -> None:  # noqa: ANN401 — click hands over what was given
    """Build a book from FOLDER (default: this folder when it holds stories, else manuscripts/)."""
    from fic2book import building  # late: --help answers at once

    talk = {name: bool(options.pop(name, False)) for name in ("plain", "verbose", "quiet", "json")}
    work = building.Work(**work_of(options))
    given = {name: value for name, value in options.items() if value not in (None, ())}
    made = building.run(folder, given, talk, work)
    for line in (made.json,) if made.json else made.places:
        click.echo(line)
    if made.open:
        click.launch(str(made.places[0]), locate=True)
    sys.exit(made.exit_code)


@program.command(short_help="Draw the book's cover, or all to choose from.")
@click.argument("folder", type=_FOLDER, required=False)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The picture: .jpg or .png.")
@click.option("--style", "cover_style", metavar="NAMES", help="Layout, pattern or colours, by name.")
@click.option("--seed", "cover_seed", metavar="WORD", help="Draw another one: any word or number.")
@click.option("--theme", metavar="NAME", help="Looks of the book; `fic2book themes` lists them.")
@click.option("--contact-sheet", "sheet", is_flag=True, help="All covers on one page, with the words to type for each.")
def cover(folder: Path | None, output: Path | None, *, sheet: bool, **options: str | None) -> None:
    """Draw the cover of FOLDER's book as a build would, or another one."""
    from fic2book import covering  # late: --help answers at once

    click.echo(covering.run(folder, {key: said for key, said in options.items() if said}, output, sheet=sheet))


@program.command(short_help="Write what is guessed of each story into anthology.toml.")
@click.argument("folder", type=_FOLDER, required=False)
@click.option("--plain", is_flag=True, help="One line a step, no colour, no boxes.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def scan(folder: Path | None, *, plain: bool, quiet: bool) -> None:
    """Write or update FOLDER's anthology.toml: a table for each story, with what was guessed and where it was read.

    Change what is wrong and build the book. Scan again when stories come: what you have changed stays.
    """
    from fic2book import building  # late: --help answers at once

    sys.exit(building.scan(folder, {"plain": plain, "quiet": quiet}))


@program.command(short_help="Make a folder to begin with.")
@click.argument("directory", type=_FOLDER)
def new(directory: Path) -> None:
    """Make DIRECTORY with a commented anthology.toml and one story to begin with."""
    from fic2book.starter import start  # late: --help answers at once

    for place in start(directory):
        click.echo(place)
    click.echo(f"Put your stories beside it, then: fic2book build {directory}", err=True)


@program.command(short_help="Take a book apart into its stories.")
@click.argument("book", type=_FILE)
@click.option("-o", "--output", type=_FOLDER, help="A new folder for the stories.  [default: named after the book]")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def extract(book: Path, output: Path | None, *, quiet: bool) -> None:
    """Give back the stories of BOOK, an EPUB that fic2book made, as Markdown files with all that is known of them.

    The folder builds the same book again. It has to be new or empty; nothing is written unless all of it came back.
    """
    from fic2book import extracting  # late: --help answers at once

    made = extracting.run(book, output)
    click.echo(made.place)
    for sentence in () if quiet and made.clean else made.sentences:
        click.echo(sentence, err=True)
    sys.exit(0 if made.clean else 1)


@program.command(short_help="Show how manuscripts are read.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option("--plain", is_flag=True, help="No colour, no boxes.")
@click.option("--anonymise", is_flag=True, help="Write each file anew with other letters, to show in a bug report.")
def inspect(paths: Sequence[Path], *, as_json: bool, plain: bool, anonymise: bool) -> None:
    """Show how each manuscript of PATHS (files or folders) is read, and what was set aside.

    With --anonymise nothing is shown: each file is written into the current folder with every letter replaced, its
    shape and marks kept, so that a story that is read wrongly can be shown to others without a word of it.
    """
    from fic2book import looking  # late: --help answers at once

    if anonymise:
        for place in looking.anonymise(paths):
            click.echo(place)
        return
    sys.exit(looking.show(paths, as_json=as_json, plain=plain))


@program.command(short_help="Prove finished books: nothing is lost.")
@click.argument("books", nargs=-1, required=True, type=_FILE)
@click.option("--against", type=_FOLDER, help="The folder of manuscripts that the books were made from.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def check(books: Sequence[Path], *, against: Path | None, strict: bool) -> None:
    """Open finished BOOKS again and prove that nothing is lost."""
    from fic2book import proving  # late: --help answers at once

    proof = proving.prove(books, against, strict=strict)
    for sentence in proof.sentences:
        click.echo(sentence, err=not proof.clean)
    sys.exit(0 if proof.clean else 1)


@program.command(short_help="Tell what has changed between two editions.")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
def diff(old: Path, new: Path, *, as_json: bool) -> None:
    """Tell what has changed from OLD to NEW, two EPUBs that fic2book made: stories, words, titles, order, facts.

    Ends with 0 when nothing has, with 1 when something has, with 2 when one of them cannot be compared.
    """
    from fic2book import differing  # late: --help answers at once

    found = differing.run(old, new, as_json=as_json)
    for line in found.lines:
        click.echo(line, err=found.exit_code == differing.TROUBLE)
    sys.exit(found.exit_code)


@program.command(short_help="List the looks a book can have, or show them.")
@click.option("--preview", type=_FOLDER, metavar="DIR", help="Print a specimen of each into DIR, as pictures.")
@click.option("--theme", "asked", multiple=True, metavar="NAME", help="Only this one, or a folder; may be repeated.")
def themes(preview: Path | None, asked: tuple[str, ...]) -> None:
    """List the looks that a book can have, one a line, its name first; or show them as pictures.

    With --preview DIR each theme becomes DIR/NAME.png, a sheet with cover, title page, contents, a story's opening,
    a spread and a closing page, and a picture of each of these: DIR/NAME-opener.png and so on.
    """
    if preview:
        from fic2book import specimen  # late: --help answers at once

        for sheet in specimen.preview(preview, asked):
            click.echo(sheet)
        return
    from fic2book import themes as shelf  # late: the same

    for name, label in shelf.names():
        click.echo(f"{name}  {label}")


@program.command(short_help="Try what this machine can do.")
def doctor() -> None:
    """Try what fic2book needs on this machine, and say what brings what is missing."""
    from fic2book import doctor as practice  # late: it opens every tool

    findings = practice.examine()
    for finding in findings:
        click.echo(finding.sentence)
    sys.exit(0 if all(finding.well for finding in findings) else 1)


program.add_command(cache)


@program.command(short_help="Let the shell complete words.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete fic2book's words; put it where your shell looks."""
    from click.shell_completion import get_completion_class  # late: seldom asked

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(program, {}, "fic2book", "_FIC2BOOK_COMPLETE").source())


program.add_command(impose)
program.add_command(calc)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program; every error that a person can mend is one sentence and exit code 1."""
    harden_streams()
    sys.exit(exit_code(lambda: program.main(arguments, prog_name="fic2book", standalone_mode=False)))
