"""The values that travel through the program: frozen, and nothing but the standard library.

``markup`` in them always means an XHTML fragment of allowed tags (see ``fic2book.markup``), well-formed, without
namespaces, in NFC. ``text`` means plain text.
"""

from fic2book.model.asked import Choices, Settings, StorySettings
from fic2book.model.books import Anthology, Book, Font, Image, Section, Theme, Written
from fic2book.model.manuscripts import Change, Document, Kind, Line, Note, Place, Series, Story
from fic2book.model.problems import Problem, Severity

__all__ = [
    "Anthology", "Book", "Change", "Choices", "Document", "Font", "Image", "Kind", "Line", "Note", "Place", "Problem",
    "Section", "Series", "Settings", "Severity", "Story", "StorySettings", "Theme", "Written",
]  # fmt: skip
