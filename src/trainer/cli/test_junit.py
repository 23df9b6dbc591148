"""The outcome of the examples as JUnit XML, in the form that build servers read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from xml.etree import ElementTree as ET

from trainer.authoring.examples_run import Result, Status
from trainer.cli.test_report import explained
from trainer.cli.test_texts_ru import STATUS
from trainer.practice.visible import visible

_HOST = "localhost"


def junit(results: Sequence[Result], seconds: float, now: datetime) -> str:
    """Return the document: one suite for each turn or standard; ``seconds`` is how long all of it took."""
    root = ET.Element("testsuites")
    groups = groupby(sorted(results, key=lambda result: result.case.group), lambda result: result.case.group)
    share = seconds / max(1, len(results))
    for number, (name, members) in enumerate(groups):
        root.append(_suite(number, name, list(members), share, now))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(number: int, name: str, results: Sequence[Result], share: float, now: datetime) -> ET.Element:
    suite = _element(
        "testsuite",
        name=name.replace("/", "."),
        tests=str(len(results)),
        failures=str(sum(result.status is Status.FAILED for result in results)),
        errors="0",
        skipped=str(sum(_is_skipped(result) for result in results)),
        time=f"{share * len(results):.3f}",
        timestamp=f"{now:%Y-%m-%dT%H:%M:%S}",
        hostname=_HOST,
        id=str(number),
        package=name.split("/")[0],
    )
    suite.append(ET.Element("properties"))
    suite.extend(_case(result, share) for result in results)
    suite.append(ET.Element("system-out"))
    suite.append(ET.Element("system-err"))
    return suite


def _case(result: Result, share: float) -> ET.Element:
    case = _element(
        "testcase",
        name=result.case.name,
        classname=result.case.group.replace("/", "."),
        time=f"{share:.3f}",
    )
    expected = result.case.expected
    if result.status is Status.FAILED:
        failure = _element("failure", message=f"{expected.place}: {expected.text}", type=STATUS["failed"])
        failure.text = visible("\n".join(text for _, text in explained(result)))
        case.append(failure)
    elif _is_skipped(result):
        case.append(_element("skipped", message=expected.known or result.case.skip))
    return case


def _is_skipped(result: Result) -> bool:
    """Tell whether a case counts neither as passed nor as failed: build servers have no third word."""
    return result.status in (Status.KNOWN, Status.SKIPPED)


def _element(tag: str, /, **attributes: str) -> ET.Element:
    safe: Mapping[str, str] = {key: visible(value) for key, value in attributes.items()}
    return ET.Element(tag, dict(safe))
