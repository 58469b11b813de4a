"""JSON → records, by the records’ fields: what is missing or of another kind is damage, what is new is passed over."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

DAMAGED = "its manifest is damaged"
_HINTS: Callable[[object], Mapping[str, Any]] = cache(get_type_hints)


class ManifestError(ValueError):
    """The bytes are no manifest that this version can read; the text is a clause for a sentence."""


def record(kind: type[Any], said: object) -> Any:  # noqa: ANN401 - which record it is, the caller knows
    """Return a record of ``kind`` from what was read; keys of later versions may be there, ours have to be."""
    if not isinstance(said, dict):
        raise ManifestError(DAMAGED)
    hints = _HINTS(kind)
    values = {}
    for field in fields(kind):
        if field.name in said:
            values[field.name] = _value(hints[field.name], said[field.name])
        elif field.default is MISSING:
            raise ManifestError(DAMAGED)
    return kind(**values)


def _value(kind: Any, said: object) -> object:  # noqa: ANN401 - types have no type of their own
    if get_origin(kind) is tuple and isinstance(said, list):
        return tuple(_value(get_args(kind)[0], one) for one in said)
    if get_origin(kind) is UnionType and said is None:
        return None
    wanted = next((one for one in get_args(kind) if one is not type(None)), kind)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return record(wanted, said)
    if wanted not in (str, int) or not isinstance(said, wanted) or isinstance(said, bool):
        raise ManifestError(DAMAGED)
    return said
