"""Real pastes and public-domain fiction, built whole: titles, scene breaks, and no word missing."""

import json
import shutil

import pytest

from fic2book import config
from fic2book.inspection import look, manuscript
from fic2book.pipeline import build
from tests import tools


def silent(*_):
    """Say nothing."""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    folder = tools.shared("seeds")
    return build(config.load(folder, {"output": tmp_path_factory.mktemp("seeds")}), silent)


def test_two_pastes_become_one_book_named_after_their_collection(seeds):
    book = seeds.anthology
    assert (book.title, [story.title for story in book.stories]) == (
        "Bellarke One-shots",
        ["Please Don’t Go.", "After it all, you left me"],
    )
    assert [story.origin for story in book.stories] == ["tumblr", "wattpad"]
    assert (seeds.problems, seeds.missing, sorted(seeds.books)) == ((), (), [".epub", ".pdf"])


def test_the_first_pastes_opening_note_stands_apart_and_its_words_are_in_the_ledger(seeds):
    first, second = (manuscript(story) for story in seeds.anthology.stories)
    assert [(note["place"], note["text"][:14]) for note in first["notes"]] == [("before", "I wanted to wr")]
    assert second["notes"] == []
    assert {entry["before"] for entry in second["ledger"] if entry["kind"] == "removed"} == {
        "1.5K 40 4",
        "Where stories live. Discover now",
    }
    assert [entry["before"] for entry in first["ledger"] if entry["kind"] == "removed"] == ["not breaking my heart"]


@pytest.fixture(scope="module")
def fiction():
    folder = tools.shared("samples", "short-fiction")
    files = [*folder.glob("*.txt"), *folder.glob("*.md")]
    facts = {fact["file"]: fact for fact in json.loads((folder / "FACTS.json").read_text(encoding="utf-8"))}
    looked = look(sorted(files))
    assert (looked.unreadable, looked.problems) == ((), ())
    return {story.file: (manuscript(story), facts[story.file]) for story in looked.stories}


def test_titles_and_scene_breaks_of_public_domain_fiction_are_as_counted_by_hand(fiction):
    assert len(fiction) == 42
    read = {file: (found["title"], found["scene_breaks"]) for file, (found, _) in fiction.items()}
    assert read == {file: (fact["title"], fact["scene_breaks"]) for file, (_, fact) in fiction.items()}


def test_no_note_is_seen_where_there_is_none(fiction):
    assert [file for file, (found, _) in fiction.items() if found["notes"]] == []


ELLIPSES_COUNTED = {"chekhov--nerves.txt", "fitzgerald--mr-icky.md", "o-henry--conscience-in-art.md"}
"""Here the facts count free-standing "…" and "@" as words; a word holds a letter or a digit."""


def test_words_are_within_two_per_cent_of_the_facts(fiction):
    off = {file for file, (found, fact) in fiction.items() if abs(found["words"] / fact["words"] - 1) > 0.02}
    assert off == ELLIPSES_COUNTED


@pytest.mark.slow
def test_all_of_the_fiction_becomes_one_proved_book(tmp_path):
    folder = tools.shared("samples", "short-fiction")
    stories = tmp_path / "stories"
    stories.mkdir()
    for file in sorted([*folder.glob("*.txt"), *folder.glob("*.md")]):
        shutil.copy(file, stories)
    built = build(config.load(stories, {"output": tmp_path / "book", "title": "Short Fiction"}), silent)
    assert [problem for problem in built.problems if problem.severity == "error"] == []
    assert (len(built.anthology.stories), sorted(built.books)) == (42, [".epub", ".pdf"])
