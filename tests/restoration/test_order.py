"""Where the order of the rules counts, swapping the two makes a difference that a reader would see."""

from dataclasses import replace

import pytest

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.model import Choices
from fic2book.restoration import RULES
from fic2book.restoration.context import Context
from tests.restoration import cases

WRAPPED = """The mill stood at the bend of the river, where the water ran
slowest and the alders leaned over it as if they listened, and
no one in the village could say who had built it in the end.
{}
On the night of the flood the wheel began to turn by itself,
which the miller noticed only because the cups were rattling on
their shelf above his bed."""

MATTERS = [
    ("ornamented_titles", "scene_breaks", ".:O:.:O:.\nThe Tree\n.:O:.:O:.\nIt stood."),
    ("scene_breaks", "wrapped_lines", WRAPPED.format("oOo")),
    ("chapters", "wrapped_lines", WRAPPED.format("Chapter 2")),
    ("wrapped_lines", "blank_runs", "The boats are in,\nthe nets are dry\n\nShe sang it.\n\nHe slept.\n\nIt was late."),
    ("quotes", "dashes", '"-and that was all," she said.'),
    ("empty_inlines", "spaces", "<p>The <em> </em>bell rang.</p>"),
    ("inline_notes", "author_notes", "(A/N: for Ilse) The lamp went out.\nNobody moved."),
    (
        "unmarked_notes",
        "breaks",
        "Hi guys, this is my first fic, enjoy!!\n***\nThe lamp went out, and nobody in the house moved.",
    ),
    ("listed_footnotes", "author_notes", "The weir was old.[1]\nIt broke.\nNotes:\n[1] Of stone."),
    ("chat", "wrapped_lines", "Ilse: are you there\nBen: yes\nIlse: come\n\nShe sang it.\n\nHe slept.\n\nIt was late."),
]

LONG = "The lamp went out, and nobody in the house moved, for they had all heard the same step on the stair."
PAGES = [
    ("br_runs", "verses", "<p>The boats are in.<br/><br/>The nets are dry.<br/>It was late.<br/>It was cold.</p>"),
    (
        "footnotes",
        "wrappers",
        '<p data-line="1">The weir<a href="#n" id="r">1</a> broke.</p><div id="n"><p data-line="2"><a href="#r">1</a> '
        'Of stone.</p><p data-line="3">And oak.</p></div>',
    ),
    (
        "typed_lines",
        "br_runs",
        f"<p>{'<br/>'.join([LONG, '“No.”'] * 5)}<br/><br/>Noon came.<br/><br/>{'<br/>'.join([LONG, '“Yes.”'] * 5)}</p>",
    ),
]

ASKED = [
    (
        "asked_breaks",
        "wrapped_lines",
        WRAPPED.format(""),
        Choices(breaks=(3,)),
    ),
    ("mark_notes", "wrapped_lines", WRAPPED.format(""), Choices(note=((3, 3),))),
    ("asked_notes", "author_notes", "A/N: one\nA/N: two\nThe lamp went out.", Choices(note=((2, 2),))),
]


@pytest.mark.parametrize(("first", "second", "text"), MATTERS, ids=lambda value: value if value.isidentifier() else "")
def test_swapping_two_rules_spoils_a_text(first, second, text):
    _swap(first, second, text, Context(plain=True))


@pytest.mark.parametrize(("first", "second", "text"), PAGES, ids=lambda value: value if value.isidentifier() else "")
def test_swapping_two_rules_spoils_a_page(first, second, text):
    _swap(first, second, text, Context(paged=True))


@pytest.mark.parametrize(("first", "second", "text", "choices"), ASKED)
def test_swapping_two_rules_goes_against_what_a_person_asked_for(first, second, text, choices):
    _swap(first, second, text, Context(plain=True, choices=choices))


def _swap(first, second, text, context):
    order = list(RULES)
    names = [rule.__name__ for rule in order]
    here, there = names.index(first), names.index(second)
    assert here < there
    right = _restored(order, text, context)
    order[here], order[there] = order[there], order[here]
    assert _restored(order, text, context) != right


def _restored(order, text, context):
    root = cases.tree(text, plain=True)
    given = replace(context, ledger=Ledger(), notes=[])
    for rule in order:
        rule(root, given)
    return markup.serialise(root), given.notes
