"""One entry edited by hand, but not in its file: judged like any other Vorgang, and committed as the person left it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.festschreiben import read_changed
from netzint.ablage.gegen.hand import judge_hand
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.transaktion import Ausgefuehrt, Entwurf, carry_out, findings, make_entwurf, require_head
from netzint.modell.arten import NACH_NAME, art_of_pfad
from netzint.modell.befund import Befund, Schwere, excuse_repair, new_fehler, sort_befunde
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_in_allen
from netzint.modell.umgebung import ursache
from netzint.vorgaenge.festschreiben import festschreiben

_BOM = b"\xef\xbb\xbf"


class Abgewiesen(Exception):
    """What was written adds Fehler; nothing was changed."""

    def __init__(self, befunde: tuple[Befund, ...]) -> None:
        super().__init__("new Fehler")
        self.befunde = befunde


class Datei(NamedTuple):
    """The file of an entry as HEAD has it."""

    pfad: str
    kennung: str
    inhalt: bytes


def find_datei(wurzel: Path, text: str) -> Datei:
    """The file of an entry, by its Kennung (also if nothing in it can be read) or its name.

    Raises NetzintFehler if there is none, or if it is changed in the work tree and not committed.
    """
    gelesen = lesen.read_bestand(wurzel, stand=require_head(wurzel))
    refuse_newer_format(gelesen)
    name = text.strip().lower()
    known = {found[1]: pfad for pfad in gelesen.teile if (found := art_of_pfad(pfad))}
    if name not in known:
        eintrag = find_in_allen(gelesen.bestand, text)
        name = eintrag.kennung
        known[name] = NACH_NAME[type(eintrag).__name__.lower()].pfad(name)
    inhalt = gelesen.read(known[name])
    if inhalt is None:  # pragma: no cover - the path comes from what was read
        raise NetzintFehler(f"{known[name]} lässt sich nicht lesen.", "Näheres: netzint pruefen")
    _refuse_edited(wurzel, known[name], inhalt)
    return Datei(known[name], name, inhalt)


def _refuse_edited(wurzel: Path, pfad: str, inhalt: bytes) -> None:
    lying = read_changed(wurzel, [pfad])[pfad]
    if lying is not None and lying != inhalt.replace(b"\r\n", b"\n"):
        text = f"{pfad} ist schon von Hand geändert und noch nicht festgeschrieben."
        raise NetzintFehler(text, "Zuerst: netzint festschreiben")


def read_text(quelle: Path) -> bytes:
    """A text that was kept. Raises NetzintFehler."""
    try:
        return quelle.read_bytes()
    except OSError as error:
        raise NetzintFehler(f"„{quelle}“ lässt sich nicht lesen ({ursache(error)}).", "Den Pfad prüfen.") from error


def straighten(data: bytes, like: bytes) -> bytes:
    """As an editor leaves it, on Windows too, with the line ends of the original, the last one as well, and no mark."""
    data = data.removeprefix(_BOM)
    ende = b"\r\n" if b"\r\n" in like else b"\n"
    data = data if ende == b"\r\n" else data.replace(b"\r\n", b"\n")
    return data if data.endswith(b"\n") or not data else data + ende


def record(wurzel: Path, datei: Datei, neu: bytes, stichtag: date, *, probe: bool = False) -> Ausgefuehrt | None:
    """Commit the new content of an entry. Raises Abgewiesen for Fehler that it adds, with their places.

    Raises NetzintFehler if HEAD has another entry by now than the one that was opened: whose words would count?
    """

    def entwurf(head: str) -> Entwurf:
        before = lesen.read_bestand(wurzel, stand=head)
        if before.read(datei.pfad) != datei.inhalt:
            text = f"{datei.kennung} ist inzwischen durch einen anderen Vorgang geändert worden."
            raise NetzintFehler(text, f"Was geändert wurde, zeigt: netzint verlauf {datei.kennung}")
        after = before.laid_over({datei.pfad: neu})
        refuse_newer_format(after)
        old, new = findings(before, stichtag), findings(after, stichtag)
        new += excuse_repair(judge_hand(wurzel, before, after, [datei.pfad], stichtag), old, new)
        added = new_fehler(old, new)
        if added:
            raise Abgewiesen(sort_befunde(lesen.locate(added, after.read)))
        aenderung = festschreiben([datei.pfad], "bearbeiten", "Bearbeitet")
        aenderung = aenderung._replace(hinweise=_tell_new(old, new))
        return make_entwurf(wurzel, head, before, after, aenderung, {datei.pfad: neu})

    return carry_out(wurzel, entwurf, probe=probe)


def _tell_new(before: Collection[Befund], after: Collection[Befund]) -> tuple[str, ...]:
    """The Warnungen that there were not before: no reason to refuse, but the person wants to know."""
    known = {befund.identitaet for befund in before}
    added = [b for b in after if b.schwere is Schwere.WARNUNG and b.identitaet not in known]
    return tuple(f"Neue Warnung {b.code}: {b.text} {b.hinweis}".rstrip() for b in sort_befunde(tuple(added)))
