"""The sections about people: the seats of the Strategiegruppe, the AGs, the Integrationsbeauftragten."""

from __future__ import annotations

from netzint.berichte.abdeckung import abdeckung as bericht_abdeckung
from netzint.berichte.arbeitsgruppen import count_staendige
from netzint.berichte.strategiegruppe import sitze as bericht_sitze
from netzint.berichte.tabelle import Zelle
from netzint.dokumente.seite.abschnitt import Blick, Daten, abschnitt, tafel
from netzint.dokumente.seite.empfehlungsbild import draw_abdeckung
from netzint.dokumente.seite.sitzbild import Sitzplatz, draw_sitze
from netzint.dokumente.seite.zeitleiste import draw_zeitleisten, tell_rest
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.geschaeftsordnung import BANKNAMEN
from netzint.modell.kreise import KREISE, Kreis
from netzint.modell.sprache import kurzdatum
from netzint.recht.agzeiten import list_bekannte
from netzint.recht.zustaende import BEZEICHNUNG, agstand

VAKANT = "nicht besetzt"


def zusammensetzung(blick: Blick) -> Daten:
    """Seat by seat: a picture, and a table with what does not fit into it."""
    bericht = bericht_sitze(blick.worte, blick.tag)
    rows = [
        dict(zip((key for key, _ in bericht.tabellen[0].spalten), row, strict=True))
        for row in bericht.tabellen[0].zeilen
    ]
    if not rows:
        return abschnitt("zusammensetzung", "Zusammensetzung", ["Die Geschäftsordnung nennt noch keine Sitze."])
    plaetze = [_platz(blick, row) for row in rows]
    quorum = bericht.tabellen[1].zeilen[0][2]
    cells = [_zeile(blick, row, platz) for row, platz in zip(rows, plaetze, strict=True)]
    table = tafel("Die Sitze im Einzelnen", ("Sitz", "Mitglied", "Funktion", "Seit", "Stellvertretung"), cells)
    bild = draw_sitze(plaetze, quorum if isinstance(quorum, int) else 0)
    return abschnitt("zusammensetzung", "Zusammensetzung der Strategiegruppe", bericht.saetze, [bild], [table])


def _platz(blick: Blick, row: Daten) -> Sitzplatz:
    bank = row["bank"]
    name = str(row["sitz_name"]).removeprefix(f"{BANKNAMEN[bank]} – ")
    person = blick.person(row["name"], "besetzt") if row["name"] else VAKANT
    return Sitzplatz(bank, f"Sitz {name}" if len(name) == 1 else name, person, bool(row["name"]))


def _zeile(blick: Blick, row: Daten, platz: Sitzplatz) -> list[Daten | str | None]:
    if platz.besetzt:
        deputy = blick.person(row["vertretung_name"], "benannt") if row["vertretung_name"] else None
        return [row["sitz_name"], platz.person, row["funktion"], row["von"], deputy]
    since = f" seit {kurzdatum(row['vakant_seit'])}" if row["vakant_seit"] else ""
    return [row["sitz_name"], f"{VAKANT}{since}", f"benennen darf: {row['benannt_von']}", None, None]


def arbeitsgruppen(blick: Blick) -> Daten:
    """The AGs along the years."""
    ags, tag = list_bekannte(blick.bestand, blick.tag), blick.tag
    if not ags:
        return abschnitt("arbeitsgruppen", "Arbeitsgruppen", ["Noch ist keine Arbeitsgruppe eingesetzt."])
    rows = [
        (
            ag.name_am(tag),
            BEZEICHNUNG[agstand(ag, tag)],
            ag.mandat.von,
            ag.ende,
            tell_rest(ag, tag),
            _staendige(blick, ag),
        )
        for ag in ags
    ]
    kopf = ("Arbeitsgruppe", "Stand", "Mandat von", "Mandat bis", "Verbleibende Zeit", "Ständige Mitglieder")
    return abschnitt(
        "arbeitsgruppen",
        "Arbeitsgruppen",
        ["Gefüllt: aktiv. Schraffiert: abgeschlossen. Gestrichelt: die Zeit, die noch bleibt."],
        draw_zeitleisten(ags, tag),
        [tafel("Die Arbeitsgruppen im Einzelnen", kopf, rows)],
    )


def _staendige(blick: Blick, ag: Arbeitsgruppe) -> str:
    number = ag.zahl_am(blick.tag)
    closed = agstand(ag, blick.tag) == "abgeschlossen"
    return f"{number} festgelegt" if closed else f"{count_staendige(blick.bestand, ag, blick.tag)} von {number}"


def abdeckung(blick: Blick) -> Daten:
    """How many of the 44 Kreise have Integrationsbeauftragte, and which have none."""
    bericht = bericht_abdeckung(blick.bestand, blick.tag)
    keys = [key for key, _ in bericht.tabellen[1].spalten]
    covered = {row[keys.index("ags")] for row in bericht.tabellen[1].zeilen if row[keys.index("abgedeckt")] == "ja"}
    kinds = (("Stadtkreise", "stadtkreis"), ("Landkreise", "landkreis"))
    own = {words: [k for k in KREISE if k.art == art] for words, art in kinds}
    numbers = [(words, sum(k.ags in covered for k in all_of), len(all_of)) for words, all_of in own.items()]
    rows = [
        (words, f"{done} von {of}", _names(own[words], covered, inside=True), _names(own[words], covered, inside=False))
        for words, done, of in numbers
    ]
    return abschnitt(
        "abdeckung",
        "Integrationsbeauftragte im Land",
        bericht.saetze[:1] + bericht.saetze[3:],
        [draw_abdeckung(numbers)],
        [
            tafel(
                "Die Kreise im Einzelnen", ("Kreise", "Abgedeckt", "Im Verzeichnis", "Noch nicht im Verzeichnis"), rows
            )
        ],
    )


def _names(kreise: list[Kreis], covered: set[Zelle], *, inside: bool) -> str | None:
    return ", ".join(k.name for k in kreise if (k.ags in covered) is inside) or None
