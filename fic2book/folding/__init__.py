"""Sheets, signatures and folds as numbers: where each page lies so that a folded sheet reads in order. No PDF here."""

from fic2book.folding.advice import advice
from fic2book.folding.fit import Fitted, on_trim
from fic2book.folding.folded import Face, Printed, Side, folded, turned_over
from fic2book.folding.orders import ORDERS, Order, order_of
from fic2book.folding.papers import Trim, cell, lying, paper, papers, said, spoken, trim_of
from fic2book.folding.planned import plan
from fic2book.folding.signatures import balanced
from fic2book.folding.thickness import thickness, thickness_of
from fic2book.folding.wishes import MARKS

__all__ = [
    "MARKS", "ORDERS", "Face", "Fitted", "Order", "Printed", "Side", "Trim", "advice", "balanced",
    "cell", "folded", "lying", "on_trim", "order_of", "paper", "papers", "plan", "said", "spoken", "thickness",
    "thickness_of", "trim_of", "turned_over",
]  # fmt: skip
