"""How long a story is: words (characters where words are not parted), and how long one reads."""

from collections.abc import Mapping

from fic2book import letters, markup
from fic2book.model import Anthology, Story
from fic2book.words import Words, language_tag, primary

_SILENT = 260
"""English words a minute that adults read of fiction, silently: Brysbaert 2019, "How many words do we read per
minute?", Journal of Memory and Language 109, 104047."""
_ALOUD: Mapping[str, int] = {
    "en": 228, "ar": 138, "de": 179, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "ja": 357, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166, "zh": 255,
}  # fmt: skip
"""Words a minute (Chinese and Japanese: characters) of the same texts read aloud in several languages: Trauzettel-
Klosinski and Dietz 2012, "The New International Reading Speed Texts IReST", IOVS 53, 5452. Silent reading is taken to
be faster in the same measure everywhere."""
_BY_CHARACTERS = frozenset({"zh", "ja"})
_HOUR = 60


def said(story: Story, anthology: Anthology, words: Words) -> str:
    """Return a story's length as a phrase: "4,559 words · 18 min"."""
    language, number = _language(story, anthology), count(story, anthology)
    length = words.characters_counted if language in _BY_CHARACTERS else words.words_stated
    return f"{length.said(number)} · {_time(number, language, words)}"


def count(story: Story, anthology: Anthology) -> int:
    """Count the words of a story's own text, or its characters where no spaces part words."""
    own = markup.plain(story.body)
    return letters.site_words(own) if _language(story, anthology) in _BY_CHARACTERS else letters.words(own)


def _time(number: int, language: str, words: Words) -> str:
    speed = _SILENT * _ALOUD.get(language, _ALOUD["en"]) / _ALOUD["en"]
    minutes = max(1, round(number / speed))
    if minutes < _HOUR:
        return words.minutes.said(minutes)
    return words.hours.said(minutes // _HOUR, minutes=words.minutes.said(minutes % _HOUR))


def _language(story: Story, anthology: Anthology) -> str:
    return primary(language_tag(story.language, language_tag(anthology.language)))
