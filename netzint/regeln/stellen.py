"""G3: Kommunen carry the official key that fits them; a Stelle that ended is not referred to any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.grund import Eintrag
from netzint.modell.kreise import KREIS_NACH_AGS
from netzint.modell.stelle import KOMMUNEN, Stelle
from netzint.regeln.ansichten import Aufgeloest, aufgeloeste
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch

_BESTEHT = Aufgeloest(None, "")
_AGS = re.compile(r"08[0-9]{3}([0-9]{3})?")


def _has_form(stelle: Stelle) -> bool:
    """Whether the key has the form for this kind: five digits for a Landkreis, eight otherwise."""
    fits = _AGS.fullmatch(stelle.ags or "")
    return fits is not None and (fits[1] is None) == (stelle.art == "landkreis")


@regel("G301", Schwere.FEHLER, je="stelle")
def gemeindeschluessel_hat_nicht_die_form(bestand: Bestand) -> Verstoesse:
    """Ein Amtlicher Gemeindeschlüssel hat nicht die richtige Zahl von Ziffern oder beginnt nicht mit 08.

    Warum: Der AGS besteht aus Land (08), Regierungsbezirk, Kreis und Gemeinde, zusammen acht Ziffern; der eines
    Landkreises endet nach dem Kreis mit der fünften.

    Beispiel: ags: "8111000"

    Abhilfe: Den Schlüssel aus dem Gemeindeverzeichnis übernehmen, in Anführungszeichen.
    """
    for stelle in bestand.stellen.values():
        if stelle.ags is not None and stelle.art in KOMMUNEN and not _has_form(stelle):
            digits = "fünf" if stelle.art == "landkreis" else "acht"
            text = f"„{stelle.ags}“ ist kein Gemeindeschlüssel: {digits} Ziffern, die mit 08 beginnen"
            yield verstoss(stelle.an("ags"), text)


@regel("G302", Schwere.FEHLER, je="stelle")
def nur_kommunen_haben_gemeindeschluessel(bestand: Bestand) -> Verstoesse:
    """Eine Stelle, die keine Kommune ist, hat einen Gemeindeschlüssel.

    Warum: Der Schlüssel bezeichnet Gemeinden, Städte und Landkreise; an ihm hängt, was die Abdeckung des Landes zählt.

    Beispiel: art: behoerde und ags: "08111000"

    Abhilfe: Die Art berichtigen oder den Schlüssel streichen.
    """
    for stelle in bestand.stellen.values():
        if stelle.ags is not None and stelle.art not in KOMMUNEN:
            yield verstoss(stelle.an("ags"), f"Eine Stelle der Art „{stelle.art}“ hat keinen Gemeindeschlüssel")


@regel("G303", Schwere.FEHLER, je="stelle")
def nur_staedte_haben_einen_status(bestand: Bestand) -> Verstoesse:
    """Eine Stelle, die keine Stadt ist, hat den Status Stadtkreis oder Große Kreisstadt.

    Warum: Stadtkreise und Große Kreisstädte sind Städte; nach dem Status richtet sich, auf welchen Sitz ihre Leitung
    kommen kann.

    Beispiel: art: gemeinde und status: grosse_kreisstadt

    Abhilfe: Die Art in „stadt“ ändern oder den Status streichen.
    """
    for stelle in bestand.stellen.values():
        if stelle.status is not None and stelle.art != "stadt":
            yield verstoss(stelle.an("status"), f"Eine Stelle der Art „{stelle.art}“ hat keinen Status")
        for i, earlier in enumerate(stelle.frueher):
            art = stelle.art_am(earlier.bis)
            if earlier.status is not None and art != "stadt":
                text = f"Bis {deutsch(earlier.bis)} war {stelle.kennung} von der Art „{art}“; die hat keinen Status"
                yield verstoss(stelle.an("frueher", i, "status"), text, str(earlier.bis))


@regel("G304", Schwere.FEHLER, je="stelle")
def gemeindeschluessel_passt_nicht_zur_art(bestand: Bestand) -> Verstoesse:
    """Der Gemeindeschlüssel bezeichnet einen Kreis oder eine Gemeinde anderer Art als die Stelle.

    Warum: Die 44 Kreise sind 35 Landkreise und neun Stadtkreise. Namen unterscheiden sie nicht: Heilbronn und Karlsruhe
    sind je ein Stadtkreis und ein Landkreis. Der Schlüssel eines Stadtkreises endet auf 000, und nur der.

    Beispiel: art: landkreis und ags: "08212" (das ist der Stadtkreis Karlsruhe; der Landkreis hat 08215)

    Abhilfe: Den Schlüssel oder die Art berichtigen.
    """
    for stelle in bestand.stellen.values():
        if stelle.ags is None or stelle.art not in KOMMUNEN or not _has_form(stelle):
            continue
        if stelle.status is not None and stelle.art != "stadt":
            continue  # what it is, is open: G303
        kreis = KREIS_NACH_AGS.get(stelle.ags[:5])
        art = "stadtkreis" if stelle.status == "stadtkreis" else "landkreis"
        if kreis is not None and kreis.art != art:
            words = "der Stadtkreis" if kreis.art == "stadtkreis" else "der Landkreis"
            yield verstoss(stelle.an("ags"), f"{kreis.ags} ist {words} {kreis.name}; das passt nicht zu dieser Stelle")
        elif stelle.art != "landkreis" and (stelle.ags[5:] == "000") != (art == "stadtkreis"):
            text = (
                f"„{stelle.ags}“ passt nicht zu dieser Stelle: Auf 000 enden die Schlüssel der Stadtkreise, und nur sie"
            )
            yield verstoss(stelle.an("ags"), text)


@regel("G305", Schwere.WARNUNG)
def kreisnummer_gibt_es_nicht(bestand: Bestand) -> Verstoesse:
    """Der Gemeindeschlüssel nennt einen Kreis, den es nicht gibt.

    Warum: Baden-Württemberg hat 44 Stadt- und Landkreise. Erfundene Kommunen tragen Kreisnummern, die es nicht gibt;
    das ist nur mit „beispieldaten: ja“ in Ordnung.

    Beispiel: ags: "08999001" in einem echten Netzwerk

    Abhilfe: Den Schlüssel berichtigen; bei lauter erfundenen Daten in netzwerk.yaml „beispieldaten: ja“ setzen.
    """
    if bestand.netzwerk is None or bestand.netzwerk.beispieldaten:
        return
    for stelle in bestand.stellen.values():
        if stelle.art in KOMMUNEN and _has_form(stelle) and (stelle.ags or "")[:5] not in KREIS_NACH_AGS:
            yield verstoss(stelle.an("ags"), f"Einen Kreis mit der Nummer {(stelle.ags or '')[:5]} gibt es nicht")


@regel("G306", Schwere.FEHLER)
def gemeindeschluessel_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Zwei bestehende Stellen haben denselben Gemeindeschlüssel.

    Warum: Der Schlüssel bezeichnet eine Kommune; meist ist dieselbe Kommune zweimal angelegt worden. Namen kommen
    dagegen doppelt vor.

    Beispiel: daten/stellen/stadt-musterstadt.yaml und musterstadt.yaml, beide mit ags: "08999001".

    Abhilfe: Die Verweise auf eine der beiden Stellen zusammenführen und die andere löschen.
    """
    seen: dict[str, str] = {}
    for kennung, stelle in bestand.merkmale("stelle").items():
        if not stelle.ags or stelle.bis:
            continue
        if stelle.ags in seen:
            text = f"Den Schlüssel {stelle.ags} hat schon {seen[stelle.ags]}"
            yield verstoss(bestand.stellen[kennung].an("ags"), text, stelle.ags)
        seen.setdefault(stelle.ags, kennung)


@regel("G307", Schwere.FEHLER, je="stelle")
def nachfolge_ohne_ende(bestand: Bestand) -> Verstoesse:
    """Eine Stelle hat eine Nachfolge, aber kein Ende, oder sie folgt sich selbst nach.

    Warum: Nur was es nicht mehr gibt, hat eine Nachfolge; ohne letzten Tag weiß niemand, ab wann sie gilt.

    Beispiel: nachfolge: landkreis-muster, aber kein „bis“

    Abhilfe: Den letzten Tag unter „bis“ eintragen oder die Nachfolge streichen.
    """
    for stelle in bestand.stellen.values():
        if stelle.nachfolge == stelle.kennung:
            yield verstoss(stelle.an("nachfolge"), f"{stelle.kennung} folgt sich selbst nach")
        elif stelle.nachfolge is not None and stelle.bis is None:
            yield verstoss(stelle.an("nachfolge"), f"{stelle.kennung} hat eine Nachfolge, aber keinen letzten Tag")


@regel("G308", Schwere.WARNUNG, je="mitglied beauftragte bedarf empfehlung")
def stelle_gibt_es_nicht_mehr(bestand: Bestand) -> Verstoesse:
    """Etwas nennt eine Stelle, die es an diesem Tag nicht mehr gibt.

    Warum: Was an eine aufgelöste Stelle geht, kommt nirgends an; gemeint ist meist ihre Nachfolge.

    Beispiel: Eine Weiterleitung vom 10.12.2026 an eine Stelle mit bis: 2025-12-31.

    Abhilfe: Die Nachfolge der Stelle nennen oder das Amt am letzten Tag der Stelle beenden.
    """
    ended = {kennung: stelle for kennung, stelle in aufgeloeste(bestand).items() if stelle.bis is not None}
    if not ended:
        return
    for wo, feld, kennung, day in _dated_uses(bestand):
        bis, successor = ended.get(kennung or "", _BESTEHT)
        if kennung and bis is not None and day > bis:
            hint = f"Die Nachfolge ist {successor}." if successor else ""
            text = f"{kennung} gibt es nur bis {deutsch(bis)}"
            yield verstoss(wo.an(*feld), text, kennung, str(day), hinweis=hint)


_Nennung = tuple[Eintrag | MandatVon, Feldpfad, str | None, date]


def _dated_uses(bestand: Bestand) -> Iterator[_Nennung]:
    """Where a Stelle is named with a day; an office or entry without an end lasts."""
    for mitglied in bestand.mitglieder.values():
        for i, amt in enumerate(mitglied.aemter):
            yield mitglied, ("aemter", i, "stelle"), amt.stelle, amt.bis or date.max
    for mandat in bestand.mandate:
        benannt = mandat.mandat.benannt
        if benannt:
            yield mandat, ("benannt", "durch"), benannt.durch, benannt.am
    for eintrag in bestand.beauftragte.values():
        yield eintrag, ("stelle",), eintrag.stelle, eintrag.bis or date.max
    for bedarf in bestand.bedarfe.values():
        yield bedarf, ("gemeldet", "von"), bedarf.gemeldet.von, bedarf.gemeldet.am
        if bedarf.erledigt:
            yield bedarf, ("erledigt", "an"), bedarf.erledigt.an, bedarf.erledigt.am
    yield from _uses_by_empfehlungen(bestand)


def _uses_by_empfehlungen(bestand: Bestand) -> Iterator[_Nennung]:
    for empfehlung in bestand.empfehlungen.values():
        for f, fassung in enumerate(empfehlung.fassungen):
            for i, adressat in enumerate(fassung.adressaten):
                yield empfehlung, ("fassungen", f, "adressaten", i, "stelle"), adressat.stelle, fassung.vom
        for w, weiterleitung in enumerate(empfehlung.weiterleitungen):
            yield empfehlung, ("weiterleitungen", w, "stelle"), weiterleitung.stelle, weiterleitung.am
            for i, stand in enumerate(weiterleitung.stand):
                yield empfehlung, ("weiterleitungen", w, "stand", i, "an"), stand.an, stand.am


REGELN: tuple[Regel, ...] = (
    gemeindeschluessel_hat_nicht_die_form,
    nur_kommunen_haben_gemeindeschluessel,
    nur_staedte_haben_einen_status,
    gemeindeschluessel_passt_nicht_zur_art,
    kreisnummer_gibt_es_nicht,
    gemeindeschluessel_ist_doppelt,
    nachfolge_ohne_ende,
    stelle_gibt_es_nicht_mehr,
)
