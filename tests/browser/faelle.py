"""The pages and documents that the browser looks at: the example, nothing at all, very much of everything."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.ablage.lesen.bestand import read_bestand
from netzint.berichte.aenderungen import letzte_sitzung
from netzint.cli.start import run
from netzint.dokumente.arten import ALLE
from netzint.dokumente.pipeline import Vorlagen, render
from netzint.dokumente.seite.abschnitt import look
from netzint.dokumente.seite.seite import write_seite
from netzint.modell.bestand import Bestand
from tests.beispiel import WURZEL, read_beispiel
from tests.buero import STICHTAG
from tests.dokumente.conftest import KOPF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netzint.modell.grund import Eintrag

WORT = "Einwanderungsgesellschaftsverantwortungsübernahmekoordination"
"""A compound noun of 60 letters, as an administration might need one."""


def seiten(ordner: Path) -> dict[str, bytes]:
    """Pages by name."""
    beispiel = read_beispiel()
    return {
        "beispiel": write_seite(look(beispiel, STICHTAG, seit=letzte_sitzung(beispiel, STICHTAG), davor=before())),
        "oeffentlich": write_seite(look(beispiel, STICHTAG, oeffentlich=True)),
        "frisch": write_seite(look(found(ordner / "frisch"), STICHTAG)),
        "nichts": write_seite(look(Bestand(()), STICHTAG)),
        "voll": write_seite(look(crowd(beispiel), STICHTAG)),
    }


def dokumente() -> dict[str, bytes]:
    """The HTML file of every kind of document, from its example data."""
    vorlagen = Vorlagen.decode({file.name: file.read_bytes() for file in sorted((WURZEL / "vorlagen").iterdir())})
    return {
        art: render(vorlagen, art, kind.example(full=True), KOPF, ("html",)).dateien["html"]
        for art, kind in ALLE.items()
    }


def before() -> Bestand:
    """The example without what happened to two Empfehlungen, and with another office."""
    beispiel = read_beispiel()
    assert beispiel.netzwerk is not None
    return Bestand(
        entry.model_copy(update={"weiterleitungen": ()}) if entry.kennung in ("he-2025-01", "he-2026-01") else entry
        for entry in beispiel.iter_eintraege()
        if entry.kennung not in ("he-2026-07", "va-2027-01")
    )


def found(ordner: Path) -> Bestand:
    """A network as ``netzint init`` lays it down."""
    office = (
        "--name",
        "Netz",
        "--geschaeftsstelle",
        "Büro",
        "--anschrift",
        "Weg 1, 70000 Ort",
        "--e-mail",
        "a@b.example",
    )
    assert run(("init", str(ordner), *office, "--gegruendet", "2026-01")) == 0
    return read_bestand(ordner, cache=False).bestand


def crowd(bestand: Bestand) -> Bestand:
    """20 AGs, 60 Empfehlungen and more, two vacant seats, and words that fit nowhere."""
    kept = [e for e in bestand.iter_eintraege() if e.kennung not in ("kommunen-stadt-2", "ministerium-2")]
    return Bestand(kept).replaced(_many(bestand))


def _many(bestand: Bestand) -> Iterator[Eintrag]:
    ag, he = bestand.arbeitsgruppen["ag-demokratiebildung"], bestand.empfehlungen["he-2026-05"]
    person, stelle = bestand.mitglieder["ministerium-1"], bestand.stellen["gemeindetag"]
    yield person.model_copy(update={"name": f"Anna-{WORT} von und zu {WORT}"})
    yield stelle.model_copy(update={"name": f"Verband für {WORT}", "kurz": WORT})
    for nr in range(17):
        von = date(2021, 1, 1) + timedelta(days=190 * nr)
        mandat = ag.mandat.model_copy(update={"von": von, "bis": von + timedelta(days=400 + 40 * nr)})
        names = {
            "name": f"AG „{WORT} und weitere Fragen der Zeit {nr}“",
            "kennung": f"ag-probe-{nr}",
            "verlaengerungen": (),
        }
        yield ag.model_copy(update={**names, "mandat": mandat})
    for nr in range(10, 60):
        yield he.model_copy(update={"kennung": f"he-2026-{nr}", "titel": f"{WORT} {nr}"})
