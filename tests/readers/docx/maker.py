"""Word documents made by hand: a zip of XML, as Word writes it."""

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Default Extension="emf" ContentType="image/x-emf"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = {
    "Title": ("Title", ""), "Subtitle": ("Subtitle", ""), "Quote": ("Quote", "<w:rPr><w:i/></w:rPr>"),
    "berschrift1": ("heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr>"),
    "berschrift2": ("heading 2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"),
    "Verse": ("Verse", ""), "Centred": ("Centred", "<w:pPr><w:jc w:val='center'/></w:pPr>"),
    "Thought": ("Thought", "<w:rPr><w:i/></w:rPr>"),
}  # fmt: skip


def p(*runs, style="", properties=""):
    """Return a paragraph; a run is plain text or XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text, properties=""):
    """Return a run; a line end in its text is a line break."""
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def docx(*blocks, parts=None, relations=(), styles=""):
    """Return the bytes of a Word document; ``parts`` are further files, ``relations`` (id, type, target)."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _related([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _related(relations),
        "word/styles.xml": part("styles", styles or "".join(_style(*one) for one in _STYLES.items())),
        **(parts or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def part(root, inside):
    """Return a part of a document: its root element in Word's namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NAMESPACES}>{inside}</w:{root}>'


def notes(kind, *texts):
    """Return the part that holds footnotes or endnotes, numbered from 2 as Word does."""
    separators = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    inside = (f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>' for number, text in enumerate(texts, 2))
    return part(f"{kind}s", separators + "".join(inside))


def _related(relations):
    inside = (
        f'<Relationship Id="{own}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for own, kind, target in relations
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}">{"".join(inside)}</Relationships>'


def _style(own, said):
    name, more = said
    return f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{name}"/>{more}</w:style>'
