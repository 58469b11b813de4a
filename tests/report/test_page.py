"""report.html: complete, readable without a script or a network, and the same for the same book."""

import json
import re
import tomllib
from html.parser import HTMLParser

import pytest

from fic2book import report
from fic2book.model import Change, Kind, Sure
from tests.report.books import built, folder_of, of_stories, quotes, story_with
from tests.tools import NODE_TOOLS, ROOT, run, tool

VOID = {"meta", "br", "hr", "img", "link"}


class Outline(HTMLParser):
    """Collects what a page is made of, and sees that its tags close."""

    def __init__(self, page):
        super().__init__()
        self.open, self.headings, self.ids, self.targets, self.tags, self.scopes = [], [], [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.tags.append((tag, said))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in said:
            self.ids.append(said["id"])
        if tag == "a":
            self.targets.append(said["href"])
        if tag == "th":
            self.scopes.append(said.get("scope"))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    place = tmp_path_factory.mktemp("report")
    return built(folder_of(place / "Orchard"), place / "made")


@pytest.fixture(scope="module")
def page(book):
    return report.page(book)


def test_its_tags_close_its_headings_step_down_one_by_one_and_its_links_lead_somewhere(page):
    outline = Outline(page)
    assert outline.open == []
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(below <= above + 1 for above, below in steps)
    assert len(outline.ids) == len(set(outline.ids))
    assert {target.removeprefix("#") for target in outline.targets} <= set(outline.ids)


def test_nothing_is_fetched_and_nothing_runs(page):
    outline = Outline(page)
    assert {tag for tag, _ in outline.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert not [said for _, said in outline.tags if {"src", "srcset", "style", "onclick"} & said.keys()]
    assert "url(" not in page
    assert "@import" not in page


def test_tables_have_captions_and_their_heads_have_scopes(page):
    outline = Outline(page)
    assert page.count("<table>") == page.count("<caption>") > 0
    assert set(outline.scopes) == {"col", "row"}


def test_the_same_book_has_the_same_report_and_it_knows_no_place_and_no_time(page, tmp_path):
    again = built(folder_of(tmp_path / "Orchard"), tmp_path / "other")
    assert report.page(again) == page
    assert str(tmp_path) not in page


def test_it_tells_what_was_removed_moved_rewritten_and_flagged_with_rows_and_words(page):
    for words in ("30 2 0", "The Glass &lt;Orchard&gt;", "by June Harrow", "Orchard Tales", "Discover now"):
        assert words in page
    assert re.search(r"Line 7</b>", page)
    assert "opening_note = &#34;story&#34; keeps it in the story" in page
    assert "became: <b>authors</b>" in page
    assert "“You hear that?”" in page


def test_what_to_look_at_stands_before_everything_else(page):
    assert 0 < page.index('id="look"') < page.index('id="files"') < page.index('id="stories"')


def test_files_that_are_not_in_the_book_stand_there_with_their_reasons(page):
    assert "letter.pages" in page
    assert "this kind of file is not read" in page
    assert "README.txt" in page
    assert "not a story by its name" in page


def test_every_block_to_paste_is_a_table_of_its_file(page):
    blocks = re.findall(r"<pre tabindex=\"0\"><code>(.*?)</code></pre>", page, re.DOTALL)
    tables = [tomllib.loads(block.replace("&#34;", '"').replace("&#39;", "'")) for block in blocks]
    assert len(tables) > 6
    assert {table["story"][0]["file"] for table in tables} == {"orchard.txt", "cider.md"}
    assert all(len(table["story"][0]) == 2 for table in tables)


def test_words_of_a_story_are_in_its_language_and_never_markup(page):
    assert '<th scope="row"><a href="#le-cidre" lang="fr" dir="auto">Le cidre</a></th>' in page
    assert "<Orchard>" not in page
    assert "<b>apple</b>" not in page


def test_a_thousand_rewritten_places_are_counted_and_not_listed():
    page = report.page(of_stories((story_with(quotes(1_234)),)))
    assert '<summary>quotes <span class="count">1,234</span></summary>' in page
    assert "… and 1,194 more" in page
    assert page.count("“Row ") == 40


def test_doubts_of_one_reason_stand_together():
    why = "A longer gap than elsewhere: it may be a scene break."
    ledger = tuple(
        Change(rule="blank_runs", kind=Kind.FLAGGED, line=line, before=f"Words {line} " * 40, after=why)
        for line in (7, 19, 33)
    )
    page = report.page(of_stories((story_with(ledger),)))
    assert '<b class="rows">3 places</b>' in page
    assert "breaks = [7, 19, 33]" in page
    assert page.count(why) == 2


def test_neighbouring_rows_that_went_the_same_way_have_one_block_and_no_row_between_them_is_in_it():
    ledger = tuple(
        Change(rule="ao3", kind=Kind.REMOVED, line=line, before=f"Menu {line}") for line in (1, 3, 4, 5, 7, 40)
    )
    page = report.page(of_stories((story_with(ledger),)))
    assert "text = &#34;1, 3-5, 7&#34;" in page
    assert "text = &#34;40&#34;" in page


def test_a_name_from_a_word_file_s_properties_is_in_no_report():
    doubts = tuple(
        Change(rule="properties", kind=Kind.FLAGGED, line=0, before=name, after="Not printed.", sure=Sure.GUESSED)
        for name in ("Margaret Real-Name", "Peter Otherman")
    )
    for ledger in (doubts[:1], doubts):
        page = report.page(of_stories((story_with(ledger),)))
        assert "Not printed." in page
        assert "Margaret" not in page
        assert "Peter" not in page


def test_the_report_lies_beside_the_books(tmp_path, monkeypatch, capsys):
    from fic2book.cli import main

    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path / "Orchard")
    with pytest.raises(SystemExit):
        main(["build", "Orchard", "-t", "epub"])
    said = capsys.readouterr()
    assert said.out == "book/orchard-tales.epub\n"
    assert "All of it, with the lines that undo it: book/report.html" in said.err
    assert {place.name for place in (tmp_path / "book").iterdir()} == {
        "orchard-tales.epub",
        "orchard-tales.fic2book.json",
        "report.html",
    }
    with pytest.raises(SystemExit):
        main(["build", "Orchard", "-t", "epub", "--json", "-q"])
    told = json.loads(capsys.readouterr().out)
    assert [story["file"] for story in told["manuscripts"]] == ["cider.md", "orchard.txt"]
    assert told["unreadable"][0]["file"] == "letter.pages"
    assert [entry["undo"] for entry in told["manuscripts"][1]["ledger"]][:2] == ['text = "1"', 'text = "3"']


@pytest.mark.slow
def test_three_hundred_stories_with_a_hundred_thousand_changes_stay_a_page():
    stories = tuple(story_with(quotes(334), number) for number in range(1, 301))
    page = report.page(of_stories(stories))
    assert len(page) < 3_000_000
    assert Outline(page).open == []


@pytest.mark.slow
def test_axe_finds_nothing_wide_or_narrow_light_or_dark(page, tmp_path):
    place = tmp_path / "report.html"
    place.write_text(page, encoding="utf-8")
    script = ROOT / "tests" / "report" / "axe.mjs"
    modules = str(NODE_TOOLS / "node_modules")
    done = run(tool("node"), script, place, CHROMIUM=tool("chromium"), MODULES=modules)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == []
