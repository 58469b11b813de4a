"""The rules that ``[[story]] off`` may name."""

from collections.abc import Iterable
from difflib import get_close_matches

from fic2book import restoration
from fic2book.config import FILE_NAME
from fic2book.errors import SettingsError
from fic2book.model import StorySettings


def prove(stories: Iterable[StorySettings]) -> None:
    """Raise ``SettingsError`` with the nearest name when a table turns off a rule that there is not."""
    for table in stories:
        for name in sorted(table.off - set(restoration.NAMES)):
            near = get_close_matches(name, restoration.NAMES, n=1, cutoff=0.5)
            way_out = f"Did you mean {near[0]}?" if near else f"The rules are: {', '.join(restoration.NAMES)}."
            reason = f"line {table.line}: off names a rule that there is not: {name}"
            raise SettingsError(reason, file=FILE_NAME, way_out=way_out)
