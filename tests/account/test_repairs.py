"""Words that were repaired in one row and could not be in another: the ledger's entries are taken row by row."""

from tests.fuzz.test_fuzz import prove

TWICE = "d<h1>The Quay<p>‚ÄúYou said<p>There‚ÄúYou said noon,‚Äù said Ada, who had walked in the rain in both √"
"""An opening whose first row is mojibake alone, and whose second has beside it what no repair can mean."""


def test_a_repair_counts_in_its_own_row_alone():
    prove("a.html", TWICE.encode())
