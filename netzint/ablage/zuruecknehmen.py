"""Taking a Vorgang back: its opposite is made of what it did, judged like any other, and becomes a commit, too."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.bearbeiten.feld import set_feld
from netzint.ablage.formatieren.form import feldordnung
from netzint.ablage.gitaufruf import execute
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.lesen.teile import NETZWERK
from netzint.ablage.spaeteres import find_blocking, list_later, read_spaeteres
from netzint.ablage.transaktion import (
    VORGANG_ID,
    Ausgefuehrt,
    Entwurf,
    carry_out,
    findings,
    make_entwurf,
    refuse_new_fehler,
    require_head,
)
from netzint.modell.arten import art_of_pfad
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.kennung import is_kennung
from netzint.vorgaenge import zuruecknehmen as entscheiden
from netzint.vorgaenge.zuruecknehmen import Beruht, Damals, Umkehr

PFADE = ("daten/", "vorlagen/")
Zurueck = tuple[lesen.Gelesenes, dict[str, bytes | None]]
"""All as it will be, and the files that change."""
_ID = re.compile(r"v-[0-9a-f]{12}")
_FEHLT = "0" * 7
"""How git begins the id of a file that is not there."""


def take_back(wurzel: Path, vorgang: str, grund: str, *, stichtag: date, probe: bool) -> Ausgefuehrt | None:
    """Make the opposite change of a Vorgang, named by its id or its commit; None if nothing of it is left.

    Raises NetzintFehler if there is no such Vorgang, if later ones changed the same places, or if the data would
    have Fehler without it: then something rests on it.
    """

    require_head(wurzel)

    def entwurf(head: str) -> Entwurf | None:
        damals = find_vorgang(wurzel, head, vorgang)
        before = lesen.read_bestand(wurzel, stand=head)
        refuse_newer_format(before)
        entscheiden.check_grund(before.bestand, grund)
        try:
            zurueck = _reverse(wurzel, damals, before, stichtag, grund)
        except Beruht as fehler:
            raise _name_spaeteres(wurzel, head, damals, fehler, stichtag, grund) from fehler
        if zurueck is None:
            return None
        after, nachher = zurueck
        aenderung = entscheiden.zuruecknehmen(before.bestand, damals, nachher, grund)
        return make_entwurf(wurzel, head, before, after, aenderung, nachher)

    return carry_out(wurzel, entwurf, probe=probe)


def _reverse(wurzel: Path, damals: Damals, before: lesen.Gelesenes, stichtag: date, grund: str) -> Zurueck | None:
    """The state without this Vorgang; None if nothing of it is left. Raises Beruht if something rests on it."""
    nachher = _turn_round(list(_read_umkehr(wurzel, damals, before)), before, stichtag, grund)
    if not nachher:
        return None
    after = before.laid_over(nachher)
    try:
        refuse_new_fehler(
            lambda: findings(before, stichtag), findings(after, stichtag), after.read, satz=entscheiden.WIDERSPRUCH
        )
    except NetzintFehler as fehler:
        lines = [line.partition(" → ")[0] for line in fehler.text.split("\n")]  # the way on is another one
        raise Beruht(entscheiden.BERUHT, "\n".join(lines)) from fehler
    return after, nachher


def _name_spaeteres(
    wurzel: Path, head: str, damals: Damals, fehler: Beruht, stichtag: date, grund: str
) -> NetzintFehler:
    """The refusal in words: what came later and has to go first, and what can be done instead."""

    def is_blocked(commit: str) -> bool:
        try:
            _reverse(wurzel, damals, lesen.read_bestand(wurzel, stand=commit), stichtag, grund)
        except Beruht:
            return True
        return False

    later = list_later(wurzel, damals.commit, head)
    spaeter = read_spaeteres(wurzel, find_blocking(later, is_blocked)) if later else None
    return entscheiden.tell_beruht(damals, fehler, spaeter)


def reverse(
    wurzel: Path, damals: Damals, before: lesen.Gelesenes, stichtag: date, grund: str = "zurückgenommen"
) -> dict[str, bytes | None]:
    """The files of a state without what a Vorgang did. Raises NetzintFehler if later ones changed the same places."""
    return _turn_round(list(_read_umkehr(wurzel, damals, before)), before, stichtag, grund)


def find_vorgang(wurzel: Path, head: str, name: str) -> Damals:
    """The Vorgang of this id, or of this commit, in the history of ``head``. Raises NetzintFehler if there is none."""
    text = name.strip().lower()
    if _ID.fullmatch(text):
        args = ("log", "-1", "--format=%H", "--extended-regexp", f"--grep=^{VORGANG_ID}: {text}$", head, "--")
        commit = gitlesen.run(wurzel, *args).decode().strip()
    else:
        named = re.fullmatch(r"[0-9a-f]{7,64}|head[~^0-9]*", text)
        commit = gitlesen.resolve_stand(wurzel, text.replace("head", "HEAD")) if named else ""
    if not commit or execute(wurzel, ("merge-base", "--is-ancestor", commit, head), None)[0]:
        entry = text if is_kennung(text) and not text.startswith("v-") else "KENNUNG"
        hinweis = f"Die Nummern der Vorgänge zeigt: netzint verlauf {entry}"
        raise NetzintFehler(f"Einen Vorgang „{name}“ gibt es hier nicht.", hinweis, Ausgang.AUFRUF)
    return _read_damals(wurzel, commit)


def _read_damals(wurzel: Path, commit: str) -> Damals:
    form = f"--format=%P%x00%s%x00%(trailers:key={VORGANG_ID},valueonly)%x00%(trailers:key=Vorgang,valueonly)"
    parts = gitlesen.run(wurzel, "log", "-1", form, commit, "--").decode("utf-8", "replace").split("\0")
    parents, betreff, vorgang_id, vorgang = (part.strip() for part in parts)
    if len(parents.split()) != 1:
        what = "Der Anfang" if not parents else "Eine Zusammenführung"
        raise NetzintFehler(f"{what} lässt sich nicht zurücknehmen.", "Einzelne Vorgänge nennen.")
    if not vorgang_id:
        text = f"Der Commit {commit[:10]} ist kein Vorgang von netzint: „{betreff}“."
        raise NetzintFehler(text, "Die Dateien von Hand ändern, dann: netzint festschreiben")
    return Damals(commit, vorgang_id.split()[-1], vorgang, betreff)


def _read_umkehr(wurzel: Path, damals: Damals, before: lesen.Gelesenes) -> Iterator[Umkehr]:
    """The files that the Vorgang changed, with their contents before and after it and now."""
    args = ("diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", damals.commit, "--", *PFADE)
    fields = gitlesen.run(wurzel, *args).split(b"\0")[:-1]
    changed = [
        (meta.decode().split(" ")[2:4], path.decode("utf-8", "surrogateescape"))
        for meta, path in zip(fields[::2], fields[1::2], strict=True)
    ]
    oids = [oid for pair, _ in changed for oid in pair if not oid.startswith(_FEHLT)]
    blobs = gitlesen.read_blobs(wurzel, oids) if oids else {}
    for (old, new), pfad in changed:
        yield Umkehr(pfad, blobs.get(old), blobs.get(new), before.read(pfad))


def _turn_round(umkehr: list[Umkehr], before: lesen.Gelesenes, stichtag: date, grund: str) -> dict[str, bytes | None]:
    nachher: dict[str, bytes | None] = {}
    doubtful: list[str] = []
    for datei in umkehr:
        found = art_of_pfad(datei.pfad)
        if found and entscheiden.is_neu(datei) and entscheiden.keeps_number(*found):
            nachher.update(_give_up(datei, found[1], before, stichtag, grund))
        elif datei.jetzt == datei.nachher:
            nachher[datei.pfad] = datei.vorher
        elif datei.jetzt != datei.vorher:
            merged = _merge(datei)
            if merged is None:
                doubtful.append(datei.pfad)
            elif merged != datei.jetzt:
                nachher[datei.pfad] = merged
    if doubtful:
        raise Beruht(entscheiden.NOCH_EINMAL, "\n".join(doubtful))
    given_up = [kennung for datei in umkehr if (kennung := entscheiden.gives_up(datei)) is not None]
    return nachher | (_note_given_up(given_up, nachher, before) if given_up else {})


def _note_given_up(
    kennungen: list[str], nachher: dict[str, bytes | None], before: lesen.Gelesenes
) -> dict[str, bytes | None]:
    """What the network's own file says of Kennungen that are not given again."""
    netzwerk = before.bestand.netzwerk
    data = nachher.get(NETZWERK) or before.read(NETZWERK)
    if netzwerk is None or data is None:
        return {}
    for nr, kennung in enumerate(kennungen, len(netzwerk.nicht_mehr_vergeben)):
        data = set_feld(data, ("nicht_mehr_vergeben", nr), kennung, ordnung=feldordnung(type(netzwerk)))
    return {NETZWERK: data}


def _give_up(
    datei: Umkehr, kennung: str, before: lesen.Gelesenes, stichtag: date, grund: str
) -> dict[str, bytes | None]:
    """A numbered entry stays, marked as given up, unless somebody has worked on it since."""
    entry = before.bestand.eintraege.get(kennung)
    if datei.jetzt is None or entry is None or getattr(entry, "entfallen", None) is not None:
        return {}
    if before.laid_over({datei.pfad: datei.nachher}).bestand.eintraege.get(kennung) != entry:
        raise Beruht(entscheiden.BERUHT, datei.pfad)
    wert = {"am": stichtag, "grund": f"{grund.strip()}\n"}
    return {datei.pfad: set_feld(datei.jetzt, ("entfallen",), wert, ordnung=feldordnung(type(entry)))}


def _merge(datei: Umkehr) -> bytes | None:
    """What is there now without what the Vorgang changed, line by line; None where both touched the same lines."""
    if datei.vorher is None or datei.nachher is None or datei.jetzt is None:
        return None
    with tempfile.TemporaryDirectory(prefix="netzint-") as folder:
        names = ("jetzt", "nachher", "vorher")
        for name, data in zip(names, (datei.jetzt, datei.nachher, datei.vorher), strict=True):
            (Path(folder) / name).write_bytes(data)
        code, output = execute(Path(folder), ("merge-file", "-p", "-q", *names), None)
    return output if code == 0 else None
