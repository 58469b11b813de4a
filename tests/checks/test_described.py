"""A picture that nobody has described is asked for by name; the answer in anthology.toml is taken."""

from dataclasses import replace
from pathlib import Path

from PIL import Image as Picturing

from fic2book import config, pipeline, reading
from fic2book.checks import undescribed
from fic2book.model import Anthology
from tests.checks import illustrated

PAGE = (
    '<html><body><h1>The Map</h1><p>She unfolded it on the table.</p><p><img src="map.png"></p>'
    '<p>And again.</p><p><img src="map.png"></p><p>Then the other: <img src="seal.png" alt="a seal"> they saw.</p>'
    "</body></html>"
)


def folder(tmp_path: Path, *lines: str) -> Path:
    for name, width in (("map", 300), ("seal", 301)):
        Picturing.new("RGB", (width, 300), (90, 60, 40)).save(tmp_path / f"{name}.png")
    (tmp_path / "the map.html").write_text(PAGE, encoding="utf-8")
    if lines:
        head = ("format = 1", "[[story]]", 'file = "the map.html"')
        (tmp_path / "anthology.toml").write_text("\n".join((*head, *lines)) + "\n", encoding="utf-8")
    return tmp_path


def made(place: Path) -> tuple[Anthology, tuple[str, ...]]:
    settings = config.load(place, {})
    read = reading.read_folder(settings, reading.silent)
    return pipeline.gather(read, settings), tuple(problem.code for problem in read.problems)


def test_a_picture_is_asked_for_by_name_once_with_its_place_and_the_line_to_write(tmp_path):
    book, _ = made(folder(tmp_path))
    (problem,) = undescribed(book)
    assert (problem.code, problem.place) == ("alt-missing", "the map.html")
    assert "map (after “She unfolded it on the table.”)" in problem.message
    assert 'alt = { map = "…" }' in problem.message
    assert "seal" not in problem.message


def test_the_line_that_is_asked_for_answers(tmp_path):
    book, problems = made(folder(tmp_path, 'alt = { map = "A map of the quay." }'))
    assert undescribed(book) == ()
    assert problems == ()
    assert book.stories[0].body.count('alt="A map of the quay."') == 2
    assert 'alt="a seal"' in book.stories[0].body


def test_a_persons_words_stand_over_the_manuscripts_and_the_files_name_will_do(tmp_path):
    book, _ = made(folder(tmp_path, 'alt = { "Map.PNG" = "A map.", "seal.png" = "The harbour master’s seal" }'))
    assert 'alt="The harbour master’s seal"' in book.stories[0].body


def test_words_for_a_picture_that_is_not_there_are_told(tmp_path):
    book, problems = made(folder(tmp_path, 'alt = { chart = "A map." }'))
    assert problems == ("alt-unknown",)
    assert len(undescribed(book)) == 1


def test_a_table_with_nothing_but_words_for_pictures_gives_no_place_in_the_order(tmp_path):
    assert config.load(folder(tmp_path, 'alt = { map = "A map." }'), {}).stories[0].undoes


def test_pictures_of_notes_are_asked_for_too():
    first, *others = illustrated.NOTES
    shown = replace(first, body=f'{first.body}<p><img src="picture:boat"/></p>')
    (problem,) = undescribed(illustrated.without("boat", notes=(shown, *others)))
    assert "boat" in problem.message


def test_nothing_is_asked_where_everything_is_described():
    assert undescribed(illustrated.anthology()) == ()
