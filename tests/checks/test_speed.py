"""The proof of a large EPUB costs no more than a blink."""

import time
from dataclasses import replace

import pytest

from fic2book import checks, manifest
from tests.checks.library import anthology, write

BLINK = 0.25  # seconds of processor time for 120,000 words
STORIES = 40


@pytest.mark.slow
def test_an_epub_of_120_000_words_is_proved_in_a_quarter_of_a_second():
    lamps = anthology().stories[0]
    body = lamps.body * 6
    stories = tuple(replace(lamps, id=f"lamps-{number}", file=f"{number}.txt", body=body) for number in range(STORIES))
    large = replace(anthology(), stories=stories)
    words = sum(story.words for story in manifest.manifest(large).stories)
    book = write(large, "epub")
    start = time.process_time()
    assert checks.prove({".epub": book}, large) == ()
    taken = time.process_time() - start
    assert words > 95_000
    assert taken < BLINK * words / 120_000
