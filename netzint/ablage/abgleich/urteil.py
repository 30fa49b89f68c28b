"""The whole, judged: what is valid on each side may not be so together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.abgleich.auswege import tell_auswege
from netzint.ablage.abgleich.doppelt import Staende
from netzint.ablage.abgleich.eigene import Eigener
from netzint.ablage.gegen.hand import Seiten, judge_seiten
from netzint.ablage.lesen.bestand import Gelesenes
from netzint.ablage.transaktion import GENANNT, findings, refuse_new_fehler
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Befund, Schwere, new_fehler, sort_befunde
from netzint.modell.fehler import NetzintFehler
from netzint.modell.sprache import anzahl
from netzint.vorgaenge.umnummern import Umnummerung
from netzint.vorgaenge.versandtes import find_ueberholte

Vorlagenpruefung = Callable[[Mapping[str, bytes]], tuple[Befund, ...]]
SATZ = "Jeder Stand für sich ist gültig, Ihrer und der auf dem Server; zusammen verstoßen sie gegen Regeln:"


class Sache(NamedTuple):
    """What is judged beside the states themselves."""

    wurzel: Path
    eigene: tuple[Eigener, ...]
    gegenstelle: str
    um: Umnummerung
    stichtag: date
    check_vorlagen: Vorlagenpruefung


def judge_zusammen(staende: Staende, zusammen: Gelesenes, sache: Sache) -> tuple[str, ...]:
    """Raise NetzintFehler for Fehler that neither side has by itself. Gives the Warnungen that are as new, in words."""
    um, check_vorlagen = sache.um, sache.check_vorlagen
    gleich = [zusammen.vorlagen() == stand.vorlagen() for stand in (staende.eigene, staende.fremde)]

    def judge(stand: Gelesenes) -> tuple[Befund, ...]:
        return findings(stand, sache.stichtag) + (() if any(gleich) else check_vorlagen(stand.vorlagen()))

    after, theirs = judge(zusammen), judge(staende.fremde)
    own = tuple(map(um.rename_befund, judge(staende.eigene)))
    uebergaenge = judge_seiten(sache.wurzel, Seiten(*staende, zusammen), sache.stichtag, um.rename_befund)
    added = (*new_fehler(own, new_fehler(theirs, after)), *uebergaenge)
    wege = tell_auswege(sache.eigene, {befund.pfad for befund in added}, um, sache.gegenstelle) if added else ""
    refuse_new_fehler(tuple, added, zusammen.read, satz=SATZ, hilfe=wege)
    known = {befund.identitaet for befund in (*own, *theirs)}
    warned = [b for b in after if b.schwere is Schwere.WARNUNG and b.identitaet not in known]
    return tuple(
        f"Neue Warnung {b.code}: {b.text.rstrip('.')}. {b.hinweis}".rstrip() for b in sort_befunde(warned)[:GENANNT]
    )


def refuse_ueberholte(staende: Staende, zusammen: Gelesenes, sache: Sache) -> None:
    """Raise NetzintFehler if an Einladung that went out meanwhile would not say any more what holds."""
    basis, eigene, fremde = (stand.bestand for stand in staende)
    ueberholte = find_ueberholte(basis, eigene, fremde, zusammen.bestand)
    found = [each for each in ueberholte if each.kennung not in sache.um.kennungen]
    if found:
        pfade = {NACH_NAME["sitzung"].pfad(each.kennung) for each in found}
        wege = tell_auswege(sache.eigene, pfade, sache.um, sache.gegenstelle)
        raise NetzintFehler("\n".join(each.satz for each in found), f"Es wurde nichts geändert. {wege}")


def tell_fehler(davor: Gelesenes, danach: Gelesenes, stichtag: date, wer: str) -> tuple[str, ...]:
    """A sentence if a state brings Fehler that the other does not have: nothing to refuse, but worth a word."""
    after = findings(danach, stichtag)
    if not any(b.schwere is Schwere.FEHLER for b in after):
        return ()
    added = new_fehler(findings(davor, stichtag), after)
    return (f"{wer} {anzahl(len(added), 'Fehler', 'Fehler')} mit; Näheres: netzint pruefen",) if added else ()
