"""Differences between a story and an output, told as problems: what is lost, foreign, changed, moved or doubled."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fic2book.checks.wording import Passage, Wording, counted
from fic2book.letters import letters
from fic2book.model import Problem, Severity
from fic2book.walk import Difference

_FEW = 3  # words: a change of so many is told as "the book has … where the manuscript has …"
_PASSAGE = 16  # letters: what is shorter may stand twice in a story by chance
_MOST = 8  # problems told of one text; the rest is counted


class Text(NamedTuple):
    """A chapter's text on one side, as it reads and as it is compared."""

    text: str
    letters: str


class Side(NamedTuple):
    """Which text of which output is compared."""

    output: str
    """``EPUB`` or ``PDF``."""
    name: str
    """The story (and chapter) as a person knows it: “Title”, chapter “Two”."""
    file: str
    """The manuscript."""
    page: Callable[[int], str]
    """Says on which page a letter of the output stands, as " (page 12)", or nothing."""


def no_page(_: int) -> str:
    """Answer for an output without pages."""
    return ""


def problems(side: Side, own: Text, found: Text, differences: Sequence[Difference]) -> Iterator[Problem]:
    """Yield one problem a difference, in the order of the story."""
    if not differences:
        return
    telling = _Telling(side, own, found)
    told = [problem for pair in _paired(own, found, differences) for problem in telling.told(*pair)]
    yield from told[:_MOST]
    if len(told) > _MOST:
        more = counted(len(told) - _MOST, "more place is", "more places are")
        yield telling.problem("text-lost", f"{more} not as in the manuscript")


def _paired(own: Text, found: Text, differences: Sequence[Difference]) -> list[tuple[str, Difference]]:
    """Give each difference a kind; a loss that stands elsewhere, and what stands there, become one that moved."""
    lost = [difference for difference in differences if difference.end - difference.start >= _PASSAGE]
    told: list[tuple[str, Difference]] = []
    moved: list[Difference] = []
    for difference in differences:
        foreign = found.letters[difference.out_start : difference.out_end]
        from_here = next((loss for loss in lost if loss != difference and _core(own, loss) in foreign), None)
        if from_here and difference.start == difference.end:
            told.append(("moved", Difference(*from_here[:2], *difference[2:])))
            moved.append(from_here)
        elif difference.start == difference.end and _stands_in(own, foreign):
            told.append(("doubled", difference))
        else:
            told.append(("", difference))
    return [(kind, difference) for kind, difference in told if kind or difference not in moved]


def _stands_in(own: Text, foreign: str) -> bool:
    if len(foreign) < _PASSAGE:
        return False
    return foreign in own.letters or (len(foreign) > 2 * _PASSAGE and foreign[4:-4] in own.letters)


def _core(own: Text, loss: Difference) -> str:
    """Return a lost passage without its rims: the walk may have put a gap some letters too far on."""
    passage = own.letters[loss.start : loss.end]
    rim = min(8, (len(passage) - 16) // 2)
    return passage[rim : len(passage) - rim]


class _Telling:
    """Both texts with their words, made when the first difference is told."""

    def __init__(self, side: Side, own: Text, found: Text) -> None:
        self.side, self.own, self.found = side, own, found
        self.words = Wording(own.text)
        self.out_words = Wording(found.text)

    def told(self, kind: str, difference: Difference) -> Iterator[Problem]:
        start, end = self.words.settled(self.own.letters, difference.start, difference.end)
        passage = self.words.whole(start, end)
        page = self.side.page(difference.out_start)
        if kind == "moved":
            yield self._passage("text-moved", passage, f"stand in another place of the {self.side.output}{page}")
            return
        if kind == "doubled":
            yield self._foreign("text-doubled", difference, f"stand twice in the {self.side.output}{page}")
            return
        changed = self._changed(difference)
        if changed:
            yield changed
            return
        if difference.start < difference.end:
            yield self._passage("text-lost", passage, f"are missing from the {self.side.output}{page}")
        if difference.out_start < difference.out_end:
            not_ours = f"stand in the {self.side.output}{page} that are not in the manuscript"
            yield self._foreign("text-foreign", difference, not_ours)

    def problem(self, code: str, sentence: str) -> Problem:
        return Problem(
            code=code,
            severity=Severity.ERROR,
            message=f"{self.side.name}: {sentence}.",
            place=self.side.file,
        )

    def _changed(self, difference: Difference) -> Problem | None:
        """Return the problem when a few words or less changed: both readings are told."""
        start, end, out_start, out_end = difference
        is_swap = start < end and out_start < out_end
        if not is_swap and self.words.is_whole(start, end) and self.out_words.is_whole(out_start, out_end):
            return None
        before, behind = self.words.grown(start, end)
        out_before, out_behind = self.out_words.grown(out_start, out_end)
        before, behind = max(before, out_before), max(behind, out_behind)
        passage = self.words.whole(max(0, start - before), end + behind)
        reading = self.out_words.whole(max(0, out_start - before), out_end + behind)
        if max(passage.last - passage.first, reading.last - reading.first) > _FEW:
            return None
        place = self.words.place(passage)
        page = self.side.page(out_start)
        has = f"the {self.side.output}{page} has {self.out_words.said(reading)}"
        return self.problem("text-changed", f"{place}, {has} where the manuscript has {self.words.said(passage)}")

    def _passage(self, code: str, passage: Passage, what: str) -> Problem:
        number = counted(passage.last - passage.first, "word")
        said = self.words.said(passage)
        return self.problem(code, f"{self.words.place(passage)}, {_agreeing(number, what)}: {said}")

    def _foreign(self, code: str, difference: Difference, what: str) -> Problem:
        out_start, out_end = self.out_words.settled(self.found.letters, difference.out_start, difference.out_end)
        reading = self.out_words.whole(out_start, out_end)
        number = counted(reading.last - reading.first, "word")
        return self.problem(
            code, f"{self.out_words.place(reading)}, {_agreeing(number, what)}: {self.out_words.said(reading)}"
        )


def _agreeing(number: str, what: str) -> str:
    """Put number and verb together: "1 word stands", "2 words are"."""
    if number.startswith("1 "):
        what = what.replace("stand ", "stands ", 1).replace("are missing", "is missing", 1)
        what = what.replace("that are not", "that is not", 1)
    return f"{number} {what}"


def folded(text: str) -> Text:
    """Return a text beside its letters."""
    return Text(text, letters(text))
