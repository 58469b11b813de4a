"""What each HTML tag is to a page that is read: a block, a row, nothing at all."""

from fic2book import markup


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _named(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main marquee menu nav ol optgroup
    option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp"""
)
"""What begins on a line of its own in a browser, and form fields whose words must not run into one another."""
HOLDERS = _named(
    """address button caption dd div dt figcaption h1 h2 h3 h4 h5 h6 legend li listing option p plaintext pre summary
    td textarea th xmp"""
)
"""Blocks that hold a row themselves when there is no block in them; in the others a row gets its own ``<p>``."""
HEADINGS = markup.HEADINGS
"""One block whatever stands in them: a block inside one begins a row."""
KEPT_EMPTY = frozenset({"p", "td", "th", "li", "dt", "dd", *HEADINGS})
"""Holders that are a row without words: a blank line, a cell. An empty ``<div>`` is nothing to see."""
AS_TYPED = frozenset({"pre", "listing", "plaintext", "textarea", "xmp"})
"""Blocks whose line ends are line ends."""
EMPHASIS = _named(
    """abbr acronym b bdi bdo big cite code del dfn em i ins kbd mark q rp rt ruby s samp small strike strong sub sup tt
    u var"""
)
"""Inline elements that mean something by themselves; of all others only attributes do."""
GONE = _named(
    """applet audio canvas embed frame iframe math-script noembed noframes noscript object script style svg template
    video"""
)
"""What no book can hold; their words, if any, are the site's and not the manuscript's."""
NOTHING = _named("area base basefont bgsound col colgroup input keygen link meta param source title track wbr")
"""Elements without words that say nothing to a reader of the text."""
PARENTS = {
    **dict.fromkeys(("thead", "tbody", "tfoot", "caption"), frozenset({"table"})),
    "tr": frozenset({"table", "thead", "tbody", "tfoot"}),
    **dict.fromkeys(("td", "th"), frozenset({"tr"})),
    "li": frozenset({"ul", "ol", "menu", "dir"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dl", "div"})),
}
"""Blocks that mean nothing outside their own kind of parent."""
