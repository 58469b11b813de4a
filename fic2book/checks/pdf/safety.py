"""The PDF runs nothing, opens nothing, and leads to no other place than the book, the web and a letter box."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object

from fic2book.checks.pdf.opened import Opened
from fic2book.model import Problem, Severity

_SCHEMES = frozenset({"http", "https", "mailto"})
_HARMLESS = frozenset({"/GoTo", "/URI"})
_RUN_BY_ITSELF = ("/OpenAction", "/AA")
_HOLDING = {"/JavaScript": "a script", "/EmbeddedFiles": "another file"}
_MOST_ACTIONS = 50  # an action may name the next one; a ring of them has no end


def problems(book: Opened) -> Iterator[Problem]:
    """Look at what the document does when it opens, at what it holds, and at every link."""
    root = book.pdf.Root
    for name, said in _HOLDING.items():
        if "/Names" in root and name in root.Names:
            yield _problem("script", f"the PDF holds {said}.", "")
    if "/AcroForm" in root or "/Collection" in root:
        yield _problem("script", "the PDF holds a form or a collection of files.", "")
    for name in _RUN_BY_ITSELF:
        yield from _action(root.get(name), "", "the PDF")
    for number, page in enumerate(book.pdf.pages):
        label = book.labels[number]
        yield from _action(page.obj.get("/AA"), label, f"page {label} of the PDF")
        for annotation in page.obj.get("/Annots", Array()):
            yield from _annotation(annotation, label)


def _annotation(annotation: Object, label: str) -> Iterator[Problem]:
    if not isinstance(annotation, Dictionary):
        return
    if annotation.get("/Subtype") != Name.Link:
        kind = str(annotation.get("/Subtype", "no kind")).removeprefix("/")
        yield _problem(
            "script", f"page {label} of the PDF holds an annotation of kind {kind}, which no book has.", label
        )
    for key in ("/A", "/AA", "/PA"):
        yield from _action(annotation.get(key), label, f"a link on page {label} of the PDF")


def _action(action: Object | None, label: str, what: str) -> Iterator[Problem]:
    """Follow an action and those that come after it; destinations inside the book are arrays, not actions."""
    for _ in range(_MOST_ACTIONS):
        if not isinstance(action, Dictionary):
            return
        kind = str(action.get("/S", ""))
        address = str(action.get("/URI", ""))
        if kind and kind not in _HARMLESS:
            yield _problem("script", f"{what} does more than lead somewhere ({kind.removeprefix('/')}).", label)
        elif kind == "/URI" and address.partition(":")[0].strip().lower() not in _SCHEMES:
            yield _problem(
                "link-unsafe", f"{what} leads to {address}, which is neither a page nor a letter box.", label
            )
        elif not kind and "/D" not in action:
            for trigger in action.values():  # additional actions, by what sets them off
                yield from _action(trigger, label, what)
        action = action.get("/Next")


def _problem(code: str, message: str, place: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=place)
