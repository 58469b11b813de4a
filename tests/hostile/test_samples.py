"""Hostile files that others made: each is read whole or named in one sentence."""

import pytest

from fic2book import markup, reading
from fic2book.errors import ManuscriptError
from fic2book.reading import Job
from tests.tools import shared

READ = ("h03", "h05", "h06", "h15", "h16", "h17", "h18")
NAMED = ("h04", "h08", "h09", "h10", "h12", "h13", "h14")


def outcome(number):
    place = next(place for place in shared("samples", "hostile").iterdir() if place.name.startswith(number))
    return next(reading.manuscripts([Job(place.parent, place.name)]))


@pytest.mark.parametrize("number", READ)
def test_a_sample_that_holds_a_story_is_read(number):
    stories, problems = outcome(number)
    assert problems == ()
    said = " ".join(story.title + markup.plain(story.body) for story in stories)
    assert said.strip()
    assert "root:" not in said
    assert "<!ENTITY" not in said


@pytest.mark.parametrize("number", NAMED)
def test_a_sample_without_a_story_is_named(number):
    error = outcome(number)
    assert isinstance(error, ManuscriptError)
    assert error.way_out
    assert "\n" not in str(error)
