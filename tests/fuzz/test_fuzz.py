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

SECONDS = int(os.environ.get("FIC2BOOK_FUZZ_SECONDS", "0"))
"""Who looks for new faults gives the slow tests here so much time together, a third each. Without it they prove a fixed
number of inputs, the same ones everywhere, which takes a good minute."""
ROUNDS = 12
"""Of twenty inputs each, for each kind."""
SPOILT = {1: 3_000, 4: 3_000, 5: 3_000, 6: 3_000}
"""Seed of the dice → cases spoilt with it."""
RUNS = 1_000
"""Inputs by coverage, for each shape."""
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
    while number < ROUNDS or monotonic() < over:

        @seed(number)
        @settings(CALM, max_examples=20)
        @given(data=KINDS[name])
        def proved(data):
            prove(name, data)

        proved()
        number += 1
    assert number >= ROUNDS


@pytest.mark.parametrize("place", sorted(FOUND.iterdir()) if FOUND.is_dir() else [], ids=lambda place: place.name)
def test_what_was_too_much_once_is_not_any_more(place):
    prove(place.name, place.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize(("dice", "count"), SPOILT.items())
def test_no_case_spoilt_by_cutting_and_pasting_does_either(dice, count):
    over = monotonic() + SECONDS / 3 / len(SPOILT)
    for number, (name, data) in enumerate(mutants(dice)):
        if number >= count and monotonic() > over:
            break
        try:
            prove(name, data)
        except Exception as error:  # noqa: BLE001 — whatever it is, the input belongs beside it
            pytest.fail(f"{name}, number {number}: {error!r}\n{data!r}")


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
    bound = f"-max_total_time={max(1, SECONDS // 3 // len(SHAPES))}" if SECONDS else f"-runs={RUNS}"
    options = ("-seed=1", "-reload=0", "-entropic=0", bound, "-rss_limit_mb=4096", f"-artifact_prefix={fallen}/", begun)
    done = run(sys.executable, "-m", "tests.fuzz.by_coverage", shape, *options, PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stdout[-3_000:]
    assert not list(fallen.iterdir())
