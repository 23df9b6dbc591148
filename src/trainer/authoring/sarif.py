"""Findings as SARIF 2.1.0, the format that editors and services of continuous integration read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from trainer import __version__
from trainer.authoring.allow import Allowed
from trainer.authoring.code_book import Code, book
from trainer.model.place import Place
from trainer.model.problem import Level, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(problems: Sequence[Problem], allowed: Sequence[Allowed]) -> dict[str, Any]:
    """Return the log of one run; what the author allowed is in it as suppressed."""
    used = {problem.code for problem in (*problems, *(item.problem for item in allowed))}
    rules = [code for code in book().values() if code.id in used]
    numbers = {code.id: number for number, code in enumerate(rules)}
    results = [_result(problem, numbers) for problem in problems]
    results += [
        {
            **_result(item.problem, numbers),
            "suppressions": [{"kind": "inSource", "justification": item.reason}],
        }
        for item in allowed
    ]
    driver = {"name": "trainer lint", "version": __version__, "rules": [_rule(code) for code in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.explain},
        "defaultConfiguration": {"level": _LEVELS[code.level]},
        "help": {"text": f"{code.explain}\n\ntrainer explain {code.id}"},
    }


def _result(problem: Problem, numbers: Mapping[str, int]) -> dict[str, Any]:
    rule = {"ruleIndex": numbers[problem.code]} if problem.code in numbers else {}
    return {
        "ruleId": problem.code,
        **rule,
        "level": _LEVELS[problem.level],
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": _location(problem.place)}],
    }


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(1, place.column)}
    return location


def _uri(path: str) -> str:
    """Return a path as a URI: relative as it was given, absolute ones with «file»."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())
