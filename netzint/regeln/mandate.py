"""Q2: a Mandat fits its Gremium, was given by those who may, and says why it ended; offices do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.mitglied import Amt, Mitglied
from netzint.recht.fristen import amtszeit_bis
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.sitzlage import name_of_sitz, seat_on
from netzint.regeln.tage import deutsch, erfasst_ab, iter_overlaps

_ROLLEN = {
    STRATEGIEGRUPPE: ("ordentlich", "stellvertretend"),
    GESCHAEFTSSTELLE: ("leitung", "mitarbeit"),
}
_AG_ROLLEN = ("leitung", "staendig", "gast", "sachverstaendig")


@regel("Q201", Schwere.FEHLER, je="mitglied")
def sitz_fehlt_oder_ist_zu_viel(bestand: Bestand) -> Verstoesse:
    """Ein Mandat in der Strategiegruppe nennt keinen Sitz, oder ein anderes nennt einen.

    Warum: In der Strategiegruppe sitzt man auf einem der zwölf Sitze oder vertritt, wer dort sitzt; andere Gremien
    haben keine Sitze.

    Beispiel: {gremium: strategiegruppe, rolle: ordentlich, von: 2025-03-01} ohne „sitz“

    Abhilfe: Den Sitz ergänzen oder streichen.
    """
    for mandat in bestand.mandate:
        if mandat.mandat.gremium == STRATEGIEGRUPPE and mandat.mandat.sitz is None:
            text = f"Das Mandat ab {deutsch(mandat.mandat.von)} in der Strategiegruppe nennt keinen Sitz"
            yield verstoss(mandat.an(), text, str(mandat.mandat.von))
        elif mandat.mandat.gremium != STRATEGIEGRUPPE and mandat.mandat.sitz is not None:
            text = f"Sitze gibt es nur in der Strategiegruppe, nicht in „{mandat.mandat.gremium}“"
            yield verstoss(mandat.an("sitz"), text, mandat.mandat.gremium, str(mandat.mandat.von))


@regel("Q202", Schwere.FEHLER, je="mitglied")
def rolle_passt_nicht_zum_gremium(bestand: Bestand) -> Verstoesse:
    """Eine Rolle gibt es in diesem Gremium nicht.

    Warum: In der Strategiegruppe ist man ordentlich oder stellvertretend, in einer AG leitung, staendig, gast oder
    sachverstaendig, in der Geschäftsstelle leitung oder mitarbeit. Davon hängt ab, wer abstimmt und wer zählt.

    Beispiel: {gremium: strategiegruppe, rolle: staendig, …}

    Abhilfe: Die Rolle oder das Gremium berichtigen.
    """
    for mandat in bestand.mandate:
        allowed = _ROLLEN.get(mandat.mandat.gremium, _AG_ROLLEN)
        if mandat.mandat.rolle not in allowed:
            text = f"Die Rolle „{mandat.mandat.rolle}“ gibt es in „{mandat.mandat.gremium}“ nicht"
            hint = f"Möglich: {', '.join(allowed)}."
            yield verstoss(mandat.an("rolle"), text, mandat.mandat.gremium, str(mandat.mandat.von), hinweis=hint)


def _recorded(bestand: Bestand) -> Iterator[MandatVon]:
    """Mandate in the Strategiegruppe that began when everything was recorded."""
    start = erfasst_ab(bestand)
    return (m for m in bestand.mandate_in(STRATEGIEGRUPPE) if m.mandat.von >= start)


@regel("Q203", Schwere.FEHLER, "R03", je="mitglied")
def benennung_fehlt(bestand: Bestand) -> Verstoesse:
    """Bei einem Mandat in der Strategiegruppe steht nicht, wer wann benannt hat.

    Warum: „die von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt werden“ (Akteure im
    Netzwerk Integration). Das gilt für Mandate, die nach „erfasst_ab“ beginnen.

    Beispiel: Ein Mandat ab 01.03.2025 ohne „benannt“.

    Abhilfe: Die Benennung nachtragen: netzint mitglied mandat-berichtigen KENNUNG --durch STELLE --benannt-am TAG
    """
    for mandat in _recorded(bestand):
        if mandat.mandat.benannt is None:
            text = f"Zum Mandat ab {deutsch(mandat.mandat.von)} fehlt die Benennung"
            yield verstoss(mandat.an(), text, mandat.mandat.sitz or "", str(mandat.mandat.von))


@regel("Q204", Schwere.FEHLER, "R03", je="mitglied")
def benennung_durch_unbefugte(bestand: Bestand) -> Verstoesse:
    """Für einen Sitz hat eine Stelle benannt, die das nach der Geschäftsordnung nicht darf.

    Warum: „die von Seiten des Ministeriums … wie auch der kommunalen Landesverbände benannt werden“ (Akteure im
    Netzwerk Integration). Welche Stelle für welchen Sitz, steht in der Fassung vom Tag der Benennung unter
    „benannt_von“.

    Beispiel: benannt: {durch: gemeindetag, …} auf sitz-staedtetag mit benannt_von: [staedtetag]

    Abhilfe: Die benennende Stelle berichtigen, oder die Benennung von der zuständigen Stelle nachholen lassen.
    """
    for mandat in _recorded(bestand):
        benannt = mandat.mandat.benannt
        sitz = seat_on(bestand.fassung(benannt.am), mandat.mandat.sitz) if benannt else None
        if benannt and sitz and benannt.durch not in sitz.benannt_von and benannt.durch in bestand.stellen:
            name = name_of_sitz(bestand, sitz.kennung)
            text = f"{benannt.durch} darf für den Sitz {name} nicht benennen"
            hint = f"Benennen darf: {' oder '.join(sitz.benannt_von)}." if sitz.benannt_von else ""
            key = (sitz.kennung, str(mandat.mandat.von))
            yield verstoss(mandat.an("benannt", "durch"), text, *key, hinweis=hint)


@regel("Q205", Schwere.FEHLER, "R03", je="mitglied")
def benennung_nach_dem_beginn(bestand: Bestand) -> Verstoesse:
    """Ein Mandat beginnt, bevor die Person benannt wurde.

    Warum: Ordentliche Mitglieder sind die, „die von Seiten des Ministeriums … wie auch der kommunalen Landesverbände
    benannt werden“ (Akteure im Netzwerk Integration); vor der Benennung ist niemand Mitglied.

    Beispiel: von: 2025-03-01 und benannt: {durch: staedtetag, am: 2025-03-12}

    Abhilfe: Das Mandat am Tag der Benennung oder später beginnen lassen, oder deren Datum berichtigen.
    """
    for mandat in _recorded(bestand):
        benannt, von = mandat.mandat.benannt, mandat.mandat.von
        if benannt and benannt.am > von:
            text = f"Das Mandat beginnt am {deutsch(von)}, benannt wurde erst am {deutsch(benannt.am)}"
            yield verstoss(mandat.an("benannt", "am"), text, mandat.mandat.sitz or "", str(von))


@regel("Q206", Schwere.HINWEIS, je="mitglied")
def grund_des_endes_fehlt(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Ein Mandat in der Strategiegruppe ist zu Ende, aber es steht nicht dabei, warum.

    Warum: Ob jemand abberufen wurde, aufgerückt ist oder das Amt verloren hat, lässt sich später nicht mehr
    erschließen.

    Beispiel: bis: 2026-10-31 ohne „ende“

    Abhilfe: Den Grund nachtragen: netzint mitglied mandat-berichtigen KENNUNG --endegrund GRUND
    """
    start = erfasst_ab(bestand)
    for mandat in bestand.mandate_in(STRATEGIEGRUPPE):
        bis = mandat.mandat.bis
        if bis is not None and start <= bis < stichtag and mandat.mandat.ende is None:
            text = f"Das Mandat endete am {deutsch(bis)}; der Grund fehlt"
            yield verstoss(mandat.an("bis"), text, mandat.mandat.sitz or "", str(mandat.mandat.von))


@regel("Q207", Schwere.FEHLER, je="mitglied")
def letzter_tag_fehlt(bestand: Bestand) -> Verstoesse:
    """Zu einem Mandat steht, warum es endet, aber nicht, wann.

    Warum: Ohne „bis“ läuft das Mandat weiter: Die Person bleibt stimmberechtigt, der Sitz besetzt.

    Beispiel: ende: {grund: amt_beendet, am: 2026-10-20} ohne „bis“

    Abhilfe: Den letzten Tag nachtragen: netzint mitglied mandat-berichtigen KENNUNG --bis TAG
    """
    for mandat in bestand.mandate:
        if mandat.mandat.ende is not None and mandat.mandat.bis is None:
            text = f"Das Mandat ab {deutsch(mandat.mandat.von)} hat ein Ende, aber keinen letzten Tag („bis“)"
            yield verstoss(mandat.an("ende"), text, mandat.mandat.gremium, str(mandat.mandat.von))


@regel("Q208", Schwere.FEHLER, je="mitglied")
def aemter_ueberschneiden_sich(bestand: Bestand) -> Verstoesse:
    """Eine Person hat dasselbe Amt an derselben Stelle zweimal zur selben Zeit.

    Warum: Meist ist dasselbe Amt zweimal eingetragen oder das frühere nicht beendet worden; wann es endet, ist dann
    offen.

    Beispiel: amt: leitung bei stadt-musterstadt seit 2019 und noch einmal seit 2025, beide ohne Ende.

    Abhilfe: Das frühere Amt am Tag vor dem Beginn des späteren beenden, oder beide zusammenfassen.
    """
    for mitglied in bestand.mitglieder.values():
        if len(mitglied.aemter) > 1:
            for ort, before, amt in _office_overlaps(mitglied):
                text = f"„{amt.amt}“ bei {amt.stelle} läuft am {deutsch(amt.von)} schon (seit {deutsch(before.von)})"
                yield verstoss(ort, text, amt.stelle, amt.amt, str(amt.von))


def _office_overlaps(mitglied: Mitglied) -> Iterator[tuple[Ort, Amt, Amt]]:
    groups: dict[tuple[str, str], list[tuple[int, Amt]]] = defaultdict(list)
    for nr, amt in enumerate(mitglied.aemter):
        groups[amt.stelle, amt.amt].append((nr, amt))
    for group in groups.values():
        ordered = sorted(group, key=lambda numbered: numbered[1].von)
        for (_, before), (nr, amt) in iter_overlaps((a, (n, a)) for n, a in ordered):
            yield mitglied.an("aemter", nr, "von"), before, amt


@regel("Q209", Schwere.WARNUNG)
def amtszeit_ist_ueberschritten(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Ein ordentliches Mitglied ist am Stichtag länger im Amt, als die Geschäftsordnung vorsieht.

    Warum: Die Quellen nennen keine Amtszeit; steht in der Geschäftsordnung eine, so ist danach neu zu benennen.

    Beispiel: amtszeit: 60 (Monate) und ein Mandat seit 01.06.2020.

    Abhilfe: Um eine neue Benennung bitten: das Mandat beenden und ein neues mit „benannt“ eintragen.
    """
    fassung = bestand.fassung(stichtag)
    months = fassung.strategiegruppe.amtszeit if fassung else None
    if months is None:
        return
    for sitz, mandat in bestand.ordentliche(stichtag).items():
        end = amtszeit_bis(mandat.mandat.von, months)
        if stichtag >= end:
            name = name_of_sitz(bestand, sitz)
            text = f"Auf dem Sitz {name} ist die Amtszeit von {months} Monaten seit {deutsch(end)} abgelaufen"
            yield verstoss(mandat.an("von"), text, sitz, str(mandat.mandat.von))


REGELN: tuple[Regel, ...] = (
    sitz_fehlt_oder_ist_zu_viel,
    rolle_passt_nicht_zum_gremium,
    benennung_fehlt,
    benennung_durch_unbefugte,
    benennung_nach_dem_beginn,
    grund_des_endes_fehlt,
    letzter_tag_fehlt,
    aemter_ueberschneiden_sich,
    amtszeit_ist_ueberschritten,
)
