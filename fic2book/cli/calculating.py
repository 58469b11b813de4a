"""The `calc` command's words and options."""

from pathlib import Path
from typing import Any

import click

from fic2book.cli.binding import SHEETS, with_options

_OWN = ("--sheets", "--flyleaves", "--paper-weight", "--paper-thickness")
_FOLDED = tuple((name, told) for name, told in SHEETS if name in _OWN)


@click.command(short_help="Reckon pages, sheets, spine and weight before printing.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--page", "pages", multiple=True, metavar="SIZE", help="Typeset this page and count; may be repeated.")
@click.option("--paper", "papers", multiple=True, metavar="NAME", help="Sheets to fold; may be repeated.")
@click.option("--printer", "printers", multiple=True, metavar="NAME", help="kdp, lulu or ingram; may be repeated.")
@click.option("--theme", metavar="NAME", help="Looks of the book; `fic2book themes` lists them.")
@with_options(_FOLDED)
@click.option("--json", "json", is_flag=True, help="Print everything as JSON.")
@click.option("--plain", is_flag=True, help="One line a step, no colour, no boxes.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the answer and errors.")
def calc(folder: Path | None, **options: Any) -> None:  # noqa: ANN401 — click hands over what was given
    """Answer before printing: what FOLDER's book needs of pages, sheets and paper, in several sizes. Writes nothing.

    The book is typeset once, on its own page or on those of --page; the other rows are reckoned from that.
    """
    from fic2book import calculating  # late: --help answers at once

    talk = {name: bool(options.pop(name)) for name in ("json", "plain", "quiet")}
    asked = calculating.Asked(**{name: options.pop(name) for name in ("pages", "papers", "printers")})
    given = {name: said for name, said in options.items() if said is not None}
    click.echo(calculating.run(folder, given, asked, talk))
