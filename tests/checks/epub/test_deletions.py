"""Whatever letters are taken out of a story in the finished EPUB, the proof sees it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book import checks, letters
from tests.checks.library import anthology, archive_name, entry, names, rezip, written

TEXT = re.compile(r">([^<]+)<")


def runs() -> list[tuple[str, int, int]]:
    """Return the pieces of text inside the stories as (file, start, end)."""
    found = []
    for name in ("lamps.xhtml", "ferry.xhtml", "clock.xhtml"):
        page = entry(written("epub"), name).decode()
        for piece in TEXT.finditer(page, page.index('class="story-text"'), page.index("closing-note")):
            is_title = "chapter-title" in page[piece.start() - 60 : piece.start()]
            if letters.letters(piece[1]) and not is_title:
                found.append((name, piece.start(1), piece.end(1)))
    return found


def test_a_space_taken_out_before_a_break_is_no_problem_of_the_break():
    page = entry(written("epub"), "lamps.xhtml").decode()
    before = page.index('<hr class="')
    space = page.rindex(" ", 0, page.rindex("</p>", 0, before))
    path = archive_name(names(written("epub")), "lamps.xhtml")
    changed = (page[:space] + page[space + 1 :]).encode()
    assert checks.prove({".epub": rezip(written("epub"), {path: changed})}, anthology()) == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_deletion_that_takes_a_letter_is_a_problem_of_that_story(data):
    name, start, end = data.draw(st.sampled_from(runs()))
    page = entry(written("epub"), name).decode()
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    taken = letters.letters(page[first:last])
    path = archive_name(names(written("epub")), name)
    problems = checks.prove(
        {".epub": rezip(written("epub"), {path: (page[:first] + page[last:]).encode()})}, anthology()
    )
    if taken:
        assert problems
        assert {problem.code for problem in problems} <= {"text-lost", "text-changed", "break-lost", "break-foreign"}
        assert {problem.place.partition("-")[2] for problem in problems} == {name.replace("xhtml", "txt")}
    else:
        assert not problems
