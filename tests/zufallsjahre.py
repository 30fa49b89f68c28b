"""Two random years of the network's life, lived through netzint's own commands: a history to ask questions about."""

from __future__ import annotations

import subprocess
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from netzint.ablage import gitaufruf
from netzint.ablage.lesen.bestand import read_bestand
from netzint.cli import heute
from netzint.recht.fristen import stand_am
from netzint.recht.zustaende import agstand
from tests.beispiel import lay_down
from tests.buero import git
from tests.cli.runde import ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

    import pytest

ANFANG = date(2026, 11, 23)
"""The day after the last one of the shipped example."""
STUNDEN = ((0, 5), (9, 0), (14, 30), (23, 55))
"""Times of a day, in Baden-Württemberg: right after midnight another day is meant in UTC."""
AG = "ag-demokratiebildung"

Aufruf = tuple[str, ...]


class Schritt(NamedTuple):
    """One Vorgang of the history: its commit, when it was made, by which call."""

    commit: str
    am: date
    aufruf: Aufruf


class Jahre:
    """A network that lives on, one random act after the other."""

    def __init__(self, wurzel: Path, zufall: Random, patch: pytest.MonkeyPatch) -> None:
        self.wurzel, self.zufall, self.patch = wurzel, zufall, patch
        self.tag, self.nummer = ANFANG, count(1)
        self.schritte: list[Schritt] = []
        self.abgelehnt: list[tuple[Aufruf, str]] = []
        patch.setattr(heute, "today", lambda: self.tag)
        lay_down(wurzel)
        self._set_uhr(9, 0)
        git(wurzel, "init", "-q", "-b", "main")
        git(wurzel, "add", "-A")
        env = {"GIT_AUTHOR_DATE": self.uhr, "GIT_COMMITTER_DATE": self.uhr}
        command = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", "commit", "-q", "-m", "Anfang"]
        subprocess.run(command, cwd=wurzel, check=True, env=gitaufruf.clean_umgebung() | env)
        ask(wurzel, "pruefen")  # fills the cache, so that each act reads only what is new
        self.remember(("anfang",))

    def _set_uhr(self, stunde: int, minute: int) -> None:
        """What git takes for the time of the next commit."""
        moment = datetime(self.tag.year, self.tag.month, self.tag.day, stunde, minute, tzinfo=ZoneInfo("Europe/Berlin"))
        self.uhr = f"{int(moment.timestamp())} +0000"
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            self.patch.setitem(gitaufruf.FESTE_UMGEBUNG, name, self.uhr)

    def remember(self, aufruf: Aufruf) -> None:
        """Note the last commit."""
        commit = git(self.wurzel, "rev-parse", "HEAD")
        self.schritte.append(Schritt(commit, self.tag, aufruf))
        self.bestand = read_bestand(self.wurzel, stand=commit).bestand

    def do(self, *aufruf: str) -> bool:
        """One act; whether it was accepted. Whatever stops a command without a reason fails the test."""
        lauf = ask(self.wurzel, *aufruf)
        if lauf.ausgang == 0:
            self.remember(aufruf)
            return True
        assert lauf.ausgang in (2, 3), f"{aufruf}: {lauf.ausgang} {lauf.fehler}"
        assert lauf.fehler.startswith("Fehler: "), lauf.fehler
        self.abgelehnt.append((aufruf, lauf.fehler))
        return False

    def live(self, vorgaenge: int, tage: int) -> None:
        """So many Vorgänge, spread over so many days, several on some of them; and a Sitzung now and then."""
        sitzung = self.tag + timedelta(days=40)
        while len(self.schritte) <= vorgaenge:
            rest = max(0, (ANFANG + timedelta(days=tage) - self.tag).days)
            step = rest / max(1, vorgaenge - len(self.schritte))
            self.tag += timedelta(days=self.zufall.choice((0, 0, 1, round(9 * step))))
            for stunde, minute in STUNDEN[: self.zufall.randint(1, len(STUNDEN))]:
                self._set_uhr(stunde, minute)
                self.do(*self._choose())
            if self.tag >= sitzung:
                self._hold_sitzung()
                sitzung = self.tag + timedelta(days=120)

    def _choose(self) -> Aufruf:
        sources = (_bedarfe, _themen, _stellen, _personen, _ag, _empfehlungen, _empfehlungen, _seltenes)
        acts: list[Aufruf] = []
        while not acts:
            acts = list(self.zufall.choice(sources)(self))
        return self.zufall.choice(acts)

    def _hold_sitzung(self) -> None:
        """Plan, invite, meet three weeks later, vote on each Empfehlung, and forward what was accepted."""
        self._set_uhr(10, 0)
        day = self.tag + timedelta(days=21)
        if not self.do("sitzung", "neu", "--datum", str(day), "--ort", "Musterstadt", "--beginn", "10:00"):
            return
        kennung = max(s for s in self.bestand.sitzungen if s.startswith("sg-"))
        for vorlage in [top.vorlage for top in self.bestand.sitzungen[kennung].tagesordnung if top.vorlage]:
            self.do("beschlussvorlage", "aendern", vorlage, "--sachverhalt", f"Stand {next(self.nummer)}.")
        self.do("sitzung", "einladen", kennung)
        self.tag = day
        self._set_uhr(10, 0)
        self.do("sitzung", "beginnen", kennung, "--alle")
        for top in self.bestand.sitzungen[kennung].tagesordnung:
            if top.kennung.startswith("he-") or top.vorlage:
                votes = self.zufall.choice(
                    (("--einstimmig",), ("--ergebnis", "vertagt"), ("--ja", "2", "--enthaltung", "0"))
                )
                self.do("sitzung", "abstimmen", kennung, top.kennung, *votes)
        self.do("sitzung", "abschliessen", kennung, "--rest-vertagt")
        for he in self.bestand.empfehlungen:
            if any(e.angenommen and e.am == day for e in self.bestand.entscheidungen.get(he, ())):
                self.do("empfehlung", "weiterleiten", he)

    def name(self, wort: str) -> str:
        """A name that nothing has yet."""
        return f"{wort} {next(self.nummer)}"

    def frueher(self, tage: int = 20) -> str:
        """A day up to so many days ago: recorded later than it happened."""
        return str(self.tag - timedelta(days=self.zufall.randint(0, tage)))

    def bald(self, tage: int = 60) -> str:
        """A day up to so many days ahead."""
        return str(self.tag + timedelta(days=self.zufall.randint(1, tage)))


def _bedarfe(j: Jahre) -> Iterator[Aufruf]:
    von = j.zufall.choice(sorted(k for k, s in j.bestand.stellen.items() if s.bis is None))
    yield ("bedarf", "melden", "--titel", j.name("Bedarf"), "--stelle", von, "--am", j.frueher())
    for kennung, bedarf in j.bestand.bedarfe.items():
        if not bedarf.erledigt and j.zufall.random() < 0.2:
            thema = j.zufall.choice(sorted(j.bestand.themen))
            yield ("bedarf", "zuordnen", kennung, "--thema", thema, "--am", j.frueher(3))
            yield ("bedarf", "erledigen", kennung, "--art", "nicht_weiterverfolgt", "--grund", "Es hat sich gegeben.")


def _themen(j: Jahre) -> Iterator[Aufruf]:
    yield ("thema", "neu", "--titel", j.name("Thema"), "--am", j.frueher())
    thema = j.zufall.choice(sorted(j.bestand.themen))
    yield ("thema", "aendern", thema, "--beschreibung", f"Beschreibung {next(j.nummer)}.")
    yield ("veranstaltung", "neu", "--titel", j.name("Fachtag"), "--art", "Fachtag", "--datum", j.bald())
    for kennung, event in j.bestand.veranstaltungen.items():
        if event.datum > j.tag and not event.abgesagt:
            yield ("veranstaltung", "verlegen", kennung, "--datum", j.bald(), "--grund", "Der Saal ist belegt.")
            yield ("veranstaltung", "absagen", kennung, "--grund", "Es kommt niemand.")


def _stellen(j: Jahre) -> Iterator[Aufruf]:
    yield ("stelle", "neu", j.name("Träger"), "--art", "traeger")
    kennung = j.zufall.choice(sorted(j.bestand.stellen))
    yield ("stelle", "umbenennen", kennung, "--name", j.name("Neuer Name"), "--ab", j.bald(10))
    kommune = j.zufall.choice([k for k, s in j.bestand.stellen.items() if s.art in ("gemeinde", "stadt", "landkreis")])
    yield ("beauftragte", "neu", "--stelle", kommune, "--name", j.name("Beauftragte"), "--nachfolge")


def _personen(j: Jahre) -> Iterator[Aufruf]:
    """Seats of the Ministerium and the Landesverbände change hands."""
    seats = [s for s in j.bestand.sitze(j.tag) if s.bank in ("ministerium", "landesverbaende") and s.stelle]
    seat = j.zufall.choice(seats)
    neu = ("--name", j.name("Person"), "--stelle", str(seat.stelle), "--funktion", "Referat")
    holder = j.bestand.ordentliche(j.tag).get(seat.kennung)
    if holder is None:
        yield from [("mitglied", "benennen", seat.kennung, *neu, "--ab", j.bald(5))] * 5
        return
    yield ("mitglied", "nachbenennen", seat.kennung, *neu, "--ab", j.bald(40))
    yield ("mitglied", "abberufen", holder.mitglied.kennung, "--zum", j.bald(30))
    yield ("mitglied", "stellvertretung", seat.kennung, *neu, "--abloesen", "--ab", j.bald(10))
    yield ("mitglied", "aendern", holder.mitglied.kennung, "--telefon", f"0711 {next(j.nummer)}")


def _ag(j: Jahre) -> Iterator[Aufruf]:
    ag = j.bestand.arbeitsgruppen[AG]
    if agstand(ag, j.tag) == "ausgelaufen":
        yield ("ag", "abschliessen", AG, "--am", j.frueher(5), "--grund", "Der Auftrag ist erfüllt.")
    if agstand(ag, j.tag) != "aktiv":
        return
    stelle = j.zufall.choice(sorted(j.bestand.stellen))
    rolle = j.zufall.choice(("staendig", "gast", "sachverstaendig"))
    yield ("ag", "mitglied", AG, "--name", j.name("Person"), "--stelle", stelle, "--rolle", rolle, "--ab", j.bald(20))
    for member in j.bestand.mandate_in(AG, j.tag):
        if member.mandat.rolle != "leitung" and member.mandat.bis is None and j.zufall.random() < 0.2:
            yield (
                "ag",
                "mitglied",
                AG,
                "--person",
                member.mitglied.kennung,
                "--bis",
                j.bald(20),
                "--endegrund",
                "niedergelegt",
            )
    yield (
        *("empfehlung", "neu", "--ag", AG, "--titel", j.name("Empfehlung"), "--wortlaut", f"Satz {next(j.nummer)}."),
        *("--massnahme", "Kurse anbieten.", "--pruefbar", "Zahl der Kurse", "--federfuehrend", "ministerium"),
        *("--beteiligt", "staedtetag", "--am", j.frueher(5)),
    )


def _empfehlungen(j: Jahre) -> Iterator[Aufruf]:
    for he, entry in j.bestand.empfehlungen.items():
        votes = j.bestand.entscheidungen.get(he, ())
        if votes and votes[-1].ergebnis == "zurueckverwiesen" and not entry.zurueckgezogen:
            yield ("empfehlung", "zurueckziehen", he, "--grund", "Die AG endet.")
        if (
            not votes
            and not entry.zurueckgezogen
            and agstand(j.bestand.arbeitsgruppen[entry.arbeitsgruppe], j.tag) == "aktiv"
        ):
            yield ("empfehlung", "einreichen", he, "--am", j.frueher(2))
            if j.zufall.random() < 0.3:
                yield ("empfehlung", "fassung", he, "--wortlaut", f"Anderer Satz {next(j.nummer)}.")
                yield ("empfehlung", "zurueckziehen", he, "--grund", "Es ist überholt.")
        for weiter in entry.weiterleitungen:
            stand = stand_am(weiter, j.tag)
            where = (he, "--stelle", weiter.stelle)
            if stand is None:
                answer = j.zufall.choice(("aufgegriffen", "teilweise", "offen"))
                yield ("empfehlung", "rueckmeldung", *where, "--antwort", answer, "--am", j.frueher(5))
            elif stand.status not in ("erledigt", "abgegeben", "nicht_aufgegriffen") and j.zufall.random() < 0.5:
                status = j.zufall.choice(("in-umsetzung", "teilweise", "umgesetzt"))
                yield ("empfehlung", "umsetzung", *where, "--status", status, "--betrag", str(next(j.nummer)))
                yield (
                    "empfehlung",
                    "ueberpruefen",
                    *where,
                    "--vermerk",
                    "Nachgefragt.",
                    "--wiedervorlage",
                    j.bald(200),
                )
                yield ("empfehlung", "erledigen", *where, "--vermerk", f"Erledigt, Nummer {next(j.nummer)}.")


def _seltenes(j: Jahre) -> Iterator[Aufruf]:
    """Ziele, Umläufe, Ausnahmen, the office itself."""
    yield ("netzwerk", "aendern", "--telefon", f"0711 {next(j.nummer)}")
    yield ("ziel", "neu", j.name("Ziel"), "--beschreibung", f"Ziel mit Nummer {next(j.nummer)}.")
    ziele = [k for k, ziel in j.bestand.ziele.items() if ziel.bis is None]
    if len(ziele) > 3:
        yield ("ziel", "beenden", j.zufall.choice(ziele))
    yield ("umlauf", "neu", "--titel", j.name("Umlauf"), "--beschlossen", f"Satz {next(j.nummer)}.")
    rule = j.zufall.choice(("Q301", "S301", "A201"))
    beschluss = j.zufall.choice(sorted(k for k in j.bestand.beschluesse if k.startswith("sg-")))
    yield (
        "ausnahme",
        "neu",
        "--regel",
        rule,
        "--beschluss",
        beschluss,
        "--bis",
        j.bald(300),
        "--grund",
        "So beschlossen.",
    )
    for kennung, ausnahme in j.bestand.ausnahmen.items():
        if ausnahme.beendet is None:
            yield ("ausnahme", "verlaengern", kennung, "--beschluss", beschluss, "--bis", j.bald(500))
            yield ("ausnahme", "beenden", kennung, "--grund", "Nicht mehr nötig.")
    for kennung, umlauf in j.bestand.umlaeufe.items():
        if umlauf.abschluss is None:
            yield ("umlauf", "abschliessen", kennung)
            for person in j.zufall.sample(umlauf.verteiler, 3):
                yield ("umlauf", "stimme", kennung, person, j.zufall.choice(("ja", "nein", "enthaltung")))
