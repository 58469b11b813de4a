"""Where a book is parted into volumes, by examples and against all the ways that there are."""

from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.binding.parting import parted, sizes


@pytest.mark.parametrize(
    ("pages", "parts", "count", "most", "starts"),
    [
        ([10, 10, 10, 10], (), 1, inf, (0,)),
        ([10, 10, 10, 10], (), 2, inf, (0, 2)),
        ([30, 10, 10, 10], (), 2, inf, (0, 1)),
        ([10, 10, 10, 30], (), 2, inf, (0, 3)),
        ([60, 30, 30, 60], (), 2, 100, (0, 2)),
        ([50, 50, 50], (), 2, 90, None),
        ([50, 50, 50], (), 3, 90, (0, 1, 2)),
        ([91, 1], (), 2, 90, None),  # one story that is too long alone
        ([10, 10], (), 3, inf, None),  # fewer stories than volumes
        ([20] * 6, (2,), 2, inf, (0, 2)),  # 40 and 80: the part stays whole
        ([20] * 6, (1,), 2, inf, (0, 3)),  # 20 and 100 would be too uneven
        ([20] * 6, (2,), 2, 70, (0, 3)),  # the part alone would be too thick
        ([20] * 6, (3,), 3, inf, (0, 2, 4)),  # fewer parts than volumes
        ([20] * 6, (2, 4), 3, inf, (0, 2, 4)),
    ],
)
def test_volumes_are_even_and_keep_parts_together_where_that_will_do(pages, parts, count, most, starts):
    assert parted(pages, parts, count, most) == starts


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9), st.integers(1, 4), st.sampled_from([50, 100, inf]))
def test_no_way_of_parting_is_more_even(pages, count, most):
    ways = [(0, *rest) for rest in combinations(range(1, len(pages)), count - 1)] if count <= len(pages) else []
    fitting = [way for way in ways if max(sizes(pages, way)) <= most]
    found = parted(pages, (), count, most)
    assert (found is None) == (not fitting)
    if found is not None:
        assert found in fitting
        assert squares(pages, found) == min(squares(pages, way) for way in fitting)


def squares(pages, starts):
    return sum(size**2 for size in sizes(pages, starts))
