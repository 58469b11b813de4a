"""What people's files really hold: nothing of it ends in a traceback, and no word is lost."""

import subprocess
import sys
from dataclasses import replace

import pytest

from fic2book import checks, letters
from fic2book.model import Severity
from tests import tools
from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR

FIRST = f"<p>{HARBOUR[0]}</p>"
BUILD = """
import hashlib, sys
from fic2book.writers import pdf
from tests.writers import pdf_books
print(hashlib.sha256(pdf.write(pdf_books.book(pdf_books.many_parts())).files[".pdf"]).hexdigest())
"""

CASES = {
    "empty": ("", ""),
    "only-a-break": ('<hr class="scene"/>', ""),
    "breaks-in-a-row": ('<hr class="scene"/>' * 60 + FIRST, "halcyon"),
    "blockquotes-in-blockquotes": (FIRST + "<blockquote>" * 95 + "<p>deepest</p>" + "</blockquote>" * 95, "deepest"),
    "lists-in-lists": (FIRST + "<ul><li>" * 45 + "deepest" + "</li></ul>" * 45, "deepest"),
    "emphasis-in-emphasis": (f"{FIRST}<p>{'<em>' * 95}deepest{'</em>' * 95}</p>", "deepest"),
    "one-word-of-20000-letters": (f"{FIRST}<p>{'x' * 20000}end</p>", "xxxend"),
    "an-address-without-end": (f"{FIRST}<p>https://example.org/{'a/' * 900}end</p>", "aaaend"),
    "a-scream-in-a-table": (f"<table><tr><td>{'A' * 400}</td><td>{'B' * 400}end</td></tr></table>", "bbbend"),
    "a-cell-longer-than-a-page": (f"<table><tr><td>{'tall ' * 900}end</td></tr></table>", "tallend"),
    "twenty-columns": ("<table><tr>" + "<td>column</td>" * 19 + "<td>end</td></tr></table>", "columnend"),
    "preformatted": (f"<pre>{'code ' * 400}\n{'y' * 400}end</pre>", "yyyend"),
    "a-poem-of-500-lines": (f'<p class="verse">{"a line<br/>" * 500}end</p>', "alineend"),
    "a-long-paragraph": (f"<p>{'All in one breath and on. ' * 1500}end</p>", "onend"),
    "right-to-left": ("<p>שלום עולם</p><p>end</p>", "end"),
    "chapters-without-words": ('<h2 class="chapter">One</h2><h2 class="chapter">Two</h2><p>end</p>', "end"),
}


@pytest.mark.parametrize(("body", "last"), CASES.values(), ids=CASES)
def test_it_is_printed_to_its_last_word(body, last):
    story = pdf_books.story("hard", body)
    if not body.startswith("<") and body == "":
        story = pdf_books.story("hard")
    book = pdf_books.printed(pdf_books.anthology(story))
    text = letters.letters("".join(book.texts[page] for page in book.pages_of("hard")))
    assert last in text
    assert not {problem.code for problem in book.problems} - {"glyph-missing"}


def test_nothing_runs_off_the_page():
    body = CASES["a-scream-in-a-table"][0] + CASES["twenty-columns"][0] + CASES["lists-in-lists"][0]
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("hard", body)))
    assert max(right for page in book.pages_of("hard") for right in book.rights(page)) <= 396 - 43.2 + 1


def test_the_same_book_is_the_same_bytes_in_another_zone_and_with_another_hash_seed():
    sums = {
        tools.run(sys.executable, "-c", BUILD, TZ=zone, PYTHONHASHSEED=seed, PYTHONPATH=str(tools.ROOT)).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    }
    assert len(sums) == 1
    assert len(sums.pop().strip()) == 64


@pytest.mark.slow
def test_a_story_of_40000_words_is_printed():
    count = 40_000 // sum(letters.words(text) for text in HARBOUR)
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("long", *HARBOUR * count, "The end of it.")))
    assert "The end of it." in book.texts[book.pages_of("long")[-1]]
    assert len(book.pages_of("long")) > 90


@pytest.mark.slow
def test_outloud_finds_no_error(tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(pdf_books.printed(pdf_books.many_parts()).data)
    done = tools.run(tools.tool("outloud"), "--json", "-", "--fail-on", "error", file)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_lint_finds_nothing_that_pdf_ua_forbids(tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(pdf_books.printed(pdf_books.many_parts()).data)
    lint = tools.shared("tools", "pdf_lint.py")
    said = subprocess.run([sys.executable, lint, file], capture_output=True, text=True, check=False).stdout
    found = said.partition("{")[2].rstrip("}\n").split(", ")
    only_for_archives = ("no pdfaid in XMP", "image /Interpolate true")
    assert [finding for finding in found if finding and not finding.strip("'").startswith(only_for_archives)] == []


def test_a_list_that_begins_at_98_is_printed_so():
    body = '<p>Count.</p><ol start="98"><li><p>green</p></li><li><p>bottles</p></li></ol>'
    content = pdf_books.anthology(replace(pdf_books.story("count", "Count."), body=body))
    assert "98." in "".join(pdf_books.printed(content).texts)


def nested(opening: str, closing: str) -> str:
    """Return markup as deep as readers let through."""
    return f"{FIRST}{opening * 32}<p>deepest</p>{closing * 32}"


DEEP = {
    "boxes": (nested("<div><blockquote>", "</blockquote></div>"), "deepest"),
    "lists": (nested("<ul><li>", "</li></ul>"), "deepest"),
    "lists-of-terms": (nested("<dl><dt>a</dt><dd>", "</dd></dl>"), "deepest"),
    "tables": (f"{FIRST}{'<table><tr><td>' * 21}deepest{'</td></tr></table>' * 21}", "deepest"),
    "inlines": (f"{FIRST}<p>{'<em><s>' * 32}deepest{'</s></em>' * 32}</p>", "deepest"),
    "a-cell-of-many-pages": (
        f"<table><tr><td>a</td><td><p>{'So they say. ' * 900}</p></td></tr><tr><td>b</td><td>deepest</td></tr></table>",
        "deepest",
    ),
    "a-table-with-a-head-on-many-pages": (
        "<table><thead><tr><th>Night</th><th>Masts in the harbour</th></tr></thead><tbody>"
        + "".join(f"<tr><td>{number}</td><td>as many as on night {number * 7}</td></tr>" for number in range(90))
        + "</tbody><tfoot><tr><td>all</td><td>counted</td></tr></tfoot></table><p>deepest</p>",
        "deepest",
    ),
    "a-table-of-many-rows": (
        f"<table>{'<tr><td>so</td><td>they say</td></tr>' * 400}</table><p>deepest</p>",
        "deepest",
    ),
    "a-chat-of-many-pages": (
        '<div class="chat">'
        + '<p class="message"><span class="sender">Al</span> hello there</p>' * 300
        + '<p class="message"><span class="sender">Bo</span> deepest</p></div>',
        "deepest",
    ),
    "a-message-of-many-pages": (
        f'<div class="chat"><p class="message"><span class="sender">Al</span> {"so they say " * 900}deepest</p></div>',
        "deepest",
    ),
    "a-note-of-many-pages": (
        f'{FIRST}<p>a<a class="noteref" href="#fn-1" id="fnref-1">1</a></p><aside class="footnote" id="fn-1"><p>'
        f"{' '.join(f'so they say {number}' for number in range(1200))} deepest</p></aside>",
        "deepest",
    ),
    "a-quotation-of-many-pages": (f"<blockquote><p>{'So they say. ' * 1500}deepest</p></blockquote>", "deepest"),
    "a-ruby": ("<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby> deepest</p>", "deepest"),
}


@pytest.mark.parametrize(("body", "last"), DEEP.values(), ids=DEEP)
def test_deep_and_long_blocks_are_printed_to_their_last_word(body, last):
    content = pdf_books.anthology(pdf_books.story("hard", body))
    book = pdf_books.printed(content)
    text = letters.letters("".join(book.texts[page] for page in book.pages_of("hard")))
    assert last in text
    lost = [one for one in checks.prove({".pdf": book.data}, content) if one.severity == Severity.ERROR]
    assert {one.code for one in lost} <= {"glyph-missing"}, lost


def test_a_reading_stands_in_brackets_behind_its_characters():
    book = pdf_books.printed(pdf_books.anthology(pdf_books.story("hard", "<p>A <ruby>k<rt>kay</rt></ruby> is.</p>")))
    assert "k(kay) is" in "".join(book.texts)
