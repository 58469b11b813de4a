"""Restoration: a pasted story becomes a book's text again. One rule, one file; ``RULES`` is their order."""

from dataclasses import replace

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.model import Choices, Note, NoteKind, Story, Sure
from fic2book.restoration import language, note_labels, rows
from fic2book.restoration.asked_breaks import asked_breaks
from fic2book.restoration.asked_notes import asked_notes, mark_notes
from fic2book.restoration.author_notes import author_notes
from fic2book.restoration.blank_runs import blank_runs
from fic2book.restoration.br_runs import br_runs
from fic2book.restoration.breaks import breaks
from fic2book.restoration.chapters import chapters
from fic2book.restoration.chat import chat
from fic2book.restoration.context import Context, Rule
from fic2book.restoration.dashes import dashes
from fic2book.restoration.ellipses import ellipses
from fic2book.restoration.emphasis import emphasis
from fic2book.restoration.empty_inlines import empty_inlines
from fic2book.restoration.finish import finish
from fic2book.restoration.footnote_numbers import footnote_numbers
from fic2book.restoration.footnotes import footnotes
from fic2book.restoration.hover_texts import hover_texts
from fic2book.restoration.inline_notes import inline_notes
from fic2book.restoration.listed_footnotes import listed_footnotes
from fic2book.restoration.mojibake import mend, mend_text
from fic2book.restoration.ornamented_titles import ornamented_titles
from fic2book.restoration.quotes import quotes
from fic2book.restoration.scene_breaks import scene_breaks
from fic2book.restoration.spaces import spaces
from fic2book.restoration.spans import spans
from fic2book.restoration.typed_lines import typed_lines
from fic2book.restoration.undone import UNDONE_BY
from fic2book.restoration.unmarked_notes import unmarked_notes
from fic2book.restoration.verses import verses
from fic2book.restoration.wrapped_lines import is_plain, wrapped_lines
from fic2book.restoration.wrappers import wrappers

__all__ = ["NAMES", "RULES", "TYPOGRAPHY", "UNDONE_BY", "kept", "line", "mend", "mend_text", "restore"]

RULES: tuple[Rule, ...] = (
    asked_breaks,  # first, with mark_notes: rows are found while each is where the manuscript has it
    mark_notes,
    hover_texts,
    footnotes,  # before wrappers: a box may hold one footnote
    footnote_numbers,
    wrappers,
    spans,
    typed_lines,  # before br_runs: in a text of lines two line ends are an empty line
    br_runs,
    ornamented_titles,  # before scene_breaks: its ornaments would be breaks
    scene_breaks,
    chapters,
    chat,  # before wrapped_lines: short lines that touch would be verse
    wrapped_lines,  # after scene_breaks and chapters: a mark or a heading between lines parts paragraphs
    blank_runs,
    verses,  # after br_runs and typed_lines: what they leave was typed for its line ends
    listed_footnotes,  # before author_notes: "Notes" may be their label
    empty_inlines,
    emphasis,
    spaces,
    ellipses,
    quotes,
    dashes,  # after quotes: a hyphen before a closing quote is speech cut off
    asked_notes,  # before author_notes: a person's word goes first
    inline_notes,
    author_notes,
    unmarked_notes,
    breaks,  # last: a note taken out may leave a break at the edge
)
"""The order counts where a reason stands; tests/restoration/test_order.py fails when two of those are swapped."""
TYPOGRAPHY: tuple[Rule, ...] = (spaces, ellipses, quotes, dashes)
"""What titles, summaries and notes that came as metadata need; as in RULES, dashes follow quotes."""


_ALWAYS = frozenset({"asked_breaks", "mark_notes", "asked_notes", "footnote_numbers"})
"""Rules that do what a person asked for, or end what another rule began."""
NAMES = tuple(
    sorted({*(rule.__name__ for rule in RULES), *(name.partition(":")[0] for name in UNDONE_BY)}.difference(_ALWAYS))
)
"""What ``[[story]] off`` may name."""
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".epub", ".docx")


def restore(story: Story, choices: Choices | None = None, *, paged: bool | None = None) -> Story:
    """Return the story with its text restored, its notes, chapters and language found, and its ledger complete.

    ``paged`` says whether the body came from a page (HTML, EPUB, Word); without it the file's ending does.
    """
    choices = choices or Choices()
    root = markup.parse(story.body)
    ledger = Ledger()
    spoken = story.language or _guessed(root, choices, ledger)
    paged = story.file.lower().endswith(_PAGES) if paged is None else paged
    context = Context(
        ledger=ledger,
        title=story.title,
        language=spoken or choices.language or "en",
        plain=not paged and is_plain(root),
        paged=paged,
        choices=choices,
    )
    for rule in _wanted(RULES, choices):
        rule(root, context)
    finish(root)
    notes = tuple(replace(note, body=_typeset(note.body, context), kind=_kind(note)) for note in story.notes)
    return replace(
        story,
        title=_line(story.title, context),
        body=markup.serialise(root),
        summary=_typeset(story.summary, context),
        notes=notes + tuple(context.notes),
        chapters=_titles(root),
        language=spoken,
        ledger=Ledger([*story.ledger, *ledger.changes]).settled(),
    )


def kept(story: Story, choices: Choices) -> Story:
    """Return a story whose text is finished: nothing is done to it but what a person asks for, row by row."""
    root = markup.parse(story.body)
    context = Context(title=story.title, language=story.language or choices.language or "en", choices=choices)
    for rule in RULES:
        if rule.__name__ in _ALWAYS:
            rule(root, context)
    finish(root)
    return replace(
        story,
        body=markup.serialise(root),
        notes=(*story.notes, *context.notes),
        chapters=_titles(root),
        ledger=Ledger([*story.ledger, *context.ledger.changes]).settled(),
    )


def line(text: str, language: str) -> str:
    """Return one line that a person typed (a title, a dedication) with the typography of its language."""
    return _line(text, Context(language=language or "en"))


def _guessed(root: markup.Element, choices: Choices, ledger: Ledger) -> str:
    """Return the story's language by its words; an unsure guess is told, and gives way to the anthology's language."""
    if "language" in choices.off:
        return ""
    text = "\n".join(str(piece) for piece in root.itertext())
    found = language.guess(text)
    if found.sure is Sure.LIKELY or not found.language:
        return found.language
    if choices.language:
        return ""
    why = f'Read as written in "{found.language}", but not surely: language = "…" says which language it is.'
    ledger.flagged("language", rows.first(root), " ".join(text.split()[:12]), why)
    return found.language


def _titles(root: markup.Element) -> tuple[str, ...]:
    chapters = (block for block in root if block.tag == "h2" and block.get("class") == "chapter")
    return tuple(" ".join(markup.text_of(block).split()) for block in chapters)


def _kind(note: Note) -> NoteKind:
    """Return what a note is; one that its source only calls a note may warn or disclaim."""
    return note_labels.kind(markup.plain(note.body)) if note.kind is NoteKind.NOTE else note.kind


def _wanted(rules: tuple[Rule, ...], choices: Choices) -> tuple[Rule, ...]:
    off = choices.off - _ALWAYS
    return tuple(rule for rule in rules if rule.__name__ not in off) if off else rules


def _line(text: str, context: Context) -> str:
    return markup.plain(_typeset(markup.paragraph(text), context)) if text else text


def _typeset(body: str, context: Context) -> str:
    if not body:
        return body
    root = markup.parse(body)
    for rule in _wanted(TYPOGRAPHY, context.choices):
        rule(root, context)
    return markup.serialise(root)
