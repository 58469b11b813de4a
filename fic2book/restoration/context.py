"""What every rule is given besides the tree."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fic2book.ledger import Ledger
from fic2book.markup import Element
from fic2book.model import Choices, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One story's restoration: what is known of the story, and where rules put what they take out of it."""

    ledger: Ledger = field(default_factory=Ledger)
    notes: list[Note] = field(default_factory=list)
    """Notes that rules set apart, in the order of the source."""
    title: str = ""
    language: str = "en"
    """BCP 47, the story's own or the anthology's: never empty, typography needs one."""
    plain: bool = False
    """True when the body came as lines of plain text, where ``*word*`` and ``_word_`` are only characters."""
    paged: bool = False
    """True when the body came from a page (HTML, EPUB, Word), where empty paragraphs and ``<br/>`` may part others."""
    choices: Choices = field(default_factory=Choices)


Rule = Callable[[Element, Context], None]
"""Changes the tree in place, and says in the ledger what words it took, moved or changed."""
