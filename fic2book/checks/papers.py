"""The pages that the book's maker wrote: dedication, foreword, afterword, about the authors, colophon."""

from collections.abc import Iterator

from fic2book.checks.told import ToldPaper
from fic2book.model import Problem, Severity
from fic2book.walk import find, nothing_known


def problems(paper: ToldPaper, wanted: str, found: str, output: str) -> Iterator[Problem]:
    """Look for a page's letters, in order, among those of its pages in an output; heads and folios may part them."""
    lost = 0
    if wanted not in found:
        lost = sum(one.end - one.start for one in find(wanted, found, nothing_known).differences)
    if lost:
        much = "is missing" if lost == len(wanted) else f"lacks {lost:,} of its {len(wanted):,} letters"
        said = f"the page “{paper.title}” of your own words {much} in the {output}."
        yield Problem(code="page-lost", severity=Severity.ERROR, message=said, place=paper.title)
