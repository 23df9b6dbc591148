"""The small changes that are tried on a module.

Left alone are docstrings, annotations, sizes of caches, comparisons of lengths, messages of errors, texts with places to
fill in, and what stands outside of functions except for numbers: word lists and patterns are data, held by examples.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Div, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_RENAMED = {
    "min": "max", "max": "min", "any": "all", "all": "any", "lower": "upper", "upper": "lower",
    "lstrip": "rstrip", "rstrip": "lstrip", "startswith": "endswith", "endswith": "startswith",
    "bisect_left": "bisect_right", "bisect_right": "bisect_left", "issubset": "issuperset",
    "issuperset": "issubset",
}  # fmt: skip
_LONGEST = 60  # letters of an expression in a report
_SKIPPED = {"annotation", "returns", "ctx", "ops", "op"}
_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: in which function (empty outside of all), at which line of the module, from what to what."""

    module: str
    number: int
    function: str
    starts: int  # the first line of the function, decorators counted; 0 outside of all
    line: int
    change: str

    @property
    def key(self) -> str:
        """What names the change also after lines have moved."""
        return f"{self.function}: {self.change}"


@dataclass(frozen=True, slots=True)
class _Spot:
    parent: ast.AST
    field: str
    index: int | None
    function: str
    starts: int

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(module: str, source: str) -> list[Mutant]:
    """Return all changes of a module, in the order of its code."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for number, (spot, node, put) in enumerate(_places(ast.parse(source))):
        change = f"{_brief(node)} -> {_brief(put)}"
        seen[spot.function, change] += 1
        if (nth := seen[spot.function, change]) > 1:
            change += f" ({nth})"
        line = getattr(node, "lineno", getattr(spot.parent, "lineno", 0))
        found.append(Mutant(module, number, spot.function, spot.starts, line, change))
    return found


def mutated(source: str, number: int) -> ast.Module:
    """Return the module with one change."""
    tree = ast.parse(source)
    for i, (spot, node, put) in enumerate(_places(tree)):
        if i == number:
            spot.put(ast.copy_location(put, node) if hasattr(node, "lineno") else put)
            return ast.fix_missing_locations(tree)
    raise IndexError(number)


def _places(tree: ast.Module) -> Iterator[tuple[_Spot, ast.AST, ast.AST]]:
    for spot, node in list(_walked(tree, "", 0)):
        for put in _puts(spot, node):
            yield spot, node, put


def _walked(parent: ast.AST, function: str, starts: int) -> Iterator[tuple[_Spot, ast.AST]]:
    for field, value in ast.iter_fields(parent):
        if field in _SKIPPED:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _silent(node):
                continue
            if (
                isinstance(parent, _FUNCTION) and field != "body"
            ):  # decorators and defaults run when it is defined
                yield from _under(_Spot(parent, field, index, "", 0), node)
            else:
                yield from _under(_Spot(parent, field, index, function, starts), node)


def _under(spot: _Spot, node: ast.AST) -> Iterator[tuple[_Spot, ast.AST]]:
    yield spot, node
    name, starts = spot.function, spot.starts
    if isinstance(node, ast.ClassDef):
        name, starts = f"{name}.{node.name}".lstrip("."), 0
    elif isinstance(node, _FUNCTION):
        name = f"{name}.{node.name}".lstrip(".")
        starts = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    yield from _walked(node, name, starts)


def _silent(node: ast.AST) -> bool:
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword) and node.arg in {"maxsize", "strict"}:
        return True  # how much is kept shows in memory only; lengths are compared to be told of mistakes
    return docstring or isinstance(node, ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom)


def _puts(spot: _Spot, node: ast.AST) -> Iterator[ast.AST]:
    if not spot.starts:
        if isinstance(node, ast.Constant) and not isinstance(node.value, bool | str):
            yield from _constant(node)
        return
    for kind, puts in _KINDS.items():
        if isinstance(node, kind):
            yield from puts(node)
    if isinstance(node, ast.expr) and spot.field in {"test", "ifs"} and not isinstance(node, ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str):
        yield ast.Constant(f"XX{node.value}")


def _operator(node: ast.BinOp | ast.AugAssign | ast.BoolOp) -> Iterator[ast.AST]:
    if swapped := _SWAPPED.get(type(node.op)):
        yield _with(node, op=swapped())


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for i, op in enumerate(node.ops):
        yield _with(node, ops=[*node.ops[:i], _SWAPPED[type(op)](), *node.ops[i + 1 :]])


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _name(node: ast.Name | ast.Attribute) -> Iterator[ast.AST]:
    field = "id" if isinstance(node, ast.Name) else "attr"
    if isinstance(node.ctx, ast.Load) and (renamed := _RENAMED.get(getattr(node, field))):
        yield _with(node, **{field: renamed})


def _statement(node: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


def _continue(node: ast.Continue) -> Iterator[ast.AST]:
    yield ast.Break()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})


_KINDS: dict[type[ast.AST], Callable[..., Iterator[ast.AST]]] = {
    ast.Constant: _constant, ast.BinOp: _operator, ast.AugAssign: _operator, ast.BoolOp: _operator,
    ast.Compare: _compare, ast.UnaryOp: _unary, ast.Name: _name, ast.Attribute: _name, ast.Expr: _statement,
    ast.Continue: _continue,
}  # fmt: skip


def _brief(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
