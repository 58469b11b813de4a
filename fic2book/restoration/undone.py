"""What a person writes into ``[[story]]`` to undo what a rule did."""

from collections.abc import Mapping

UNDONE_BY: Mapping[str, str] = {
    "author_notes": "text",
    "blank_runs": "breaks",
    "br_runs": "text",
    "breaks": "text",
    "chapters": "text",
    "chat": "off",
    "dashes": "off",
    "doubtful_notes": "note",
    "ellipses": "off",
    "emphasis": "off",
    "footnotes": "off",
    "hover_texts": "off",
    "inline_notes": "text",
    "language": "language",
    "listed_footnotes": "off",
    "mojibake": "off",
    "ornamented_titles": "text",
    "quotes": "off",
    "quotes:flagged": "",
    "scene_breaks": "text",
    "spaces": "off",
    "typed_lines": "text",
    "unmarked_notes": "text",
}
"""The rule of a ledger entry (or rule and kind, ``quotes:flagged``) → the key that undoes it: ``text``, ``note`` with
the entry's rows, ``breaks`` with its row, ``off`` with the rule's name, ``language`` with the right one, ``""`` when
nothing was done. The rows of an entry are its line and one more for each line end in ``before``."""
