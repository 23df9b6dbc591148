"""Reads the standards that a pack brings along: ``standards/*.yaml``, in the form of the catalogue's own."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from trainer.kept.records import fingerprint, keep, recall
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.standard import Catalogue, Kind, Standard
from trainer.packs.catalogue import catalogue_files, read_catalogue
from trainer.packs.catalogue_texts_ru import CATALOGUE_TEXTS
from trainer.packs.folders import standard_files
from trainer.packs.problems import Problems

_KEPT = "catalogue"


def read_own_standards(
    folder: Path, pack_id: str, taken: Collection[str], sink: list[Problem]
) -> tuple[Standard, ...]:
    """Return the standards of a pack that are without errors; what is wrong goes to ``sink``.

    ``taken`` are the ids that the catalogue uses already.
    """
    found: list[Standard] = []
    for path in standard_files(folder):
        # A collector a file, so that one broken file does not take the others with it.
        problems = Problems(sink, CATALOGUE_TEXTS)
        standard = _read(path, folder, taken, problems)
        if standard and not problems.broken:
            found.append(replace(standard, pack=pack_id))
    return tuple(found)


def _read(path: Path, folder: Path, taken: Collection[str], problems: Problems) -> Standard | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        problems.add(Place(str(path)), "E094")
        return None
    # What reads YAML is loaded where there is something to read: most often it is remembered.
    from trainer.packs.rule_shapes import check_rules
    from trainer.packs.standard_reader import read_standard
    from trainer.packs.yaml_nodes import load

    datum = load(path, problems)
    if datum is None:
        return None
    standard = read_standard(datum, path.stem, shipped().qualities)
    fields = datum.open_fields()
    if (where := fields.get("id")) and standard.id:
        where.identifier()
        if standard.id in taken:
            where.add("E090", id=standard.id)
    if (where := fields.get("kind")) and where.text(empty=True) == Kind.PROCESS:
        where.add("E095")
    check_rules(datum, problems)
    return standard


@cache
def shipped() -> Catalogue:
    """Return the catalogue that comes with the program, read once; raises InputError."""
    key = fingerprint(catalogue_files())
    found: Catalogue | None = recall(_KEPT, key) if key else None
    if found is None:
        found = read_catalogue()
        if key and key == fingerprint(catalogue_files()):
            keep(_KEPT, key, found)
    return found


def known_kinds() -> Mapping[str, Kind]:
    """Return the kinds of the standards that come with the program."""
    return {standard.id: standard.kind for standard in shipped().standards.values()}
