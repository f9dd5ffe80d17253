"""The shape of the program, held to what CONTRIBUTING.md says of it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS

MODULES = sorted(p for top in ("app", "ui") for p in Path(top).rglob("*.py"))
FORBIDDEN_WORDS = {
    *("client", "clients", "patient", "patients", "consumer", "consumers"),
    *("case", "cases", "user", "users", "util", "utils", "manager", "managers"),
}
SCREEN_WORDS = re.compile(r"\b(clients?|patients?|consumers?)\b", re.IGNORECASE)
CATCHES_ALL = ("ui/errors", "ui/tasks")  # the top, and what hands errors to it
NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib"),
    *("poplib", "imaplib", "xmlrpc", "asyncio", "requests", "httpx", "webbrowser"),
}
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}

each_module = pytest.mark.parametrize("module", MODULES, ids=str)


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def test_imports_keep_to_the_layers():
    # In a process of its own: it sets up logging, and with that silences ours.
    script = "import sys; from importlinter.cli import lint_imports; "
    done = subprocess.run(
        [sys.executable, "-c", f"{script}sys.exit(lint_imports())"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == EXIT_STATUS_SUCCESS, done.stdout


def test_app_runs_without_qt():
    load_all = """
import importlib, pkgutil, sys, app
for module in pkgutil.walk_packages(app.__path__, "app."):
    importlib.import_module(module.name)
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))])
"""
    done = subprocess.run(
        [sys.executable, "-c", load_all], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@each_module
def test_module_opens_with_one_sentence(module):
    docstring = ast.get_docstring(_tree(module))
    assert docstring, "a module says what it is for"
    opening = " ".join(docstring.split("\n\n")[0].split())
    assert opening.endswith(".")
    assert not re.search(r"[a-z)`]\. [A-Z]", opening), "one sentence, then a blank line"


def test_files_can_be_read_in_one_sitting():
    long = [m for m in MODULES if len(m.read_text("utf-8").splitlines()) > 300]
    silent = [
        str(m) for m in long if "300 lines" not in (ast.get_docstring(_tree(m)) or "")
    ]
    assert not silent, "say at the top why the file is longer than 300 lines"
    assert len(long) <= len(MODULES) * 0.02


@each_module
def test_functions_fit_on_a_screen(module):
    long = [
        f"{each.name}: {each.end_lineno - each.lineno + 1} lines"
        for each in ast.walk(_tree(module))
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        and each.end_lineno - each.lineno >= 40
    ]
    assert not long


@each_module
def test_errors_we_do_not_expect_are_not_caught(module):
    if module.as_posix().removesuffix(".py").startswith(CATCHES_ALL):
        return
    caught = [
        f"line {each.lineno}"
        for each in ast.walk(_tree(module))
        if isinstance(each, ast.ExceptHandler)
        and _catches_all(each.type)
        and ast.unparse(each.body[-1]) != "raise"  # only tidies up on the way out
    ]
    assert not caught


def _catches_all(kind: ast.expr | None) -> bool:
    if kind is None:
        return True
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(ast.unparse(each) in {"Exception", "BaseException"} for each in kinds)


@each_module
def test_names_use_the_words_of_the_field(module):
    names = {module.stem, *_names_given(_tree(module))}
    wrong = sorted(name for name in names if _words(name) & FORBIDDEN_WORDS)
    assert not wrong
    assert not [name for name in names if name.endswith("Service")]


def _words(name: str) -> set[str]:
    """Split ``snake_case`` and ``CamelCase`` into lower-case words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def _names_given(tree: ast.Module) -> Iterator[str]:
    """Yield the names a module makes up itself, not those of others it calls."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(asname=str(name)):
                yield name


@each_module
def test_words_on_screen_speak_of_persons(module):
    spoken = [
        text.value
        for call in ast.walk(_tree(module))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"_", "plural"}
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    assert not [text for text in spoken if SCREEN_WORDS.search(text)]


@each_module
def test_nothing_of_ours_can_reach_a_network(module):
    reached = [name for name in _imports(_tree(module)) if _reaches_out(name)]
    assert not reached


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _reaches_out(name: str) -> bool:
    if name.startswith("PySide6.QtNetwork"):
        return name.rsplit(".", 1)[-1] not in LOCAL_SOCKETS
    return any(name == each or name.startswith(f"{each}.") for each in NETWORK)
