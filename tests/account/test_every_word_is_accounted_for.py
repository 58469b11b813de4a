"""Whatever a manuscript holds: its words end in the story, in its metadata or in the ledger, and nothing hangs."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fic2book import account, restoration, sources
from fic2book.readers import READERS
from fic2book.readers.given import Given

_MOJIBAKE = "ÂÃâÅ"  # repaired by what stands around them, and that differs between a line and its markup
_ANY_WORD = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters=_MOJIBAKE), min_size=1, max_size=9
)
_PLAIN_WORD = st.sampled_from(
    [
        "the",
        "lamp",
        "keeper’s",
        "don't",
        "Él",
        "straße",
        "ΣΊΣΥΦΟΣ",
        "naïve",
        "ﬁre",
        "½",
        "10",
        "２０",
        "é",
        "é",
        "ก็",
        "𝔉𝔦𝔠",
        "龍",
        "ﷺ",
        "Ǆ",
        "İstanbul",
        "by",
        "and",
        "A/N",
        "xx",
    ]
)
_MARKS = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "~~",
        "`",
        '"',
        "“",
        "”",
        "'",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "<b>",
        "</b>",
        "<i>x</i>",
        "&amp;",
        "&eacute;",
        "\\",
    ]
)
_SENTENCE = st.lists(st.one_of(_PLAIN_WORD, _PLAIN_WORD, _ANY_WORD, _MARKS), min_size=1, max_size=14).map(" ".join)
_JUNK = st.sampled_from(
    [
        *(
            "1.5K 40 4",
            "30 2 0",
            "You'll Also Like",
            "Where stories live. Discover now",
            "Quay TalesWhere stories live. Discover now",
        ),
        *(
            "pairing: Ada/Ben",
            "word count: 4.3k (p.1)",
            "warnings: none",
            "a/n: for my friend",
            "⟶ ada x ben | fluff | 1.2k words",
        ),
        *("Tumblr media", "taglist: @one @two", "#fluff #found family", "606 notes · View notes", "Keep reading"),
        *("by Ada Quay", "By Ada and Ben", "Title: The Weir", "Summary: A flood, and after.", "Disclaimer: not mine."),
        *("***", "* * *", "---", "oOo", "xxx", "⁂", "~", "#", "-", "…", "===", "___"),
        *(
            "A/N: enjoy!!",
            "Author's Note: thank you",
            "Please vote and comment!",
            "The End",
            "Chapter 1",
            "Chapter 2: Tide",
            "II",
            "3",
        ),
        *(
            "[Ada]: hello there",
            "[he laughs](quietly)",
            "[a](http://example.org/b)",
            "![tide](a.png)",
            "[^1]",
            "1987. A year",
            "2. two",
        ),
        *(
            "<div>",
            "</div>",
            "<center>mid</center>",
            "<!-- kept out -->",
            "<script>alert(1)</script>",
            "<3 you",
            "< :)",
            "    indented",
            "- item",
            "> quoted",
        ),
        *(
            "# The Weir",
            "## Part",
            "| a | b |",
            "|---|---|",
            "<br>",
            "<img src='a.png' alt='A tide'>",
            "\\*escaped\\*",
            "title: x",
            "key = 'v'",
        ),
    ]
)
_LINE = st.one_of(_SENTENCE, _SENTENCE, _JUNK, st.just(""), st.just(""))
_FRONT = st.sampled_from(
    [
        "",
        "",
        "---\ntitle: The Weir\nship: Ada/Ben, Cat & Dan\nmood: grey\n---\n",
        "---\ntitle: Foo: a story #2\ntags:\n\t- one, two\n---\n",
    ]
)
_FOOTNOTE = st.sampled_from(["", "", "\n\n[^1]: A note of it,\nwrapped.\n\n    And more.\n"])
_MANUSCRIPT = st.builds(
    lambda front, lines, note: front + "\n".join(lines) + note,
    _FRONT,
    st.lists(_LINE, min_size=1, max_size=16),
    _FOOTNOTE,
)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_MANUSCRIPT)
@example(
    text="not waiting\n\nThe Grey Quay.\n\nThe tide was out when the two of them came down the steps.\n\n2 notes\n"
)
@example(text="the ( A/N\nthe )")
@example(text="&amp\n\nA/N: enjoy!!\n\n[^1]: A note of it,\nwrapped.\n\n    And more.\n")
@example(text="` &ap; `\n\nA/N: enjoy!!\n\n[^1]: A note of it,\nwrapped.\n\n    And more.\n")
@example(text="&amp\n\n1.5K 40 4\n\nThe tide was out.\n")
@example(text="the\n\nNOTES\n\n[^1]: A note of it,\nwrapped.\n\n    And more.\n")
def test_no_word_is_lost_or_invented(suffix, text):
    _prove(suffix, text)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@settings(max_examples=2_000, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_MANUSCRIPT)
def test_no_word_is_lost_or_invented_in_many_more(suffix, text):
    _prove(suffix, text)


def _prove(suffix, text):
    if not text.strip():
        return
    file = f"story{suffix}"
    document = restoration.mend(READERS[suffix](Given(file, text.encode())))
    stories = sources.recognise(document)
    assert account.balance(document, stories) == ((), ())
    restored = tuple(restoration.restore(story) for story in stories)
    assert account.balance(document, restored) == ((), ())
