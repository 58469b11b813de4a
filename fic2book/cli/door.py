"""What stands round the commands: their headings in the help, exit codes, a console that every title passes."""

import os
import sys
from collections.abc import Callable, Mapping

import click

from fic2book.errors import Fic2bookError

_GROUPS = (
    ("Make", ("build", "cover", "scan", "new", "extract", "impose")),
    ("Look", ("inspect", "check", "diff", "calc", "themes")),
    ("Machine", ("doctor", "cache", "completion")),
)
_FAULT = (
    "fic2book: a fault of its own stopped it ({}); no half-written book is left. "
    "Please report it; with FIC2BOOK_TRACEBACK=1 in the environment it says where."
)


class Grouped(click.Group):
    """A group whose help lists its commands under headings."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in groups: make, look, machine."""
        for heading, names in _GROUPS:
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(name, command.get_short_help_str(70)) for name, command in commands if command])


def exit_code(run: Callable[[], object]) -> int:
    """Run a command; an error that a person can mend is one sentence and exit code 1."""
    try:
        code = run()
    except Fic2bookError as error:
        click.echo(f"fic2book: {error}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("fic2book: stopped; no half-written book is left", err=True)
        return 130
    except Exception as error:
        if os.environ.get("FIC2BOOK_TRACEBACK"):
            raise
        click.echo(_FAULT.format(f"{type(error).__name__}: {error}"), err=True)
        return 1
    return code if isinstance(code, int) else 0


def harden_streams() -> None:
    """Let a title in any script pass a console that cannot show it."""
    options: Mapping[str, str] = {"errors": "replace"}
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(**options)
