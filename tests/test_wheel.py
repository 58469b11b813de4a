"""The wheel is all that people get: it holds what a book needs, and makes one in a folder of its own."""

import re
import sys
import venv
import zipfile

import pytest

from tests.tools import ROOT, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", out, ROOT, timeout=600)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


def test_styles_fonts_and_licences_are_inside(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "fic2book/styles/base/common.css" in names
    assert "fic2book/styles/classic/theme.toml" in names
    assert sum(name.endswith(".ttf") for name in names) >= 4
    assert any(re.fullmatch(r"fic2book/styles/classic/fonts/OFL\.txt", name) for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert any(name.endswith("OFL.txt") and "/licenses/" in name for name in names)


def test_everything_in_the_package_is_inside_and_nothing_else(wheel):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("fic2book/")}
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "fic2book").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    styles = {
        f"fic2book/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "styles").rglob("*") if path.is_file()
    }
    assert inside == package | styles


def test_an_installed_wheel_makes_a_book_in_a_folder_of_its_own(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    installed = run(scripts / "python", "-m", "pip", "install", "--quiet", "--retries", "5", wheel, timeout=600)
    assert installed.returncode == 0, installed.stderr
    stories = tmp_path / "Winter Tales"
    stories.mkdir()
    (stories / "Snow - Ilse.txt").write_text("Snow\n\nIt fell all night, “softly,” she said.\n", encoding="utf-8")
    out = tmp_path / "out"
    done = run(scripts / "fic2book", "build", stories, "-o", out, PYTHONPATH="")
    assert done.returncode == 0, done.stderr
    assert sorted(place.name for place in out.iterdir()) == [
        "report.html", "winter-tales.epub", "winter-tales.fic2book.json", "winter-tales.pdf",
    ]  # fmt: skip
    assert done.stdout.split() == [str(out / "winter-tales.epub"), str(out / "winter-tales.pdf")]
    doctor = run(scripts / "fic2book", "doctor", PYTHONPATH="")
    assert doctor.returncode == 0, doctor.stdout
