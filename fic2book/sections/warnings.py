"""A story's warnings: those to heed stand before its text; a statement that there are none stands in the credits."""

from fic2book.model import Story

_NOTHING = frozenset(
    {
        "no archive warnings apply", "no warnings apply", "no warnings", "none", "none apply", "n/a",
        "aucun avertissement", "keine warnungen", "keine", "sin advertencias", "nessun avviso", "sem avisos",
        "geen waarschuwingen",
    }
)  # fmt: skip
"""Ways to say that nothing needs a warning. "Creator Chose Not To Use Archive Warnings" says that nobody knows: it is
not among them, and stands before the text."""


def to_heed(story: Story) -> tuple[str, ...]:
    """Return the warnings that a reader must see before the text."""
    return tuple(warning for warning in story.warnings if warning.strip(" .").casefold() not in _NOTHING)


def statements(story: Story) -> tuple[str, ...]:
    """Return what was said instead of a warning."""
    heeded = to_heed(story)
    return tuple(warning for warning in story.warnings if warning not in heeded)
