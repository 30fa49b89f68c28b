"""What people type as a name is taken apart into form of address, title and name."""

from __future__ import annotations

import pytest

from netzint.vorgaenge.personenname import split_name


@pytest.mark.parametrize(
    ("text", "name", "titel", "anrede"),
    [
        ("Erika Beispiel", "Erika Beispiel", None, None),
        ("Dr. Änne Groß-Übel", "Änne Groß-Übel", "Dr.", None),
        (
            "Frau Prof. Dr. h. c. mult. Erika von der Beispiel",
            "Erika von der Beispiel",
            "Prof. Dr. h. c. mult.",
            "Frau",
        ),
        ("Herrn Dr.-Ing. Ömer Beispiel", "Ömer Beispiel", "Dr.-Ing.", "Herr"),
        ("Dr. K. H. Beispiel", "K. H. Beispiel", "Dr.", None),
        ("dr med. Erika Beispiel", "Erika Beispiel", "dr med.", None),
        ("Herr", "Herr", None, None),
        ("Dr.", "Dr.", None, None),
        ("Drago Prof", "Drago Prof", None, None),
        ("Magnus Frau", "Magnus Frau", None, None),
    ],
)
def test_anrede_und_titel_gehoeren_nicht_zum_namen(text: str, name: str, titel: str | None, anrede: str | None) -> None:
    assert split_name(text) == (name, titel, anrede)
