"""What every test may ask for."""

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from tests import tools

settings.register_profile("ci", derandomize=True)  # a red run there can be repeated; search is for our own machines
if os.environ.get("CI"):
    settings.load_profile("ci")
    # Hypothesis tries words that it reads in the modules which happen to be imported: other tests before it, other
    # words, and a red run could not be repeated by running the one test.
    providers._get_local_constants = lambda: providers._local_constants

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer ``--golden``: write the golden files anew instead of comparing (a person reads the diff)."""
    parser.addoption("--golden", action="store_true", help="rewrite golden files instead of comparing with them")


def pytest_configure(config: pytest.Config) -> None:
    """Let the processes of pytest-xdist fork: their second thread, which talks to pytest, holds no lock of ours.

    Pages that tests typeset are kept in a folder of the run, not in the developer's own; what fontconfig knows of the
    machine's faces is looked up where it is.
    """
    if hasattr(config, "workerinput"):
        config.addinivalue_line("filterwarnings", "ignore:This process .* is multi-threaded:DeprecationWarning")
        return
    own = tempfile.TemporaryDirectory(prefix="fic2book-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(own.cleanup)
    usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fontconfig"
    if usual.is_dir() and hasattr(os, "symlink"):
        Path(own.name, "fontconfig").symlink_to(usual)
    os.environ["XDG_CACHE_HOME"] = own.name


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file; ``make golden`` writes the file instead."""

    def compare(file: Path, actual: str) -> None:
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, encoding="utf-8", newline="\n")
        assert file.exists(), f"{file.name} is not there yet: make golden writes it"
        assert actual == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def shared() -> Path:
    """Give the folder with samples, seeds and tools that lies beside the checkout."""
    return tools.shared()


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], object]:
    """Give the finished books of ``tests/finished/books.py`` by name, each built once for all tests."""
    from tests.finished.books import BOOKS

    @cache
    def book(name: str) -> object:
        return BOOKS[name](tmp_path_factory.mktemp(name.replace(" ", "-")))

    return book
