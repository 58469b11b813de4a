"""What a rule did is undone by the one line that ``UNDONE_BY`` names for it, and by nothing else."""

import pytest

from fic2book import markup
from fic2book.model import Choices, Kind, Story
from fic2book.restoration import NAMES, RULES, UNDONE_BY, restore

PROSE = "The lamp went out, and nobody in the house moved, for they had all heard the same step on the stair."
GAPS = "\n\n".join([PROSE, "One.", "Two.", "Three.", "Four."])
LINES = "".join(f"<br data-line='{row}'/>{words}" for row, words in enumerate([PROSE, "“No.”"] * 5, 2))
NOTE = '<p data-line="2"><a href="#r" id="n">[1]</a> Of stone.</p>'

TEXTS = {
    "author_notes": "A/N: for Ilse\n\nThe lamp went out.",
    "blank_runs": f"{GAPS}\n\n\n\nFive.",
    "breaks": "The lamp went out.\n\n***",
    "chat": "Ilse: are you there\nBen: yes\nIlse: come home",
    "dashes": "The lamp--the old lamp--went out.",
    "doubtful_notes": "I wrote this chapter of my life for you guys.\n\nThe lamp went out, nobody moved.",
    "ellipses": "The lamp went out...",
    "emphasis": "The _old_ lamp went out.",
    "inline_notes": "The lamp went out. (A/N: sorry!)",
    "listed_footnotes": "The weir was old.[1]\n\nIt broke.\n\n[1] Of stone.",
    "ornamented_titles": ".:O:.:O:.\nThe Tree\n.:O:.:O:.\nIt stood.",
    "quotes": '"No," she said.',
    "scene_breaks": "The lamp went out.\n\noOo\n\nMorning came.",
    "spaces": "The  lamp went out.",
    "unmarked_notes": "Hi guys, this is my first fic, enjoy!!\n\nThe lamp went out, and nobody moved at all.",
    "language": "the og is not at the en og men jeg hun var ikke sea sand boat fjord night lamp",
}
PAGES = {
    "br_runs": f"<p data-line='1'>The lamp.{''.join(f'<br data-line={row!r}/>' for row in '2345')}Day.</p>",
    "chapters": "<h1 data-line='1'>A</h1><p data-line='2'>The lamp went out.</p>"
    "<p data-line='3'>Chapter 2: The Weir</p><p data-line='4'>It broke.</p>",
    "footnotes": f'<p data-line="1">The weir<a href="#n" id="r">[1]</a> was old.</p>{NOTE}',
    "hover_texts": '<p data-line="1">The <abbr title="a low dam">weir</abbr> was old.</p>',
    "typed_lines": f"<p data-line='1'>{PROSE}{LINES}<br data-line='12'/><br data-line='13'/><br data-line='14'/>"
    "<br data-line='15'/>Morning came.</p>",
}


def _story(rule):
    if rule in PAGES:
        return Story(file="a.html", origin="generic", title="A", body=PAGES[rule])
    rows = enumerate(TEXTS[rule].split("\n"), 1)
    body = "".join(markup.paragraph(row, at) if row.strip() else f'<p data-line="{at}"/>' for at, row in rows)
    return Story(file="a.txt", origin="text", title="A", body=body)


def _asked(key, change):
    rows = ((change.line, change.line + change.before.count("\n")),)
    ways = {
        "text": Choices(text=rows),
        "note": Choices(note=rows),
        "breaks": Choices(breaks=(change.line,)),
        "off": Choices(off=frozenset({change.rule})),
        "language": Choices(language="da"),
    }
    return ways[key]


def _done(story, rule):
    return [change for change in story.ledger if change.rule == rule]


@pytest.mark.parametrize("rule", sorted({*TEXTS, *PAGES}))
def test_pasting_the_line_undoes_the_entry(rule):
    story = _story(rule)
    changes = _done(restore(story), rule)
    assert changes
    for change in changes:
        key = UNDONE_BY.get(f"{rule}:{change.kind.value}", UNDONE_BY[rule])
        again = _done(restore(story, _asked(key, change)), rule)
        assert change not in again


def test_every_rule_that_tells_of_something_can_be_undone():
    assert {name.partition(":")[0] for name in UNDONE_BY} - {*TEXTS, *PAGES} == {"mojibake"}
    told = {change.rule for rule in (*TEXTS, *PAGES) for change in restore(_story(rule)).ledger}
    assert told <= set(UNDONE_BY)


def test_a_pause_becomes_a_scene_break():
    story = _story("blank_runs")
    (change,) = _done(restore(story), "blank_runs")
    assert '<hr class="pause"/>' in restore(story).body
    assert '<hr class="scene"/><p>Five.</p>' in restore(story, Choices(breaks=(change.line,))).body


def test_a_line_that_became_a_heading_is_a_line_again():
    story = _story("chapters")
    entries = [entry for entry in _done(restore(story), "chapters") if entry.kind is Kind.REWRITTEN]
    assert [(entry.line, entry.before, entry.after) for entry in entries] == [
        (3, "Chapter 2: The Weir", "# Chapter 2: The Weir")
    ]
    assert restore(story).chapters == ("Chapter 2: The Weir",)
    undone = restore(story, Choices(text=((3, 3),)))
    assert undone.chapters == ()
    assert "<p>Chapter 2: The Weir</p>" in undone.body


def test_words_that_were_removed_come_back_where_they_stood():
    story = _story("scene_breaks")
    (change,) = [entry for entry in restore(story).ledger if entry.kind is Kind.REMOVED]
    assert "<p>oOo</p><p>Morning came.</p>" in restore(story, Choices(text=((change.line, change.line),))).body


@pytest.mark.parametrize("rule", sorted({"doubtful_notes", *(rule.__name__ for rule in RULES)} & set(NAMES)))
def test_a_rule_that_is_off_does_nothing(rule):
    for name in (*TEXTS, *PAGES):
        assert not _done(restore(_story(name), Choices(off=frozenset({rule}))), rule)


def test_what_a_person_asked_for_is_done_even_if_its_rule_is_called_off():
    story = _story("dashes")
    asked = Choices(note=((1, 1),), off=frozenset({"asked_notes", "mark_notes", "asked_breaks", "footnote_numbers"}))
    assert not asked.off & set(NAMES)
    assert [note.line for note in restore(story, asked).notes] == [1]
