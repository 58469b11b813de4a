"""Papers that are known by their files' names, and the stories that only look like them."""

import pytest

from fic2book import config
from fic2book.reading import named_files


def put(folder, name, text="Words."):
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_file_of_the_very_name_is_the_page(tmp_path, suffix):
    for name in ("foreword", "afterword", "about", "dedication"):
        put(tmp_path, name + suffix)
    settings = config.load(tmp_path, {})
    found = (settings.foreword, settings.afterword, settings.about, settings.dedication_paper)
    assert [place.name for place in found] == [
        f"foreword{suffix}", f"afterword{suffix}", f"about{suffix}", f"dedication{suffix}",
    ]  # fmt: skip
    assert set(found) <= set(named_files(settings))


@pytest.mark.parametrize(
    "name", ["Foreword.md", "foreword (final).md", "foreword.html", "my foreword.md", "part/about.md"]
)
def test_any_other_name_is_a_story(tmp_path, name):
    (tmp_path / "part").mkdir()
    put(tmp_path, name)
    assert not list(named_files(config.load(tmp_path, {})))


def test_markdown_goes_before_text(tmp_path):
    put(tmp_path, "foreword.txt")
    put(tmp_path, "foreword.md")
    assert config.load(tmp_path, {}).foreword == tmp_path / "foreword.md"


def test_what_is_called_a_story_is_one(tmp_path):
    put(tmp_path, "dedication.txt")
    put(tmp_path, "anthology.toml", 'format = 1\n[[story]]\nfile = "dedication.txt"\n')
    assert config.load(tmp_path, {}).dedication_paper is None


def test_what_was_said_goes_before_a_files_name(tmp_path):
    put(tmp_path, "foreword.md")
    put(tmp_path, "mine.md")
    put(tmp_path, "dedication.md")
    put(tmp_path, "anthology.toml", 'format = 1\nforeword = "mine.md"\ndedication = "For you"\n')
    settings = config.load(tmp_path, {})
    assert (settings.foreword, settings.dedication_paper) == (tmp_path / "mine.md", None)


def test_a_long_file_called_dedication_is_a_story(tmp_path):
    put(tmp_path, "dedication.txt", "He had dedicated his life to lamps. " * 20)
    assert config.load(tmp_path, {}).dedication_paper is None
