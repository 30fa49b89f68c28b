"""The own files with the new numbers: nothing but what is called otherwise changes."""

from __future__ import annotations

import pytest

from netzint.ablage.abgleich.umnummern import rename_datei, rename_pfad
from netzint.vorgaenge.umnummern import Punkt, Umnummerung

SITZUNG = "daten/sitzungen/sg-2026-01.yaml"
TEXT = """\
# von Hand
gremium: strategiegruppe
datum: 2026-03-12
tagesordnung:
  - kennung: bericht
    nummer: "1.1"
    titel: Bericht zu BEDARF-2026-01
    wiederaufnahme: sg-2026-01/verschiedenes
    verlauf: |
      Siehe TOP 1.1 und TOP 1.12, nicht 1.1.
  - kennung: verschiedenes
    nummer: "2"
    titel: Verschiedenes
    bezug: [bedarf-2026-01]
    beschluesse:
      - kennung: verschiedenes
        antrag: {art: sonstiges}
        ergebnis: angenommen
anwesend:
  - {mitglied: ministerium-1, nicht_bei: [bericht, verschiedenes]}
berichtigungen:
  - {zu: verschiedenes, am: 2026-03-13, statt: {ja: 3}, grund: Zählfehler}
"""


@pytest.mark.parametrize(
    ("um", "ersetzt"),
    [
        (
            Umnummerung({"bedarf-2026-01": "bedarf-2026-02"}),
            {"BEDARF-2026-01": "BEDARF-2026-02", "[bedarf-2026-01]": "[bedarf-2026-02]"},
        ),
        (
            Umnummerung(nummern=(Punkt("sg-2026-01", "bericht", "1.1", "1.2"),)),
            {'"1.1"': '"1.2"', "Siehe TOP 1.1 ": "Siehe TOP 1.2 "},
        ),
        (
            Umnummerung(tops=(Punkt("sg-2026-01", "bericht", "bericht", "bericht-2"),)),
            {"- kennung: bericht\n": "- kennung: bericht-2\n", "[bericht,": "[bericht-2,"},
        ),
        (
            Umnummerung(beschluesse=(Punkt("sg-2026-01", "verschiedenes", "verschiedenes", "verschiedenes-2"),)),
            {
                "      - kennung: verschiedenes\n": "      - kennung: verschiedenes-2\n",
                "zu: verschiedenes": "zu: verschiedenes-2",
                "sg-2026-01/verschiedenes": "sg-2026-01/verschiedenes-2",
            },
        ),
        (Umnummerung(tops=(Punkt("sg-2026-02", "bericht", "bericht", "bericht-2"),)), {}),
    ],
)
def test_nur_was_anders_heisst_aendert_sich(um: Umnummerung, ersetzt: dict[str, str]) -> None:
    wanted = TEXT
    for alt, neu in ersetzt.items():
        wanted = wanted.replace(alt, neu)

    assert rename_datei(TEXT.encode(), SITZUNG, um).decode() == wanted


def test_nur_dateien_von_eintraegen_heissen_anders() -> None:
    um = Umnummerung({"sg-2026-01": "sg-2026-02"})

    assert rename_pfad(SITZUNG, um) == "daten/sitzungen/sg-2026-02.yaml"
    assert rename_pfad("notizen/sg-2026-01.yaml", um) == "notizen/sg-2026-01.yaml"
    assert rename_datei(b"sg-2026-01", "README.md", um) == b"sg-2026-01"
    assert rename_datei(b"titel: \xff sg-2026-01", "daten/ziele/ziel-x.yaml", um) == b"titel: \xff sg-2026-01"
