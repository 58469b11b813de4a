"""The rules do what their case files say: change what is listed, and leave alone what only looks like it."""

import pytest

from fic2book import markup
from fic2book.restoration import RULES
from tests.restoration import cases

PLAIN = {
    "ornamented_titles",
    "scene_breaks",
    "chapters",
    "wrapped_lines",
    "blank_runs",
    "emphasis",
    "chat",
    "listed_footnotes",
}
"""Rules whose cases are lines of a plain text, where a blank line counts."""
RULE = {rule.__name__: rule for rule in RULES}
ALL = [case for rule in cases.rules_with_cases() for case in cases.read(rule) if rule in RULE]


def test_every_rule_has_a_case_file():
    assert set(RULE) <= set(cases.rules_with_cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_rule_does_what_its_case_says(case):
    plain = case.rule in PLAIN
    assert cases.outcome(RULE[case.rule], case, plain=plain) == cases.expected(case, plain=plain)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_running_a_rule_twice_changes_nothing_more(case):
    plain = case.rule in PLAIN
    root = cases.tree(case.before, plain=plain)
    given = cases.context(case, plain=plain)
    RULE[case.rule](root, given)
    once = markup.serialise(root, keep_lines=True)
    RULE[case.rule](root, given)
    assert markup.serialise(root, keep_lines=True) == once


@pytest.mark.parametrize("rule", sorted(RULE))
def test_leave_alone_cases_outnumber_changes(rule):
    found = cases.read(rule)
    alone = sum(case.before.count("\n") + 1 for case in found if case.leaves_alone)
    changed = sum(1 for case in found if not case.leaves_alone)
    assert alone > changed
