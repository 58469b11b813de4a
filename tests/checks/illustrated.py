"""One small book with pictures, notes of every kind and parts, and the files that the real writers make of it."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from PIL import Image as Picturing

from fic2book.model import Anthology, Note, NoteKind, Part, Picture, Place, Story
from tests.checks.library import write

WORDS = (
    "The boat came in on the evening tide with one lamp lit and nobody at the wheel.",
    "She had counted on rain, and on the ferryman, and on neither of them being late.",
    "All along the wall the gulls stood facing the same way, like people at a wedding.",
    "He wrote the number down, and under it the hour, and under that a question mark.",
    "Nobody in the harbour office remembered who had ordered a second crate of bells.",
    "By noon the fog had gone as far as the fish market and stopped there, thinking.",
)
NOTES = (
    Note(place=Place.BEFORE, body="<p>For everybody who has ever missed a boat by a minute.</p>"),
    Note(place=Place.BEFORE, body="<p>There is deep water in this one, and a goodbye.</p>", kind=NoteKind.WARNING),
    Note(place=Place.BEFORE, body="<p>The harbour belongs to the herring.</p>", kind=NoteKind.DISCLAIMER),
    Note(place=Place.AFTER, body="<p>Thank you for waiting on the wall with them until the lamp was out.</p>"),
)


def picture(name: str, size: tuple[int, int], kind: str = "PNG") -> Picture:
    buffer = io.BytesIO()
    Picturing.new("RGB", size, (60, 90, size[0] % 250)).save(buffer, kind)
    return Picture(name=name, data=buffer.getvalue(), media_type=f"image/{kind.lower()}", width=size[0], height=size[1])


PICTURES = (picture("boat", (320, 200)), picture("wall.jpeg", (500, 120), "JPEG"), picture("bell", (20, 20)))


def body(first: int) -> str:
    said = [WORDS[(first + number) % len(WORDS)] for number in range(5)]
    return "".join(f"<p>{words} {words[::-1].title()[:20].strip()}</p>" for words in said)


def story(name: str, first: int, **fields: object) -> Story:
    given = {"file": f"{name}.html", "origin": "html", "title": f"The {name.title()}", "authors": (name.title(),)}
    return Story(**{**given, "id": name, "body": body(first), "language": "en", **fields})


@cache
def anthology(how: str = "") -> Anthology:
    shown = (
        '<p><img src="picture:boat" alt="A boat, alone"/></p>'
        + body(0)
        + '<hr class="scene"/><p>She rang the <img src="picture:bell" alt="bell"/> again, and waited.</p>'
        + '<p><img src="picture:wall.jpeg" alt="Gulls on the wall"/></p>'
        + body(1)
    )
    stories = (
        story("boat", 0, body=shown, pictures=PICTURES, notes=NOTES),
        story("ferry", 2, notes=NOTES[3:]),
        story("market", 4),
    )
    return Anthology(
        title="Evening Tide",
        stories=stories,
        identifier="urn:uuid:0f5a1b7e-2a3c-5e4d-8f60-718293a4b5c6",
        modified=datetime(2004, 5, 6, tzinfo=UTC),
        authors=("Boat", "Ferry", "Market"),
        parts=(Part(title="By the Wall", stories=("boat", "ferry")), Part(title="Inland", stories=("market",))),
        show_notes=how,
    )


@cache
def written(output: str, how: str = "") -> bytes:
    return write(anthology(how), output)


def without(name: str, **fields: object) -> Anthology:
    """Return the anthology with one story changed."""
    whole = anthology()
    stories = tuple(replace(one, **fields) if one.id == name else one for one in whole.stories)
    return replace(whole, stories=stories)
