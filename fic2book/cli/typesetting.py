"""Options that say how pages are typeset, whatever stands on them, and the command that looks after those kept."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def work_options(command: Command) -> Command:
    """Give a command the options of typesetting."""
    jobs = "Typeset so many stories at once.  [default: all cores]"
    command = click.option("--no-cache", is_flag=True, help="Typeset every page anew, and keep none.")(command)
    cluster = "Let a Dask cluster typeset the stories: tcp://HOST:8786."
    command = click.option("--cluster", metavar="ADDRESS", help=cluster)(command)
    archival = "The PDF as PDF/A-3a too, as archives want it."
    command = click.option("--archival", is_flag=True, default=None, help=archival)(command)
    return click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help=jobs)(command)


def work_of(options: dict[str, Any]) -> dict[str, Any]:
    """Take the options that say how pages are typeset out of those that say what is made; return them by name."""
    jobs, fresh, cluster = (options.pop(name, None) for name in ("jobs", "no_cache", "cluster"))
    return {"jobs": jobs or 0, "keeps": not fresh, "cluster": cluster or ""}


@click.command(short_help="Show or empty what is kept of pages.")
@click.option("--clear", is_flag=True, help="Take all of it away; the next build typesets every page anew.")
def cache(*, clear: bool) -> None:
    """Say where typeset pages are kept between builds, and how much room they take."""
    from fic2book import kept  # late: --help answers at once

    users = kept.users()
    size = users.clear() if clear else users.size()
    many = f"{size.files} {'piece' if size.files == 1 else 'pieces'}, {size.bytes / 1e6:.1f} MB"
    click.echo(f"{many} {'taken away' if clear else f'of at most {users.most / 1e6:.0f}'}: {users.folder}")
