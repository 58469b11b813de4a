"""Whatever layout a person gave to anthology.toml, a scan keeps each line, and a second scan changes nothing."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book.config.tables import taken_apart
from fic2book.config.updating import Guess, Guessed, updated
from fic2book.errors import SettingsError
from fic2book.model import Series

FILES = ("a.txt", "b c.md", "tales/d.html")
GUESSED = tuple(
    Guessed(
        file=file,
        part=0,
        guesses=(
            Guess("title", f'The "{file}" \\ Story', "line 1, likely"),
            Guess("authors", ("Ann Writer", "Bo"), "line 2, stated"),
            Guess("series", (Series(name="Tales", number="2"),), "line 3, stated"),
            Guess(key="alone", value=True, where="twice", active=False),
        ),
    )
    for file in FILES
)
REMARKS = st.sampled_from(["", "# mine\n", "\n", "  # [[story]]\n", "\n\n# two\n\n"])
KEYS = st.sampled_from(
    (
        'title = "Mine"\n',
        "title = 'single' # why\n",
        'authors = [\n  "One", # first\n  "[[story]]",\n]\n',
        'summary = """\nSeveral\nlines.\n"""\n',
        "skip = true\n",
        'text = "3-5"\n',
        '  rating = "T"\n',
        'title = "The \\"a.txt\\" \\\\ Story"  # scan: line 1, likely [0000]\n',
    )
)
HEADS = st.sampled_from(["[[story]]\n", "[[story]]  # here\n", "[[ story ]]\n", "  [[story]]\n"])
STORIES = st.builds(
    lambda head, file, keys, remark: f'{head}file = "{file}"\n{"".join(keys)}{remark}',
    HEADS,
    st.sampled_from((*FILES, "gone.txt")),
    st.lists(KEYS, max_size=3, unique_by=lambda key: key.split()[0]),
    REMARKS,
)
OTHERS = st.sampled_from(
    ["", '[notes]\nshow = "after"\n', '[[part]]\ntitle = "P"\nfiles = ["a.txt"]\n', "[story.series]\nname = 'x'\n"]
)


def texts(draw):
    head = draw(st.sampled_from(["", 'title = "Book"\n\n', "# only a remark\n", 'format = 1\ntitle = "Book" # x\n']))
    pieces = draw(st.lists(st.tuples(STORIES, OTHERS), max_size=4))
    seen: set[str] = set()
    text = head
    for story, other in pieces:
        text += story
        if other and (other.startswith("[[part") or other not in seen) and not other.startswith("[story."):
            text += other
            seen.add(other)
        elif other.startswith("[story.") and "series" not in story:
            text += other
    return text


@settings(max_examples=150, deadline=None)
@given(st.composite(texts)())
def test_every_line_of_a_person_stays_in_its_order_and_a_second_scan_changes_nothing(text):
    once = updated(text, GUESSED, FILES)
    tomllib.loads(once.text)
    lines = iter(once.text.splitlines())
    assert all(line in lines for line in text.splitlines())
    again = updated(once.text, GUESSED, FILES)
    assert again.text == once.text
    assert (again.added, again.mended) == ((), ())


@settings(max_examples=100, deadline=None)
@given(st.composite(texts)())
def test_a_file_taken_apart_is_the_file_again(text):
    tables = taken_apart(text)
    assert tables.text == text
    assert len(tables.stories) == len(tomllib.loads(text).get("story", []))


def test_a_line_in_a_long_string_that_looks_like_a_table_is_seen_and_nothing_is_torn():
    text = 'description = """\n[[story]]\n"""\n\n[[story]]\nfile = "a.txt"\n'
    with pytest.raises(SettingsError, match="cannot be added to"):
        taken_apart(text)
