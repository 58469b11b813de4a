"""Pango under WeasyPrint: found, or named with the one command that brings it."""

import contextlib
import io
import os
import platform
import warnings
from collections.abc import Iterator, Mapping
from types import ModuleType

from fic2book.errors import MissingToolError

_MAC_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")  # Homebrew on Apple and Intel; MacPorts
_MAC_VARIABLE = "DYLD_FALLBACK_LIBRARY_PATH"
_LINUX_COMMANDS = {
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "rhel": "sudo dnf install pango harfbuzz",
    "arch": "sudo pacman -S pango harfbuzz",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "alpine": "sudo apk add pango fontconfig so:libharfbuzz-subset.so.0",
}


def available() -> str:
    """Return nothing when the press works on this machine, else what is missing and the one command that brings it."""
    try:
        load()
    except MissingToolError as error:
        return str(error)
    return ""


def command(packages: Mapping[str, str]) -> str:
    """Return this system's command out of some by the systems' names (``debian``, ``fedora``); empty for none."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((packages[name] for name in names if name in packages), "")


def load() -> ModuleType:
    """Import WeasyPrint without a sound, or raise MissingToolError."""
    if platform.system() == "Darwin" and _MAC_VARIABLE not in os.environ:
        os.environ[_MAC_VARIABLE] = ":".join(_MAC_FOLDERS)
    try:
        with _silence():
            import weasyprint
            import weasyprint.text.fonts
    except (OSError, AttributeError) as error:  # a library is missing, or too old for a function that is needed
        raise MissingToolError("the PDF needs Pango, which was not found here", way_out=_way_out()) from error
    found: ModuleType = weasyprint
    return found


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Swallow what WeasyPrint prints and warns while it looks for its libraries."""
    nowhere = io.StringIO()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _way_out() -> str:
    """Say the one command that brings Pango to this system."""
    system = platform.system()
    if system == "Darwin":
        return "Install it with: brew install pango"
    if system == "Windows":
        return "Install MSYS2 from msys2.org and type in its window: pacman -S mingw-w64-ucrt-x86_64-pango"
    linux = command(_LINUX_COMMANDS)
    if linux:
        return f"Install it with: {linux}"
    return "Install Pango and HarfBuzz with the system's package manager."


def colour_profile() -> bytes:
    """Return the ICC profile of sRGB, in which all colours of a book are meant."""
    from importlib.resources import files

    return (files("weasyprint") / "pdf" / "sRGB2014.icc").read_bytes()


def versions() -> str:
    """Return what lays text out on this machine, and in which version."""
    load()
    from weasyprint.text.ffi import pango

    return f"Pango {pango.pango_version()}"
