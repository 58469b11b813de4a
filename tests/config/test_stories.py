"""What a person may say of a story: rows, breaks, rules, notes, parts."""

from dataclasses import fields

import pytest

from fic2book import config
from fic2book.config.rows import looks_like_rows, numbers, rows
from fic2book.config.stories import SHOWN_KEYS
from fic2book.config.story_keys import KEYS
from fic2book.model import PartSettings, Related, Series, Story
from fic2book.sources.fields import field_of


@pytest.fixture
def load(tmp_path):
    for name in ("windfall.txt", "cider.md", "press.txt"):
        (tmp_path / name).write_text("A story.", encoding="utf-8")

    def said(toml):
        (tmp_path / "anthology.toml").write_text(toml, encoding="utf-8")
        return config.load(tmp_path, {})

    return said


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("12-340", ((12, 340),)),
        ("3-5, 12", ((3, 5), (12, 12))),
        ("12; 3–5", ((3, 5), (12, 12))),
        ("3 - 5", ((3, 5),)),
        ("3 to 5", ((3, 5),)),
        ("3-5,6,7-9", ((3, 9),)),
        (12, ((12, 12),)),
        ([12, "14-20"], ((12, 12), (14, 20))),
    ],
)
def test_rows_are_read_as_people_write_them(said, found):
    assert rows(said) == found


@pytest.mark.parametrize("said", ["", "0", "5-3", "all", "3-", "-3", True, None, {}, 1.5, [], ["x"], "0-4"])
def test_what_names_no_rows_is_not_understood(said):
    assert rows(said) is None


def test_breaks_are_single_rows():
    assert numbers([57, 12]) == (12, 57)
    assert numbers("57, 60-61") == (57, 60, 61)
    assert numbers("1-100000000") is None


@pytest.mark.parametrize("said", ["Thank you!", "3 cheers", "12-year-olds"])
def test_a_notes_own_words_are_no_rows(said):
    assert not looks_like_rows(said)


def test_a_table_says_what_is_story_note_and_break(load):
    table = load(
        '[[story]]\nfile = "windfall.txt"\ntext = "12-340"\nnote = "3-5"\nbreaks = [57]\n'
        'off = ["Quotes", "scene breaks"]\n'
        'split = "h1"\nshow = "hide"\ndisclaimers = "appendix"\nskip = true\n'
    ).stories[0]
    assert (table.text, table.note, table.breaks) == (((12, 340),), ((3, 5),), (57,))
    assert (table.off, table.split, table.skip) == (frozenset({"quotes", "scene_breaks"}), "h1", True)
    assert (table.show_notes, table.show_disclaimers, dict(table.fields)) == ("hide", "appendix", {})


def test_split_false_is_one_story(load):
    assert load('[[story]]\nfile = "cider.md"\nsplit = false\n').stories[0].split == "never"


def test_note_with_words_is_a_note_that_a_person_adds(load):
    table = load('[[story]]\nfile = "windfall.txt"\nnote = "Thank you for the apples!"\n').stories[0]
    assert table.note == ()
    assert [note.body for note in table.fields["notes"]] == ["<p>Thank you for the apples!</p>"]


def test_an_empty_value_takes_away_what_the_file_says_but_never_the_title(load):
    table = load('[[story]]\nfile = "windfall.txt"\nauthors = []\nsummary = ""\ntitle = ""\n').stories[0]
    assert dict(table.fields) == {"authors": (), "summary": ""}


def test_two_tables_of_one_story_are_one(load):
    settings = load(
        '[[story]]\nfile = "windfall.txt"\ntitle = "Windfall"\ntext = "3"\noff = ["quotes"]\nskip = true\n\n'
        '[[story]]\nfile = "cider.md"\n\n'
        '[[story]]\nfile = "Windfall.txt"\ntitle = "Fallen"\ntext = "4-6"\noff = ["dashes"]\n'
        "breaks = [9]\nskip = false\n"
    )
    first, second = settings.stories
    assert (first.file, second.file) == ("windfall.txt", "cider.md")
    assert (first.text, first.breaks, first.off) == (((3, 6),), (9,), frozenset({"quotes", "dashes"}))
    assert (first.fields["title"], first.skip) == ("Fallen", False)


def test_the_table_of_a_part_stands_over_the_table_of_its_file(load):
    tables = load(
        '[[story]]\nfile = "windfall.txt"\nauthors = ["June"]\nrating = "G"\n\n'
        '[[story]]\nfile = "windfall.txt"\npart = 2\nrating = "T"\n'
    ).stories
    assert dict(config.of_story(tables, 1).fields) == {"authors": ("June",), "rating": "G"}
    assert dict(config.of_story(tables, 2).fields) == {"authors": ("June",), "rating": "T"}
    assert config.of_story((), 1) is None


def test_notes_and_parts_and_the_new_orders(load):
    settings = load(
        'order = "series"\n\n[notes]\nshow = "appendix"\ndisclaimers = "hide"\n\n'
        '[[part]]\ntitle = "Winter"\ntext = "When the press stood still."\nfiles = ["press.txt", "cider.MD"]\n'
    )
    assert (settings.order, settings.show_notes, settings.show_disclaimers) == ("series", "appendix", "hide")
    assert settings.parts == (
        PartSettings(title="Winter", text="When the press stood still.", files=("press.txt", "cider.md")),
    )


def test_a_series_may_be_a_table(load):
    table = load('[[story]]\nfile = "press.txt"\nseries = { name = "Orchard", number = "2" }\n').stories[0]
    assert table.fields["series"] == (Series(name="Orchard", number="2"),)


def test_a_table_that_only_undoes_gives_its_story_no_place_in_the_order(load):
    tables = load(
        '[[story]]\nfile = "windfall.txt"\ntext = "3"\n\n[[story]]\nfile = "cider.md"\n\n'
        '[[story]]\nfile = "press.txt"\ntitle = "Press"\noff = ["quotes"]\n\n'
        '[[story]]\nfile = "windfall.txt"\nbreaks = [4]\n'
    ).stories
    assert [(table.file, table.undoes) for table in tables] == [
        ("cider.md", False),
        ("press.txt", False),
        ("windfall.txt", True),
    ]


def test_every_field_of_a_story_that_a_file_can_state_a_person_can_state():
    own = {
        "file",
        "origin",
        "body",
        "part",
        "id",
        "pictures",
        "images_left_out",
        "ledger",
        "manuscript",
        "finished",
        "show_notes",
        "show_disclaimers",
    }
    names = {field.name for field in fields(Story)} - own
    settable = {field_of(key) for key in SHOWN_KEYS} | {key.field for key in KEYS.values()}
    assert names <= settable


def test_chapters_and_related_works_are_said_in_full(load):
    table = load(
        '[[story]]\nfile = "press.txt"\nchapters = ["Dusk", "Dawn"]\nrecipients = ["June"]\nstatus = "Complete"\n'
        'related = [{ title = "Windfall", author = "Ash" }, '
        '{ how = "a translation of", url = "https://example.org/1" }]\n'
    ).stories[0]
    assert table.fields["chapters"] == ("Dusk", "Dawn")
    assert (table.fields["recipients"], table.fields["status"]) == (("June",), "Complete")
    assert table.fields["related"] == (
        Related(how="inspired by", title="Windfall", authors=("Ash",)),
        Related(how="a translation of", title="", url="https://example.org/1"),
    )
