"""The shape of the code, held by tests: languages are data, rooms are small, imports go one way, files are read low down."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "waqai"
MODULES = sorted(SOURCE.rglob("*.py"))
CODE = sorted(path for folder in ("src", "scripts", "bench", "eval") for path in (ROOT / folder).rglob("*.py"))
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")

MEDIAN, NINETIETH, LONGEST, MODULE, PARAMETERS = 8, 30, 40, 300, 8
READERS = (
    "packs",
    "vocab",
    "messages",
    "gazetteer",
    "ingest",
    "evaluate",
    "match/cache_store.py",
    "store",
    "web/strings",
)  # who may read files


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_a_language_is_a_folder_without_code() -> None:
    assert not list((SOURCE / "lang").rglob("*.py"))


def test_no_engine_module_holds_an_arabic_letter() -> None:
    held = [name_of(path) for path in MODULES if ARABIC.search(path.read_text("utf-8"))]
    assert held == []


def test_functions_are_small() -> None:
    sizes = sorted(lines(function) for path in CODE for function in functions(path))
    assert statistics.median(sizes) <= MEDIAN
    assert sizes[int(len(sizes) * 0.9)] <= NINETIETH


def test_no_function_is_long() -> None:
    long = [f"{name_of(p)}:{f.lineno} {f.name} ({lines(f)})" for p in CODE for f in functions(p) if lines(f) > LONGEST]
    assert long == []


def test_no_module_is_long() -> None:
    sizes = {name_of(path): path.read_text("utf-8").count("\n") for path in CODE}
    assert {name: size for name, size in sizes.items() if size > MODULE} == {}


def test_no_function_has_many_parameters() -> None:
    def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        return len(function.args.posonlyargs + function.args.args + function.args.kwonlyargs)

    many = [f"{name_of(p)}:{f.lineno} {f.name}" for p in CODE for f in functions(p) if parameters(f) > PARAMETERS]
    assert many == []


def test_only_the_command_line_imports_late() -> None:
    late = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        if "cli" not in path.parts
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert late == []


def test_files_are_read_only_low_down() -> None:
    reads = re.compile(r"(?<![\w.])open\(|\.read_text\(|\.read_bytes\(|\.open\(")
    allowed = tuple(str(SOURCE / place) for place in READERS)
    readers = [name_of(p) for p in MODULES if not str(p).startswith(allowed) and reads.search(p.read_text("utf-8"))]
    assert readers == []


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in tree(path).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("waqai"):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("waqai")}
    return found


def test_no_import_cycle() -> None:
    modules = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__"): path
        for path in MODULES
    }
    graph = {name: (imports(path) & modules.keys()) - {name, "waqai"} for name, path in modules.items()}
    while graph:
        leaves = {name for name, needs in graph.items() if not needs & graph.keys()}
        assert leaves, f"these import one another: {sorted(graph)}"
        graph = {name: needs for name, needs in graph.items() if name not in leaves}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path)) or not path.read_text("utf-8").strip()


def test_no_package_registry_is_named_in_any_tracked_file() -> None:
    hosts = ["py" + "pi.", "pythonhosted" + ".", "npmjs" + ".", "deb.debian" + ".", "crates" + ".io"]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    named = [
        name
        for name in listed.split("\0")
        if name and (ROOT / name).is_file() and any(h.encode() in (ROOT / name).read_bytes() for h in hosts)
    ]
    assert named == []
