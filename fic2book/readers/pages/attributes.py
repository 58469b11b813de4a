"""Which attributes of a stranger's element are kept, by which name, and as which text."""

from collections.abc import Mapping
from html import escape

from fic2book import markup

_SAME = "id class href src alt title lang dir align colspan rowspan start rel datetime role data-p-id hidden"
_KEPT = {**{name: name for name in _SAME.split()}, "xml:lang": "lang", "epub:type": "data-type"}
_OF_ONE_TAG = {("a", "name"): "id"}


def kept(tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that say something about the text: names, addresses, languages, directions, places."""
    found: dict[str, str] = {}
    for name, value in attributes.items():
        ours = _KEPT.get(name) or _OF_ONE_TAG.get((tag, name))
        if ours and not (ours in found and name != ours):
            found[ours] = markup.storable(value)
    if "hidden" in found:
        found["hidden"] = "hidden"
    return found


def written(attributes: Mapping[str, str]) -> str:
    """Return attributes as they stand in a tag, with a space before each."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) if attributes else ""
