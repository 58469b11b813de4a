"""What a page's words and rows must be, found by other means than the reader's: the standard library's parser."""

from html.parser import HTMLParser

from fic2book import markup

_BLOCKS = """
address article aside blockquote body br button caption center dd details div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol optgroup option p pre section select summary table tbody td
textarea tfoot th thead tr ul
"""
_BEGINS_A_LINE = frozenset(_BLOCKS.split())
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "title", "video", "head"})


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 — as the base class calls it
        self.silent += tag in _SILENT
        if tag in _BEGINS_A_LINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag):
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BEGINS_A_LINE:
            self.pieces.append(" ")

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(data)


def words(html):
    """Return the words of a page as its reader sees them, in the order of the source."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces).split()


def rows(body):
    """Return the rows of a page's markup by number, having asked that each block holds only words or only blocks."""
    found = {}
    for block in markup.parse(body).iter():
        number = block.get("data-line")
        if block.tag == "br":
            assert number, "a line break without a row"
        elif number is None:
            is_room = block.tag in markup.BLOCKS or any(child.get("data-line") for child in block.iter())
            if is_room and not _in_a_row(block):
                assert not (block.text or "").strip(), f"words in <{block.tag}> that is no row"
                assert not any((child.tail or "").strip() for child in block), f"words between blocks of <{block.tag}>"
        else:
            assert not _in_a_row(block), "a row in a row"
            found.update(_row(block))
    return found


def depth(body):
    """Return how many elements stand in one another at most."""
    deepest = 0
    for element in markup.parse(body).iter():
        deepest = max(deepest, sum(1 for _ in element.iterancestors()))
    return deepest


def _in_a_row(element):
    return any(place.get("data-line") for place in element.iterancestors())


def _row(block):
    number = int(block.get("data-line"))
    found = {number: ""}

    def walk(element):
        nonlocal number
        found[number] += element.text or ""
        for child in element:
            if child.tag == "br":
                number = int(child.get("data-line"))
                found[number] = ""
            walk(child)
            found[number] += child.tail or ""

    walk(block)
    return found
