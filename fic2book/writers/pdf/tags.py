"""The structure tree as a screen reader wants it: running heads out of it, one tag a paragraph, one a link."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

_LINK = "/Link"
_FOLDED = frozenset({"/Span", "/NonStruct"})
_EMPTY = _FOLDED | {"/P"}
"""What says nothing when it holds nothing: WeasyPrint leaves a paragraph behind that moved to the next page."""
_PLAIN_KEYS = frozenset({"/Type", "/S", "/K", "/Pg", "/P"})
_MARKED = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
_PRINTED = 4  # the flag Print: what links on a screen stands on paper too
_PX = 0.75  # points in a CSS pixel
_FINGER = 10.0  # points: the least width and height of a link; more would cover its neighbours in a line

_Key = tuple[int, int]


@dataclass(slots=True)
class _Walk:
    """What a walk through the tree found; an element is known by its object number."""

    reached: set[_Key] = field(default_factory=set)
    moved: dict[_Key, Object] = field(default_factory=dict)
    """Folded elements → where their text hangs now."""
    doubled: set[_Key] = field(default_factory=set)
    """Annotations that WeasyPrint wrote for the boxes inside a link."""


def tidy(pdf: Pdf) -> None:
    """Fold each line's Span into its paragraph, keep one annotation a link, mark heads and folios as artifacts."""
    root = pdf.Root.StructTreeRoot
    walk = _Walk()
    for document in root.K:
        _tidy_element(document, walk, linked=False)
    _drop_annotations(pdf, walk)
    numbers = root.ParentTree.Nums
    for place in range(0, len(numbers), 2):
        if isinstance(numbers[place + 1], Array):
            _settle_page(pdf, int(numbers[place]), numbers[place + 1], walk)


def read_in_language(pdf: Pdf, first: int, last: int, language: str) -> None:
    """Say the language of all top elements on pages ``first`` to ``last`` (0-based, ``last`` not included)."""
    wanted = {pdf.pages[number].obj.objgen for number in range(first, last)}
    for document in pdf.Root.StructTreeRoot.K:
        for element in document.K:
            if isinstance(element, Dictionary) and element.get("/Pg", Dictionary()).objgen in wanted:
                element.Lang = pikepdf.String(language)


def elements(pdf: Pdf) -> Iterator[Object]:
    """Walk the structure tree in reading order."""
    waiting = list(reversed(list(pdf.Root.StructTreeRoot.K)))
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(list(_kids(element))) if _is_element(kid))


def _tidy_element(element: Object, walk: _Walk, *, linked: bool) -> None:
    walk.reached.add(element.objgen)
    kept: list[Object | int] = []
    here = str(element.S) == _LINK and any(_is_annotation(kid) for kid in _kids(element))
    if linked and str(element.S) == _LINK:
        element.S = Name.Span
    for kid in _kids(element):
        if not isinstance(kid, Dictionary):
            kept.append(kid)
        elif _is_annotation(kid):
            if linked:
                walk.doubled.add(kid.Obj.objgen)
            else:
                kept.append(kid)
        else:
            _tidy_element(kid, walk, linked=linked or here)
            kept.extend(_folded(kid, element, walk))
    element.K = Array(kept)
    if str(element.S) == "/Figure":
        _set_box(element)


def _folded(kid: Object, parent: Object, walk: _Walk) -> list[Object | int]:
    """Return the text of an element that says nothing itself, or the element."""
    inside: list[Object | int] = list(_kids(kid))
    plain = _PLAIN_KEYS.issuperset(kid.keys())
    bare = str(kid.S) in _FOLDED and plain
    if not inside and plain and str(kid.S) in _EMPTY:
        return []
    if not bare or any(isinstance(piece, Dictionary) for piece in inside) or kid.Pg.objgen != parent.Pg.objgen:
        return [kid]
    walk.moved[kid.objgen] = parent
    return inside


def _settle_page(pdf: Pdf, number: int, parents: Object, walk: _Walk) -> None:
    """Let a page's marks lead to the elements that stayed; what hangs in no tree becomes an artifact."""
    lost = set()
    for mark, parent in enumerate(parents):
        final = parent
        while final.objgen in walk.moved:
            final = walk.moved[final.objgen]
        if final.objgen not in walk.reached:
            lost.add(mark)
            parents[mark] = None
        elif final is not parent:
            parents[mark] = final
    if lost:
        page = pdf.pages[number]
        page.Contents = pdf.make_stream(_as_artifacts(page.Contents.read_bytes(), lost))


def _as_artifacts(content: bytes, marks: set[int]) -> bytes:
    """Rewrite the marks in a page's operators; text in them is hexadecimal, so nothing else looks like a mark."""
    return _MARKED.sub(
        lambda found: b"/Artifact <</Type /Pagination>> BDC" if int(found[1]) in marks else found[0], content
    )


def _drop_annotations(pdf: Pdf, walk: _Walk) -> None:
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        if annotations is not None:
            page.obj.Annots = Array([one for one in annotations if one.objgen not in walk.doubled])
            for one in page.obj.Annots:
                one.F = _PRINTED
                one.Rect = Array(_with_room(*(float(edge) for edge in one.Rect)))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    pairs = [(numbers[place], numbers[place + 1]) for place in range(0, len(numbers), 2)]
    kept = [pair for pair in pairs if isinstance(pair[1], Array) or pair[1].objgen in walk.reached]
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([piece for pair in kept for piece in pair])


def _with_room(left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """Return a link's box, large enough for a finger: the call of a footnote has a line of no height."""
    across = max(0.0, _FINGER - abs(right - left)) / 2
    up = max(0.0, _FINGER - abs(top - bottom)) / 2
    edges = (min(left, right) - across, min(bottom, top) - up, max(left, right) + across, max(bottom, top) + up)
    return tuple(round(edge, 2) for edge in edges)


def _set_box(figure: Object) -> None:
    """Give a picture's box in points from the foot of the page; WeasyPrint wrote pixels from its head."""
    attributes = figure.get("/A")
    if attributes is not None and "/BBox" in attributes:
        left, top, right, bottom = (float(edge) * _PX for edge in attributes.BBox)
        height = float(figure.Pg.MediaBox[3])
        attributes.BBox = Array([round(edge, 2) for edge in (left, height - bottom, right, height - top)])


def _kids(element: Object) -> Iterator[Object]:
    kids = element.get("/K")
    if isinstance(kids, Array):
        yield from kids
    elif kids is not None:
        yield kids


def _is_annotation(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/Obj" in kid


def _is_element(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid
