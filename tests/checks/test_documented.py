"""The page about the checks names every code that they can give, with its severity, and no other."""

import ast
import re
from pathlib import Path

from fic2book.model import Severity
from fic2book.press import hearing
from tests.tools import ROOT

PLACES = (
    "checks",
    "cover",
    "gathering",
    "assemble.py",
    "binding",
    "pipeline.py",
    "reading",
    "press",
    "scripts.py",
    "sections/indexes.py",
)
"""Where problems are made: proofs, gathering and ordering of stories, the build, reading, the press."""
ROW = re.compile(r"^\| `([a-z-]+)` \| (\w+) \| (.+) \| (.+) \|$", re.MULTILINE)
CODE = re.compile(r"[a-z]+(-[a-z]+)*\Z")
MAKERS = {"_problem", "problem", "_passage", "_foreign", "UnreadableError", "_remote"}


def documented() -> dict[str, str]:
    return {code: severity for code, severity, _, _ in ROW.findall((ROOT / "docs" / "checks.md").read_text("utf-8"))}


def sources() -> list[Path]:
    places = [ROOT / "fic2book" / place for place in PLACES]
    return sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))


def used() -> set[str]:
    """Return the codes in the source: ``code=…``, ``code = …``, and what functions that make problems get first."""
    found: set[str] = {code for _, code, *_ in hearing._SAYINGS}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found |= {text for value in values(node) for text in texts(value) if CODE.match(text)}
    return found


def values(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.keyword) and node.arg == "code":
        return [node.value]
    if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "code" for target in node.targets):
        return [node.value]
    if isinstance(node, ast.Call) and node.args:
        name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        return [node.args[0]] if name in MAKERS else []
    return []


def texts(value: ast.expr) -> list[str]:
    constants = (part.value for part in ast.walk(value) if isinstance(part, ast.Constant))
    return [text for text in constants if isinstance(text, str)]


def test_every_code_is_documented_and_no_other():
    assert used() == set(documented())


def test_every_severity_is_one_that_there_is():
    assert set(documented().values()) <= {severity.value for severity in Severity}
    assert documented()["text-lost"] == Severity.ERROR
