"""Whatever blocks a page holds: its words come out in their order, each once, or the ledger says where they went."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fic2book import account, markup
from fic2book.model import Choices, Document, Kind, Line, Story
from fic2book.restoration import NAMES, restore
from tests.restoration import pages

WORDS = st.sampled_from(
    [
        "The lamp went out.", "“Nobody moved,” said Ilse.", "* * *", "oOo", "\u00a0", "", "Chapter 2", "III",
        "A/N: hello!", "xxx", "Enjoy!!", "Thanks for reading <3", "TW: storms", "Ilse: where are you?",
        "[12:04] Ben: here",
        "<Cora> both of you", "He said: go.", "the well-", "known road--", "[1] By a hand.", "Notes", "* Of rain.",
        "« Quoi ? »", "他说：“走吧。”",
        "A line of the story that is long enough to be a paragraph of prose, and that ends as they do.", "3", ".", "1.",
    ]
)  # fmt: skip
INLINE = st.sampled_from(["", "em", "strong", "span", "sup", "note", "title", "ref"])
PIECE = st.tuples(INLINE, WORDS)
ROW = st.lists(PIECE, min_size=1, max_size=3)
BLOCK = st.tuples(
    st.sampled_from(["p", "p", "p", "div", "blockquote", "h3", "hr", "li", "pre", "td", "empty", "box"]),
    st.lists(ROW, min_size=1, max_size=5),
    st.integers(1, 5),
)
PAGE = st.lists(BLOCK, min_size=1, max_size=9)
ROWS = st.sampled_from([(), ((2, 4),), ((1, 1), (6, 7))])
CHOICES = st.builds(
    Choices,
    text=ROWS,
    note=ROWS,
    breaks=st.sampled_from([(), (3,), (2, 5)]),
    off=st.sampled_from([frozenset(), *(frozenset({name}) for name in NAMES)]),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(page=PAGE, choices=CHOICES)
def test_every_word_of_a_page_is_kept_or_accounted_for(page, choices):
    body, lines = pages.written(page)
    document = Document(file="a.html", format="html", lines=lines, body=body)
    story = Story(file="a.html", origin="generic", title="A", body=body)
    assert account.balance(document, (story,)) == ((), ())
    restored = restore(story, choices)
    assert account.balance(document, (restored,)) == ((), ())
    markup.parse(restored.body)


def test_a_word_dropped_from_such_a_page_is_noticed():
    body, lines = pages.written([("p", [[("", "The lamp went out.")], [("em", "Nobody moved.")]], 1)])
    document = Document(file="a.html", format="html", lines=lines, body=body)
    story = Story(file="a.html", origin="generic", title="A", body=body.replace("lamp", ""))
    assert account.unaccounted(document, (restore(story),)) == ((1, "lamp"),)
    assert lines[1] == Line(number=2, text="Nobody moved.")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(page=PAGE)
def test_a_restored_page_is_left_as_it_is(page):
    body, _ = pages.written(page)
    once = restore(Story(file="a.html", origin="generic", title="A", body=body))
    assume("[1]" not in once.body)  # a call that shares its paragraph with the footnote becomes one with its own
    again = restore(once)
    assert again.body == once.body
    assert _done(again) == _done(once)


def _done(story):
    return [change for change in story.ledger if change.kind is not Kind.FLAGGED]
