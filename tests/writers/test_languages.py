"""A story in each of a dozen languages comes out right in both outputs: letters, order, direction, line breaks."""

import html
import re
import unicodedata
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from fic2book import pipeline, press
from fic2book.letters import letters
from fic2book.model import Settings, Severity
from fic2book.reading import silent
from fic2book.words import words_of, writing_direction
from tests import tools

CASES = tools.ROOT / "tests" / "cases" / "languages"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.md"))
FACES = {
    "ar": "Amiri", "he": "Noto Serif Hebrew", "ja": "Noto Serif CJK JP", "zh-Hans": "Noto Serif CJK SC",
    "zh-Hant": "Noto Serif CJK TC",
}  # fmt: skip
"""Languages that no theme's face can write, with what prints them."""
PROMISED = {"fr", "ru", "zh-Hans", "ja", "ar"}
ALL = [name if name in PROMISED | {"he", "de"} else pytest.param(name, marks=pytest.mark.slow) for name in LANGUAGES]
"""The others are built with the slow tests."""
NOT_AT_A_LINES_START = set("，。、！？：；”’）》」』…ーっゃゅょァィゥェォッャュョ々.,!?;:")
NOT_AT_A_LINES_END = set("“‘（《「『")


class Made:
    """The two books of one story, opened."""

    def __init__(self, folder: Path, name: str) -> None:
        manuscript = (CASES / f"{name}.md").read_text(encoding="utf-8")
        (folder / f"{name}.md").write_text(manuscript, encoding="utf-8")
        _, head, self.text = manuscript.split("---\n", 2)
        self.facts = dict(line.split(": ", 1) for line in head.strip().splitlines())
        settings = Settings(
            folder=folder, output=folder / "out", to=("epub", "pdf"), title=self.facts["title"], language=name
        )
        built = pipeline.build(settings, silent)
        self.problems = built.problems
        self.files = {path.suffix: path for path in built.books.values()}
        self.epub = zipfile.ZipFile(self.files[".epub"])
        self.pages = [
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(self.files[".pdf"].read_bytes())
        ]

    @property
    def printed(self) -> list[str]:
        """Return the lines of the story in the PDF, without heads and folios."""
        first = next(number for number, page in enumerate(self.pages) if _plain(self.first_words) in _plain(page))
        lines = "\n".join(self.pages[first:]).splitlines()
        return [line.strip() for line in lines if line.strip() and not line.strip().isdecimal()]

    @property
    def first_words(self) -> str:
        return self.text.strip()[:12]

    def document(self, words: str) -> str:
        """Return the EPUB's document that holds some words."""
        found = (self.epub.read(name).decode() for name in self.epub.namelist() if name.endswith(".xhtml"))
        return next(text for text in found if words in text and 'class="story' in text)


def _plain(text: str) -> str:
    """Return letters and figures alone, joined signs in one order: what account and checks compare."""
    kept = "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())
    return re.sub("[\u0622\u0623\u0625\u0627\u0644]{2,}", lambda run: "".join(sorted(run[0])), kept).casefold()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    missing = press.available()
    if missing:
        tools.missing(missing)
    there = {face.family for face in press.installed()}

    @cache
    def build(name: str) -> Made:
        if name in FACES and FACES[name] not in there:
            tools.missing(f"the font {FACES[name]} is not installed")
        return Made(tmp_path_factory.mktemp(name), name)

    return build


def test_the_languages_that_are_promised_have_their_story():
    assert set(LANGUAGES) >= PROMISED


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_wrong_with_its_books(made, name):
    assert [one for one in made(name).problems if one.severity > Severity.INFO and one.code != "title-guessed"] == []


@pytest.mark.parametrize("name", ALL)
def test_its_words_are_read_from_the_pdf_in_order(made, name):
    book = made(name)
    printed = _plain("".join(book.printed))
    for paragraph in filter(None, (line.strip("* ") for line in book.text.splitlines())):
        found = printed.find(_plain(paragraph))
        assert found >= 0, paragraph
        printed = printed[found:]


@pytest.mark.parametrize("name", ALL)
def test_its_words_stand_in_the_epub_in_order(made, name):
    book = made(name)
    story = html.unescape(re.sub("<[^>]*>", "", book.document("story-text")))
    assert letters(re.sub(r"^\*\*\*$|\*", "", book.text, flags=re.MULTILINE)) in letters(story)


@pytest.mark.parametrize("name", ALL)
def test_the_book_speaks_its_language(made, name):
    book = made(name)
    words = words_of(name)
    assert words.language == name or name in {"el"}, "labels of its own"
    assert f"<dc:language>{name}</dc:language>" in book.epub.read("EPUB/content.opf").decode()
    assert any(_plain(words.contents) in _plain(page) for page in book.pages)
    with pikepdf.open(book.files[".pdf"]) as pdf:
        assert str(pdf.Root.Lang) == name


@pytest.mark.parametrize("name", ALL)
def test_its_direction_is_its_languages(made, name):
    book = made(name)
    is_turned = writing_direction(name) == "rtl"
    assert ('page-progression-direction="rtl"' in book.epub.read("EPUB/content.opf").decode()) == is_turned
    assert ('dir="rtl"' in book.document("story-text")) == is_turned
    with pikepdf.open(book.files[".pdf"]) as pdf:
        assert (pdf.Root.ViewerPreferences.get("/Direction") == "/R2L") == is_turned


@pytest.mark.parametrize("name", ["zh-Hans", pytest.param("zh-Hant", marks=pytest.mark.slow), "ja"])
def test_no_line_begins_or_ends_with_a_mark_that_may_not(made, name):
    lines = made(name).printed
    assert len(lines) > 12
    assert [line for line in lines if line[0] in NOT_AT_A_LINES_START] == []
    assert [line for line in lines if line[-1] in NOT_AT_A_LINES_END] == []


@pytest.mark.parametrize("name", ["ar", "he"])
def test_full_lines_reach_both_margins(made, name):
    inner, outer = edges(made(name).files[".pdf"].read_bytes())
    full = [one for one, other in zip(inner, outer, strict=True) if other - one > 0.9 * (max(outer) - min(inner))]
    assert len(full) > 5
    assert max(full) - min(full) < 1


@pytest.mark.parametrize("name", ["ar", "he"])
def test_the_spine_of_a_book_that_turns_the_other_way_is_at_the_right(made, name):
    book = made(name)
    number = next(number for number, page in enumerate(book.pages) if _plain(book.first_words) in _plain(page))
    inner, outer = edges(book.files[".pdf"].read_bytes(), number)
    width = pypdfium2.PdfDocument(book.files[".pdf"].read_bytes())[number].get_width()
    assert book.pages[number].strip().endswith("1"), "the first page of the stories is a recto"
    assert min(inner) < width - max(outer), "a recto is a left page here, so its right margin is the inner one"


def edges(pdf: bytes, number: int = -1) -> tuple[list[float], list[float]]:
    """Return where each line of a page begins at the left and ends at the right, the page with most lines if none."""
    book = pypdfium2.PdfDocument(pdf)
    found = [_lines(page) for page in book]
    lines = found[number] if number >= 0 else max(found, key=len)
    return [min(left for left, _ in one) for one in lines], [max(right for _, right in one) for one in lines]


def _lines(page: pypdfium2.PdfPage) -> list[list[tuple[float, float]]]:
    text = page.get_textpage()
    lines: list[list[tuple[float, float]]] = []
    base = 0.0
    signs = (place for place in range(text.count_chars()) if text.get_text_range(place, 1).strip())
    boxes = (text.get_charbox(place, loose=True) for place in signs)
    for left, bottom, right, _ in sorted(boxes, key=lambda box: -box[1]):
        if not lines or base - bottom > 3:  # faces of one line differ a little in depth
            lines.append([])
            base = bottom
        lines[-1].append((left, right))
    return lines


@pytest.mark.parametrize(("name", "divided"), [("de", True), ("ru", True), ("fr", True), ("ja", False), ("ar", False)])
def test_words_are_divided_by_the_rules_of_its_language(made, name, divided):
    lines = "\n".join(made(name).pages)
    assert bool(re.search("[\u2010\xad\ufffe\x02]", lines)) == divided


def test_french_spaces_stay_before_high_marks(made):
    text = made("fr").document("story-text")
    assert re.search("[\u00a0\u202f]!", text)
    assert re.search("«[\u00a0\u202f]", text)
    assert not re.search(" [!?;:»]", re.sub("<[^>]*>", "", text))


@pytest.mark.parametrize("name", ["zh-Hans", "ja"])
def test_its_emphasis_is_not_slanted(made, name):
    with pikepdf.open(made(name).files[".pdf"]) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in page.get("/Resources").get("/Font", {}).values()}
    assert any("CJK" in one and "Bold" in one for one in names)
    assert not any("CJK" in one and re.search("Italic|Oblique", one) for one in names)


@pytest.mark.slow
@pytest.mark.parametrize("name", LANGUAGES)
def test_epubcheck_finds_nothing(made, name):
    found = tools.epubcheck(made(name).files[".epub"])
    assert [one for one in found if not one.startswith("USAGE CSS-028")] == []


def test_a_story_that_lost_a_word_would_be_seen(made):
    book = made("ru")
    assert _plain("почтальон постучал") in _plain("".join(book.printed))
    assert _plain("почтальон не постучал") not in _plain("".join(book.printed))
