"""Where the order of the rules counts, swapping the two makes a difference that a reader would see."""

import pytest

from fic2book import markup
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
]


@pytest.mark.parametrize(("first", "second", "text"), MATTERS, ids=lambda value: value if value.isidentifier() else "")
def test_swapping_two_rules_spoils_a_text(first, second, text):
    order = list(RULES)
    names = [rule.__name__ for rule in order]
    here, there = names.index(first), names.index(second)
    assert here < there
    right = _restored(order, text)
    order[here], order[there] = order[there], order[here]
    assert _restored(order, text) != right


def _restored(order, text):
    root = cases.tree(text, plain=True)
    given = Context(plain=True)
    for rule in order:
        rule(root, given)
    return markup.serialise(root)
