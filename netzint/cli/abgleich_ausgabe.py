"""What ``netzint abgleich`` says at the end: what came, what of one's own is where, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netzint.cli.ausgabe import Farbig, Stil, show, show_nebenbei
from netzint.cli.bericht_ausgabe import show_schritte
from netzint.modell.sprache import anzahl

if TYPE_CHECKING:
    from netzint.ablage.abgleich.ergebnis import Abgeglichen

GENANNT = 12
"""So many entries, and so many Vorgänge, are told one by one."""
SAETZE = 4
"""So many changes of one entry are told."""
LAENGSTER = 160
"""Letters of one change."""


def show_abgeglichen(result: Abgeglichen) -> int:
    """Say what came of it; with ``--probe`` what would. Gives the exit code."""
    kopf = ("Probe: ", Stil.HINWEIS) if result.probe else ("Fertig: ", Stil.GUT)
    show(Farbig(*kopf), _tell_kopf(result))
    _show_fremdes(result)
    titel = "Ihre Vorgänge, auf den Stand der anderen gesetzt" if result.aufgesetzt else "Ihre Vorgänge"
    _show_liste(titel, result.eigene)
    _show_liste("Nicht mehr nötig, weil im Ergebnis nichts davon übrig bliebe", result.entfallen)
    _show_liste(
        "Davon nicht mit netzint festgeschrieben; was nicht in daten/ liegt, ist zeilenweise zusammengeführt",
        result.von_hand,
    )
    neu = [f"{alt} → {neu}" for alt, neu in result.umnummern]
    _show_liste("Neu nummeriert, weil die anderen dieselbe Nummer vergeben haben", neu)
    _show_liste("Unterlagen, die noch die alten Nummern tragen", result.unterlagen)
    _show_hochgeladen(result)
    for hinweis in result.hinweise:
        show_nebenbei(f"→ {hinweis}")
    schritte = _list_schritte(result)
    if schritte:
        show()
        show_schritte(schritte)
    return result.ausgang


def _tell_kopf(result: Abgeglichen) -> str:
    if not (result.zahl_fremde or result.eigene):
        return f"Hier und auf dem Server ({result.gegenstelle}) ist alles gleich."
    fremde = anzahl(result.zahl_fremde, "Vorgang", "Vorgänge") if result.zahl_fremde else "nichts Neues"
    eigene = anzahl(len(result.eigene), "eigener Vorgang", "eigene Vorgänge") if result.eigene else "nichts Eigenes"
    text = f"Abgleich mit {result.gegenstelle}: {fremde} von den anderen, {eigene}."
    return f"{text} Es wurde nichts geändert, nur nachgesehen." if result.probe else text


def _show_fremdes(result: Abgeglichen) -> None:
    lines = [line for name, saetze in result.fremdes[:GENANNT] for line in _tell(name, saetze)]
    more = len(result.fremdes) - GENANNT
    lines += [f"… und {anzahl(more, 'weiterer Eintrag', 'weitere Einträge')}"] if more > 0 else []
    _show_liste("Von den anderen", lines, alle=True)


def _tell(name: str, saetze: Sequence[str]) -> list[str]:
    more = [f"… und {len(saetze) - SAETZE} weitere"] if len(saetze) > SAETZE else []
    told = (_shorten(" ".join(satz.split())) for satz in saetze[:SAETZE])
    return [f"{name}: {satz}" if name else satz for satz in (*told, *more)]


def _shorten(satz: str) -> str:
    """A sentence for one or two lines of the screen; the whole of it shows ``netzint vergleich``."""
    return satz if len(satz) <= LAENGSTER else f"{satz[: LAENGSTER - 1]}…"


def _show_liste(titel: str, zeilen: Sequence[str], *, alle: bool = False) -> None:
    if not zeilen:
        return
    show()
    show(Farbig(titel, Stil.STARK))
    for zeile in zeilen if alle else zeilen[:GENANNT]:
        show(f"  {zeile}")
    if len(zeilen) > GENANNT and not alle:
        show(f"  … und {len(zeilen) - GENANNT} weitere")


def _show_hochgeladen(result: Abgeglichen) -> None:
    if result.hochgeladen:
        show()
        show(f"Hochgeladen nach {result.gegenstelle}.")
    elif result.eigene and not result.probe:
        show()
        show(Farbig("Noch nicht hochgeladen. ", Stil.WARNUNG), result.grund)


def _list_schritte(result: Abgeglichen) -> tuple[tuple[str, str], ...]:
    if result.probe:
        return (("netzint abgleich", "so abgleichen"),) if result.zahl_fremde or result.eigene else ()
    steps = [
        (f"netzint dokument erzeugen {kennung}", "die Unterlagen neu erzeugen; die alten löschen")
        for kennung in result.neu_erzeugen
    ]
    if result.eigene and not result.hochgeladen:
        steps.append(("netzint abgleich", "hochladen, sobald es geht"))
    if result.fremdes:
        von, bis = (commit[:10] for commit in result.von_bis)
        steps.append((f"netzint vergleich {von}..{bis}", "alles von den anderen im Einzelnen"))
    return (*steps, ("netzint lage", "sehen, was jetzt zu tun ist")) if result.zahl_fremde or steps else tuple(steps)
