"""Which layout features a style sheet can call for: a face in the EPUB carries no others.

Swashes, scripts' old forms and the like are half of EB Garamond's size, and no reader can turn them on.
"""

import re
from collections.abc import Mapping

_SETTINGS = re.compile(r"font-feature-settings:([^;}]*)")
_TAG = re.compile(r"""["']([\x20-\x7e]{4})["']""")
_VARIANTS = re.compile(r"font-variant[\w-]*:([^;}]*)")
_FEATURES: Mapping[str, tuple[str, ...]] = {
    "small-caps": ("smcp",),
    "all-small-caps": ("smcp", "c2sc"),
    "petite-caps": ("pcap",),
    "all-petite-caps": ("pcap", "c2pc"),
    "titling-caps": ("titl",),
    "oldstyle-nums": ("onum",),
    "lining-nums": ("lnum",),
    "tabular-nums": ("tnum",),
    "proportional-nums": ("pnum",),
    "slashed-zero": ("zero",),
    "ordinal": ("ordn",),
    "discretionary-ligatures": ("dlig",),
    "historical-ligatures": ("hlig",),
    "sub": ("subs",),
    "super": ("sups",),
}
"""Words of CSS → the OpenType features that they mean (CSS Fonts 4, 6.4 to 6.7)."""


def asked(css: str) -> frozenset[str] | None:
    """Return the tags of the features that ``css`` asks for, beside those that all text has; ``None``: maybe any."""
    if "font-variant-alternates" in css:
        return None
    tags = {tag for said in _SETTINGS.findall(css) for tag in _TAG.findall(said)}
    words = {word for said in _VARIANTS.findall(css) for word in said.split()}
    return frozenset(tags.union(*(_FEATURES[word] for word in words & _FEATURES.keys())))
