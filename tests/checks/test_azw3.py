"""A finished AZW3 proved: what is lost, foreign or damaged in it is told. Its container is made by the test."""

import struct

import pytest

from fic2book import checks, markup
from fic2book.checks.azw3 import opened
from fic2book.checks.azw3.opened import _unpacked
from fic2book.checks.unreadable import UnreadableError
from tests.checks.library import anthology, written


def pages(content) -> str:
    """Return the stories as a Kindle's file holds them: skeletons, and what goes into them."""
    skeleton = "<html><head><title>Not shown</title></head><body></body></html>"
    return "".join(f"{skeleton}<h1>{story.title}</h1>{story.body}" for story in content.stories) + "p { margin: 0 }"


def bound(text: str, title: str = "Small Things: Three Stories", *, rest: bytes = b"", facts: bytes = b"") -> bytes:
    """Return an AZW3 of a text in one record, unpacked, with ``rest`` behind it and a table of ``facts`` in front."""
    data, name = text.encode(), title.encode()
    head = bytearray(280)
    struct.pack_into(">HHIHHH", head, 0, 1, 0, len(data), 1, 4096, 0)
    struct.pack_into(">I", head, 36, 8)
    struct.pack_into(">I", head, 20, len(head) - 16)
    struct.pack_into(">II", head, 84, len(head) + len(facts), len(name))
    struct.pack_into(">I", head, 128, 0x40 if facts else 0)
    struct.pack_into(">I", head, 240, 1 if rest else 0)
    records = [bytes(head) + facts + name, data + rest, b"\xe9\x8e\r\n"]
    start = 78 + 8 * len(records)
    starts = [start + sum(map(len, records[:number])) for number in range(len(records))]
    table = b"".join(struct.pack(">II", place, 2 * number) for number, place in enumerate(starts))
    front = b"a book".ljust(32, b"\0") + bytes(28) + b"BOOKMOBI" + bytes(8) + struct.pack(">H", len(records))
    return front + table + b"".join(records)


def codes(text: str) -> set[str]:
    return {problem.code for problem in checks.prove({".azw3": bound(text)}, anthology())}


def test_a_whole_book_has_no_problem():
    assert checks.prove({".azw3": bound(pages(anthology()))}, anthology()) == ()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("butler", "", "text-lost"),
        ("butler", "butler and his brother with the lantern", "text-foreign"),
        ("butler", "waiter", "text-changed"),
        ('<hr class="scene"', "<hr", "break-lost"),
        ("</p>", '</p><hr class="scene"/>', "break-foreign"),
    ],
)
def test_what_is_spoiled_is_told(before, after, code):
    whole = pages(anthology())
    assert before in whole
    assert code in codes(whole.replace(before, after, 1))


def test_a_story_that_is_gone_is_told():
    content = anthology()
    less = pages(content).replace(content.stories[1].body, "")
    (problem,) = checks.prove({".azw3": bound(less)}, content)
    assert problem.code == "story-lost"
    assert content.stories[1].title in problem.message


def test_a_break_in_another_place_is_told():
    whole = pages(anthology())
    rule = '<hr class="scene"/>'
    at = whole.index(rule)
    paragraph = whole.index("</p>", at) + len("</p>")
    moved = whole[:at] + whole[at + len(rule) : paragraph] + rule + whole[paragraph:]
    assert {"break-lost", "break-foreign"} <= codes(moved)


def test_calibres_numbered_classes_are_breaks_too():
    assert codes(pages(anthology()).replace('class="scene"', 'class="scene2"')) == set()


def test_it_is_proved_against_the_epub_beside_it():
    whole = bound(pages(anthology()))
    spoiled = bound(pages(anthology()).replace("butler", "waiter", 1))
    assert checks.prove_alone({"a.epub": written("epub"), "a.azw3": whole}) == ()
    told = checks.prove_alone({"a.epub": written("epub"), "a.azw3": spoiled})
    assert [problem.code for problem in told] == ["text-changed"]
    assert [problem.code for problem in checks.prove_alone({"a.azw3": whole})] == ["azw3-alone"]


def test_the_title_tells_whose_book_it_is_where_the_name_does_not():
    book = bound(pages(anthology()).replace("butler", "waiter", 1), f"{anthology().title}: And More")
    told = checks.prove_alone({"a.epub": written("epub"), "b.azw3": book})
    assert [problem.code for problem in told] == ["text-changed"]


def test_text_is_read_in_lines_and_heads_are_not():
    book = opened(bound("<html><head><title>No</title></head></html><p>One &amp; two</p><p>three</p>"))
    assert book.text.split("\n") == ["", "One & two", "", "three", ""]
    assert book.letters == "onetwothree"
    assert book.title == "Small Things: Three Stories"


def test_what_stands_behind_a_records_text_is_taken_off():
    assert opened(bound("<p>é</p>", rest=b"\xa9\x01")).letters == "é"


def test_palmdocs_packing_is_undone():
    assert _unpacked(b"the sea") == b"the sea"
    assert _unpacked(b"a\xe2\xf3") == b"a b s"  # a space and a letter in one byte
    assert _unpacked(b"\x02\xc3\xa9!") == "é!".encode()  # bytes that are given as they are
    assert _unpacked(b"abc\x80\x1b") == b"abcabcabc"  # six letters from three back, over themselves


@pytest.mark.parametrize(
    "spoil",
    [
        lambda book: book[:0],
        lambda book: b"Once upon a time. " + book,
        lambda book: book[:200],
        lambda book: book[:-4],
        lambda book: book.replace(b"\x00\x00\x00\x08", b"\x00\x00\x00\x06", 1),
    ],
    ids=["nothing", "a text", "cut in the table", "cut at the end", "an old version"],
)
def test_what_is_damaged_is_one_problem(spoil):
    book = bound(pages(anthology()))
    with pytest.raises(UnreadableError) as told:
        opened(spoil(book))
    assert told.value.problem.code == "azw3-unreadable"
    assert [one.code for one in checks.prove({".azw3": spoil(book)}, anthology())] == ["azw3-unreadable"]


def test_the_fixture_holds_every_story():
    assert markup.plain(anthology().stories[0].body)[:20] in opened(bound(pages(anthology()))).text
