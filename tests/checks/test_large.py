"""A large EPUB is proved whole."""

from dataclasses import replace

import pytest

from fic2book import checks, manifest
from tests.checks.library import anthology, write

STORIES = 40


@pytest.mark.slow
def test_an_epub_of_120_000_words_is_proved():
    lamps = anthology().stories[0]
    body = lamps.body * 6
    stories = tuple(replace(lamps, id=f"lamps-{number}", file=f"{number}.txt", body=body) for number in range(STORIES))
    large = replace(anthology(), stories=stories)
    assert sum(story.words for story in manifest.manifest(large).stories) > 95_000
    assert checks.prove({".epub": write(large, "epub")}, large) == ()
