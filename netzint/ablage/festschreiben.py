"""Files edited by hand become one commit: read from the work tree, judged like any other Vorgang."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from netzint.ablage.binaer import is_binaer
from netzint.ablage.gegen.hand import judge_hand
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.schreibweg.fremdes import read_status, to_paths
from netzint.ablage.transaktion import Ausgefuehrt, Entwurf, carry_out, findings, make_entwurf, refuse_new_fehler
from netzint.modell.befund import Befund, Schwere, excuse_repair
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache
from netzint.vorgaenge.festschreiben import festschreiben

Vorlagenpruefung = Callable[[Mapping[str, bytes]], tuple[Befund, ...]]
PFADE = ("daten/", "vorlagen/")


SATZ = "So lässt es sich nicht festschreiben:"


def record(wurzel: Path, stichtag: date, check_vorlagen: Vorlagenpruefung, *, probe: bool) -> Ausgefuehrt | None:
    """Check and commit what differs from HEAD in ``daten/`` and ``vorlagen/``; None if nothing does.

    Refused (NetzintFehler) for Fehler that the edits add; the files stay as they are.
    """

    def entwurf(head: str) -> Entwurf | None:
        changed = list_changed(wurzel)
        nachher = read_changed(wurzel, changed)
        if not nachher:
            return None
        before = lesen.read_bestand(wurzel, stand=head)
        after = before.laid_over(nachher)
        refuse_newer_format(after)
        check = check_vorlagen if any(pfad.startswith("vorlagen/") for pfad in nachher) else _nothing

        def judge(state: lesen.Gelesenes) -> tuple[Befund, ...]:
            return findings(state, stichtag) + check(state.vorlagen())

        judge_before = cache(partial(judge, before))
        found, wandel = judge(after), judge_hand(wurzel, before, after, nachher, stichtag)
        if any(befund.schwere is Schwere.FEHLER for befund in wandel):
            found += excuse_repair(wandel, judge_before(), found)
        refuse_new_fehler(judge_before, found, after.read, satz=SATZ)
        return make_entwurf(wurzel, head, before, after, festschreiben(nachher), nachher)._replace(fremd=changed)

    return carry_out(wurzel, entwurf, probe=probe)


def _nothing(_vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
    return ()


def list_changed(wurzel: Path) -> tuple[str, ...]:
    """What differs from HEAD; sorted.

    Raises NetzintFehler for files that are staged in another wording than they lie there: which one is meant?
    """
    records = read_status(wurzel, PFADE)
    untracked = {record[3:] for record in records if record.startswith("??")}
    doubtful = [r[3:] for r in records if r[0] not in " ?" and (r[1] != " " or (r[0] == "D" and r[3:] in untracked))]
    if doubtful:
        names = ", ".join(f"„{pfad}“" for pfad in doubtful)
        text = f"In Git ist eine andere Fassung vorgemerkt, als im Ordner liegt: {names}."
        hinweis = f"Die im Ordner nehmen: git add {doubtful[0]} – oder die Vormerkung aufheben: git restore --staged …"
        raise NetzintFehler(text, hinweis)
    return to_paths(records)


def read_changed(wurzel: Path, pfade: Collection[str]) -> dict[str, bytes | None]:
    """The bytes of these files as they stand in the work tree, of text with LF; None for one that was deleted."""
    found: dict[str, bytes | None] = {}
    for pfad in pfade:
        target = wurzel / pfad
        if target.is_symlink() or (target.exists() and not target.is_file()):
            text = f"„{pfad}“ ist keine gewöhnliche Datei."
            raise NetzintFehler(text, "Verknüpfungen und Geräte gehören nicht in die Daten: entfernen.")
        try:
            found[pfad] = _read(target) if target.exists() else None
        except OSError as error:
            text = f"„{pfad}“ lässt sich nicht lesen ({ursache(error)})."
            raise NetzintFehler(text, "Rechte der Datei prüfen.", Ausgang.UMGEBUNG) from error
    return found


def _read(target: Path) -> bytes:
    data = target.read_bytes()
    return data if is_binaer(data) else data.replace(b"\r\n", b"\n")
