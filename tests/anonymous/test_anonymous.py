"""A manuscript without its words is read as the manuscript is: same origin, paragraphs, breaks and notes."""

import io
import re
import zipfile

import pytest
from PIL import Image

from fic2book import inspection, markup
from fic2book.anonymous import anonymised, known
from fic2book.anonymous.encodings import decoded
from fic2book.anonymous.letters import replaced
from fic2book.reading import read_manuscript
from tests.tools import ROOT

MANUSCRIPTS = sorted(
    place
    for place in (ROOT / "manuscripts").iterdir()
    if place.suffix not in {".toml", ".svg"} and place.name != "foreword.md"
)
SHAPE = ("origin", "paragraphs", "scene_breaks", "pauses", "part")
WORD = re.compile(r"[^\W\d_]{4,}")
PAGE = """<html><head><title>The Glass Orchard - June Harrow</title><script>var june = "Harrow";</script></head><body>
<h1 id="top" class="work title">The Glass Orchard</h1><p>by <a href="https://example.org/juneharrow">June Harrow</a></p>
<p title="Linden&#8217;s secret">The apples rang when the wind came through&nbsp;the valley, &amp; Linden heard it.</p>
<p>&#8220;You hear that?&#8221; asked <em>Ash</em>, tomorrow&rsquo;s gardener.</p><hr>
<!-- remember Margaret -->
<img src="data:image/png;base64,iVBORw0KGgo=" alt="Linden asleep"><p>They picked until the light went.</p>
<a class="__cf_email__" data-cfemail="55363430363d30">[email&#160;protected]</a></body></html>"""


def words(story):
    return set(map(str.lower, WORD.findall(markup.plain(story.body))))


@pytest.mark.parametrize("place", MANUSCRIPTS, ids=lambda place: place.name)
def test_no_word_of_the_prose_is_left_and_the_reading_is_the_same(place, tmp_path):
    name, data = anonymised(place)
    (tmp_path / name).write_bytes(data)
    before, _ = read_manuscript(place.parent, place.name)
    after, problems = read_manuscript(tmp_path, name)
    assert not problems
    assert len(before) == len(after)
    for story, other in zip(before, after, strict=True):
        facts, others = inspection.manuscript(story), inspection.manuscript(other)
        assert {key: facts[key] for key in SHAPE} == {key: others[key] for key in SHAPE}
        assert [note.place for note in story.notes] == [note.place for note in other.notes]
        assert len(story.chapters) == len(other.chapters)
        left = words(story) & words(other)
        assert len(left) * 100 <= len(words(story)), left  # a word or two that other letters make by chance
        assert not {name.lower() for name in story.authors} & set(data.decode("utf-8", "replace").lower().split())


def test_the_same_file_gives_the_same_bytes():
    place = MANUSCRIPTS[0]
    assert anonymised(place) == anonymised(place)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "The Lamp\r\n\r\n\tIt burned — “all” night.\r\n"),
        ("utf-16", "The Lamp\n\nIt burned all night.\n"),
        ("cp1252", "The Lamp\r\rIt burned – “all” night, café.\r"),
        ("utf-8-sig", "The Lamp\n\nIt burned all night.\n"),
        ("koi8-r", "Лампа\n\nОна горела всю ночь, и никто не спал.\nНикто не сказал ни слова до утра.\n"),
        (
            "cp932",
            "雨\n\n　彼女は台所の椅子に座って、窓の外を見ていた。"
            "雨はまだ降っている。\n「今日は帰らないの？」とケンが聞いた。\n",
        ),
    ],
)
def test_the_encoding_the_line_ends_and_the_marks_stay(tmp_path, encoding, text):
    place = tmp_path / "lamp.txt"
    place.write_bytes(text.encode(encoding))
    _, data = anonymised(place)
    other = data.decode(decoded(place.read_bytes())[1]).removeprefix("\ufeff")
    assert len(other) == len(text)
    assert re.sub(r"[^\W\d_]", "", other) == re.sub(r"[^\W\d_]", "", text)
    assert not set(WORD.findall(text)) & set(WORD.findall(other))


def test_a_page_keeps_its_tags_and_loses_every_word_of_texts_and_attributes(tmp_path):
    place = tmp_path / "orchard.html"
    place.write_text(PAGE, encoding="utf-8")
    _, data = anonymised(place)
    other = data.decode()
    for word in ("Orchard", "Harrow", "harrow", "Linden", "apples", "gardener", "Margaret", "55363430363d30", "iVBOR"):
        assert word not in other
    for kept in (
        '<h1 id="top" class="work title">',
        "&#8220;",
        "&nbsp;",
        "&rsquo;",
        "<hr>",
        "https://",
        "<em>",
        "by <a",
    ):
        assert kept in other
    assert re.sub(r"<[^>]*>|[^<>]", "", other) == re.sub(r"<[^>]*>|[^<>]", "", PAGE)
    assert re.findall(r"</?(\w+)", other) == re.findall(r"</?(\w+)", PAGE)


def test_an_epub_keeps_its_order_and_gets_tiny_pictures(tmp_path):
    place = tmp_path / "orchard.epub"
    picture = io.BytesIO()
    Image.new("RGB", (60, 40)).save(picture, "JPEG")
    with zipfile.ZipFile(place, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        book.writestr(
            "OEBPS/content.opf",
            "<package><metadata><title>The Glass Orchard</title></metadata><manifest>"
            '<item id="one" href="Glass_Orchard_split_000.xhtml" media-type="application/xhtml+xml"/>'
            '</manifest><spine><itemref idref="one"/></spine></package>',
        )
        book.writestr(
            "OEBPS/Glass_Orchard_split_000.xhtml",
            "<html><body><p>The apples rang when the wind came through.</p><p>Nobody slept.</p></body></html>",
        )
        book.writestr("OEBPS/linden.jpg", picture.getvalue())
    name, data = anonymised(place)
    (tmp_path / name).write_bytes(data)
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        names = made.namelist()
        everything = " ".join([*names, *(made.read(one).decode("utf-8", "replace") for one in names)])
        assert len(made.read(names[-1])) < 100
    assert names[0] == "mimetype"
    assert names[3].endswith("_split_000.xhtml")
    assert not [word for word in ("Orchard", "Glass", "Linden", "linden", "apples", "Nobody") if word in everything]
    (story,), _ = read_manuscript(tmp_path, name)
    assert inspection.manuscript(story)["paragraphs"] == 2


def test_the_words_that_stay_are_those_that_the_program_looks_for():
    assert {"chapter", "summary", "kudos", "disclaimer", "fandom", "archive", "warnings", "vote"} <= known.words()
    assert not {"orchard", "lamp", "linden", "harrow"} & known.words()


def test_a_word_is_the_same_other_word_wherever_it_stands_and_numbers_that_name_something_change():
    once = replaced("Linden saw Linden, LINDEN and linden in 2019, work 40117555", keep=False)
    first, _, second, third = re.findall(r"[A-Za-z]+", once)[:4]
    assert (first, third) == (second, first.upper())
    assert "2019" in once
    assert "40117555" not in once


def test_a_file_that_cannot_be_read_is_anonymised_all_the_same(tmp_path):
    place = tmp_path / "broken.epub"
    place.write_bytes(b"PK\x03\x04 nothing of a book")
    with pytest.raises(Exception, match="damaged"):
        anonymised(place)
    (tmp_path / "empty.txt").write_bytes(b"")
    assert anonymised(tmp_path / "empty.txt") == ("empty.anonymous.txt", b"")
