"""A person's picture between scenes: on whole lines in print, in the text's colour on screens, and never read aloud."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from fic2book import checks, sections, themes
from fic2book.model import Book
from fic2book.themes import Own
from fic2book.writers import pdf
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import entries, plain_cover, written
from tests.writers.pdf_books import HARBOUR, Printed

SCENES = "".join(f"<p>{text}</p>" for text in HARBOUR) + '<hr class="scene"/>' + f"<p>{HARBOUR[0]}</p>"


@pytest.fixture
def shell(tmp_path):
    def drawn(ink: object = "black", size: tuple[int, int] = (240, 120)) -> Path:
        picture = Picture.new("RGBA", size, (0, 0, 0, 0))
        ImageDraw.Draw(picture).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=ink)
        picture.save(tmp_path / "shell.png")
        return tmp_path / "shell.png"

    return drawn


def book(picture: Path) -> Book:
    content = anthology(story("ash", SCENES))
    theme = themes.load("classic", own=Own(ornament=picture))
    page = themes.design(theme)
    return Book(anthology=content, sections=sections.lay_out(content), theme=theme, cover=plain_cover(), page=page)


def printed(picture: Path) -> Printed:
    made = book(picture)
    result = pdf.write(made)
    return Printed(book=made, data=result.files[".pdf"], problems=result.problems)


def epub(picture: Path) -> dict[str, bytes]:
    made = book(picture)
    return entries(written(made.anthology, replace(made.theme, fonts=())))


def test_in_print_it_stands_a_line_high_and_is_called_a_scene_break(shell):
    paper = printed(shell())
    (figure,) = (one for one in paper.tagged("Figure") if str(one.Alt) == "Scene break")
    left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert top - bottom == pytest.approx(1.3 * paper.book.page.size, abs=0.1)
    assert (right - left) / (top - bottom) == pytest.approx(2, abs=0.02)
    edge = paper.book.page.inner if int(paper.labels[paper.page_of(figure)]) % 2 else paper.book.page.outer
    assert (left + right) / 2 == pytest.approx(edge + paper.book.page.measure / 2, abs=1)


def test_lines_behind_it_stand_on_the_same_grid(shell):
    paper = printed(shell(size=(500, 90)))
    lead = paper.book.page.leading
    for page in paper.pages_of("ash"):
        tops = [top for top in paper.tops(page) if top > 200]  # below the opener
        assert all(abs((top - tops[-1]) / lead - round((top - tops[-1]) / lead)) < 0.02 for top in tops)


def test_a_long_rule_is_no_wider_than_half_the_measure(shell):
    paper = printed(shell(size=(1200, 20)))
    (figure,) = (one for one in paper.tagged("Figure") if str(one.Alt) == "Scene break")
    assert float(figure.A.BBox[2]) - float(figure.A.BBox[0]) < 0.55 * paper.book.page.measure


def test_the_finished_pdf_is_proved_with_it(shell):
    paper = printed(shell())
    assert checks.prove({".pdf": paper.data}, paper.book.anthology) == ()


def test_on_screens_a_black_one_takes_the_texts_colour_and_keeps_its_name(shell):
    found = epub(shell())
    css = found["EPUB/styles/book.css"].decode()
    rule = css[css.rindex("@supports (mask-size: contain)", 0, css.index("ornament-scene.png")) :]
    assert "background: currentColor" in rule[: rule.index("\n}")]
    assert found["EPUB/images/ornament-scene.png"].startswith(b"\x89PNG")
    assert b'<hr class="scene" aria-label="Scene break"/>' in found["EPUB/text/ash.xhtml"]
    assert b'href="images/ornament-scene.png"' in found["EPUB/content.opf"]


def test_on_screens_a_coloured_one_keeps_its_colours(shell):
    css = epub(shell((180, 40, 40, 255)))["EPUB/styles/book.css"].decode()
    assert 'background: url("../images/ornament-scene.png") center center / contain no-repeat;' in css
    assert not [line for line in css.splitlines() if "mask" in line and "ornament-scene" in line]


def test_engines_that_know_neither_keep_a_rule(shell):
    css = epub(shell())["EPUB/styles/book.css"].decode()
    plain = css[: css.index("\n@supports")]
    assert "hr.scene {" in plain
    assert "border-top: 1px solid" in plain[plain.index("hr.scene {") :].partition("}")[0]


def test_it_closes_a_drabble_in_print_too(shell):
    content = anthology(story("ash", f"<p>{HARBOUR[0]}</p>"))
    theme = themes.load("classic", own=Own(ornament=shell()))
    made = Book(
        anthology=content,
        sections=sections.lay_out(content),
        theme=theme,
        cover=plain_cover(),
        page=themes.design(theme),
    )
    assert pdf.write(made).problems == ()


def test_the_theme_keeps_its_own_sign_on_the_title_page(shell):
    assert themes.load("classic", own=Own(ornament=shell())).looks.title_page.sign == "❦"
