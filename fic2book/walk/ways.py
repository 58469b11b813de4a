"""The search for the way on, where a story and an output no longer say the same."""

from collections.abc import Callable, Iterator

GRAM = 16
"""Letters that must agree before a walk goes on; runs of that length seldom stand twice in a story."""
_FEW = 4
_EDGE = 240  # letters of furniture between two pages: two running heads, two numbers, and blank pages between
_NEAR = 4096  # letters of the output looked through where both sides changed: about three pages
_FAR = 64  # searches of one walk that look through everything; later ones look near, so that no book takes minutes
_CLEAR = 200  # a run this long is no coincidence: beyond it, nearness decides
_PAGES = 40  # pages that are followed to tell two beginnings apart
_PLACES = 24  # places of one run that are weighed against each other


def agreement(one: str, i: int, other: str, j: int) -> int:
    """Return how many letters from ``one[i]`` and ``other[j]`` on are the same."""
    done, step = 0, 64
    most = min(len(one) - i, len(other) - j)
    while done < most:
        step = min(step, most - done)
        if one[i + done : i + done + step] == other[j + done : j + done + step]:
            done += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return done


def slides_onto(known: Callable[[int, int], bool], text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is known, or the same gap moved to the left.

    Furniture may begin with the letters with which the story goes on; then a walk takes them for the story's.
    """
    while not known(start, end):
        if start in (0, end) or text[start - 1] != text[end - 1]:
            return False
        start, end = start - 1, end - 1
    return True


class Ways:
    """The ways on of one walk; what was looked up near the walk is kept from one search to the next."""

    def __init__(self, story: str, output: str, known: Callable[[int, int], bool]) -> None:
        self.story, self.output, self.known = story, output, known
        self.searches = 0
        self.runs: dict[str, int] = {}
        self.indexed = range(0)

    def beginning(self, start: int) -> tuple[int, int]:
        """Return the story's and the output's letter from which on they agree; where they never do, the story's end.

        Of several places the longest agreement wins, furniture passed over: a summary may quote how the story begins,
        and a story may end as it began. Where the whole text stands twice, the first is meant.
        """
        places = _places(self.story[:GRAM], self.output, start, len(self.output))
        if places:
            runs = {place: self._run(place) for place in places}
            whole = next((place for place in places if runs[place] == len(self.story)), None)
            return 0, whole if whole is not None else max(places, key=lambda place: (runs[place], place))
        grams = {self.story[place : place + GRAM]: place for place in range(len(self.story) - GRAM, -1, -1)}
        hits = [
            (grams[run], -place)
            for place in range(start, len(self.output) - GRAM + 1)
            if (run := self.output[place : place + GRAM]) in grams
        ]
        if not hits:
            return len(self.story), start
        lost = min(hit[0] for hit in hits)
        places = [-place for hit, place in hits if hit == lost][:_PLACES]
        return lost, max(places, key=lambda place: agreement(self.story, lost, self.output, place))

    def onward(self, i: int, j: int) -> tuple[int, int]:
        """Return how much to skip in the story and in the output; all of the story when they never meet again."""
        self.searches += 1
        far = self.searches <= _FAR
        out_end, story_end = (len(self.output), len(self.story)) if far else (j + _NEAR, i + _NEAR)
        over_furniture = self._over_furniture(i, j)
        if over_furniture:
            return 0, over_furniture
        ways = [(0, place - j) for place in _places(self.story[i : i + GRAM], self.output, j, out_end)]
        ways += [(place - i, 0) for place in _places(self.output[j : j + GRAM], self.story, i, story_end)]
        ways += self._both(i, j)
        return max(ways, key=lambda way: self._worth(i, j, way), default=(len(self.story) - i, 0))

    def _run(self, place: int) -> int:
        """Return how many of the story's letters stand in the output from ``place`` on, with furniture between."""
        i, j = 0, place
        for _ in range(_PAGES):
            run = agreement(self.story, i, self.output, j)
            i, j = i + run, j + run
            skipped = self._over_furniture(i, j) if i < len(self.story) else 0
            if not skipped:
                break
            j += skipped
        return i

    def _over_furniture(self, i: int, j: int) -> int:
        """Return how much of the output to skip when it is furniture with the story going on behind it, else 0.

        Here a few letters are enough: a list's line may be short, and then the next number or the page's end comes.
        """
        gram = self.story[i : i + _FEW]
        for place in _places(gram, self.output, j, j + _EDGE):
            if slides_onto(self.known, self.output, j, place):
                return place - j
        return 0

    def _worth(self, i: int, j: int, way: tuple[int, int]) -> tuple[bool, int, int]:
        lost, foreign = way
        agreed = agreement(self.story, i + lost, self.output, j + foreign)
        is_furniture = not lost and slides_onto(self.known, self.output, j, j + foreign)
        return is_furniture, min(agreed, _CLEAR), -lost - foreign

    def _both(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """Yield the first way on where something changed on both sides."""
        if j not in self.indexed or self.indexed.stop - j < _NEAR:
            self.indexed = range(j, j + 2 * _NEAR)
            last = min(self.indexed.stop, len(self.output) - GRAM)
            self.runs = {self.output[place : place + GRAM]: place for place in range(last, j - 1, -1)}
        for start in range(i + 1, len(self.story) - GRAM + 1):
            place = self.runs.get(self.story[start : start + GRAM], -1)
            if place >= j:
                yield start - i, place - j
                return


def _places(gram: str, text: str, start: int, end: int) -> list[int]:
    """Return the first places of ``gram`` in ``text[start:end]``; a short one is a text's own end and seldom alone."""
    places: list[int] = []
    place = text.find(gram, start, end + len(gram)) if gram else -1
    while place >= 0 and len(places) < _PLACES:
        places.append(place)
        place = text.find(gram, place + 1, end + len(gram))
    return places
