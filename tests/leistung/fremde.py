"""What somebody would take instead: schema checkers over a copy of the same files with quoted dates."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from netzint.modell.arten import ARTEN
from tests.leistung.messgeraet import Aufruf

SCHEMAS = Path(__file__).parents[2] / "netzint" / "mitgeliefert" / "schemas"
_DATUM = re.compile(r"(?<=[ \[])(\d{4}-\d{2}(?:-\d{2})?)(?=$|[,}\]])", re.MULTILINE)


def copy_quoted(source: Path, target: Path) -> None:
    """The files with their dates in quotation marks, so that readers of YAML 1.1 take them for text."""
    for pfad in sorted((source / "daten").rglob("*.yaml")):
        copy = target / pfad.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(_DATUM.sub(r'"\1"', pfad.read_text(encoding="utf-8")), encoding="utf-8")


def install_npm(ordner: Path) -> None:
    """ajv-cli into a folder of its own."""
    npm = shutil.which("npm")
    if npm:
        subprocess.run([npm, "install", "--silent", "--prefix", str(ordner), "ajv-cli@5"], check=True)


def install_pip(ordner: Path) -> None:
    """yamale and check-jsonschema into an environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", str(ordner)], check=True)
    python = next(path for path in (ordner / "bin" / "python", ordner / "Scripts" / "python.exe") if path.exists())
    subprocess.run([python, "-m", "pip", "install", "--quiet", "yamale", "check-jsonschema"], check=True)


def find(name: str, *ordner: Path) -> str | None:
    """Where a program is, in the folders given or on the PATH."""
    places = [str(path) for folder in ordner for path in (folder / "node_modules" / ".bin", folder / "bin")]
    return next((found for place in places if (found := shutil.which(name, path=place))), shutil.which(name))


def ajv(program: str, daten: Path) -> list[Aufruf]:
    """One call for each kind of file."""
    return [
        Aufruf((program, "validate", "--spec=draft2020", "--strict=false", "-s", str(schema), "-d", f"{files}/*.yaml"))
        for schema, files in _kinds(daten)
    ]


def check_jsonschema(program: str, daten: Path) -> list[Aufruf]:
    """One call for each kind of file."""
    return [
        Aufruf((program, "--schemafile", str(schema), *map(str, sorted(files.glob("*.yaml")))))
        for schema, files in _kinds(daten)
    ]


def yamale(program: str, daten: Path, schemas: Path) -> list[Aufruf]:
    """One call for each kind of file, with the JSON Schemas in yamale's own words."""
    schemas.mkdir(exist_ok=True)
    found = []
    for schema, files in _kinds(daten):
        own = schemas / f"{schema.stem}.yaml"
        own.write_text(_to_yamale(json.loads(schema.read_text(encoding="utf-8"))), encoding="utf-8")
        found.append(Aufruf((program, "-s", str(own), "-p", "pyyaml", "--cpu-num", "1", str(files))))
    return found


def _kinds(daten: Path) -> list[tuple[Path, Path]]:
    folders = ((SCHEMAS / f"{art.name}.json", daten / art.ordner) for art in ARTEN if art.ordner)
    return [(schema, folder) for schema, folder in folders if folder.is_dir() and schema.is_file()]


def _to_yamale(schema: dict[str, Any]) -> str:
    parts = [_yamale_block(schema)]
    parts += [f"---\n{name}:\n{_yamale_block(_object(block), 2)}" for name, block in schema["$defs"].items()]
    return "".join(parts)


def _object(block: dict[str, Any]) -> dict[str, Any]:
    return next((way for way in block.get("anyOf", ()) if "properties" in way), block)


def _yamale_block(block: dict[str, Any], einzug: int = 0) -> str:
    needed = block.get("required", ())
    rows = ((name, _yamale_type(value), name in needed) for name, value in block.get("properties", {}).items())
    return "".join(f"{' ' * einzug}{name}: {_optional(typ, needed=must)}\n" for name, typ, must in rows)


def _optional(typ: str, *, needed: bool) -> str:
    if needed:
        return typ
    return typ[:-1] + ("required=False)" if typ.endswith("()") else ", required=False)")


def _yamale_type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"any(include('{name}'), str())" if name == "Anwesend" else f"include('{name}')"
    if "anyOf" in value:
        return f"any({', '.join(map(_yamale_type, value['anyOf']))})"
    if "enum" in value:
        return f"enum({', '.join(repr(item) for item in value['enum'])})"
    if value.get("type") == "array":
        return f"list({_yamale_type(value['items'])})"
    return {"integer": "int()", "object": "map()"}.get(value.get("type", ""), "str()")
