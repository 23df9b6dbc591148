"""The changelog keeps to its form: sections by release, the newest first, the present version among them."""

import re

from packaging.version import Version

from tests.guards.project import ROOT
from trainer import __version__

TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_sections_are_releases_with_dates_the_newest_first() -> None:
    heads = re.findall(r"^## (.*)$", TEXT, re.MULTILINE)
    released = heads[1:] if heads[0] == "[Unreleased]" else heads
    found = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", head) for head in released]
    assert all(found), released
    versions = [(Version(match[1]), match[2]) for match in found if match]
    assert versions == sorted(versions, reverse=True)


def test_the_version_of_the_program_is_the_newest_release_or_the_next_one() -> None:
    released = [Version(found) for found in re.findall(r"^## \[(\d[^\]]*)\]", TEXT, re.MULTILINE)]
    assert "## [Unreleased]" in TEXT or Version(__version__) in released
    assert not released or Version(__version__) >= max(released)


def test_what_changed_stands_under_its_kind() -> None:
    assert set(re.findall(r"^### (.*)$", TEXT, re.MULTILINE)) <= KINDS
    sections = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    assert all("\n### " in section for section in sections)


def test_the_version_stands_in_one_place() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in project
    places = re.findall(r"(?m)^version\s*=", project)
    assert places == []
