"""Files are broken in ways nobody thought of: lines go, tags go, rows change places. No word may end nowhere for it."""

import random
import re
from pathlib import Path

import pytest

from fic2book import account, readers, sources
from fic2book.errors import Fic2bookError
from fic2book.readers.given import Given
from tests.sources import bound

_CASES = Path(__file__).parents[1] / "cases"
_ORIGINS = ("fanficfare", "ffn", "fichub", "leech", "lightnovel", "webtoepub", "epubmerge", "wattpad")
_FILES = sorted(
    file for room in ("books", "sources") for origin in _ORIGINS for file in (_CASES / room).glob(f"{origin}/*")
)
_BITS = ("\n", "\n\n", "<p>", "</div>", "<br>", " - ", ": ", "1. ", "&nbsp;", "Rated: T", "<h2>x</h2>", "<div>")


def _without_a_line(text, chance):
    rows = text.split("\n")
    del rows[chance.randrange(len(rows))]
    return "\n".join(rows)


def _with_a_line_twice(text, chance):
    rows = text.split("\n")
    rows.insert(chance.randrange(len(rows)), chance.choice(rows))
    return "\n".join(rows)


def _with_two_lines_swapped(text, chance):
    rows = text.split("\n")
    one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
    rows[one], rows[two] = rows[two], rows[one]
    return "\n".join(rows)


def _without_a_tag(text, chance):
    tags = list(re.finditer(r"<[^>]+>", text))
    tag = chance.choice(tags) if tags else None
    return text[: tag.start()] + text[tag.end() :] if tag else text


def _without_a_stretch(text, chance):
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.randint(1, 60) :]


def _with_a_bit_more(text, chance):
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(_BITS) + text[at:]


_WAYS = (
    _without_a_line,
    _with_a_line_twice,
    _with_two_lines_swapped,
    _without_a_tag,
    _without_a_stretch,
    _with_a_bit_more,
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("seed", range(8))
def test_no_word_of_a_broken_file_ends_nowhere(seed):
    chance = random.Random(seed)  # noqa: S311 (the same breaks at every run, no secrets)
    read = 0
    for file in _FILES:
        text = file.read_text(encoding="utf-8").partition("\n=====\n")[0]
        for _ in range(chance.randint(1, 3)):
            text = chance.choice(_WAYS)(text, chance) or " "
        try:
            document = _document(file, text)
            stories = sources.recognise(document)
        except (Fic2bookError, ValueError):  # a case that describes no book any more
            continue
        read += 1
        assert (file.name, account.unaccounted(document, stories)) == (file.name, ())
    assert read > len(_FILES) // 2


def _document(file, text):
    if file.suffix == ".book":
        return readers.understand(Given("broken.epub", bound.epub(text)))
    return readers.understand(Given(file.name, text.encode()))
