"""Rule: ``_word_`` in plain text is emphasis; ``*word*`` is too, where the text does not use it for actions.

A fan reads ``*laughs*`` as a stage direction. So asterisks are judged over the whole text: only when clearly more of
them sit inside sentences than stand alone do those inside sentences become emphasis; those that stand alone stay.
``**word**`` is strong where the text uses underscores too, as converters of pages write it.
"""

import re

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context
from fic2book.restoration.flat import blocks

_UNDERSCORES = re.compile(r"(?<![\w_/.@-])_(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])_(?![\w_@/])")
_ASTERISKS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![\w*])")
_STRONG = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*\*(?![\w*])")
_ACTION = re.compile(r"\A\W*\*\*[a-z][^*]*\*\*\W*\Z")
_LOOSE = re.compile(r" (?=[,.;:!?](?!\S))")
"""The space that a converter of pages leaves behind emphasis."""
_INSIDE_BEFORE = re.compile(r"[^\W_,;][,;:—–-]?[ \u00a0\"'“‘(]?\Z")
_LETTER = re.compile(r"[^\W\d_]")


def emphasis(root: Element, context: Context) -> None:
    """Turn the typewriter's emphasis of plain text into ``<em>``."""
    if not context.plain:
        return
    marked = [block for block in blocks(root) if "_" in (text := block.text or "") or "*" in text]
    plain = [block for block in marked if not len(block)]
    stars = [match for block in plain for match in _ASTERISKS.finditer(block.text or "")]
    inside = sum(_is_inside(match) for match in stars)
    use_stars = inside > 2 * (len(stars) - inside)
    use_both = any("**" in (block.text or "") for block in plain) and any(
        _UNDERSCORES.search(block.text or "") for block in plain
    )
    for block in plain:
        matches = list(_UNDERSCORES.finditer(block.text or ""))
        if use_both and not _is_action(block.text or ""):
            matches += list(_STRONG.finditer(block.text or ""))
        if use_stars:
            matches += [match for match in _ASTERISKS.finditer(block.text or "") if _is_inside(match)]
        _emphasise(block, _apart(matches), context)


def _is_inside(match: re.Match[str]) -> bool:
    """Tell whether starred words are part of a sentence: words go before or on behind them, or they are many."""
    if not _LETTER.search(match[1]):
        return False
    if _is_sentence(match[1]):
        return True
    text = match.string
    before, after = text[: match.start()], text[match.end() :]
    if not before.strip(" \"'“‘") and not after.strip(" \"'”’"):
        return len(match[1].split()) > 4
    words_before = _INSIDE_BEFORE.search(before[-3:]) is not None and before.rstrip(" \"'“‘(")[-1:] not in ".!?…*"
    return words_before or (after[:1] == " " and after[1:2].islower())


def _is_sentence(words: str) -> bool:
    """Tell whether starred words are whole sentences, as in a letter that a story quotes: no stage direction is."""
    first = _LETTER.search(words)
    return first is not None and first[0].isupper() and words[-1] in ".!?…" and len(words.split()) > 4


def _is_action(text: str) -> bool:
    """Tell whether starred words are all there is, and few: a stage direction."""
    return _ACTION.match(text) is not None and len(text.split()) <= 6


def _apart(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return matches in order, without those that overlap one before them."""
    chosen: list[re.Match[str]] = []
    for match in sorted(matches, key=lambda match: match.start()):
        if _LETTER.search(match[1]) and (not chosen or match.start() >= chosen[-1].end()):
            chosen.append(match)
    return chosen


def _emphasise(block: Element, matches: list[re.Match[str]], context: Context) -> None:
    text = block.text or ""
    for number, match in enumerate(matches):
        stop = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        element = _element(match)
        element.tail = text[match.end() : stop]
        if not context.language.startswith("fr"):
            element.tail = _LOOSE.sub("", element.tail, count=1) if _LOOSE.match(element.tail) else element.tail
        block.append(element)
    if matches:
        block.text = text[: matches[0].start()]
        before = " ".join(match[0] for match in matches)
        context.ledger.rewritten("emphasis", rows.first(block), before, " ".join(match[1] for match in matches))


def _element(match: re.Match[str]) -> Element:
    """Return the emphasis of a match: strong for two asterisks, both for underscores inside them."""
    if not match[0].startswith("**"):
        return markup.new("em", match[1])
    both = _UNDERSCORES.fullmatch(match[1])
    element = markup.new("strong", "" if both else match[1])
    if both:
        element.append(markup.new("em", both[1]))
    return element
