"""Pages without a story: each case file is such a page, a line of ``=====``, and the reason that is told for it."""

from pathlib import Path

import pytest

from fic2book import readers, sources
from fic2book.errors import ManuscriptError
from fic2book.readers.given import Given
from tests.sources import bound

_FOLDER = Path(__file__).parents[1] / "cases" / "no_story"
_CASES = sorted(_FOLDER.iterdir())
_PLENTY = " ".join(["The lamp at the end of the quay was lit at ten, and nobody spoke."] * 60)


def _parted(case):
    text, _, reason = case.read_text(encoding="utf-8").partition("\n=====\n")
    return text, reason.strip()


def _refused(file, data):
    with pytest.raises(ManuscriptError) as refused:
        sources.recognise(readers.understand(Given(file, data)))
    return refused.value


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_a_page_without_a_story_is_named_with_its_reason_and_a_way_out(case):
    text, reason = _parted(case)
    refused = _refused(case.name, text.encode())
    assert (refused.reason, refused.file) == (reason, case.name)
    assert refused.way_out.endswith(".")


@pytest.mark.parametrize("case", [case for case in _CASES if case.suffix == ".txt"], ids=lambda case: case.name)
def test_a_long_text_is_a_story_whatever_it_says(case):
    text, _ = _parted(case)
    (story,) = sources.recognise(readers.understand(Given(case.name, f"{text}\n\n{_PLENTY}\n".encode())))
    assert "lit at ten" in story.body


def test_a_download_as_a_book_that_was_cut_is_no_story():
    case = (_FOLDER.parent / "books" / "ao3" / "calibre_one_chapter.book").read_text(encoding="utf-8")
    whole = case.partition("\n=====\n")[0]
    head, _, _ = whole.partition("--- OEBPS/The_Lamp_split_002.xhtml")
    refused = _refused("lamp.epub", bound.epub(head))
    assert refused.reason == "has no story in it: the file ends before the story begins"
