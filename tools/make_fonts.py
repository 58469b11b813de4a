"""Re-create the themes' faces from published packages. For development only: nothing here runs when a book is made.

Fetch the packages that ``FAMILIES`` names into one folder, then write all faces, or those of some themes:

    pip download --no-deps --dest SCRATCH fontpkg-eb-garamond==1.3 fontpkg-literata==3.103 …
    (cd SCRATCH && npm pack @fontsource/grenze-gotisch@5.3.0)
    python tools/make_fonts.py SCRATCH styles [THEME …]

The same packages and the same fontTools give the same bytes. fontTools comes with WeasyPrint.

The Open Font License allows changed versions under the same name here, because none of these families reserves its
name (the licence beside each says so; Bitter's reserves “Bitter Pro”). What is changed: one weight and one optical
size a file; faces for titles keep only the letters of Latin and Cyrillic; the signs in ``font_signs.py`` are added to
the faces for text, which stories use and the fonts lack.
"""

import io
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from font_signs import add_signs
from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

_INSTANCE = "Static instance of the variable font, with "
_SIGNS, _FEWER = "a few signs added, made for fic2book.", "fewer letters, for titles, made for fic2book."
_KEPT_NAMES = frozenset({0, 5, 8, 9, 11, 12, 13, 14})
_TITLE_LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x18F, 0x190), *range(0x1E6, 0x1F0), *range(0x218, 0x21C), 0x259,
    *range(0x2B0, 0x2DE), *range(0x300, 0x330), *range(0x400, 0x482), *range(0x48A, 0x500), *range(0x1E80, 0x1F00),
    *range(0x2000, 0x2070), 0x20AC, 0x2116, 0x2122, 0x2212,
)  # fmt: skip
_TEXT_LETTERS = (*range(0x2C00), *range(0xA640, 0xA800), *range(0xFB00, 0xFB07), 0xFFFC, 0xFFFD)


class Face(NamedTuple):
    """One file: its style, where it comes from inside the package, and the place on the variable font's axes."""

    style: str
    sources: tuple[str, ...]
    axes: Mapping[str, float] = {}


class Family(NamedTuple):
    """What a theme is set in: its faces, for text (all signs) or for titles (letters only)."""

    theme: str
    name: str
    package: str
    licence: str
    """Its file inside the package; it is saved as ``licence_as``."""
    faces: tuple[Face, ...]
    is_text: bool = True
    letters: tuple[int, ...] = ()
    """Empty: all."""
    licence_as: str = "OFL.txt"
    kerns_words: bool = False
    """Whether the space is kerned with letters, which has to go."""


def _four(roman: str, italic: str, optical: float = 0) -> tuple[Face, ...]:
    """Return the four faces of a family whose two variable fonts hold its weights."""
    size = {"opsz": optical} if optical else {}
    plain, bold = ({**size, "wght": weight} for weight in (400.0, 700.0))
    return (
        Face("Regular", (roman,), plain),
        Face("Italic", (italic,), plain),
        Face("Bold", (roman,), bold),
        Face("Bold Italic", (italic,), bold),
    )


def _static(stem: str) -> tuple[Face, ...]:
    """Return the four faces of a family that comes as four files."""
    styles = ("Regular", "Italic", "Bold", "Bold Italic")
    return tuple(Face(style, (f"{stem}-{style.replace(' ', '')}.ttf",)) for style in styles)


FAMILIES = (
    Family(
        "classic",
        "EB Garamond",
        "fontpkg_eb_garamond-1.3-py3-none-any.whl",
        "fontpkg_eb_garamond/LICENSE",
        _four(
            "fontpkg_eb_garamond/files/EBGaramond[wght].ttf", "fontpkg_eb_garamond/files/EBGaramond-Italic[wght].ttf"
        ),
    ),
    Family(
        "modern",
        "Literata",
        "fontpkg_literata-3.103-py3-none-any.whl",
        "fontpkg_literata/LICENSE",
        _four(
            "fontpkg_literata/files/Literata[opsz,wght].ttf",
            "fontpkg_literata/files/Literata-Italic[opsz,wght].ttf",
            optical=11,
        ),
        kerns_words=True,
    ),
    Family(
        "modern",
        "Literata Display",
        "fontpkg_literata-3.103-py3-none-any.whl",
        "fontpkg_literata/LICENSE",
        (Face("Regular", ("fontpkg_literata/files/Literata[opsz,wght].ttf",), {"opsz": 72, "wght": 500}),),
        is_text=False,
        letters=_TITLE_LETTERS,
    ),
    Family(
        "clear",
        "Atkinson Hyperlegible",
        "fontpkg_atkinson_hyperlegible-1.6-py3-none-any.whl",
        "fontpkg_atkinson_hyperlegible/LICENSE",
        _static("fontpkg_atkinson_hyperlegible/files/AtkinsonHyperlegible"),
    ),
    Family(
        "gothic",
        "Vollkorn",
        "fontpkg_vollkorn-5.1-py3-none-any.whl",
        "fontpkg_vollkorn/LICENSE",
        _four("fontpkg_vollkorn/files/Vollkorn[wght].ttf", "fontpkg_vollkorn/files/Vollkorn-Italic[wght].ttf"),
        letters=_TEXT_LETTERS,
        kerns_words=True,
    ),
    Family(
        "gothic",
        "Grenze Gotisch",
        "fontsource-grenze-gotisch-5.3.0.tgz",
        "package/LICENSE",
        (
            Face(
                "Semi Bold",
                (
                    "package/files/grenze-gotisch-latin-600-normal.woff2",
                    "package/files/grenze-gotisch-latin-ext-600-normal.woff2",
                ),
            ),
        ),
        is_text=False,
        licence_as="OFL-GrenzeGotisch.txt",
    ),
    Family(
        "romance",
        "Spectral",
        "fontpkg_spectral-2.5-py3-none-any.whl",
        "fontpkg_spectral/LICENSE",
        _static("fontpkg_spectral/files/Spectral"),
    ),
    Family(
        "romance",
        "Great Vibes",
        "fontpkg_great_vibes-1.103-py3-none-any.whl",
        "fontpkg_great_vibes/LICENSE",
        (Face("Regular", ("fontpkg_great_vibes/files/GreatVibes-Regular.ttf",)),),
        is_text=False,
        letters=_TITLE_LETTERS,
        licence_as="OFL-GreatVibes.txt",
    ),
    Family(
        "adventure",
        "Bitter",
        "fontpkg_bitter-3.21-py3-none-any.whl",
        "fontpkg_bitter/LICENSE",
        _four("fontpkg_bitter/files/Bitter[wght].ttf", "fontpkg_bitter/files/Bitter-Italic[wght].ttf"),
    ),
    Family(
        "adventure",
        "Oswald",
        "fontpkg_oswald-4.103-py3-none-any.whl",
        "fontpkg_oswald/LICENSE",
        (Face("Semi Bold", ("fontpkg_oswald/files/Oswald[wght].ttf",), {"wght": 600}),),
        is_text=False,
        letters=_TITLE_LETTERS,
        licence_as="OFL-Oswald.txt",
    ),
)


def main(packages: Path, styles: Path, *themes: str) -> None:
    """Write the faces of these themes, or of all, each with its licence, into the themes' ``fonts`` folders."""
    for family in FAMILIES:
        if themes and family.theme not in themes:
            continue
        folder = styles / family.theme / "fonts"
        folder.mkdir(parents=True, exist_ok=True)
        for face in family.faces:
            made = _made(family, face, [_read(packages / family.package, name) for name in face.sources])
            made.save(folder / f"{_postscript(family, face)}.ttf")
        (folder / family.licence_as).write_bytes(_read(packages / family.package, family.licence))


def _read(package: Path, name: str) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            return archive.read(name)
    with tarfile.open(package) as archive:
        member = archive.extractfile(name)
        assert member is not None, f"{package.name} holds no file {name}"  # noqa: S101
        return member.read()


def _made(family: Family, face: Face, sources: list[bytes]) -> TTFont:
    font = _joined(sources) if len(sources) > 1 else TTFont(io.BytesIO(sources[0]), recalcTimestamp=False)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, dict(face.axes))
    if family.letters:
        font = _with_letters(font, family.letters)
    if family.kerns_words:
        _free_spaces(font)
    if family.is_text:
        add_signs(font)
    _name(font, family, face)
    return font


def _joined(sources: list[bytes]) -> TTFont:
    """Put together what was published in pieces: Latin, and the rest of Latin."""
    with tempfile.TemporaryDirectory() as scratch:
        places = []
        for number, source in enumerate(sources):
            piece = TTFont(io.BytesIO(source), recalcTimestamp=False)
            piece.flavor = None
            places.append(str(Path(scratch, f"{number}.ttf")))
            piece.save(places[-1])
        first = TTFont(places[0])["head"]
        joined = Merger().merge(places)
        joined["head"].created, joined["head"].modified = first.created, first.modified
        saved = io.BytesIO()
        joined.recalcTimestamp = False
        joined.save(saved)
    return TTFont(io.BytesIO(saved.getvalue()), recalcTimestamp=False)


def _with_letters(font: TTFont, letters: tuple[int, ...]) -> TTFont:
    options = subset.Options(
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=True,
    )
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _free_spaces(font: TTFont) -> None:
    """Take the kerning between words out: WeasyPrint measures words one by one, so a kerned line would not fit."""
    space = font.getBestCmap()[0x20]
    for lookup in font["GPOS"].table.LookupList.Lookup if "GPOS" in font else ():
        for table in (getattr(table, "ExtSubTable", table) for table in lookup.SubTable):
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                pairs = zip(table.Coverage.glyphs, table.PairSet, strict=True)
                kept = [(glyph, pair) for glyph, pair in pairs if glyph != space]
                table.Coverage.glyphs, table.PairSet = [glyph for glyph, _ in kept], [pair for _, pair in kept]
                for pair in table.PairSet:
                    pair.PairValueRecord = [one for one in pair.PairValueRecord if one.SecondGlyph != space]
            else:
                table.Coverage.glyphs = [glyph for glyph in table.Coverage.glyphs if glyph != space]
                table.ClassDef2.classDefs.pop(space, None)


def _postscript(family: Family, face: Face) -> str:
    return f"{family.name}-{face.style}".replace(" ", "")


def _name(font: TTFont, family: Family, face: Face) -> None:
    """Make faces that every program links as regular, italic, bold and bold italic of one family."""
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in _KEPT_NAMES]
    style = face.style if family.is_text else "Regular"
    full = family.name if style == "Regular" else f"{family.name} {style}"
    postscript, version = _postscript(family, face), names.getDebugName(5)
    identity = f"{version};fic2book;{postscript}"
    for number, text in ((1, family.name), (2, style), (3, identity), (4, full), (6, postscript)):
        names.setName(text, number, 3, 1, 0x409)
    changed = (_INSTANCE if face.axes else "With ") + (_SIGNS if family.is_text else _FEWER)
    names.setName(changed, 10, 3, 1, 0x409)
    italic, bold = "Italic" in style, "Bold" in style
    font["OS/2"].usWeightClass = 700 if bold else 400
    kept = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = kept | (italic << 0) | (bold << 5) | ((style == "Regular") << 6)
    font["head"].macStyle = (bold << 0) | (italic << 1)
    if "STAT" in font:
        del font["STAT"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
