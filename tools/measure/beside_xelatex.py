"""Measure the same stories as fic2book and as pandoc with XeLaTeX set them.

    python -m tools.measure.beside_xelatex STORY … [--theme classic] [--page 5.5x8.5] [--write]

Both get the same words (as fic2book read them), the same face, size, leading, measure and depth, the same bounds for
hyphens. The rest is what LaTeX does by itself in its class ``book``. Needs pandoc and xelatex; says so where they are
missing.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fic2book import config, themes
from fic2book.model import PageDesign, Story
from fic2book.reading import read_folder, silent
from tools.measure.measuring import Measured, measured
from tools.measure.tables import write_down

_PREAMBLE = r"""
\documentclass[twoside]{{book}}
\usepackage[paperwidth={width}pt,paperheight={height}pt,inner={inner}pt,outer={outer}pt,top={top}pt,
  textheight={depth}pt,headsep=0pt,headheight=0pt]{{geometry}}
\usepackage{{fontspec,polyglossia,graphicx,hyperref}}
\setmainlanguage{{{language}}}
\setmainfont[Path={folder}/,Extension=.ttf,UprightFont={upright},ItalicFont={italic},BoldFont={bold},
  BoldItalicFont={upright}]{{{upright}}}
\providecommand{{\tightlist}}{{}}
\frenchspacing\pagestyle{{empty}}\setlength{{\parindent}}{{{size}pt}}\setlength{{\parskip}}{{0pt}}
\setcounter{{secnumdepth}}{{-2}}
\begin{{document}}\fontsize{{{size}bp}}{{{leading}bp}}\selectfont\lefthyphenmin={before}\righthyphenmin={after}
{body}
\end{{document}}
"""
_LANGUAGES = {"en": "english", "fr": "french", "de": "german"}
_ROWS = (
    ("characters a line", "{:g}", "characters"),
    ("lines that end with a hyphen, %", "{:.1f}", "hyphenated"),
    ("most such lines in a row", "{:g}", "longest run"),
    ("lines with word spaces over 1.6 × the normal, %", "{:.1f}", "wide"),
    ("lines with word spaces under 0.8 × the normal, %", "{:.1f}", "tight"),
    ("distance of word spaces from the normal, % (root of the mean square)", "{:.0f}", "uneven"),
    ("paragraphs that end in a runt, %", "{:.1f}", "runts"),
    ("first or last lines alone at a page's edge", "{:g}", "lone"),
    ("pages filled to the last line, %", "{:.0f}", "full"),
    ("facing pages that end on the same line, %", "{:.0f}", "facing even"),
)


def main() -> int:
    """Set, measure, print."""
    asked = _asked()
    missing = [name for name in ("pandoc", "xelatex") if not shutil.which(name)]
    if missing:
        sys.stderr.write(f"{' and '.join(missing)} not found here: there is nothing to compare with.\n")
        return 1
    page = themes.design(themes.load(asked.theme), asked.page)
    blocks = [_compared(Path(story), asked.theme, page) for story in asked.stories]
    said = f"{page.face}, {page.size:g} on {page.leading:g} pt, lines of {page.measure:.0f} pt, {page.lines} to a page"
    text = "\n\n".join((f"{said}; {', '.join(_versions())}.", *blocks))
    sys.stdout.write(f"{text}\n")
    if asked.write:
        write_down("evenness", text)
    return 0


def _compared(file: Path, theme: str, page: PageDesign) -> str:
    """Return the table of one manuscript."""
    with tempfile.TemporaryDirectory(prefix="beside-") as name:
        place = Path(name)
        folder = place / "manuscripts"
        folder.mkdir()
        shutil.copy(file, folder)
        story = read_folder(config.load(folder, {}), silent).stories[0]
        ours = _by_fic2book(folder, place / "ours", theme, page)
        theirs = _by_xelatex(story, place / "theirs", theme, page)
    heads = f"| {story.title}, {len(story.body.split()):,} words | fic2book | XeLaTeX | ratio |"
    return "\n".join((heads, "| --- | ---: | ---: | ---: |", *_rows(ours, theirs)))


def _rows(ours: Measured, theirs: Measured) -> Iterator[str]:
    for head, form, name in _ROWS:
        one, other = (_value(book, name) for book in (ours, theirs))
        ratio = f"{one / other:.2f} ×" if other else "–"
        yield f"| {head} | {form.format(one)} | {form.format(other)} | {ratio} |"


def _value(book: Measured, name: str) -> float:
    values = book.figures.values
    return values["orphans"] + values["widows"] if name == "lone" else values[name]


def _by_fic2book(folder: Path, place: Path, theme: str, page: PageDesign) -> Measured:
    command = [sys.executable, "-m", "fic2book", "build", str(folder), "--output", str(place), "--to", "pdf", "--quiet"]
    subprocess.run([*command, "--theme", theme, "--page", page.name], stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own words
    return measured(next(place.glob("*.pdf")).read_bytes())


def _by_xelatex(story: Story, place: Path, theme: str, page: PageDesign) -> Measured:
    place.mkdir()
    pandoc = [shutil.which("pandoc") or "", "--from", "html", "--to", "latex", "--wrap", "none"]
    body = subprocess.run(pandoc, input=story.body, capture_output=True, text=True, check=True).stdout  # noqa: S603
    (place / "story.tex").write_text(_latex(body, story.language, theme, page), encoding="utf-8")
    for _ in range(2):
        latex = [shutil.which("xelatex") or "", "-interaction=batchmode", "story.tex"]
        subprocess.run(latex, cwd=place, capture_output=True, check=False)  # noqa: S603
    return measured((place / "story.pdf").read_bytes())


def _latex(body: str, language: str, theme: str, page: PageDesign) -> str:
    """Return the story as LaTeX; an inch has 72.27 of its points and 72 of ours."""
    own = [font for font in themes.load(theme).fonts if font.family == page.face]
    faces = {(font.style, font.weight): font.path for font in own}
    upright = faces["normal", 400]
    inches = {name: getattr(page, name) * 72.27 / 72 for name in ("width", "height", "inner", "outer", "top")}
    return _PREAMBLE.format(
        **inches,
        depth=page.lines * page.leading * 72.27 / 72,
        folder=upright.parent.as_posix(),
        upright=upright.stem,
        italic=faces.get(("italic", 400), upright).stem,
        bold=faces.get(("normal", 700), upright).stem,
        size=page.size,
        leading=page.leading,
        before=page.hyphenate[1],
        after=page.hyphenate[2],
        language=_LANGUAGES.get(language[:2], "english"),
        body=body,
    )


def _versions() -> Iterator[str]:
    for name in ("pandoc", "xelatex"):
        said = subprocess.run([shutil.which(name) or "", "--version"], capture_output=True, text=True, check=True)  # noqa: S603
        yield said.stdout.splitlines()[0]


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure stories as fic2book and as XeLaTeX set them.")
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--theme", default="classic")
    parser.add_argument("--page", default="")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/typesetting.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
