"""A finished book taken apart: every word, emphasis, break, note and fact comes back, and the folder is that book."""

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image as Pixels
from PIL import ImageDraw

from fic2book import config, extracting, pipeline
from fic2book.cli import program
from fic2book.errors import ManuscriptError, OutputError
from fic2book.manifest import FILE
from fic2book.model import Severity
from fic2book.reading import read_folder, silent
from tests import tools
from tests.checks.library import anthology, edit, entry, rezip, write, written

CASES = Path(__file__).parents[1] / "cases" / "extracting"
KNOWN = ("title", "body", "authors", "notes", "summary", "language", "chapters")
MAY_DIFFER = {"META-INF/fic2book.json"}
"""It says which files the book was made from."""
COUNTED = re.compile(rb'\s*<div class="restored">.*?</div>', re.DOTALL)
"""The credits' account of what was restored: in a text that is finished nothing is."""


def saved(book: bytes, folder: Path, name: str = "small-hours.epub") -> Path:
    place = folder / name
    place.write_bytes(book)
    return place


def stories_of(folder: Path):
    settings = config.load(folder, {})
    return pipeline.gather(read_folder(settings, silent), settings)


def built(folder: Path, output: Path, outputs: tuple[str, ...] = ("epub",)) -> Path:
    made = pipeline.build(config.load(folder, {"output": output, "to": outputs}), silent)
    assert {problem.severity for problem in made.problems} <= {Severity.INFO}
    return made.books[".epub"]


def contents(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: COUNTED.sub(b"", archive.read(name)).strip() for name in archive.namelist()}


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def differing(one: Path, other: Path) -> set[str]:
    """Return the names of files that two books do not have alike."""
    mine, theirs = contents(one), contents(other)
    return {name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)}


def test_every_story_of_a_book_comes_back_with_all_that_is_known_of_it(tmp_path):
    made = extracting.run(saved(written("epub"), tmp_path), tmp_path / "apart")
    assert made.clean
    read = stories_of(made.place)
    told = [[getattr(story, name) for name in KNOWN] for story in read.stories]
    assert told == [[getattr(story, name) for name in KNOWN] for story in anthology().stories]
    assert (read.title, read.identifier) == (anthology().title, anthology().identifier)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """Give a folder with everything: parts, papers, pictures, notes, a table, verse, two languages, odd signs."""
    folder = tmp_path_factory.mktemp("shelf")
    for case in json.loads((CASES / "shelf.json").read_text(encoding="utf-8")):
        (folder / case["file"]).write_text("\n".join(case["lines"]) + "\n", encoding="utf-8")
    (folder / "pictures").mkdir()
    for name, colour in (("chart.png", "#204060"), ("cover.png", "#a03020")):
        Pixels.new("RGB", (320, 400), colour).save(folder / "pictures" / name)
    seal = Pixels.new("RGBA", (90, 60))
    ImageDraw.Draw(seal).ellipse((5, 5, 70, 50), fill="black")
    seal.save(folder / "pictures" / "mark.png")
    return folder


def test_the_folder_of_a_book_makes_the_same_book(shelf, tmp_path):
    first = built(shelf, tmp_path / "one")
    made = extracting.run(first, tmp_path / "apart")
    second = built(made.place, tmp_path / "two")
    assert differing(first, second) <= MAY_DIFFER
    third = extracting.run(second, tmp_path / "again")
    one, two = files_of(made.place), files_of(third.place)
    manifest = one.keys() - {file for file in one if one[file] == two.get(file)}
    assert (one.keys(), manifest) == (two.keys(), {"book/the-salt-road.fic2book.json"})


def test_a_book_that_is_not_the_same_is_seen(shelf, tmp_path):
    first = built(shelf, tmp_path / "one")
    made = extracting.run(first, tmp_path / "apart")
    file = made.place / "salt.md"
    file.write_text(file.read_text("utf-8").replace("*", "", 2), encoding="utf-8")
    assert any(name.endswith(f"{file.stem}.xhtml") for name in differing(first, built(made.place, tmp_path / "two")))


def test_every_row_of_the_files_is_accounted_for(shelf, tmp_path):
    made = extracting.run(built(shelf, tmp_path / "one"), tmp_path / "apart")
    assert read_folder(config.load(made.place, {}), silent).problems == ()


def test_pictures_and_the_cover_lie_in_a_folder_of_their_own(shelf, tmp_path):
    made = extracting.run(built(shelf, tmp_path / "one"), tmp_path / "apart")
    pictures = sorted(file.relative_to(made.place).as_posix() for file in made.place.rglob("*.png"))
    assert pictures == ["pictures/cover.png", "pictures/press-logo.png", "pictures/salt/chart.png"]
    assert (made.place / "pictures/cover.png").read_bytes() == (shelf / "pictures/cover.png").read_bytes()
    assert sorted({file.suffix for file in made.place.iterdir()}) == ["", ".md", ".toml"]


def test_words_that_were_changed_in_the_book_come_back_as_they_stand_and_are_told(tmp_path):
    body = entry(written("epub"), "ferry.xhtml").decode().partition('class="story-text"')[2]
    plain = re.search(r"<p>(\w[\w ]+)", body)
    assert plain is not None
    book = edit(written("epub"), "ferry.xhtml", plain[1], f"{plain[1]} zanzibar")
    made = extracting.run(saved(book, tmp_path), tmp_path / "apart")
    assert "zanzibar" in (made.place / "ferry.md").read_text(encoding="utf-8")
    assert not made.clean
    assert any("text-" in sentence for sentence in made.sentences)


def test_a_hidden_note_is_told_not_given_back(tmp_path):
    book = write(replace(anthology(), show_notes="hide"), "epub")
    made = extracting.run(saved(book, tmp_path), tmp_path / "apart")
    assert any("3 notes that you hid" in sentence for sentence in made.sentences)
    assert 'show = "hide"' in (made.place / "anthology.toml").read_text(encoding="utf-8")


def without(book: bytes, name: str) -> bytes:
    return rezip(book, {name: None})


def renamed(book: bytes, name: str) -> bytes:
    said = json.loads(entry(book, "fic2book.json"))
    said["stories"][0]["id"] = name
    return rezip(book, {FILE: json.dumps(said).encode()})


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        (lambda book: without(book, FILE), "no book that fic2book made"),
        (lambda _: b"%PDF-1.7 a printed book", "this is a PDF"),
        (lambda _: b"just words", "no EPUB file"),
        (lambda book: book[: len(book) // 2], "cut off or damaged"),
        (lambda book: rezip(book, {FILE: b"{}"}), "holds no manifest of fic2book"),
        (lambda book: renamed(book, "../../evil"), "names stories by what is no name"),
        (lambda book: renamed(book, "/evil"), "names stories by what is no name"),
        (lambda book: renamed(book, "ferry"), "names stories by what is no name"),
    ],
)
def test_what_is_no_sound_book_of_ours_is_refused_with_the_way_out_and_leaves_nothing(spoilt, reason, tmp_path):
    book = saved(spoilt(written("epub")), tmp_path)
    with pytest.raises(ManuscriptError, match=reason) as told:
        extracting.run(book, tmp_path / "apart")
    assert told.value.way_out
    assert list(tmp_path.iterdir()) == [book]


def test_a_folder_with_files_is_never_touched(tmp_path):
    book = saved(written("epub"), tmp_path)
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "ferry.md").write_text("my own words", encoding="utf-8")
    with pytest.raises(OutputError, match="files in this folder already"):
        extracting.run(book, folder)
    assert [file.name for file in folder.iterdir()] == ["ferry.md"]
    assert (folder / "ferry.md").read_text(encoding="utf-8") == "my own words"
    with pytest.raises(OutputError, match="is a file"):
        extracting.run(book, folder / "ferry.md")


def test_a_folder_that_cannot_be_made_leaves_no_half_of_it(tmp_path):
    book = saved(written("epub"), tmp_path)
    (tmp_path / "wall").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        extracting.run(book, tmp_path / "wall" / "apart")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["small-hours.epub", "wall"]


def test_a_story_that_would_not_come_back_keeps_the_whole_folder_from_being_written(tmp_path, monkeypatch):
    book = saved(written("epub"), tmp_path)
    monkeypatch.setattr(extracting, "_SAME", (*extracting._SAME, "file"))
    with pytest.raises(OutputError, match="would not come back"):
        extracting.run(book, tmp_path / "apart")
    assert list(tmp_path.iterdir()) == [book]


def test_the_command_makes_the_folder_and_prints_its_place(tmp_path):
    book = saved(written("epub"), tmp_path)
    done = CliRunner().invoke(program, ["extract", str(book), "-o", str(tmp_path / "apart")])
    assert done.exit_code == 0, done.output
    assert done.stdout.strip() == str(tmp_path / "apart")
    assert "3 stories taken out and read back" in done.stderr


def test_the_next_edition_keeps_the_names_of_pages_and_marks_what_is_new(tmp_path):
    first, *others = anthology().stories
    book = write(replace(anthology(), stories=(replace(first, id="an-older-name"), *others)), "epub")
    made = extracting.run(saved(book, tmp_path), tmp_path / "apart")
    (made.place / "guest.md").write_text(
        "# The Guest\n\nby Ada Vane\n\nShe came by the last boat, and stayed.\n", "utf-8"
    )
    grown = pipeline.build(config.load(made.place, {"to": ("epub",)}), silent).anthology
    assert "an-older-name" in {story.id for story in grown.stories}
    assert grown.edition.new == {"the-guest"}
    assert grown.edition.updated == frozenset()


def test_a_story_with_the_name_of_a_paper_is_a_story(tmp_path):
    first, *others = anthology().stories
    titled = (replace(first, id="license-to-sail", title="License to Sail"), *others)
    book = write(replace(anthology(), stories=titled), "epub")
    made = extracting.run(saved(book, tmp_path), tmp_path / "apart")
    assert next(story.title for story in stories_of(made.place).stories) == "License to Sail"


def test_a_book_for_a_kobo_gives_the_same_folder(shelf, tmp_path):
    books = pipeline.build(config.load(shelf, {"output": tmp_path / "one", "to": ("epub", "kepub")}), silent).books
    folders = [extracting.run(book, tmp_path / f"apart{number}").place for number, book in enumerate(books.values())]
    assert len(books) == 2
    assert files_of(folders[0]) == files_of(folders[1])


def test_finished_stories_are_not_joined_with_each_other_nor_taken_for_doubles(tmp_path):
    first, *others = anthology().stories
    pair = (replace(first, id="night", title="Night, part 1"), replace(first, id="night-2", title="Night, part 2"))
    book = write(replace(anthology(), stories=(*pair, *others)), "epub")
    made = extracting.run(saved(book, tmp_path), tmp_path / "apart")
    assert [story.title for story in stories_of(made.place).stories][:2] == ["Night, part 1", "Night, part 2"]


@pytest.mark.slow
def test_a_book_that_marks_printed_pages_comes_back_without_the_marks_and_gets_the_same_ones(shelf, tmp_path):
    first = built(shelf, tmp_path / "one", ("epub", "pdf"))
    assert any(b'"pagebreak"' in page for page in contents(first).values())
    made = extracting.run(first, tmp_path / "apart")
    assert not [file for file, data in files_of(made.place).items() if b"pagebreak" in data]
    assert differing(first, built(made.place, tmp_path / "two", ("epub", "pdf"))) <= MAY_DIFFER


@pytest.mark.slow
def test_all_stories_of_the_samples_come_back_and_make_the_same_book(tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    for part in ("short-fiction", "web-shapes"):
        for file in tools.shared("samples", part).iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
    before = stories_of(folder)
    assert len(before.stories) == 76
    first = pipeline.build(config.load(folder, {"output": tmp_path / "one", "to": ("epub",)}), silent).books[".epub"]
    made = extracting.run(first, tmp_path / "apart")
    after = stories_of(made.place)
    names = [name for name in extracting._SAME if name != "notes"]
    told = [[[getattr(story, name) for name in names] for story in book.stories] for book in (before, after)]
    assert told[0] == told[1]
    notes = [
        [[(note.place, note.kind, note.chapter, note.body) for note in story.notes] for story in book.stories]
        for book in (before, after)
    ]
    assert notes[0] == notes[1]
    second = pipeline.build(config.load(made.place, {"output": tmp_path / "two", "to": ("epub",)}), silent).books[
        ".epub"
    ]
    assert differing(first, second) <= MAY_DIFFER


def test_the_same_book_gives_the_same_folder(tmp_path):
    book = saved(written("epub"), tmp_path)
    one, two = (extracting.run(book, tmp_path / name).place for name in ("one", "two"))
    assert files_of(one) == files_of(two)
