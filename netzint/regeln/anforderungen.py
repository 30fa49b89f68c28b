"""Q3: whoever sits on a seat has what the seat asks for, on every day on which that could change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.eignung import Mangel, asked_of, iter_maengel, lack_of_stelle
from netzint.regeln.register import Regel, Verstoesse, Verstoss, regel, verstoss
from netzint.regeln.sitzlage import seat_on, sitzname, with_rolle
from netzint.regeln.tage import deutsch, last_day


def _report(mangel: Mangel, text: str, hinweis: str = "") -> Verstoss:
    mandat = mangel.mandat
    return verstoss(
        mandat.an("sitz"), text, mangel.sitz.kennung, str(mandat.mandat.von), str(mangel.von), hinweis=hinweis
    )


def _unfit_from_start(bestand: Bestand, banken: tuple[str, ...]) -> Iterator[Verstoss]:
    for mangel in iter_maengel(bestand, banken):
        if mangel.am_anfang:
            asked = asked_of(mangel.sitz)
            text = f"Der Sitz {sitzname(mangel.sitz)} verlangt {asked}; am {deutsch(mangel.von)} passt das nicht"
            yield _report(mangel, f"{text}: {mangel.grund}")


@regel("Q301", Schwere.FEHLER, "R06", je="mitglied")
def sitz_der_kommunen_ist_falsch_besetzt(bestand: Bestand) -> Verstoesse:
    """Auf einem Sitz der Kommunen sitzt von Anfang an jemand, der keine solche Kommunalverwaltung leitet.

    Warum: „Kommunen – drei Personen (eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer
    Stadt und einem Landkreis)“ (Akteure im Netzwerk Integration). Eine Stadt zählt dabei nicht als Gemeinde.

    Beispiel: Die Oberbürgermeisterin einer Stadt auf dem Sitz mit koerperschaft: gemeinde.

    Abhilfe: Amt, Stelle oder Sitz berichtigen; passt die Person nicht, um eine andere Benennung bitten.
    """
    yield from _unfit_from_start(bestand, ("kommunen",))


@regel("Q302", Schwere.FEHLER, "R07", je="mitglied")
def sitz_der_beauftragten_ist_falsch_besetzt(bestand: Bestand) -> Verstoesse:
    """Auf einem Sitz der Integrationsbeauftragten sitzt von Anfang an jemand, der dort nicht beauftragt ist.

    Warum: „Integrationsbeauftragte – drei Personen (… aus einer Gemeinde, einer Stadt und einem Landkreis)“ (Akteure im
    Netzwerk Integration).

    Beispiel: Die Integrationsbeauftragte eines Landkreises auf dem Sitz mit koerperschaft: stadt.

    Abhilfe: Amt, Stelle oder Sitz berichtigen; passt die Person nicht, um eine andere Benennung bitten.
    """
    yield from _unfit_from_start(bestand, ("integrationsbeauftragte",))


@regel("Q303", Schwere.WARNUNG, "R05", je="mitglied")
def sitz_einer_stelle_hat_eine_fremde_person(bestand: Bestand) -> Verstoesse:
    """Auf einem Sitz des Ministeriums oder eines Landesverbands sitzt von Anfang an jemand ohne Amt dort.

    Warum: „Kommunale Landesverbände – drei Personen (eine Person je kommunaler Verbandsvertretung)“ (Akteure im
    Netzwerk Integration). Die Stelle darf auch jemanden von außen benennen; meist fehlt aber nur das Amt.

    Beispiel: gemeindetag-2 auf sitz-gemeindetag mit einem Amt nur beim Städtetag.

    Abhilfe: Das Amt bei der Stelle ergänzen oder den Sitz berichtigen.
    """
    yield from _unfit_from_start(bestand, ("ministerium", "landesverbaende"))


@regel("Q304", Schwere.WARNUNG, "R06", je="mitglied")
def voraussetzung_des_sitzes_ist_entfallen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Was der Sitz verlangt, ist während des Mandats weggefallen und fehlt am Stichtag noch.

    Warum: „eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer Stadt und einem Landkreis“
    (Akteure im Netzwerk Integration). Das Mandat endet nicht von selbst mit dem Amt, wohl aber durch Abberufung oder
    Nachbenennung; dasselbe gilt, wenn aus der Gemeinde eine Stadt wird.

    Beispiel: Das Amt der Bürgermeisterin endete am 30.06.2026, das Mandat läuft weiter.

    Abhilfe: Amt beendet, Nachbenennung prüfen: bei den Stellen, die benennen dürfen, nachfragen.
    """
    for mangel in iter_maengel(bestand):
        if not mangel.am_anfang and mangel.von <= stichtag <= mangel.bis:
            who = " oder ".join(mangel.sitz.benannt_von)
            text = f"Der Sitz {sitzname(mangel.sitz)} verlangt {asked_of(mangel.sitz)}; seit {deutsch(mangel.von)}"
            yield _report(
                mangel, f"{text} passt das nicht mehr: {mangel.grund}", f"Nachbenennung prüfen; benennen darf: {who}."
            )


@regel("Q305", Schwere.HINWEIS, "R06", je="mitglied")
def voraussetzung_des_sitzes_fehlte_zeitweise(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Was der Sitz verlangt, hat während des Mandats eine Zeit lang gefehlt.

    Warum: „eine Leiterin bzw. ein Leiter der Kommunalverwaltung aus einer Gemeinde, einer Stadt und einem Landkreis“
    (Akteure im Netzwerk Integration). Was vorbei ist, ist nicht mehr zu ändern; beim Blick auf alte Beschlüsse kann es
    wichtig sein.

    Beispiel: Das Amt endete am 31.03.2025, das Mandat erst am 30.06.2025.

    Abhilfe: Prüfen, ob die Daten stimmen; sonst nichts.
    """
    for mangel in iter_maengel(bestand):
        if not mangel.am_anfang and mangel.bis < stichtag:
            period = f"vom {deutsch(mangel.von)} bis {deutsch(mangel.bis)}"
            text = f"Der Sitz {sitzname(mangel.sitz)} verlangt {asked_of(mangel.sitz)}; {period} passte das nicht"
            yield _report(mangel, f"{text}: {mangel.grund}")


@regel("Q306", Schwere.WARNUNG, "R06", je="mitglied")
def amtsbezeichnung_ist_keine_leitung(bestand: Bestand) -> Verstoesse:
    """Wer für die Leitung einer Kommunalverwaltung sitzt, hat eine Amtsbezeichnung, die keine Leitung ist.

    Warum: „eine Leiterin bzw. ein Leiter der Kommunalverwaltung“ (Akteure im Netzwerk Integration). Welche
    Bezeichnungen eine Leitung sind, steht in der Geschäftsordnung unter „leitungsaemter“.

    Beispiel: funktion: Beigeordneter

    Abhilfe: Die Funktion berichtigen; ist jemand anderes als die Leitung benannt worden, nachfragen.
    """
    for mandat in with_rolle(bestand.mandate_in(STRATEGIEGRUPPE), "ordentlich"):
        for i, amt in enumerate(mandat.mitglied.aemter):
            day = max(amt.von, mandat.mandat.von)
            if amt.amt != "leitung" or day > min(last_day(amt), last_day(mandat.mandat)):
                continue
            fassung = bestand.fassung(day)
            sitz = seat_on(fassung, mandat.mandat.sitz)
            if fassung is None or sitz is None or sitz.amt != "leitung" or amt.funktion in fassung.leitungsaemter:
                continue
            if lack_of_stelle(bestand.stellen.get(amt.stelle), fassung, sitz, day):
                continue  # not the office for which the person sits there; whether there is one says Q301
            funktion = f"„{amt.funktion}“" if amt.funktion else "ein Amt ohne „funktion“"
            text = f"Der Sitz {sitzname(sitz)} verlangt {asked_of(sitz)}; {funktion} bei {amt.stelle} ist keine"
            place = ("aemter", i, "funktion") if amt.funktion else ("aemter", i)
            key = (sitz.kennung, str(mandat.mandat.von), str(amt.von))
            yield verstoss(mandat.mitglied.an(*place), text, *key)


REGELN: tuple[Regel, ...] = (
    sitz_der_kommunen_ist_falsch_besetzt,
    sitz_der_beauftragten_ist_falsch_besetzt,
    sitz_einer_stelle_hat_eine_fremde_person,
    voraussetzung_des_sitzes_ist_entfallen,
    voraussetzung_des_sitzes_fehlte_zeitweise,
    amtsbezeichnung_ist_keine_leitung,
)
