"""What [print], [booklet] and [wrap] may say, in the file and on the command line."""

import dataclasses
import math
from pathlib import Path

import pytest

from fic2book import config
from fic2book.config.bound import FIELDS, KEYS, OPTIONS, booklet_settings
from fic2book.errors import SettingsError
from fic2book.model import BookletSettings, Settings

CASES = Path(__file__).parents[1] / "cases" / "config"
MM = 72 / 25.4


def _cases(name):
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield pytest.param(*(field.strip() for field in line.split("|")), id=line.partition("|")[0].strip())


def _written(folder, table):
    (folder / "anthology.toml").write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("line", "option", "field", "value"), list(_cases("bound.txt")))
def test_a_key_and_its_option_say_the_same(tmp_path, line, option, field, value):
    table, _, key_and_value = line.partition(".")
    from_file = config.load(_written(tmp_path, f"[{table}]\n{key_and_value}\n"), {})
    name, _, said = option.partition("=")
    from_option = config.load(_written(tmp_path, ""), {name: said or True})
    own = getattr(from_file, FIELDS[table])
    assert str(getattr(own, field)) == value
    assert getattr(from_option, FIELDS[table]) == own


@pytest.mark.parametrize(("option", "said"), list(_cases("bound-mistakes.txt")))
def test_a_wrong_wish_is_one_sentence_with_the_way_out(tmp_path, option, said):
    name, _, value = option.partition("=")
    with pytest.raises(SettingsError) as error:
        config.load(tmp_path, {name: value})
    assert str(error.value) == said


def test_the_command_line_speaks_over_a_table_and_leaves_the_rest_of_it(tmp_path):
    folder = _written(tmp_path, '[booklet]\nsheets = 5\nflip = "long"\n')
    booklet = config.load(folder, {"sheets": "6"}).booklet
    assert (booklet.sheets, booklet.flip, booklet.fold) == (6, "long", "folio")


def test_a_key_that_nobody_knows_names_the_nearest_and_its_line(tmp_path):
    folder = _written(tmp_path, 'title = "Salt"\n\n[booklet]\nsheet = 5\n')
    with pytest.raises(SettingsError, match=r"line 4: the key sheet is not known. Did you mean sheets"):
        config.load(folder, {})


def test_a_table_that_is_no_table_is_told_with_its_line(tmp_path):
    with pytest.raises(SettingsError, match=r"line 1: wrap is a table of its own"):
        config.load(_written(tmp_path, 'wrap = "jacket"\n'), {})


@pytest.mark.parametrize("to", [("epub",), ("epub", "print")])
def test_an_option_about_a_product_that_nobody_asked_for_is_no_silent_wish(to):
    with pytest.raises(SettingsError, match=r"--paper is about a booklet, which is not asked for. Add --to booklet."):
        config.prove_wanted({"paper": "a4"}, to)


@pytest.mark.parametrize("to", [("booklet",), ("epub", "wrap")])
def test_a_wrap_takes_the_options_of_what_it_goes_round(to):
    config.prove_wanted({"paper_weight": "90", "title": "Salt"}, to)
    assert booklet_settings({"paper_weight": "90 g"}) == BookletSettings(paper_weight=90)


@pytest.mark.parametrize("to", [("booklet",), ("print",), ("wrap",)])
def test_every_product_is_made_in_volumes(to):
    config.prove_wanted({"volumes": "2"}, to)


def test_every_key_is_a_field_and_every_option_a_key():
    for table, keys in KEYS.items():
        settings = getattr(Settings(folder=Path(), output=Path()), FIELDS[table])
        assert {field.name for field in dataclasses.fields(settings)} == keys.keys()
    assert all(key in KEYS[table] for table, key in OPTIONS.values())


def test_lengths_are_millimetres_where_no_unit_stands_behind_them():
    assert math.isclose(booklet_settings({"paper_thickness": "0.11"}).paper_thickness, 0.11 * MM)
    assert math.isclose(booklet_settings({"paper_thickness": "0.004in"}).paper_thickness, 0.004 * 72)


@pytest.mark.parametrize("thick", ["0.5", "150", "15cm"])
def test_the_least_and_the_most_that_the_sentence_names_are_taken(tmp_path, thick):
    assert config.load(tmp_path, {"spine": thick}).wrap.spine > 0
