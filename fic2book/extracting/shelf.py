"""anthology.toml for a book that is taken apart: what it was asked for, as far as it knows."""

from collections.abc import Iterator, Mapping, Sequence

from fic2book.config.toml import quoted, value
from fic2book.manifest import BookRecord, Manifest
from fic2book.model import Story
from fic2book.themes import shelf
from fic2book.titles import guess_authors

_HEAD = """\
# “{title}”, taken apart by `fic2book extract`. Build this folder, and it is that book again: the order of the tables
# below is the order of the stories. Everything may be changed, stories may come and go.

format = 1

"""
_OWN = """\
# The book was made with files of your own that it does not hold as such: {names}. Put them into this folder again,
# and name them here.
"""
_DRAWN = """\
# The cover was drawn, and is drawn anew. To keep the picture as it was:
# cover = "{cover}"
"""
_FILES = ("css", "ornament", "fonts")
_SWITCHES = frozenset({"lengths", "qr"})
_OF_A_DRAWING = frozenset({"cover_picture", "cover_style", "cover_seed"})


def anthology_toml(manifest: Manifest, stories: Mapping[str, Story], cover: str, logo: str) -> str:
    """Return the file's text; ``stories`` are under the names of their files, in order."""
    book = manifest.book or BookRecord()
    asked = {one.key: one.value for one in book.asked}
    files = {story.id: file for file, story in stories.items()}
    own_cover = cover if book.own_cover else ""
    said = [
        _HEAD.format(title=" ".join(manifest.title.split())),
        "".join(f"{key} = {words}\n" for key, words in _top(manifest, book, asked, own_cover)),
        "" if own_cover or not cover else _DRAWN.format(cover=cover),
        "".join(_OWN.format(names=", ".join(names)) for names in [_own_files(asked)] if names),
        *_tables(asked, logo),
        *_parts(manifest, book, files),
        *(_story(file, story) for file, story in stories.items()),
    ]
    return "".join(said)


def _top(manifest: Manifest, book: BookRecord, asked: Mapping[str, str], own_cover: str) -> Iterator[tuple[str, str]]:
    yield "title", quoted(manifest.title)
    if book.authors and guess_authors(story.authors for story in manifest.stories) != book.authors:
        yield "author", value(book.authors)
    yield "language", quoted(manifest.language)
    yield "identifier", quoted(manifest.identifier)
    for key, words in asked.items():
        if "." not in key and key not in _FILES and not (own_cover and key in _OF_A_DRAWING) and _is_known(key, words):
            yield key, words if key in _SWITCHES else quoted(words)
    if book.indexes:
        yield "indexes", value(book.indexes)
    if own_cover:
        yield "cover", quoted(own_cover)


def _is_known(key: str, words: str) -> bool:
    return key != "theme" or words in dict(shelf.names())


def _own_files(asked: Mapping[str, str]) -> Sequence[str]:
    theme = [] if _is_known("theme", asked.get("theme", "classic")) else ["theme"]
    return [*theme, *(key for key in _FILES if key in asked)]


def _tables(asked: Mapping[str, str], logo: str) -> Iterator[str]:
    for name in ("press", "notes"):
        said = {key.partition(".")[2]: quoted(words) for key, words in asked.items() if key.startswith(f"{name}.")}
        said |= {"logo": quoted(logo)} if name == "press" and logo else {}
        if said:
            yield f"\n[{name}]\n" + "".join(f"{key} = {words}\n" for key, words in said.items())


def _parts(manifest: Manifest, book: BookRecord, files: Mapping[str, str]) -> Iterator[str]:
    texts = book.part_texts if len(book.part_texts) == len(manifest.parts) else ("",) * len(manifest.parts)
    for part, text in zip(manifest.parts, texts, strict=True):
        words = f"text = {quoted(text)}\n" if text else ""
        names = value(tuple(files[name] for name in part.stories if name in files))
        yield f"\n[[part]]\ntitle = {quoted(part.title)}\n{words}files = {names}\n"


def _story(file: str, story: Story) -> str:
    shown = {"show": story.show_notes, "disclaimers": story.show_disclaimers}
    said = "".join(f"{key} = {quoted(words)}\n" for key, words in shown.items() if words)
    return f"\n[[story]]\nfile = {quoted(file)}\n{said}"
