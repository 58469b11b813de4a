"""What an EPUB says about the ways in which it can be read is true, and nobody's word is put into their mouth."""

from dataclasses import replace

import pytest

from fic2book import checks
from fic2book.markup import Element
from fic2book.model import Anthology, Imprint
from tests.checks import illustrated
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import OPF, package, plain_cover, properties, without_fonts

CLAIM = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def said(book: bytes, name: str) -> list[str]:
    return [value for key, value in properties(book) if key == name]


def bare() -> Anthology:
    """Return a book with one picture that nobody has described."""
    one = next(one for one in illustrated.anthology().stories if one.id == "boat")
    return illustrated.without("boat", body=one.body.replace('alt="A boat, alone"', 'alt=" "'))


def test_a_book_of_text_is_read_as_text_for_a_cover_is_nothing_that_must_be_seen():
    plain = without_fonts(anthology(story("a"), story("b")))
    assert said(plain, "schema:accessMode") == ["textual"]
    assert said(plain, "schema:accessModeSufficient") == ["textual"]
    assert said(plain, "schema:accessibilityHazard") == ["none"]
    assert "alternativeText" in said(plain, "schema:accessibilityFeature")
    marked = without_fonts(anthology(story("a"), imprint=Imprint(name="Moth", logo=plain_cover())))
    assert said(marked, "schema:accessMode") == ["textual"]


def test_described_pictures_may_be_seen_or_heard():
    book = without_fonts(illustrated.anthology())
    assert said(book, "schema:accessMode") == ["textual", "visual"]
    assert said(book, "schema:accessModeSufficient") == ["textual", "textual,visual"]
    assert "alternativeText" in said(book, "schema:accessibilityFeature")


def test_one_picture_without_words_takes_both_promises_away():
    book = without_fonts(bare())
    assert said(book, "schema:accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in said(book, "schema:accessibilityFeature")
    assert "does not meet" in said(book, "schema:accessibilitySummary")[0]


def test_an_index_is_a_feature_of_the_book_that_has_one():
    few = without_fonts(anthology(story("a"), story("b")))
    many = without_fonts(anthology(*(story(name, authors=(name,)) for name in ("Ann", "Bo", "Cy"))))
    assert "index" not in said(few, "schema:accessibilityFeature")
    assert "index" in said(many, "schema:accessibilityFeature")


def test_nobody_is_named_who_has_not_said_that_they_evaluated_the_book():
    plain = without_fonts(anthology(story("a")))
    assert not said(plain, "dcterms:conformsTo")
    assert not said(plain, "a11y:certifiedBy")
    assert "nobody has evaluated it" in said(plain, "schema:accessibilitySummary")[0]


def test_who_evaluated_the_book_is_named_with_the_day():
    book = without_fonts(anthology(story("a"), certified_by="Moth & Lamp", certified_on="2026-03-01"))
    metas = {one.get("property"): one for one in package(book).iter(f"{OPF}meta")}
    assert metas["dcterms:conformsTo"].text == CLAIM
    assert said(book, "a11y:certifiedBy") == ["Moth & Lamp"]
    assert refined(metas["a11y:certifiedBy"]) == metas["dcterms:conformsTo"].get("id")
    assert refined(metas["dcterms:date"]) == metas["a11y:certifiedBy"].get("id")
    assert metas["dcterms:date"].text == "2026-03-01"
    assert "nobody" not in said(book, "schema:accessibilitySummary")[0]


def refined(meta: Element) -> str:
    return (meta.get("refines") or "").removeprefix("#")


def test_a_claim_that_is_not_true_is_left_out_and_told():
    claimed = replace(bare(), certified_by="Moth & Lamp")
    assert not said(without_fonts(claimed), "dcterms:conformsTo")
    assert "certified-untrue" in {problem.code for problem in checks.undescribed(claimed)}
    true = replace(illustrated.anthology(), certified_by="Moth & Lamp")
    assert checks.undescribed(true) == ()


@pytest.mark.parametrize("name", ["ARIA", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"])
def test_what_every_book_has_is_said(name):
    assert name in said(without_fonts(anthology(story("a"))), "schema:accessibilityFeature")
