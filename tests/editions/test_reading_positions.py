"""A grown anthology: whoever was reading it opens the new edition at the same words."""

import json
import re
import shutil

import pytest

from tests.editions.shelf import built, shelf, tale, tell
from tests.finished import systems

LONG = 120
"""Sentences of a story: a dozen screens."""


def foliate(book, mode, asked):
    """Save reading positions in foliate-js, or open a book at them."""
    found = systems.node("reading_position.mjs", book, mode, json.dumps(asked))
    assert found["problems"] == []
    return found["answers"]


@pytest.fixture
def folder(tmp_path):
    place = shelf(tmp_path / "tales", more='theme = "gothic"\n')
    for name in ("bo", "marit", "olin", "tove"):
        tell(place, name, text=tale(name, LONG))
    return place


def grown(folder):
    """Remove a story, edit one and add three."""
    (folder / "bo.md").unlink()
    tell(folder, "marit", text=tale("marit", LONG).replace("ladder", "long ladder", 1))
    tell(folder, "a", title="Bo", text=tale("yrsa", 20))
    tell(folder, "m", title="Marit", text=tale("yrsa", 20).replace("glacier", "moraine").replace("stood", "lay"))
    tell(folder, "z", text=tale("yrsa", 20).replace("counted", "saw").replace("sledge", "cart").replace("husky", "ox"))


UNCHANGED = ("olin", "tove")


def test_unchanged_stories_keep_names_ids_and_bytes(folder):
    before = built(folder)
    grown(folder)
    after = built(folder)
    assert len(set(after.ids) - set(before.ids)) == 3
    assert "bo" not in after.ids
    assert after.marks[1] == ["marit"]
    assert [after.page(name) for name in UNCHANGED] == [before.page(name) for name in UNCHANGED]
    assert after.page("marit") != before.page("marit")
    assert [after.ids.index(name) for name in UNCHANGED] == [before.ids.index(name) for name in UNCHANGED]


def test_where_a_pdf_is_made_too_only_the_numbers_of_its_pages_change(folder):
    def without_numbers(page):
        return re.sub(rb'(role="doc-pagebreak" id="[^"]+" aria-label=")\d+"', rb"\1", page)

    before = built(folder, to=("epub", "pdf"))
    grown(folder)
    after = built(folder, to=("epub", "pdf"))
    for name in UNCHANGED:
        assert before.page(name).count(b"doc-pagebreak") > 2
        assert before.page(name) != after.page(name)
        assert without_numbers(before.page(name)) == without_numbers(after.page(name))


def test_a_bookmark_names_the_story_that_it_stands_in(folder):
    """Where a reading system heeds the ids of a bookmark, no place in the spine matters."""
    before = built(folder).files["EPUB/content.opf"].decode()
    grown(folder)
    after = built(folder, order="title").files["EPUB/content.opf"].decode()
    for name in UNCHANGED:
        place = f'<itemref idref="page-{name}" id="place-page-{name}"/>'
        assert place in before
        assert place in after


@pytest.mark.slow
@pytest.mark.parametrize("outputs", [("epub",), ("epub", "pdf")], ids=["alone", "with marks of printed pages"])
def test_a_reading_position_saved_before_opens_at_the_same_words_after(folder, tmp_path, outputs):
    before = shutil.copy(built(folder, to=outputs).place, tmp_path / "before.epub")
    places = [
        (f"text/{name}.xhtml", f"{name} the {number}th counted every") for name in UNCHANGED for number in (5, 90)
    ]
    saved = foliate(before, "save", places)
    assert all(saved)
    grown(folder)
    after = built(folder, to=outputs)
    for (_, words), (at, screen) in zip(places, foliate(after.place, "open", saved), strict=True):
        assert at == words
        assert words in " ".join(screen.split())


@pytest.mark.slow
def test_a_position_that_is_lost_would_be_seen(folder, tmp_path):
    """The stories in another order: foliate-js counts files."""
    before = shutil.copy(built(folder).place, tmp_path / "before.epub")
    places = [(f"text/{name}.xhtml", f"{name} the 90th counted every") for name in UNCHANGED]
    saved = foliate(before, "save", places)
    grown(folder)
    after = built(folder, order="file")
    found = foliate(after.place, "open", saved)
    assert [at for at, _ in found] != [words for _, words in places]
