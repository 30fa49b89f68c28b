"""Builders: each gives the smallest valid thing, so that a test spells out only what it is about.

Values are written as they stand in a file (text), and go through the same models.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.arten import NACH_NAME
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.geschaeftsordnung import Geschaeftsordnung
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.netzwerk import Netzwerk
from netzint.modell.sitzung import Sitzung
from netzint.modell.stelle import Stelle
from netzint.modell.thema import Thema

STICHTAG = date(2026, 11, 22)

VERBAENDE = ("gemeindetag", "staedtetag", "landkreistag")
KOERPERSCHAFTEN = ("gemeinde", "stadt", "landkreis")

SITZE: tuple[dict[str, Any], ...] = (
    *(
        {
            "kennung": f"sitz-ministerium-{x}",
            "bank": "ministerium",
            "stelle": "ministerium",
            "benannt_von": ["ministerium"],
        }
        for x in "abc"
    ),
    *(
        {"kennung": f"sitz-{v}", "bank": "landesverbaende", "stelle": v, "benannt_von": [v]}
        | ({"bezeichnung": "Landesverbände – Städtetag"} if v == "staedtetag" else {})
        for v in VERBAENDE
    ),
    *(
        {
            "kennung": f"sitz-kommunen-{k}",
            "bank": "kommunen",
            "koerperschaft": k,
            "amt": "leitung",
            "benannt_von": list(VERBAENDE),
        }
        for k in KOERPERSCHAFTEN
    ),
    *(
        {
            "kennung": f"sitz-beauftragte-{k}",
            "bank": "integrationsbeauftragte",
            "koerperschaft": k,
            "amt": "integrationsbeauftragung",
            "benannt_von": list(VERBAENDE),
        }
        for k in KOERPERSCHAFTEN
    ),
)


def fassung(gilt_ab: str = "2020-06-01", **strategiegruppe: Any) -> dict[str, Any]:
    """One Fassung of the Geschäftsordnung with the twelve seats and the preset vwvfg; keys replace parts of it."""
    return {
        "gilt_ab": gilt_ab,
        "strategiegruppe": {
            "sitze": list(SITZE),
            "vorsitz": {"bank": "ministerium", "vertretung": "landesverbaende"},
            "stellvertretung": "persoenlich",
            "befangen_vertretung": "nein",
            "sitzungen_je_jahr": {"mindestens": "2", "hoechstens": "3"},
            "sitzungsabstand": "17",
            "ladungsfrist": {"soll": "14", "muss": "7"},
            "beschlussfaehigkeit": {"anteil": "mehr_als_1/2", "bezug": "soll", "mindestens": "3", "zweite_ladung": "1"},
            "abstimmung": {"mehrheit": "einfach", "gleichstand": "vorsitz"},
            "umlauf": {"erlaubt": "ja", "frist": "14"},
            **strategiegruppe,
        },
        "arbeitsgruppen": {"karenz": "90"},
        "fristen": {"rueckmeldung": "84", "bedarf_alt": "180", "amtsende": "90"},
        "koerperschaften": {
            "gemeinde": ["gemeinde"],
            "stadt": ["stadt", "grosse_kreisstadt", "stadtkreis"],
            "landkreis": ["landkreis"],
        },
        "leitungsaemter": [
            "Bürgermeister",
            "Bürgermeisterin",
            "Oberbürgermeister",
            "Oberbürgermeisterin",
            "Landrat",
            "Landrätin",
        ],
    }


def make(art: str, kennung: str, /, **felder: Any) -> Eintrag:
    """Any entry from values as they stand in its file."""
    return NACH_NAME[art].model.model_validate({"kennung": kennung, **felder})


def netzwerk(**felder: Any) -> Netzwerk:
    """The network, recorded from 1 January 2025 on."""
    return Netzwerk.model_validate(
        {
            "kennung": "netzwerk",
            "format": "1",
            "name": "Netzwerk Beispiel",
            "gegruendet": "2020-06",
            "erfasst_ab": "2025-01-01",
            "geschaeftsstelle": {"name": "Geschäftsstelle", "anschrift": "Weg 1\n", "e_mail": "gs@netzwerk.example"},
            "beispieldaten": "ja",
            **felder,
        }
    )


def geschaeftsordnung(*fassungen: dict[str, Any]) -> Geschaeftsordnung:
    """The Geschäftsordnung; without arguments one Fassung of June 2020."""
    return Geschaeftsordnung.model_validate(
        {"kennung": "geschaeftsordnung", "fassungen": list(fassungen) or [fassung()]}
    )


def stelle(kennung: str, art: str = "behoerde", **felder: Any) -> Stelle:
    """A Stelle that is called like its Kennung."""
    return Stelle.model_validate({"kennung": kennung, "name": kennung.replace("-", " ").title(), "art": art, **felder})


def mandat(**felder: Any) -> dict[str, Any]:
    """An ordentliches Mandat of the Städtetag, named before it began."""
    benannt = {"durch": "staedtetag", "am": "2025-01-15"}
    return {
        "gremium": "strategiegruppe",
        "sitz": "sitz-staedtetag",
        "rolle": "ordentlich",
        "von": "2025-02-01",
        "benannt": benannt,
        **felder,
    }


def amt(**felder: Any) -> dict[str, Any]:
    """An office at the Städtetag."""
    return {"von": "2019-05-01", "stelle": "staedtetag", "amt": "mitarbeit", **felder}


def mitglied(kennung: str = "staedtetag-1", **felder: Any) -> Mitglied:
    """A person with one ordentliches Mandat on the seat of the Städtetag."""
    return Mitglied.model_validate(
        {"kennung": kennung, "name": "Erika Beispiel", "aemter": [amt()], "mandate": [mandat()], **felder}
    )


def thema(kennung: str = "thema-beispiel", **felder: Any) -> Thema:
    """A Thema of 2021."""
    return Thema.model_validate({"kennung": kennung, "titel": "Beispiel", "aufgenommen": "2021-01", **felder})


def arbeitsgruppe(kennung: str = "ag-beispiel", **felder: Any) -> Arbeitsgruppe:
    """An AG set up by ``sg-2025-01/einsetzung-beispiel`` for July 2025 to December 2026."""
    auftrag = {
        "auftrag": "Empfehlungen erarbeiten.\n",
        "staendige_mitglieder": "9",
        "von": "2025-07-01",
        "bis": "2026-12-31",
        "beschluss": "sg-2025-01/einsetzung-beispiel",
    }
    return Arbeitsgruppe.model_validate(
        {"kennung": kennung, "name": "AG „Beispiel“", "thema": "thema-beispiel", "mandat": auftrag, **felder}
    )


def hefassung(**felder: Any) -> dict[str, Any]:
    """A wording handed in on 2 November 2026."""
    return {
        "nr": "1",
        "vom": "2026-10-20",
        "eingereicht": "2026-11-02",
        "wortlaut": "Die Kommunen informieren mehrsprachig.\n",
        "massnahme": "Mustertexte in zehn Sprachen.\n",
        "pruefbar": "Zahl der Kommunen mit Mustertexten",
        "adressaten": [{"stelle": "ministerium", "rolle": "federfuehrend"}],
        **felder,
    }


def empfehlung(kennung: str = "he-2026-01", **felder: Any) -> Empfehlung:
    """An Empfehlung of ``ag-beispiel`` with one wording that was handed in."""
    return Empfehlung.model_validate(
        {
            "kennung": kennung,
            "titel": "Mehrsprachige Information",
            "arbeitsgruppe": "ag-beispiel",
            "fassungen": [hefassung()],
            **felder,
        }
    )


def beschluss(kennung: str = "beschluss", **felder: Any) -> dict[str, Any]:
    """A unanimous Beschluss of seven on something else."""
    return {
        "kennung": kennung,
        "antrag": {"art": "sonstiges"},
        "ja": "7",
        "nein": "0",
        "enthaltung": "0",
        "ergebnis": "angenommen",
        **felder,
    }


def top(kennung: str = "verschiedenes", **felder: Any) -> dict[str, Any]:
    """A TOP without Beschluss."""
    return {"kennung": kennung, "titel": kennung.title(), **felder}


def sitzung(kennung: str = "sg-2026-01", **felder: Any) -> Sitzung:
    """A Sitzung that has a date and nothing else yet."""
    return Sitzung.model_validate({"kennung": kennung, "gremium": "strategiegruppe", "datum": "2026-03-12", **felder})


def grundbestand() -> tuple[Eintrag, ...]:
    """Network, Geschäftsordnung, the ministry and the three Landesverbände."""
    verbaende = (stelle(v, "landesverband") for v in VERBAENDE)
    return (netzwerk(), geschaeftsordnung(), stelle("ministerium", "ministerium"), *verbaende)


def bestand(*eintraege: Eintrag, unlesbar: tuple[str, ...] = ()) -> Bestand:
    """A Bestand of these entries on the ground of ``grundbestand``; an entry given replaces one of the same Kennung."""
    merged = {(type(e), e.kennung): e for e in (*grundbestand(), *eintraege)}
    return Bestand(merged.values(), unlesbar)
