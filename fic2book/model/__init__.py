"""The values that travel through the program: frozen, and nothing but the standard library.

``markup`` in them always means an XHTML fragment of allowed tags (see ``fic2book.markup``), well-formed, without
namespaces, in NFC. ``text`` means plain text.
"""

from fic2book.model.asked import Choices, ImprintSettings, PartSettings, Rows, Settings, StorySettings
from fic2book.model.books import Anthology, Book, Font, Imprint, Part, Section, Theme, Written
from fic2book.model.bound import (
    BookletSettings,
    InteriorRules,
    Paper,
    PlacedPage,
    PrintSettings,
    Sheet,
    SheetPlan,
    WrapSettings,
)
from fic2book.model.designs import PageDesign
from fic2book.model.editions import Edition, Gone
from fic2book.model.images import Image
from fic2book.model.looks import Lettering, Looks, Ornament
from fic2book.model.manuscripts import (
    Change,
    Document,
    Kind,
    Line,
    Note,
    NoteKind,
    Picture,
    Place,
    Related,
    Series,
    Story,
    Sure,
)
from fic2book.model.printed import Printed, PrintedPage
from fic2book.model.problems import Problem, Severity
from fic2book.model.wrapped import Area, BookBlock, Piece, WrapPlan

__all__ = [
    "Anthology",
    "Area",
    "Book",
    "BookBlock",
    "BookletSettings",
    "Change",
    "Choices",
    "Document",
    "Edition",
    "Font",
    "Gone",
    "Image",
    "Imprint",
    "ImprintSettings",
    "InteriorRules",
    "Kind",
    "Lettering",
    "Line",
    "Looks",
    "Note",
    "NoteKind",
    "Ornament",
    "PageDesign",
    "Paper",
    "Part",
    "PartSettings",
    "Picture",
    "Piece",
    "Place",
    "PlacedPage",
    "PrintSettings",
    "Printed",
    "PrintedPage",
    "Problem",
    "Related",
    "Rows",
    "Section",
    "Series",
    "Settings",
    "Severity",
    "Sheet",
    "SheetPlan",
    "Story",
    "StorySettings",
    "Sure",
    "Theme",
    "WrapPlan",
    "WrapSettings",
    "Written",
]  # fmt: skip
