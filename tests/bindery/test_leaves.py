"""The cover never enters a bound book's interior."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from fic2book.bindery import leaves


def _book(labels, pages=5):
    book = pikepdf.new()
    for number in range(pages):
        book.add_blank_page(page_size=(100 + number, 200))
    if labels:
        pieces = [piece for start, style in labels for piece in (start, Dictionary(style))]
        book.Root.PageLabels = Dictionary(Nums=Array(pieces))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as book:
        return [(str(page.label), float(page.mediabox[2])) for page in book.pages]


COVER = {"/S": Name.D, "/P": String("C")}


@pytest.mark.parametrize(
    ("labels", "left"),
    [
        ([(0, COVER), (2, {"/S": Name.r}), (4, {"/S": Name.D})], [("i", 102), ("ii", 103), ("1", 104)]),
        ([(0, COVER), (1, {"/S": Name.D})], [("1", 101), ("2", 102), ("3", 103), ("4", 104)]),
    ],
    ids=["two pages of cover", "one"],
)
def test_the_pages_of_the_cover_are_left_out_and_the_others_keep_their_numbers(labels, left):
    assert _read(leaves.interior(_book(labels))) == left


@pytest.mark.parametrize(
    "labels",
    [[], [(0, {"/S": Name.r}), (2, {"/S": Name.D})], [(0, {"/S": Name.D, "/P": String("A")}), (1, {"/S": Name.D})]],
    ids=["no labels", "no cover", "another prefix"],
)
def test_a_pdf_without_a_cover_of_ours_stays_as_it_is(labels):
    book = _book(labels)
    assert leaves.interior(book) == book


def test_the_same_interior_comes_of_the_same_book():
    book = _book([(0, COVER), (2, {"/S": Name.D})])
    assert leaves.interior(book) == leaves.interior(book)
