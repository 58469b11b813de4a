"""What was asked for comes back in anthology.toml, key by key; a key that does not is named here with its reason."""

from dataclasses import fields

import pytest

from fic2book import config
from fic2book.config.keys import KEYS
from fic2book.extracting.shelf import anthology_toml
from fic2book.manifest import StoryRecord, ToldRecord, dump, load
from fic2book.manifest.told import AskedRecord, BookRecord
from fic2book.model import Story
from tests.checks.library import anthology

ASKED = {
    "subtitle": "Nights", "editor": "M. Anker", "description": "Two “lines”.\nAnd a \\ sign", "dedication": "To Wick",
    "rights": "Ours", "series": "Lamps", "series_number": "2", "theme": "modern", "page": "a5", "cover_picture": "",
    "cover_style": "arch", "epub_fonts": "body", "cover_seed": "7", "accent": "none", "openers": "recto",
    "lengths": "true", "content_notes": "back", "credits": "names", "qr": "true", "certified_by": "Anker",
    "certified_on": "2026-01-02",
}  # fmt: skip
OF_THE_BOOK = {"title", "author", "language", "identifier", "indexes", "cover", "foreword", "afterword", "about"}
NOT_IN_A_BOOK = {
    "css": "a person's own file; a remark names it",
    "ornament": "the same",
    "fonts": "the same",
    "cover_title": "another word for cover_picture",
    "order": "the order of the tables is the book's",
    "since": "the edition before, which is not in the book",
    "to": "a wish of one build",
    "output": "the same",
    "archival": "a wish for the PDF; what is taken apart is an EPUB",
    "greyscale": "the pictures of a grey book are grey",
    "open": "the same",
    "strict": "the same",
}
NOT_TOLD = {
    "part": "a file holds one story", "notes": "they stand on the pages", "chapters": "the same",
    "pictures": "the same", "body": "the same", "ledger": "nothing was done to a finished text",
    "finished": "it is by being extracted", "manuscript": "the seal of another file",
}  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_book_comes_back_or_says_why_not(key):
    assert key in ASKED or key in OF_THE_BOOK or key in NOT_IN_A_BOOK


def test_every_field_of_a_story_comes_back_or_says_why_not():
    told = {field.name for kind in (StoryRecord, ToldRecord) for field in fields(kind)}
    assert {field.name for field in fields(Story)} - told - set(NOT_TOLD) == set()


def test_what_was_asked_for_is_what_the_file_says(tmp_path):
    asked = tuple(AskedRecord(key=key, value=value) for key, value in ASKED.items() if value)
    manifest = load(dump(anthology()))
    book = BookRecord(authors=("Odile Marrow",), indexes=("tags",), asked=asked)
    stories = {f"{story.id}.md": story for story in anthology().stories}
    for file in stories:
        (tmp_path / file).write_text("A story.\n", encoding="utf-8")
    text = anthology_toml(manifest.__class__(**{**_same(manifest), "book": book}), stories, "pictures/cover.jpg", "")
    (tmp_path / "anthology.toml").write_text(text, encoding="utf-8")
    settings = config.load(tmp_path, {})
    read = {key: str(getattr(settings, key)).replace("True", "true") for key in ASKED}
    assert read == ASKED
    assert (settings.authors, settings.indexes) == (("Odile Marrow",), ("tags",))
    assert [table.file for table in settings.stories] == list(stories)


def test_files_of_a_persons_own_are_named_in_a_remark():
    manifest = load(dump(anthology(), {"theme": "mine", "css": "own"}))
    text = anthology_toml(manifest, {}, "", "")
    assert "that it does not hold as such: theme, css." in text
    assert "\ntheme" not in text


def _same(manifest) -> dict[str, object]:
    return {field.name: getattr(manifest, field.name) for field in fields(manifest)}
