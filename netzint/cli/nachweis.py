"""Looking for the state that a finished document comes from: here, at its Vorgang, then backwards in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.berichte import dokumentpruefung as ergebnisse
from netzint.berichte.dokumentpruefung import Nachweis, describe_unterschied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from netzint.ablage.lesen.bestand import Gelesenes
    from netzint.cli.lesen import Frage
    from netzint.dokumente.auftrag import Auftrag
    from netzint.dokumente.ausweis import Ausweis
    from netzint.dokumente.kontext_jahr import Grenzen
    from netzint.dokumente.nachweis import Treffer
    from netzint.dokumente.pipeline import Vorlagen

NAHE, WEIT = 60, 120
"""So many earlier states are looked at that touched the document's own entries and templates, and of all others."""


class Datei(NamedTuple):
    """The file that is asked about."""

    name: str
    data: bytes
    ausweis: Ausweis


class Fund(NamedTuple):
    """The document in a state that comes closest. ``commit`` is empty for the work tree."""

    treffer: Treffer
    gelesen: Gelesenes
    pfade: tuple[str, ...]
    vorgang_gilt: bool


class Suche:
    """One search; it ends as soon as a state has all that the file names."""

    def __init__(self, wurzel: Path, frage: Frage, datei: Datei) -> None:
        from netzint.ablage import gitlesen
        from netzint.ablage.gitordner import find_git_ordner

        self.wurzel, self.frage, self.datei = wurzel, frage, datei
        begun = frage.gelesen.stand_oid or (gitlesen.head(wurzel) if find_git_ordner(wurzel) else "")
        self.head = begun
        self.staende = 0
        self.fund: Fund | None = None

    def run(self) -> Fund | None:
        """The best that there is; None if no state knows such a document."""
        seen = set()
        for commit in self._list_staende():
            if commit in seen:
                continue
            seen.add(commit)
            self._look(commit)
            if self.fund and self.fund.treffer.gleich and self.fund.vorgang_gilt:
                break
        return self.fund

    def _list_staende(self) -> Iterator[str | None]:
        """None is where the question is asked; then commits."""
        from netzint.ablage import herkunft
        from netzint.ablage.fortschritt import count_along
        from netzint.dokumente.bezug import list_fruehere

        yield None
        own = herkunft.find_commit(self.wurzel, self.head, self.datei.ausweis.get("vorgang"))
        if own:
            yield own
        if not self.head or (self.fund and self.fund.treffer.gleich and not own):
            return  # there is no history; or all is found but a Vorgang that nobody knows
        near = self.fund.pfade if self.fund else list_fruehere(self.datei.ausweis.get("kennung"))
        for pfade, most in ((near, NAHE), (("daten/", "vorlagen/"), WEIT)) if near else ():
            commits = herkunft.list_staende(self.wurzel, self.head, pfade, most)
            yield from count_along("Frühere Stände durchsucht", commits, len(commits), 1)
            if self.fund is None or self.fund.treffer.gleich:
                return

    def _look(self, commit: str | None) -> None:
        from netzint.ablage.lesen.bestand import read_bestand
        from netzint.dokumente.bezug import list_pfade
        from netzint.dokumente.nachweis import find_treffer
        from netzint.dokumente.pipeline import Vorlagen

        self.staende += 1
        gelesen = self.frage.gelesen if commit is None else read_bestand(self.wurzel, stand=commit)
        vorlagen = Vorlagen.decode(gelesen.vorlagen())
        grenzen = self._read_grenzen(gelesen)
        treffer = find_treffer(gelesen.bestand, vorlagen, self.datei.ausweis, self.datei.name, grenzen)
        if treffer is None or (self.fund is not None and self.fund.treffer.gleich and not treffer.gleich):
            return
        if self.fund is None or treffer.gleich:
            pfade = list_pfade(gelesen.bestand, treffer.auftrag, vorlagen)
            gilt = treffer.gleich and self._is_vorgang(gelesen, pfade)
            if self.fund is None or gilt or not self.fund.treffer.gleich:
                self.fund = Fund(treffer, gelesen, pfade, gilt)

    def _read_grenzen(self, gelesen: Gelesenes) -> Grenzen:
        """Of a Jahresbericht what it compares."""
        from netzint.cli.jahresgrenzen import read_grenzen
        from netzint.dokumente.jahr import BERICHT, OHNE_VERGLEICH

        ausweis = self.datei.ausweis
        kennung, tage = ausweis.get("kennung"), ausweis.tage
        if ausweis.get("art") != BERICHT or not kennung.isdecimal() or len(kennung) != 4 or not tage:
            return OHNE_VERGLEICH
        frage = self.frage._replace(bestand=gelesen.bestand, stichtag=tage[0], gelesen=gelesen)
        return read_grenzen(self.wurzel, frage, int(kennung))

    def _is_vorgang(self, gelesen: Gelesenes, pfade: Sequence[str]) -> bool:
        """Whether the Vorgang that the file names belongs to this state: it made it, or changed it last."""
        from netzint.ablage import herkunft

        named = self.datei.ausweis.get("vorgang")
        if not named:
            return True
        commit = gelesen.stand_oid or self.head
        if gelesen.stand_oid and herkunft.find_commit(self.wurzel, self.head, named) == gelesen.stand_oid:
            return True
        return herkunft.find_letzte(self.wurzel, commit, [pfade], geaendert=False) == (named,)


def with_vorgaengen(
    wurzel: Path, gelesen: Gelesenes, auftraege: Sequence[Auftrag], vorlagen: Vorlagen
) -> tuple[Auftrag, ...]:
    """The documents, each with the Vorgang that changed last what it is made of, as far as the history tells."""
    from netzint.ablage import gitlesen
    from netzint.ablage.gitordner import find_git_ordner
    from netzint.ablage.herkunft import find_letzte
    from netzint.dokumente.bezug import list_pfade

    if not find_git_ordner(wurzel):
        return tuple(auftraege)
    commit = gelesen.stand_oid or gitlesen.head(wurzel)
    pfade = [list_pfade(gelesen.bestand, auftrag, vorlagen) for auftrag in auftraege]
    ids = find_letzte(wurzel, commit, pfade, geaendert=gelesen.stand_oid is None)
    return tuple(a._replace(vorgang=vorgang) for a, vorgang in zip(auftraege, ids, strict=True))


def judge(suche: Suche) -> Nachweis:
    """What is to be said of the file."""
    datei, fund = suche.datei, suche.fund
    ausweis = datei.ausweis
    found = Nachweis(
        datei.name, ausweis.form, ergebnisse.UNBEKANNT, vorgang=ausweis.get("vorgang"),
        pruefsumme=ausweis.get("pruefsumme"), fassung=ausweis.get("fassung"), staende=suche.staende,
        versandt=_find_versand(suche),
    )  # fmt: skip
    if fund is None:
        return found
    ergebnis, unterschied = _compare(suche, fund)
    auftrag = fund.treffer.auftrag
    found = found._replace(
        ergebnis=ergebnis, art=auftrag.art, dokument=auftrag.kennung, vom=auftrag.datum, unterschied=unterschied
    )
    if not fund.treffer.gleich:
        return found
    commit, stand = _find_stand(suche, fund)
    return found._replace(commit=commit, stand=stand)


def _find_versand(suche: Suche) -> date | None:
    """The day on which this very Einladung is noted as sent."""
    sitzung = suche.frage.bestand.sitzungen.get(suche.datei.ausweis.get("kennung"))
    fund = suche.fund.treffer.auftrag if suche.fund else None
    if sitzung is None and fund is not None:
        sitzung = suche.frage.bestand.sitzungen.get(fund.kennung)
    sent = sitzung.einladung if sitzung else None
    return sent.versandt if sent and sent.inhalt and sent.inhalt == suche.datei.ausweis.get("pruefsumme") else None


def _find_stand(suche: Suche, fund: Fund) -> tuple[str, date | None]:
    """The commit that made what the document is made of; nothing where the work tree says something else."""
    from netzint.ablage import gitlesen, herkunft
    from netzint.ablage.schreibweg.fremdes import list_foreign_changes

    if not suche.head or (fund.gelesen.stand_oid is None and list_foreign_changes(suche.wurzel, fund.pfade)):
        return "", None
    commits = herkunft.list_staende(suche.wurzel, fund.gelesen.stand_oid or suche.head, fund.pfade, 1)
    return (commits[0], gitlesen.committer_date(suche.wurzel, commits[0])) if commits else ("", None)


def _compare(suche: Suche, fund: Fund) -> tuple[str, str]:
    """The result, and what differs in words."""
    from netzint import __version__
    from netzint.dokumente.nachweis import compare, has_briefbogen, make_again

    datei = suche.datei
    treffer = fund.treffer if has_briefbogen(fund.treffer, datei.ausweis) else _with_briefbogen(suche, fund.treffer)
    again = make_again(treffer, datei.ausweis, datei.ausweis.get("vorgang"))
    if again is None:
        return ergebnisse.NIRGENDS, ""
    if treffer.gleich and again == datei.data:
        return (ergebnisse.GENAU if fund.vorgang_gilt else ergebnisse.VORGANG), ""
    unterschied = describe_unterschied(*compare(datei.name, datei.data, again, datei.ausweis))
    if datei.ausweis.get("fassung") not in ("", __version__):
        return ergebnisse.FASSUNG, unterschied
    if not treffer.gleich:
        return ergebnisse.NIRGENDS, unterschied
    if unterschied:
        return ergebnisse.GEAENDERT, unterschied
    known = has_briefbogen(treffer, datei.ausweis) or not datei.ausweis.get("briefbogen")
    return (ergebnisse.GESTALTUNG if known else ergebnisse.BRIEFBOGEN), ""


def _with_briefbogen(suche: Suche, treffer: Treffer) -> Treffer:
    """The same with the letterhead of an earlier state that the file names, if there is one."""
    from netzint.ablage.herkunft import list_fassungen
    from netzint.dokumente.briefbogen import BRIEFBOGEN
    from netzint.dokumente.nachweis import has_briefbogen, with_briefbogen

    ausweis = suche.datei.ausweis
    if suche.head:
        for data in list_fassungen(suche.wurzel, suche.head, f"vorlagen/{BRIEFBOGEN[ausweis.form]}", WEIT):
            changed = with_briefbogen(treffer, ausweis, data)
            if has_briefbogen(changed, ausweis):
                return changed
    return treffer
