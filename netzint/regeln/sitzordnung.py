"""G2: the seats of a Fassung are the twelve that the sources name: four benches of three, each with its own demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung, Koerperschaften, Sitz
from netzint.modell.stelle import Kommunalstatus, Stellenart
from netzint.modell.typen import Koerperschaft
from netzint.regeln.netzwerk import iter_fassung_orte
from netzint.regeln.register import Regel, Verstoesse, Verstoss, regel, verstoss
from netzint.regeln.sitzlage import KOERPERSCHAFTSNAMEN, sitzname
from netzint.regeln.tage import deutsch

_BANKGROESSE = 3
_STELLE_DER_BANK = {"ministerium": "ministerium", "landesverbaende": "landesverband"}


def _iter_sitze(bestand: Bestand) -> Iterator[tuple[Ort, Fassung, Sitz]]:
    for ort, fassung in iter_fassung_orte(bestand):
        for i, sitz in enumerate(fassung.strategiegruppe.sitze):
            yield ort._replace(feld=(*ort.feld, "strategiegruppe", "sitze", i)), fassung, sitz


def _at(ort: Ort, name: str) -> Ort:
    return ort._replace(feld=(*ort.feld, name))


def _size(fassung: Fassung, bank: str) -> int:
    return sum(s.bank == bank for s in fassung.strategiegruppe.sitze)


def _wrong_sizes(bestand: Bestand, bank: str) -> Iterator[Verstoss]:
    for ort, fassung in iter_fassung_orte(bestand):
        count = _size(fassung, bank)
        if count != _BANKGROESSE:
            text = (
                f"In der Fassung ab {deutsch(fassung.gilt_ab)} hat die Bank „{BANKNAMEN[bank]}“ {count} statt 3 Sitze"
            )
            place = ort._replace(feld=(*ort.feld, "strategiegruppe", "sitze"))
            yield verstoss(place, text, bank, str(fassung.gilt_ab))


def _missing_demands(bestand: Bestand, bank: str, amt: str) -> Iterator[Verstoss]:
    """Of a bench of three: seats that do not ask for the office, and bodies that no seat or two seats ask for."""
    for ort, fassung in iter_fassung_orte(bestand):
        seats = [s for s in fassung.strategiegruppe.sitze if s.bank == bank]
        asked = Counter(s.koerperschaft for s in seats if s.amt == amt)
        lacking = [KOERPERSCHAFTSNAMEN[k] for k in get_args(Koerperschaft) if asked[k] != 1]
        if len(seats) == _BANKGROESSE and lacking:
            text = (
                f"In der Fassung ab {deutsch(fassung.gilt_ab)} verlangt auf der Bank „{BANKNAMEN[bank]}“ nicht genau "
            )
            place = ort._replace(feld=(*ort.feld, "strategiegruppe", "sitze"))
            yield verstoss(place, f"{text}ein Sitz: {', '.join(lacking)} mit amt: {amt}", bank, str(fassung.gilt_ab))


@regel("G201", Schwere.FEHLER, "R04")
def bank_des_ministeriums_hat_drei_sitze(bestand: Bestand) -> Verstoesse:
    """Die Bank des Ministeriums hat nicht drei Sitze.

    Warum: „Ministerium für Soziales, Gesundheit und Integration – drei Personen“ (Akteure im Netzwerk Integration).

    Beispiel: Nur sitz-ministerium-a und sitz-ministerium-b.

    Abhilfe: Die Sitze der Fassung ergänzen oder den überzähligen streichen.
    """
    yield from _wrong_sizes(bestand, "ministerium")


@regel("G202", Schwere.FEHLER, "R05")
def jeder_landesverband_hat_einen_sitz(bestand: Bestand) -> Verstoesse:
    """Die Bank der Landesverbände hat nicht drei Sitze, oder ein Verband hat zwei davon.

    Warum: „Kommunale Landesverbände – drei Personen (eine Person je kommunaler Verbandsvertretung)“ (Akteure im
    Netzwerk Integration).

    Beispiel: Zwei Sitze mit stelle: staedtetag.

    Abhilfe: Jedem Landesverband genau einen Sitz geben.
    """
    yield from _wrong_sizes(bestand, "landesverbaende")
    seen: set[tuple[object, str]] = set()
    for ort, fassung, sitz in _iter_sitze(bestand):
        key = (ort.feld[:2], sitz.stelle or "")
        if sitz.bank == "landesverbaende" and sitz.stelle and _size(fassung, sitz.bank) == _BANKGROESSE:
            if key in seen:
                text = f"{sitz.stelle} hat schon einen Sitz auf der Bank der Landesverbände"
                yield verstoss(_at(ort, "stelle"), text, sitz.kennung, str(fassung.gilt_ab))
            seen.add(key)


@regel("G203", Schwere.FEHLER, "R06")
def kommunen_haben_je_einen_sitz(bestand: Bestand) -> Verstoesse:
    """Die Bank der Kommunen hat nicht je einen Sitz für die Leitung einer Gemeinde, einer Stadt und eines Landkreises.

    Warum: „Kommunen – drei Personen (eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer
    Stadt und einem Landkreis)“ (Akteure im Netzwerk Integration).

    Beispiel: Zwei Sitze mit koerperschaft: stadt und keiner mit koerperschaft: landkreis.

    Abhilfe: Jedem der drei Sitze eine eigene „koerperschaft“ und „amt: leitung“ geben.
    """
    yield from _wrong_sizes(bestand, "kommunen")
    yield from _missing_demands(bestand, "kommunen", "leitung")


@regel("G204", Schwere.FEHLER, "R07")
def beauftragte_haben_je_einen_sitz(bestand: Bestand) -> Verstoesse:
    """Die Bank der Integrationsbeauftragten hat nicht je einen Sitz für Gemeinde, Stadt und Landkreis.

    Warum: „Integrationsbeauftragte – drei Personen (… aus einer Gemeinde, einer Stadt und einem Landkreis)“ (Akteure im
    Netzwerk Integration).

    Beispiel: Ein Sitz der Bank ohne amt: integrationsbeauftragung.

    Abhilfe: Jedem der drei Sitze eine eigene „koerperschaft“ und „amt: integrationsbeauftragung“ geben.
    """
    yield from _wrong_sizes(bestand, "integrationsbeauftragte")
    yield from _missing_demands(bestand, "integrationsbeauftragte", "integrationsbeauftragung")


@regel("G205", Schwere.FEHLER, erlaesslich=False)
def sitzkennung_ist_falsch_oder_doppelt(bestand: Bestand) -> Verstoesse:
    """Die Kennung eines Sitzes beginnt nicht mit „sitz-“ oder kommt in einer Fassung zweimal vor.

    Warum: Mandate nennen den Sitz bei seiner Kennung; sie muss ihn eindeutig bezeichnen und als Sitz erkennbar sein.

    Beispiel: Zweimal kennung: sitz-ministerium-a.

    Abhilfe: Dem Sitz eine eigene Kennung geben, die mit „sitz-“ beginnt.
    """
    seen: set[tuple[object, str]] = set()
    for ort, fassung, sitz in _iter_sitze(bestand):
        key = (str(fassung.gilt_ab), sitz.kennung)
        if not sitz.kennung.startswith("sitz-"):
            yield verstoss(_at(ort, "kennung"), f"„{sitz.kennung}“ beginnt nicht mit „sitz-“", *key)
        elif (ort.feld[:2], sitz.kennung) in seen:
            yield verstoss(_at(ort, "kennung"), f"Den Sitz „{sitz.kennung}“ gibt es schon", *key)
        seen.add((ort.feld[:2], sitz.kennung))


@regel("G206", Schwere.FEHLER, "R04")
def sitz_gehoert_zur_falschen_stelle(bestand: Bestand) -> Verstoesse:
    """Ein Sitz des Ministeriums oder der Landesverbände nennt keine Stelle dieser Art.

    Warum: „Ministerium für Soziales, Gesundheit und Integration – drei Personen“ und „eine Person je kommunaler
    Verbandsvertretung“ (Akteure im Netzwerk Integration): Diese Sitze gehören einer bestimmten Stelle.

    Beispiel: {kennung: sitz-gemeindetag, bank: landesverbaende, stelle: ministerium, …}

    Abhilfe: Unter „stelle“ das Ministerium oder den Landesverband nennen, dem der Sitz gehört.
    """
    for ort, fassung, sitz in _iter_sitze(bestand):
        wanted = _STELLE_DER_BANK.get(sitz.bank)
        stelle = bestand.stellen.get(sitz.stelle or "")
        key = (sitz.kennung, str(fassung.gilt_ab))
        if wanted and sitz.stelle is None:
            yield verstoss(ort, f"Der Sitz {sitzname(sitz)} nennt keine Stelle (gesucht: {wanted})", *key)
        elif wanted and stelle is not None and stelle.art != wanted:
            text = f"Der Sitz {sitzname(sitz)} gehört {stelle.kennung}; das ist kein(e) {wanted}, sondern {stelle.art}"
            yield verstoss(_at(ort, "stelle"), text, *key)


@regel("G207", Schwere.FEHLER, "R03")
def niemand_darf_fuer_den_sitz_benennen(bestand: Bestand) -> Verstoesse:
    """Für einen Sitz darf niemand benennen, oder eine Stelle, die weder Ministerium noch Landesverband ist.

    Warum: „die von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt werden“ (Akteure im
    Netzwerk Integration).

    Beispiel: benannt_von: []

    Abhilfe: Unter „benannt_von“ das Ministerium oder mindestens einen Landesverband nennen.
    """
    for ort, fassung, sitz in _iter_sitze(bestand):
        if not sitz.benannt_von:
            text = f"Für den Sitz {sitzname(sitz)} darf niemand benennen"
            yield verstoss(_at(ort, "benannt_von"), text, sitz.kennung, str(fassung.gilt_ab))
        for i, kennung in enumerate(sitz.benannt_von):
            stelle = bestand.stellen.get(kennung)
            if stelle is not None and stelle.art not in _STELLE_DER_BANK.values():
                place = ort._replace(feld=(*ort.feld, "benannt_von", i))
                text = (
                    f"{kennung} ist weder Ministerium noch Landesverband und kann für {sitzname(sitz)} nicht benennen"
                )
                yield verstoss(place, text, sitz.kennung, kennung, str(fassung.gilt_ab))


@regel("G208", Schwere.FEHLER)
def koerperschaft_ist_unklar(bestand: Bestand) -> Verstoesse:
    """Unter „koerperschaften“ steht etwas Unbekanntes, oder dasselbe zählt zweimal.

    Warum: Eine Stadt ist rechtlich auch eine Gemeinde, für die Sitze aber nicht. Was als Gemeinde, Stadt und Landkreis
    zählt, muss für jede Art und jeden Status eindeutig sein.

    Beispiel: stadt: [stadt, grosse_kreisstat]

    Abhilfe: Nur Arten und Status nennen, die eine Stelle haben kann, jeden höchstens einmal.
    """
    possible = {*get_args(Stellenart), *get_args(Kommunalstatus)}
    for ort, fassung in iter_fassung_orte(bestand):
        seen: dict[str, str] = {}
        for name in Koerperschaften.model_fields:
            for i, value in enumerate(getattr(fassung.koerperschaften, name)):
                place = ort._replace(feld=(*ort.feld, "koerperschaften", name, i))
                if value not in possible:
                    yield verstoss(place, f"„{value}“ ist weder Art noch Status einer Stelle", name, value)
                elif value in seen:
                    yield verstoss(place, f"„{value}“ zählt schon als {seen[value]}", name, value)
                seen.setdefault(value, name)


REGELN: tuple[Regel, ...] = (
    bank_des_ministeriums_hat_drei_sitze,
    jeder_landesverband_hat_einen_sitz,
    kommunen_haben_je_einen_sitz,
    beauftragte_haben_je_einen_sitz,
    sitzkennung_ist_falsch_oder_doppelt,
    sitz_gehoert_zur_falschen_stelle,
    niemand_darf_fuer_den_sitz_benennen,
    koerperschaft_ist_unklar,
)
