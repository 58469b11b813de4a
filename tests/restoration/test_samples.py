"""Real stories, read and restored, are what their facts say."""

import json
from pathlib import Path

import pytest

from fic2book import markup, readers, sources
from fic2book.letters import words
from fic2book.model import Kind
from fic2book.restoration import mend, restore

SHARED = Path(__file__).resolve().parents[3] / "shared"
FICTION = SHARED / "samples" / "short-fiction"
SHAPES = SHARED / "samples" / "web-shapes"
SEEDS = SHARED / "seeds"
needs_samples = pytest.mark.skipif(not FICTION.is_dir(), reason="the sample stories are kept outside this project")


def _facts(folder, wanted):
    if not folder.is_dir():
        return []
    facts = json.loads((folder / "FACTS.json").read_text(encoding="utf-8"))
    return [fact for fact in facts if wanted(fact["file"])]


def _restored(folder, file):
    document = mend(readers.read(folder, file))
    return [restore(story) for story in sources.recognise(document)]


@needs_samples
@pytest.mark.parametrize("fact", _facts(FICTION, lambda file: file.endswith((".txt", ".md"))), ids=lambda f: f["file"])
def test_a_story_has_its_scene_breaks_and_its_words(fact):
    (story,) = _restored(FICTION, fact["file"])
    assert story.title == fact["title"]
    assert story.body.count('<hr class="scene"/>') == fact["scene_breaks"]
    assert story.body.count('<hr class="pause"/>') == 0
    text = markup.plain(story.body)
    counts = (words(text), len(text.replace("\u2060", " ").split()))  # the facts count a lone … in some, not in others
    assert min(abs(count - fact["words"]) for count in counts) <= fact["words"] * 0.02
    assert not story.notes


@needs_samples
@pytest.mark.parametrize("fact", _facts(SHAPES, lambda file: file[:2] in {"08", "09", "12"}), ids=lambda f: f["file"])
def test_a_paste_has_its_scene_breaks_and_its_story_only(fact):
    (story,) = _restored(SHAPES, fact["file"])
    text = " ".join(markup.plain(story.body).split())
    assert story.body.count('<hr class="scene"/>') == fact["scene_breaks"]
    assert text.startswith(fact["first"])
    assert text.endswith(fact["last"])
    assert "\ufffd" not in text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seeds are kept outside this project")
def test_the_seeds_have_one_opening_note_and_one_pause():
    blog, wattpad = (_restored(SEEDS, path.name)[0] for path in sorted(SEEDS.glob("*.txt")))
    assert [(note.place, note.marked) for note in blog.notes] == [("before", False)]
    assert not wattpad.notes
    assert wattpad.body.count('<hr class="pause"/>') == 1
    flagged = [entry.rule for entry in wattpad.ledger if entry.kind is Kind.FLAGGED]
    assert flagged == ["blank_runs"]
