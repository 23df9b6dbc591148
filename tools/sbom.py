"""The bill of materials of a release: CycloneDX 1.6, from the lock, the table of licences and the files themselves.

``python -m tools.sbom WHEEL SECONDS`` prints it; the seconds since 1970 are the time of the commit. Nothing in it
depends on the machine or the clock, so the same commit gives the same bytes.
"""

import hashlib
import json
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.audit import words
from tools.locked import DEV, ROOT, RUNTIME, Licence, Pin, licences, pins

Json = dict[str, Any]
_OPTIONAL = "Packages that are installed by those who want them"
# CycloneDX: «excluded» is what a program does not carry when it runs.
_SCOPES = {_OPTIONAL: "optional", "Packages that only install the program": "excluded"}
_INSIDE, _COME_ALONG = "Data inside the project", "Data and models that come with packages"
_MODELS = ("network.npz", "sentence-encoder")


def sbom(version: str, wheel: Path, made: int) -> Json:
    """Return the bill for a wheel; ``made`` is the time of the commit in seconds since 1970."""
    listed = licences()
    packages = {**pins(RUNTIME), **_optional(listed)}
    rows = [row for row in listed.values() if row.heading in (_INSIDE, _COME_ALONG)]
    body: Json = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": _time(made), "component": _program(version, wheel)},
        "components": [_package(pin, listed[name]) for name, pin in sorted(packages.items())]
        + [_data(row) for row in rows],
        "dependencies": _dependencies(version, packages, rows),
    }
    same = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return {**body, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, same)}"}


def _optional(listed: dict[str, Licence]) -> dict[str, Pin]:
    return {name: pin for name, pin in pins(DEV).items() if listed[name].heading == _OPTIONAL}


def _time(made: int) -> str:
    return datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _program(version: str, wheel: Path) -> Json:
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return {
        "type": "application",
        "bom-ref": _ref("trainer", version),
        "name": "trainer",
        "version": version,
        "licenses": _licences("MIT"),
        "purl": _ref("trainer", version),
        "externalReferences": [_files(wheel.name, [digest])],
    }


def _package(pin: Pin, licence: Licence) -> Json:
    ref = _ref(pin.name, pin.version)
    return {
        "type": "library",
        "bom-ref": ref,
        "name": pin.name,
        "version": pin.version,
        "scope": _SCOPES.get(licence.heading, "required"),
        "licenses": _licences(licence.licence),
        "purl": ref,
        # Any of these files may be the one that is installed: it depends on the platform.
        "externalReferences": [_files(ref, pin.hashes)],
    }


def _data(row: Licence) -> Json:
    name = row.about.strip("`")
    kind = "machine-learning-model" if name.endswith(_MODELS[0]) or _MODELS[1] in name else "data"
    found: Json = {"type": kind, "bom-ref": f"data:{name}", "name": name, "licenses": _licences(row.licence)}
    if row.heading == _INSIDE:
        digest = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        found["hashes"] = [{"alg": "SHA-256", "content": digest}]
    return found


def _dependencies(version: str, packages: dict[str, Pin], rows: list[Licence]) -> list[Json]:
    """Return who asks for whom; what pip-compile notes as asked by a file is asked for by the program."""
    needs: dict[str, list[str]] = {name: [] for name in ("trainer", *packages)}
    for name, pin in sorted(packages.items()):
        askers = [asker for asker in pin.asked_by if asker in packages]
        for asker in askers or ["trainer"]:
            needs[asker].append(name)
    refs = {name: _ref(name, pin.version) for name, pin in packages.items()}
    refs["trainer"] = _ref("trainer", version)
    found = [
        {"ref": refs[name], "dependsOn": [refs[other] for other in sorted(needs[name])]} for name in needs
    ]
    inside = [f"data:{row.about.strip('`')}" for row in rows]
    found[0]["dependsOn"] = [*found[0]["dependsOn"], *inside]
    return [*found, *({"ref": ref} for ref in inside)]


def _licences(text: str) -> list[Json]:
    parts = words(text)
    if " OR " in text or (len(parts) == 1 and " " not in parts[0]):
        return [{"expression": text}]
    return [{"license": {"name": text}}]


def _files(url: str, digests: list[str] | tuple[str, ...]) -> Json:
    hashes = [{"alg": "SHA-256", "content": digest} for digest in digests]
    return {"type": "distribution", "url": url, "hashes": hashes}


def _ref(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def main(wheel: str, made: str) -> None:
    """Print the bill for a wheel."""
    path = Path(wheel)
    json.dump(sbom(path.name.split("-")[1], path, int(made)), sys.stdout, indent=2, sort_keys=True)
    print()


if __name__ == "__main__":
    main(*sys.argv[1:])
