"""Word's XML made plain before it is read: nothing that holds words is left that the library would pass over."""

from collections.abc import Mapping

from fic2book import markup
from fic2book.markup import Element
from fic2book.readers.docx import styles
from fic2book.readers.docx.styles import Style
from fic2book.readers.docx.xml import child, every, is_on, made, name, value

_WRAPPERS = (
    "ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMathPara",
    "rubyBase", "object",
)  # fmt: skip
_SILENT = ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rubyPr", "instrText", "delInstrText")
_DEEPEST_TABLE = 6
STYLE = "fic2book"
"""What the ids of the styles begin with that paragraphs get here: kind, alignment and direction behind it."""


def mend(root: Element, known: Mapping[str, Style]) -> None:
    """Make one part (text, footnotes, endnotes) plain, in place."""
    for element in every(root, *_SILENT[:4]):
        markup.remove(element)
    _choose_alternatives(root)
    _let_out_text_boxes(root)
    for ruby in every(root, "ruby"):
        _read_out(ruby)
    for formula in every(root, "oMath"):
        _spell_out(formula, root)
    for element in every(root, *_WRAPPERS):
        markup.unwrap(element)
    for element in every(root, "cr"):
        element.tag = made(root, "br").tag
    _flatten_tables(root)
    for run in every(root, "r"):
        _say_emphasis(run, known)
    for paragraph in dict.fromkeys(map(_paragraph, every(root, "br", "rect", "pBdr", "pageBreakBefore"))):
        if paragraph is not None:
            _break_pages(paragraph)
    for paragraph in every(root, "p"):
        _name_style(paragraph, known)


def used(root: Element) -> frozenset[str]:
    """Return the ids of the styles that paragraphs got here."""
    named = (value(style) for style in every(root, "pStyle"))
    return frozenset(style for style in named if style.startswith(f"{STYLE}-"))


def _choose_alternatives(root: Element) -> None:
    """Keep of two versions of a drawing the older one when it has words or a picture, else the newer one."""
    for element in every(root, "AlternateContent"):
        versions = {name(version): version for version in element}
        old, new = versions.get("Fallback"), versions.get("Choice")
        kept = old if old is not None and next(every(old, "t", "imagedata", "blip"), None) is not None else new
        for version in list(element):
            if version is not kept:
                element.remove(version)
        if kept is not None:
            markup.unwrap(kept)
        markup.unwrap(element)


def _let_out_text_boxes(root: Element) -> None:
    """Put the paragraphs of a text box behind the paragraph that it hangs on, where its words are read."""
    for box in every(root, "txbxContent"):
        holder = _paragraph(box)
        if holder is None:
            continue
        for block in reversed(box):
            holder.addnext(block)


def _read_out(ruby: Element) -> None:
    """Put the reading of a word (furigana) behind it in brackets, as it is done where there is no ruby."""
    reading = child(ruby, "rt")
    if reading is not None:
        for text in every(reading, "t"):
            text.text = f"（{text.text or ''}）"
        ruby.append(reading)  # it stands before the word in the file
        markup.unwrap(reading)
    markup.unwrap(ruby)


def _spell_out(formula: Element, root: Element) -> None:
    """Put a formula's signs in a row, as text."""
    run, text = made(root, "r"), made(root, "t")
    text.text = "".join(sign.text or "" for sign in every(formula, "t"))
    run.append(text)
    formula.addprevious(run)
    markup.remove(formula)


def _flatten_tables(root: Element) -> None:
    """Turn tables inside many others into paragraphs."""
    for table in every(root, "tbl"):
        if sum(1 for place in table.iterancestors() if name(place) == "tbl") >= _DEEPEST_TABLE:
            for part in [table, *(inner for inner in table.iter() if name(inner) in {"tr", "tc"})]:
                for properties in [one for one in part if name(one).endswith("Pr") or name(one) == "tblGrid"]:
                    part.remove(properties)
                markup.unwrap(part)


def _say_emphasis(run: Element, known: Mapping[str, Style]) -> None:
    """Write into a run the emphasis that its style, or its paragraph's, gives it."""
    paragraph = _paragraph(run)
    around = known.get(styles.own(paragraph), styles.PLAIN) if paragraph is not None else styles.PLAIN
    given = known.get(styles.own(run), styles.PLAIN).emphasis
    given |= around.emphasis if styles.is_body(around) else frozenset()
    if not given:
        return
    properties = child(run, "rPr")
    if properties is None:
        properties = made(run, "rPr")
        run.insert(0, properties)
    for switch in sorted(given - {"vanish"}):
        if child(properties, switch) is None:
            properties.append(made(run, switch, val="single" if switch == "u" else "1"))


def _break_pages(paragraph: Element) -> None:
    """Give a page's end and a drawn line a paragraph of their own: a pause, a rule; beside a heading it is neither."""
    ends = [element for element in every(paragraph, "br") if value(element, "type") in {"page", "column"}]
    lines = [element for element in every(paragraph, "rect") if value(element, "hr").lower() in {"t", "true", "1"}]
    bordered = child(paragraph, "pPr", "pBdr")
    drawn = bordered is not None and not _has_words(paragraph) and _is_line(bordered)
    before = child(paragraph, "pPr", "pageBreakBefore")
    if lines or drawn:
        paragraph.addnext(_sign(paragraph, "rule"))
        if not _has_words(paragraph):
            markup.remove(paragraph)
            return
    if is_on(before):
        paragraph.addprevious(_sign(paragraph, "pause"))
    for end in ends:
        first = not any(_has_words(run) for run in _before(end, paragraph))
        (paragraph.addprevious if first else paragraph.addnext)(_sign(paragraph, "pause"))
        markup.remove(end)
    if ends and not _has_words(paragraph) and next(every(paragraph, "drawing", "pict"), None) is None:
        markup.remove(paragraph)


def _paragraph(element: Element) -> Element | None:
    return next((place for place in element.iterancestors() if name(place) == "p"), None)


def _before(element: Element, paragraph: Element) -> list[Element]:
    found = []
    for inner in paragraph.iter():
        if inner is element:
            break
        if name(inner) in {"t", "drawing", "pict"}:
            found.append(inner)
    return found


def _has_words(element: Element) -> bool:
    return any((text.text or "").strip() for text in every(element, "t")) or name(element) in {"drawing", "pict"}


def _is_line(border: Element) -> bool:
    return any(name(side) in {"top", "bottom", "between"} and is_on(side) for side in border)


def _sign(like: Element, kind: str) -> Element:
    paragraph = made(like, "p")
    properties = made(like, "pPr")
    properties.append(made(like, "pStyle", val=f"{STYLE}-{kind}--"))
    paragraph.append(properties)
    return paragraph


def _name_style(paragraph: Element, known: Mapping[str, Style]) -> None:
    """Give a paragraph a style that says its kind, alignment and direction; items of lists keep their own."""
    given = styles.own(paragraph)
    if given.startswith(f"{STYLE}-"):
        return
    style, properties = known.get(given, styles.PLAIN), child(paragraph, "pPr")
    kind = styles.kind_of(properties, style)
    item = child(properties, "numPr") is not None or style.numbered
    if item and kind in {"", "quote"}:
        return
    if properties is None:
        properties = made(paragraph, "pPr")
        paragraph.insert(0, properties)
    direction = "rtl" if is_on(child(properties, "bidi")) else ""
    align = styles.alignment(properties, style)
    align = "" if direction and align == "right" else align
    for old in [one for one in properties if name(one) in {"pStyle", "numPr"}]:
        properties.remove(old)
    if kind == "verse" and not _has_words(paragraph):
        kind = ""
    properties.insert(0, made(paragraph, "pStyle", val=f"{STYLE}-{kind}-{align}-{direction}"))
