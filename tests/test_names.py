"""Slugs, titles that nobody gave, and files that are written whole or not at all."""

import getpass
from pathlib import Path

import pytest

from fic2book import files
from fic2book.errors import OutputError
from fic2book.slugs import file_name, slug, unique
from fic2book.titles import guess_title


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Glass Orchard", "the-glass-orchard"),
        ("Don’t Wake the 3rd Bear!", "dont-wake-the-3rd-bear"),
        ("L’été à Œuf-sur-Mer", "lete-a-oeuf-sur-mer"),
        ("Straße", "strasse"),
        ("CON", "con-book"),
        ("../../etc/passwd", "etc-passwd"),
        ("What? \\ / : * < > |", "what"),
    ],
)
def test_a_slug_is_ascii_and_valid_everywhere(words, name):
    assert slug(words) == name


def test_a_title_without_latin_letters_gets_a_stable_name_of_its_own():
    assert slug("Ёлка") == slug("Ёлка") != slug("Зима")
    assert slug("Ёлка").isascii()


def test_a_long_title_is_cut_at_a_word():
    name = slug("The very long and winding road to the harbour of the seventeen lanterns at dusk")
    assert len(name) <= 60
    assert name == "the-very-long-and-winding-road-to-the-harbour-of-the"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("حارسة الينبوع", "حارسة-الينبوع"),
        ("الكتاب 3: «نهاية»", "الكتاب-3-نهاية"),
        ("終電のあとの駅", "終電のあとの駅"),
        ("Зимние сказки!", "зимние-сказки"),
        ("Το νησί της Ανεμόης", "το-νησί-της-ανεμόης"),
        ("हिन्दी में", "हिन्दी-में"),
        ("../../Ночь", "ночь"),
        ("Lamp & Ёлка", "lamp"),
        ("1984", "1984"),
    ],
)
def test_a_book_is_named_by_its_title_in_its_own_letters(title, name):
    assert file_name(title) == name


def test_a_book_without_any_letter_has_a_name_all_the_same():
    assert file_name("!!!") == slug("!!!")


def test_a_long_name_in_other_letters_fits_every_file_system():
    assert file_name("Очень длинная дорога домой " * 9) == "-".join(["очень-длинная-дорога-домой"] * 2 + ["очень"])
    assert len(file_name("駅" * 300).encode()) <= 120


def test_a_taken_name_takes_its_author_then_a_number():
    assert unique("tide", "june", {"tide"}) == "tide-june"
    assert unique("tide", "june", {"tide", "tide-june"}) == "tide-june-2"
    assert unique("tide", "", {"tide", "tide-2"}) == "tide-3"


@pytest.mark.parametrize(
    ("collections", "folder", "title"),
    [
        (["", "Harbour One-shots", "Harbour One-shots"], "x", ("Harbour One-shots", "collection")),
        (["Harbour", "Inland"], "/srv/Winter_Tales", ("Winter Tales", "folder")),
        ([], "/srv/Winter Tales/manuscripts", ("Winter Tales", "folder")),
        ([], "/srv/Winter Tales/New folder (2)", ("Winter Tales", "folder")),
        ([], "/srv/downloads/fics", ("One-Shots", "default")),
        ([], "/home/someone/Fics", ("One-Shots", "default")),
        ([], "/Users/someone", ("One-Shots", "default")),
    ],
)
def test_a_title_is_guessed_from_the_collection_then_the_folder(collections, folder, title):
    assert guess_title(collections, Path(folder)) == title


def test_a_login_name_never_becomes_a_title():
    assert guess_title([], Path("/srv") / getpass.getuser() / "fics") == ("One-Shots", "default")


def test_a_failed_write_leaves_the_old_book_and_no_half_one(tmp_path):
    place = tmp_path / "book.epub"
    place.mkdir()
    with pytest.raises(OutputError, match=r"book\.epub: cannot be written"):
        files.write(place, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["book.epub"]


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path):
    (tmp_path / "book").write_text("not a folder", encoding="utf-8")
    with pytest.raises(OutputError, match="with -o"):
        files.write(tmp_path / "book" / "a.epub", b"new")


def test_a_write_replaces_the_old_book(tmp_path):
    place = tmp_path / "book" / "a.epub"
    files.write(place, b"old")
    files.write(place, b"new")
    assert place.read_bytes() == b"new"
    assert [path.name for path in place.parent.iterdir()] == ["a.epub"]


def test_a_file_whose_pieces_end_in_an_error_leaves_the_old_one_and_no_half(tmp_path):
    def pieces():
        yield b"half"
        raise RuntimeError

    place = tmp_path / "report.html"
    files.write(place, b"old")
    with pytest.raises(RuntimeError):
        files.write(place, pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.html", b"old")]
    files.write(place, iter([b"ne", b"w"]))
    assert place.read_bytes() == b"new"
