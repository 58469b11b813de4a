"""Language tags as the markup needs them."""

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", re.ASCII)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "iw", "ckb", "ps", "sd", "ug", "ur", "yi"})


def tag(language: str, otherwise: str = "en") -> str:
    """Return ``language`` when it is a well-formed BCP 47 tag, else ``otherwise``."""
    return language if _TAG.match(language) else otherwise


def primary(language: str) -> str:
    """Return the language itself, without script and region: ``pt`` of ``pt-BR``."""
    return language.partition("-")[0].lower()


def direction(language: str) -> str:
    """Return ``rtl`` for a language written from right to left, else ``ltr``."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"
