"""Write Markdown manuscripts of our own words, the same ones every time: something to measure with, not to read.

    python bench/make_stories.py FOLDER [STORIES] [WORDS]

Sentences, dialogue, emphasis, straight quotes, dashes typed as hyphens and scene breaks come as often as in the
one-shots that people have, so that restoring them is work.
"""

import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_SAID = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
WORDS = {kind: _SAID[kind].split() for kind in ("name", "thing", "adjective", "verb")}
WORDS["place"] = [f"the {part} {place}" for part in _SAID["part"].split() for place in _SAID["building"].split()]
WORDS["manner"] = _SAID["manner"]
_GAP = re.compile(r"\{(\w+)\}")
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
    "In {place} there was some {adjective} {thing}, and beside it a {thing} that {name} {verb} {manner}.",
    "It was not the {thing} that troubled {name} -- it was the way {name} {verb} it {manner}.",
    "When they came to {place}, the {thing} was *{adjective}* and the {adjective} {thing} was gone.",
    "The {adjective} {thing} stood in {place}, where {name} had left it, and waited {manner}.",
    "{name} {verb} it, {verb} the {thing} {manner}, and then sat down in {place} to think.",
    "Behind {place} a {adjective} {thing} fell over...",
    "What {name} wanted was one {adjective} {thing}; what {name} had was a {thing} and some {adjective} excuse.",
    "{manner}, and {manner}, {name} and {name} {verb} every {adjective} {thing} between {place} and {place}.",
    "Neither the {thing} nor {place} had ever looked so {adjective}, thought {name}, who {verb} both {manner}.",
    "A {thing}, a {thing}, a {adjective} {thing}: {name} {verb} them {manner}.",
    "If the {adjective} {thing} was {adjective}, then {place} -- {name} {verb} it {manner} -- was more so.",
)


def story(number: int, words: int) -> str:
    """Return one manuscript: front matter, and at least ``words`` words of text."""
    chance = random.Random(number)  # noqa: S311 - text to measure with, not a secret
    title = f"The {chance.choice(WORDS['adjective']).title()} {chance.choice(WORDS['thing']).title()}, No. {number}"
    pieces: list[str] = []
    count = 0
    while count < words:
        pieces.append(_paragraph(chance))
        count += len(pieces[-1].split())
        if chance.random() < 0.02:
            pieces.append("***")
    head = f"---\ntitle: {title}\nauthor: {chance.choice(WORDS['name'])} of the Bench\nlanguage: en\n---\n"
    return "\n\n".join((head, *pieces)) + "\n"


def write(folder: Path, stories: int = 40, words: int = 3000) -> Iterator[Path]:
    """Write the manuscripts into ``folder`` and give their places."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, stories + 1):
        place = folder / f"{number:04} story.md"
        place.write_text(story(number, words), encoding="utf-8", newline="\n")
        yield place


def _paragraph(chance: random.Random) -> str:
    if chance.random() < 0.45:
        return _dialogue(chance)
    return " ".join(_begun(_filled(chance.choice(FRAMES), chance)) for _ in range(chance.randint(2, 6)))


def _dialogue(chance: random.Random) -> str:
    said = _begun(_filled(chance.choice(SAYINGS), chance))
    reply = _begun(_filled(chance.choice(SAYINGS), chance))
    speech = _filled(chance.choice(SPEECHES), chance)
    tail = _begun(_filled(chance.choice(FRAMES), chance))
    if chance.random() < 0.3:
        return f'"{said}," {speech}. "*{reply}.*" {tail}'
    return f'"{said}," {speech}. {tail}'


def _filled(frame: str, chance: random.Random) -> str:
    """Put words into a frame, a new one for each gap."""
    return _GAP.sub(lambda gap: chance.choice(WORDS[gap[1]]), frame)


def _begun(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[2:4]]
    sys.stdout.write("".join(f"{place}\n" for place in write(Path(sys.argv[1]), *asked)))
