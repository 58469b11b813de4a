"""The EPUBs of manuscripts/ that we wrote hold what their cases say."""

import io
import zipfile

import pytest

from tests.our_books import PLACES, made


def held(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("case", PLACES)
def test_a_book_of_our_own_is_made_of_its_case(case):
    assert held(made(case)) == held(PLACES[case].read_bytes())
