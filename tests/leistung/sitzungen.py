"""The Sitzungen of the Strategiegruppe, votes in writing, and what was laid before both."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.leistung.gruppen import Gruppe, abschluss, einsetzung
from tests.leistung.personen import SITZE, Platz
from tests.leistung.texte import block, tage
from tests.leistung.wege import Einreichung, write_empfehlungen
from tests.leistung.welt import JE_SITZUNG, Welt


class Tagung(NamedTuple):
    """Who was there: those with a vote, and the lines of the attendance list."""

    stimmen: tuple[str, ...]
    ordentliche: tuple[str, ...]
    anwesend: str
    entschuldigt: tuple[str, ...]


class Tafel:
    """What each Sitzung has to decide, filled while the Empfehlungen are laid out."""

    def __init__(self, welt: Welt, plaetze: list[Platz]) -> None:
        self.welt = welt
        self.plaetze = plaetze
        self.tagungen = [_gather(welt, plaetze, termin.tag) for termin in welt.termine]
        self.tops: list[list[str]] = [[] for _ in welt.termine]
        self._antraege = [0] * len(welt.termine)

    def decide_gruppen(self, gruppen: list[Gruppe]) -> None:
        """Each AG is set up and closed by a Beschluss."""
        for gruppe in gruppen:
            antrag = f"{{art: ag_einsetzen, ag: {gruppe.kennung}}}"
            self._add(gruppe.eingesetzt, einsetzung(gruppe), f"Einsetzung der {gruppe.name}", antrag)
        for gruppe in gruppen:
            if gruppe.abgeschlossen is not None:
                antrag = f"{{art: ag_abschliessen, ag: {gruppe.kennung}}}"
                self._add(gruppe.abgeschlossen, abschluss(gruppe), f"Abschluss der {gruppe.name}", antrag)

    def decide(self, einreichung: Einreichung) -> None:
        """Vote on what was handed in, in the Sitzung or, if that has enough to do, in writing; write the files."""
        beschlossen = self._vote(einreichung)
        write_empfehlungen(self.welt, einreichung, beschlossen)

    def _vote(self, einreichung: Einreichung) -> date | None:
        welt, i, ergebnis = self.welt, einreichung.sitzung, einreichung.ergebnis
        if not ergebnis:
            if einreichung.eingereicht:
                self._vorlage(einreichung, einreichung.eingereicht, 1)
            return None
        fassung = 2 if ergebnis == "geaendert_angenommen" else 1
        vorlage = self._vorlage(einreichung, tage(welt.termine[i].tag, -25), 1)
        simple = ergebnis == "angenommen" and i != einreichung.gruppe.abgeschlossen
        if self._antraege[i] >= JE_SITZUNG and simple:
            return self._vote_in_writing(einreichung, vorlage)
        self._antraege[i] += 1
        self._add_einreichung(i, einreichung, vorlage, fassung, ergebnis)
        if ergebnis in {"vertagt", "zurueckverwiesen"}:
            fassung = 2 if ergebnis == "zurueckverwiesen" else 1
            again = f"{welt.termine[i].kennung}/{einreichung.empfehlungen[0].kennung}"
            if fassung == 2:
                vorlage = self._vorlage(einreichung, tage(welt.termine[i + 1].tag, -25), 2)
            self._add_einreichung(i + 1, einreichung, vorlage, fassung, "angenommen", again)
            return welt.termine[i + 1].tag
        return None if ergebnis == "abgelehnt" else welt.termine[i].tag

    def _vorlage(self, einreichung: Einreichung, vom: date, fassung: int) -> str:
        welt = self.welt
        kennung = welt.nummer("bv", vom.year, 3)
        text = f"betreff: {einreichung.empfehlungen[0].titel}\nvom: {vom}\nantrag: {_antrag(einreichung, fassung)}\n"
        text += f"federfuehrung: {einreichung.gruppe.kennung}\nberichterstattung: {einreichung.gruppe.kennung}-01\n"
        text += f"sachverhalt: {block(welt.zufall, 4)}begruendung: {block(welt.zufall, 2)}"
        welt.write("beschlussvorlagen", kennung, f"{text}finanzielle_auswirkungen: {block(welt.zufall, 1)}")
        return kennung

    def _add_einreichung(
        self, i: int, einreichung: Einreichung, vorlage: str, fassung: int, ergebnis: str, again: str = ""
    ) -> None:
        seals = "".join(f"\n          - {e.fassungen[fassung - 1].siegel()}" for e in einreichung.empfehlungen)
        extra = f"    vorlage: {vorlage}\n" + (f"    wiederaufnahme: {again}\n" if again else "")
        kennung, titel = einreichung.empfehlungen[0].kennung, einreichung.empfehlungen[0].titel
        antrag = _antrag(einreichung, fassung)
        self._add(i, kennung, titel, antrag, ergebnis=ergebnis, extra=extra, siegel=f"\n        siegel:{seals}")

    def _add(
        self, i: int, kennung: str, titel: str, antrag: str, *, ergebnis: str = "angenommen", extra: str = "",
        siegel: str = "",
    ) -> None:  # fmt: skip
        n = len(self.tagungen[i].stimmen)
        enthaltung = len(self.tops[i]) % 3
        ja, nein = (1, n - 1 - enthaltung) if ergebnis == "abgelehnt" else (n - enthaltung, 0)
        text = f"    titel: {titel}\n{extra}    beschluesse:\n      - kennung: {kennung}\n        antrag: {antrag}"
        text += f"{siegel}\n        ja: {ja}\n        nein: {nein}\n        enthaltung: {enthaltung}\n"
        self.tops[i].append(f'  - kennung: {kennung}\n    nummer: "%d"\n{text}        ergebnis: {ergebnis}\n')

    def _vote_in_writing(self, einreichung: Einreichung, vorlage: str) -> date:
        welt, i = self.welt, einreichung.sitzung
        versandt = tage(welt.termine[i].tag, 20)
        frist, am = tage(versandt, 16), tage(versandt, 17)
        members = tuple(p.mitglied for p in self.plaetze if p.rolle == "ordentlich" and p.gilt_am(versandt))
        text = f"titel: {einreichung.empfehlungen[0].titel}\nversandt: {versandt}\nfrist: {frist}\nvorlage: {vorlage}\n"
        text += f"beschluss: {einreichung.empfehlungen[0].kennung}\nantrag: {_antrag(einreichung, 1)}\nsiegel:\n"
        text += "".join(f"  - {e.fassungen[0].siegel()}\n" for e in einreichung.empfehlungen)
        text += "verteiler:\n" + "".join(f"  - {m}\n" for m in members) + "stimmen:\n"
        for nr, member in enumerate(members[:10]):
            text += f"  - {{mitglied: {member}, am: {tage(versandt, 1 + nr)}, stimme: ja}}\n"
        kennung = welt.nummer("um", versandt.year)
        welt.write("umlaeufe", kennung, f"{text}abschluss: {{am: {am}, ergebnis: angenommen}}\n")
        return am

    def write(self) -> None:
        """The files of all Sitzungen, each approving the minutes of the one before."""
        termine = self.welt.termine
        for i, termin in enumerate(termine):
            nachher = termine[i + 1].kennung if i + 1 < len(termine) else ""
            self.welt.write("sitzungen", termin.kennung, self._sitzung(i, nachher))

    def _sitzung(self, i: int, nachher: str) -> str:
        tag, tagung = self.welt.termine[i].tag, self.tagungen[i]
        text = f'gremium: strategiegruppe\ndatum: {tag}\nbeginn: "10:00"\nende: "13:00"\n'
        text += "ort: Stuttgart, Haus der Beispiele\nform: hybrid\neinladung:\n"
        text += f"  versandt: {tage(tag, -21)}\n  verteiler:\n" + "".join(f"    - {m}\n" for m in tagung.ordentliche)
        text += f"leitung: {tagung.stimmen[0]}\ntagesordnung:\n{self._tops(i)}anwesend:\n{tagung.anwesend}"
        text += f"entschuldigt: [{', '.join(tagung.entschuldigt)}]\n" if tagung.entschuldigt else ""
        approved = f", genehmigt: {nachher}/niederschrift" if nachher else ""
        return f"{text}niederschrift: {{fuehrung: gs-1, vom: {tage(tag, 9)}{approved}}}\n"

    def _tops(self, i: int) -> str:
        fest = [
            '  - kennung: begruessung\n    nummer: "%d"\n    titel: Begrüßung, Feststellung der Ladung\n',
            '  - kennung: tagesordnung\n    nummer: "%d"\n    titel: Genehmigung der Tagesordnung\n',
        ]
        tops = self.tops[i]
        if i:
            self._add(
                i, "niederschrift", "Genehmigung der letzten Niederschrift",
                f"{{art: niederschrift, sitzung: {self.welt.termine[i - 1].kennung}}}",
            )  # fmt: skip
            fest.append(tops.pop())
        ende = '  - kennung: verschiedenes\n    nummer: "%d"\n    titel: Verschiedenes, nächste Termine\n'
        ende += f"    verlauf: {block(self.welt.zufall, 2, 6)}"
        return "".join(top % nr for nr, top in enumerate([*fest, *tops, ende], 1))


def _antrag(einreichung: Einreichung, fassung: int) -> str:
    names = ", ".join(e.kennung for e in einreichung.empfehlungen)
    return f"{{art: empfehlung, empfehlungen: [{names}], fassung: {fassung}}}"


def _gather(welt: Welt, plaetze: list[Platz], tag: date) -> Tagung:
    """Who came: the chair always, of the others most; some are represented."""
    holders = {p.sitz: p.mitglied for p in plaetze if p.rolle == "ordentlich" and p.gilt_am(tag)}
    deputies = {p.sitz: p.mitglied for p in plaetze if p.rolle == "stellvertretend"}
    stimmen, lines, missing = [], "", []
    for nr, sitz in enumerate(SITZE):
        holder = holders[sitz]
        if nr == 0 or welt.zufall.random() < 0.8:
            stimmen.append(holder)
            lines += f"  - {holder}\n"
            continue
        missing.append(holder)
        if sitz in deputies:
            stimmen.append(deputies[sitz])
            lines += f"  - {{mitglied: {deputies[sitz]}, fuer: {holder}}}\n"
    return Tagung(tuple(stimmen), tuple(holders.values()), lines, tuple(missing))
