"""What a person says of lines and paragraphs, read whole: words come back to their place, with all they had."""

import pytest

from fic2book import config, markup, undoing
from fic2book.errors import ManuscriptError, SettingsError
from fic2book.model import Change, Choices, Document, Kind, Line, Story
from fic2book.reading import read_folder, silent
from fic2book.reading.manuscript import read_manuscript

PASTE = """30 2 0

The Glass Orchard

by June Harrow

The apples rang when the wind came through.

Keep reading

"You hear that?" asked Ash.

Nobody spoke.

Orchard TalesWhere stories live. Discover now
"""
POST = (
    "the glass orchard\n\npairing: Ash/Linden\nword count: 1.2k\ntaglist: @june\n\nThe apples rang.\n\nNobody spoke.\n"
)
PAGE = """<html><body><div id="preface"><p class="message"><b>The Glass Orchard</b><br>Posted originally on the
<a href="http://archiveofourown.org/">Archive of Our Own</a> at <a href="http://archiveofourown.org/works/1">w</a>.</p>
<div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a href="x">General Audiences</a></dd></dl>
<h1>The Glass Orchard</h1><div class="byline">by <a rel="author" href="y">June</a></div>
<p>Notes</p><blockquote class="userstuff"><p>For <em>Ash</em>, who asked.</p><p>And for Linden.</p></blockquote>
</div></div>
<div id="chapters" class="userstuff"><h2 class="toc-heading">The Glass Orchard</h2><div class="userstuff">
<p>The apples rang when the wind came through.</p><p>Nobody <i>spoke</i> of it.</p></div></div>
<div id="afterword">
<p class="message">Please <a href="z">drop by the Archive and comment</a> to let the creator know.</p></div>
</body></html>"""


@pytest.fixture
def read(tmp_path):
    def told(name, text, toml=""):
        (tmp_path / name).write_text(text, encoding="utf-8")
        said = f'[[story]]\nfile = "{name}"\n{toml}\n'
        (tmp_path / config.FILE_NAME).write_text(said, encoding="utf-8")
        (story,), problems = read_manuscript(tmp_path, name, config.load(tmp_path, {}).stories)
        assert not problems
        return story

    return told


def text(story):
    return [line for line in markup.plain(story.body).split("\n") if line.strip()]


def test_a_line_that_was_taken_out_stands_at_its_place_again(read):
    story = read("orchard.txt", PASTE, 'text = "1, 15"')
    assert text(story)[0] == "30 2 0"
    assert text(story)[-1] == "Orchard TalesWhere stories live. Discover now"
    assert story.collection == ""
    assert story.title == "The Glass Orchard"
    assert not [change for change in story.ledger if change.line in {1, 15} and change.kind is Kind.REMOVED]


def test_a_title_that_is_the_first_line_of_the_story_leaves_the_files_name_for_a_title(read):
    story = read("orchard.txt", PASTE, 'text = "3"')
    assert text(story)[0] == "The Glass Orchard"
    assert story.title == "orchard"
    assert story.authors == ("June Harrow",)


def test_blank_lines_around_a_line_that_came_back_keep_paragraphs_apart(read):
    story = read("orchard.txt", PASTE, 'text = "1-5"')
    assert text(story)[:4] == [
        "30 2 0",
        "The Glass Orchard",
        "by June Harrow",
        "The apples rang when the wind came through.",
    ]
    assert "pause" not in story.body


def test_a_label_s_value_goes_with_its_line_and_the_others_stay(read):
    story = read("orchard.txt", POST, 'text = "3"')
    assert story.relationships == ()
    assert story.words_stated == 1200
    assert "pairing: Ash/Linden" in text(story)[0]


def test_a_line_of_a_site_can_be_an_authors_note(read):
    story = read("orchard.txt", POST, 'note = "5"')
    assert [markup.plain(note.body) for note in story.notes] == ["taglist: @june"]
    assert "taglist" not in markup.plain(story.body)


def test_what_is_in_the_story_already_is_not_told_twice(read):
    story = read("orchard.txt", PASTE, 'text = "1-100"')
    assert markup.plain(story.body).count("The apples rang") == 1


def row_of(story, words):
    return next(change.line for change in story.ledger if words in change.before)


def test_a_paragraph_of_a_page_comes_back_with_its_emphasis(read):
    plain = read("orchard.html", PAGE)
    row = row_of(plain, "For Ash")
    story = read("orchard.html", PAGE, f'text = "{row}"')
    assert "<p>For <em>Ash</em>, who asked.</p>" in story.body
    assert text(story)[0] == "For Ash, who asked."
    assert [markup.plain(note.body).strip() for note in story.notes] == ["And for Linden."]


def test_a_note_of_which_all_paragraphs_are_story_is_no_note(read):
    plain = read("orchard.html", PAGE)
    row = row_of(plain, "For Ash")
    story = read("orchard.html", PAGE, f'text = "{row}-{row + 1}"')
    assert story.notes == ()
    assert text(story)[:2] == ["For Ash, who asked.", "And for Linden."]


def test_a_site_s_words_behind_the_story_come_back_behind_it(read):
    plain = read("orchard.html", PAGE)
    story = read("orchard.html", PAGE, f'text = "{row_of(plain, "drop by the Archive")}"')
    assert text(story)[-1].startswith("Please drop by the Archive")
    assert 'href="z"' not in story.body or "<a" in story.body


def test_front_matter_can_be_story_and_a_series_takes_its_number_along(read):
    front = "---\ntitle: Cider\nseries: Tales\npart: 2\n---\n\nThe press stood still.\n"
    story = read("cider.md", front, 'text = "3"')
    assert story.series == ()
    assert text(story)[:2] == ["series: Tales", "part: 2"]


def test_a_wrong_rule_names_the_nearest(tmp_path):
    (tmp_path / "orchard.txt").write_text(PASTE, encoding="utf-8")
    toml = '[[story]]\nfile = "orchard.txt"\noff = ["quote"]\n'
    (tmp_path / config.FILE_NAME).write_text(toml, encoding="utf-8")
    with pytest.raises(
        SettingsError, match=r"line 1: off names a rule that there is not: quote\. Did you mean quotes\?"
    ):
        read_folder(config.load(tmp_path, {}), silent)


def test_an_empty_value_takes_away_what_the_file_says(read):
    assert read("orchard.txt", PASTE, "authors = []").authors == ()


def test_chapters_get_the_titles_that_a_person_gives(read):
    chapters = "# Cider\n\n## Chapter 1\n\nThe press stood still.\n\n## Chapter 2\n\nIt began again.\n"
    story = read("cider.md", chapters, 'chapters = ["Still", "Ash\'s turn"]')
    assert story.chapters == ("Still", "Ash’s turn")
    assert ">Ash’s turn</h2>" in story.body
    with pytest.raises(ManuscriptError, match="gives 1 titles, and the story has 2 chapters"):
        read("cider.md", chapters, 'chapters = ["Still"]')


def test_a_settled_doubt_is_told_no_more(read):
    doubts = [
        change.after for change in read("press.txt", "The press groaned, and so did they.\n\nNobody spoke.\n").ledger
    ]
    assert any("No title was found" in doubt for doubt in doubts)
    settled = read("press.txt", "The press groaned, and so did they.\n\nNobody spoke.\n", 'title = "Press"')
    assert not [change for change in settled.ledger if "No title" in change.after]


def test_thousands_of_lines_come_back():
    texts = [f"1\\. The {number}th apple" if number % 2 else "" for number in range(1, 6_001)]
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, 1))
    document = Document(file="apples.txt", format="text", lines=lines)
    body = "".join(markup.paragraph(line.text.replace("\\", ""), line.number) for line in lines)
    ledger = tuple(
        Change(rule="fanficfare", kind=Kind.REWRITTEN, line=line.number, before=line.text, after="…")
        for line in lines
        if line.text
    )
    story = Story(file="apples.txt", origin="fanficfare", title="Apples", body=body, ledger=ledger)
    back = undoing.brought_back(document, story, Choices(text=((1, 6_000),)))
    assert back.ledger == ()
    assert [line for line in markup.plain(back.body).split("\n") if line] == [text for text in texts if text]
