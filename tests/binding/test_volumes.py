"""One book as several volumes: nothing is lost between them, each is whole, and each says which it is."""

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from fic2book import binding, cover, themes
from fic2book.bindery import printers
from fic2book.binding import Typesetting, printing, volumes
from fic2book.dressing import dressed
from fic2book.errors import SettingsError
from fic2book.model import Edition, InteriorRules, Part, PrintSettings
from fic2book.reading import silent
from tests.bindery.printed_pdfs import HEIGHT, WIDTH, data
from tests.binding.orders import order, small
from tests.writers.pdf_books import HARBOUR, anthology, story
from tests.writers.pdf_books import book as plain_book

TITLES = ("one", "two", "three", "four", "five", "six")


def whole(**fields):
    stories = tuple(story(name, HARBOUR[0], authors=(f"Author of {name}",)) for name in TITLES)
    return anthology(*stories, **fields)


def typeset(content, pages, **wishes):
    """Return the order of a book that is typeset already: so many pages a story, ten before them and four behind."""
    made = order(content, to=("print",), page="5x8", printing=PrintSettings(**wishes))
    book = plain_book(content, page="5x8")
    pdf = pikepdf.new()
    for _ in range(10 + sum(pages) + 4):
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    names, place, lengths = [], 10, iter(pages)
    for section in book.sections:
        at = {"front": 0, "body": place, "back": 10 + sum(pages)}[section.matter]
        names += [String(section.id), Array([pdf.pages[at].obj, Name.Fit])]
        place += next(lengths) if section.story else 0
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(names))))
    rules = InteriorRules(
        printer="", width=WIDTH, height=HEIGHT, inner=0, outside=0, in_colour=False, last_page_blank=False
    )
    inside = printing.Interior(data=data(pdf), pages=len(pdf.pages), book=book, reading=b"", rules=rules, problems=())
    made.typesetting.once((printing.SUFFIX, made.volumes[0]), lambda: inside)
    return made


def shared(made):
    """Return the titles in each volume."""
    return [[one.id for one in volume.anthology.stories] for volume in volumes.split(made)[0]]


@pytest.mark.parametrize("wish", ["", "1"])
def test_without_a_wish_the_book_stays_one(wish):
    made = order(whole(), to=("print",), printing=PrintSettings(volumes=wish))
    assert volumes.split(made) == (made.volumes, ())


def test_volumes_are_as_even_as_the_pages_that_were_counted():
    assert shared(typeset(whole(), (50, 10, 10, 10, 10, 10), volumes="2")) == [["one"], list(TITLES[1:])]
    assert shared(typeset(whole(), (10,) * 6, volumes="3")) == [["one", "two"], ["three", "four"], ["five", "six"]]


def test_a_parts_title_page_is_counted_with_its_first_story():
    content = whole(parts=(Part(title="Winter", stories=("three", "four", "five", "six")),))
    assert shared(typeset(content, (30, 30, 30, 10, 10, 10), volumes="2")) == [["one", "two"], list(TITLES[2:])]


@pytest.mark.parametrize(
    ("pages", "wishes", "counts"),
    [
        ((100,) * 6, {"printer": "kdp"}, [6]),  # 614 pages fit
        ((200,) * 6, {"printer": "kdp"}, [3, 3]),  # of 828 pages 14 are no stories'
        ((407,) * 6, {"printer": "kdp"}, [2, 2, 2]),
        ((408,) * 6, {"printer": "kdp"}, [1] * 6),  # two of them and 14 more are 830
        ((200,) * 6, {"printer": "home"}, [6]),  # at home there is no limit
    ],
)
def test_auto_makes_as_few_as_the_printer_can_bind(pages, wishes, counts):
    assert [len(one) for one in shared(typeset(whole(), pages, volumes="auto", **wishes))] == counts


def test_what_is_folded_by_hand_has_no_printers_limit():
    made = typeset(whole(), (500,) * 6, volumes="auto", printer="kdp")
    by_hand = replace(made, dress=replace(made.dress, settings=replace(made.dress.settings, to=("booklet",))))
    assert [len(one) for one in shared(by_hand)] == [6]


@pytest.mark.parametrize(
    ("wishes", "pages", "said"),
    [
        ({"volumes": "7"}, (10,) * 6, "7 volumes need at least as many stories, and the book has 6. Ask for fewer"),
        ({"volumes": "auto", "printer": "kdp"}, (10, 900, 10, 10, 10, 10), "“Two” alone has 900 pages"),
    ],
)
def test_what_cannot_be_parted_is_one_sentence_with_the_way_out(wishes, pages, said):
    with pytest.raises(SettingsError) as error:
        volumes.split(typeset(whole(), pages, **wishes))
    assert said in str(error.value)


def test_the_build_says_what_is_in_each_volume():
    _, (told,) = volumes.split(typeset(whole(), (10,) * 6, volumes="2"))
    assert told.message == (
        "the book is parted into 2 volumes: 1. “One” to “Three” (about 30 pages); 2. “Four” to “Six” (about 30 pages)."
    )


def parts_of(content, *counts):
    shares, first = [], 0
    for count in counts:
        shares.append(content.stories[first : first + count])
        first += count
    return [volumes.volume(content, number, shares) for number in range(1, len(shares) + 1)]


def test_each_volume_is_a_whole_book_of_its_stories():
    content = whole(dedication="For you", foreword="<p>Before</p>", afterword="<p>After</p>", about="<p>They</p>")
    first, second, third = parts_of(content, 1, 3, 2)
    assert (*first.stories, *second.stories, *third.stories) == content.stories
    assert second.authors == ("Author of two", "Author of three", "Author of four")
    assert [one.dedication for one in (first, second, third)] == ["For you", "", ""]
    assert [one.foreword for one in (first, second, third)] == ["<p>Before</p>", "", ""]
    assert [one.afterword for one in (first, second, third)] == ["", "", "<p>After</p>"]
    assert {one.about for one in (first, second, third)} == {"<p>They</p>"}
    assert [one.volume for one in (first, second, third)] == ["Volume I", "Volume II", "Volume III"]


def test_volumes_have_identifiers_of_their_own_that_stay():
    made = [one.identifier for one in parts_of(whole(), 3, 3)]
    assert len({*made, whole().identifier}) == 3
    assert made == [one.identifier for one in parts_of(whole(), 3, 3)]
    assert made != [one.identifier for one in parts_of(whole(), 2, 2, 2)][:2]


def test_a_part_that_is_parted_has_its_title_in_both_volumes():
    content = whole(parts=(Part(title="Winter", stories=("two", "three", "four")), Part(title="May", stories=("six",))))
    first, second = parts_of(content, 3, 3)
    assert first.parts == (Part(title="Winter", stories=("two", "three")),)
    assert second.parts == (Part(title="Winter", stories=("four",)), Part(title="May", stories=("six",)))


def test_a_volume_marks_its_own_new_stories_alone():
    content = whole(edition=Edition(new=frozenset({"one", "six"}), updated=frozenset({"two"})))
    first, second = parts_of(content, 3, 3)
    assert (first.edition.new, first.edition.updated) == ({"one"}, {"two"})
    assert (second.edition.new, second.edition.updated) == ({"six"}, frozenset())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Volume III"), ("de", "Band III"), ("fr", "Tome III"), ("ru", "Том III"), ("ja", "第3巻"),
        ("zh-Hans", "第3卷"), ("he", "כרך 3"), ("ar", "المجلد 3"), ("tlh", "Volume III"),
    ],
)  # fmt: skip
def test_a_volume_says_which_it_is_in_the_books_language(language, said):
    assert parts_of(whole(language=language), 2, 2, 2)[2].volume == said


def test_half_title_title_page_and_cover_say_which_volume_it_is():
    second = parts_of(whole(series="Quay Papers", series_number="2"), 3, 3)[1]
    made = order(second, to=("print",))
    book = dressed(second, made.dress, themes.design(made.dress.theme), is_printed=False)
    bodies = {section.kind: section.body for section in book.sections}
    for kind in ("half-title", "title-page"):
        assert '<p class="book-volume">Volume II</p>' in bodies[kind]
    assert cover.names.series(second) == "Quay Papers, 2 · Volume II"
    assert cover.names.series(replace(second, series="")) == "Volume II"
    assert book.cover.data != dressed(whole(), made.dress, themes.design(made.dress.theme), is_printed=False).cover.data


def test_volumes_are_made_and_each_proves_itself():
    settings = {"to": ("print",), "page": "a6", "printing": PrintSettings(volumes="2")}
    dress = order(small(), **settings).dress
    made, missing = binding.made(small(dedication="For you"), dress, Typesetting(), silent)
    assert missing == ()
    assert sorted(made.files) == ["-volume-1-print.pdf", "-volume-2-print.pdf"]
    assert [problem.code for problem in made.problems] == ["volumes"]
    assert [problem for proof in made.proofs for problem in proof(made.files)] == []
    turned = dict(zip(made.files, reversed(made.files.values()), strict=True))
    assert {problem.code for proof in made.proofs for problem in proof(turned)} >= {"page-lost", "text-lost"}


def test_a_wish_for_volumes_that_cannot_be_makes_nothing_and_says_why():
    dress = order(small(), to=("print",), page="a6", printing=PrintSettings(volumes="9")).dress
    made, (missing,) = binding.made(small(), dress, Typesetting(), silent)
    assert made.files == {}
    assert "9 volumes need at least as many stories" in str(missing)


def test_no_page_of_a_printer_is_forgotten_in_the_reckoning():
    made = typeset(whole(), (200,) * 6, volumes="auto", printer="kdp")
    kdp = printers.printer("kdp")
    limit = printers.limits(kdp, printers.paper(kdp), printers.Trim(WIDTH, HEIGHT)).most
    assert all(200 * len(one) + 14 <= limit for one in shared(made))
