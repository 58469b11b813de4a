"""Manuscripts that nobody would write: words of all scripts, markup without sense, books put together wrongly."""

from html import escape

from hypothesis import strategies as st

from tests.hostile.files import worded
from tests.readers.epub.maker import TYPES, book, package, page, zipped

SPOILT = "".join(map(chr, range(0x80, 0x180))) + "ˆ˜–—‘’‚“”„†‡•…‰‹›€™Œœ"
"""What a wrong encoding makes of letters; it is mended by what stands around it, which is tested apart."""
ANY = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=SPOILT), min_size=1, max_size=12)
"""Any other characters that a file can hold."""
SCRIPTS = st.sampled_from(
    [
        "the",
        "keeper’s",
        "don't",
        "Él",
        "straße",
        "ΣΊΣΥΦΟΣ",
        "ﬁre",
        "½",
        "２０",
        "e\u0301",
        "ก็",
        "𝔉𝔦𝔠",
        "龍",
        "﷽",
        "İstanbul",
        "שלום",
        "\u202eevil\u202c",
        "\u2067x\u2069",
        "a\u0301\u0302\u0323b",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "नमस्ते",
        "한국",
        "مرحبا",
        "so\u00adft",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "A/N",
        "xx",
        "1.5K",
        "Ⅷ",
        "…",
        "--",
        "“",
        "”",
        '"',
        "'",
        "*",
        "_",
        "~",
        "#",
        "###",
        "by",
        "Chapter 2",
    ]
)
WORD = st.one_of(SCRIPTS, SCRIPTS, SCRIPTS, ANY)
SENTENCE = st.lists(WORD, min_size=1, max_size=10).map(" ".join)

_TAGS = """
p p p div div span b i em strong s u sub sup small a a br br hr h1 h2 h3 blockquote ul ol li dl dt dd table tr td
    th tbody caption pre code q cite abbr ruby rt rp center font section article aside header footer nav main figure
    figcaption details summary form label button select option textarea fieldset legend address del ins mark time bdo
    img script style svg iframe template noscript object math x-y title head body html
"""
TAGS = st.sampled_from(_TAGS.split())
ENTITY = st.sampled_from(
    ["&amp;", "&lt;", "&gt;", "&nbsp;", "&eacute;", "&#151;", "&#x1F600;", "&#0;", "&#xD800;", "&bogus;", "&", "&amp"]
)
VALUE = st.one_of(
    SENTENCE,
    st.sampled_from(
        [
            "chapters",
            "preface",
            "afterword",
            "storytext",
            "userstuff",
            "#fn1",
            "a.xhtml#x",
            "javascript:x()",
            "data:,x",
            "picture:none",
            "http://example.org/",
            "../../etc/passwd",
            "display:none",
            "text-align:center",
            "rtl",
            "en",
            "12",
            "font-style:italic",
            "javascript&#58;x",
        ]
    ),
)
_ATTRIBUTES = """
id class href src alt title lang dir align name colspan start rel style hidden epub:type role onclick data-line
        data-p-id xml:lang xmlns a:b
"""
ATTRIBUTE = st.tuples(st.sampled_from(_ATTRIBUTES.split()), VALUE)


def _element(parts):
    tag, attributes, inner, closing = parts
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{tag}{said}>{''.join(inner)}" + ("" if closing == "open" else f"</{tag if closing == 'closed' else 'p'}>")


def _elements(inner):
    closing = st.sampled_from(["closed"] * 8 + ["open", "wrong"])
    return st.tuples(TAGS, st.lists(ATTRIBUTE, max_size=2), st.lists(inner, max_size=5), closing).map(_element)


LEAF = st.one_of(
    SENTENCE.map(escape),
    SENTENCE.map(escape),
    ENTITY,
    st.sampled_from(
        [
            "<",
            "</p>",
            "</div>",
            "<!-- c -->",
            "<!--",
            "<![CDATA[x]]>",
            "<?pi x?>",
            "<![if x]>",
            "\n",
            "  ",
            "<br/>",
            "<p>&nbsp;</p>",
        ]
    ),
)
MARKUP = st.recursive(LEAF, _elements, max_leaves=30)
FURNITURE = st.sampled_from(
    [
        '<div id="preface"><h1>The Weir</h1><div class="byline">by <a rel="author" href="x">Ada</a></div></div>',
        '<dl class="tags"><dt>Rating:</dt><dd>Teen</dd><dt>Words:</dt><dd>12</dd></dl>',
        '<div id="chapters"><h2 class="toc-heading">The Weir</h2><div class="userstuff"><p>Once.</p></div></div>',
        '<div id="afterword"><p class="message">Please drop by the Archive and comment</p></div>',
        '<div id="profile_top"><b class="xcontrast_txt">The Weir</b></div><div id="storytext"><p>Once.</p></div>',
        '<table class="full"><tr><td><b>Category:</b> Tides<br/><b>Genre:</b> Drama</td></tr></table>',
        "<p>Author's note: thank you</p>",
        "<p>* * *</p>",
        "<p>A/N</p><hr/>",
        "<center>***</center>",
        '<p><a href="#_ftn1" name="_ftnref1"><sup>1</sup></a></p><p><a name="_ftn1" href="#_ftnref1">1</a> Note.</p>',
        "<p>Ada: hello</p><p>Ben: hi</p><p>Ada: well</p>",
        "<h1>One</h1><p>x</p><h1>Two</h1><p>y</p>",
    ]
)
BODY = st.lists(st.one_of(MARKUP, MARKUP, FURNITURE), min_size=1, max_size=6).map("\n".join)
HTML = BODY.map(lambda body: f"<!DOCTYPE html><html><head><title>A - B - C</title></head><body>{body}</body></html>")

JUNK = st.sampled_from(
    [
        "1.5K 40 4",
        "You'll Also Like",
        "Quay TalesWhere stories live. Discover now",
        "pairing: Ada/Ben",
        "a/n: for you",
        "word count: 4.3k (p.1)",
        "Tumblr media",
        "#fluff #found",
        "606 notes · View notes",
        "by Ada Quay",
        "Title: The Weir",
        "Summary: A flood.",
        "Disclaimer: not mine.",
        "***",
        "* * *",
        "---",
        "oOo",
        "⁂",
        "~",
        "-",
        "The End",
        "Chapter 1",
        "Chapter 2: Tide",
        "End file.",
        "TABLE OF CONTENTS",
        "\tChapter 1",
        "### Chapter 1",
        "Work Text:",
        "Chapter Text",
        "Main Content",
        "Rating:",
        "Teen",
        "Words:",
        "Actions",
        "↑ Top",
        "Notes:",
        "Follow/FavThe Weir",
        "By: Ada",
        "Rated: Fiction T - English - Chapters: 2 - Words: 204 - id: 5850",
        "Next >",
        "Author's Note",
        "Ada: hello",
        "<Ben> hi",
        "[^1]: A note",
        "text[^1]",
        "# The Weir",
        "## Part",
        "| a | b |",
        "|---|---|",
        "    indented",
        "> quoted",
        "- item",
        "1. one",
        "<div>",
        "</div>",
        "<script>x</script>",
        "<br>",
        "![tide](a.png)",
        "[x](y)",
        "\\*",
        "```",
        "title: x",
        "===",
    ]
)
LINE = st.one_of(SENTENCE, SENTENCE, SENTENCE, JUNK, st.just(""), st.just(""), SENTENCE.map(lambda line: f"  {line}  "))
END = st.sampled_from(["\n", "\n", "\r\n", "\r", "\n\n"])
TEXT = st.tuples(st.lists(LINE, min_size=1, max_size=24), END).map(lambda parts: parts[1].join(parts[0]))
FRONT = st.sampled_from(
    ["", "", "---\ntitle: The Weir\ntags: [a, b]\n---\n", "---\ntitle: a: b\n---\n", "+++\ntitle = 'x'\n+++\n"]
)
MARKDOWN = st.tuples(FRONT, TEXT).map("".join)


def _package(parts):
    bodies, spine, said, nav = parts
    pages = {f"{number}.xhtml": page(body) for number, body in enumerate(bodies)}
    items = [(f"p{number}", name, TYPES["xhtml"], "") for number, name in enumerate(pages)]
    more = [("OEBPS/nav.xhtml", page(f'<nav epub:type="toc"><ol><li><a href="0.xhtml">{nav}</a></li></ol></nav>'))]
    items += [("nav", "nav.xhtml", TYPES["xhtml"], "nav")]
    return book(pages, items=items, spine=spine, metadata=said, more=more)


METADATA = st.lists(
    st.tuples(
        st.sampled_from(["dc:title", "dc:creator", "dc:publisher", "dc:subject", "dc:description", "dc:language", "x"]),
        st.one_of(SENTENCE.map(escape), ENTITY, st.sampled_from(["Archive of Our Own", "Fanworks", "<b>"])),
    ).map(lambda said: f"<{said[0]}>{said[1]}</{said[0]}>"),
    max_size=4,
).map("".join)
SPINE = st.lists(st.sampled_from(["p0", "p1", "p2", "nav", "gone", '<itemref idref="p0" linear="no"/>']), max_size=5)
EPUB = st.tuples(st.lists(BODY, min_size=1, max_size=3), SPINE, METADATA, SENTENCE.map(escape)).map(_package)
BROKEN_ZIP = st.tuples(EPUB, st.integers(0, 5_000), st.binary(min_size=1, max_size=4)).map(
    lambda parts: parts[0][: parts[1] % len(parts[0])] + parts[2] + parts[0][parts[1] % len(parts[0]) + 1 :]
)
LOOSE_ZIP = st.lists(
    st.tuples(
        st.sampled_from(
            ["META-INF/container.xml", "content.opf", "a.xhtml", "../x", "word/document.xml", "[Content_Types].xml"]
        ),
        st.one_of(
            SENTENCE,
            BODY,
            st.just('<container><rootfile full-path="content.opf"/></container>'),
            st.just(package([("a", "a.xhtml", TYPES["xhtml"], "")], ["a"])),
        ),
    ),
    max_size=5,
    unique_by=lambda part: part[0],
).map(zipped)


def _run(parts):
    tag, text = parts
    return f"<w:r><w:rPr><w:{tag}/></w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


XML_WORDS = st.lists(
    st.one_of(SCRIPTS, ANY.map(lambda text: "".join(c for c in text if c.isprintable()))), max_size=6
).map(lambda words: escape(" ".join(words)))
RUN = st.tuples(st.sampled_from(["b", "i", "strike", "u", "vanish", "br", "tab", "caps", "vertAlign"]), XML_WORDS).map(
    _run
)


def _wrapped(inner):
    wraps = st.sampled_from(
        ["w:p", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:hyperlink", "w:tbl", "w:tr", "w:tc", "w:txbxContent"]
    )
    return st.tuples(wraps, st.lists(inner, max_size=4)).map(
        lambda parts: f"<{parts[0]}>{''.join(parts[1])}</{parts[0]}>"
    )


STYLED = st.tuples(st.sampled_from(["Heading1", "Title", "Quote", "Normal"]), st.lists(RUN, max_size=3)).map(
    lambda parts: f'<w:p><w:pPr><w:pStyle w:val="{parts[0]}"/></w:pPr>{"".join(parts[1])}</w:p>'
)
DOCX = st.lists(st.one_of(STYLED, st.recursive(RUN, _wrapped, max_leaves=12)), max_size=6).map("".join).map(worded)

KINDS = {
    "a.html": HTML.map(str.encode),
    "a.xhtml": BODY.map(page).map(str.encode),
    "a.txt": TEXT.map(str.encode),
    "a.md": MARKDOWN.map(str.encode),
    "a.epub": EPUB,
    "broken.epub": BROKEN_ZIP,
    "loose.epub": LOOSE_ZIP,
    "a.docx": DOCX,
    "bytes.txt": st.binary(min_size=1, max_size=400),
    "bytes.html": st.binary(min_size=1, max_size=400),
}
"""File name → what such a file may hold."""
