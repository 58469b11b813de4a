"""The command `impose`."""

import sys
from pathlib import Path
from typing import Any

import click

from fic2book.cli.binding import SHEETS, Sectioned, with_options

_FILE = click.Path(dir_okay=False, exists=True, path_type=Path)


@click.command(cls=Sectioned, short_help="Lay any PDF on sheets to print, fold and sew.")
@click.argument("pdf", type=_FILE)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The sheets.  [default: beside PDF]"
)
@click.option("--scale/--no-scale", default=True, help="Make larger pages smaller, or refuse them.  [default: scale]")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@with_options(tuple(option for option in SHEETS if option[0] != "--scale"))
def impose(pdf: Path, output: Path | None, *, scale: bool, quiet: bool, **options: Any) -> None:  # noqa: ANN401 — as click gives them
    """Lay the pages of PDF, from whatever program, on sheets that are printed on both sides, folded and sewn.

    Beside the sheets lies a plan that says how to print, fold and sew them. The sheets are folded in code and read
    again: every page is there once, upright and in order.
    """
    from fic2book import imposing  # late: --help answers at once

    given = {name: value for name, value in options.items() if value is not None}
    made = imposing.run(pdf, output, given, scale=scale)
    for place in made.places:
        click.echo(place)
    for sentence in () if quiet and made.clean else made.sentences:
        click.echo(sentence, err=True)
    sys.exit(0 if made.clean else 1)
