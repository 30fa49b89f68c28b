"""Q1: one ordentliches Mitglied per seat and day, one seat per person, deputies as the Geschäftsordnung allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.mitglied import Mitglied
from netzint.regeln.netzwerk import iter_fassung_orte
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.sitzlage import may_be_unread, name_of_sitz, seat_on, sitzname, with_rolle
from netzint.regeln.tage import deutsch, in_order, iter_fassungen, iter_overlaps, last_day


@regel("Q101", Schwere.FEHLER, "R02")
def sitz_gehoert_nicht_zur_fassung(bestand: Bestand) -> Verstoesse:
    """Ein Mandat läuft auf einem Sitz, den die Geschäftsordnung an diesem Tag nicht kennt.

    Warum: „besteht aus insgesamt 12 ordentlichen Mitgliedern“ (Akteure im Netzwerk Integration): Mitglied ist nur, wer
    auf einem der Sitze der geltenden Fassung sitzt.

    Beispiel: Ein Sitz entfällt mit der Fassung ab 01.01.2026, das Mandat darauf hat aber kein Ende.

    Abhilfe: Das Mandat am Tag vor der neuen Fassung beenden oder den Sitz berichtigen.
    """
    for mandat in bestand.mandate_in(STRATEGIEGRUPPE):
        sitz = mandat.mandat.sitz
        if sitz is None or sitz not in bestand.alle_sitze or not in_order(mandat.mandat):
            continue
        for day, fassung in iter_fassungen(bestand, mandat.mandat.von, last_day(mandat.mandat)):
            if seat_on(fassung, sitz) is None:
                text = f"Den Sitz {name_of_sitz(bestand, sitz)} gibt es am {deutsch(day)} nicht"
                yield verstoss(mandat.an("sitz"), text, sitz, str(mandat.mandat.von))
                break


@regel("Q102", Schwere.FEHLER, "R02")
def sitz_doppelt_besetzt(bestand: Bestand) -> Verstoesse:
    """Ein Sitz hat an einem Tag mehr als ein ordentliches Mitglied.

    Warum: „besteht aus insgesamt 12 ordentlichen Mitgliedern“ (Akteure im Netzwerk Integration), also höchstens einem
    auf jedem der zwölf Sitze.

    Beispiel: kommunen-stadt-1 bis 31.03.2026 und kommunen-stadt-2 ab 01.03.2026 auf demselben Sitz.

    Abhilfe: Das frühere Mandat am Tag vor dem Beginn des neuen beenden.
    """
    for sitz, mandate in bestand.mandate_nach_sitz.items():
        ordinary = [(m.mandat, m) for m in with_rolle(mandate, "ordentlich")]
        for before, mandat in iter_overlaps(ordinary):
            if before.mitglied is not mandat.mitglied:
                day = deutsch(mandat.mandat.von)
                text = (
                    f"Der Sitz {name_of_sitz(bestand, sitz)} ist am {day} schon mit {before.mitglied.kennung} besetzt"
                )
                yield verstoss(mandat.an("von"), text, sitz, before.mitglied.kennung, str(mandat.mandat.von))


@regel("Q103", Schwere.WARNUNG, "R02")
def sitz_ist_vakant(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Ein Sitz der Strategiegruppe ist am Stichtag nicht besetzt.

    Warum: „besteht aus insgesamt 12 ordentlichen Mitgliedern“ (Akteure im Netzwerk Integration). Weniger sind kein
    Fehler, der Sitz ist aber nachzubesetzen.

    Beispiel: Das Mandat auf sitz-kommunen-stadt endete am 31.10.2026, ein neues gibt es nicht.

    Abhilfe: Bei den Stellen, die benennen dürfen, um eine Nachbenennung bitten.
    """
    taken = bestand.ordentliche(stichtag)
    current = bestand.fassung(stichtag)
    for ort, fassung in iter_fassung_orte(bestand):
        for i, sitz in enumerate(fassung.strategiegruppe.sitze if fassung is current else ()):
            if sitz.kennung in taken or may_be_unread(bestand, sitz.kennung):
                continue
            place = ort._replace(feld=(*ort.feld, "strategiegruppe", "sitze", i))
            since = _vacant_since(bestand, sitz.kennung, stichtag)
            text = f"Der Sitz {sitzname(sitz)} ist am {deutsch(stichtag)} nicht besetzt{since}"
            who = " oder ".join(sitz.benannt_von)
            yield verstoss(place, text, sitz.kennung, hinweis=f"Benennen darf: {who}." if who else "")


def _vacant_since(bestand: Bestand, sitz: str, stichtag: date) -> str:
    ordinary = with_rolle(bestand.mandate_nach_sitz.get(sitz, ()), "ordentlich")
    ends = [m.mandat.bis for m in ordinary if m.mandat.bis is not None and m.mandat.bis < stichtag]
    return f" (zuletzt bis {deutsch(max(ends))})" if ends else ""


@regel("Q104", Schwere.FEHLER)
def person_sitzt_auf_zwei_sitzen(bestand: Bestand) -> Verstoesse:
    """Eine Person ist an einem Tag ordentliches Mitglied auf zwei Sitzen.

    Warum: Jede Person hat eine Stimme; zwölf Sitze sind zwölf Personen.

    Beispiel: ministerium-1 auf sitz-ministerium-a ohne Ende und ab 01.03.2026 auch auf sitz-ministerium-b.

    Abhilfe: Das erste Mandat am Tag vor dem Beginn des zweiten beenden.
    """
    for mandate in _by_person(bestand):
        for before, mandat in iter_overlaps((m.mandat, m) for m in with_rolle(tuple(mandate), "ordentlich")):
            if before.mandat.sitz != mandat.mandat.sitz:
                other = name_of_sitz(bestand, before.mandat.sitz or "")
                text = f"{mandat.mitglied.kennung} sitzt am {deutsch(mandat.mandat.von)} schon auf dem Sitz {other}"
                yield verstoss(mandat.an("sitz"), text, mandat.mandat.sitz or "", str(mandat.mandat.von))


def _by_person(bestand: Bestand) -> Iterator[list[MandatVon]]:
    """For everyone with several Mandate in the Strategiegruppe: these, by first day."""
    found: dict[str, list[MandatVon]] = defaultdict(list)
    for mandat in bestand.mandate_in(STRATEGIEGRUPPE):
        found[mandat.mitglied.kennung].append(mandat)
    return (mandate for mandate in found.values() if len(mandate) > 1)


@regel("Q105", Schwere.FEHLER)
def person_vertritt_und_ist_mitglied(bestand: Bestand) -> Verstoesse:
    """Eine Person ist in der Strategiegruppe an einem Tag ordentliches Mitglied und Stellvertretung zugleich.

    Warum: Wer selbst eine Stimme hat, kann keine zweite abgeben; die vertretene Person wäre ohne Stimme.

    Beispiel: ministerium-2 ist Stellvertretung auf sitz-ministerium-a und rückt am 01.03.2026 auf sitz-ministerium-b
    auf.

    Abhilfe: Das frühere Mandat am Tag davor beenden, mit dem Grund „aufgerueckt“.
    """
    for mandate in _by_person(bestand):
        latest: dict[str, MandatVon] = {}
        for mandat in mandate:
            if not in_order(mandat.mandat) or mandat.mandat.rolle not in ("ordentlich", "stellvertretend"):
                continue
            rolle = mandat.mandat.rolle
            other = latest.get("stellvertretend" if rolle == "ordentlich" else "ordentlich")
            if other is not None and mandat.mandat.von <= last_day(other.mandat):
                text = f"{mandat.mitglied.kennung} ist am {deutsch(mandat.mandat.von)} schon {other.mandat.rolle}"
                yield verstoss(mandat.an("rolle"), text, mandat.mandat.sitz or "", str(mandat.mandat.von))
            if rolle not in latest or last_day(mandat.mandat) > last_day(latest[rolle].mandat):
                latest[rolle] = mandat


@regel("Q106", Schwere.FEHLER, je="mitglied")
def mandate_ueberschneiden_sich(bestand: Bestand) -> Verstoesse:
    """Eine Person hat an einem Tag zwei Mandate im selben Gremium, in der Strategiegruppe auf demselben Sitz.

    Warum: Sonst zählte sie doppelt, bei den ständigen Mitgliedern einer AG wie auf einem Sitz.

    Beispiel: Zwei Mandate in ag-demokratiebildung, eines bis 30.06.2026, das andere ab 01.06.2026.

    Abhilfe: Das frühere Mandat am Tag vor dem Beginn des späteren beenden, oder beide zusammenfassen.
    """
    for mitglied in bestand.mitglieder.values():
        if len(mitglied.mandate) > 1:
            for before, mandat in _own_overlaps(mitglied):
                text = f"Das Mandat überschneidet sich mit dem ab {deutsch(before.mandat.von)} im selben Gremium"
                yield verstoss(mandat.an("von"), text, mandat.mandat.gremium, str(mandat.mandat.von))


def _own_overlaps(mitglied: Mitglied) -> Iterator[tuple[MandatVon, MandatVon]]:
    groups: dict[tuple[str, str, str], list[MandatVon]] = defaultdict(list)
    for nr, mandat in enumerate(mitglied.mandate):
        rolle = mandat.rolle if mandat.gremium == STRATEGIEGRUPPE else ""
        groups[mandat.gremium, mandat.sitz or "", rolle].append(MandatVon(mitglied, nr, mandat))
    for group in groups.values():
        ordered = sorted(group, key=lambda m: m.mandat.von)
        yield from iter_overlaps((m.mandat, m) for m in ordered)


@regel("Q107", Schwere.FEHLER)
def stellvertretung_ist_nicht_vorgesehen(bestand: Bestand) -> Verstoesse:
    """Es gibt eine Stellvertretung, obwohl die Geschäftsordnung keine vorsieht.

    Warum: „stellvertretung: keine“ heißt, dass für ein abwesendes Mitglied niemand abstimmt.

    Beispiel: Ein Mandat mit rolle: stellvertretend unter einer Fassung mit stellvertretung: keine.

    Abhilfe: Das Mandat am Tag vor dieser Fassung beenden, oder die Geschäftsordnung berichtigen.
    """
    for mandat in with_rolle(bestand.mandate_in(STRATEGIEGRUPPE), "stellvertretend"):
        for day, fassung in iter_fassungen(bestand, mandat.mandat.von, last_day(mandat.mandat)):
            if fassung.strategiegruppe.stellvertretung == "keine":
                text = f"Am {deutsch(day)} sieht die Geschäftsordnung keine Stellvertretung vor"
                yield verstoss(mandat.an("rolle"), text, mandat.mandat.sitz or "", str(mandat.mandat.von))
                break


@regel("Q108", Schwere.FEHLER)
def sitz_hat_zwei_stellvertretungen(bestand: Bestand) -> Verstoesse:
    """Ein Sitz hat an einem Tag zwei Stellvertretungen, obwohl die Stellvertretung persönlich ist.

    Warum: „stellvertretung: persoenlich“ heißt: eine Person je Sitz; sonst ist offen, wer für das abwesende Mitglied
    abstimmt.

    Beispiel: staedtetag-2 und staedtetag-3 sind beide seit 01.02.2025 stellvertretend auf sitz-staedtetag.

    Abhilfe: Eines der Mandate beenden, oder in der Geschäftsordnung „stellvertretung: pool“ wählen.
    """
    for sitz, mandate in bestand.mandate_nach_sitz.items():
        deputies = [(m.mandat, m) for m in with_rolle(mandate, "stellvertretend")]
        for before, mandat in iter_overlaps(deputies):
            end = min(last_day(before.mandat), last_day(mandat.mandat))
            days = iter_fassungen(bestand, mandat.mandat.von, end)
            day = next((d for d, f in days if f.strategiegruppe.stellvertretung == "persoenlich"), None)
            if day is not None and before.mitglied is not mandat.mitglied:
                name = name_of_sitz(bestand, sitz)
                text = f"Auf dem Sitz {name} vertritt am {deutsch(day)} schon {before.mitglied.kennung}"
                yield verstoss(mandat.an("von"), text, sitz, before.mitglied.kennung, str(mandat.mandat.von))


REGELN: tuple[Regel, ...] = (
    sitz_gehoert_nicht_zur_fassung,
    sitz_doppelt_besetzt,
    sitz_ist_vakant,
    person_sitzt_auf_zwei_sitzen,
    person_vertritt_und_ist_mitglied,
    mandate_ueberschneiden_sich,
    stellvertretung_ist_nicht_vorgesehen,
    sitz_hat_zwei_stellvertretungen,
)
