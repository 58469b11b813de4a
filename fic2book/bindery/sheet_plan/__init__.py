"""The sheet plan: how these sheets become a book, on one page, as a PDF with drawings and as plain text."""

from fic2book.bindery.sheet_plan.leaflet import pages, pdf
from fic2book.bindery.sheet_plan.plain import text

__all__ = ["pages", "pdf", "text"]
