"""The own commits made again on top of the others': each stays a commit of its own, with its words, trailers and day.

Nothing points to what is made here; who is interrupted leaves some objects that git throws away one day.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from netzint.ablage.abgleich.auswege import tell_auswege
from netzint.ablage.abgleich.dateien import merge_datei
from netzint.ablage.abgleich.eigene import Eigener
from netzint.ablage.abgleich.inhalte import Inhalte
from netzint.ablage.abgleich.umnummern import rename_datei, rename_pfad
from netzint.ablage.schreibweg.ablauf import write_commit
from netzint.ablage.schreibweg.objekte import (
    ORDNER_MODUS,
    Glied,
    Ordner,
    build_baum,
    list_parents,
    read_ordner,
    write_objekte,
)
from netzint.ablage.schreibweg.versetzen import list_wechsel
from netzint.modell.arten import art_of_pfad
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.umnummern import Umnummerung

GENANNT = 10
_GEWOEHNLICH = frozenset({"100644", "100755"})
Dreier = tuple[Glied | None, Glied | None, Glied | None]
"""A file where both sides parted, on the own side and on that of the others."""


class Auftrag(NamedTuple):
    """What is put on top of what."""

    wurzel: Path
    objektformat: str
    eigene: tuple[Eigener, ...]
    fremde: str
    """The commit of the others."""
    um: Umnummerung
    sign: bool
    gegenstelle: str


class Aufgesetzt(NamedTuple):
    """The commit on top, the subjects of those that were made again, and of those of which nothing is left to do."""

    neu: str
    betreffe: tuple[str, ...]
    entfallen: tuple[str, ...]


def put_on_top(auftrag: Auftrag) -> Aufgesetzt:
    """Make the own commits again. Raises NetzintFehler for what only a person can decide.

    Where a single commit does not fit, but all own ones together do (one took the other back), the last of them that
    touches the file brings it to what all together make of it.
    """
    im_ganzen: dict[str, Glied | None] = {}
    while True:
        lauf = _Lauf(auftrag, im_ganzen)
        result = lauf.run()
        if not lauf.offen:
            return result
        im_ganzen |= lauf.merge_im_ganzen()


class _Lauf:
    """One try. ``offen``: what was left open, by path."""

    def __init__(self, auftrag: Auftrag, im_ganzen: dict[str, Glied | None]) -> None:
        self._auftrag = auftrag
        self._im_ganzen = im_ganzen
        self._inhalte = Inhalte(auftrag.wurzel, auftrag.objektformat)
        self._zuletzt = {self._rename(w.pfad): e.commit for e in auftrag.eigene for w in e.wechsel}
        self.offen: dict[str, tuple[str, ...]] = {}

    def run(self) -> Aufgesetzt:
        """Commit after commit."""
        top, made, dropped = self._auftrag.fremde, [], []
        for eigener in self._auftrag.eigene:
            betreff, neu = self._put(eigener, top)
            if neu:
                made.append(betreff)
                top = neu
            else:
                dropped.append(betreff)
        return Aufgesetzt(top, tuple(made), tuple(dropped))

    def _put(self, eigener: Eigener, top: str) -> tuple[str, str]:
        """The subject, and the new commit; "" if the others have all of it."""
        auftrag = self._auftrag
        places = {place for w in eigener.wechsel if (place := art_of_pfad(w.pfad))}
        message = auftrag.um.rename_nachricht(eigener.nachricht, {kennung for _, kennung in places})
        betreff = message.split("\n", 1)[0]
        ordner = read_ordner(auftrag.wurzel, top, [self._rename(w.pfad) for w in eigener.wechsel])
        changes = self._merge_alle(eigener, ordner)
        if not changes and eigener.wechsel:
            return betreff, ""
        baum, trees = build_baum(ordner, changes, auftrag.objektformat)
        write_objekte(auftrag.wurzel, [*self._inhalte.take_neue(), *trees], auftrag.objektformat)
        urheber = _build_urheber(eigener)
        return betreff, write_commit(auftrag.wurzel, top, baum, message, urheber, sign=auftrag.sign)

    def _merge_alle(self, eigener: Eigener, ordner: dict[str, Ordner]) -> dict[str, Glied | None]:
        changes: dict[str, Glied | None] = {}
        for wechsel in eigener.wechsel:
            pfad = self._rename(wechsel.pfad)
            ihr = _find(ordner, pfad)
            if pfad in self._im_ganzen:
                neu = self._im_ganzen[pfad] if self._zuletzt[pfad] == eigener.commit else ihr
            else:
                basis, unser = self._anew(wechsel.alt, wechsel.pfad), self._anew(wechsel.neu, wechsel.pfad)
                neu, offen = self._merge((basis, unser, ihr), pfad)
                if offen:
                    self.offen.setdefault(pfad, offen)
            if neu != ihr:
                changes[pfad] = neu
        return changes

    def merge_im_ganzen(self) -> dict[str, Glied | None]:
        """What was left open, merged as if all own commits were one. Raises NetzintFehler if that does not help."""
        found: dict[str, Glied | None] = {}
        offen: list[str] = []
        basis, eigene = self._auftrag.eigene[0].davor, self._auftrag.eigene[-1].commit
        wechsel = {self._rename(w.pfad): w for w in list_wechsel(self._auftrag.wurzel, basis, eigene)}
        ordner = read_ordner(self._auftrag.wurzel, self._auftrag.fremde, self.offen)
        for pfad in self.offen:
            ihr, netto = _find(ordner, pfad), wechsel.get(pfad)
            if netto is None:
                found[pfad] = ihr
                continue
            basis_und_unser = self._anew(netto.alt, netto.pfad), self._anew(netto.neu, netto.pfad)
            found[pfad], left = self._merge((*basis_und_unser, ihr), pfad)
            offen += left
        if offen or self.offen.keys() <= self._im_ganzen.keys():
            raise self._refuse(offen)
        write_objekte(self._auftrag.wurzel, self._inhalte.take_neue(), self._auftrag.objektformat)
        return found

    def _refuse(self, offen: list[str]) -> NetzintFehler:
        auftrag = self._auftrag
        more = [f"… und {len(offen) - GENANNT} weitere"] if len(offen) > GENANNT else []
        lines = ["Sie und die anderen haben dieselbe Stelle verschieden geändert:", *offen[:GENANNT], *more]
        wege = tell_auswege(auftrag.eigene, self.offen, auftrag.um, auftrag.gegenstelle)
        return NetzintFehler("\n".join(lines), f"Es wurde nichts geändert. {wege}")

    def _rename(self, pfad: str) -> str:
        return rename_pfad(pfad, self._auftrag.um)

    def _anew(self, glied: Glied | None, pfad: str) -> Glied | None:
        """An own file with the new numbers. ``pfad``: as it was."""
        if glied is None or not self._auftrag.um or glied.modus not in _GEWOEHNLICH or not art_of_pfad(pfad):
            return glied
        before = self._inhalte.read(glied) or b""
        after = rename_datei(before, pfad, self._auftrag.um)
        return glied if after == before else Glied(glied.modus, self._inhalte.add(after))

    def _merge(self, dreier: Dreier, pfad: str) -> tuple[Glied | None, tuple[str, ...]]:
        """The file of both sides, and what is left open; then it stays as the others have it."""
        basis, unser, ihr = dreier
        if basis == ihr or unser == ihr:
            return unser, ()
        if basis == unser:
            return ihr, ()
        if any(glied and glied.modus not in _GEWOEHNLICH for glied in dreier):
            return ihr, (f"{pfad}: auf einer Seite keine gewöhnliche Datei",)
        self._inhalte.load(dreier)
        read = self._inhalte.read
        inhalt, offen = merge_datei(read(basis), read(unser), read(ihr), pfad)
        if offen or unser is None or ihr is None:
            return ihr, offen
        modus = unser.modus if basis and basis.modus == ihr.modus else ihr.modus
        return Glied(modus, self._inhalte.add(inhalt)), ()


def _find(ordner: dict[str, Ordner], pfad: str) -> Glied | None:
    """What stands at a path; a file on the way to it stands in the way of all below it."""
    for whole in [*list_parents(pfad)[1:], pfad]:
        folder, _, name = whole.rpartition("/")
        glied = ordner.get(folder, {}).get(name)
        if whole == pfad or (glied and glied.modus != ORDNER_MODUS):
            return glied
    return None


def _build_urheber(eigener: Eigener) -> dict[str, str]:
    """Who wrote it and when stays; it is made again now."""
    found = {"GIT_AUTHOR_DATE": eigener.autor.wann}
    for who, person in (("AUTHOR", eigener.autor), ("COMMITTER", eigener.bearbeiter)):
        found |= {f"GIT_{who}_NAME": person.name, f"GIT_{who}_EMAIL": person.mail}
    return found
