"""Scripts beside Latin: which faces print them, which of those this machine has, and what brings a missing one."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from fic2book import fonts, press
from fic2book.model import Problem, Severity

_COMMANDS = {"debian": "sudo apt install {}", "fedora": "sudo dnf install {}", "arch": "sudo pacman -S {}"}
_SAME = {"ubuntu": "debian", "rhel": "fedora"}
_MANY = {"debian": "fonts-noto-core", "arch": "noto-fonts"}
"""Packages with faces of nearly all living scripts."""
_EMOJI = range(0x1F000, 0x20000)
_PRIVATE, _EMOJIS, _SIGNS = "Zzzz", "Zsye", "Zsym"
_SHOWN = 6
"""Characters that a message quotes; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A table of ``scripts.toml``."""

    name: str
    codes: tuple[str, ...]
    faces: tuple[str, ...]
    languages: tuple[str, ...] = ()
    sample: str = ""
    packages: Mapping[str, str]


def rules() -> str:
    """Return fontconfig's rules: where a glyph is looked for that the theme's own face lacks, by language."""
    usual = [*_shipped(), *(face for script in table() for face in script.faces)]
    after = (
        '<test qual="all" name="family" compare="not_eq"><string>monospace</string></test>'
        '<test qual="first" name="family" compare="not_eq"><string>-</string></test>'
    )  # no text face for code; else behind the first family, whichever it is
    body = [_rule(after, "append", tuple(dict.fromkeys(usual)))]
    for script in table():
        for language in script.languages:
            test = f'<test name="lang" compare="contains"><string>{language}</string></test>'
            body.append(_rule(test, "prepend_first", script.faces))
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{''.join(body)}</fontconfig>"
    )


def face_for(text: str, language: str = "", *, bold: bool = False) -> Path | fonts.Face | None:
    """Return the face of this machine that draws ``text`` best in its language; None when none has a glyph of it.

    One that has all characters comes before one that lacks some, then the order of ``scripts.toml`` counts.
    """
    listed = (family for script in _scripts_for(text, language) for family in script.faces)
    wanted = dict.fromkeys((*listed, *_named_after(text)))
    best, fewest = None, len(set(text))
    for family in wanted:
        face = _face(family, bold)
        lacking = len(fonts.missing(face, text)) if face else fewest
        if face and lacking < fewest:
            best, fewest = face, lacking
    return best


def own_faces(language: str) -> tuple[str, ...]:
    """Return the families that stand before a theme's own in text of a language; none for most."""
    return tuple(face for script in table() if _speaks(script, language) for face in script.faces)


def printable() -> tuple[tuple[Script, str], ...]:
    """Return each script with the family that prints it on this machine, or with nothing."""
    families = {face.family for face in press.installed()} | set(_shipped())
    return tuple((script, next((face for face in script.faces if face in families), "")) for script in table())


def unprinted(boxes: Mapping[str, int]) -> Iterator[Problem]:
    """Yield an error for each script of which characters print as empty boxes, with what brings a face."""
    by_code: dict[str, dict[str, int]] = {}
    for sign, count in sorted(boxes.items()):
        by_code.setdefault(_code(sign), {})[sign] = count
    for code, found in by_code.items():
        shown = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in list(found)[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        times = sum(found.values())
        often = "once" if times == 1 else f"{times} times in all"
        message = (
            f"no font of this machine has {shown}{more} ({_name(code, next(iter(found)))}): printed as an empty box, "
            f"{often}. {way_out(code)}"
        )
        yield Problem(code="glyph-missing", severity=Severity.ERROR, message=message)


def way_out(code: str) -> str:
    """Say what to do about characters of a script (ISO 15924) that no font has."""
    if code == _PRIVATE:
        return "Such a character has a shape in its author's own font only: put a word or a picture in its place."
    return what_brings(next((one for one in table() if code in one.codes), None))


def what_brings(script: Script | None) -> str:
    """Say what brings a face of a script to this system; without one, of the scripts that the table has not."""
    packages = script.packages if script else _MANY
    commands = {system: _COMMANDS[system].format(name) for system, name in packages.items()}
    command = press.command(commands | {new: commands[old] for new, old in _SAME.items() if old in commands})
    if command:
        return f"Install one with: {command}"
    return f"Install one of these fonts: {', '.join(script.faces[:4])}." if script else "Install its Noto font."


@cache
def table() -> tuple[Script, ...]:
    """Return the scripts in the order of their file."""
    return tuple(
        Script(
            name=one["name"],
            codes=tuple(one["codes"]),
            faces=tuple(one["faces"]),
            languages=tuple(one.get("languages", ())),
            sample=one["sample"],
            packages={system: one[system] for system in _COMMANDS if system in one},
        )
        for one in _read()["script"]
    )


def _shipped() -> tuple[str, ...]:
    return tuple(_read()["shipped"])


@cache
def _read() -> dict[str, list]:  # type: ignore[type-arg] # tomllib's own
    return tomllib.loads(files("fic2book").joinpath("scripts.toml").read_text("utf-8"))


def _rule(test: str, mode: str, families: tuple[str, ...]) -> str:
    names = "".join(f"<string>{escape(family)}</string>" for family in families)
    return f'<match target="pattern">{test}<edit name="family" mode="{mode}" binding="strong">{names}</edit></match>'


def _scripts_for(text: str, language: str) -> tuple[Script, ...]:
    """Return the scripts of a text, those of its language first; Japanese for Chinese characters beside kana."""
    codes = dict.fromkeys(map(_code, text))
    fitting = [script for script in table() if set(script.codes) & codes.keys()]

    def rank(script: Script) -> tuple[bool, int]:
        named = _speaks(script, language)
        return (not named, -named or -sum(code in codes for code in script.codes))

    return tuple(sorted(fitting, key=rank))


def _named_after(text: str) -> Iterator[str]:
    """Yield the Noto families of scripts that the table has not, which are called after them."""
    known = {code for script in table() for code in script.codes} | {_PRIVATE}
    for sign in sorted(set(text)):
        code = _code(sign)
        if code not in known:
            yield from (f"Noto {kind} {_name(code, sign)}" for kind in ("Serif", "Sans"))


def _speaks(script: Script, language: str) -> int:
    """Tell whether a script is a language's own: the more of its tag is named, the higher."""
    tag = f"{language.lower()}-"
    return max((len(one) for one in script.languages if tag.startswith(f"{one}-")), default=0)


@cache
def _face(family: str, bold: bool) -> Path | fonts.Face | None:  # noqa: FBT001 - private
    """Return the file and place of a family's upright face, bold where it is asked for and there."""
    styles = ("Bold", "Regular") if bold else ("Regular", "Book", "Medium", "Bold")
    there = {face.style: face.path for face in reversed(press.installed()) if face.family == family}
    path = next((there[style] for style in styles if style in there), next(iter(there.values()), None))
    return fonts.faces(path).get(family, path) if path else None


def _code(sign: str) -> str:
    code = fonts.script(sign)
    if code:
        return code
    if unicodedata.category(sign) == "Co":
        return _PRIVATE
    return _EMOJIS if ord(sign) in _EMOJI else _SIGNS


def _name(code: str, sign: str) -> str:
    """Return what people call a script; Unicode's own name of one that the table has not."""
    if code == _PRIVATE:
        return "private use"
    named = next((script.name for script in table() if code in script.codes), "")
    return named or unicodedata.name(sign, "an unknown script").split()[0].capitalize()
