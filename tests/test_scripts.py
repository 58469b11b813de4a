"""Scripts beside Latin: the faces that this machine has for them, and what is said where it has none."""

import io
import json
import sys

import pikepdf
import pytest

from fic2book import fonts, press, scripts
from tests import tools

BARE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
"""A machine on which nobody has installed a font."""
PRINTED = """
import json
from fic2book import press, scripts
page = '<html lang="en"><head><title>T</title></head><body><p lang="{language}">{text}</p></body></html>'
made = press.typeset(page, [], {{}}, scripts.rules())
print(json.dumps([one.message for one in scripts.unprinted(made.unprinted)]))
"""


def installed(*families: str) -> None:
    """Ask for faces of which the continuous integration has all."""
    there = {face.family for face in press.installed()}
    if not there & set(families):
        tools.missing(f"none of these fonts is installed: {', '.join(families)}")


def printed(text: str, language: str) -> set[str]:
    """Return the families that a text of a language is printed in."""
    page = f'<html lang="en"><head><title>T</title></head><body><p lang="{language}">{text}</p></body></html>'
    made = press.typeset(page, ["p { font-family: serif }"], {}, scripts.rules())
    assert not made.unprinted
    return faces_of(made.pdf)


def faces_of(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as book:
        found = book.pages[0].Resources.Font.values()
        return {str(font.BaseFont).partition("+")[2].replace("-", " ") for font in found}


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("骨", "zh", "Noto Serif CJK SC"),
        ("骨", "zh-Hans", "Noto Serif CJK SC"),
        ("骨", "zh-TW", "Noto Serif CJK TC"),
        ("骨", "zh-Hant", "Noto Serif CJK TC"),
        ("骨", "zh-HK", "Noto Serif CJK HK"),
        ("骨", "ja", "Noto Serif CJK JP"),
        ("骨", "ja-JP", "Noto Serif CJK JP"),
        ("말", "ko", "Noto Serif CJK KR"),
        ("骨", "en", "Noto Serif CJK SC"),
        ("كلمة", "ar", "Amiri"),
        ("كلمة", "en", "Amiri"),
        ("מילה", "he", "Noto Serif Hebrew"),
        ("คำ", "th", "Noto Serif Thai"),
    ],
)
def test_a_script_is_printed_in_the_text_face_of_its_language(text, language, family):
    installed(family)
    assert printed(text, language) == {family}
    face = scripts.face_for(text, "" if language == "en" else language)
    assert isinstance(face, fonts.Face)
    assert fonts.faces(face.path)[family] == face
    assert not fonts.missing(face, text)


def test_code_stays_in_a_typewriter_face():
    page = '<html lang="en"><head><title>T</title></head><body><p><code>let us</code></p></body></html>'
    made = press.typeset(page, [], {}, scripts.rules())
    assert all("Mono" in family for family in faces_of(made.pdf))


def test_kana_make_the_characters_beside_them_japanese():
    installed("Noto Serif CJK JP")
    face = scripts.face_for("骨のかたち", "en")
    assert face == fonts.faces(face.path)["Noto Serif CJK JP"]


def test_a_bold_face_is_found_where_there_is_one():
    installed("Amiri")
    assert scripts.face_for("كلمة", "ar", bold=True).path.stem == "Amiri-Bold"
    assert scripts.face_for("كلمة", "ar").path.stem == "Amiri-Regular"


def test_nothing_is_found_for_what_no_font_has():
    assert scripts.face_for("\ue123") is None
    assert scripts.face_for("") is None


def test_nothing_is_found_where_the_press_does_not_work(monkeypatch):
    scripts._face.cache_clear()
    monkeypatch.setattr(press, "installed", tuple)
    assert scripts.face_for("骨", "zh") is None
    assert {script.name for script, face in scripts.printable() if face} == {"Greek", "Cyrillic"}
    scripts._face.cache_clear()


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("中文，中文", "zh", "“中” (U+4E2D), “文” (U+6587) (Chinese): printed as an empty box, 4 times in all."),
        ("كلمة", "ar", "(Arabic): printed as an empty box"),
        ("מילה", "he", "(Hebrew): printed as an empty box"),
        ("ᚠ", "en", "“ᚠ” (U+16A0) (Runic): printed as an empty box, once."),
        ("\ue123", "en", "(private use): printed as an empty box, once. Such a character has a shape in its author"),
    ],
)
def test_on_a_machine_without_its_font_a_script_is_missed_by_name(tmp_path, text, language, said):
    (tmp_path / "fonts").mkdir()
    latin = tools.ROOT / "styles" / "clear" / "fonts" / "AtkinsonHyperlegible-Regular.ttf"
    (tmp_path / "fonts" / latin.name).write_bytes(latin.read_bytes())
    bare = tmp_path / "fonts.conf"
    bare.write_text(BARE.format(fonts=tmp_path / "fonts", cache=tmp_path / "cache"), encoding="utf-8")
    code = PRINTED.format(text=text, language=language)
    done = tools.run(sys.executable, "-c", code, FONTCONFIG_FILE=str(bare), PYTHONPATH=str(tools.ROOT))
    assert done.returncode == 0, done.stderr
    messages = json.loads(done.stdout)
    assert any(said in message for message in messages), messages


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("ID=debian", "Install one with: sudo apt install fonts-noto-cjk"),
        ("ID=ubuntu\nID_LIKE=debian", "Install one with: sudo apt install fonts-noto-cjk"),
        ("ID=fedora", "Install one with: sudo dnf install google-noto-serif-cjk-vf-fonts"),
        (
            "ID=slackware",
            "Install one of these fonts: Noto Serif CJK SC, Noto Serif SC, Source Han Serif SC, Songti SC.",
        ),
    ],
)
def test_the_way_out_names_the_package_of_this_system(monkeypatch, system, said):
    release = dict(line.split("=") for line in system.splitlines())
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: release)
    chinese = next(script for script in scripts.table() if script.name == "Chinese")
    assert scripts.what_brings(chinese) == said


def test_the_table_is_sound():
    names = [script.name for script in scripts.table()]
    assert len(set(names)) == len(names)
    for script in scripts.table():
        assert script.faces
        assert {fonts.script(sign) for sign in script.sample} - {""} <= set(script.codes), script.name
