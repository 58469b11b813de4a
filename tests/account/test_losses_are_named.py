"""The proof bites: each thing that can go wrong with words is named with its line."""

from dataclasses import replace

import pytest

from fic2book import account, markup, sources
from fic2book.model import Change, Kind
from fic2book.readers import READERS
from fic2book.readers.given import Given

_TEXT = """The Weir

by Ada Quay

pairing: Ben/Cora
rating: T

The river had been rising since the evening bell.

Nobody on the quay would say what that meant for the mill.

“Then we go tonight,” said Cora, and took down the lamp.
"""


def _read(text=_TEXT, file="weir.txt"):
    document = READERS[file[file.rindex(".") :]](Given(file, text.encode()))
    return document, sources.recognise(document)[0]


def _blocks(story):
    return [markup.serialise(_holder(block)) for block in list(markup.parse(story.body))]


def _holder(block):
    holder = markup.new("body")
    holder.append(block)
    return holder


def test_an_honest_story_balances():
    document, story = _read()
    assert account.unaccounted(document, (story,)) == ()


def test_a_dropped_word_is_named_with_its_line():
    document, story = _read()
    broken = replace(story, body=story.body.replace("evening ", ""))
    assert account.balance(document, (broken,)) == (((8, "evening"),), ())


def test_a_doubled_word_is_named():
    document, story = _read()
    broken = replace(story, body=story.body.replace("evening", "evening evening"))
    lost, invented = account.balance(document, (broken,))
    assert lost == ()
    assert invented == ((8, "evening"),)


def test_a_changed_word_is_lost_and_another_invented():
    document, story = _read()
    broken = replace(story, body=story.body.replace("Nobody", "Somebody"))
    lost, invented = account.balance(document, (broken,))
    assert [line for line, _ in lost] == [10]
    assert invented


def test_a_dropped_paragraph_is_named_whole():
    document, story = _read()
    text = "Nobody on the quay would say what that meant for the mill."
    broken = replace(story, body=story.body.replace(text, ""))
    assert account.unaccounted(document, (broken,)) == ((10, text),)


def test_two_swapped_paragraphs_are_named():
    document, story = _read()
    first, *rest = [block for block in _blocks(story) if markup.plain(block)]
    broken = replace(story, body="".join([rest[0], first, *rest[1:]]))
    lost, invented = account.balance(document, (broken,))
    assert lost
    assert invented
    assert {line for line, _ in lost} <= {8, 10}


def test_a_line_taken_without_a_ledger_entry_is_named():
    document, story = _read()
    broken = replace(story, ledger=tuple(change for change in story.ledger if change.line != 5))
    assert account.unaccounted(document, (broken,)) == ((5, "pairing: Ben/Cora"),)


def test_moved_words_that_never_arrived_are_named():
    document, story = _read()
    assert account.unaccounted(document, (replace(story, authors=()),)) == ((3, "Ada Quay"),)
    assert account.unaccounted(document, (replace(story, relationships=("Ben",)),)) == ((5, "Cora"),)


def test_a_ledger_that_claims_words_which_are_not_there_frees_nothing():
    document, story = _read()
    lie = Change(rule="lie", kind=Kind.REMOVED, line=8, before="The river was quiet since the evening bell.")
    text = "The river had been rising since the evening bell."
    broken = replace(story, body=story.body.replace(text, ""), ledger=(*story.ledger, lie))
    assert account.unaccounted(document, (broken,)) != ()


def test_a_repaired_encoding_is_followed():
    document, story = _read("The Weir\n\nThe cafÃ© was shut.\n")
    repair = Change(rule="mojibake", kind=Kind.REWRITTEN, line=3, before="cafÃ©", after="café")
    mended = replace(story, body=story.body.replace("cafÃ©", "café"), ledger=(*story.ledger, repair))
    assert account.unaccounted(document, (mended,)) == ()
    assert account.unaccounted(document, (replace(mended, ledger=story.ledger),)) != ()


@pytest.mark.parametrize("lost", ["Second", "warm [b](http://example.org/b)", "A note"])
def test_markdown_syntax_hides_no_lost_words(lost):
    text = "First *and* last[^1].\n\nSecond line, warm [b](http://example.org/b).\n\n[^1]: A note of it.\n"
    document, story = _read(text, "weir.md")
    assert account.unaccounted(document, (story,)) == ()
    visible = lost.replace("[b](http://example.org/b)", '<a href="http://example.org/b">b</a>')
    assert visible in story.body
    assert account.unaccounted(document, (replace(story, body=story.body.replace(visible, "")),)) != ()


def test_a_lost_footnote_is_named():
    document, story = _read("One[^a] two.\n\n[^a]: Kept at the end.\n", "weir.md")
    start, stop = story.body.index("<aside"), story.body.index("</aside>") + len("</aside>")
    broken = replace(story, body=story.body[:start] + story.body[stop:])
    assert [line for line, _ in account.unaccounted(document, (broken,))] == [3]
