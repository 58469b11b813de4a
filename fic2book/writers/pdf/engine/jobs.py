"""What a process is given to typeset, and what it gives back: whole values in, bytes out, wherever it runs."""

import hashlib
import json
import threading
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import fic2book
from fic2book import fonts, press
from fic2book.errors import OutputError
from fic2book.press import Copy, Kit, Leaf, Wanted
from fic2book.workers.lending import Shared
from fic2book.writers.pdf import lines
from fic2book.writers.pdf.engine import settling
from fic2book.writers.pdf.engine.pieces import Piece, packed

_SOURCES = ("press", "writers/pdf/lines", "writers/pdf/engine", "writers/pdf/tags.py")
"""Our own code that decides how a piece looks: when it changes, nothing that was kept is right."""
_LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "pyphen", "tinycss2", "cssselect2")


class Job(NamedTuple):
    """A piece to typeset: a document, or else running matter, or else the question what stands in the margins."""

    name: str
    """The story's title, for whoever waits for it; nothing depends on it."""
    copy: Copy
    kit: Kit
    languages: tuple[tuple[str, str], ...] = ()
    """Sections of the document, each with its language."""
    wanted: tuple[Wanted, ...] = ()
    kinds: tuple[Leaf, ...] = ()
    words: int = 0
    """How many words of a story it has, for whoever waits for it."""

    def key(self) -> str:
        """Return the name under which what comes of it is kept: of all that it depends on, and of nothing else."""
        summed = hashlib.sha256()
        told = (self.copy.html, self.copy.css, self.languages, self.wanted, self.kinds)
        for part in (engine(), kit_digest(self.kit), json.dumps(told)):
            summed.update(hashlib.sha256(part.encode()).digest())
        for name, data in sorted(self.copy.resources.items()):
            summed.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return summed.hexdigest()


def work(job: Job) -> bytes:
    """Do a job; raises OutputError for what cannot be laid out, with the story's name."""
    try:
        return packed(_done(job))
    except OutputError as error:
        raise OutputError(f"{error.reason} in “{job.name}”", way_out=error.way_out) from error


def shared(job: Job) -> Shared:
    """Return a job for another machine: without the style sheets and faces that a whole book has in common."""
    return Shared(job.name, (job._replace(kit=_NOTHING), engine()), job.kit)


def elsewhere(own: tuple[Job, str], kit: Kit) -> bytes:
    """Do a job on a machine that may be another's; raises OutputError where it would come out otherwise there.

    One at a time in a process, whose threads would be in each other's way: the press is one for all of them.
    """
    job, made_by = own
    if engine() != made_by:
        reason = "the PDF cannot be made: a worker of the cluster has other versions or faces than this machine"
        raise OutputError(reason, way_out="Install the same fic2book, libraries and system fonts on both.")
    with _PRESS:
        return work(job._replace(kit=kit))


_NOTHING = Kit((), {})
_PRESS = threading.Lock()


@cache
def engine() -> str:
    """Return the versions of all that lays pages out, and the faces that this machine has for what a theme lacks."""
    root = Path(fic2book.__file__).parent
    own = hashlib.sha256()
    for place in map(root.joinpath, _SOURCES):
        for source in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            own.update(source.read_bytes())
    for face in press.installed():
        own.update(f"{face.family}\0{face.style}\0{face.path.name}\0{_size(face.path)}\0".encode())
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return " ".join([own.hexdigest(), *libraries, press.versions()])


def _size(place: Path) -> int:
    return place.stat().st_size if place.is_file() else 0


def kit_digest(kit: Kit) -> str:
    """Return a kit's digest; that of the last ones is remembered, since all of a book's pieces ask."""
    for known, digest in _digests:
        if known is kit:
            return digest
    _digests[:] = [*_digests[-3:], (kit, kit.digest())]
    return _digests[-1][1]


_digests: list[tuple[Kit, str]] = []


def _done(job: Job) -> Piece:
    if job.kinds:
        found = press.edges(job.copy, job.kit, job.kinds)
        return Piece(pdf=b"", faces={}, said=(), edges=tuple(found))
    origins = theme_faces(job.kit)
    if job.wanted:
        table = press.running(job.copy, job.kit, job.wanted, origins.values())
        return Piece(pdf=settling.emptied(table.pdf, table.faces, origins), faces=table.faces, said=table.said)
    made = press.fragment(job.copy, job.kit, lines.compose, origins.values())
    return Piece(
        pdf=settling.settled(made, job.languages, origins),
        faces=made.faces,
        said=made.said,
        leaves=made.leaves,
        anchors=made.anchors,
        bookmarks=made.bookmarks,
        opens=made.opens,
    )


def theme_faces(kit: Kit) -> Mapping[str, bytes]:
    """Return the font files of a kit that one subset can stand for, by their SHA-256: plain TrueType, not variable."""
    found = {}
    for name, data in kit.resources.items():
        if name.endswith(".ttf") and fonts.is_plain(data, 0):
            found[hashlib.sha256(data).hexdigest()] = data
    return found
