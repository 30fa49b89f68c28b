"""One round, decided: from two states to the commit that the branch is to stand at, and what is to be told of it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.abgleich.aufsetzen import Auftrag, put_on_top
from netzint.ablage.abgleich.doppelt import Staende, find_umnummerung
from netzint.ablage.abgleich.eigene import list_eigene, refuse_verschickte, refuse_zurueckgesetzt
from netzint.ablage.abgleich.ergebnis import Abgeglichen
from netzint.ablage.abgleich.gegenstelle import Gegenstelle
from netzint.ablage.abgleich.unterlagen import find_unterlagen
from netzint.ablage.abgleich.urteil import Sache, Vorlagenpruefung, judge_zusammen, refuse_ueberholte, tell_fehler
from netzint.ablage.lesen.bestand import Gelesenes, read_bestand
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.schreibweg.ablauf import is_signed
from netzint.ablage.schreibweg.repository import Repository, read_einstellungen
from netzint.ablage.schreibweg.versetzen import Versatz
from netzint.berichte.bestandsvergleich import list_paare, tell_paare
from netzint.berichte.vergleichssatz import name_eintrag
from netzint.modell.bestand import Bestand


class Frage(NamedTuple):
    """``eigene`` and ``fremde``: the commits of both sides; ``fremde`` is "" while the server has no such branch."""

    repository: Repository
    eigene: str
    fremde: str
    gegenstelle: Gegenstelle
    stichtag: date
    check_vorlagen: Vorlagenpruefung

    @property
    def wurzel(self) -> Path:
        """The folder with the data."""
        return self.repository.wurzel

    def read(self, commit: str) -> Gelesenes:
        """A state. Raises NetzintFehler if its data are newer than this netzint."""
        gelesen = read_bestand(self.wurzel, stand=commit)
        refuse_newer_format(gelesen)
        return gelesen


class Runde(NamedTuple):
    """``ziel``: where the branch is to stand. ``senden``: the server does not have that."""

    ziel: str
    senden: bool
    bericht: Abgeglichen
    versatz: Versatz | None = None
    neu_aufgesetzt: bool = False


def decide(frage: Frage) -> Runde:
    """What is to be done. Raises NetzintFehler on any doubt. Writes nothing but objects that nobody points to."""
    ahead, behind = _count(frage)
    if ahead and frage.fremde:
        refuse_zurueckgesetzt(frage.wurzel, frage.gegenstelle.verfolgt, frage.eigene, frage.fremde)
    if not behind:
        return _send_only(frage, ahead)
    return _put_on_top(frage, behind) if ahead else _take_over(frage, behind)


def _count(frage: Frage) -> tuple[int, int]:
    """How many commits only the own side has, and how many only the others have."""
    if not frage.fremde:
        return 1, 0
    args = ("rev-list", "--left-right", "--count", f"{frage.eigene}...{frage.fremde}", "--")
    ahead, behind = map(int, gitlesen.run(frage.wurzel, *args).split())
    return ahead, behind


def _send_only(frage: Frage, ahead: int) -> Runde:
    bericht = Abgeglichen(frage.gegenstelle.name)
    if not ahead:
        return Runde(frage.eigene, senden=False, bericht=bericht)
    betreffe = _list_betreffe(frage)
    hints: tuple[str, ...] = ()
    if frage.fremde:
        davor, danach = frage.read(frage.fremde), frage.read(frage.eigene)
        hints = tell_fehler(davor, danach, frage.stichtag, "Ihre Vorgänge bringen")
    return Runde(frage.eigene, senden=True, bericht=bericht._replace(eigene=betreffe, hinweise=hints))


def _list_betreffe(frage: Frage) -> tuple[str, ...]:
    """The subjects of the own commits, the oldest first."""
    limits = [f"^{frage.fremde}"] if frage.fremde else []
    args = ("log", "--reverse", "--topo-order", "-z", "--format=%s", frage.eigene, *limits, "--")
    return tuple(gitlesen.run(frage.wurzel, *args).decode("utf-8", "replace").split("\0")[:-1])


def _take_over(frage: Frage, behind: int) -> Runde:
    davor, danach = frage.read(frage.eigene), frage.read(frage.fremde)
    bericht = Abgeglichen(
        frage.gegenstelle.name,
        zahl_fremde=behind,
        fremdes=_tell_fremdes(davor.bestand, danach.bestand),
        von_bis=(frage.eigene, frage.fremde),
        hinweise=tell_fehler(davor, danach, frage.stichtag, "Der Stand auf dem Server bringt"),
    )
    return Runde(frage.fremde, senden=False, bericht=bericht, versatz=_make_versatz(frage, danach, frage.fremde))


def _put_on_top(frage: Frage, behind: int) -> Runde:
    eigene = list_eigene(frage.wurzel, frage.eigene, frage.fremde)
    refuse_verschickte(frage.wurzel, eigene)
    commits = (eigene[0].davor, frage.eigene, frage.fremde)
    staende = Staende(*map(frage.read, commits))
    um = find_umnummerung(frage.wurzel, staende, commits)
    sign = is_signed(read_einstellungen(frage.wurzel))
    name = frage.gegenstelle.name
    fertig = put_on_top(Auftrag(frage.wurzel, frage.repository.objektformat, eigene, frage.fremde, um, sign, name))
    zusammen = frage.read(fertig.neu)
    sache = Sache(frage.wurzel, eigene, name, um, frage.stichtag, frage.check_vorlagen)
    refuse_ueberholte(staende, zusammen, sache)
    warnungen = judge_zusammen(staende, zusammen, sache)
    unterlagen = find_unterlagen(frage.wurzel, um, zusammen.bestand)
    bericht = Abgeglichen(
        frage.gegenstelle.name,
        zahl_fremde=behind,
        fremdes=_tell_fremdes(staende.basis.bestand, staende.fremde.bestand),
        von_bis=(commits[0], frage.fremde),
        eigene=fertig.betreffe,
        aufgesetzt=True,
        entfallen=fertig.entfallen,
        von_hand=tuple(e.betreff for e in eigene if not e.vorgang_id),
        umnummern=um.tell(),
        unterlagen=unterlagen.pfade,
        neu_erzeugen=unterlagen.kennungen,
        hinweise=warnungen,
    )
    versatz = _make_versatz(frage, zusammen, fertig.neu)
    return Runde(fertig.neu, fertig.neu != frage.fremde, bericht, versatz, neu_aufgesetzt=True)


def _tell_fremdes(davor: Bestand, danach: Bestand) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is different, by what it is about."""
    saetze = tell_paare(davor, danach, list_paare(davor, danach), inhalt=False)
    return tuple((name, tuple(satz.text for satz in some)) for name, some in groupby(saetze, key=name_eintrag))


def _make_versatz(frage: Frage, danach: Gelesenes, ziel: str) -> Versatz:
    netzwerk = danach.bestand.netzwerk
    office = netzwerk.geschaeftsstelle if netzwerk else None
    urheber = {"GIT_COMMITTER_NAME": office.name, "GIT_COMMITTER_EMAIL": office.e_mail} if office else {}
    return Versatz(frage.eigene, ziel, f"Abgleich mit {frage.gegenstelle.name}", urheber)
