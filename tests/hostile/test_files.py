"""Files made to do harm: each is read whole or named in one sentence, and none of them costs another story."""

import pytest

from fic2book import markup, reading
from fic2book.errors import ManuscriptError
from fic2book.reading import Job
from tests.hostile import files
from tests.hostile.files import EITHER, NAMED, READ

QUICK = {**files.false(), **files.strange(), **files.outward()}
HEAVY = {**files.sized(), **files.deep()}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Give what reads files of a table, all of them in one folder at once, and remembers what came of it."""
    known = {}

    def of(table):
        if id(table) not in known:
            folder = tmp_path_factory.mktemp("hostile")
            for name, hostile in table.items():
                (folder / name).write_bytes(hostile.data)
            jobs = [Job(folder, name) for name in table]
            known[id(table)] = dict(zip(table, reading.manuscripts(jobs), strict=True))
        return known[id(table)]

    return of


def words(stories):
    """Return every word that stories carry, on one line."""
    told = [
        " ".join([story.title, *story.authors, *(markup.plain(body) for body in bodies(story))]) for story in stories
    ]
    return " ".join(" ".join(told).split())


def bodies(story):
    return [story.body, story.summary, *(note.body for note in story.notes)]


def judge(hostile, outcome):
    if isinstance(outcome, ManuscriptError):
        assert hostile.come in {NAMED, EITHER}, str(outcome)
        assert "\n" not in str(outcome)
        assert outcome.way_out
        assert "fault of fic2book" not in str(outcome)
        return
    assert hostile.come in {READ, EITHER}
    stories, problems = outcome
    assert problems == ()
    said = words(stories)
    assert "STARTWORD" in said
    assert "ENDWORD" in said
    assert "".join(hostile.says.split()) in "".join(said.split())


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_is_read_whole_or_named(name, outcomes):
    judge(QUICK[name], outcomes(QUICK)[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_is_read_whole_or_named(name, outcomes):
    judge(HEAVY[name], outcomes(HEAVY)[name])


@pytest.mark.parametrize("name", [name for name in QUICK if name.startswith(("entities", "laughs", "pictures", "dtd"))])
def test_nothing_is_fetched_and_no_entity_of_a_file_is_expanded(name, outcomes):
    outcome = outcomes(QUICK)[name]
    said = "" if isinstance(outcome, ManuscriptError) else words(outcome[0])
    assert "root:" not in said
    assert "haha" not in said
