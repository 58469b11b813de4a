"""A mistake in anthology.toml is told with its line, the reason and the right line."""

from pathlib import Path

import pytest

from fic2book import config
from fic2book.errors import SettingsError

CASES = Path(__file__).parents[1] / "cases" / "config" / "mistakes.txt"


def _cases():
    parts = CASES.read_text(encoding="utf-8").split("\n.\n")
    for name, toml, said in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield pytest.param(toml, said, id=name.strip())


@pytest.fixture
def folder(tmp_path):
    for name in ("Windfall.md", "foreword.md", "summer/Windfall.md", "summer/tidewater.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A story.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("toml", "said"), list(_cases()))
def test_a_mistake_is_told_with_its_line_the_reason_and_the_way_out(folder, toml, said):
    (folder / "anthology.toml").write_text(toml + "\n", encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        config.load(folder, {})
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ('\ufefftitle = "Salt"\r\nstrict = true\r\n'.encode(), "Salt"),
        ("title = “Salt & ‘Cinders’”\n".encode(), "Salt & ‘Cinders’"),
        ("title = ‘It’s Late’\n".encode(), "It’s Late"),
        ("title = „Salz“\n".encode(), "Salz"),
        ('title = "Salt’s “End”" # “a remark”\neditor = “June”\n'.encode(), "Salt’s “End”"),
        ('title = "Café"\n'.encode("cp1252"), "Café"),
        ('title = "Salt"\n'.encode("utf-16"), "Salt"),
        (b'title = "Salt"\r', "Salt"),
    ],
    ids=["BOM and CRLF", "curly", "curly single", "low-high", "curly inside straight", "cp1252", "utf-16", "CR"],
)
def test_the_file_is_read_as_notepad_and_textedit_save_it(folder, raw, title):
    (folder / "anthology.toml").write_bytes(raw)
    assert config.load(folder, {}).title == title


def test_the_command_line_speaks_over_the_file(folder):
    (folder / "anthology.toml").write_text('title = "Salt"\neditor = "June"\n', encoding="utf-8")
    settings = config.load(folder, {"title": "Cinders"})
    assert (settings.title, settings.editor) == ("Cinders", "June")


def test_books_go_beside_the_file_and_without_one_into_the_current_directory(folder):
    assert config.load(folder, {}).output == Path("book")
    (folder / "anthology.toml").write_text("", encoding="utf-8")
    assert config.load(folder, {}).output == folder / "book"


def test_a_story_table_speaks_in_fans_words(folder):
    (folder / "anthology.toml").write_text(
        '[[story]]\nfile = "windfall.MD"\nship = "Ash/Linden"\nauthor = "June"\nopening_note = "story"\n',
        encoding="utf-8",
    )
    table = config.load(folder, {}).stories[0]
    assert table.file == "Windfall.md"
    assert table.fields == {"relationships": ("Ash/Linden",), "authors": ("June",)}
    assert table.opening_note == "story"
