"""No letter is ever lost: it is in the story, or the ledger says where it went."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Choices, Kind, Story
from fic2book.restoration import restore

PIECES = st.sampled_from(
    [
        "", "* * *", "oOo", "xxx", "-X-X-", "Chapter 1", "II", "A/N: hello!", "Enjoy!!", "Thanks for reading <3 lol",
        "Disclaimer: none", '"I-" she', "He said -", "'tis 'em", "the well-", "known road--",
        "_so_ *much*", "(A/N: x) y",
        "<3 <3 <3", ".", ". . .", "    indented", "5'10\"", "1914-18", "« Quoi ? »", "`` so ''", "LINE BREAK",
    ]
)  # fmt: skip
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Mn", "Mc", "Me"]), max_size=40)
LINES = st.lists(PIECES | TEXT, max_size=30)
LANGUAGES = st.sampled_from(["", "en", "fr", "de", "es", "sv", "ru"])
CHOICES = st.builds(Choices, opening_note=st.sampled_from(["", "note", "story"]), language=LANGUAGES)


@settings(max_examples=150, deadline=None)
@given(lines=LINES, choices=CHOICES)
def test_every_letter_of_a_plain_text_is_kept_or_accounted_for(lines, choices):
    body = "".join(
        markup.paragraph(line, number) if line.strip() else f'<p data-line="{number}"/>'
        for number, line in enumerate(lines, 1)
    )
    _conserves(body, choices)


@settings(max_examples=150, deadline=None)
@given(lines=LINES, choices=CHOICES, tags=st.lists(st.sampled_from(["p", "h2", "em", "br", "blockquote"]), max_size=9))
def test_every_letter_of_markup_is_kept_or_accounted_for(lines, choices, tags):
    body = ""
    for number, line in enumerate(lines, 1):
        tag = tags[number % len(tags)] if tags else "p"
        words = markup.escape(line)
        inside = {"em": f"<em>{words}</em>", "br": f"{words}<br/><br/>{words}"}.get(tag, words)
        outside = tag if tag in {"h2", "blockquote"} else "p"
        body += f'<{outside} data-line="{number}">{inside}</{outside}>'
    _conserves(body, choices)


def test_a_word_dropped_on_purpose_is_noticed():
    assert not _interleaved("abcdef", "abef", [])
    assert _interleaved("abcdef", "abef", ["cd"])
    assert not _interleaved("abcdef", "abfe", ["cd"])


def _conserves(body, choices):
    story = Story(file="a.txt", origin="text", title="A", body=body)
    restored = restore(story, replace(choices, off=frozenset({"listed_footnotes"})))  # they add numbers for marks
    gone = [letters(entry.before) for entry in restored.ledger if entry.kind in {Kind.REMOVED, Kind.MOVED}]
    assert _interleaved(letters(markup.plain(body)), letters(markup.plain(restored.body)), gone)


def _interleaved(whole, kept, gone):
    """Tell whether ``whole`` is ``kept`` with the pieces of ``gone`` put in somewhere, each in its order."""
    states = {(0, 0)}
    pieces = [piece for piece in gone if piece]
    for _ in range(len(kept) + len(pieces) + 1):
        following = set()
        for at, used in states:
            if at == len(kept) and used == len(pieces):
                return len(kept) + sum(map(len, pieces)) == len(whole)
            place = at + sum(map(len, pieces[:used]))
            if used < len(pieces) and whole.startswith(pieces[used], place):
                following.add((at, used + 1))
            if at < len(kept) and whole[place : place + 1] == kept[at]:
                following.add((at + 1, used))
        states = following
    return False
