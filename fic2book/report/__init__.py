"""What a finished build says: sentences on the terminal, and a page beside the books with all of it."""

from fic2book.report.page import MAKER, page
from fic2book.report.sentences import NAME, counted, place_of, sentences

__all__ = ["MAKER", "NAME", "counted", "page", "place_of", "sentences"]
