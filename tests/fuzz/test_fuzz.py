"""Whatever a manuscript holds: it is read or refused in a sentence, every word of it is accounted for, nothing runs."""

import os
import shutil
import sys
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, seed, settings

from fic2book import markup, readers, reading
from fic2book.errors import ManuscriptError
from fic2book.markup.allowed import is_allowed
from fic2book.readers.given import Given
from tests.fuzz.strategies import KINDS
from tests.tools import package, run

SECONDS = int(os.environ.get("FIC2BOOK_FUZZ_SECONDS", "60"))
CASES = Path(__file__).parents[1] / "cases"
FOUND = CASES / "fuzz"
"""Inputs that were too much once; the name ends as the file's would."""
CALM = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


def prove(name, data):
    """Read a manuscript as the program does, without the net: what the net would hide is to be seen."""
    try:
        stories, problems = reading.stories_of(readers.understand(Given(name, data)))
    except ManuscriptError as error:
        refusal = error
        stories, problems = (), ()
    else:
        refusal = None
    assert refusal is None or (refusal.way_out and "\n" not in str(refusal))
    assert not problems, [problem.message for problem in problems]
    for story in stories:
        for body in (story.body, story.summary, *(note.body for note in story.notes)):
            for element in markup.parse(body).iter():
                assert is_allowed(element), f"<{element.tag} {dict(element.attrib)}>"


@pytest.mark.parametrize("name", KINDS)
def test_no_input_makes_a_traceback_and_no_word_is_lost(name):
    @settings(CALM, derandomize=True, max_examples=30)
    @given(data=KINDS[name])
    def proved(data):
        prove(name, data)

    proved()


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_no_input_of_many_more_does_either(name):
    """Take another seed again and again until the time is over: the same inputs everywhere, more where it is quick."""
    over = monotonic() + SECONDS / len(KINDS)
    number = 0
    while monotonic() < over:

        @seed(number)
        @settings(CALM, max_examples=100)
        @given(data=KINDS[name])
        def proved(data):
            prove(name, data)

        proved()
        number += 1
    assert number


@pytest.mark.parametrize("place", sorted(FOUND.iterdir()) if FOUND.is_dir() else [], ids=lambda place: place.name)
def test_what_was_too_much_once_is_not_any_more(place):
    prove(place.name, place.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["html", "txt", "md", "epub", "docx"])
def test_no_input_found_by_coverage_does_either(shape, tmp_path):
    package("atheris")
    begun, fallen = tmp_path / "begun", tmp_path / "fallen"
    begun.mkdir()
    fallen.mkdir()
    for number, place in enumerate(sorted((CASES / "sources").rglob("*.*"))):
        shutil.copyfile(place, begun / str(number))
    options = (f"-max_total_time={max(5, SECONDS // 6)}", "-rss_limit_mb=4096", f"-artifact_prefix={fallen}/", begun)
    done = run(sys.executable, "-m", "tests.fuzz.by_coverage", shape, *options)
    assert done.returncode == 0, done.stdout[-3_000:]
    assert not list(fallen.iterdir())
