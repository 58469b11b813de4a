"""Rule: the lines of a plain text become its paragraphs, its verses and letters, its indented blocks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import habit, joins, rows
from fic2book.restoration.context import Context
from fic2book.restoration.habit import Habit
from fic2book.restoration.typed_lines import TYPED

_VERSE = 60
"""Lines of verse and of a letter's head are shorter than a line of prose."""
_ENDS = re.compile(r"[.!?…:。！？：؟۔][\"'”’»)\]*_」』）]*\Z|[—-][\"”»]\Z|[\"”»]\Z")
_SPEECH = re.compile(r"\s*(?:[\"“„«][^\"“”«»]*[\"“”»]|[—–「『-])")


def is_plain(root: Element) -> bool:
    """Tell whether a body is lines of plain text: ``<p>`` only, nothing in them, some blank or touching."""
    last = 0
    seen = False
    for block in root:
        if block.tag != "p":
            continue
        line = int(block.get("data-line", "0"))
        if len(block) or not line or "\n" in (block.text or ""):
            return False
        seen = seen or line == last + 1 or not block.text
        last = line
    return seen


def wrapped_lines(root: Element, context: Context) -> None:
    """Join what belongs to one paragraph, by the file's own habit; keep the line ends of verse and letters."""
    typed = context.paged and any(block.get(TYPED) for block in root)
    if not typed and not (context.plain and is_plain(root)):
        return
    blocks = list(root)
    lines = {block for block in blocks if block.tag == "p" and (context.plain or block.get(TYPED))}
    texts = [markup.text_of(block) if block in lines else "\0" for block in blocks]
    found = habit.find(texts)
    groups = [(group, _habit_of(group, found)) for group in _groups(blocks, lines, found)]
    words = joins.whole_words(texts) if any(here.measure for _, here in groups) else frozenset()
    for group, here in groups:
        for paragraph in _paragraphs(group, here):
            _set(paragraph, here, words)


def _habit_of(group: list[Element], found: Habit) -> Habit:
    """Return the file's habit, or a paragraph's own: in a text pasted together some are wrapped and some are not."""
    if found.measure or len(group) < 2 or not found.spaced:
        return found
    return replace(found, measure=habit.own_measure([markup.text_of(line) for line in group]))


def _groups(blocks: list[Element], lines: set[Element], found: Habit) -> Iterator[list[Element]]:
    """Give the lines between blank lines; in a double-spaced text one blank line parts nothing and goes."""
    group: list[Element] = []
    blanks: list[Element] = []
    for block in blocks:
        if block in lines and not markup.is_blank(block):
            if found.double and len(blanks) == 1 and group:
                markup.remove(blanks[0])
            elif blanks and group:
                yield group
                group = []
            group.append(block)
            blanks = []
        elif block in lines:
            blanks.append(block)
        elif group:
            yield group
            group, blanks = [], []
    if group:
        yield group


def _paragraphs(group: list[Element], found: Habit) -> Iterator[list[Element]]:
    """Part a group of touching lines into paragraphs."""
    if len(group) > 1 and all(habit.is_indented(markup.text_of(line)) for line in group) and _sets_in(found):
        yield group
        return
    if not found.measure:
        yield from [group] if _is_verse(group, found) else [[line] for line in group]
        return
    if found.spaced and not found.double and _is_short(group, found.measure):
        yield group
        return
    paragraph = group[:1]
    for above, line in pairwise(group):
        if _begins(markup.text_of(above), markup.text_of(line), found):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _sets_in(found: Habit) -> bool:
    """Tell whether indentation sets lines apart in this file."""
    return found.spaced and not found.everywhere


def _begins(above: str, line: str, found: Habit) -> bool:
    """Tell whether a line begins a paragraph under the line above."""
    if found.indented and habit.is_indented(line):
        return True
    if found.hard_ends and above.endswith("  "):
        return True
    if habit.is_full(above, line, found.measure):
        return False
    follows_on = line.lstrip()[:1].islower()
    return not (follows_on and len(above.rstrip()) * 2 > found.measure) and (
        _ENDS.search(above.rstrip()[-8:]) is not None or not follows_on
    )


def _is_short(group: list[Element], measure: int) -> bool:
    """Tell whether no line of a group but perhaps one fills the measure: verse, a letter's head, a list."""
    pairs = list(pairwise(group))
    full = sum(habit.is_full(markup.text_of(above), markup.text_of(line), measure) for above, line in pairs)
    return len(pairs) > 0 and full * 4 < len(pairs) and max(len(markup.text_of(line)) for line in group) < measure - 3


def _is_verse(group: list[Element], found: Habit) -> bool:
    """Tell whether touching lines of a text that parts paragraphs by blank lines are verse."""
    texts = [markup.text_of(line) for line in group]
    return (
        found.spaced
        and len(texts) > 1
        and all(len(text.strip()) < _VERSE for text in texts)
        and not any(_SPEECH.match(text) for text in texts)
        and not all(_ENDS.search(text.rstrip()) for text in texts)
    )


def _set(lines: list[Element], found: Habit, words: frozenset[str]) -> None:
    """Make one paragraph of lines: prose joined, verse with its line ends, an indented block of prose set in."""
    if len(lines) < 2:
        return
    texts = [markup.text_of(line) for line in lines]
    block = _sets_in(found) and all(habit.is_indented(text) for text in texts)
    prose = found.measure > 0 and not (found.spaced and not found.double and _is_short(lines, found.measure))
    if block and found.measure:
        prose = _fills_its_own(texts, found.measure)
    first = lines[0]
    first.set(rows.END, str(rows.last(lines[-1])))
    for line in lines[1:]:
        markup.remove(line)
    if prose:
        joins.join_into(first, lines[1:], words)
        if block:
            _set_in(first)
    else:
        _keep_ends(first, lines[1:])


def _fills_its_own(texts: list[str], measure: int) -> bool:
    """Tell whether an indented block is wrapped prose: it has a measure of its own, not much narrower."""
    widest = max(len(text.rstrip()) for text in texts)
    full = sum(habit.is_full(above, line, widest) for above, line in pairwise(texts))
    return widest * 5 > measure * 3 and full * 3 >= (len(texts) - 1) * 2


def _keep_ends(paragraph: Element, lines: list[Element]) -> None:
    paragraph.set("class", "verse")
    joins.strip(paragraph)
    for line in lines:
        joins.strip(line)
        end = markup.new("br")
        end.tail = line.text
        paragraph.append(end)
        paragraph.extend(list(line))


def _set_in(paragraph: Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        quote = markup.new("blockquote", data_line=paragraph.get("data-line", "0"))
        parent.replace(paragraph, quote)
        quote.append(paragraph)
