"""Stories too long for one document: every letter stays, links still lead, the cut falls where a reader pauses."""

import pytest

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Part
from fic2book.writers.epub.splitting import LARGEST, split
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import XHTML, documents, entries, story_text, without_fonts

PARAGRAPH = (
    "<p>{0}: the tide went out as far as the second buoy, and the third, and nobody had ever seen the fourth.</p>"
)


def long_body(paragraphs: int, every: int = 25) -> str:
    blocks = [
        PARAGRAPH.format(number) + ('<hr class="scene"/>' if number % every == 0 else "")
        for number in range(paragraphs)
    ]
    return "".join(blocks)


def long_story(body: str) -> dict[str, bytes]:
    return entries(without_fonts(anthology(story("tide", body), story("tide-2", authors=("Ben",)))))


def test_a_long_story_keeps_every_letter_in_order():
    body = long_body(5000)
    book = without_fonts(anthology(story("tide", body), story("ebb")))
    names = [name for name in entries(book) if "/tide" in name]
    assert names == ["EPUB/text/tide.2.xhtml", "EPUB/text/tide.3.xhtml", "EPUB/text/tide.xhtml"]
    assert letters(story_text(book, "tide")) == letters(markup.plain(body))
    assert all(len(entries(book)[name]) < LARGEST for name in names)
    breaks = sum(len(root.findall(f".//{XHTML}hr")) for name, root in documents(book).items() if "/tide" in name)
    assert breaks == body.count("<hr")


def test_the_second_file_never_takes_another_storys_name():
    names = set(long_story(long_body(3500)))
    assert {"EPUB/text/tide.xhtml", "EPUB/text/tide.2.xhtml", "EPUB/text/tide-2.xhtml"} <= names


def test_a_story_of_ordinary_length_stays_in_one_file():
    assert "EPUB/text/tide.2.xhtml" not in long_story(long_body(300))


def test_links_across_the_cut_lead_to_the_other_file():
    note = '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> A note.</p></aside>'
    call = '<p>A word<a class="noteref" href="#fn-1" id="fnref-1">1</a>.</p>'
    found = long_story(call + long_body(3500) + note)
    assert b'href="tide.2.xhtml#tide-fn-1"' in found["EPUB/text/tide.xhtml"]
    assert b'href="tide.xhtml#tide-fnref-1"' in found["EPUB/text/tide.2.xhtml"]


def test_chapters_behind_the_cut_are_found_by_the_contents():
    chapters = "".join(f'<h2 class="chapter">C{number}</h2>{long_body(900)}' for number in range(1, 7))
    found = long_story(chapters)
    nav = found["EPUB/nav.xhtml"].decode()
    for number in range(1, 7):
        href = next(part for part in nav.split('"') if part.endswith(f"#tide-c{number}"))
        assert f'id="tide-c{number}"'.encode() in found[f"EPUB/{href.partition('#')[0]}"]


def test_ids_are_in_one_document_only():
    found = without_fonts(anthology(story("tide", long_body(5000)), story("ebb")))
    ids = [element.get("id") for root in documents(found).values() for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def parts(body: str, largest: int) -> list[markup.Element]:
    root = markup.parse(f'<section id="s" class="story"><div class="story-text" id="t">{body}</div></section>')[0]
    return list(split(root, largest))


def test_the_cut_falls_behind_a_scene_break_when_one_is_near():
    first, *_ = parts(long_body(40, every=7), 3000)
    assert first[-1][-1].tag == "hr"


def test_without_scene_breaks_the_cut_falls_between_paragraphs():
    roots = parts("".join(PARAGRAPH.format(number) for number in range(40)), 3000)
    assert len(roots) > 1
    assert all(child.tag == "p" for root in roots for child in root[0])


def test_a_paragraph_is_never_cut():
    roots = parts(f"<p>{'word ' * 2000}</p><p>End.</p>", 3000)
    assert [len(root[0]) for root in roots] == [1, 1]


@pytest.mark.parametrize("largest", [500, 1000, 3000, 100_000])
def test_whatever_the_size_nothing_is_lost(largest):
    body = long_body(60, every=7)
    told = "".join(letters(markup.text_of(root)) for root in parts(body, largest))
    assert told == letters(markup.plain(body))


def test_no_page_of_a_book_of_a_thousand_stories_is_too_large():
    stories = [
        story(
            f"a-rather-long-name-for-story-number-{number}",
            authors=(f"Author {number} of the Long Quay",),
            url=f"https://example.org/works/{number}",
            fandoms=("Quay Tales",),
            characters=(f"Mira {number // 2}",),
            warnings=("Heights",),
        )
        for number in range(1000)
    ]
    parts = (Part(title="All", stories=tuple(one.id for one in stories)),)
    found = {
        name: data
        for name, data in entries(without_fonts(anthology(*stories, parts=parts, indexes=("authors",)))).items()
        if "/text/" in name
    }
    assert {name: len(data) for name, data in found.items() if len(data) > LARGEST} == {}
    assert "EPUB/text/contents.2.xhtml" in found
    assert "EPUB/text/credits.2.xhtml" in found
    listed = b"".join(data for name, data in sorted(found.items()) if "/contents" in name)
    assert [listed.count(f'href="{one.id}.xhtml#{one.id}"'.encode()) for one in stories] == [1] * 1000


def test_a_block_that_is_a_whole_story_is_taken_apart_and_stays_what_it_is():
    long = f"<blockquote>{long_body(40)}</blockquote>"
    roots = parts(long, 3000)
    assert len(roots) > 1
    assert all(child.tag == "blockquote" for root in roots for child in root[0])
    assert "".join(letters(markup.text_of(root)) for root in roots) == letters(markup.plain(long))


def test_a_numbered_list_counts_on_in_the_next_document():
    items = "".join(f"<li>{number}{PARAGRAPH.format(number)[3:-4]}</li>" for number in range(5, 45))
    roots = parts(f'<ol start="5">{items}</ol>', 2000)
    assert len(roots) > 1
    counted = 5
    for root in roots:
        (numbered,) = root[0]
        assert numbered.get("start") == str(counted)
        assert markup.text_of(numbered[0]).startswith(str(counted))
        counted += len(numbered)
    assert counted == 45


def test_words_between_blocks_are_never_left_behind():
    loose = f"<div>Loose words {long_body(40)} and more</div>"
    assert "".join(letters(markup.text_of(root)) for root in parts(loose, 3000)) == letters(markup.plain(loose))
