"""What the ledger says of one row is no other row's: repairs, and footnotes whose words are numbers."""

from tests.fuzz.test_fuzz import prove

TWICE = "d<h1>The Quay<p>‚ÄúYou said<p>There‚ÄúYou said noon,‚Äù said Ada, who had walked in the rain in both √"
"""An opening whose first row is mojibake alone, and whose second has beside it what no repair can mean."""


def test_a_repair_counts_in_its_own_row_alone():
    prove("a.html", TWICE.encode())


def test_the_number_of_a_call_is_no_word_of_its_row():
    prove("a.md", b"[^1]: 1[^1]:\n1")
