"""Files that were made to do harm, or that something harmed: name → bytes, and what should come of each.

Each that can be read says STARTWORD first and ENDWORD last, so that a test sees whether all of it arrived.
"""

import base64
import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from tests.readers.epub.maker import TYPES, book, package, page, zipped

XHTML = TYPES["xhtml"]
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
READ, NAMED, EITHER = "read", "named", "either"


class Hostile(NamedTuple):
    """One hostile file."""

    data: bytes
    come: str
    """``read``: both words arrive; ``named``: one sentence says why not; ``either``: one or the other."""
    says: str = ""
    """Words that must arrive too."""


FIRST = "At STARTWORD the keeper lit the lamp and went down to the sluice, as on every evening of that wet year."
DEEP = "It was DEEPWORD and dark down there, and the water stood as high as the third of the old iron rings."
LAST = "When she came up again it was ENDWORD, and nobody on the quay had so much as noticed that she was gone."


def told(body: str) -> str:
    """Return a page's body between the two words."""
    return f"<p>{FIRST}</p>{body}<p>{LAST}</p>"


def typed(body: str) -> bytes:
    """Return a text between the two words."""
    return f"{FIRST}\n\n{body}\n\n{LAST}\n".encode()


def paged(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>Deep</title></head><body>{told(body)}</body></html>".encode()


def nested(tag: str, depth: int) -> bytes:
    return paged(f"<{tag}>" * depth + DEEP + f"</{tag}>" * depth)


def worded(document: str) -> bytes:
    """Return a Word document of this body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    body = f"{run(FIRST)}{document}{run(LAST)}"
    return zipped(
        [
            (
                "[Content_Types].xml",
                f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            ),
            (
                "_rels/.rels",
                f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{office}" Target="word/document.xml"/>'
                "</Relationships>",
            ),
            ("word/document.xml", f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>'),
        ]
    )


def run(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def laughs(root: str, levels: int = 9) -> str:
    """Return a document type in which one entity stands for a thousand million words."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels + 1))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ha">{entities}]>'


def with_entities(declared: str, title: str = "The Weir", said: str = "", page_declared: str = "") -> bytes:
    """Return a book whose package and page declare entities."""
    opf = package([("a", "a.xhtml", XHTML, "")], ["a"], metadata=f"<dc:title>{title}</dc:title>")
    text = page(told(said)).replace("<!DOCTYPE html>", page_declared or "<!DOCTYPE html>")
    return zipped(
        [
            ("META-INF/container.xml", '<container><rootfile full-path="a.opf"/></container>'),
            ("a.opf", opf.replace("<package", f"{declared}<package", 1)),
            ("a.xhtml", text),
        ]
    )


def locked() -> bytes:
    data = bytearray(book({"a.xhtml": page(told(""))}))
    place = data.index(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


def bomb(size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xhtml", bytes(size))
    return target.getvalue()


ACTIVE = (
    '<script>evil("script")</script><p onclick="evil(1)" onmouseover="evil(2)">clicked</p>'
    '<a href="javascript:evil(3)">run</a><a href=" java&#10;script:evil(4)">run</a>'
    '<a href="data:text/html,evil">data</a>'
    '<a href="vbscript:evil(5)">run</a><a href="file:///etc/passwd">file</a><a href="ms-settings:x">set</a>'
    '<iframe src="http://evil.example/frame">framed</iframe><object data="http://evil.example/o">held</object>'
    '<embed src="http://evil.example/e"/><form action="http://evil.example/f">'
    '<input value="typed"/><button>push</button></form><p style="background:url(http://evil.example/s)">styled</p>'
    '<img src="http://evil.example/i.png" alt="seen"/>'
    '<img src="x" onerror="evil(6)" alt="gone"/><svg onload="evil(7)"><script>evil(8)</script></svg>'
    '<link rel="stylesheet" href="http://evil.example/l.css"/>'
    '<meta http-equiv="refresh" content="0;http://evil.example/m"/>'
    '<base href="http://evil.example/"/><video src="http://evil.example/v"></video><math><mi>m</mi></math>'
    '<style>@import "http://evil.example/c.css"; p { behavior: url(http://evil.example/h) }</style>'
)
"""What no book may hold: it runs, fetches or sends by itself."""
PICTURE_LINK = "![seen](http://evil.example/md.png) [run](javascript:evil(9)) <http://example.org/plain>"


def sized() -> Mapping[str, Hostile]:
    """Return files that are too large, too many, or grow."""
    line = "word " * 2_000_000
    return {
        "bomb.epub": Hostile(bomb(200_000_000), NAMED),
        "bomb_page.epub": Hostile(book({"a.xhtml": b"<p>" + bytes(200_000_000)}), NAMED),
        "bomb.docx": Hostile(bomb(200_000_000), NAMED),
        "many.epub": Hostile(zipped((f"{n}.txt", "") for n in range(20_000)), NAMED),
        "many.docx": Hostile(zipped((f"{n}.txt", "") for n in range(20_000)), NAMED),
        "long_line.txt": Hostile(f"{FIRST} {line}{LAST}".encode(), READ),
        "long_line.md": Hostile(f"{FIRST} {line}{LAST}".encode(), READ),
        "long_line.html": Hostile(paged(f"<p>{line}</p>"), READ),
        "attributes.html": Hostile(paged("<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + ">x</p>"), READ),
        "entities.html": Hostile(paged("<p>" + "&eacute;" * 1_000_000 + "</p>"), READ),
        "line_ends.html": Hostile(paged(f"<p>{f'{DEEP}<br><br>' * 4_000}</p>"), READ, DEEP),
        "line_ends_in_italics.html": Hostile(paged(f"<p><em>{f'{DEEP}<br>' * 4_000}</em></p>"), READ, DEEP),
        "spaces.txt": Hostile(typed(f"x{' ' * 100_000}x\n\n{' -' * 50_000}"), READ),
        "typed_emphasis.txt": Hostile(typed("the *lamp* and _one_ " * 5_000), READ),
        "unclosed.html": Hostile(paged("<p>" + "<" * 200_000 + "</p>"), EITHER),
    }


def deep() -> Mapping[str, Hostile]:
    """Return files that are nested beyond all sense."""
    tags = ("div", "blockquote", "b", "span", "table", "font")
    pages = {f"deep_{tag}.html": Hostile(nested(tag, 50_000), READ, DEEP) for tag in tags}
    lists = "<ul><li>" * 50_000 + DEEP + "</li></ul>" * 50_000
    inside = "<div>" * 50_000 + DEEP + "</div>" * 50_000
    controls = "<w:sdt><w:sdtContent>" * 3_000 + run(DEEP) + "</w:sdtContent></w:sdt>" * 3_000
    return {
        **pages,
        "deep_lists.html": Hostile(paged(lists), READ, DEEP),
        "deep.epub": Hostile(book({"a.xhtml": page(told(inside))}), READ, DEEP),
        "deep_package.epub": Hostile(with_entities("", "<x>" * 50_000 + "deep" + "</x>" * 50_000), EITHER),
        "deep_controls.docx": Hostile(worded(controls), EITHER, DEEP),
        "brackets.md": Hostile(typed("[" * 20_000), READ),
        "brackets_in_lines.md": Hostile(typed(("[" * 70 + "\n") * 300), READ),
        "nested_lists.md": Hostile(typed("".join("    " * n + "- x\n" for n in range(300))), READ),
        "nested_quotes.md": Hostile(typed(f"{'>' * 3_000} {DEEP}"), READ, DEEP),
        "stars.md": Hostile(typed("*a_" * 20_000), READ),
        "ticks.md": Hostile(typed("`a``" * 10_000), READ),
        "front_matter.md": Hostile(b"---\ntitle: " + b"[" * 20_000 + b"\n---\n" + typed(""), READ),
        "yaml_laughs.md": Hostile(yaml_laughs(), READ),
    }


def yaml_laughs() -> bytes:
    rows = ['a0: &a0 ["ha"]', *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))]
    return ("---\n" + "\n".join(rows) + "\n---\n").encode() + typed("")


def false() -> Mapping[str, Hostile]:
    """Return files that are not what their names say, or hardly anything."""
    whole = book({"a.xhtml": page(told(""))})
    word = worded("")
    html = paged("")
    return {
        "picture.txt": Hostile(PIXEL, NAMED),
        "picture.html": Hostile(PIXEL, NAMED),
        "picture.epub": Hostile(PIXEL, NAMED),
        "picture.docx": Hostile(PIXEL, NAMED),
        "book.txt": Hostile(whole, EITHER),
        "book.docx": Hostile(whole, EITHER),
        "book.html": Hostile(whole, EITHER),
        "word.txt": Hostile(word, EITHER),
        "word.epub": Hostile(word, EITHER),
        "page.epub": Hostile(html, EITHER),
        "page.docx": Hostile(html, EITHER),
        "page.txt": Hostile(html, EITHER),
        "page.md": Hostile(html, EITHER),
        "text.epub": Hostile(typed(""), EITHER),
        "text.docx": Hostile(typed(""), EITHER),
        "text.html": Hostile(typed(""), READ),
        **{f"empty{suffix}": Hostile(b"", NAMED) for suffix in (".txt", ".md", ".html", ".epub", ".docx")},
        **{f"zeros{suffix}": Hostile(bytes(5_000), NAMED) for suffix in (".txt", ".md", ".html", ".epub", ".docx")},
        "white.txt": Hostile(b" \r\n\t\n", NAMED),
        "zeros_between.txt": Hostile(typed("once\x00 upon\x00 a time"), READ),
        "zeros_between.html": Hostile(paged("<p>once\x00 upon\x00</p>"), READ),
        "noise.txt": Hostile(bytes(range(256)) * 40, NAMED),
        "cut.epub": Hostile(whole[: len(whole) // 2], NAMED),
        "cut.docx": Hostile(word[: len(word) // 2], NAMED),
        "cut.html": Hostile(f"<html><body>{told('')}<div class='".encode(), READ),
        "locked.epub": Hostile(locked(), NAMED),
    }


def strange() -> Mapping[str, Hostile]:
    """Return texts in encodings of all the world, with a mark of their order or without."""
    texts = {
        "koi8_r": "Вечером дождь кончился, и сторож вышел к шлюзу, чтобы посмотреть на воду. ",
        "cp1251": "Вечером дождь кончился, и сторож вышел к шлюзу, чтобы посмотреть на воду. ",
        "gb18030": "傍晚雨停了，守门人走到水闸边去看河水。他提着灯，慢慢地走。",
        "big5": "傍晚雨停了，守門人走到水閘邊去看河水。他提著燈，慢慢地走。",
        "shift_jis": "夕方に雨が止んで、番人は水門まで川を見に行った。明かりを持って、ゆっくり歩いた。",
        "euc_jp": "夕方に雨が止んで、番人は水門まで川を見に行った。明かりを持って、ゆっくり歩いた。",
        "euc_kr": "저녁에 비가 그치고 문지기는 강을 보러 수문으로 나갔다. 등불을 들고 천천히 걸었다. ",
        "cp1255": "בערב פסק הגשם, והשומר יצא אל הסכר לראות את המים. הוא הלך לאט ונשא פנס. ",
        "cp1252": "Le soir, la pluie cessa, et l’éclusier sortit voir la rivière, déjà très haute. ",
    }
    found: dict[str, Hostile] = {}
    for name, text in texts.items():
        found[f"{name}.txt"] = Hostile(f"STARTWORD {text * 4}\n\n{text * 3}ENDWORD\n".encode(name), READ, text.strip())
        meta = f'<html><head><meta charset="{name.replace("_", "-")}"></head>'
        page = f"{meta}<body><p>STARTWORD {text * 4}</p><p>{text * 3}ENDWORD</p></body></html>"
        found[f"{name}.html"] = Hostile(page.encode(name), READ, text.strip())
    text = texts["cp1252"]
    for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        plain = f"STARTWORD {text * 4}\n\n{text * 3}ENDWORD\n"
        found[f"{name}_bare.txt"] = Hostile(plain.encode(name), READ, text.strip())
        found[f"{name}_marked.txt"] = Hostile(f"\ufeff{plain}".encode(name), READ, text.strip())
        found[f"{name}_marked.html"] = Hostile(f"\ufeff{paged('').decode()}".encode(name), READ)
    return found


def outward() -> Mapping[str, Hostile]:
    """Return files that reach for what lies outside: other files, the web, whatever runs."""
    outside = [("out", "../../../../etc/passwd", XHTML, ""), ("p0", "a.xhtml", XHTML, "")]
    reach = '<!DOCTYPE {} [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "http://evil.example/dtd">]>'
    dtd = '<!DOCTYPE html SYSTEM "http://evil.example/xhtml.dtd">'
    shown = '<p>before <img src="../../../../etc/passwd" alt="p"/> after</p>'
    return {
        "names.epub": Hostile(book({"a.xhtml": page(told(""))}, more=[("../../../PWNED", "x"), ("/PWNED", "x")]), READ),
        "spine.epub": Hostile(book({"a.xhtml": page(told(""))}, items=outside), READ),
        "pictures.epub": Hostile(book({"a.xhtml": page(told(shown))}), READ),
        "pictures.html": Hostile(paged(shown + '<img src="file:///etc/passwd" alt="q"/>'), READ),
        "entities.epub": Hostile(with_entities(reach.format("package"), "A &x; &y;"), READ),
        "entities_page.epub": Hostile(
            with_entities("", said="<p>&x; &y;</p>", page_declared=reach.format("html")), READ
        ),
        "dtd.epub": Hostile(with_entities("", said="<p>caf&eacute;&nbsp;</p>", page_declared=dtd), READ),
        "laughs.epub": Hostile(with_entities(laughs("package"), "A &a9;"), READ),
        "laughs_attribute.epub": Hostile(
            with_entities(laughs("package"), 'A</dc:title><meta name="x" content="&a9;"/><dc:title>B'), READ
        ),
        "laughs_page.epub": Hostile(with_entities("", said="<p>&a9;</p>", page_declared=laughs("html")), READ),
        "laughs_page_attribute.epub": Hostile(
            with_entities("", said='<p title="&a9;">x</p>', page_declared=laughs("html")), READ
        ),
        "laughs.xhtml": Hostile(page(told("<p>&a9;</p>")).replace("<!DOCTYPE html>", laughs("html")).encode(), READ),
        "active.html": Hostile(paged(ACTIVE), READ),
        "active.epub": Hostile(book({"a.xhtml": page(told(ACTIVE))}), READ),
        "active.md": Hostile(typed(f"{PICTURE_LINK}\n\n{ACTIVE}"), READ),
        "active.docx": Hostile(worded(run("&lt;script&gt;evil(10)&lt;/script&gt;")), READ),
        "laughs.docx": Hostile(laughing_word(), EITHER),
    }


def laughing_word() -> bytes:
    with zipfile.ZipFile(io.BytesIO(worded(run("&a9;")))) as archive:
        files = [(name, archive.read(name).decode()) for name in archive.namelist()]
    return zipped((name, data.replace("<w:document", f"{laughs('w:document')}<w:document", 1)) for name, data in files)


def everything() -> dict[str, Hostile]:
    """Return all of them."""
    return {**sized(), **deep(), **false(), **strange(), **outward()}
