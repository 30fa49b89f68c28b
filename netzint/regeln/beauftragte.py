"""T3: the directory of Integrationsbeauftragte: one per Kommune, each known, and how much of the country is covered."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from operator import attrgetter

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.kreise import KREISE
from netzint.modell.stelle import KOMMUNEN
from netzint.modell.typen import parse_bis, parse_von
from netzint.regeln.ansichten import Zugehoerig, stellenarten
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, iter_overlaps

_GENANNTE = 10


@regel("T301", Schwere.HINWEIS, "R25")
def kommune_hat_zwei_beauftragte(bestand: Bestand) -> Verstoesse:
    """Eine Kommune hat an einem Tag zwei Integrationsbeauftragte im Verzeichnis.

    Warum: „flächendeckende Struktur der kommunalen Integrationsbeauftragten“ (Hintergrund des Netzwerks Integration).
    Zwei zugleich kommen vor; oft ist aber nur die frühere Angabe nicht beendet worden.

    Beispiel: ib-stadt-musterstadt-1 ohne „bis“ und ib-stadt-musterstadt-2 ab 01.03.2026.

    Abhilfe: Die frühere Angabe am Tag vor dem Beginn der neuen beenden, oder es so stehen lassen.
    """
    found: dict[str, list[Zugehoerig]] = defaultdict(list)
    for kennung, (stelle, von, bis) in bestand.merkmale("beauftragte").items():
        found[stelle].append(Zugehoerig(kennung, parse_von(von), parse_bis(bis) if bis else None))
    for stelle, entries in found.items():
        for before, eintrag in iter_overlaps((e, e) for e in sorted(entries, key=attrgetter("von", "kennung"))):
            text = f"Für {stelle} ist am {deutsch(eintrag.von)} schon {before.kennung} eingetragen"
            yield verstoss(bestand.beauftragte[eintrag.kennung].an("von"), text, before.kennung)


@regel("T302", Schwere.FEHLER, "R25", je="beauftragte")
def name_oder_mitglied(bestand: Bestand) -> Verstoesse:
    """Ein Eintrag im Verzeichnis nennt weder Namen noch Mitglied, oder beides.

    Warum: Namen stehen nur in der Datei der Person selbst: Ist sie als Mitglied erfasst, steht hier nur dessen Kennung,
    sonst ihr Name.

    Beispiel: mitglied: beauftragte-stadt-1 und dazu ein „name“.

    Abhilfe: Genau eine der beiden Angaben stehen lassen.
    """
    for eintrag in bestand.beauftragte.values():
        if eintrag.name is None and eintrag.mitglied is None:
            yield verstoss(eintrag, f"In {eintrag.kennung} fehlt „name“ oder „mitglied“")
        elif eintrag.name is not None and eintrag.mitglied is not None:
            yield verstoss(eintrag.an("name"), f"In {eintrag.kennung} stehen „name“ und „mitglied“ zugleich")


@regel("T303", Schwere.FEHLER, "R25", je="beauftragte")
def beauftragte_gehoeren_zu_einer_kommune(bestand: Bestand) -> Verstoesse:
    """Ein Eintrag im Verzeichnis gehört zu einer Stelle, die keine Kommune ist.

    Warum: „flächendeckende Struktur der kommunalen Integrationsbeauftragten“ (Hintergrund des Netzwerks Integration).

    Beispiel: stelle: staedtetag

    Abhilfe: Die Gemeinde, die Stadt oder den Landkreis nennen.
    """
    for eintrag in bestand.beauftragte.values():
        stelle = stellenarten(bestand).get(eintrag.stelle)
        if stelle is not None and stelle.art_am(eintrag.von) not in KOMMUNEN:
            text = f"{eintrag.stelle} ist keine Kommune, sondern von der Art „{stelle.art_am(eintrag.von)}“"
            yield verstoss(eintrag.an("stelle"), text, eintrag.stelle)


@regel("T304", Schwere.HINWEIS, "R25")
def kreise_ohne_beauftragte(bestand: Bestand, stichtag: date) -> Verstoesse:
    """In manchen der 44 Stadt- und Landkreise ist am Stichtag niemand im Verzeichnis.

    Warum: „flächendeckende Struktur der kommunalen Integrationsbeauftragten“ (Hintergrund des Netzwerks Integration).
    Ein Kreis ist abgedeckt, wenn er selbst oder eine seiner Gemeinden jemanden hat; gezählt wird nach dem
    Gemeindeschlüssel, sobald der erste Kreis abgedeckt ist, und bei Beispieldaten nie.

    Beispiel: 43 von 44 Kreisen sind abgedeckt, es fehlt der Enzkreis.

    Abhilfe: Das Verzeichnis ergänzen; die Gemeindeschlüssel der Kommunen prüfen.
    """
    if bestand.netzwerk is None or bestand.netzwerk.beispieldaten:
        return
    current = [e for e in bestand.beauftragte.values() if e.von <= stichtag and (e.bis is None or stichtag <= e.bis)]
    covered = {(s.ags or "")[:5] for e in current if (s := bestand.stellen.get(e.stelle)) is not None}
    missing = [k.name + (" (Stadt)" if k.art == "stadtkreis" else "") for k in KREISE if k.ags not in covered]
    if 0 < len(missing) < len(KREISE):
        more = f" und {len(missing) - _GENANNTE} weitere" if len(missing) > _GENANNTE else ""
        text = f"{len(KREISE) - len(missing)} von {len(KREISE)} Kreisen haben Integrationsbeauftragte im Verzeichnis"
        yield verstoss(bestand.netzwerk, f"{text}; es fehlen {', '.join(missing[:_GENANNTE])}{more}")


REGELN: tuple[Regel, ...] = (
    kommune_hat_zwei_beauftragte,
    name_oder_mitglied,
    beauftragte_gehoeren_zu_einer_kommune,
    kreise_ohne_beauftragte,
)
