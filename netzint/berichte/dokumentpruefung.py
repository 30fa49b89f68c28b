"""What came of looking at a finished document: is it what netzint makes, of which state, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.berichte.wortvergleich import UMGEBUNG, compare_worte
from netzint.modell.sprache import datum

GENAU, GESTALTUNG, GEAENDERT, VORGANG, BRIEFBOGEN, FASSUNG, NIRGENDS, UNBEKANNT = (
    "genau", "gestaltung", "geaendert", "vorgang", "briefbogen", "fassung", "nirgends", "unbekannt",
)  # fmt: skip
WORTE: Mapping[str, str] = MappingProxyType(
    {
        GENAU: "Genau so erzeugt netzint dieses Dokument aus diesen Angaben.",
        GESTALTUNG: "Wortlaut unverändert, Gestaltung geändert: Die Datei wurde nach dem Erzeugen umgestaltet oder in "
        "einem anderen Programm gespeichert.",
        GEAENDERT: "Der Text wurde nach dem Erzeugen geändert:",
        VORGANG: "Angaben und Wortlaut stimmen, aber der Vorgang, den das Dokument nennt, gehört hier nicht dazu.",
        BRIEFBOGEN: "Angaben und Wortlaut stimmen, aber den Briefbogen, mit dem es entstand, gibt es in keinem Stand.",
        FASSUNG: "Mit einer anderen Fassung von netzint erzeugt; genau vergleichen lässt es sich nur mit dieser.",
        NIRGENDS: "Diese Angaben gibt es in keinem Stand.",
        UNBEKANNT: "Ein solches Dokument gibt es hier nicht.",
    }
)
"""What each result means, in a sentence."""
LAENGSTE = 1500
"""So many words on either side are compared one by one."""
ZEICHEN = 3000
"""So many letters of differences are shown."""


class Nachweis(NamedTuple):
    """What was found out about a file. What is not known is empty."""

    datei: str
    form: str
    ergebnis: str
    art: str = ""
    dokument: str = ""
    vom: date | None = None
    vorgang: str = ""
    pruefsumme: str = ""
    fassung: str = ""
    """Of netzint, as the file says."""
    commit: str = ""
    stand: date | None = None
    """The day of that commit."""
    versandt: date | None = None
    """The day on which a Sitzung notes this very digest as sent."""
    unterschied: str = ""
    staende: int = 0
    """How many states were looked at."""


def dokumentpruefung(nachweis: Nachweis) -> Bericht:
    """The answer of ``netzint dokument pruefen``."""
    spalten = (
        ("datei", "Datei"), ("format", "Format"), ("ergebnis", "Ergebnis"), ("art", "Art"), ("dokument", "Dokument"),
        ("vom", "Vom"), ("vorgang", "Vorgang"), ("pruefsumme", "Prüfsumme"), ("netzint", "Fassung von netzint"),
        ("commit", "Commit"), ("stand", "Stand"), ("versandt", "Versandt"), ("unterschied", "Unterschied"),
        ("staende", "Stände"),
    )  # fmt: skip
    row = tuple(nachweis)
    return Bericht(
        "netzint.dokumentpruefung/1",
        f"Prüfung von {nachweis.datei}",
        tuple(_tell(nachweis)),
        (Tabelle("dokumentpruefung", "Prüfung", spalten, (row,), nur_daten=True),),
    )


def _tell(nachweis: Nachweis) -> list[str]:
    yet = WORTE[nachweis.ergebnis]
    saetze = [f"{yet} {nachweis.unterschied}" if nachweis.ergebnis == GEAENDERT else yet]
    if nachweis.unterschied and nachweis.ergebnis != GEAENDERT:
        saetze.append(f"Gegenüber dem, was netzint daraus erzeugt: {nachweis.unterschied}")
    if nachweis.ergebnis == FASSUNG:
        saetze.append(f"Die Datei nennt netzint {nachweis.fassung}.")
    if nachweis.ergebnis in (NIRGENDS, UNBEKANNT) and nachweis.staende > 1:
        saetze.append(f"Durchsucht wurden {nachweis.staende} Stände.")
    if nachweis.ergebnis not in (NIRGENDS, UNBEKANNT):
        saetze.append(_tell_stand(nachweis))
    if nachweis.vorgang:
        saetze.append(f"Es nennt den Vorgang {nachweis.vorgang}.")
    if nachweis.versandt:
        saetze.append(f"Mit dieser Prüfsumme ist die Einladung als am {datum(nachweis.versandt)} versandt vermerkt.")
    return saetze


def _tell_stand(nachweis: Nachweis) -> str:
    if not nachweis.commit or nachweis.stand is None:
        return "Die Angaben stehen so im Arbeitsordner; festgeschrieben sind sie nicht."
    return f"Die Angaben stehen so im Stand vom {datum(nachweis.stand)} (Commit {nachweis.commit[:10]})."


def describe_unterschied(erzeugt: Sequence[str], vorgefunden: Sequence[str]) -> str:
    """What was struck and what is new, word by word: ``[alt → neu]``; "" if nothing differs."""
    old, new = list(erzeugt), list(vorgefunden)
    if old == new:
        return ""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, start - UMGEBUNG)
    end = 0
    while end < min(len(old), len(new)) - start - 2 * UMGEBUNG and old[-end - 1] == new[-end - 1]:
        end += 1
    end = max(0, end - UMGEBUNG)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    text = compare_worte(" ".join(old[:LAENGSTE]), " ".join(new[:LAENGSTE]))
    before = "… " if start else ""
    if len(old) > LAENGSTE or len(new) > LAENGSTE or len(text) > ZEICHEN:
        return f"{before}{text[:ZEICHEN]} … und mehr"
    return f"{before}{text}{' …' if end else ''}"
