"""`scan` writes what it guessed for a person to look through; what she changes stays, and `build` obeys it."""

import json
import zipfile

import pytest

from fic2book import config
from fic2book.cli import main
from fic2book.config.updating import GONE

ORCHARD = (
    'The Glass Orchard\n\nby June Harrow\n\nThe apples rang when the wind came through.\n\n"Four o\'clock," said Ash.\n'
)
CIDER = (
    "---\ntitle: Cider\nauthor: Linden Ash\nrating: General Audiences\nseries: Orchard Tales\n---\n\n"
    "The press stood still.\n"
)
PRESS = (
    "The press groaned, and all three of them leaned on the beam until the juice ran.\n\nNobody spoke of it again.\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "Orchard"
    place.mkdir()
    (place / "1 orchard.txt").write_text(ORCHARD, encoding="utf-8")
    (place / "2 cider.md").write_text(CIDER, encoding="utf-8")
    (place / "3 press.txt").write_text(PRESS, encoding="utf-8")
    return place


@pytest.fixture
def run(capsys):
    def invoke(*arguments):
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return stop.value.code, said.out, said.err

    return invoke


def plan(folder):
    return (folder / config.FILE_NAME).read_text(encoding="utf-8")


def lines(folder):
    """Return the lines of the plan without the digests, which nobody needs to read."""
    return [line.rpartition(" [")[0] if "# scan:" in line else line for line in plan(folder).split("\n")]


def test_each_story_gets_a_table_with_what_was_guessed_and_where_it_was_read(folder, run):
    code, out, err = run("scan", folder, "--plain")
    assert (code, out) == (0, f"{folder / config.FILE_NAME}\n")
    assert "3 stories: 3 new in anthology.toml, 0 brought up to date." in err
    told = lines(folder)
    assert 'file = "1 orchard.txt"' in told
    assert any(line.startswith('title = "The Glass Orchard"  # scan: line 1') for line in told)
    assert any(line.startswith('authors = ["June Harrow"]  # scan: line 3') for line in told)
    assert 'rating = "General Audiences"  # scan: line 4, stated' in told
    assert 'title = "3 Press"  # scan: the file\'s name, a guess' in told


def test_a_second_scan_changes_not_a_byte(folder, run):
    run("scan", folder)
    first = (folder / config.FILE_NAME).read_bytes()
    run("scan", folder)
    assert (folder / config.FILE_NAME).read_bytes() == first


def test_a_title_an_order_and_an_author_changed_by_hand_survive_scan_and_are_built(folder, run, tmp_path):
    run("scan", folder)
    head, *tables = plan(folder).split("[[story]]\n")
    tables[0] = tables[0].replace('"The Glass Orchard"', '"The Orchard of Glass"')
    tables[2] = tables[2].replace("title =", 'authors = ["Somebody Else"] # she said so\ntitle =')
    edited = head + "".join(f"[[story]]\n{table.strip()}\n\n" for table in (tables[2], tables[0], tables[1]))
    (folder / config.FILE_NAME).write_text(edited, encoding="utf-8")
    code, _, err = run("scan", folder)
    assert plan(folder) == edited
    assert (code, "0 new" in err) == (0, True)
    code, _, _ = run("build", folder, "-t", "epub", "-o", tmp_path / "made")
    book = zipfile.ZipFile(next((tmp_path / "made").glob("*.epub")))
    nav = book.read("EPUB/nav.xhtml").decode()
    places = [nav.index(words) for words in ("3 Press", "The Orchard of Glass", "Cider")]
    assert code == 0
    assert places == sorted(places)
    assert "Somebody Else" in nav


def test_a_guess_that_nobody_touched_is_mended_and_one_that_somebody_did_is_not(folder, run):
    run("scan", folder)
    text = plan(folder).replace('["June Harrow"]', '["J. Harrow"]')
    (folder / config.FILE_NAME).write_text(text, encoding="utf-8")
    (folder / "1 orchard.txt").write_text(ORCHARD.replace("Glass Orchard", "Tin Orchard"), encoding="utf-8")
    _, _, err = run("scan", folder)
    assert "1 brought up to date" in err
    assert any(line.startswith('title = "The Tin Orchard"  # scan: line 1') for line in lines(folder))
    assert '["J. Harrow"]' in plan(folder)
    assert "June" not in plan(folder)


def test_a_line_that_a_person_took_out_does_not_come_back(folder, run):
    run("scan", folder)
    kept = "".join(line for line in plan(folder).splitlines(keepends=True) if not line.startswith("rating"))
    (folder / config.FILE_NAME).write_text(kept, encoding="utf-8")
    run("scan", folder)
    assert plan(folder) == kept


def test_new_files_are_added_at_the_end_and_files_that_went_keep_their_lines(folder, run):
    run("scan", folder)
    before = plan(folder)
    (folder / "0 frost.txt").write_text(ORCHARD.replace("The Glass Orchard", "Frost"), encoding="utf-8")
    (folder / "2 cider.md").unlink()
    _, _, err = run("scan", folder)
    assert "2 cider.md is not in the folder any more; its lines are kept." in err
    assert plan(folder).index("0 frost.txt") > plan(folder).index("3 press.txt")
    assert GONE in plan(folder)
    assert all(line in plan(folder) for line in before.splitlines())
    run("scan", folder)
    assert plan(folder).count(GONE) == 1
    (folder / "2 cider.md").write_text(CIDER, encoding="utf-8")
    run("scan", folder)
    assert GONE not in plan(folder)


def test_a_file_that_went_can_be_skipped_so_that_the_rest_is_built(folder, run, tmp_path):
    run("scan", folder)
    (folder / "2 cider.md").unlink()
    code, _, err = run("build", folder, "-t", "epub", "-o", tmp_path / "made")
    assert (code, "there is no file 2 cider.md" in err) == (1, True)
    (folder / config.FILE_NAME).write_text(plan(folder) + '\n[[story]]\nfile = "2 cider.md"\nskip = true\n', "utf-8")
    text = plan(folder).replace('file = "2 cider.md"\n', 'file = "2 cider.md"\nskip = true\n', 1)
    (folder / config.FILE_NAME).write_text(text, encoding="utf-8")
    assert run("build", folder, "-t", "epub", "-o", tmp_path / "made")[0] == 0


def test_a_broken_file_is_told_and_never_overwritten(folder, run):
    broken = 'title = "Salt\n\n[[story]]\nfile = "1 orchard.txt"\n'
    (folder / config.FILE_NAME).write_text(broken, encoding="utf-8")
    code, out, err = run("scan", folder)
    assert (code, out) == (1, "")
    assert "lacks its closing quote" in err
    assert plan(folder) == broken


def test_tables_that_are_written_inline_are_not_torn_apart(folder, run):
    inline = 'story = [{ file = "1 orchard.txt" }]\n'
    (folder / config.FILE_NAME).write_text(inline, encoding="utf-8")
    code, _, err = run("scan", folder)
    assert (code, "cannot be added to" in err) == (1, True)
    assert plan(folder) == inline


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r\n"), ("utf-8", "\r"), ("cp1252", "\r\n")],
)
def test_the_manner_of_the_file_is_kept(folder, run, encoding, end):
    text = '# Für alle\ntitle = "Orchard"\n\n[[story]]\nfile = "1 orchard.txt" # mine\n'
    (folder / config.FILE_NAME).write_bytes(text.replace("\n", end).encode(encoding))
    run("scan", folder)
    raw = (folder / config.FILE_NAME).read_bytes()
    again = raw.decode(encoding)
    assert raw == again.encode(encoding)
    assert again.startswith(text.replace("\n", end))
    assert again.replace("\r\n", "").count("\n") == (again.count("\n") if end == "\n" else 0)
    assert config.load(folder, {}).stories[2].file == "3 press.txt"


def test_every_remark_blank_line_and_layout_of_a_person_stays(folder, run):
    text = (
        "# The orchard book\n\n\ntitle = 'Orchard'   # for June\n\n"
        '[notes]\nshow = "after"\n\n  # first the press\n[[story]]  # the press\nfile = "3 press.txt"\nauthors = [\n'
        '  "June", # she\n  "Ash",\n]\n\n\n[[part]]\ntitle = "Winter"\nfiles = ["2 cider.md"]\n\n'
        '[[story]]\nfile = "2 cider.md"\n\n  [story.series]\n  name = "Tales"\n\n# the end\n'
    )
    (folder / config.FILE_NAME).write_text(text, encoding="utf-8")
    run("scan", folder)
    scanned = plan(folder)
    kept = iter(scanned.splitlines())
    assert all(line in kept for line in text.splitlines()), scanned
    added = [line for line in scanned.splitlines() if line not in text.splitlines()]
    assert all("# scan:" in line or line == 'file = "1 orchard.txt"' for line in added if line)
    tables = config.load(folder, {}).stories
    assert [table.file for table in tables] == ["3 press.txt", "2 cider.md", "1 orchard.txt"]
    assert tables[0].fields["authors"] == ("June", "Ash")


def test_what_stands_in_a_table_by_hand_is_never_said_twice(folder, run):
    text = '[[story]]\nfile = "2 cider.md"\nby = "A. L."\nrated = "T"\n'
    (folder / config.FILE_NAME).write_text(text, encoding="utf-8")
    run("scan", folder)
    table = config.load(folder, {}).stories[0]
    assert (table.fields["authors"], table.fields["rating"], table.fields["title"]) == (("A. L.",), "T", "Cider")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_scanned(folder, run):
    (folder / "empty.txt").write_bytes(b"")
    code, _, err = run("scan", folder, "-q")
    assert code == 1
    assert "empty.txt" in err
    assert "empty.txt" not in plan(folder)


def test_a_person_s_own_words_are_no_guesses_of_the_next_scan(folder, run):
    (folder / config.FILE_NAME).write_text('[[story]]\nfile = "1 orchard.txt"\ntitle = "Mine"\n', encoding="utf-8")
    run("scan", folder)
    run("scan", folder)
    assert plan(folder).count('"Mine"') == 1
    assert "The Glass Orchard" not in plan(folder)


def test_the_build_s_report_of_the_same_folder_is_valid_json(folder, run):
    run("scan", folder)
    code, out, _ = run("inspect", folder, "--json")
    assert code == 0
    assert len(json.loads(out)["manuscripts"]) == 3


def test_names_of_a_word_processor_s_user_are_remarks_only_and_in_no_book(folder, run, tmp_path):
    page = "<html><head><meta name='generator' content='Microsoft Word'>"
    page += "<meta name='author' content='Margaret Real'></head>"
    (folder / "4 frost.html").write_text(f"{page}<body><h1>Frost</h1><p>It froze.</p></body></html>", encoding="utf-8")
    run("scan", folder)
    (remark,) = [line for line in plan(folder).splitlines() if "Margaret" in line]
    assert remark.startswith('# authors = ["Margaret Real"]')
    assert run("build", folder, "-t", "epub", "-o", tmp_path / "made")[0] == 0
    assert not [place for place in (tmp_path / "made").iterdir() if b"Margaret" in place.read_bytes()]
    book = zipfile.ZipFile(next((tmp_path / "made").glob("*.epub")))
    assert not [name for name in book.namelist() if b"Margaret" in book.read(name)]
    (folder / config.FILE_NAME).write_text(plan(folder).replace(remark, remark.removeprefix("# ")), encoding="utf-8")
    before = plan(folder)
    run("scan", folder)
    assert plan(folder) == before
    assert [table for table in config.load(folder, {}).stories if table.fields.get("authors") == ("Margaret Real",)]


def test_a_story_that_is_there_twice_gets_a_remark_that_brings_it_back(folder, run):
    words = " ".join(f"In the {n}th row the {n}th apple rang, and {n} people heard it fall." for n in range(60))
    for name in ("5 rows.txt", "6 rows again.txt"):
        (folder / name).write_text(f"The Rows\n\nby June Harrow\n\n{words}\n", encoding="utf-8")
    run("scan", folder)
    assert plan(folder).count("# alone = true  # scan: the same story is in another file") == 1


def test_a_book_is_the_same_before_and_after_a_scan(folder, run, tmp_path):
    run("build", folder, "-t", "epub", "-o", tmp_path / "before")
    run("scan", folder)
    run("build", folder, "-t", "epub", "-o", tmp_path / "after")
    (one,), (other,) = (list((tmp_path / name).glob("*.epub")) for name in ("before", "after"))
    assert one.read_bytes() == other.read_bytes()
