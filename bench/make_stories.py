"""Write Markdown manuscripts of our own words, the same ones every time: something to measure with, not to read.

    python bench/make_stories.py FOLDER [STORIES] [WORDS]

Sentences, dialogue, emphasis, straight quotes, dashes typed as hyphens and scene breaks come as often as in the
one-shots that people have, so that restoring them is work.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("Ilse", "Teodor", "Maren", "Okko", "Brannoch", "Sunniva", "Pell", "Ravi", "Anneke", "Tobit", "Yara", "Corin")
PLACES = ("the ferry house", "the upper garden", "the glass market", "the old signal tower", "the tide kitchen",
          "the reading room", "the long stair", "the harbour wall", "the apple loft", "the weather office")  # fmt: skip
THINGS = ("lantern", "ledger", "kettle", "compass", "letter", "key", "coat", "map", "bell", "ladder", "blue cup",
          "fiddle", "rope", "window", "chair", "basket", "clock", "boat", "candle", "door")  # fmt: skip
ADJECTIVES = ("quiet", "crooked", "patient", "salt-stained", "borrowed", "unlikely", "careful", "half-finished",
              "brass", "narrow", "bright", "stubborn", "ordinary", "mended", "heavy", "small")  # fmt: skip
VERBS = ("carried", "mended", "counted", "hid", "found", "forgot", "lifted", "polished", "traded", "remembered",
         "followed", "watched", "opened", "dropped", "kept", "answered")  # fmt: skip
MANNERS = ("slowly", "without a word", "before the tide turned", "as if it mattered", "with both hands", "on purpose",
           "for the third time", "like somebody asleep", "in the wrong order", "against the wind")  # fmt: skip
SAYINGS = (
    "It's only a {thing}",
    "You can't keep the {thing} there",
    "I'd have asked you sooner",
    "Nobody goes to {place}",
    "That isn't what the {thing} is for",
    "We'll need a {adjective} one",
    "Don't tell {name}",
    "I thought you'd gone to {place}",
    "There's always another {thing}",
    "Say it again, and mean it",
)
SPEECHES = ("said {name}", "{name} asked", "{name} answered", "said {name}, and looked away", "{name} told the {thing}")
FRAMES = (
    "{name} {verb} the {adjective} {thing} {manner}.",
    "In {place} there was some {adjective} {thing}, and beside it a {thing} that nobody had {verb} in years.",
    "It was not the {thing} that troubled {name} -- it was the way {name} {verb} it {manner}.",
    "By the time they came to {place}, the {thing} was *{adjective}* and the light was going.",
    "The {adjective} {thing} stood in {place}, where {name} had left it, and waited {manner}.",
    "{name} {verb} it, {verb} it once more, and then sat down in {place} to think.",
    "Somewhere behind {place} a {thing} fell over...",
    "What {name} wanted was one {adjective} {thing}; what {name} had was a {thing} and some {adjective} excuse.",
)


def story(number: int, words: int) -> str:
    """Return one manuscript: front matter, and at least ``words`` words of text."""
    chance = random.Random(number)  # noqa: S311 - text to measure with, not a secret
    title = f"The {chance.choice(ADJECTIVES).title()} {chance.choice(THINGS).title()}, No. {number}"
    pieces: list[str] = []
    count = 0
    while count < words:
        pieces.append(_paragraph(chance))
        count += len(pieces[-1].split())
        if chance.random() < 0.02:
            pieces.append("***")
    head = f"---\ntitle: {title}\nauthor: {chance.choice(NAMES)} of the Bench\nlanguage: en\n---\n"
    return "\n\n".join((head, *pieces)) + "\n"


def write(folder: Path, stories: int = 40, words: int = 3000) -> Iterator[Path]:
    """Write the manuscripts into ``folder`` and give their places."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, stories + 1):
        place = folder / f"{number:03} story.md"
        place.write_text(story(number, words), encoding="utf-8", newline="\n")
        yield place


def _paragraph(chance: random.Random) -> str:
    if chance.random() < 0.45:
        return _dialogue(chance)
    return " ".join(_filled(chance.choice(FRAMES), chance) for _ in range(chance.randint(2, 6)))


def _dialogue(chance: random.Random) -> str:
    said = _filled(chance.choice(SAYINGS), chance)
    reply = _filled(chance.choice(SAYINGS), chance)
    speech = _filled(chance.choice(SPEECHES), chance)
    tail = _filled(chance.choice(FRAMES), chance)
    if chance.random() < 0.3:
        return f'"{said}," {speech}. "*{reply}.*" {tail}'
    return f'"{said}," {speech}. {tail}'


def _filled(frame: str, chance: random.Random) -> str:
    """Put words into a frame, a new one for each gap."""
    stock = {"name": NAMES, "place": PLACES, "thing": THINGS, "adjective": ADJECTIVES, "verb": VERBS, "manner": MANNERS}
    text = frame
    for kind, choices in stock.items():
        while "{" + kind + "}" in text:
            text = text.replace("{" + kind + "}", chance.choice(choices), 1)
    return text[0].upper() + text[1:]


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[2:4]]
    sys.stdout.write("".join(f"{place}\n" for place in write(Path(sys.argv[1]), *asked)))
