"""Small stories for the tests: as many words as are asked for, the same for the same number."""

import random

from fic2book.model import Settings, Story

_WORDS = [
    "lamp", "quay", "tide", "goat", "mill", "harbour", "ladder", "rope", "bread", "kettle", "window", "stair", "salt",
    "rain", "gull", "boat", "oar", "chart", "ink", "letter", "stamp", "bell", "tower", "clock", "wheel", "sack",
    "river", "stone", "bridge", "hedge", "lane", "cart", "lantern", "cellar", "roof", "chimney", "smoke", "apple",
    "orchard", "basket", "scarf", "button", "thread", "needle", "pocket", "coin", "market", "drum", "fiddle", "song",
]  # fmt: skip
_VERBS = ["carried", "found", "lost", "hid", "mended", "followed", "painted", "counted", "kept", "borrowed", "named"]


def tale(number, words=400):
    """Return paragraphs of about so many words."""
    choose = random.Random(number)  # noqa: S311 — a tale, not a secret
    said, paragraphs = 0, []
    while said < words:
        sentences = [
            f"The {choose.choice(_WORDS)} {choose.choice(_VERBS)} the {choose.choice(_WORDS)} behind the "
            f"{choose.choice(_WORDS)} and the {choose.choice(_WORDS)} {choose.choice(_VERBS)} nothing."
            for _ in range(4)
        ]
        paragraphs.append(" ".join(sentences))
        said += 4 * 14
    return paragraphs


def body(*paragraphs):
    """Return paragraphs as a story's body."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def story(title, paragraphs, *, file="", **fields):
    """Return a story as it is after reading."""
    text = paragraphs if isinstance(paragraphs, str) else body(*paragraphs)
    return Story(file=file or f"{title}.txt", origin="text", title=title, body=text, **{"language": "en", **fields})


def settings(folder, *tables):
    """Return settings with these ``[[story]]`` tables."""
    return Settings(folder=folder, output=folder / "book", stories=tables)
