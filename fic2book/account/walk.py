"""Two runs of letters side by side: where one has what the other has not."""

from collections.abc import Sequence

from fic2book.account.manuscript import Piece
from fic2book.letters import letters

_ANCHOR = 16  # letters that are enough to find the way again; repeated phrases of a story are shorter
_NEAR = 6_000  # letters to look ahead first, about three pages
_MOST = 40  # differences that are worth telling apart; after that the rest is one

Found = list[tuple[int, str]]


def compare(pieces: Sequence[Piece], text: str) -> tuple[Found, Found]:
    """Return what the pieces have and the text has not, and the reverse, as (line, words)."""
    told = letters(text)
    rest = [piece for piece in pieces if any(piece.ways)]
    lost: Found = []
    invented: Found = []
    at, first = _follow(rest, 0, told, {0})
    while first < len(rest) or len(told) not in at:
        here = _agreed(rest, first, told, max(at))
        skipped, jumped = _resume(rest[first:], told, here, patient=len(lost) + len(invented) < _MOST)
        line = rest[min(first, len(rest) - 1)].line if rest else 0
        if jumped > here:
            invented.append((line, _words(text, here, jumped)))
        first, rest = _skip(rest, first, skipped, lost)
        at, first = _follow(rest, first, told, {jumped})
    return lost, invented


def _follow(pieces: Sequence[Piece], first: int, told: str, at: set[int]) -> tuple[set[int], int]:
    """Walk as far as the pieces agree with what is told; give the places reached and the piece that disagrees."""
    for index in range(first, len(pieces)):
        ahead = {place + len(way) for place in at for way in pieces[index].ways if told.startswith(way, place)}
        if not ahead:
            return at, index
        at = ahead
    return at, len(pieces)


def _agreed(pieces: list[Piece], first: int, told: str, here: int) -> int:
    """Cut from the piece that disagrees what still agrees, and return how far the told text is used up."""
    if first == len(pieces):
        return here
    piece = pieces[first]
    way = piece.ways[0]
    same = next((at for at, letter in enumerate(way) if told[here + at : here + at + 1] != letter), len(way))
    if same:
        pieces[first] = Piece(piece.line, (way[same:],), _words(piece.text, same, len(way)))
    return here + same


def _resume(pieces: Sequence[Piece], told: str, here: int, *, patient: bool) -> tuple[int, int]:
    """Return how many letters of the pieces to skip and where the told text goes on: the nearest place to agree."""
    wanted = "".join(piece.ways[0] for piece in pieces)
    for reach in (_NEAR, max(len(wanted), len(told))) if patient else ():
        best = _nearest(wanted[:reach], told[here : here + reach])
        if best:
            return best[0], here + best[1]
    return len(wanted), len(told)


def _nearest(wanted: str, told: str) -> tuple[int, int] | None:
    size = min(_ANCHOR, len(wanted), len(told))
    if size == 0:
        return None
    places: dict[str, int] = {}
    for place in range(len(told) - size + 1):
        places.setdefault(told[place : place + size], place)
    best: tuple[int, int] | None = None
    for skipped in range(len(wanted) - size + 1):
        if best and skipped >= sum(best):
            break
        place = places.get(wanted[skipped : skipped + size], -1)
        if place >= 0 and (best is None or skipped + place < sum(best)):
            best = (skipped, place)
    return best


def _skip(pieces: Sequence[Piece], first: int, count: int, lost: Found) -> tuple[int, list[Piece]]:
    """Skip letters of the pieces and note them as lost, one entry a line; a piece half skipped is cut."""
    rest = list(pieces)
    while first < len(rest) and count >= len(rest[first].ways[0]):
        if rest[first].ways[0] and count:
            _note(lost, rest[first].line, rest[first].text)
        elif count == 0 and rest[first].ways[0]:
            break
        count -= len(rest[first].ways[0])
        first += 1
    if count and first < len(rest):
        piece = rest[first]
        _note(lost, piece.line, _words(piece.text, 0, count))
        rest[first] = Piece(piece.line, (piece.ways[0][count:],), piece.text)
    return first, rest


def _note(lost: Found, line: int, words: str) -> None:
    if lost and lost[-1][0] == line:
        lost[-1] = (line, f"{lost[-1][1]} {words.strip()}")
    else:
        lost.append((line, words.strip()))


def _words(text: str, start: int, stop: int) -> str:
    """Return the words of a text that hold the letters from ``start`` to ``stop``."""
    at = 0
    found: list[str] = []
    for word in text.split():
        end = at + len(letters(word))
        if end > start and at < stop:
            found.append(word)
        at = end
        if at >= stop:
            break
    return " ".join(found)
