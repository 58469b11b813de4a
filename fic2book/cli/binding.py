"""The options of printing and binding, the same for every command that has them."""

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]
_SWITCH = {"is_flag": True, "default": None}

SHEETS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--paper", {"metavar": "NAME", "help": "Sheets to fold: a4, letter, a3 … or 210x297mm.  [default: a4]"}),
    ("--fold", {"metavar": "HOW", "help": "folio (4 pages a sheet), quarto (8) or octavo (16)."}),
    ("--folded", {"metavar": "HOW", "help": "Sheets of a signature folded each alone, or together."}),
    ("--binding", {"metavar": "HOW", "help": "sewn (signatures), saddle (one booklet) or perfect (glued)."}),
    ("--sheets", {"metavar": "N", "help": "The most sheets of a signature.  [default: 4]"}),
    ("--flyleaves", {"metavar": "N", "help": "Blank leaves at each end, 0 to 3.  [default: 1]"}),
    ("--flip", {"metavar": "EDGE", "help": "Edge over which the printer turns sheets: short or long."}),
    ("--two-files", {**_SWITCH, "help": "Fronts and backs apart, for printers that print one side."}),
    ("--reverse-backs", {**_SWITCH, "help": "The backs last first, where the printer's tray wants it."}),
    ("--by-signature", {**_SWITCH, "help": "A file for each signature, too."}),
    ("--test-signature", {**_SWITCH, "help": "The first signature as a file, to try printer and fold."}),
    ("--paper-weight", {"metavar": "GRAMMES", "help": "Of a square metre of paper.  [default: 80]"}),
    ("--paper-thickness", {"metavar": "MM", "help": "Of one sheet, where you have measured it."}),
    ("--creep", {"metavar": "WHEN", "help": "Inner sheets moved to the fold: auto, always or never."}),
    ("--marks", {"metavar": "LIST", "help": "collation, sewing, crop, fold; or none."}),
    ("--stations", {"metavar": "N", "help": "Holes along the spine for the needle."}),
    ("--scale", {**_SWITCH, "help": "Make a page smaller that is too large for the folded sheet."}),
)
"""How sheets are printed and folded; ``fic2book.config.bound`` reads them."""

_REST = "Options"
AROUND: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--printer", {"metavar": "NAME", "help": "Who prints: home, kdp, lulu or ingram.  [default: home]"}),
    ("--printer-paper", {"metavar": "NAME", "help": "The printer's paper: white, cream …"}),
    ("--volumes", {"metavar": "N", "help": "Print as several volumes: how many, or auto."}),
    ("--wrap", {"metavar": "KIND", "help": "paperback, casewrap, jacket or case."}),
    ("--spine", {"metavar": "MM", "help": "The spine's thickness, where you have measured it."}),
    ("--spine-text", {"metavar": "WHEN", "help": "Title and names on the spine: auto, always or never."}),
    ("--guides", {**_SWITCH, "help": "A proof of the wrap with its zones drawn on it, too."}),
)
"""What printer prints the book, and what goes round it."""


class Sectioned(click.Command):
    """A command whose help lists the options of sheets and of wraps under headings of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in groups."""
        rows = [(param, param.get_help_record(ctx)) for param in self.get_params(ctx)]
        for heading, table in ((_REST, ()), ("Folded sheets (--to booklet)", SHEETS), ("Printers and wraps", AROUND)):
            named = {name for name, _ in table}
            own = [record for param, record in rows if record and _group(param) == named]
            if own:
                with formatter.section(heading):
                    formatter.write_dl(own)


def _group(param: click.Parameter) -> set[str]:
    """Return the names of the table that an option belongs to; none for the others."""
    tables = ({name for name, _ in table} for table in (SHEETS, AROUND))
    return next((names for names in tables if names & set(param.opts)), set())


def with_options(*tables: tuple[tuple[str, dict[str, Any]], ...]) -> Callable[[Command], Command]:
    """Return a decorator that gives a command the options of tables, in their order."""

    def decorated(command: Command) -> Command:
        for name, told in reversed([option for table in tables for option in table]):
            command = click.option(name, **told)(command)
        return command

    return decorated
