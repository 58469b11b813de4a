"""The book for a Kindle that gets it by cable: the finished EPUB turned into AZW3 by calibre, where that is installed.

Amazon tells nobody how its format is written; calibre knows it best. Its guesses at what a book might mean are turned
off: what the EPUB says stays as it is. Two runs may put pictures into another order, so its bytes, unlike those of all
other outputs, are not always the same; its text is.
"""

import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from fic2book import press
from fic2book.errors import MissingToolError
from fic2book.model import Written
from fic2book.writers.azw3.identity import facts, settle

SUFFIX = ".azw3"
_PROGRAM = "ebook-convert"
_FOLDERS = (
    "/Applications/calibre.app/Contents/MacOS",
    "/opt/calibre",
    r"C:\Program Files\Calibre2",
    r"C:\Program Files (x86)\Calibre2",
)
"""Where calibre's installers put it when it is on no path."""
_PACKAGES = {
    "debian": "sudo apt install calibre",
    "ubuntu": "sudo apt install calibre",
    "fedora": "sudo dnf install calibre",
    "arch": "sudo pacman -S calibre",
    "suse": "sudo zypper install calibre",
}
_PAGE = "https://calibre-ebook.com/download"
_OPTIONS = (
    "--output-profile=kindle_pw3",
    "--chapter-mark=none",  # else a scene called "Part of the Sky" is torn off as a chapter
    "--page-breaks-before=/",
    "--no-chapters-in-toc",
    "--max-toc-links=0",  # else links of the text join the contents
    "--disable-remove-fake-margins",  # else indented letters and verse lose their indent
    "--disable-font-rescaling",
)
_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"}
_SECONDS, _BYTES_A_SECOND = 180, 20_000
"""How long is waited at least, and for each byte of the book beyond that; a usual book takes four seconds."""


def make(book: bytes) -> Written:
    """Return the AZW3 of a finished EPUB under its suffix; raises MissingToolError where calibre is not, or fails."""
    program, own = converter(), facts(book)
    language = f"--language={own.language}"  # else a Kindle may look words up in that of a single story
    with tempfile.TemporaryDirectory(prefix="fic2book-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "book.epub"), Path(folder, f"book{SUFFIX}")
        source.write_bytes(book)
        _run([program, str(source), str(target), *_OPTIONS, language], folder, _SECONDS + len(book) // _BYTES_A_SECOND)
        if not target.is_file():
            raise _failed("it wrote no book")
        return Written(files={SUFFIX: settle(target.read_bytes(), own)})


def converter() -> str:
    """Return the path of calibre's converter, or raise MissingToolError with the way to it."""
    places = (None, *_FOLDERS)
    found = next((path for place in places if (path := shutil.which(_PROGRAM, path=place))), None)
    if not found:
        raise MissingToolError("the AZW3 needs calibre, which was not found here", way_out=_way_out())
    return found


def _run(command: list[str], folder: str, seconds: int) -> None:
    """Run the converter with settings of its own, so that nobody's calibre decides how this book looks."""
    own = {"CALIBRE_CONFIG_DIRECTORY": str(Path(folder, "settings")), "CALIBRE_TEMP_DIR": folder}
    try:
        done = subprocess.run(  # noqa: S603 - the program was looked for by its name, and no shell reads its words
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=seconds,
            env={**os.environ, **_ENVIRONMENT, **own},
        )
    except subprocess.TimeoutExpired:
        raise _failed(f"it was not ready after {seconds} seconds") from None
    except OSError as error:
        raise _failed((error.strerror or "it does not start").lower()) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(lines[-1].strip().rstrip(".") if lines else f"it ended with {done.returncode}")


def _failed(reason: str) -> MissingToolError:
    way_out = f"Install the newest calibre ({_PAGE}), or send the EPUB with Amazon's Send to Kindle."
    return MissingToolError(f"calibre's converter did not make the AZW3 ({reason})", way_out=way_out)


def _way_out() -> str:
    brought = press.command(_PACKAGES) if platform.system() == "Linux" else ""
    way = f"Install it with: {brought}" if brought else f"Install it from {_PAGE}"
    return f"{way} (or send the EPUB with Amazon's Send to Kindle, which needs no AZW3)."
