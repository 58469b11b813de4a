"""The ``[print]``, ``[booklet]`` and ``[wrap]`` tables, and the options of the same words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from fic2book import lengths
from fic2book.config.keys import unknown_key
from fic2book.config.names import mistake
from fic2book.config.toml_text import line_of, line_of_header
from fic2book.errors import SettingsError
from fic2book.model import BookletSettings, PrintSettings, WrapSettings

_WEIGHT = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(?:g|gsm|g/m²|g/m2|)\s*\Z")
MARKS = ("collation", "sewing", "crop", "fold")


class Key(NamedTuple):
    """One key: its reader (``None``: not understood) and what it wants, as a sentence."""

    read: Callable[[object], object | None]
    wants: str


def _one_of(*words: str) -> Key:
    names = f"{', '.join(words[:-1])} or {words[-1]}"
    return Key(lambda said: said if said in words else None, f"It is {names}.")


def _whole(least: int, most: int) -> Key:
    def read(said: object) -> int | None:
        number = int(said) if isinstance(said, str) and said.isdecimal() else said
        return number if isinstance(number, int) and not isinstance(number, bool) and least <= number <= most else None

    return Key(read, f"It is a whole number from {least} to {most}.")


def _measured(least: float, most: float) -> Key:
    def read(said: object) -> float | None:
        points = lengths.points(str(said), "mm")
        return points if points is not None and least <= points / lengths.MILLIMETRE <= most else None

    return Key(read, f'It is a length from {least:g} to {most:g} mm, in millimetres or with its unit: 18, "0.7in".')


def _volumes(said: object) -> str | None:
    plain = str(said).strip().lower() if not isinstance(said, bool) else ""
    return plain if plain == "auto" or (plain.isdecimal() and 1 <= int(plain) <= _MOST_VOLUMES) else None


def _grammes(said: object) -> float | None:
    found = _WEIGHT.match(str(said)) if not isinstance(said, bool) else None
    grammes = lengths.number(found[1]) if found else 0.0
    return grammes if _LIGHTEST <= grammes <= _HEAVIEST else None


def _marks(said: object) -> tuple[str, ...] | None:
    items = said.split(",") if isinstance(said, str) else said
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
        return None
    names = tuple(dict.fromkeys(item.strip().lower() for item in items if item.strip()))
    if names == ("none",):
        return ()
    return names if names and set(names) <= set(MARKS) else None


_MOST_VOLUMES = 50
_LIGHTEST, _HEAVIEST = 20.0, 400.0  # g/m²: bible paper to card
_WORDS = Key(lambda said: said if isinstance(said, str) else None, "It wants words between double quotes.")
_YES = Key(lambda said: said if isinstance(said, bool) else None, "It wants true or false, without quotes.")
_PRINTERS = _one_of("home", "kdp", "lulu", "ingram")

KEYS: Mapping[str, Mapping[str, Key]] = {
    "print": {
        "printer": _PRINTERS,
        "paper": _WORDS,
        "volumes": Key(_volumes, f"It is auto or a number from 1 to {_MOST_VOLUMES}."),
    },
    "booklet": {
        "paper": _WORDS,
        "fold": _one_of("folio", "quarto", "octavo"),
        "folded": _one_of("each", "together"),
        "binding": _one_of("sewn", "saddle", "perfect"),
        "sheets": _whole(1, 50),
        "flyleaves": _whole(0, 3),
        "flip": _one_of("short", "long"),
        "two_files": _YES,
        "reverse_backs": _YES,
        "paper_weight": Key(
            _grammes, f"It is the paper's weight in grammes a square metre, from {_LIGHTEST:g} to {_HEAVIEST:g}."
        ),
        "paper_thickness": _measured(0.02, 1),
        "creep": _one_of("auto", "always", "never"),
        "marks": Key(_marks, f"It is a list of {', '.join(MARKS)}; or none."),
        "stations": _whole(0, 20),
        "scale": _YES,
        "by_signature": _YES,
        "test": _YES,
    },
    "wrap": {
        "kind": _one_of("paperback", "casewrap", "jacket", "case"),
        "spine": _measured(0.5, 150),
        "pages": _whole(1, 10000),
        "board": _measured(0.5, 6),
        "hinge": _measured(0, 20),
        "square": _measured(0, 10),
        "turn_in": _measured(5, 40),
        "flap": _measured(30, 200),
        "spine_text": _one_of("auto", "always", "never"),
        "guides": _YES,
    },
}
"""Table → its keys, each the word of a field of the table's settings."""

OPTIONS: Mapping[str, tuple[str, str]] = {
    **{key: ("booklet", key) for key in KEYS["booklet"] if key != "test"},
    "test_signature": ("booklet", "test"),
    "printer": ("print", "printer"),
    "printer_paper": ("print", "paper"),
    "volumes": ("print", "volumes"),
    "wrap": ("wrap", "kind"),
    "spine": ("wrap", "spine"),
    "spine_text": ("wrap", "spine_text"),
    "guides": ("wrap", "guides"),
}
"""Options of the command line → table and key."""

_CALLED = {"print": "printer's file (print)", "booklet": "booklet", "wrap": "wrap"}
FIELDS = {"print": "printing", "booklet": "booklet", "wrap": "wrap"}
"""Table → the field of ``Settings`` that holds it."""


def bound_settings(tables: Mapping[str, object], text: str) -> dict[str, object]:
    """Return fields of ``Settings`` from the three tables; ``text`` is the file, for line numbers in errors."""
    return {FIELDS[name]: _settings(name, table, text) for name, table in tables.items()}


def with_options(options: Mapping[str, object], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of ``Settings`` with the options of printing and binding over what ``own`` holds of them.

    ``own`` has the fields ``printing``, ``booklet`` and ``wrap``. Raises ``SettingsError`` for what cannot be.
    """
    fields = dict(own)
    for option, said in options.items():
        table, key = OPTIONS[option]
        read, wants = KEYS[table][key]
        value = read(said)
        if value is None:
            name = option.replace("_", "-")
            raise SettingsError(f"--{name} cannot be {said!r}", way_out=wants)
        fields[FIELDS[table]] = replace(fields[FIELDS[table]], **{key: value})
    return fields


def prove_wanted(options: Iterable[str], to: Sequence[str]) -> None:
    """Raise ``SettingsError`` for an option about a product that is not asked for: nothing would come of it.

    A wrap goes round what is printed or folded, so it is about both of these too; volumes are made of every product.
    """
    for option in options:
        table = OPTIONS[option][0] if option in OPTIONS else ""
        takers = {table, "wrap", *(FIELDS if option == "volumes" else ())}
        if table and takers.isdisjoint(to):
            reason = f"--{option.replace('_', '-')} is about a {_CALLED[table]}, which is not asked for"
            raise SettingsError(reason, way_out=f"Add --to {table}.")


def booklet_settings(options: Mapping[str, object]) -> BookletSettings:
    """Return how a finished PDF is to be imposed, from the options of the same words alone."""
    settings: BookletSettings = with_options(options, {"booklet": BookletSettings()})["booklet"]
    return settings


def _settings(name: str, table: object, text: str) -> object:
    first = line_of_header(text, name)
    keys = KEYS[name]
    if not isinstance(table, Mapping):
        line = first or line_of(text, name)
        way_out = f"It should read: [{name}], and below it a line for each key."
        raise mistake(line, f"{name} is a table of its own", way_out)
    said = {key: _read(key, value, keys, line_of(text, key, after=first)) for key, value in table.items()}
    return _MADE[name](said)


def _read(key: str, value: object, keys: Mapping[str, Key], line: int) -> object:
    if key not in keys:
        raise unknown_key(key, keys, line)
    found = keys[key].read(value)
    if found is None:
        raise mistake(line, f"{key} cannot be {value!r}", keys[key].wants)
    return found


_MADE: Mapping[str, Callable[[dict[str, object]], object]] = {
    "print": lambda said: PrintSettings(**said),  # type: ignore[arg-type]  # read by KEYS
    "booklet": lambda said: BookletSettings(**said),  # type: ignore[arg-type]
    "wrap": lambda said: WrapSettings(**said),  # type: ignore[arg-type]
}
