"""What a finished build says: sentences on the terminal, and a page beside the books with all of it."""

from fic2book.report.page import MAKER, page, pieces
from fic2book.report.sentences import NAME, counted, place_of, sentences

__all__ = ["MAKER", "NAME", "counted", "page", "pieces", "place_of", "sentences"]
