"""Whatever a manuscript holds: it is read or refused in a sentence, every word of it is accounted for, nothing runs."""

import os
import sys
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, seed, settings

from fic2book import markup, readers, reading
from fic2book.errors import ManuscriptError
from fic2book.markup.allowed import is_allowed
from fic2book.readers.given import Given
from tests.fuzz.mutations import CASES, cases, is_page, mutants
from tests.fuzz.strategies import KINDS
from tests.tools import package, run

SECONDS = int(os.environ.get("FIC2BOOK_FUZZ_SECONDS", "90"))
"""What the slow tests here take together, a third each. Seeds are fixed: the same inputs in the same order everywhere,
more of them where it is quick."""
SHAPES = ("html", "txt", "md", "epub", "docx")
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
    over = monotonic() + SECONDS / 3 / len(KINDS)
    number = 0
    while monotonic() < over:

        @seed(number)
        @settings(CALM, max_examples=20)
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
def test_no_case_spoilt_by_cutting_and_pasting_does_either():
    over = monotonic() + SECONDS / 3
    for number, (name, data) in enumerate(mutants(seed=1)):
        try:
            prove(name, data)
        except Exception as error:  # noqa: BLE001 — whatever it is, the input belongs beside it
            pytest.fail(f"{name}, number {number}: {error!r}\n{data!r}")
        if monotonic() > over:
            break


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_input_found_by_coverage_does_either(shape, tmp_path):
    package("atheris")
    begun, fallen = tmp_path / "begun", tmp_path / "fallen"
    begun.mkdir()
    fallen.mkdir()
    pages = shape in {"html", "epub"}
    for number, text in enumerate(text for text in cases("sources", "fuzz") if is_page(text) is pages):
        (begun / f"{number:04}").write_text(text, encoding="utf-8")
    seconds = max(1, SECONDS // 3 // len(SHAPES))
    options = ("-seed=1", f"-max_total_time={seconds}", "-rss_limit_mb=4096", f"-artifact_prefix={fallen}/", begun)
    done = run(sys.executable, "-m", "tests.fuzz.by_coverage", shape, *options)
    assert done.returncode == 0, done.stdout[-3_000:]
    assert not list(fallen.iterdir())
