"""What a book says about itself: complete, the same every time, silent about people's folders, and read with care."""

import json
from dataclasses import replace

import pytest

from fic2book import manifest
from fic2book.manifest.own_words import Break, own_words
from fic2book.model import Anthology, Imprint, Related, Series
from tests.checks.library import anthology


def with_file(file: str) -> Anthology:
    return replace(anthology(), stories=(replace(anthology().stories[0], file=file),))


def test_what_was_written_is_what_is_read():
    assert manifest.load(manifest.dump(anthology())) == manifest.manifest(anthology())


def test_the_same_book_says_the_same_bytes():
    assert manifest.dump(anthology()) == manifest.dump(anthology())
    said = json.loads(manifest.dump(anthology()))
    assert list(said) == sorted(said)
    assert said["schema"] == 1


def test_every_story_has_its_counts_and_a_seal_for_each_chapter():
    _, ferry, _ = manifest.manifest(anthology()).stories
    assert (ferry.id, ferry.authors, ferry.scene_breaks, ferry.pauses) == ("ferry", ("Ben Tallow",), 1, 0)
    assert [chapter.title for chapter in ferry.chapters] == ["Outward", "Homeward"]
    assert ferry.letters == sum(chapter.letters for chapter in ferry.chapters)
    assert ferry.words == 193


def test_one_changed_letter_changes_the_seals():
    before = manifest.manifest(anthology()).stories[0]
    story = replace(anthology().stories[0], body=anthology().stories[0].body.replace("ladder", "latter", 1))
    after = manifest.manifest(replace(anthology(), stories=(story,))).stories[0]
    assert before.letters == after.letters
    assert before.sha256 != after.sha256


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("part two/night.txt", "part two/night.txt"),
        ("/home/somebody/fics/night.txt", "night.txt"),
        ("C:\\Users\\Somebody\\night.txt", "night.txt"),
        ("../private/night.txt", "night.txt"),
    ],
)
def test_no_folder_above_the_one_given_is_told(file, told):
    (story,) = manifest.manifest(with_file(file)).stories
    assert story.file == told


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[]", "no manifest of fic2book"),
        (b'{"tool": "other", "schema": 1}', "no manifest of fic2book"),
        (b'{"tool": "fic2book", "schema": 1}', "damaged"),
        (b'{"tool": "fic2book", "schema": 99, "version": "9.0"}', r"a later fic2book \(9.0\)"),
    ],
)
def test_what_is_no_manifest_is_refused_with_the_reason(data, reason):
    with pytest.raises(manifest.ManifestError, match=reason):
        manifest.load(data)


def test_a_key_that_is_new_is_passed_over():
    said = json.loads(manifest.dump(anthology()))
    said["mood"] = "blue"
    assert manifest.load(json.dumps(said).encode()).title == "Small Hours"


def test_own_words_are_the_text_between_the_headings_and_the_breaks_with_their_places():
    body = (
        "<p>Before.</p>"
        '<h2 class="chapter">One</h2><p>First <em>part</em>.</p><hr class="scene"/><blockquote><p>So.</p>'
        '<hr class="pause"/></blockquote>'
    )
    before, one = own_words(body)
    assert (before.title, before.letters) == ("", "before")
    assert (one.title, one.letters) == ("One", "firstpartso")
    assert one.breaks == (Break("scene", "First part."), Break("pause", "So."))


def test_what_is_known_of_a_story_and_of_the_book_comes_back():
    lamp, *others = anthology().stories
    known = replace(
        lamp,
        language="en-GB",
        series=(Series(name="Lamps", number="2"),),
        related=(Related(how="inspired by", title="The Wick", authors=("Ada",), url="https://example.org/w"),),
        tags=("brass", "rain"),
        summary="<p>One <em>lamp</em>.</p>",
    )
    book = replace(anthology(), stories=(known, *others), subtitle="Nights", imprint=Imprint(name="The Wick Press"))
    said = manifest.load(manifest.dump(book, {"theme": "modern"}))
    told = said.stories[0].told
    assert (told.language, told.tags, told.summary) == ("en-GB", ("brass", "rain"), "<p>One <em>lamp</em>.</p>")
    assert (told.series[0].number, told.related[0].authors) == ("2", ("Ada",))
    asked = {one.key: one.value for one in said.book.asked}
    assert (asked["subtitle"], asked["theme"], asked["press.name"]) == ("Nights", "modern", "The Wick Press")
    assert "openers" not in asked


def test_no_place_on_a_machine_and_no_script_is_told_of_a_story():
    lamp, *others = anthology().stories
    left_out = ("file:///home/ann/map.png", "C:\\Users\\ann\\sea.png", "https://example.org/a/b.png", "a map")
    summary = '<p>A <a href="file:///etc/x">lamp</a><script>x()</script>.</p>'
    stories = (replace(lamp, images_left_out=left_out, summary=summary), *others)
    told = manifest.load(manifest.dump(replace(anthology(), stories=stories))).stories[0].told
    assert told.images_left_out == ("map.png", "sea.png", "https://example.org/a/b.png", "a map")
    assert told.summary == "<p>A <a>lamp</a>.</p>"


def test_a_book_of_an_earlier_version_that_tells_less_is_read():
    said = json.loads(manifest.dump(anthology()))
    del said["book"], said["stories"][0]["told"]
    read = manifest.load(json.dumps(said).encode())
    assert (read.book, read.stories[0].told) == (None, None)
