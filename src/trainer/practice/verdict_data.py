"""A verdict as JSON data and back, so that a resumed session shows what was shown before."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from trainer.model.span import Span
from trainer.model.verdict import Deduction, Finding, Verdict

Data = dict[str, Any]


def to_data(verdict: Verdict) -> Data:
    """Return a verdict as plain data, without the text it is about."""
    # A read-only mapping cannot be copied by asdict.
    data = asdict(replace(verdict, qualities=dict(verdict.qualities)))
    del data["text"]
    return data


def from_data(data: Mapping[str, Any], text: str) -> Verdict:
    """Return the verdict on ``text``; raises KeyError, TypeError or ValueError for damaged data."""
    return Verdict(
        text=text,
        score=int(data["score"]),
        grade=int(data["grade"]),
        shown=tuple(data["shown"]),
        missed=tuple(data["missed"]),
        violated=tuple(data["violated"]),
        given=tuple(data["given"]),
        missing=tuple(data["missing"]),
        qualities=dict(data["qualities"]),
        deductions=tuple(_deduction(item) for item in data["deductions"]),
        praise=tuple(_finding(item) for item in data["praise"]),
        # Older journals know neither.
        severity=float(data.get("severity", 1.0)),
        warnings=tuple(_deduction(item) for item in data.get("warnings", ())),
    )


def _deduction(data: Mapping[str, Any]) -> Deduction:
    return Deduction(**{**data, "evidence": _spans(data["evidence"])})


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(**{**data, "spans": _spans(data["spans"])})


def _spans(items: Sequence[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple(Span(item["start"], item["end"]) for item in items)
