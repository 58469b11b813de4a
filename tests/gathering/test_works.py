"""Files of one work become one story, in order, with everything that each of them holds; what is whole stays apart."""

from dataclasses import replace

import pytest

from fic2book import markup, reading
from fic2book.gathering import gather
from fic2book.gathering.numbers import numbered
from fic2book.model import Change, Kind, Note, NoteKind, Picture, Place, Series, Severity, StorySettings
from tests.gathering.tales import body, settings, story, tale

WORK = "https://archiveofourown.org/works/77"


def gathered(tmp_path, *stories, tables=()):
    return gather(stories, settings(tmp_path, *tables))


def headings(whole):
    return [markup.text_of(block) for block in markup.parse(whole.body).iter("h2")]


@pytest.mark.parametrize(
    ("title", "work", "number", "heading"),
    [
        ("The Grey Quay ch 2", "The Grey Quay", 2, "Chapter 2"),
        ("The Grey Quay - Chapter Two: Salt", "The Grey Quay", 2, "Chapter Two: Salt"),
        ("The Grey Quay, Part III", "The Grey Quay", 3, "Part III"),
        ("The Grey Quay (pt. 4)", "The Grey Quay", 4, "Pt. 4"),
        ("grey_quay_chapter_10", "grey quay", 10, "Chapter 10"),
        ("Das graue Ufer Kapitel 3", "Das graue Ufer", 3, "Kapitel 3"),
        ("Chapter 5/9", "", 5, "Chapter 5/9"),
    ],
)
def test_a_chapters_number_is_read_off_a_title(title, work, number, heading):
    found = numbered(title)
    assert (found.work, found.number, found.heading) == (work, number, heading)


@pytest.mark.parametrize(
    "title",
    ["The Grey Quay", "Seven Bells", "Apart", "Chapter and Verse", "The Third Part", "Part of the Tide", "1984",
     "Search", "Chapter mix", "A Part I Never Played"],
)  # fmt: skip
def test_a_title_without_a_chapter_has_no_number(title):
    assert numbered(title) is None


def test_files_named_by_chapter_become_one_story_in_order(tmp_path):
    parts = [story(f"The Grey Quay ch {number}", tale(number)) for number in (10, 9, 8)]
    found = gathered(tmp_path, *parts)
    (whole,) = found.stories
    assert whole.title == "The Grey Quay"
    assert headings(whole) == list(whole.chapters) == ["Chapter 8", "Chapter 9", "Chapter 10"]
    assert markup.plain(whole.body).index(tale(8)[0]) < markup.plain(whole.body).index(tale(10)[0])
    assert [(problem.code, problem.severity) for problem in found.problems] == [("gathered", Severity.INFO)]
    assert whole.file == "The Grey Quay ch 8.txt"


def test_a_heading_that_the_text_has_is_kept(tmp_path):
    one = story("Quay ch 1", '<h2 class="chapter">The Lamp</h2>' + body(*tale(1)), chapters=("The Lamp",))
    (whole,) = gathered(tmp_path, one, story("Quay ch 2", tale(2))).stories
    assert headings(whole) == ["The Lamp", "Chapter 2"]


def test_pages_of_one_work_on_a_site_are_joined_by_its_address(tmp_path):
    pages = [
        story("Grey", f'<h2 class="chapter">{name}</h2>{body(*tale(number))}', file=f"{file}.html", url=WORK,
              chapters=(name,), chapters_stated="2/2", authors=("Ada",), words_stated=900,
              ledger=(Change(rule="ao3", kind=Kind.REMOVED, line=3, before=f"Chapter {number}:"),))
        for number, name, file in ((2, "Part 1", "a"), (1, "Lamp", "b"))
    ]  # fmt: skip
    (whole,) = gathered(tmp_path, *pages).stories
    assert headings(whole) == ["Lamp", "Part 1"]
    assert (whole.url, whole.words_stated, whole.authors) == (WORK, 900, ("Ada",))


def test_a_first_chapter_without_a_number_is_the_first(tmp_path):
    (whole,) = gathered(tmp_path, story("Quay", tale(1)), story("Quay part 2", tale(2))).stories
    assert headings(whole) == ["1", "Part 2"]


def test_chapters_of_a_book_on_a_site_are_joined_by_the_books_name(tmp_path):
    found = gathered(
        tmp_path,
        *(story(f"Chapter {number} - {name}", tale(number), file=f"{number}.txt", collection="Quay Nights")
          for number, name in ((1, "Lamp"), (2, "Salt"))),
    )  # fmt: skip
    assert [whole.title for whole in found.stories] == ["Quay Nights"]
    assert headings(found.stories[0]) == ["Chapter 1 - Lamp", "Chapter 2 - Salt"]


def test_notes_keep_their_chapter_and_entries_their_file(tmp_path):
    note = Note(place=Place.AFTER, body="<p>Thanks!</p>", line=9)
    entry = Change(rule="tumblr", kind=Kind.REMOVED, line=9, before="#lamp")
    two = story("Quay ch 2", tale(2), notes=(note,), ledger=(entry,), summary="<p>Salt comes.</p>")
    (whole,) = gathered(tmp_path, story("Quay ch 1", tale(1), ledger=(entry,)), two).stories
    assert [(said.chapter, said.place, said.kind) for said in whole.notes] == [
        (2, Place.BEFORE, NoteKind.SUMMARY), (2, Place.AFTER, NoteKind.NOTE),
    ]  # fmt: skip
    assert [change.file for change in whole.ledger] == ["", "Quay ch 2.txt"]
    assert whole.summary == ""


def test_footnotes_count_on_and_pictures_keep_apart(tmp_path):
    text = (
        '<p>Salt.<a class="noteref" href="#fn-1" id="fnref-1">1</a> <img src="picture:a.png" alt="x"/></p>'
        '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> Grey.</p></aside>'
    )
    picture = Picture(name="a.png", data=b"x", media_type="image/png", width=1, height=1)
    parts = [story(f"Quay ch {n}", text.replace("Salt", tale(n)[0]), pictures=(picture,)) for n in (1, 2)]
    (whole,) = gathered(tmp_path, *parts).stories
    root = markup.parse(whole.body)
    assert [aside.get("id") for aside in root.iter("aside")] == ["fn-1", "fn-2"]
    assert [(link.get("href"), link.text) for link in root.iter("a") if link.get("class") == "noteref"] == [
        ("#fn-1", "1"), ("#fn-2", "2"),
    ]  # fmt: skip
    assert [image.get("src") for image in root.iter("img")] == ["picture:a.png", "picture:ch2-a.png"]
    assert [shown.name for shown in whole.pictures] == ["a.png", "ch2-a.png"]
    assert root[-1].tag == "aside"


def test_a_missing_chapter_is_told(tmp_path):
    found = gathered(tmp_path, *(story(f"Quay ch {number}", tale(number)) for number in (1, 2, 4)))
    assert len(found.stories) == 1
    assert found.problems[0].severity is Severity.WARNING
    assert "no file of chapter 3" in found.problems[0].message


def test_a_chapter_saved_twice_is_joined_once(tmp_path):
    twice = story("Quay ch 2", tale(2), file="Quay ch 2 (1).txt")
    found = gathered(tmp_path, story("Quay ch 1", tale(1)), story("Quay ch 2", tale(2)), twice)
    assert len(found.stories) == 1
    assert sorted(problem.code for problem in found.problems) == ["duplicate", "gathered"]


def test_a_work_of_chapters_and_its_whole_download_are_one(tmp_path):
    chapters = "".join(f'<h2 class="chapter">Chapter {n}</h2>{body(*tale(n))}' for n in (1, 2))
    download = story("Quay", chapters, file="quay.epub", chapters=("Chapter 1", "Chapter 2"), rating="G", tags=("a",))
    found = gathered(tmp_path, *(story(f"Quay ch {n}", tale(n)) for n in (1, 2)), download)
    assert [whole.file for whole in found.stories] == ["quay.epub"]


def test_a_person_who_names_the_first_file_names_the_work(tmp_path):
    one = replace(story("Quay ch 1", tale(1)), title="The Great Quay")
    one = replace(one, ledger=(Change(rule="text", kind=Kind.MOVED, line=1, before="Quay ch 1", after="title"),))
    table = StorySettings(file="Quay ch 1.txt", fields={"title": "The Great Quay"})
    (whole,) = gathered(tmp_path, one, story("Quay ch 2", tale(2)), tables=(table,)).stories
    assert whole.title == "The Great Quay"


def test_a_file_that_stands_alone_is_no_chapter(tmp_path):
    parts = [story(f"Quay ch {number}", tale(number)) for number in (1, 2)]
    found = gathered(tmp_path, *parts, tables=(StorySettings(file="Quay ch 2.txt", alone=True),))
    assert len(found.stories) == 2
    assert found.problems == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"title": "Quay ch 1", "authors": ("Ada",)}, {"title": "Quay ch 2", "authors": ("Ben",)}),
        ({"title": "Quay ch 1", "language": "en"}, {"title": "Quay ch 2", "language": "fr"}),
        ({"title": "Quay part 1", "chapters_stated": "1/1"}, {"title": "Quay part 2", "chapters_stated": "1/1"}),
        ({"title": "Quay part 1", "chapters": ("A", "B")}, {"title": "Quay part 2", "chapters": ("C", "D")}),
        ({"title": "Quay ch 1"}, {"title": "Mill ch 2"}),
        ({"title": "Quay ch 1"}, {"title": "Quay ch 9"}),
        ({"title": "Quay ch 2"}, {"title": "Quay ch 2", "file": "again.txt"}),
        ({"title": "Lamp", "file": "part 1.txt"}, {"title": "Salt", "file": "part 2.txt"}),
        ({"title": "Lamp", "file": "one-shots part 1.txt"}, {"title": "Salt", "file": "one-shots part 2.txt"}),
        ({"title": "Lamp", "url": WORK}, {"title": "Lamp", "url": WORK, "file": "b.txt"}),
        ({"title": "Chapter 1", "file": "a.txt"}, {"title": "Chapter 2", "file": "b.txt"}),
        ({"title": "The Grey Quay"}, {"title": "The Grey Quay 2"}),
    ],
    ids=["authors", "languages", "whole works", "chapters of their own", "titles", "far apart", "a number twice",
         "names of nothing", "one-shots", "an address alone", "no work named", "a sequel"],
)  # fmt: skip
def test_what_may_be_two_works_is_left_alone(tmp_path, first, second):
    stories = [story(one.pop("title"), tale(n), **one) for n, one in enumerate((dict(first), dict(second)))]
    assert gathered(tmp_path, *stories).stories == tuple(stories)


def test_parts_of_a_series_are_left_alone(tmp_path):
    parts = [story(f"Quay part {n}", tale(n), series=(Series(name="Quays", number=str(n)),)) for n in (1, 2)]
    assert len(gathered(tmp_path, *parts).stories) == 2


def test_two_stories_of_one_file_are_never_chapters(tmp_path):
    parts = [story(f"Quay ch {n}", tale(n), file="all.txt", part=n) for n in (1, 2)]
    assert len(gathered(tmp_path, *parts).stories) == 2


def test_text_files_of_a_folder_are_gathered_after_reading(tmp_path):
    for number in (1, 2):
        text = f"The Grey Quay - Chapter {number}\nby Ada Quay\n\n" + "\n\n".join(tale(number))
        (tmp_path / f"grey{number}.txt").write_text(text, encoding="utf-8")
    asked = settings(tmp_path)
    read = reading.read_folder(asked, reading.silent)
    (whole,) = gather(read.stories, asked).stories
    assert (whole.title, whole.authors, whole.chapters) == ("The Grey Quay", ("Ada Quay",), ("Chapter 1", "Chapter 2"))
