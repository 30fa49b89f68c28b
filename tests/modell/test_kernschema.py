"""The short way to a validator: the same schema as pydantic's own, model by model."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, Field, model_validator

from netzint.modell.arten import ARTEN, Art
from netzint.modell.grund import Angabe
from netzint.modell.kernschema import Unbekannt, build_schema, build_validator

_NUR_FUER_ANDERES = {"metadata", "ref", "serialization", "serialization_exclude", "json_schema_input_schema"}
"""What JSON Schemas and writing need; nothing of it checks anything."""


def checks(schema: Any, parts: dict[str, Any]) -> Any:
    """Of a schema only what checks, with every part in its place."""
    if isinstance(schema, list):
        return [checks(item, parts) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "definitions":
        return checks(schema["schema"], parts | {part["ref"]: part for part in schema["definitions"]})
    if schema.get("type") == "definition-ref":
        return checks(parts[schema["schema_ref"]], parts)
    return {key: checks(value, parts) for key, value in schema.items() if key not in _NUR_FUER_ANDERES}


@pytest.mark.parametrize("art", ARTEN, ids=lambda art: art.name)
def test_es_wird_genau_das_geprueft_was_pydantic_prueft(art: Art) -> None:
    art.model.model_rebuild(force=True)

    assert checks(build_schema(art.model), {}) == checks(art.model.__pydantic_core_schema__, {})


class MitPruefung(Angabe):
    """Says something that only pydantic understands."""

    zahl: Annotated[int, AfterValidator(lambda value: value + 1)] = Field(description="eine Zahl")


class Danach(Angabe):
    """Looks at itself when it is made."""

    wort: str = Field(description="ein Wort")

    @model_validator(mode="after")
    def _look(self) -> Danach:
        return self


@pytest.mark.parametrize(("model", "wert"), [(MitPruefung, {"zahl": 3}), (Danach, {"wort": "ja"})])
def test_was_hier_niemand_kennt_prueft_pydantic_selbst(model: type[Angabe], wert: dict[str, Any]) -> None:
    with pytest.raises(Unbekannt):
        build_schema(model)

    assert build_validator(model)(wert) == model.model_validate(wert)


def test_ein_eintrag_ist_derselbe_wie_der_den_pydantic_macht() -> None:
    wert = {"kennung": "ziel-teilhabe", "titel": "Teilhabe", "beschreibung": "Alle sind dabei.\n", "ab": "2026-01"}
    model = next(art for art in ARTEN if art.name == "ziel").model

    own = build_validator(model)(wert)

    assert own == model.model_validate(wert)
    assert (own.model_fields_set, own.model_dump()) == (set(wert), model.model_validate(wert).model_dump())
